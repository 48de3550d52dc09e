"""Days, figures and canonical JSON: what they give, and that the browser gives the same."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from answerbook import calendar, canonical, figures
from answerbook.book.compile import decimal_text
from hypothesis import given
from hypothesis import strategies as st

from tests.node import run_node

HERE = Path(__file__).parent
DAYS = [
    *("0001-01-01", "0001-12-31", "0004-02-29", "0100-02-28", "1582-10-10", "1899-12-31", "1900-02-28", "2000-02-29", "2024-01-31"),
    *("2024-02-29", "2025-12-31", "2026-03-01", "2100-02-28", "2400-02-29", "9998-12-31", "9999-01-01", "9999-12-30", "9999-12-31"),
]
PERIODS = ["P0D", "P1D", "P30D", "P2W", "P1M", "P3M", "P11M", "P13M", "P1Y", "P4Y", "P100Y", "P9999D", "P9999M", "P9999Y"]
NO_DAYS = [
    "",
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "0000-01-01",
    "2026-13-01",
    "2026-00-01",
    "2026-01-00",
    "2026-1-1",
    "20260101",
    "2026-01-01 ",
]
DECIMALS = [
    "0",
    "-0",
    "00.50",
    "2.5",
    "-2.50",
    "99.99",
    "1e3",
    "1.",
    ".5",
    "+1",
    " 1",
    "1,5",
    "٣",
    "123456789012345.123456789012345",
    "1" * 16,
]
VALUES = [
    {"b": 1, "a": [True, False, None, "é", "\u2028", "\u007f", '\x01\b\t\n\f\r"\\/'], "A": {}, "é": [], "😀": 2, "\ufffd": 3, "aa": -5},
    [0, 2.0, -0.0, 1.5, 0.123457, 1e15, 10**15],
    "text",
]


def cases() -> list[list[object]]:
    asked: list[list[object]] = [["add", day, period] for day, period in product(DAYS, PERIODS)]
    asked += [["term_end", day, period] for day, period in product(DAYS, PERIODS)]
    asked += [["days", first, last] for first, last in product(DAYS, DAYS)]
    asked += [["is_day", text] for text in DAYS + NO_DAYS]
    asked += [["decimal", text] for text in DECIMALS]
    asked += [
        ["round", str(top), str(bottom), code]
        for top, bottom, code in product((0, 1, -1, 5, -5, 99995, 10**20 + 1), (1, 3, 200, 1000), ("EUR", "JPY"))
    ]
    return [*asked, ["minor_digits"], *(["same", value] for value in VALUES)]


def outcome(name: str, *given: object) -> object:
    def period(text: object) -> figures.Period:
        return figures.Period.parse(str(text))

    def decimal(text: object) -> object:
        try:
            value = figures.parse_decimal(str(text))
        except ValueError:
            return "no decimal"
        return [figures.fraction_text(value), decimal_text(value)]

    does = {
        "add": lambda day, length: calendar.add(day, period(length)),
        "term_end": lambda day, length: calendar.term_end(day, period(length)),
        "days": calendar.days,
        "is_day": calendar.is_day,
        "decimal": decimal,
        "round": lambda top, bottom, code: figures.round_half_up(Fraction(int(top), int(bottom)), code).text,
        "minor_digits": lambda: figures.MINOR_DIGITS,
        "same": lambda value: value,
    }
    try:
        return does[name](*given)
    except OverflowError:
        return "outside"


def test_the_browser_counts_rounds_and_writes_alike() -> None:
    asked = cases()
    got = run_node(HERE / "spine.mjs", stdin=json.dumps(asked)).split("\n")
    assert len(got) == len(asked)
    for case, browser in zip(asked, got, strict=True):
        assert browser == canonical.dumps(outcome(*case)), case


@pytest.mark.parametrize(
    ("start", "period", "reached"),
    [
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2025-01-31", "P1M", "2025-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2026-12-31", "P2W", "2027-01-14"),
        ("2026-04-01", "P30D", "2026-05-01"),
    ],
)
def test_a_day_missing_in_its_month_becomes_the_last(start, period, reached) -> None:
    assert calendar.add(start, figures.Period.parse(period)) == reached


def test_no_day_lies_past_the_year_9999() -> None:
    with pytest.raises(OverflowError):
        calendar.add("9999-01-01", figures.Period(1, "Y"))
    with pytest.raises(ValueError, match="does not move a day"):
        calendar.add("2026-01-01", figures.Period(1, "TH"))


@given(st.integers(-(10**18), 10**18))
def test_an_amount_is_read_back_as_it_was_written(minor) -> None:
    for currency in ("EUR", "JPY"):
        money = figures.Money(minor, currency)
        if len(str(abs(minor))) <= 15:
            assert figures.Money.parse(money.text, currency) == money
        assert money.exact() == Fraction(money.text)


@given(st.fractions(), st.sampled_from(["EUR", "JPY"]))
def test_rounding_is_to_the_nearest_and_a_half_goes_away_from_zero(value, currency) -> None:
    rounded, unit = figures.round_half_up(value, currency), Fraction(1, 10 ** figures.MINOR_DIGITS[currency])
    distance = abs(rounded.exact() - value)
    assert distance <= unit / 2
    if distance == unit / 2:
        assert abs(rounded.exact()) > abs(value)


def test_canonical_json_has_one_way_to_write_a_value() -> None:
    assert canonical.dumps({"b": 2.0, "a": [1, "é"]}) == '{"a":[1,"é"],"b":2}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical.dumps(float("nan"))
