"""The rooms put together for one language of one help centre: what the command line serves and the site ships."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerbook import language as languages
from answerbook.search import engine as engines
from answerbook.search.requests import search

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.content.values import Plan

    Handler = Callable[[dict[str, Any]], dict[str, Any]]


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
    """Answers ``answerbook search`` lines with at most ``limit`` hits."""
    return lambda request: search(engine, request, limit)


def index_folder(pages: Path, out: Path, lang: str) -> str:
    """Index a folder of Markdown into ``out`` and say what was done, in a sentence."""
    documents = engines.from_folder(pages)
    engine = engines.write(documents, lang, out)
    plain = "" if engine.stems else f" There is no stemmer for {lang}: words are found as they are spelt."
    return f"{len(documents)} pages indexed in {out}.{plain}"
