"""What is good to know before it is wrong: when prices change next, and which sources nobody looked at for long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerbook.book import ahead
from answerbook.book.compile import told
from answerbook.calendar import add
from answerbook.figures import Period

from .opened import MANIFEST

if TYPE_CHECKING:
    from answerbook.book.model import Book

    from .opened import BuiltSite
    from .result import Result

#: A source looked at longer ago than this deserves a look.
FRESH = Period(1, "Y")


def note_coming(book: Book, day: str, result: Result) -> None:
    """Notes on the next change of each price told on ``day``, and on sources whose ``checked`` day is old."""
    for item in book.items.values():
        coming = next((price for price in item.prices if price.starts > day and told(price, day)), None)
        if coming is not None:
            result.notes.append(f"the next change of {item.id}.price is due on {coming.starts}: build the site again on that day.")
    for source in book.sources.values():
        if source.checked is not None and _grown_old(source.checked, day):
            result.notes.append(f"the source {source.id} was last looked at on {source.checked}: see whether it still says so.")


def _grown_old(checked: str, day: str) -> bool:
    try:
        return add(checked, FRESH) <= day
    except OverflowError:  # the last year of the calendar
        return False


def check_stale(book: Book, site: BuiltSite, day: str, result: Result) -> None:
    """AB174: a price changed between the day a site was built for and ``day``, so people read the old one."""
    for item in book.items.values():
        if any(site.as_of < price.starts <= day for price in item.prices):
            message = f"The site tells the prices of {site.as_of}; {item.id}.price has changed by {day}."
            result.add("AB174", (site.called(MANIFEST), 1, 1), message)


def note_ahead(book: Book, day: str, result: Result) -> None:
    """Notes on sources looked at, and articles changed, after ``day``.

    No findings: whoever checks for an earlier day than today has such days in every honest book.
    """
    result.notes += [str(finding) for finding in ahead(book, day)]
