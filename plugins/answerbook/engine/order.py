"""An order checked against the book: what is wanted, how it is sold, and every reason why there is no price.

The reasons are looked for in one fixed order, the same in both engines:
dates, items, quantities, cycle, terms, currency, contract end, price date.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from answerbook.calendar import is_day

from .outcome import refuse
from .prices import price_on, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerbook.book.model import Book, Item, Price, Sale

#: A number of seats as asked: a part of a seat is refused later, by name.
Quantity = int | Fraction


@dataclass(frozen=True, slots=True)
class Wanted:
    """One order line before its price: so many of an item, sold per ``cycle``."""

    item: Item
    sale: Sale
    quantity: int
    cycle: str


def check_days(*days: str | None) -> None:
    """Refuse a day that does not exist."""
    if any(day is not None and not is_day(day) for day in days):
        refuse("invalid_date")


def wanted(book: Book, buy: Sequence[tuple[str, Quantity]], cycle: str | None) -> list[Wanted]:
    """The order lines, zero items dropped. Refuses what is unknown, not sold by list price, not a quantity, or sold otherwise."""
    if not buy:
        refuse("missing_input", missing=("buy",))
    found = [_item(book, item) for item, _ in buy]
    counted = [(item, sale, _quantity(item, sale, quantity)) for (item, sale), (_, quantity) in zip(found, buy, strict=True)]
    positive = [line for line in counted if line[2]]
    if not positive:
        refuse("quantity_zero", f"{found[0][0].topic}.quantity")
    for item, sale, quantity in positive:
        if quantity < sale.quantity_min:
            refuse("quantity_below_minimum", f"{item.topic}.quantity")
    lines = [Wanted(item, sale, quantity, _cycle(item, sale, cycle)) for item, sale, quantity in positive]
    if len({(line.sale.term, line.sale.pro_rata, line.sale.confirmation, line.sale.invoice) for line in lines}) > 1:
        refuse("mixed_terms", f"{lines[0].item.topic}.term")
    return lines


def _item(book: Book, item_id: str) -> tuple[Item, Sale]:
    if item_id in book.add_ons:
        refuse("quote_only", f"{item_id}.price")
    item = book.items.get(item_id)
    sale = book.topics[item.topic].sale if item else None
    if item is None or sale is None:
        refuse("unknown_item")
    return item, sale


def _quantity(item: Item, sale: Sale, quantity: Quantity) -> int:
    rule = f"{item.topic}.quantity"
    if quantity < 0:
        refuse("quantity_negative", rule)
    if Fraction(quantity).denominator != 1:
        refuse("quantity_fractional", rule)
    if quantity >= 10**sale.quantity_max_digits:
        refuse("quantity_too_large", rule)
    return int(quantity)


def _cycle(item: Item, sale: Sale, cycle: str | None) -> str:
    if cycle is not None and cycle not in sale.cycles:
        refuse("cycle_not_offered", f"{item.topic}.cycle")
    return cycle or sale.cycles[0]


def check_currency(lines: Sequence[Wanted], currency: str, today: str | None) -> None:
    """Refuse a currency in which an item has no price on any date: nothing is converted."""
    for line in lines:
        if not any(currency in price.amounts for price in told(line.item, today) if price.per == line.cycle):
            refuse("currency_not_offered", f"{line.item.id}.price")


def check_contract(lines: Sequence[Wanted], order: str, contract_end: str | None) -> None:
    """Refuse an order after the contract's end."""
    if contract_end is not None and contract_end < order:
        refuse("order_after_contract_end", f"{lines[0].item.topic}.{'pro_rata' if lines[0].sale.pro_rata else 'term'}")


def price_of(line: Wanted, order: str, currency: str, today: str | None) -> Price:
    """The price that holds for the order date, in the currency. Refuses an order before the first price."""
    price = price_on(line.item, order, cycle=line.cycle, today=today)
    if price is None:
        refuse("before_first_price", f"{line.item.id}.price")
    if currency not in price.amounts:
        refuse("currency_not_offered", f"{line.item.id}.price")
    return price
