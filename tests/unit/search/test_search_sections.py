"""Which section of a page is linked, and what is marked in its text."""

from __future__ import annotations

from answerbook.search.documents import Part
from answerbook.search.engine import Document, build
from answerbook.search.requests import search


def first(lang: str, asked: str, *parts: Part) -> dict[str, object]:
    return search(build([Document("page/", "Seats", parts)], lang), {"q": asked})["hits"][0]


def test_of_sections_that_do_as_well_that_is_meant_whose_own_heading_asks_it():
    parts = (
        Part("support", "What is included?", "The training is.", "is training included"),
        Part("training", "What training is there?", "A day."),
    )
    assert first("en", "training ", *parts)["url"] == "page/#training"
    assert first("en", "training ", *parts[::-1])["url"] == "page/#training"


def test_of_sections_whose_headings_say_as_much_that_is_meant_whose_text_does():
    parts = (
        Part("billing", "When is the bill?", "At once.", "do we pay per month"),
        Part("months", "Can we buy less?", "Yes, per month.", "do we pay per month"),
    )
    assert first("en", "month ", *parts)["url"] == "page/#months"


def test_what_hyphens_join_is_marked_as_one_word():
    for asked in ("email ", "e-mail "):
        hit = first("en", asked, Part("", "", "About seats."), Part("mail", "Letters", "Read your e-mail, or e-\u200bmail."))
        assert hit["url"] == "page/#mail"
        assert hit["snippet"][slice(*hit["highlights"][0])] == "e-mail"


def test_what_hyphens_join_is_not_marked_for_one_of_its_parts():
    hit = first("en", "mail ", Part("mail", "Letters", "Read your e-mail."))
    assert [hit["snippet"][start:end] for start, end in hit["highlights"]] == ["mail"]
