"""What the demo's own texts promise: every fact told, in both languages, and never a figure typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from answerbook.book import load
from answerbook.book.references import blank_code

ROOT = Path(__file__).parents[3]
BOOK = load(ROOT)
PAGES = sorted(path for room in ("faq", "docs") for path in (ROOT / room).rglob("*.md"))


@pytest.mark.parametrize("language", BOOK.languages)
def test_every_rule_of_the_book_is_told_in_some_answer(language):
    told = {rule for article in BOOK.articles[language] for entry in article.entries for rule in entry.rules}
    assert set(BOOK.rules) - told == set()


def test_both_languages_answer_the_same_questions_from_the_same_rules():
    dutch, english = (
        {entry.id: set(entry.rules) for article in BOOK.articles[language] for entry in article.entries} for language in ("nl", "en")
    )
    assert dutch == english


@pytest.mark.parametrize("language", BOOK.languages)
def test_every_question_is_asked_in_six_to_ten_other_ways_and_no_way_leads_to_two_answers(language):
    asks = [ask for article in BOOK.articles[language] for entry in article.entries for ask in entry.asks]
    assert all(6 <= len(entry.asks) <= 10 for article in BOOK.articles[language] for entry in article.entries)
    assert len({ask.casefold() for ask in asks}) == len(asks)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_digit_is_typed_in_prose(path):
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    prose = re.sub(r"\{\{.*?\}\}|\{ ?#[^}]*\}|^\d+\. |NEN 7510", "", blank_code(text), flags=re.DOTALL | re.MULTILINE)
    assert re.findall(r".*\d.*", prose) == []
