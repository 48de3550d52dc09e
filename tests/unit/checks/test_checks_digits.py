"""No digit of any figure on a page can change unseen, and no bytes in place of a site give a traceback."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from answerbook.book import load
from answerbook.checks.built import check_figures
from answerbook.checks.html import read_page
from answerbook.checks.opened import BuiltSite, LanguageFiles, Manifest
from answerbook.checks.result import Result
from answerbook.content.articles import article_page, article_source
from answerbook.content.context import Context
from answerbook.content.render import render
from answerbook.content.values import EntryLink
from answerbook.language import load as load_language
from answerbook.wording import catalogue
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[3]
DAY = "2026-11-02"
FIGURE = re.compile(r"<data[^>]*?(?<!-)value=\"([^\"]*)\"[^>]*>([^<]*)</data>")


@cache
def book():
    return load(ROOT)


@cache
def html(language: str, number: int) -> str:
    """An article of the demo as HTML."""
    article = book().articles[language][number]
    url = article_source(article).replace(".md", "/")
    links = {
        entry.id: EntryLink(entry.id, article.id, f"{url}#{entry.id}", entry.question)
        for one in book().articles[language]
        for entry in one.entries
    }
    context = Context(book(), load_language(language), DAY, catalogue(language), links, {article_source(article): url}).at(url, "page.md")
    return f'<html lang="{language}"><body>{render(article_page(article, context, ()).markdown, context)}</body></html>'


def told(page: str, language: str) -> list[str]:
    files = LanguageFiles(base="", language="", answers="", search="")
    manifest = Manifest(
        format="answerbook-site/1", as_of=DAY, book="", book_hash="", default_language="nl", languages={"nl": files, "en": files}
    )
    result = Result()
    check_figures(book(), BuiltSite(ROOT, "site", manifest), {"page.html": read_page(page, language)}, result)
    return [finding.id for finding in result.findings]


@cache
def digits(language: str, number: int) -> list[int]:
    """The offsets of every digit in the text and in the machine value of every figure of a page."""
    page = html(language, number)
    spans = [match.span(group) for match in FIGURE.finditer(page) for group in (1, 2)]
    return [offset for start, end in spans for offset in range(start, end) if page[offset].isdigit()]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("number", [0, 1])
def test_the_articles_of_the_demo_are_clean(language: str, number: int) -> None:
    assert told(html(language, number), language) == []
    assert digits(language, number)


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(["nl", "en"]), st.sampled_from([0, 1]), st.integers(1, 9))
def test_any_digit_changed_in_any_figure_is_caught(data: st.DataObject, language: str, number: int, by: int) -> None:
    page, offset = html(language, number), data.draw(st.sampled_from(digits(language, number)))
    other = str((int(page[offset]) + by) % 10)
    assert "AB164" in told(page[:offset] + other + page[offset + 1 :], language)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["nl", "en"]))
def test_any_figure_swapped_with_any_other_is_caught(data: st.DataObject, language: str) -> None:
    page = html(language, 0)
    found = [match for match in FIGURE.finditer(page) if match[2]]
    one, other = (data.draw(st.sampled_from(found)) for _ in range(2))
    if one[2] == other[2]:
        return
    assert "AB164" in told(page[: one.start(2)] + other[2] + page[one.end(2) :], language)


PIECES = [
    "<",
    ">",
    "/",
    "!",
    "-",
    "[",
    "]",
    '"',
    "'",
    "=",
    "&",
    ";",
    "#",
    " ",
    "\n",
    "€",
    "950",
    ",",
    "data",
    "lang",
    "script",
    "p",
    "value",
    "data-ref",
    "\0",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_a_page_is_read_or_refused_whatever_stands_in_it(pieces: list[str]) -> None:
    page = "".join(pieces)
    try:
        read_page(page, "nl")
    except ValueError:
        return
    told(page, "nl")
