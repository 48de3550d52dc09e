"""The rooms put together for one language of one help centre: what the command line serves and the site ships."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from answerbook import language as languages
from answerbook.answers.build import make_service
from answerbook.answers.requests import ask
from answerbook.findings import RequestError
from answerbook.search import engine as engines
from answerbook.search.requests import search

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerbook.answers.service import Service
    from answerbook.book.model import Book
    from answerbook.content.values import Plan

    from .search_only import SearchSite

    Handler = Callable[[dict[str, Any]], dict[str, Any]]


def assistant(book: Book, plan: Plan, lang: str, today: str) -> Handler:
    """Answers ``answerbook ask`` lines, in ``lang`` unless a line names another language of the book."""

    @cache
    def service(code: str) -> Service:
        return make_service(book, code, plan.entries[code], today)

    def handle(request: dict[str, Any]) -> dict[str, Any]:
        return ask(service(_language(request, book, lang)), request)

    return handle


def _language(request: dict[str, Any], book: Book, default: str) -> str:
    chosen = request.get("lang", default)
    if not isinstance(chosen, str):
        message = "wrong_type: lang"
        raise RequestError(message)
    if chosen not in book.languages:
        message = "unknown_language"
        raise RequestError(message)
    return chosen


def reader(lang: str, reference: str) -> Handler:
    """Answers ``answerbook parse`` lines; ``reference`` is the day said where a line names none.

    Raises ValueError for an unknown language.
    """
    from answerbook.language.requests import parse

    languages.load(lang)
    return lambda request: parse({"reference": reference, **request}, lang)


def search_engine(book: Book, plan: Plan, lang: str) -> engines.Engine:
    """The search engine of one language's pages; the names of a thing of the book find each other."""
    groups = ((words.one, words.other, *words.synonyms) for words in book.words.get(lang, {}).values())
    return engines.build(engines.from_pages(plan.pages[lang]), lang, groups)


def searcher(engine: engines.Engine, limit: int) -> Handler:
    """Answers ``answerbook search`` lines over one index with at most ``limit`` hits."""
    return lambda request: search(engine, request, limit)


def site_searcher(book: Book, plan: Plan, lang: str, limit: int) -> Handler:
    """Answers ``answerbook search`` lines from the pages in ``lang``, and when nothing is found from those in the default language."""
    engine = search_engine(book, plan, lang)
    default = plan.default_language
    other = None if default == lang else cache(lambda: search_engine(book, plan, default))
    return lambda request: search(engine, request, limit, other)


def search_only_searcher(site: SearchSite, lang: str, limit: int) -> Handler:
    """The same for a site without a book."""
    default = site.default_language
    other = None if default == lang else lambda: site.engine(default)
    return lambda request: search(site.engine(lang), request, limit, other)
