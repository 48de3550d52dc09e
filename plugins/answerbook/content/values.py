"""Pages and what stands on them as plain values. Knows no MkDocs, no files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under one heading: its anchor (empty: the page's start), heading and plain text, references resolved."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one language.

    ``src`` is its path below the language (``faq/seats/extra-seats.md``), ``url`` its site-relative URL without a leading
    slash (``en/faq/seats/extra-seats/``), ``kind`` one of article, collection, page. ``collection`` is the id of its
    collection or empty. ``markdown`` is the body still with references; ``sections`` hold them resolved for ``as_of``.
    """

    language: str
    src: str
    url: str
    kind: str
    title: str
    description: str
    markdown: str
    sections: tuple[Section, ...]
    collection: str = ""
    article: str = ""
    meta: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EntryLink:
    """Where an entry stands: URL with anchor, relative to the site, and the question in that language."""

    entry: str
    article: str
    url: str
    question: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Every page, anchor and URL of all languages, for one as-of day, before any site generator starts."""

    as_of: str
    default_language: str
    directory_urls: bool
    pages: Mapping[str, tuple[Page, ...]]
    entries: Mapping[str, Mapping[str, EntryLink]]
