"""The rules of a book as canonical JSON, for the browser twin and for the verifier. Free of language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerbook import canonical
from answerbook.figures import Period, fraction_text

if TYPE_CHECKING:
    from fractions import Fraction

    from .model import Book, Example, Item, Policy, Price, Sale, Statement

FORMAT = "answerbook-book/1"


def compile_book(book: Book, as_of: str | None = None) -> dict[str, object]:
    """The compiled rules, with their own digest as ``hash``.

    Args:
        book: What to compile.
        as_of: A day. What is announced later is left out: the price, examples that rest on it, sources that only it names.
    """
    hidden = [price for item in book.items.values() for price in item.prices if not told(price, as_of)]
    compiled: dict[str, object] = {
        "format": FORMAT,
        "languages": list(book.languages),
        "currency": book.currency,
        "sources": _sources(book, hidden),
        "products": list(book.products),
        "topics": {key: _present(product=each.product, sale=_sale(each.sale) if each.sale else None) for key, each in book.topics.items()},
        "items": {key: {"topic": each.topic, "prices": _prices(each, as_of)} for key, each in book.items.items()},
        "policies": {key: _policy(each) for key, each in book.policies.items()},
        "add_ons": {
            key: {"topic": each.topic, "parts": list(each.parts), "ask": each.ask, "source": each.source}
            for key, each in book.add_ons.items()
        },
        "statements": {key: _statement(each) for key, each in book.statements.items()},
        "unpublished": {
            key: {"topic": each.topic, "nearest": each.nearest, "ask": each.ask, "source": each.source}
            for key, each in book.unpublished.items()
        },
        "examples": {
            key: {"ask": dict(each.ask), "get": dict(each.get), "because": list(each.because)}
            for key, each in book.examples.items()
            if not rests_on_untold(each, book, as_of)
        },
        "rules": _rules(book, hidden, as_of),
    }
    return {**compiled, "hash": canonical.digest(compiled)}


def told(price: Price, as_of: str | None) -> bool:
    """Whether anybody may be told of the price on the day ``as_of``."""
    return as_of is None or price.announced is None or price.announced <= as_of


def _present(**keys: object) -> dict[str, object]:
    """The keys that have a value: canonical JSON knows no null."""
    return {key: value for key, value in keys.items() if value is not None}


def _sources(book: Book, hidden: list[Price]) -> dict[str, object]:
    secret = {price.source for price in hidden} - _named(book, hidden)
    return {key: _present(kind=each.kind, checked=each.checked, url=each.url) for key, each in book.sources.items() if key not in secret}


def _named(book: Book, hidden: list[Price]) -> set[str]:
    """The sources that something told names."""
    prices = {price.source for item in book.items.values() for price in item.prices if price not in hidden}
    return prices | {source for rule in book.rules.values() if rule.kind != "price" for source in rule.sources}


def _sale(sale: Sale) -> dict[str, object]:
    return {
        "quantity": {"min": sale.quantity_min, "max_digits": sale.quantity_max_digits},
        "cycles": list(sale.cycles),
        "term": sale.term.iso,
        "pro_rata": sale.pro_rata,
        "confirmation": sale.confirmation.iso,
        "invoice": sale.invoice.iso,
    }


def _prices(item: Item, as_of: str | None) -> list[dict[str, object]]:
    return [
        {
            "from": price.starts,
            **_present(announced=price.announced),
            "per": price.per,
            "amounts": {code: money.text for code, money in price.amounts.items()},
            "source": price.source,
        }
        for price in item.prices
        if told(price, as_of)
    ]


def _policy(policy: Policy) -> dict[str, object]:
    zones = [
        _present(id=zone.id, up_to=fraction_text(zone.up_to) if zone.up_to is not None else None, action=zone.action)
        for zone in policy.zones
    ]
    return {"topic": policy.topic, "limit": fraction_text(policy.limit), "zones": zones, "source": policy.source}


def _statement(statement: Statement) -> dict[str, object]:
    slots = {name: _slot(value) for name, value in statement.slots.items()}
    return {"topic": statement.topic, "kind": statement.kind, "slots": slots, "source": statement.source, **_present(email=statement.email)}


def _slot(value: Period | Fraction) -> dict[str, object]:
    if isinstance(value, Period):
        return {"kind": "period", "value": value.iso}
    return {"kind": "percent", "value": decimal_text(value)}


def decimal_text(value: Fraction) -> str:
    """A fraction that came from a decimal, as that decimal without trailing zeros: ``99.99``."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    whole, rest = divmod(abs(value.numerator) * 10**digits // value.denominator, 10**digits)
    return f"{'-' if value < 0 else ''}{whole}" + (f".{rest:0{digits}d}" if digits else "")


def rests_on_untold(example: Example, book: Book, as_of: str | None) -> bool:
    """Whether the example's order falls under a price that may not be told yet: its answer would tell it."""
    order, buy = example.ask.get("order"), example.ask.get("buy")
    for line in buy if isinstance(buy, list) else ():
        item = book.items.get(line["item"])
        begun = [price for price in item.prices if price.starts <= str(order)] if item else []
        if begun and not told(begun[-1], as_of):
            return True
    return False


def _rules(book: Book, hidden: list[Price], as_of: str | None) -> dict[str, object]:
    compiled: dict[str, object] = {}
    for key, rule in book.rules.items():
        item = book.items.get(key.removesuffix(".price")) if hidden and rule.kind == "price" else None
        sources = list(dict.fromkeys(price.source for price in item.prices if told(price, as_of))) if item else list(rule.sources)
        compiled[key] = {"kind": rule.kind, "topic": rule.topic, "product": rule.product, "sources": sources}
    return compiled
