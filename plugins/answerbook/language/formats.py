"""Writing figures from a language's facts. The browser twin, format.js, writes the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerbook.figures import Money, Period

_EXACT_DECIMALS = 4
_FEWEST_ROUNDED_DECIMALS = 2
_MOST_DECIMALS = 12


def decimal_text(value: Fraction) -> str:
    """A fraction as a plain decimal: exact up to four decimals, else rounded half up to two or to as many as show that it is not whole.

    >>> decimal_text(Fraction(10, 3)), decimal_text(Fraction(7, 2)), decimal_text(Fraction(9001, 3000))
    ('3.33', '3.5', '3.0003')
    """
    if value.denominator == 1:
        return str(value.numerator)
    if 10**_EXACT_DECIMALS % value.denominator == 0:
        return _rounded(value, _EXACT_DECIMALS).rstrip("0")
    decimals = _FEWEST_ROUNDED_DECIMALS
    while decimals < _MOST_DECIMALS and not _rounded(value, decimals).partition(".")[2].strip("0"):
        decimals += 1
    return _rounded(value, decimals)


def _rounded(value: Fraction, decimals: int) -> str:
    scaled = abs(value) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, rest = divmod(units, 10**decimals)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{decimals}d}"


@dataclass(frozen=True, slots=True)
class Formatter:
    """Writes figures with the facts of one language (``facts.format_facts``)."""

    facts: dict[str, Any]

    def money(self, amount: Money) -> str:
        """The amount with its symbol and all its minor digits: ``€ 1.234,50`` with the no-break space the locale asks for."""
        currency = self.facts["currencies"][amount.currency]
        pattern = currency["negative" if amount.minor < 0 else "positive"]
        return str(pattern.replace("{0}", self._digits(amount.text.lstrip("-"))))

    def number(self, value: str | int) -> str:
        """A whole number or plain decimal text with the language's separators; digits are kept as given."""
        text = str(value)
        return self.facts["minus"] + self._digits(text[1:]) if text.startswith("-") else self._digits(text)

    def percent(self, value: Fraction | str) -> str:
        """A share given in percent points: ``99.99`` becomes ``99,99%``."""
        return str(self.facts["percent"].replace("{0}", self.number(decimal_text(Fraction(value)))))

    def multiple(self, value: Fraction | str | int) -> str:
        """How many times: ``3 keer``, ``2,5 keer``."""
        text = decimal_text(Fraction(value))
        return str(self.facts["multiple"][self._plural(text)].replace("{0}", self.number(text)))

    def date(self, iso: str) -> str:
        """A day in full: ``1 april 2026``."""
        year, month, day = iso.split("-")
        parts = {"{d}": str(int(day)), "{M}": self.facts["months"][int(month) - 1], "{y}": str(int(year))}
        text: str = self.facts["date"]
        for field, part in parts.items():
            text = text.replace(field, part)
        return text

    def period(self, period: Period) -> str:
        """A length of time: ``30 dagen``, ``1 jaar``."""
        return f"{self.number(period.count)} {self.facts['units'][period.unit][self.plural(period.count)]}"

    def join(self, parts: Sequence[str]) -> str:
        """A list in words: ``a``, ``a en b``, ``a, b en c``; empty text for none."""
        if len(parts) < len("ab"):
            return "".join(parts)
        patterns = self.facts["list"]
        if len(parts) == len("ab"):
            return _pair(patterns["2"], parts[0], parts[1])
        text = _pair(patterns["end"], parts[-2], parts[-1])
        for part in reversed(parts[1:-2]):
            text = _pair(patterns["middle"], part, text)
        return _pair(patterns["start"], parts[0], text)

    def plural(self, count: int) -> str:
        """The plural category of a whole number: ``one`` or ``other``."""
        return "one" if count in self.facts["one"] else "other"

    def _plural(self, text: str) -> str:
        whole, point, _ = text.lstrip("-").partition(".")
        if point and not self.facts["one_with_decimals"]:
            return "other"
        return self.plural(int(whole))

    def _digits(self, text: str) -> str:
        """Unsigned decimal text with the language's separators."""
        whole, point, rest = text.partition(".")
        if len(whole) >= 3 + self.facts["min_group"]:
            head = len(whole) % 3 or 3
            whole = self.facts["group"].join([whole[:head], *(whole[i : i + 3] for i in range(head, len(whole), 3))])
        return whole + (self.facts["decimal"] + rest if point else "")


def _pair(pattern: str, first: str, second: str) -> str:
    head, _, tail = pattern.partition("{0}")
    middle, _, end = tail.partition("{1}")
    return head + first + middle + second + end
