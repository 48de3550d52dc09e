"""Another vendor's book is answered without code: what can be asked follows from its constructs."""

from __future__ import annotations

import pytest
from answerbook.answers.build import make_service
from answerbook.answers.requests import ask
from answerbook.book import compile_book, load
from answerbook.engine.outcome import REFUSALS
from answerbook.engine.verify import verify
from answerbook.wording.catalogue import catalogue

from tests.unit.answers.asked import LANGUAGES, ROOT, TODAY
from tests.unit.answers.conftest import links

CASES = [
    ("harbour_desk", "What does a line cost?", "answered", ["GBP 84.00"]),
    ("harbour_desk", "What do 3 lines cost?", "answered", ["GBP 252.00"]),
    ("harbour_desk", "What does a line cost in euros?", "answered", ["EUR 99.00"]),
    ("harbour_desk", "What does a line cost per month?", "answered", ["GBP 84.00"]),
    ("harbour_desk", "Until when does a line ordered on 15 October 2026 run?", "answered", ["2027-10-14"]),
    ("harbour_desk", "When will I get the invoice?", "answered", ["2 weeks"]),
    ("harbour_desk", "When is my order confirmed?", "answered", ["1 day"]),
    ("harbour_desk", "How many lines for £500?", "answered", ["5"]),
    ("harbour_desk", "What does a recording channel cost?", "answered", ["GBP 3.25"]),
    ("harbour_desk", "recording channel monthly price", "answered", ["GBP 3.25"]),
    ("harbour_desk", "What do 2 recording channels cost?", "abstained", []),
    ("harbour_desk", "What do 2 lines and 5 recording channels cost?", "abstained", []),
    ("nordlys", "What do two map layers cost?", "answered", ["NOK 3180.00"]),
    ("nordlys", "What does a survey cost?", "abstained", []),
    ("nordlys", "We use 2 times the average", "answered", ["2.5x"]),
    ("nordlys", "We use 7 times as much as average", "answered", ["2.5x"]),
    ("nordlys", "Is drawing help unlimited?", "answered", ["2.5x"]),
    ("nordlys", "How long is a layer valid?", "answered", ["3 months"]),
    ("nordlys", "Layer ordered on 30 November 2026, until when?", "answered", ["2027-02-27"]),
]


@pytest.fixture(scope="module")
def vendors():
    books = {name: load(ROOT / "examples" / name) for name in ("harbour_desk", "nordlys")}
    return {name: (book, make_service(book, "en", links(book, "en"), TODAY)) for name, book in books.items()}


@pytest.mark.parametrize(("vendor", "text", "status", "figures"), CASES, ids=[case[1] for case in CASES])
def test_a_book_of_another_vendor_answers_at_once(vendors, vendor, text, status, figures):
    book, service = vendors[vendor]
    reply = ask(service, {"q": text})
    assert (reply["status"], reply["figures"]) == (status, figures)
    assert verify(compile_book(book), reply["steps"]) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_is_a_sentence_for_every_reason_to_refuse(lang):
    assert [code for code in REFUSALS if not catalogue(lang).has(f"answers.refused_{code}")] == []
