"""What a reference in prose stands for: a typed value of a rule on a day, or a field of a worked example's outcome."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NoReturn

from answerbook.book.compile import decimal_text
from answerbook.figures import fraction_text, parse_decimal

from .outcome import Quote, Refusal, Verdict, to_json
from .prices import next_price, price_on
from .requests import outcome_of

if TYPE_CHECKING:
    from answerbook.book.model import Book, Example, Item
    from answerbook.figures import Period


@dataclass(frozen=True, slots=True)
class RefValue:
    """A value with the rule that says so.

    ``kind`` is one of money, date, period, multiple, percent, count, fraction. ``value`` is the machine value: a decimal amount,
    an ISO day, an ISO period, a fraction in lowest terms, a decimal percentage or a number. ``currency`` is empty but for money.
    """

    kind: str
    value: str
    rule: str
    currency: str = ""


class UnknownReferenceError(LookupError):
    """A reference to something the book does not say, or not on that day; the text says which."""


#: Fields of an example's outcome by what they are.
_MONEY = ("total", "full", "credit")
_DATES = ("from", "to", "invoice_by", "confirm_by")
_ASKED_DATES = ("order", "contract_end")
_DAYS = ("days", "of_days")
_USES = ("own", "average")


def value_of(book: Book, ref: str, day: str) -> RefValue:
    """The value a reference target stands for on ``day``. Raises UnknownReferenceError.

    Targets: ``<item>.price``, ``<item>.price.USD`` (a currency), ``<item>.price.from``, ``<item>.price.next`` and ``.next.from``
    (a price announced), ``<topic>.term.lasts``, ``<topic>.confirmation.within``, ``<topic>.invoice.within``, ``<topic>.quantity.min``,
    ``<policy>.limit``, ``<statement>.<slot>``, ``examples.<id>.<field>``.
    """
    if ref.startswith("examples."):
        return _example_value(book, ref, day)
    found = _price_value(book, ref, day) or _sale_value(book, ref) or _slot_value(book, ref)
    policy = book.policies.get(ref.removesuffix(".limit"))
    if found is None and policy is not None and ref != policy.id:
        return RefValue("multiple", fraction_text(policy.limit), ref)
    if found is None:
        _unknown(f"{ref} is no figure of this book")
    return found


def _unknown(message: str) -> NoReturn:
    raise UnknownReferenceError(message)


def _price_value(book: Book, ref: str, day: str) -> RefValue | None:
    item_id, _, rest = f"{ref}.".partition(".price.")
    item = book.items.get(item_id)
    if item is None:
        return None
    rule, field = f"{item_id}.price", rest.removesuffix(".")
    coming = field == "next" or field.startswith("next.")
    price = next_price(item, day) if coming else price_on(item, day, today=day)
    if price is None:
        _unknown(f"{ref}: no price {'is announced' if coming else 'holds'} on {day}")
    field = field.removeprefix("next").removeprefix(".")
    if field == "from":
        return RefValue("date", price.starts, rule)
    currency = field or _currency(book, item)
    if currency not in price.amounts:
        _unknown(f"{ref}: no price in {currency}")
    return RefValue("money", price.amounts[currency].text, rule, currency)


def _currency(book: Book, item: Item) -> str:
    """The book's currency, or the only one the item is sold in."""
    offered = {currency for price in item.prices for currency in price.amounts}
    return book.currency if book.currency in offered or len(offered) != 1 else next(iter(offered))


def _sale_value(book: Book, ref: str) -> RefValue | None:
    rule, _, field = ref.rpartition(".")
    topic, _, part = rule.rpartition(".")
    sale = book.topics[topic].sale if topic in book.topics else None
    if sale is None:
        return None
    if (part, field) == ("quantity", "min"):
        return RefValue("count", str(sale.quantity_min), rule)
    periods: dict[tuple[str, str], Period] = {
        ("term", "lasts"): sale.term,
        ("confirmation", "within"): sale.confirmation,
        ("invoice", "within"): sale.invoice,
    }
    period = periods.get((part, field))
    return RefValue("period", period.iso, rule) if period else None


def _slot_value(book: Book, ref: str) -> RefValue | None:
    rule, _, slot = ref.rpartition(".")
    statement = book.statements.get(rule)
    if statement is None or slot not in statement.slots:
        return None
    value = statement.slots[slot]
    return RefValue("percent", decimal_text(value), rule) if isinstance(value, Fraction) else RefValue("period", value.iso, rule)


def _example_value(book: Book, ref: str, day: str) -> RefValue:
    name, _, field = ref.removeprefix("examples.").partition(".")
    example = book.examples.get(name)
    if example is None:
        _unknown(f"{ref}: no example {name}")
    outcome = outcome_of(book, example.ask, day)
    found = None if isinstance(outcome, Refusal) else _asked(example, field) or _told(outcome, field)
    if found is None:
        _unknown(f"{ref}: example {name} has no {field or 'field named'}")
    kind, value = found
    rule = next(
        (step.rule for step in getattr(outcome, "steps", ())[::-1] if str(step.out) == value),
        next(iter(example.because), f"examples.{name}"),
    )
    return RefValue(kind, value, rule, outcome.currency if kind == "money" and isinstance(outcome, Quote) else "")


def _asked(example: Example, field: str) -> tuple[str, str] | None:
    """A field of what the example asks, by kind."""
    ask: Any = example.ask
    if field in _ASKED_DATES and field in ask:
        return "date", str(ask[field])
    if field in _USES and field in ask.get("measure", {}):
        return "count", decimal_text(parse_decimal(str(ask["measure"][field])))
    item = field.removeprefix("quantity:")
    quantity = sum(line["quantity"] for line in ask.get("buy", []) if line["item"] == item)
    return ("count", str(quantity)) if quantity and item != field else None


def _told(outcome: Quote | Verdict | Refusal, field: str) -> tuple[str, str] | None:
    """A field of what the engine answers, by kind."""
    if isinstance(outcome, Verdict):
        return ("multiple", outcome.ratio) if field == "ratio" else None
    found = to_json(outcome)
    if field in _DAYS:
        return "count", str(found["lines"][0][field])
    if field not in (*_MONEY, *_DATES) or field not in found:
        return None
    return "money" if field in _MONEY else "date", found[field]
