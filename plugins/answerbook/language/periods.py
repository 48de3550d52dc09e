"""Spans with a name: months, years, quarters, weeks, and parts of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from .durations import length, shift
from .times import Span, Time, add_months, iso, monday, month_span, number, parts, week_of, week_one

if TYPE_CHECKING:
    from collections.abc import Callable

    from .durations import Length

_STEPS = {"this": 0, "next": 1, "coming": 1, "last": -1, "past": -1}
_MONTHS = {"M": 1, "Q": 3, "Y": 12}
_SATURDAY, _THURSDAY = 6, 4
#: The middle of a month: after its 10th, through its 20th; its halves meet at the 16th, those of a year in July.
_MIDDLE, _HALF, _JULY = (10, 20), 15, 7
_LONGEST_COUNT = 1200

Values = dict[str, Any]


def compact(first: int, end: int, length_text: str) -> str:
    """A span as timex: ``(2026-04-01,2026-05-01,P1M)``."""
    return f"({iso(first)},{iso(end)},{length_text})"


def year_time(year: int) -> Time:
    """A calendar year."""
    return Time("range", "Y", f"{year:04d}", (number(year, 1, 1), number(year + 1, 1, 1)))


def month_time(year: int | None, month: int) -> Time:
    """A month of a year or of any year."""
    if year is not None:
        return Time("range", "M", f"{year:04d}-{month:02d}", month_span(year, month))
    return Time("range", "M", f"XXXX-{month:02d}", of_year=lambda candidate: month_span(candidate, month))


def quarter_time(year: int | None, quarter: int) -> Time:
    """A quarter of a year or of any year; 5 and 6 are its halves."""
    first, months = (quarter * 3 - 2, 3) if quarter <= 4 else (quarter * 6 - 29, 6)  # noqa: PLR2004
    if year is not None:
        span = month_span(year, first, months)
        return Time("range", "Q", compact(*span, f"P{months}M"), span)
    after = f"XXXX-{first + months:02d}-01" if first + months <= 12 else "XXXX-01-01"  # noqa: PLR2004
    timex = f"(XXXX-{first:02d}-01,{after},P{months}M)"
    return Time("range", "Q", timex, of_year=lambda candidate: month_span(candidate, first, months))


def week_time(first: int) -> Time:
    """The week that begins on a Monday."""
    year, week = week_of(first)
    return Time("range", "W", f"{year:04d}-W{week:02d}", (first, first + 7))


def unit_time(today: int, unit: str, step: int) -> Time | None:
    """The week, month, quarter, year or weekend of today, or so many from it."""
    year, month, _ = parts(today)
    if unit == "W":
        return week_time(monday(today) + 7 * step)
    if unit == "WE":
        first = monday(today) + _SATURDAY - 1 + 7 * step
        return replace(week_time(monday(first)), span=(first, first + 2), timex=week_time(monday(first)).timex + "-WE")
    if unit == "M":
        y, m, _ = parts(add_months(number(year, month, 1), step))
        return month_time(y, m)
    if unit == "Q":
        y, m, _ = parts(add_months(number(year, (month - 1) // 3 * 3 + 1, 1), 3 * step))
        return quarter_time(y, (m + 2) // 3)
    if unit == "Y":
        return year_time(year + step)
    if unit == "DEC":
        first_year = year // 10 * 10 + 10 * step
        span = (number(first_year, 1, 1), number(first_year + 10, 1, 1))
        return Time("range", "Y", compact(*span, "P10Y"), span)
    return None


def _month(_today: int | None, v: Values) -> Time:
    return month_time(v.get("year"), v.get("month") or v.get("month_any") or v["month_may"])


def _month_rel(today: int | None, v: Values) -> Time | None:
    """This September, coming May, last June."""
    if today is None:
        return None
    year, current, _ = parts(today)
    wanted, how = v.get("month_any") or v["month_may"], v["rel"]
    if how == "coming":
        return month_time(year + (wanted <= current), wanted)
    if how == "past":
        return month_time(year - (wanted >= current), wanted)
    return month_time(year + _STEPS[how], wanted)


def _unit_rel(today: int | None, v: Values) -> Time | None:
    return None if today is None else unit_time(today, v["singular"], _STEPS[v["rel"]])


def _unit_this(today: int | None, v: Values) -> Time | None:
    return None if today is None else unit_time(today, v["singular"], 0)


def _year(_today: int | None, v: Values) -> Time:
    return year_time(v["year"] if "year" in v else v["YEAR"])


def _week_number(today: int | None, v: Values) -> Time | None:
    wanted = v["NUMBER"]
    year = v.get("year") or (today and parts(monday(today) + 3)[0])
    if year is None or wanted.denominator != 1 or not 1 <= wanted <= 53:  # noqa: PLR2004
        return None
    time = week_time(week_one(year) + 7 * (int(wanted) - 1))
    return time if time.timex.startswith(f"{year:04d}") else None


def _inside(base: Time, of_span: Callable[[Span], tuple[int, int] | None], timex: str, grain: str) -> Time | None:
    """A part of a base: fixed when the base is, else of any year. A timex that begins with P is the length of a span with its own edges."""
    counted = timex.startswith("P")
    if base.span is not None:
        found = of_span(base.span)
        return found and Time("range", grain, compact(*found, timex) if counted else timex, found)
    whole = base.of_year
    if whole is None:
        return None

    def of_year(candidate: int) -> tuple[int, int] | None:
        span = whole(candidate)
        return span and of_span(span)

    return Time("range", grain, "" if counted else timex, of_year=of_year)


def _nth_span(span: Span, unit: str, nth: int, count: int) -> tuple[int, int] | None:
    """The nth (or, below zero, last) so many weeks, months, quarters or days of a span."""
    first, end = span
    if first is None or end is None:
        return None
    if unit in {"M", "Q"}:
        months = _MONTHS[unit]
        start = add_months(first, months * (nth - 1) * count) if nth > 0 else add_months(end, -months * count)
        found = (start, add_months(start, months * count))
    elif unit in {"W", "D"}:
        size = 7 if unit == "W" else 1
        # A week belongs to the span that holds its Thursday (ISO 8601).
        head, tail = (monday(first + 3), monday(end - 1 - 3)) if unit == "W" else (first, end - 1)
        start = head + size * (nth - 1) * count if nth > 0 else tail - size * (count - 1)
        found = (start, start + size * count)
    else:
        return None
    return found if first - 4 < found[0] < end else None


def _nth(base: Time, unit: str, nth: int, count: int) -> Time | None:
    if abs(nth) > _LONGEST_COUNT or not 1 <= count <= _LONGEST_COUNT:
        return None
    if unit == "Q" and base.grain == "Y" and count == 1 and base.timex.isdigit():
        return quarter_time(int(base.timex), nth if nth > 0 else 4) if nth <= 4 else None  # noqa: PLR2004
    if base.grain in {unit, "D"} or (unit == "D" and count == 1):
        return None
    timex = f"P{count * _MONTHS[unit]}M" if unit in {"M", "Q"} else f"P{count}{unit}"
    if unit == "W" and count == 1 and base.grain in {"M", "Y"}:
        timex = f"{base.timex}-W{nth if nth > 0 else 5:02d}"
    return _inside(base, lambda span: _nth_span(span, unit, nth, count), timex, unit)


def _order(v: Values) -> int | None:
    value = v.get("ORDINAL")
    if value is None:
        return int(v["last_word"])
    return int(value) if value.denominator == 1 else None


def _nth_unit(_today: int | None, v: Values) -> Time | None:
    nth = _order(v)
    return None if nth is None else _nth(v["base"], v["unit"], nth, 1)


def _nth_units(_today: int | None, v: Values) -> Time | None:
    nth, count = _order(v), v["NUMBER"]
    return (
        _nth(v["base"], v["unit"], nth, int(count)) if nth in {1, -1} and count.denominator == 1 and 1 <= count <= _LONGEST_COUNT else None
    )


def _quarter(_today: int | None, v: Values) -> Time:
    return quarter_time(v.get("year"), v["quarter"])


def _quarter_of(_today: int | None, v: Values) -> Time | None:
    """The third quarter of next year, as Q3."""
    year: Time = v["relunit"]
    return quarter_time(int(year.timex), v["quarter"]) if year.grain == "Y" and year.timex.isdigit() else None


def _rest(today: int | None, v: Values) -> Time | None:
    """The rest of the month: from today."""
    span = v["relunit"].span
    if today is None or span is None or not span[0] <= today < span[1]:
        return None
    return Time("range", "D", compact(today, span[1], f"P{span[1] - today}D"), (today, span[1]))


def part_span(span: Span, grain: str, part: str, year_end_month: int) -> tuple[int, int] | None:
    """The beginning, middle or end of a week, month, quarter or year."""
    first, end = span
    if first is None or end is None:
        return None
    if grain == "W":
        cut = (first + _THURSDAY - 1, first + _THURSDAY - 1)
    elif grain == "M":
        cut = (first + _MIDDLE[0] - 1, first + _MIDDLE[1]) if part == "m" else (first + _HALF, first + _HALF)
    elif grain == "Y":
        cut = (
            (add_months(first, 4), add_months(first, 8))
            if part == "m"
            else (add_months(first, _JULY - 1), add_months(first, year_end_month - 1))
        )
    else:
        cut = (first + (end - first) // 2, first + (end - first) // 2)
    return {"s": (first, cut[0]), "m": cut, "e": (cut[1], end)}[part]


def part_of(base: Time, part: str, year_end_month: int) -> Time | None:
    """The beginning, middle or end of a period."""
    if base.mod or base.kind != "range":
        return None
    found = _inside(base, lambda span: part_span(span, base.grain, part, year_end_month), base.timex, base.grain)
    return found and replace(found, part=part)


def _part(_today: int | None, v: Values, *, year_end_month: int) -> Time | None:
    return part_of(v["base"], v["part"], year_end_month)


def _part_of_this(today: int | None, v: Values, *, year_end_month: int) -> Time | None:
    base = None if today is None else unit_time(today, v["singular"], 0)
    return base and part_of(base, v["part"], year_end_month)


def _half_of_this(today: int | None, v: Values) -> Time | None:
    """Earlier or later this month: the half, but not across today."""
    base: Time = v["relunit"]
    if today is None or base.span is None:
        return None
    found = part_span(base.span, base.grain, v["half_word"], _JULY)
    if found is None:
        return None
    first, end = found
    inside = base.span[0] is not None and base.span[1] is not None and base.span[0] <= today < base.span[1]
    if inside:
        first, end = (max(first, today), end) if v["half_word"] == "e" else (first, min(end, today) if today > first else end)
    return replace(base, span=(first, end))


def _week_with(today: int | None, v: Values) -> Time | None:
    """The week of 10 April."""
    time: Time = v["monthday"]
    span = time.spans(today)
    if time.kind != "date" or span is None or span[0] is None:
        return None
    return Time("range", "W", time.timex, (monday(span[0]), monday(span[0]) + 7))


def _coming_units(today: int | None, v: Values) -> Time | None:
    """The next three months: from tomorrow; the last three: until today. Quarters are whole ones."""
    if today is None:
        return None
    count, unit = v.get("NUMBER", Fraction(v.get("few", 1))), v.get("unit") or v["plural"]
    step = _STEPS[v["rel"]]
    by = length([(count, unit)])
    if by is None or step == 0 or count < 1:
        return None
    if unit == "Q" and count.denominator == 1:
        current = unit_time(today, "Q", 0)
        edge = None if current is None or current.span is None else current.span[1 if step > 0 else 0]
        return None if edge is None else _moved_span(edge, by, step)
    return _moved_span(today + 1 if step > 0 else today, by, step)


def _moved_span(edge: int, by: Length, step: int) -> Time | None:
    other = shift(edge, by, step)
    if other is None:
        return None
    span = (edge, other) if step > 0 else (other, edge)
    return Time("range", by.counts[0][1], compact(*span, by.timex), span)


def _decade(_today: int | None, v: Values) -> Time | None:
    first = v["YEAR"]
    if first % 10:
        return None
    span = (number(first, 1, 1), number(first + 10, 1, 1))
    return Time("range", "Y", compact(*span, "P10Y"), span)


def actions(year_end_month: int) -> dict[str, Callable[[int | None, Values], Any]]:
    """The actions of this module by the names the grammar gives them; in some languages the end of a year begins later than in others."""
    return {
        "month": _month,
        "month_rel": _month_rel,
        "unit_rel": _unit_rel,
        "unit_this": _unit_this,
        "year": _year,
        "week_number": _week_number,
        "nth_unit": _nth_unit,
        "nth_units": _nth_units,
        "quarter": _quarter,
        "quarter_of": _quarter_of,
        "rest": _rest,
        "part": partial(_part, year_end_month=year_end_month),
        "part_of_this": partial(_part_of_this, year_end_month=year_end_month),
        "half_of_this": _half_of_this,
        "week_with": _week_with,
        "coming_units": _coming_units,
        "decade": _decade,
    }
