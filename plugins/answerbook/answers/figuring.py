"""Small work on figures that handlers share: claims held against the book, amounts as text. Twin: browser/answers/figuring.js."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reply import Turn

_MOST_DECIMALS = 15
_MONTHS = {"Y": 12, "M": 1}


def money_text(value: Fraction, like: str) -> str:
    """An exact amount as decimal text with as many digits as ``like`` has."""
    digits = len(like.partition(".")[2])
    scaled = abs(value) * 10**digits
    minor = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, rest = divmod(minor, 10**digits)
    return f"{'-' if value < 0 else ''}{whole}" + (f".{rest:0{digits}d}" if digits else "")


def decimal(fraction: str) -> str:
    """A fraction that came from a decimal as that decimal: ``5/2`` is ``2.5``."""
    value, digits = Fraction(fraction), 0
    while (value * 10**digits).denominator != 1 and digits < _MOST_DECIMALS:
        digits += 1
    return money_text(value, "0." + "0" * digits if digits else "0")


def claim(turn: Turn, text: str, amounts: list[str]) -> str:
    """The sentence, led by yes or no when the question supposes an amount in the book's currency."""
    own = turn.service.book["currency"]
    claimed = {Fraction(amount) for amount, currency in turn.situation.amounts if currency in {own, ""}}
    if not claimed:
        return text
    return verdict(turn, text, right=claimed <= {Fraction(amount) for amount in amounts})


def verdict(turn: Turn, text: str, *, right: bool) -> str:
    """The sentence led by yes or no."""
    return turn.say("yes" if right else "no", text=text)


def same_period(left: str, right: str) -> bool:
    """Whether two ISO periods are equally long: a year is twelve months, a week seven days."""
    return _length(left) == _length(right)


def _length(period: str) -> tuple[str, int]:
    count, unit = period.removeprefix("PT").removeprefix("P")[:-1], period[-1:]
    if not count.isdigit():
        return period, 0
    if period.startswith("PT"):
        return "T" + unit, int(count)
    if unit in _MONTHS:
        return "M", int(count) * _MONTHS[unit]
    return "D", int(count) * (7 if unit == "W" else 1)


def period_figure(period: str) -> str:
    """An ISO period as it is reported: ``30 days``, ``1 hour``."""
    names = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute"}
    time = "T" if period.startswith("PT") else ""
    count, unit = period.removeprefix("PT").removeprefix("P")[:-1], time + period[-1]
    return f"{int(count)} {names[unit]}{'' if int(count) == 1 else 's'}"
