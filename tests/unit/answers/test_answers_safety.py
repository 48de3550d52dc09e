"""Whatever is typed: no figure without proof, no error but a clear one, and never slow."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace

import pytest
from answerbook.answers.requests import ask
from answerbook.answers.selfcheck import numbers, rule_values
from answerbook.book import compile_book
from answerbook.engine.verify import verify
from answerbook.findings import RequestError

from tests.unit.answers.asked import HOSTILE, LANGUAGES, TODAY, words_of


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_salad_of_words_brings_a_figure_without_proof(book, say, lang):
    compiled, dice, words = compile_book(book), random.Random(11), words_of(book, lang)  # noqa: S311 - words to try, no secret
    prose = set(numbers(" ".join(entry.body + entry.question for article in book.articles[lang] for entry in article.entries)))
    every = {found for rule in book.rules for value in rule_values(compiled, rule) for found in numbers(value)}
    for _ in range(250):
        text = " ".join(dice.choice(words) for _ in range(dice.randint(1, 12)))
        reply = say(lang, text)
        assert verify(compiled, reply["steps"]) == [], text
        proof = {found for step in reply["steps"] for value in (*step["in"], step["out"]) for found in numbers(str(value))}
        worked = {found for example in book.examples.values() for value in numbers(str(example)) for found in [value]}
        allowed = proof | prose | every | worked | set(numbers(text)) | set(numbers(TODAY)) | {"23", "11", "2026", "2027"}
        assert [found for found in numbers(reply["text"]) if found not in allowed] == [], text
        if reply["status"] == "abstained":
            assert reply["figures"] == [], text
        for figure in reply["figures"]:
            assert re.fullmatch(r"[A-Z]{3} [0-9]+(\.[0-9]+)?|[0-9X]{4}-[0-9]{2}-[0-9]{2}|[0-9]+x|[0-9]+ [a-z]+|[0-9.]+%|[0-9]+", figure), (
                text
            )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_answered_quickly_and_plainly(say, lang, text):
    began = time.monotonic()
    reply = say(lang, text)
    assert time.monotonic() - began < 2
    assert reply["text"]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]", reply["text"])


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({}, "missing_field: q"),
        ({"q": None}, "missing_field: q"),
        ({"q": 3}, "wrong_type: q"),
        ({"q": "hoi", "today": "2026-02-30"}, "wrong_type: today"),
        ({"q": "hoi", "today": 20260101}, "wrong_type: today"),
        ({"q": "hoi", "state": []}, "wrong_type: state"),
        ({"q": "hoi", "state": "x"}, "wrong_type: state"),
    ],
)
def test_a_malformed_request_is_told_by_a_closed_text(services, request_, message):
    with pytest.raises(RequestError) as told:
        ask(services["nl"], request_)
    assert str(told.value) == message


@pytest.mark.parametrize("today", ["0001-01-01", "2023-12-31", "9999-12-31"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_any_day_can_be_today(book, say, lang, today):
    for article in book.articles[lang]:
        for entry in article.entries:
            reply = say(lang, entry.question, today=today)
            assert reply["text"]
            assert reply["status"] != "abstained" or reply["figures"] == []
    for text in ("Tot wanneer geldt een account besteld op 1 april?", "Until when is a seat ordered on 1 April valid?", "1 admin"):
        assert say(lang, text, today=today)["text"]


def test_a_mistake_of_ours_ends_one_question_and_not_a_stream(services, caplog):
    def broken(text, today):
        raise IndexError(text + today)

    reply = ask(replace(services["en"], read=broken), {"q": "What does an admin cost?"})
    assert (reply["status"], reply["figures"], reply["reason"]) == ("abstained", [], "unproven")
    assert "a question could not be answered" in caplog.text
