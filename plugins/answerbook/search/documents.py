"""What can be found: documents made from the site's pages, or from any folder of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ..content.values import Page

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+")
SUFFIXES = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document under one heading; ``anchor`` is empty at its start. ``asks`` holds other ways to ask what it answers."""

    anchor: str
    heading: str
    text: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One page as the search sees it: plain text only."""

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
    return tuple(sorted(documents, key=lambda document: (document.url, document.title, document.parts)))


def from_pages(pages: Iterable[Page]) -> tuple[Document, ...]:
    """The documents of one language of the site. Pages whose front matter says ``search: {exclude: true}`` stay out."""
    return ordered(_of_page(page) for page in pages if not _excluded(page.meta))


def _excluded(meta: Mapping[str, object]) -> bool:
    wish = meta.get("search")
    return isinstance(wish, dict) and bool(wish.get("exclude"))


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


def from_folder(folder: Path) -> tuple[Document, ...]:
    """One document for each Markdown file below ``folder``; its URL is the file's path in it. Unreadable files are left out."""
    return ordered(_of_file(path.relative_to(folder).as_posix(), data) for path, data in _files(folder))


def _files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.suffix.lower() not in SUFFIXES or not path.is_file():
            continue
        try:
            yield path, path.read_bytes()
        except OSError:
            continue


def _of_file(url: str, data: bytes) -> Document:
    meta, source = markdown.front_matter(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n"))
    sections = [(anchor, clean(heading), clean(text)) for anchor, heading, text in markdown.sections(source)]
    first = next((heading for _, heading, _ in sections if heading), "")
    title = (
        clean(markdown.words_of(meta.get("title"))) or first or url.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("-", " ").replace("_", " ")
    )
    parts: list[Part] = []
    for anchor, heading, text in sections:
        whole = not anchor or (heading in {title, first} and not any(part.text for part in parts) and len(parts) <= 1)
        parts.append(Part("" if whole else anchor, title if whole else heading, text))
    description, keywords = (
        clean(markdown.words_of(meta.get("description"))),
        clean(markdown.words_of(meta.get("keywords") or meta.get("tags"))),
    )
    return Document(clean(url), title, tuple(part for part in parts if part.anchor or part.text), description, keywords)
