"""What can be found: documents, which say what a page does in plain text; here, those of the site's pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..language.words import tokens
from . import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..content.values import Page

_SPACES = re.compile("(?!(?<=[0-9])[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))\\s+")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+")

_NAMELESS = re.compile(r"(?:(?:^|/)(?:index|readme))?(?:\.[a-z]+)?$", re.IGNORECASE)


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


def addressed(url: str, lang: str) -> list[str]:
    """The words of an address that may say what its page is about: not its language or ending, nor what has digits, mostly a number."""
    try:
        path = unquote(url, errors="strict")
    except UnicodeDecodeError:  # the name of a file may hold a percent sign
        path = url
    first, _, rest = path.partition("/")
    if first.replace("_", "-").lower().partition("-")[0] == lang:
        path = rest
    words = tokens(_NAMELESS.sub("", path.rstrip("/")))
    return [token.text for token in words if not any(character.isdigit() for character in token.text)]


def ordered(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in the order that numbers them: by URL, so that no file system decides who wins a tie."""
    return tuple(sorted(documents))


def from_pages(pages: Iterable[Page]) -> tuple[Document, ...]:
    """The documents of one language of the site. Pages whose front matter says ``search: {exclude: true}`` stay out."""
    return ordered(_of_page(page) for page in pages if not is_excluded(page.meta))


def is_excluded(meta: Mapping[str, object]) -> bool:
    """Whether front matter says that the search leaves its page out."""
    wish = meta.get("search")
    exclude = wish.get("exclude") if isinstance(wish, dict) else None
    return isinstance(exclude, (str, bool)) and str(exclude).lower() in {"true", "yes", "on"}


def _of_page(page: Page) -> Document:
    entries = page.meta.get("entries")
    asks = (
        {anchor: markdown.words_of(entry.get("asks")) for anchor, entry in entries.items() if isinstance(entry, dict)}
        if isinstance(entries, dict)
        else {}
    )
    parts = tuple(Part(part.anchor, clean(part.heading), clean(part.text), clean(asks.get(part.anchor, ""))) for part in page.sections)
    # A page is also looked for by what the menu calls it.
    keywords = " ".join(filter(None, (markdown.words_of(page.meta.get(name)) for name in ("short", "keywords"))))
    return Document(page.url, clean(page.title), headed(parts), clean(page.description), clean(keywords), page.collection)


def headed(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with a heading, and the start of the page; what stands below a heading without text belongs to the part before."""
    groups: list[list[Part]] = []
    for part in parts:
        if groups and part.anchor and not part.heading:
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(_together(group) if len(group) > 1 else group[0] for group in groups)


def _together(parts: list[Part]) -> Part:
    text, asks = (" ".join(filter(None, said)).strip() for said in ([part.text for part in parts], [part.asks for part in parts]))
    return replace(parts[0], text=text, asks=asks)


def clean(text: str) -> str:
    """``text`` on one line: runs of space, control characters, direction marks and lone surrogates made single spaces.

    The space between thousands stays what it is: it is part of a figure, and other spaces are not.
    """
    return _SPACES.sub(" ", _CONTROLS.sub(" ", text)).strip()
