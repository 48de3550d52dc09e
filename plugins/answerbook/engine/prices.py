"""Which price holds: the last one that starts on or before the order date, and that may already be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerbook.book.model import Item, Price


def told(item: Item, today: str | None) -> list[Price]:
    """The prices of ``item`` that may be told on ``today``, in order of date; all of them when no day is given."""
    return [price for price in item.prices if today is None or price.announced is None or price.announced <= today]


def price_on(item: Item, day: str, *, cycle: str | None = None, today: str | None = None) -> Price | None:
    """The price of ``item`` that holds for an order on ``day``; None before its first price.

    Args:
        item: What is sold.
        day: The order date.
        cycle: Only prices per this cycle (``year``); None takes any.
        today: The day on which it is asked: a price announced later is not told yet.
    """
    started = [price for price in told(item, today) if price.starts <= day and cycle in {None, price.per}]
    return started[-1] if started else None


def next_price(item: Item, day: str, *, today: str | None = None) -> Price | None:
    """The first price that starts after ``day`` and may be told on ``today`` (default: on ``day``); None when none is."""
    coming = [price for price in told(item, today or day) if price.starts > day]
    return coming[0] if coming else None
