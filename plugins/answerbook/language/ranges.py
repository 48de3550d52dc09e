"""Spans from one day or month to another, and spans open at one end: ``van 1 april tot en met 31 oktober``, ``before May``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from .dates import calendar_day
from .durations import shift
from .periods import compact, month_time, part_of, year_time
from .times import Time, fixed, iso, month_length, parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from .durations import Length

Values = dict[str, Any]
_MONTHS_A_YEAR = 12
#: How long a span goes on being meant after the start of its end: "from May to September" is this year's all September.
_REACH = {"D": 1, "W": 7, "M": 30, "Q": 91, "Y": 365}


def _edge(_today: int | None, v: Values) -> Time:
    """A year or month as the edge of a span."""
    return year_time(v["year"]) if "year" in v else month_time(None, v.get("month_any") or v["month_may"])


def _length_text(first: int, end: int, grains: set[str]) -> str:
    """The length of a span in the units its edges were named in: whole years, whole months, else days."""
    if grains <= {"Y", "M", "Q"}:
        (y1, m1, d1), (y2, m2, d2) = parts(first), parts(end)
        months = (y2 - y1) * _MONTHS_A_YEAR + m2 - m1
        if d1 == d2 and months > 0:
            return f"P{months // _MONTHS_A_YEAR}Y" if grains == {"Y"} and months % _MONTHS_A_YEAR == 0 else f"P{months}M"
    return f"P{end - first}D"


def _settled(a: Time, b: Time) -> tuple[Time, Time]:
    """Two edges of which one may name no year: it takes the other's, or the one before or after."""
    if a.span is None and b.span is not None and b.span[0] is not None:
        year = parts(b.span[0])[0]
        return _first_fit([fixed(a, year), fixed(a, year - 1)], lambda found: _before(found, b)) or a, b
    if b.span is None and a.span is not None and a.span[0] is not None:
        year = parts(a.span[0])[0]
        return a, _first_fit([fixed(b, year), fixed(b, year + 1)], lambda found: _before(a, found)) or b
    return a, b


def _first_fit(choices: list[Time | None], fits: Callable[[Time], bool]) -> Time | None:
    return next((choice for choice in choices if choice is not None and fits(choice)), None)


def _before(a: Time, b: Time) -> bool:
    first, end = a.span and a.point(a.span), b.span and b.point(b.span)
    return first is not None and end is not None and first < end


def between(a: Time, b: Time, *, through: bool = False) -> Time | None:
    """The span from ``a`` to ``b``. ``through`` says that b's own days are in; the end stays b's start all the same, as the data has it."""
    if a.kind == "invalid" or b.kind == "invalid" or a.mod or b.mod:
        return None
    a, b = _settled(a, b)
    grains = {a.grain, b.grain}
    if a.span is not None and b.span is not None:
        return _fixed_between(a, b, grains, through=through)
    of_a, of_b = a.of_year, b.of_year
    if of_a is None or of_b is None:
        return None

    def of_year(candidate: int) -> tuple[int, int] | None:
        head, tail = of_a(candidate), of_b(candidate)
        first = head and a.point(head)
        end = tail and b.point(tail)
        if first is not None and end is not None and end <= first:
            tail = of_b(candidate + 1)
            end = tail and b.point(tail)
        return None if first is None or end is None else (first, end)

    sample = next((span for span in map(of_year, range(2023, 2029)) if span is not None), None)
    if sample is None:
        return None
    (_, m1, d1), (_, m2, d2) = parts(sample[0]), parts(sample[1])
    timex = f"(XXXX-{m1:02d}-{d1:02d},XXXX-{m2:02d}-{d2:02d},{_length_text(*sample, grains)})"
    grain = "D" if "D" in grains else "M"
    reach = 0 if b.part else _REACH[b.grain]
    return Time("range", grain, timex, of_year=of_year, reach=reach, through=_through(b, through=through), begins=True)


def _fixed_between(a: Time, b: Time, grains: set[str], *, through: bool) -> Time | None:
    if a.span is None or b.span is None:
        return None
    first, end = a.point(a.span), b.point(b.span)
    if first is None or end is None:
        return None
    if end <= first and b.timex.startswith("XXXX-WXX"):
        end += 7
    if end <= first:
        return None
    timex = compact(first, end, _length_text(first, end, grains))
    return Time("range", "D", timex, (first, end), through=_through(b, through=through), begins=True)


def _through(end: Time, *, through: bool) -> str:
    return end.grain if through and not end.part else ""


def _span(_today: int | None, v: Values) -> Time | None:
    """From one edge to another, whatever kind each is."""
    edges = [v[key] for name in ("edge", "date", "SHORT_DATE", "period", "monthday") for key in (name, name + "2") if key in v]
    return between(edges[0], edges[1], through=bool(v.get("to"))) if len(edges) == len("ab") else None


def _span_months(_today: int | None, v: Values) -> Time | None:
    """Nov - 5 Feb 2017."""
    return between(month_time(None, v["month_any"]), v["monthday"])


def _months(_today: int | None, v: Values) -> Time | None:
    """Nov-Feb 2017."""
    return between(month_time(None, v["month_any"]), month_time(v["year"], v["month_any2"]))


def _years(_today: int | None, v: Values) -> Time | None:
    return between(year_time(v["YEAR"]), year_time(v["YEAR2"]))


def _days_of_month(_today: int | None, v: Values) -> Time | None:
    """3 to 12 September."""
    year, month = v.get("year"), v["month_any"]
    return between(calendar_day(year, month, v["dnum"]), calendar_day(year, month, v["dnum2"]), through=bool(v.get("to")))


def _days_of_unit(_today: int | None, v: Values) -> Time | None:
    """4-23 in next month."""
    unit: Time = v["relunit"]
    if unit.grain != "M" or unit.span is None or unit.span[0] is None:
        return None
    year, month, _ = parts(unit.span[0])
    if max(v["dnum"], v["dnum2"]) > month_length(year, month):
        return None
    return between(calendar_day(year, month, v["dnum"]), calendar_day(year, month, v["dnum2"]))


def _open(
    time: Time, today: int | None, mod: str, make: Callable[[tuple[int | None, int | None]], tuple[int | None, int | None]]
) -> Time | None:
    """A span open at one end, with the timex of the day or period it was said by."""
    if time.kind == "invalid" or time.mod:
        return None
    span = time.spans(today)
    made = None if span is None else make(span)
    if made is None and time.of_year is None:
        return None
    return Time("range", time.grain, time.timex, made, mod=mod, through=time.grain if mod == "until" else "", begins=mod == "since")


def _before_edge(today: int | None, v: Values) -> Time | None:
    """Before or until an edge; "through" keeps the edge's own days in."""
    edge = next(v[key] for key in ("edge", "monthday", "SHORT_DATE", "part") if key in v)
    if v.get("until"):
        return _open(edge, today, "until", lambda span: (None, span[1]))
    return _open(edge, today, "before", lambda span: (None, edge.point(span)))


def _after(today: int | None, v: Values) -> Time | None:
    """After a day: from that day in the source's convention; after a month: from the next."""
    edge: Time = v["edge"]
    if edge.kind == "date":
        return _open(edge, today, "after", lambda span: (span[0], None))
    return _open(edge, today, "after", lambda span: (span[0] if edge.part == "s" else span[1], None))


def _since(today: int | None, v: Values) -> Time | None:
    return _open(v["edge"], today, "since", lambda span: (span[0], None))


def _moved_from(today: int | None, v: Values, sign: int) -> int | None:
    date: Time | None = v.get("date")
    span = (today, None) if date is None else date.spans(today)
    by: Length = v["duration_inner"]
    return None if span is None or span[0] is None else shift(span[0], by, sign)


def _before_length(today: int | None, v: Values) -> Time | None:
    """More than two weeks before today."""
    moved = _moved_from(today, v, -1)
    return None if moved is None else Time("range", "D", iso(moved), (None, moved), mod="before")


def _after_length(today: int | None, v: Values) -> Time | None:
    moved = _moved_from(today, v, 1)
    return None if moved is None else Time("range", "D", iso(moved), (moved, None), mod="after")


def _within_length(today: int | None, v: Values) -> Time | None:
    """Less than three days after tomorrow."""
    first = v["date"].spans(today)
    end = _moved_from(today, v, 1)
    if first is None or first[0] is None or end is None or end <= first[0]:
        return None
    return Time("range", "D", compact(first[0], end, v["duration_inner"].timex), (first[0], end))


def _before_part(today: int | None, v: Values, *, year_end_month: int) -> Time | None:
    """Before the end of this year."""
    found = part_of(v["base"], v["part"], year_end_month)
    return None if found is None else _before_edge(today, {"edge": found})


def _length_from(today: int | None, v: Values) -> Time | None:
    """For three days from 20 December."""
    span = v["date"].spans(today)
    end = None if span is None or span[0] is None else shift(span[0], v["duration_inner"], 1)
    if span is None or span[0] is None or end is None:
        return None
    return Time("range", "D", compact(span[0], end, v["duration_inner"].timex), (span[0], end))


def actions(year_end_month: int) -> dict[str, Callable[[int | None, Values], Any]]:
    """The actions of this module by the names the grammar gives them."""
    return {
        "edge": _edge,
        "span": _span,
        "span_months": _span_months,
        "months": _months,
        "years": _years,
        "days_of_month": _days_of_month,
        "days_of_unit": _days_of_unit,
        "before": _before_edge,
        "after": _after,
        "since": _since,
        "before_length": _before_length,
        "after_length": _after_length,
        "length_from": _length_from,
        "within_length": _within_length,
        "before_part": partial(_before_part, year_end_month=year_end_month),
    }
