"""A built site opened for checking: its manifest typed, its files found, never an error for what is broken."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from answerbook.calendar import is_day

if TYPE_CHECKING:
    from pathlib import Path

    from .result import Result

MANIFEST = "answerbook/manifest.json"
FORMAT = "answerbook-site/1"


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class LanguageFiles(_Strict):
    """Where one language of a site stands: the prefix of its pages, and its data files relative to the data folder."""

    base: str
    language: str
    search: str
    answers: str | None = None


class Manifest(_Strict):
    """What a site says of itself. One with only the search has no day, no book and no answers."""

    format: str
    default_language: str
    languages: dict[str, LanguageFiles]
    as_of: str | None = None
    book: str | None = None
    book_hash: str | None = None

    @property
    def search_only(self) -> bool:
        """Whether the site was built without a book."""
        return self.book is None and self.as_of is None and all(files.answers is None for files in self.languages.values())


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A built site: its folder, what findings call the folder, and its manifest."""

    folder: Path
    name: str
    manifest: Manifest

    @property
    def as_of(self) -> str:
        """The day the site was built for; empty for one with only the search."""
        return self.manifest.as_of or ""

    def called(self, path: str) -> str:
        """What a finding calls the file at ``path`` below the site's root."""
        return f"{self.name}/{path}"

    def read(self, path: str) -> bytes | None:
        """The bytes of a file below the site's root; None when there is no such file inside the site."""
        if not path or path.startswith("/") or "\0" in path or ".." in path.split("/"):
            return None
        found = self.folder / path
        return found.read_bytes() if found.is_file() else None

    def json(self, path: str) -> Any:
        """The JSON in a file; None when it is absent or broken, which the check of the data files reports."""
        try:
            return json.loads(self.read(path) or b"")
        except (ValueError, RecursionError):
            return None


def open_site(folder: Path, name: str, result: Result) -> BuiltSite | None:
    """The site in ``folder``, or None with AB167 when its manifest is broken."""
    place, message = (1, 1), ""
    try:
        manifest = Manifest.model_validate(json.loads((folder / MANIFEST).read_bytes().decode("utf-8")))
        message = _wrong(manifest)
    except json.JSONDecodeError as error:
        place, message = (error.lineno, error.colno), "is not JSON"
    except UnicodeDecodeError:
        message = "is not UTF-8 text"
    except RecursionError:
        message = "is nested too deep"
    except ValidationError as error:
        message = f"lacks a usable {'.'.join(map(str, error.errors()[0]['loc'])) or 'object'}"
    if not message:
        return BuiltSite(folder, name, manifest)
    result.add("AB167", (f"{name}/{MANIFEST}", *place), f"The manifest {message}, so nothing of the site was compared.")
    return None


def _wrong(manifest: Manifest) -> str:
    if manifest.format != FORMAT:
        return f"has the format {manifest.format}, not {FORMAT}"
    if manifest.search_only:
        return ""
    missing = [key for key in ("as_of", "book", "book_hash") if getattr(manifest, key) is None]
    missing += [f"languages.{code}.answers" for code, files in manifest.languages.items() if files.answers is None]
    if missing:
        return f"lacks a usable {missing[0]}"
    return "" if is_day(manifest.as_of or "") else f"names no day the site was built for: {manifest.as_of!r}"
