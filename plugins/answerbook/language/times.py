"""Days and spans of days, as the reader understands them: some fixed, some for any year, all from day numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: First and last day number (1 January 1, 31 December 9999).
FIRST, LAST = 1, 3_652_059
_YEARS_AHEAD = 9
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Q": 3, "Y": 12}

#: First day and the day after the last; None is open.
Span = tuple[int | None, int | None]


class OutOfRangeError(Exception):
    """A day before the year 1 or after the year 9999."""


def iso(day: int) -> str:
    """A day number as YYYY-MM-DD. Raises OutOfRangeError."""
    if not FIRST <= day <= LAST:
        raise OutOfRangeError
    return date.fromordinal(day).isoformat()


def parts(day: int) -> tuple[int, int, int]:
    """Year, month and day of the month. Raises OutOfRangeError."""
    if not FIRST <= day <= LAST:
        raise OutOfRangeError
    found = date.fromordinal(day)
    return found.year, found.month, found.day


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    return number(*_next_month(year, month), 1) - number(year, month, 1) if (year, month) != (9999, 12) else 31


def _next_month(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004


def number(year: int, month: int, day: int) -> int:
    """The day number of an existing day. Raises OutOfRangeError."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        raise OutOfRangeError from None


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= month_length(year, month)  # noqa: PLR2004


def weekday(day: int) -> int:
    """Monday is 1, Sunday 7."""
    return (day - 1) % 7 + 1


def monday(day: int) -> int:
    """The Monday of the week that holds the day."""
    return day - weekday(day) + 1


def week_one(year: int) -> int:
    """The Monday of the year's first week (ISO 8601: the one with 4 January)."""
    return monday(number(year, 1, 4))


def week_of(day: int) -> tuple[int, int]:
    """ISO year and week number of a day."""
    year = parts(monday(day) + 3)[0]
    return year, (monday(day) - week_one(year)) // 7 + 1


def add_months(day: int, months: int) -> int:
    """The day some months later or earlier; a missing day becomes the month's last."""
    year, month, date_ = parts(day)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    if not 1 <= year <= 9999:  # noqa: PLR2004
        raise OutOfRangeError
    return number(year, month + 1, min(date_, month_length(year, month + 1)))


def month_span(year: int, month: int, months: int = 1) -> tuple[int, int]:
    """The first day of a month and the day after ``months`` months from there."""
    first = number(year, month, 1)
    return first, add_months(first, months)


@dataclass(frozen=True, slots=True)
class Time:
    """A day, or a span of days.

    ``grain`` is the unit it was named in (D, W, M, Q, Y). Either ``span`` is fixed, or ``of_year`` gives it for a year (None where that
    year has no such day). ``part`` narrows what its edge is when it begins or ends a longer span: s start, m middle, e end. For
    ``reach`` days after its end a span without a year still counts as coming. ``through`` is the grain of an end that is in the span,
    ``begins`` whether its first day was said.
    """

    kind: str
    grain: str
    timex: str
    span: Span | None = None
    of_year: Callable[[int], tuple[int, int] | None] | None = None
    part: str = ""
    reach: int = 0
    mod: str = ""
    through: str = ""
    begins: bool = False

    def spans(self, today: int | None) -> Span | None:
        """The days meant, seen from today: of a day without a year the coming one, of a span the one not yet over."""
        if self.span is not None or self.of_year is None or today is None:
            return self.span
        year = parts(today)[0]
        for candidate in range(year - 1, year + _YEARS_AHEAD):
            span = self.of_year(candidate)
            if span is not None and (span[0] >= today if self.kind == "date" else span[1] + self.reach > today):
                return span
        return None

    def last(self, span: Span) -> int | None:
        """The last day, where it was said that the end is in the span."""
        if span[1] is None or not self.through:
            return None
        if self.mod:
            return span[1] - 1
        return span[1] + _DAYS[self.through] - 1 if self.through in _DAYS else add_months(span[1], _MONTHS[self.through]) - 1

    def point(self, span: Span) -> int | None:
        """Where a longer span begins or ends when it is named by this one: its start, unless a part of it was named."""
        first, end = span
        if self.part == "e":
            return end
        if self.part == "m" and first is not None and end is not None:
            return first + (end - first + 1) // 2
        return first


def fixed(time: Time, year: int) -> Time | None:
    """A time without a year, in that year; None where the year has no such day."""
    if time.of_year is None or time.span is not None:
        return time
    span = time.of_year(year)
    return None if span is None else replace(time, span=span, timex=time.timex.replace("XXXX", f"{year:04d}"))
