from __future__ import annotations

import re
from pathlib import Path

import pytest
from answerbook.book import compile_book, load
from answerbook.engine.outcome import REFUSALS, to_json
from answerbook.engine.requests import answer, outcome_of
from answerbook.engine.verify import verify_answer
from answerbook.findings import RequestError
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[3]

ONE = {"item": "seats.admin", "quantity": 1}
ORDER = {"buy": [ONE], "order": "2026-04-01"}


@pytest.mark.parametrize(
    ("request_", "text"),
    [
        ([], "not_an_object"),
        ({}, "missing_field: buy"),
        ({"buy": [ONE]}, "missing_field: order"),
        ({**ORDER, "order": None}, "missing_field: order"),
        ({**ORDER, "order": "1 april"}, "wrong_type: order"),
        ({**ORDER, "order": 20260401}, "wrong_type: order"),
        ({**ORDER, "buy": ONE}, "wrong_type: buy"),
        ({**ORDER, "buy": ["seats.admin"]}, "wrong_type: buy"),
        ({**ORDER, "buy": [{"quantity": 1}]}, "missing_field: item"),
        ({**ORDER, "buy": [{"item": "seats.admin"}]}, "missing_field: quantity"),
        ({**ORDER, "buy": [{"item": "seats.admin", "quantity": "2"}]}, "wrong_type: quantity"),
        ({**ORDER, "buy": [{"item": "seats.admin", "quantity": True}]}, "wrong_type: quantity"),
        ({**ORDER, "currency": 1}, "wrong_type: currency"),
        ({**ORDER, "today": "now"}, "wrong_type: today"),
        ({"measure": "support.fair_use"}, "wrong_type: measure"),
        ({"measure": {"own": 1}}, "missing_field: policy"),
        ({"measure": {"policy": "support.fair_use"}}, "missing_field: own"),
        ({"measure": {"policy": "support.fair_use", "own": "many"}}, "wrong_type: own"),
        ({"measure": {"policy": "support.fair_use", "own": 1, "average": [3]}}, "wrong_type: average"),
    ],
)
def test_a_malformed_request_says_which_field(demo, request_, text) -> None:
    with pytest.raises(RequestError) as error:
        answer(demo, request_, "2026-04-01")
    assert str(error.value) == text


@pytest.mark.parametrize(
    ("quantity", "code"), [(1.5, "quantity_fractional"), (float("inf"), "quantity_too_large"), (-float("inf"), "quantity_negative")]
)
def test_a_number_that_is_no_quantity_is_a_refusal(demo, quantity, code) -> None:
    assert answer(demo, {**ORDER, "buy": [{"item": "seats.admin", "quantity": quantity}]}) == {"refusal": {"code": code}}


def test_a_whole_number_may_be_written_with_a_point(demo) -> None:
    assert answer(demo, {**ORDER, "buy": [{"item": "seats.admin", "quantity": 2.0}]})["total"] == "1900.00"


def test_unknown_keys_are_ignored_and_null_is_absent(demo) -> None:
    assert answer(demo, {**ORDER, "colour": "red", "contract_end": None, "facts": {"plan": "pro"}}) == answer(demo, ORDER)


def test_what_is_missing_is_named(demo) -> None:
    assert answer(demo, {"buy": [], "order": "2026-04-01"}) == {"refusal": {"code": "missing_input", "missing": ["buy"]}}
    asked = {"measure": {"policy": "support.fair_use", "own": 40}}
    assert answer(demo, asked) == {"refusal": {"code": "not_measurable", "missing": ["average"]}}


@pytest.mark.parametrize(("own", "ratio"), [(90, "3"), (90.0, "3"), (0.1, "1/300"), ("90", "3"), ("0.30", "1/100"), (1e-7, "1/300000000")])
def test_a_use_is_read_exactly_as_it_is_written(demo, own, ratio) -> None:
    assert answer(demo, {"measure": {"policy": "support.fair_use", "own": own, "average": 30}})["verdict"]["ratio"] == ratio


def test_every_example_of_every_book_gives_what_it_says(demo, studio) -> None:
    shown = [load(folder.parent, faq=False) for folder in sorted(ROOT.glob("examples/*/pricing.yaml"))]
    for book in (demo, studio, *shown):
        for example in book.examples.values():
            got = to_json(outcome_of(book, example.ask))
            first = got.get("lines", [{}])[0]
            flat = {**first, **got, **got.get("verdict", {}), "refuse": got.get("refusal", {}).get("code")}
            assert {key: str(flat.get(key)) for key in example.get} == {key: str(value) for key, value in example.get.items()}, example.id


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["seats.admin", "2026-04-01", "2026-02-30", "EUR"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["item", "quantity", "policy", "own", "average"]), inner, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = ("buy", "order", "contract_end", "currency", "cycle", "today", "measure", "id", "facts")


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON) | JSON, st.booleans())
def test_no_request_gives_a_traceback_or_a_figure_that_does_not_verify(demo, request_, complete) -> None:
    if complete and isinstance(request_, dict):
        request_ = {**ORDER, **request_}
    try:
        got = answer(demo, request_, "2026-04-01")
    except RequestError as error:
        assert re.fullmatch(r"not_an_object|(missing_field|wrong_type): [a-z_]+", str(error))  # noqa: PT017 - an answer is as good
        return
    assert "refusal" in got or verify_answer(compile_book(demo), request_, got) == []


def test_the_book_knows_every_reason_the_engine_has() -> None:
    from answerbook.book.schema import REFUSALS as KNOWN

    assert set(KNOWN) == set(REFUSALS)
