"""The books that pages are made from in these tests, and the context of a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from answerbook.book import load
from answerbook.content.articles import article_source, collection_source
from answerbook.content.context import Context
from answerbook.content.values import EntryLink
from answerbook.language import load as load_language
from answerbook.wording import catalogue

ROOT = Path(__file__).parents[3]
HAND_WRITTEN = ("index.md", "search.md", "calculator.md", "contact.md")


@cache
def load_book(folder: str):
    return load(ROOT / folder)


def make_context(folder: str = ".", language: str = "nl", as_of: str = "2026-11-02") -> Context:
    """Where everything stands in a site of the book in ``folder``."""
    book = load_book(folder)
    base = "" if language == book.default_language else f"{language}/"
    articles = book.articles[language]
    urls = {article_source(one): f"{base}faq/{one.path}/" for one in articles}
    urls |= {collection_source(shelf): f"{base}faq/{shelf}/" for shelf in book.collections[language]}
    urls |= {src: base + ("" if src == "index.md" else f"{src.removesuffix('.md')}/") for src in HAND_WRITTEN}
    links = {
        entry.id: EntryLink(entry.id, one.id, f"{urls[article_source(one)]}#{entry.id}", entry.question)
        for one in articles
        for entry in one.entries
    }
    return Context(book, load_language(language), as_of, catalogue(language), links, urls).at(
        f"{base}calculator/", f"docs/{language}/calculator.md"
    )


@pytest.fixture
def nl() -> Context:
    return make_context(language="nl")


@pytest.fixture
def en() -> Context:
    return make_context(language="en")


@pytest.fixture
def phones():
    """The context of the book with a price that rises on 1 July 2027 and may be told from 1 March."""
    return lambda as_of: make_context("examples/harbour_desk", "en", as_of)


@pytest.fixture
def maps() -> Context:
    return make_context("examples/nordlys", "en")
