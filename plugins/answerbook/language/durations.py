"""Lengths of time: ``3 maanden``, ``half jaar``, ``an hour and a half``."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .amounts import plain
from .times import add_months

if TYPE_CHECKING:
    from collections.abc import Callable

#: What a unit is in the units of a timex: quarters, weekends, fortnights and the like in smaller ones.
_MADE_OF = {"Q": (3, "M"), "TQ": (15, "TM"), "F": (14, "D"), "DEC": (10, "Y"), "C": (100, "Y"), "WE": (2, "D"), "N": (1, "D")}
#: The next smaller unit that a fraction of a unit is counted in, where that gives whole ones.
_SMALLER = {"Y": (12, "M"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_HIGHEST = 100_000


@dataclass(frozen=True, slots=True)
class Length:
    """A length as counts of units, largest first; ``vague`` for "a few"."""

    counts: tuple[tuple[Fraction, str], ...]
    vague: bool = False

    @property
    def timex(self) -> str:
        """The ISO 8601 duration: ``P3M``, ``PT1H30M``."""
        text, time = "P", ""
        for count, unit in self.counts:
            if unit.startswith("T"):
                time += plain(count) + unit[1]
            else:
                text += plain(count) + unit
        return text + ("T" + time if time else "")

    def count(self, unit: str) -> Fraction:
        """How many of one unit."""
        return sum((count for count, own in self.counts if own == unit), Fraction(0))

    @property
    def single(self) -> tuple[Fraction, str] | None:
        """Count and unit of a length in one unit."""
        return self.counts[0] if len(self.counts) == 1 else None


def length(counts: list[tuple[Fraction, str]], *, vague: bool = False) -> Length | None:
    """A length from counts in any order; None for a negative or immense one, or a unit named twice."""
    found: dict[str, Fraction] = {}
    for count, unit in counts:
        for part, own in _split(count, unit):
            found[own] = found.get(own, Fraction(0)) + part
    if not found or any(count < 0 or count > _HIGHEST for count in found.values()):
        return None
    kept = [(found[unit], unit) for unit in _ORDER if found.get(unit)]
    return Length(tuple(kept or [next((count, unit) for unit, count in found.items())]), vague)


def _split(count: Fraction, unit: str) -> list[tuple[Fraction, str]]:
    """One count in the units of a timex; a fraction goes to the smaller unit where that makes it whole."""
    times, unit = _MADE_OF.get(unit, (1, unit))
    count *= times
    smaller = _SMALLER.get(unit)
    if count.denominator == 1 or smaller is None or (count * smaller[0]).denominator != 1:
        return [(count, unit)]
    whole = Fraction(int(count))
    return [*([(whole, unit)] if whole else []), ((count - whole) * smaller[0], smaller[1])]


def shift(day: int, by: Length, sign: int) -> int | None:
    """The day a length later (sign 1) or earlier (-1); None when the length holds parts of days or months."""
    months = by.count("Y") * 12 + by.count("M")
    days = by.count("W") * 7 + by.count("D")
    if months.denominator != 1 or days.denominator != 1 or any(unit.startswith("T") for _, unit in by.counts):
        return None
    return add_months(day, sign * int(months)) + sign * int(days)


def _units(v: dict[str, Any]) -> Length | None:
    return length([(v["NUMBER"], v.get("unit") or v["unit_short"])])


def _part_units(v: dict[str, Any]) -> Length | None:
    """One and a quarter of hours; never "3 of days"."""
    return None if v["NUMBER"].denominator == 1 else _units(v)


def _one_unit(v: dict[str, Any]) -> Length | None:
    """A month; "a second" is mostly no length."""
    return None if v["singular"] == "TS" else length([(Fraction(1), v["singular"])])


def _few_units(v: dict[str, Any]) -> Length | None:
    return length([(Fraction(v["few"]), v["unit"])], vague=True)


def _half_a_unit(v: dict[str, Any]) -> Length | None:
    return length([(Fraction(1, 2), v["singular"])])


def _lengths(v: dict[str, Any]) -> Length | None:
    """Two or three lengths as one; each in other units, so that "2 days and 3 days" stays two."""
    parts = [v[key] for key in ("length", "length2", "length3") if key in v]
    units = [unit for part in parts for _, unit in part.counts]
    if len(set(units)) < len(units) or [unit for unit in _ORDER if unit in units] != units:
        return None
    return length([count for part in parts for count in part.counts], vague=any(part.vague for part in parts))


def _length_and_part(v: dict[str, Any]) -> Length | None:
    part = Fraction(v.get("fraction") or "1/2")
    single = v["length"].single
    return length([(single[0] + part, single[1])]) if single is not None and single[0].denominator == 1 else None


def _units_and_minutes(v: dict[str, Any]) -> Length | None:
    """1 hour thirty."""
    if v["unit"] != "TH" or v["NUMBER2"].denominator != 1 or not 0 < v["NUMBER2"] < 60:  # noqa: PLR2004
        return None
    return length([(v["NUMBER"], "TH"), (v["NUMBER2"], "TM")])


#: The actions of this module by the names the grammar gives them.
ACTIONS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "units": _units,
    "part_units": _part_units,
    "one_unit": _one_unit,
    "few_units": _few_units,
    "half_a_unit": _half_a_unit,
    "lengths": _lengths,
    "length_and_part": _length_and_part,
    "units_and_minutes": _units_and_minutes,
}
