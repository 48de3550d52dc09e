"""Days: named, numbered, by weekday, or counted from another day."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .durations import shift
from .times import Time, add_months, exists, iso, monday, month_length, number, parts, weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from .durations import Length

_HIGHEST_DAY = 39
_MONTHS_SEARCHED = 60
_LAST_CENTURY_FROM = 70

Values = dict[str, Any]


def day(value: int, grain: str = "D", timex: str | None = None) -> Time:
    """A fixed day by its number."""
    return Time("date", grain, timex or iso(value), (value, value + 1))


def full_year(text: str) -> int:
    """A year as written; one of two digits is near ours: 69 is 2069, 70 is 1970."""
    year = int(text)
    return year if len(text) != len("26") else year + (2000 if year < _LAST_CENTURY_FROM else 1900)


def calendar_day(year: int | None, month: int, day_: int) -> Time:
    """A day of a year or of any year; of kind ``invalid`` when there is none such."""
    if year is not None:
        return day(number(year, month, day_)) if exists(year, month, day_) else Time("invalid", "D", "")
    if not exists(2000, month, day_):  # a leap year: 29 February exists in some
        return Time("invalid", "D", "")

    def of_year(candidate: int) -> tuple[int, int] | None:
        return (number(candidate, month, day_), number(candidate, month, day_) + 1) if exists(candidate, month, day_) else None

    return Time("date", "D", f"XXXX-{month:02d}-{day_:02d}", of_year=of_year)


def _day_number(_today: int | None, v: Values) -> int | None:
    value = v.get("NUMBER", v.get("ORDINAL", v.get("DAY")))
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 and 1 <= value <= _HIGHEST_DAY else None


def _year_of_century(_today: int | None, v: Values) -> int:
    return full_year(v["TWO_DIGITS"])


def _month_day(_today: int | None, v: Values) -> Time | None:
    found = v.get("dnum") or _day_number(None, v)
    return None if found is None else calendar_day(v.get("year"), v.get("month_any") or v["month_may"], found)


def _dated(_today: int | None, v: Values) -> Time:
    """A day with its weekday or a preposition before it."""
    found: Time = v.get("monthday") or v["SHORT_DATE"]
    return found


def _nonexistent(_today: int | None, v: Values) -> Time | None:
    """Until 30-02: not a day; other phrases of this form mean a span."""
    found: Time = v["SHORT_DATE"]
    return found if found.kind == "invalid" else None


def _coming_day(today: int | None, v: Values) -> Time | None:
    """Next 6 April."""
    time: Time = v["monthday"]
    span = time.spans(today)
    if today is None or span is None or v["rel"] not in {"next", "coming"} or time.span is not None:
        return None
    return replace(time, span=span)


def _weekday(today: int | None, v: Values) -> Time | None:
    wanted = v["weekday"]
    found = None if today is None else today + (wanted - weekday(today)) % 7
    return Time("date", "D", f"XXXX-WXX-{wanted}", found and (found, found + 1))


def _weekday_rel(today: int | None, v: Values) -> Time | None:
    """This, next, coming or last Friday."""
    if today is None:
        return None
    wanted: int = v["weekday"]
    how: str = v["rel2"] if "rel2" in v else v["rel"]
    if how == "coming":
        return day(today + ((wanted - weekday(today) - 1) % 7 + 1))
    if how == "past":
        return day(today - ((weekday(today) - wanted - 1) % 7 + 1))
    return day(monday(today) + wanted - 1 + {"this": 0, "next": 7, "last": -7}[how])


def _weekday_in_week(today: int | None, v: Values) -> Time | None:
    """Tuesday of next week."""
    if today is None or v["unit"] != "W":
        return None
    weeks = {"this": 0, "next": 7, "coming": 7, "last": -7, "past": -7}[v["rel"]]
    return day(monday(today) + v["weekday"] - 1 + weeks)


def _weekday_day(today: int | None, v: Values) -> Time | None:
    """Monday 21: the coming month in which the 21st is a Monday."""
    wanted = v.get("dnum") or _day_number(None, v)
    if today is None or wanted is None or wanted > 31:  # noqa: PLR2004
        return None
    year, month, _ = parts(today)
    for ahead in range(_MONTHS_SEARCHED):
        y, m = divmod(year * 12 + month - 1 + ahead, 12)
        if exists(y, m + 1, wanted):
            found = number(y, m + 1, wanted)
            if found >= today and weekday(found) == v["weekday_any"]:
                return Time("date", "D", f"XXXX-WXX-{v['weekday_any']}", (found, found + 1))
    return None


def _nth_weekday(today: int | None, v: Values) -> Time | None:
    """The first Monday of a month or year, or its last."""
    base: Time = v["base"]
    span = base.spans(today)
    nth = int(v.get("last_word") or v["ORDINAL"])
    if span is None or span[0] is None or span[1] is None or base.grain not in {"M", "Y", "Q"}:
        return None
    first = span[0] + (v["weekday"] - weekday(span[0])) % 7
    found = first + 7 * (nth - 1) if nth > 0 else span[1] - 1 - (weekday(span[1] - 1) - v["weekday"]) % 7
    return day(found) if span[0] <= found < span[1] else None


def _day_of_any_month(today: int | None, v: Values) -> Time | None:
    """On the 18th."""
    wanted = _day_number(None, v)
    if today is None or wanted is None or wanted > 31:  # noqa: PLR2004
        return None
    year, month, of_month = parts(today)
    first = number(year, month, 1)
    for ahead in range(0 if wanted >= of_month else 1, 13):
        y, m, _ = parts(add_months(first, ahead))
        if exists(y, m, wanted):
            found = number(y, m, wanted)
            return Time("date", "D", f"XXXX-XX-{wanted:02d}", (found, found + 1))
    return None


def _day_from_today(today: int | None, v: Values) -> Time | None:
    return None if today is None else day(today + int(v["relday"] if "relday" in v else v["now"]))


def _day_of_unit(today: int | None, v: Values) -> Time | None:
    """The 20th of next month."""
    unit: Time = v["relunit"]
    span = unit.spans(today)
    if unit.grain != "M" or span is None or span[0] is None:
        return None
    year, month, _ = parts(span[0])
    return calendar_day(year, month, v["dnum"]) if v["dnum"] <= month_length(year, month) else Time("invalid", "D", "")


def _moved(from_day: int | None, by: Length, sign: int) -> Time | None:
    moved = None if from_day is None else shift(from_day, by, sign)
    return None if moved is None else day(moved)


def _ago(today: int | None, v: Values) -> Time | None:
    return _moved(today, v["duration_inner"], -1)


def _hence(today: int | None, v: Values) -> Time | None:
    return _moved(today, v["duration_inner"], 1)


def _days_after(today: int | None, v: Values) -> Time | None:
    span = v["date"].spans(today)
    return None if span is None else _moved(span[0], v["duration_inner"], 1)


def _days_before(today: int | None, v: Values) -> Time | None:
    span = v["date"].spans(today)
    return None if span is None else _moved(span[0], v["duration_inner"], -1)


#: The actions of this module by the names the grammar gives them.
ACTIONS: dict[str, Callable[[int | None, Values], Any]] = {
    "day_number": _day_number,
    "year_of_century": _year_of_century,
    "month_day": _month_day,
    "dated": _dated,
    "nonexistent": _nonexistent,
    "coming_day": _coming_day,
    "weekday": _weekday,
    "weekday_rel": _weekday_rel,
    "weekday_in_week": _weekday_in_week,
    "weekday_day": _weekday_day,
    "nth_weekday": _nth_weekday,
    "day_of_any_month": _day_of_any_month,
    "day_from_today": _day_from_today,
    "day_of_unit": _day_of_unit,
    "ago": _ago,
    "hence": _hence,
    "days_after": _days_after,
    "days_before": _days_before,
}
