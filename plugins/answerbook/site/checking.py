"""The help centre in one folder as the checks need it: its pages, its data files and the commands of the Python engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerbook.findings import FindingsError

from .csp import policy_file
from .export import data_files
from .plan import make_plan, untranslated
from .search_only import SearchSite, is_search_only, search_site_of
from .search_only_files import search_files
from .services import assistant, reader, search_only_searcher, site_searcher
from .settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.checks.services import Handler
    from answerbook.content.values import Plan
    from answerbook.findings import Finding
    from answerbook.search.documents import Document

#: As many hits as ``answerbook search`` gives by default.
_HITS = 10


@dataclass(frozen=True, slots=True)
class SearchCentre:
    """A site with only the search; see ``checks.services.Searched``."""

    site: SearchSite

    @property
    def documents(self) -> Mapping[str, tuple[Document, ...]]:
        """The pages of each language."""
        return self.site.documents

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the pages and settings."""
        return self.site.findings

    def files(self) -> Mapping[str, bytes]:
        """Every data file and browser module."""
        return search_files(self.site)

    def handler(self, language: str) -> Handler:
        """The Python engine's search."""
        return search_only_searcher(self.site, language, _HITS)


@dataclass(frozen=True, slots=True)
class HelpCentre:
    """What stands in ``folder``; see ``checks.services.Services``."""

    folder: Path

    @property
    def is_search_only(self) -> bool:
        """Whether there is no book, only pages; settings that cannot be read are told with the rest."""
        try:
            return is_search_only(self.folder)
        except FindingsError:
            return False

    def searched(self) -> SearchCentre:
        """The site without a book."""
        return SearchCentre(search_site_of(self.folder))

    @property
    def docs(self) -> Path:
        """The folder of the hand-written pages; the usual one when the settings cannot be read, which the plan reports."""
        try:
            return self.folder / read_settings(self.folder).docs
        except FindingsError:
            return self.folder / "docs"

    @property
    def site_url(self) -> str:
        """The published address as the settings write it."""
        return read_settings(self.folder).address

    def policy(self, pages: Iterable[str]) -> bytes:
        """The policy as the build writes it."""
        return policy_file(pages)

    def plan(self, book: Book, day: str) -> Plan:
        """Every page as told on ``day``. Raises FindingsError."""
        return make_plan(book, self.folder, day, directory_urls=read_settings(self.folder).directory_urls)

    def untranslated(self, plan: Plan) -> list[Finding]:
        """Hand-written pages that one language of the plan has and another lacks."""
        return untranslated(plan, read_settings(self.folder).docs)

    def files(self, book: Book, plan: Plan) -> Mapping[str, bytes]:
        """Every data file and browser module of the site."""
        settings = read_settings(self.folder)
        return data_files(book, plan, site_url=settings.address, names=settings.names(tuple(plan.pages)))

    def handlers(self, book: Book, plan: Plan, language: str) -> Mapping[str, Handler]:
        """The Python engine's commands for the plan's day."""
        from answerbook.engine.requests import answer

        return {
            "ask": assistant(book, plan, language, plan.as_of),
            "parse": reader(language, plan.as_of),
            "quote": lambda request: answer(book, request, plan.as_of),
            "search": site_searcher(book, plan, language, _HITS),
        }
