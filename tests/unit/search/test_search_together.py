"""Words that belong together: phrases in quotes, words near each other, and pages of one collection."""

from __future__ import annotations

import pytest
from answerbook.findings import RequestError
from answerbook.search.documents import Document, Part
from answerbook.search.engine import build
from answerbook.search.phrases import distance
from answerbook.search.requests import search

FILLER = " ".join(f"filler{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")


def page(name: str, text: str, *, collection: str = "", heading: str = "") -> Document:
    parts = [Part("", name, text)] if not heading else [Part("", name, FILLER), Part("s", heading, text)]
    return Document(f"{name}.html", f"Page {name}", tuple(parts), collection=collection)


PAGES = [
    page("apart", f"the billing {FILLER} address", collection="money"),
    page("near", f"{FILLER} your billing address", collection="money"),
    page("turned", f"{FILLER} address for billing", collection="people"),
    page("heading", f"address {FILLER}", heading="Forms of billing", collection="people"),
    page("neither", FILLER),
]


@pytest.fixture(scope="module")
def engine():
    return build(PAGES, "en", [["billing", "invoicing"]])


def urls(answer):
    return [hit["url"].split(".")[0] for hit in answer["hits"]]


def test_words_beside_each_other_come_before_the_same_words_far_apart(engine):
    found = urls(search(engine, {"q": "billing address"}))
    assert found.index("near") < found.index("apart")
    assert found.index("turned") < found.index("apart")


@pytest.mark.parametrize(
    "quoted", ['"billing address"', "\u201cbilling address\u201d", "\u201ebilling address\u201c", "\u00abbilling address\u00bb"]
)
def test_a_phrase_in_quotes_finds_only_pages_that_have_it(engine, quoted):
    answer = search(engine, {"q": quoted})
    assert urls(answer) == ["near"]
    assert "unquoted" not in answer


def test_words_of_a_phrase_count_in_any_form_and_stop_words_keep_their_places(engine):
    assert urls(search(engine, {"q": '"addresses for billing"'})) == ["turned"]
    assert urls(search(engine, {"q": '"addresses billing"'})) != ["turned"]


def test_a_phrase_does_not_reach_over_a_heading(engine):
    assert "unquoted" in search(engine, {"q": '"billing address fillera"'})
    assert urls(search(engine, {"q": '"forms of billing"'})) == ["heading"]


def test_words_beside_a_phrase_order_what_has_the_phrase(engine):
    answer = search(engine, {"q": '"billing address" fillerz invoicing neither'})
    assert urls(answer) == ["near"]


def test_a_phrase_that_no_page_has_is_taken_as_plain_words_and_the_reader_is_told(engine):
    plain = search(engine, {"q": "address fillera billing"})
    answer = search(engine, {"q": '"address fillera billing"'})
    assert answer.pop("unquoted") is True
    assert answer == plain


def test_a_misspelt_phrase_is_repaired_as_plain_words(engine):
    answer = search(engine, {"q": '"biling adress"'})
    assert answer["unquoted"]
    assert {repair["used"] for repair in answer["repaired"]} == {"billing", "address"}


@pytest.mark.parametrize("odd", ['"', '""', '" "', '"the"', '"the of" billing', 'billing "', '"billing', "«»", '"""'])
def test_quotes_around_nothing_demand_nothing(engine, odd):
    answer = search(engine, {"q": odd})
    assert "unquoted" not in answer
    assert bool(answer["hits"]) is ("billing" in odd or "the" in odd)


def test_a_list_can_be_of_one_collection_and_says_what_the_others_have(engine):
    every = search(engine, {"q": "billing"})
    assert sorted((row["collection"], row["hits"]) for row in every["collections"]) == [("money", 2), ("people", 2)]
    one = search(engine, {"q": "billing", "collection": "people"})
    assert set(urls(one)) == {"turned", "heading"}
    assert one["collections"] == every["collections"]
    assert search(engine, {"q": "billing", "collection": "nowhere"})["hits"] == []


def test_what_is_in_one_collection_needs_no_choice(engine):
    assert "collections" not in search(engine, {"q": '"billing address"'})


def test_a_filter_that_leaves_nothing_does_not_lead_to_another_language(engine):
    def other():
        raise AssertionError

    assert search(engine, {"q": "billing", "collection": "nowhere"}, 10, other)["hits"] == []


def test_a_collection_is_a_text(engine):
    with pytest.raises(RequestError, match="wrong_type: collection"):
        search(engine, {"q": "billing", "collection": 3})


def test_the_distance_of_two_words_is_that_of_their_nearest_places():
    assert distance([1, 50], [40, 90]) == 10
    assert distance([7], [7]) == 1
    assert distance([1, 2, 3], [100]) == 97
