"""Any folder of Markdown as documents, whatever it holds."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import markdown
from .documents import Document, Part, clean, headed, is_excluded, ordered
from .headings import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Names of the files that are read, as site generators know them.
SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of Markdown as documents, and the paths in it that could not be read, each with the reason.

    ``garbled`` are those of files that are not UTF-8: they are among the documents with what could be read of them.
    """

    documents: tuple[Document, ...]
    unread: tuple[tuple[str, str], ...] = ()
    garbled: tuple[str, ...] = ()


def from_folder(folder: Path) -> tuple[Document, ...]:
    """One document for each Markdown file below ``folder``; its URL is the file's path in it. Unreadable files are left out."""
    return read_folder(folder).documents


def read_folder(folder: Path, slug: Callable[[str], str] = slug) -> Folder:
    """One document for each Markdown file below ``folder`` but those whose front matter says ``search: {exclude: true}``.

    ``slug`` makes the ids of headings from their text, else they are those of Python-Markdown.
    """
    unread: dict[str, str] = {}
    found: list[Document] = []
    garbled: list[str] = []
    for path in files(folder, unread):
        try:
            data = (folder / path).read_bytes()
        except OSError as error:
            unread[path] = error.strerror or str(error)
            continue
        document = _of_file(path, data, slug)
        if document:
            found.append(document)
            garbled += [] if _is_sound(data) else [document.url]
    return Folder(ordered(found), tuple(sorted((_sound(path), reason) for path, reason in unread.items())), tuple(sorted(garbled)))


def files(folder: Path, unread: dict[str, str] | None = None) -> Iterator[str]:
    """The path of every Markdown file below ``folder`` that is not hidden; ``unread`` takes folders that cannot be listed.

    A link to a folder elsewhere is followed, once; what stands below ``folder`` anyway is not read again by another name.
    """

    def note(error: OSError) -> None:
        if unread is not None:
            unread[Path(error.filename).relative_to(folder).as_posix()] = error.strerror or str(error)

    def can(ask: Callable[[Path], bool], path: Path) -> bool:
        try:
            return ask(path)
        except OSError as error:  # no permission to look, or a name that is too long
            note(error)
            return False

    root, known = folder.resolve(), set[Path]()
    for top, folders, names in os.walk(folder, onerror=note, followlinks=True):
        here = Path(top)
        seen = [name for name in sorted(folders) if not name.startswith(".")]
        folders[:] = [name for name in seen if can(lambda path: _leads_on(path, root, known), here / name)]
        for name in sorted(names):
            path = here / name
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES and can(Path.is_file, path):
                yield path.relative_to(folder).as_posix()


def _leads_on(path: Path, root: Path, known: set[Path]) -> bool:
    """Whether a folder is to be entered: nobody was there, and it is no link to where somebody will be anyway."""
    there = path.resolve()
    if there in known or (path.is_symlink() and (there.is_relative_to(root) or root.is_relative_to(there))):
        return False
    known.add(there)
    return True


def _of_file(path: str, data: bytes, slug: Callable[[str], str]) -> Document | None:
    meta, source = markdown.front_matter(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n"))
    if is_excluded(meta):
        return None
    sections = [(anchor, clean(heading), clean(text)) for anchor, heading, text in markdown.sections(source, slug)]
    first = next((heading for _, heading, _ in sections if heading), "")
    title = clean(markdown.words_of(meta.get("title"))) or first or clean(_name(path)) or clean(path)
    parts: list[Part] = []
    for anchor, heading, text in sections:
        if not anchor:
            parts.append(Part("", title, text))
        elif len(parts) <= 1 and heading and heading in {title, first} and not any(part.text for part in parts):
            parts.append(Part("", title, text if heading.casefold() in title.casefold() else _titled(heading, text)))
        else:
            parts.append(Part(anchor, heading, text))
    description, keywords = (
        clean(markdown.words_of(meta.get("description"))),
        clean(markdown.words_of(meta.get("keywords") or meta.get("tags"))),
    )
    return Document(_sound(path), title, tuple(part for part in headed(parts) if part.anchor or part.text), description, keywords)


def _titled(heading: str, text: str) -> str:
    """The text at the start of a page whose own heading says something else than its title."""
    return f"{heading}{'.' if heading[-1].isalnum() and text else ''} {text}".strip()


def _name(path: str) -> str:
    """What a page without a title or heading is called: as its file; the start of a folder as the folder."""
    folder, _, file = path.rpartition("/")
    name = file.rsplit(".", 1)[0]
    return (folder.rpartition("/")[2] if folder and name in {"index", "README"} else name).replace("-", " ").replace("_", " ")


def _is_sound(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _sound(path: str) -> str:
    """A path as text that can be written: what is no Unicode in a file's name becomes U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
