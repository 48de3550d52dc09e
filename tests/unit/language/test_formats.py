"""How figures are written."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from answerbook.figures import Money, Period
from answerbook.language import UnknownLanguageError, load
from answerbook.language.formats import Formatter, decimal_text
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.node import ROOT, run_node

NBSP = "\u00a0"


def test_dutch_is_written_as_the_netherlands_write_it() -> None:
    nl = load("nl")
    assert nl.money(Money(95000, "EUR")) == f"€{NBSP}950,00"
    assert nl.money(Money(-123450, "EUR")) == f"€{NBSP}-1.234,50"
    assert nl.date("2026-04-01") == "1 april 2026"
    assert nl.period(Period(30, "D")) == "30 dagen"
    assert nl.period(Period(1, "Y")) == "1 jaar"
    assert nl.multiple(3) == "3 keer"
    assert nl.percent("99.99") == "99,99%"
    assert nl.number(1234567) == "1.234.567"
    assert nl.join(["a", "b", "c"]) == "a, b en c"


def test_english_is_written_with_the_day_first() -> None:
    en = load("en")
    assert en.money(Money(95000, "EUR")) == "€950.00"
    assert en.money(Money(-123450, "EUR")) == "-€1,234.50"
    assert en.money(Money(500, "CHF")) == f"CHF{NBSP}5.00"
    assert en.date("2026-04-01") == "1 April 2026"
    assert en.period(Period(1, "D")) == "1 day"
    assert en.period(Period(1, "TH")) == "1 hour"
    assert en.multiple("5/2") == "2.5 times"
    assert en.multiple(1) == "1 time"
    assert en.percent(Fraction(9999, 100)) == "99.99%"
    assert en.join(["a", "b", "c"]) == "a, b and c"


def test_german_and_french_put_the_symbol_behind() -> None:
    assert load("de").money(Money(123450, "EUR")) == f"1.234,50{NBSP}€"
    assert load("de").date("2026-04-01") == "1. April 2026"
    assert load("fr").money(Money(123450, "EUR")) == f"1\u202f234,50{NBSP}€"
    assert load("fr").plural(0) == "one"
    assert load("fr").multiple("3/2") == "1,5 fois"


def test_an_amount_has_all_minor_digits_of_its_currency() -> None:
    assert load("en").money(Money(5, "JPY")) == "JP¥5"
    assert load("en").money(Money(5, "EUR")) == "€0.05"


def test_languages_that_group_from_five_digits_leave_four_together() -> None:
    pl = Formatter({**load("nl").pack(), "group": NBSP, "min_group": 2})
    assert pl.number("1234.50") == "1234,50"
    assert pl.number("12345") == f"12{NBSP}345"


def test_the_minus_sign_is_the_languages_own() -> None:
    nb = Formatter({**load("nl").pack(), "minus": "\u2212"})
    assert nb.number("-1234") == "\u22121.234"


@settings(deadline=None)
@given(st.fractions(max_denominator=10**6))
def test_what_is_not_whole_is_never_written_as_whole(value: Fraction) -> None:
    text = decimal_text(value)
    assert (value.denominator == 1) == ("." not in text)
    assert abs(Fraction(text) - value) <= Fraction(1, 200)


def test_parts_of_a_list_may_hold_braces() -> None:
    assert load("nl").join(["{1}", "{0}"]) == "{1} en {0}"
    assert load("nl").join([]) == ""


@pytest.mark.parametrize("code", ["xx", "", "NL", "../nl", "nl-NL", "grammar"])
def test_an_unknown_language_is_an_error_that_names_it(code: str) -> None:
    with pytest.raises(UnknownLanguageError, match=code or "^$"):
        load(code)


def test_a_language_is_a_value() -> None:
    nl = load("nl")
    assert load("nl") is nl
    with pytest.raises(AttributeError):
        nl.code = "en"  # type: ignore[misc]
    assert replace(nl).words.stem("beheerders") == nl.words.stem("beheerder")


def test_a_differing_intl_is_reported_and_does_no_harm() -> None:
    # A canary: our formats come from one CLDR release, a browser's from another. A difference is told, the comparison itself must run.
    vectors = (ROOT / "tests" / "vectors" / "formats.jsonl").read_text(encoding="utf-8")
    *told, last = run_node(Path(__file__).parent / "intl.mjs", stdin=vectors).splitlines()
    wanted = sum(1 for line in vectors.splitlines() if json.loads(line)["call"] == "money")
    assert json.loads(last)["compared"] >= wanted
    for line in told:
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn(f"Intl writes otherwise: {line}", UserWarning, stacklevel=1)
