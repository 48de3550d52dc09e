"""Day arithmetic on ISO dates (``2026-04-01``). A day is a date, never a moment; every range holds both its ends."""

from __future__ import annotations

import calendar as _calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .figures import Period

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def looks_like_day(text: str) -> bool:
    """Whether ``text`` has the form YYYY-MM-DD; the day itself may not exist."""
    return _ISO.fullmatch(text) is not None


def is_day(text: str) -> bool:
    """Whether ``text`` is an existing day of the years 0001-9999 as YYYY-MM-DD."""
    if not looks_like_day(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def add(day: str, period: Period) -> str:
    """The day ``period`` later. A day missing in the month reached becomes that month's last day.

    Raises OverflowError past the year 9999, ValueError for a period of hours or minutes.
    """
    start = date.fromisoformat(day)
    if period.unit in {"D", "W"}:
        return (start + timedelta(days=period.count * (7 if period.unit == "W" else 1))).isoformat()
    if period.unit not in {"M", "Y"}:
        message = f"a period of {period.unit} does not move a day"
        raise ValueError(message)
    months = start.year * 12 + start.month - 1 + period.count * (12 if period.unit == "Y" else 1)
    year, month = divmod(months, 12)
    if year > date.max.year:
        message = "the date lies past the year 9999"
        raise OverflowError(message)
    last = _calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).isoformat()


def term_end(start: str, period: Period) -> str:
    """The last day of a term that begins on ``start``: the day before its anniversary (facts: conventions)."""
    return (date.fromisoformat(add(start, period)) - timedelta(days=1)).isoformat()


def days(first: str, last: str) -> int:
    """The number of days from ``first`` through ``last``, both counted; zero or less when ``last`` comes before."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
