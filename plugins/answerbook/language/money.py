"""Amounts, ranges of amounts, percentages, multiples and plain numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_CENTS = 100


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money; ``currency`` is None for cents of no named currency."""

    value: Fraction
    currency: str | None


@dataclass(frozen=True, slots=True)
class AmountRange:
    """From ``low`` to ``high``; None is open."""

    low: Fraction | None
    high: Fraction | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it is: number, percent, multiple or ordinal."""

    kind: str
    value: Fraction


def _money(v: dict[str, Any]) -> Amount:
    return Amount(v.get("NUMBER", Fraction(1)), v["cur"])


def _negative_money(v: dict[str, Any]) -> Amount | None:
    return Amount(-v["NUMBER"], v["cur"]) if v["NUMBER"] > 0 else None


def _scaled_money(v: dict[str, Any]) -> Amount:
    return Amount(v["NUMBER"] * v["scale"], v["cur"])


def _money_and_cents(v: dict[str, Any]) -> Amount | None:
    """20 dollars 43: whole units, then whole cents."""
    whole, cents = v["NUMBER"], v["NUMBER2"]
    if whole.denominator != 1 or cents.denominator != 1 or whole < 0 or not 0 < cents < _CENTS:
        return None
    return Amount(whole + cents / _CENTS, v["cur"])


def _cents(v: dict[str, Any]) -> Amount:
    return Amount(v.get("NUMBER", Fraction(1)), None)


def _at_most(v: dict[str, Any]) -> AmountRange:
    return AmountRange(None, v["money"].value, v["money"].currency)


def _at_least(v: dict[str, Any]) -> AmountRange:
    return AmountRange(v["money"].value, None, v["money"].currency)


def _money_range(v: dict[str, Any]) -> AmountRange | None:
    high: Amount = v.get("money2") or v["money"]
    low = v["money"].value if "money2" in v else v["NUMBER"]
    if "money2" in v and v["money"].currency != high.currency:
        return None
    return AmountRange(low, high.value, high.currency) if low < high.value else None


def _percent(v: dict[str, Any]) -> Figure:
    return Figure("percent", v["NUMBER"])


def _multiple(v: dict[str, Any]) -> Figure | None:
    return Figure("multiple", v["NUMBER"]) if v["NUMBER"] >= 0 else None


def _only_multiple(v: dict[str, Any]) -> Figure:
    return Figure("multiple", Fraction(v["multiple_word"]))


def _compound_multiple(v: dict[str, Any]) -> Figure:
    """Driemaal, threefold."""
    return Figure("multiple", v["MULTIPLE"])


def _ordinal(v: dict[str, Any]) -> Figure:
    return Figure("ordinal", v["ORDINAL"])


def _number(v: dict[str, Any]) -> Figure:
    return Figure("number", v["NUMBER"])


def _couple(v: dict[str, Any]) -> Figure:
    """A couple of: two; "a few" stays unread, nobody knows how many."""
    return Figure("number", Fraction(v["couple"]))


def _share(v: dict[str, Any]) -> Figure | None:
    """One out of three."""
    part, whole = v.get("NUMBER", Fraction(1)), v.get("NUMBER2")
    if whole is None:
        part, whole = Fraction(1), v["NUMBER"]
    return Figure("number", part / whole) if whole > 0 and whole.denominator == 1 and part.denominator == 1 else None


#: The actions of this module by the names the grammar gives them.
ACTIONS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "money": _money,
    "negative_money": _negative_money,
    "scaled_money": _scaled_money,
    "money_and_cents": _money_and_cents,
    "cents": _cents,
    "at_most": _at_most,
    "at_least": _at_least,
    "money_range": _money_range,
    "percent": _percent,
    "multiple": _multiple,
    "only_multiple": _only_multiple,
    "compound_multiple": _compound_multiple,
    "ordinal": _ordinal,
    "number": _number,
    "couple": _couple,
    "share": _share,
}
