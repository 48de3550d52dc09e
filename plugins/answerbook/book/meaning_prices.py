"""Prices, terms and deadlines of a topic's items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerbook.calendar import add, is_day
from answerbook.figures import MINOR_DIGITS, Money, Period

from . import forms
from .catalogue import finding
from .schema import CYCLES

if TYPE_CHECKING:
    from answerbook.findings import Finding

    from .yaml_nodes import Node

#: A term or deadline beyond this is a typing error; day arithmetic must never leave the calendar.
_LATEST_AFTER = ("2000-01-01", "2100-01-01")


def check_sales(root: Node) -> list[Finding]:
    """Findings about how things are sold and at which prices."""
    currency = root.get("currency")
    topics = root.get("topics")
    return [
        found
        for _, topic in (topics.entries() if topics else ())
        for found in [*_both(topic), *_sale(topic), *_items(topic, currency.text if currency else "")]
    ]


def _both(topic: Node) -> list[Finding]:
    """Items need a sale, and a sale needs items."""
    items, sale = topic.get("items"), topic.get("sale")
    if items and not sale:
        return [
            finding(
                "AB057",
                items.start,
                "There are `items` here but no `sale`.",
                "Say how they are sold: quantity, cycle, term, confirmation, invoice.",
            )
        ]
    if sale and not items:
        return [finding("AB057", sale.start, "There is a `sale` here but no `items`.", "Add what is sold, or take `sale` away.")]
    return []


def period_at(node: Node | None) -> Period | None:
    """The length of time a node says, or None when it says none."""
    match = re.fullmatch(forms.DURATION, node.text) if node else None
    return forms.duration(match[0]) if match else None


def _sale(topic: Node) -> list[Finding]:
    found = []
    for part, lowest in (("term", 1), ("confirmation", 0), ("invoice", 0)):
        node = topic.get("sale", part, "lasts" if part == "term" else "within")
        period = period_at(node)
        if node and period and _senseless(period, lowest):
            message = f"`{node.text}` makes no sense for the {part}."
            hint = (
                "Write a number of days, weeks, months or years above zero."
                if lowest
                else "Write a number of days, weeks, months or years."
            )
            found.append(finding("AB058", node.position, message, hint))
    return [*found, *_quantity(topic), *_cycle(topic)]


def _senseless(period: Period, lowest: int) -> bool:
    """Whether no term or deadline can be that long: below ``lowest``, not in days, or beyond the calendar."""
    start, latest = _LATEST_AFTER
    if period.count < lowest or period.unit.startswith("T"):
        return True
    try:
        return add(start, period) > latest
    except OverflowError:
        return True


def _quantity(topic: Node) -> list[Finding]:
    """A smallest order of nothing, or one with more digits than an order may have, is senseless."""
    smallest, digits = topic.get("sale", "quantity", "min"), topic.get("sale", "quantity", "max_digits")
    found = []
    if smallest and re.fullmatch(forms.COUNT, smallest.text) and int(smallest.text) < 1:
        found.append(finding("AB059", smallest.position, "The smallest order is nothing.", "Write a number above zero."))
    if digits and re.fullmatch(forms.COUNT, digits.text):
        if not 1 <= int(digits.text) <= 9:  # noqa: PLR2004 - a total must stay an exact integer in a browser
            found.append(
                finding("AB059", digits.position, f"An order of {digits.text} digits makes no sense.", "Write one digit from 1 to 9.")
            )
        elif smallest and re.fullmatch(forms.COUNT, smallest.text) and len(str(int(smallest.text))) > int(digits.text):
            found.append(
                finding(
                    "AB059",
                    smallest.position,
                    "The smallest order has more digits than an order may have.",
                    "Raise `max_digits` or lower `min`.",
                )
            )
    return found


def _cycle(topic: Node) -> list[Finding]:
    """What is sold per another time than the term would have to be converted."""
    term = topic.get("sale", "term", "lasts")
    period = period_at(term)
    offered = topic.get("sale", "cycle", "offered")
    if not term or period is None or offered is None or _senseless(period, 1):
        return []
    found = []
    seen = set()
    for element in offered.elements():
        if element.text in seen:
            found.append(finding("AB048", element.position, f"`{element.text}` is listed twice.", "Keep one."))
        elif element.text in CYCLES and not _same_length(element.text, period):
            message = f"It is offered per {element.text}, but a term lasts {term.text}."
            found.append(finding("AB056", element.position, message, "Offer it per term; nothing is converted."))
        seen.add(element.text)
    return found


def _same_length(cycle: str, period: Period) -> bool:
    days, months = CYCLES[cycle]
    length = {"D": (1, 0), "W": (7, 0), "M": (0, 1), "Y": (0, 12)}.get(period.unit, (0, 0))
    return (days, months) == (length[0] * period.count, length[1] * period.count)


def _items(topic: Node, currency: str) -> list[Finding]:
    items = topic.get("items")
    offered = topic.get("sale", "cycle", "offered")
    cycles = [element.text for element in offered.elements()] if offered else []
    found = []
    for _, item in items.entries() if items else ():
        prices = item.get("price")
        listed = prices.elements() if prices else ()
        found += _order(listed)
        for price in listed:
            found += _amounts(price, currency)
            found += _price_dates(price)
            per = price.get("per")
            if per and cycles and per.text in CYCLES and per.text not in cycles:
                found.append(
                    finding(
                        "AB056", per.position, f"The price is per {per.text}, which is not offered.", f"Offered here: {', '.join(cycles)}."
                    )
                )
    return found


def _order(prices: tuple[Node, ...]) -> list[Finding]:
    """Prices stand in order of their first day, each on its own."""
    found = []
    before: Node | None = None
    for price in prices:
        start = price.get("from")
        if start is None or not is_day(start.text):
            continue
        if before and start.text == before.text:
            message = f"Two prices start on {start.text}."
            found.append(finding("AB051", start.position, message, f"Keep one; the other is on line {before.position.line}."))
        elif before and start.text < before.text:
            message = f"The price from {start.text} stands after the one from {before.text}."
            found.append(finding("AB050", start.position, message, "Put prices in order of date."))
        if before is None or start.text > before.text:
            before = start
    return found


def _price_dates(price: Node) -> list[Finding]:
    start, announced = price.get("from"), price.get("announced")
    if start and announced and is_day(start.text) and is_day(announced.text) and announced.text > start.text:
        message = f"The price holds from {start.text} but is announced on {announced.text}."
        return [finding("AB055", announced.position, message, "Announce it on or before the day it holds.")]
    return []


def _amounts(price: Node, currency: str) -> list[Finding]:
    found = []
    amounts = [(key, node) for key, node in price.entries() if key in MINOR_DIGITS]
    for code, node in amounts:
        if not re.fullmatch(forms.AMOUNT, node.text):
            continue
        try:
            money = Money.parse(node.text, code)
        except ValueError:
            message = f"`{node.text}` has more decimals than {code} has."
            hint = f"{code} has {MINOR_DIGITS[code]}." if MINOR_DIGITS[code] else f"{code} has none."
            found.append(finding("AB053", node.position, message, hint))
            continue
        if money.minor <= 0:
            found.append(finding("AB054", node.position, f"The amount `{node.text}` is not above zero.", "Write what it costs."))
    if price.entries() and not amounts:
        found.append(finding("AB052", price.position, "The price has no amount.", f"Add `{currency or 'EUR'}: <amount>`."))
    return found
