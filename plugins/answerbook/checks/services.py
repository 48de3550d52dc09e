"""What the checks need from the rooms below them, handed in by whoever runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.content.values import Plan
    from answerbook.findings import Finding
    from answerbook.search.documents import Document

    Handler = Callable[[dict[str, Any]], dict[str, Any]]


class Searched(Protocol):
    """A site that has only the search."""

    @property
    def documents(self) -> Mapping[str, tuple[Document, ...]]:
        """The pages of each language, as the search knows them."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with its pages and settings, though it can be built."""

    def files(self) -> Mapping[str, bytes]:
        """Every data file and browser module of the site, by path below its root."""

    def handler(self, language: str) -> Handler:
        """The Python engine's search."""


class Services(Protocol):
    """The help centre in one folder, as the site room puts it together."""

    @property
    def is_search_only(self) -> bool:
        """Whether the site in the folder has only the search, because there is no book."""

    def searched(self) -> Searched:
        """What such a site has. Raises FindingsError when the settings cannot be read."""

    @property
    def docs(self) -> Path:
        """The folder of the hand-written pages."""

    @property
    def site_url(self) -> str:
        """The address the site is published at, with a slash at its end; empty when the settings do not tell."""

    def policy(self, pages: Iterable[str]) -> bytes:
        """The file with the content security policy of a site whose pages have this HTML."""

    def plan(self, book: Book, day: str) -> Plan:
        """Every page and anchor as told on ``day``. Raises FindingsError for pages that cannot be told."""

    def untranslated(self, plan: Plan) -> list[Finding]:
        """Hand-written pages that one language of the plan has and another lacks."""

    def files(self, book: Book, plan: Plan) -> Mapping[str, bytes]:
        """Every data file and browser module a site of that plan has, by path below the site's root."""

    def handlers(self, book: Book, plan: Plan, language: str) -> Mapping[str, Handler]:
        """The commands of the Python engine, by name, for the plan's day: ask, parse, quote, search."""
