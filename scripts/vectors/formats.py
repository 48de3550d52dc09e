"""Figures as each language writes them. A line is ``{"lang", "call", "in", "out"}``; ``in`` is what the browser's formatter is given."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from answerbook import canonical
from answerbook.figures import MINOR_DIGITS, Money, Period
from answerbook.language import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerbook.language import Language

LANGUAGES = ("nl", "en", "de", "fr")
MINORS = (0, 1, 5, 99, 100, 95000, 60000, 55699, 123450, 999999, 1000000, 123456789, 100000000000, -1, -95000, -123450)
DAYS = (
    "2024-02-29",
    "2026-04-01",
    "2026-12-31",
    "1999-01-01",
    "0999-08-09",
    "9999-11-30",
    "2027-03-31",
    "2026-05-10",
    "2026-06-07",
    "2026-07-06",
)
MULTIPLES = (
    "0",
    "1",
    "3",
    "10",
    "5/2",
    "10/3",
    "2/3",
    "9001/3000",
    "3001/1000",
    "1/8",
    "12345/2",
    "999999999999/1000000",
    "1/3000000000000",
    "-5/2",
)
SHARES = ("0", "10", "99.99", "100", "33.3333", "12.5", "0.005", "-3")
NUMBERS = ("0", "7", "999", "1000", "12345", "1234567", "-1234", "0.5", "1234.50", "-0.25")
PERIODS = ("P1D", "P30D", "P1W", "P2W", "P1M", "P12M", "P1Y", "P5Y", "PT1H", "PT24H", "PT1M", "PT90M", "P0D", "P1000D")
LISTS = ([], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"], ["€ {0}", "{1}", "x"])


def _calls(language: Language) -> Iterator[tuple[str, list[Any], str]]:
    for currency in sorted(MINOR_DIGITS):
        for minor in MINORS:
            amount = Money(minor, currency)
            yield "money", [amount.text, currency], language.money(amount)
    yield from (("date", [day], language.date(day)) for day in DAYS)
    yield from (("multiple", [value], language.multiple(Fraction(value))) for value in MULTIPLES)
    yield from (("percent", [value], language.percent(value)) for value in SHARES)
    yield from (("number", [value], language.number(value)) for value in NUMBERS)
    yield from (("period", [value], language.period(Period.parse(value))) for value in PERIODS)
    yield from (("join", [parts], language.join(parts)) for parts in LISTS)
    yield from (("plural", [count], language.plural(count)) for count in (0, 1, 2, 11, 101))


def lines() -> Iterator[str]:
    """Every figure of every kind in every language."""
    for lang in LANGUAGES:
        for call, given, out in _calls(load(lang)):
            yield canonical.dumps({"lang": lang, "call": call, "in": given, "out": out})
