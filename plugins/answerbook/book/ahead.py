"""Days that have not come yet: a source cannot have been looked at tomorrow, nor an article changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .catalogue import finding

if TYPE_CHECKING:
    from answerbook.findings import Finding

    from .model import Book


def ahead(book: Book, day: str) -> list[Finding]:
    """A finding for every source that was looked at, and every article that was changed, after ``day``."""
    return [
        finding("AB121", each.position, f"`{each.key}: {each.day}` lies after {day}.", "Write the day it was done.")
        for each in book.dated
        if each.day > day
    ]
