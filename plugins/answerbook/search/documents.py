"""What can be found: documents made from the site's pages, or from any folder of Markdown."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..content.values import Page

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+")
#: Names of the files that are read, as site generators know them.
SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A part of a document under one heading; ``anchor`` is empty at its start. ``asks`` holds other ways to ask what it answers."""

    anchor: str
    heading: str
    text: str
    asks: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Document:
    """One page as the search sees it: plain text only. Pages are in the order of their URLs; two at one URL in that of what they say."""

    url: str
    title: str
    parts: tuple[Part, ...] = ()
    description: str = ""
    keywords: str = ""
    collection: str = ""

    @property
    def headings(self) -> str:
        """Every heading below the title."""
        return "\n".join(part.heading for part in self.parts if part.anchor)

    @property
    def body(self) -> str:
        """All running text."""
        return "\n".join(part.text for part in self.parts)

    @property
    def hints(self) -> str:
        """Words that lead here though they need not stand on the page: keywords, synonyms and paraphrases."""
        return "\n".join(filter(None, [self.keywords, *(part.asks for part in self.parts)]))


def ordered(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in the order that numbers them: by URL, so that no file system decides who wins a tie."""
    return tuple(sorted(documents))


def from_pages(pages: Iterable[Page]) -> tuple[Document, ...]:
    """The documents of one language of the site. Pages whose front matter says ``search: {exclude: true}`` stay out."""
    return ordered(_of_page(page) for page in pages if not _excluded(page.meta))


def _excluded(meta: Mapping[str, object]) -> bool:
    wish = meta.get("search")
    return isinstance(wish, dict) and str(wish.get("exclude")).lower() in {"true", "yes", "on"}


def _of_page(page: Page) -> Document:
    entries = page.meta.get("entries")
    asks = (
        {anchor: markdown.words_of(entry.get("asks")) for anchor, entry in entries.items() if isinstance(entry, dict)}
        if isinstance(entries, dict)
        else {}
    )
    parts = tuple(Part(part.anchor, clean(part.heading), clean(part.text), clean(asks.get(part.anchor, ""))) for part in page.sections)
    keywords = markdown.words_of(page.meta.get("keywords"))
    return Document(page.url, clean(page.title), parts, clean(page.description), clean(keywords), page.collection)


def clean(text: str) -> str:
    """``text`` on one line: runs of space, control characters, direction marks and lone surrogates made single spaces."""
    return " ".join(_CONTROLS.sub(" ", text).split())


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of Markdown as documents, and the paths in it that could not be read, each with the reason."""

    documents: tuple[Document, ...]
    unread: tuple[tuple[str, str], ...] = ()


def from_folder(folder: Path) -> tuple[Document, ...]:
    """One document for each Markdown file below ``folder``; its URL is the file's path in it. Unreadable files are left out."""
    return read_folder(folder).documents


def read_folder(folder: Path) -> Folder:
    """One document for each Markdown file below ``folder`` but those whose front matter says ``search: {exclude: true}``."""
    unread: dict[str, str] = {}
    found: list[Document] = []
    for path in files(folder, unread):
        try:
            document = _of_file(path, (folder / path).read_bytes())
        except OSError as error:
            unread[path] = error.strerror or str(error)
        else:
            found += [document] if document else []
    return Folder(ordered(found), tuple(sorted((_sound(path), reason) for path, reason in unread.items())))


def files(folder: Path, unread: dict[str, str] | None = None) -> Iterator[str]:
    """The path of every Markdown file below ``folder`` that is not hidden; ``unread`` takes folders that cannot be listed.

    A link to a folder elsewhere is followed, once; what stands below ``folder`` anyway is not read again by another name.
    """

    def note(error: OSError) -> None:
        if unread is not None:
            unread[Path(error.filename).relative_to(folder).as_posix()] = error.strerror or str(error)

    known: set[Path] = set()
    for top, folders, names in os.walk(folder, onerror=note, followlinks=True):
        here = Path(top)
        folders[:] = [name for name in sorted(folders) if not name.startswith(".") and _leads_on(here / name, folder, known)]
        for name in sorted(names):
            path = here / name
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES and path.is_file():
                yield path.relative_to(folder).as_posix()


def _leads_on(path: Path, folder: Path, known: set[Path]) -> bool:
    """Whether a folder is to be entered: it is no link, or one that leads to where nobody has been."""
    if not path.is_symlink():
        return True
    here, there = folder.resolve(), path.resolve()
    if there in known or there.is_relative_to(here) or here.is_relative_to(there):
        return False
    known.add(there)
    return True


def _of_file(path: str, data: bytes) -> Document | None:
    meta, source = markdown.front_matter(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n"))
    if _excluded(meta):
        return None
    sections = [(anchor, clean(heading), clean(text)) for anchor, heading, text in markdown.sections(source)]
    first = next((heading for _, heading, _ in sections if heading), "")
    title = clean(markdown.words_of(meta.get("title"))) or first or clean(_name(path))
    parts: list[Part] = []
    for anchor, heading, text in sections:
        whole = not anchor or (heading in {title, first} and not any(part.text for part in parts) and len(parts) <= 1)
        parts.append(Part("" if whole else anchor, title if whole else heading, text))
    description, keywords = (
        clean(markdown.words_of(meta.get("description"))),
        clean(markdown.words_of(meta.get("keywords") or meta.get("tags"))),
    )
    return Document(_sound(path), title, tuple(part for part in parts if part.anchor or part.text), description, keywords)


def _name(path: str) -> str:
    """What a page without a title or heading is called: as its file; the start of a folder as the folder."""
    folder, _, file = path.rpartition("/")
    name = file.rsplit(".", 1)[0]
    return (folder.rpartition("/")[2] if folder and name in {"index", "README"} else name).replace("-", " ").replace("_", " ")


def _sound(path: str) -> str:
    """A path as text that can be written: what is no Unicode in a file's name becomes U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
