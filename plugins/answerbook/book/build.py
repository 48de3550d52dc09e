"""The validated shape of ``pricing.yaml`` to the frozen values of ``model``."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from answerbook.figures import MINOR_DIGITS, Money, fraction_text

from .model import AddOn, Book, Example, Item, Policy, Price, Sale, Source, Statement, Topic, Unpublished, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .declared import Declared
    from .schema import AskShape, ExampleShape, ItemShape, PolicyShape, PricingShape, SaleShape, TopicShape


def build(shape: PricingShape, declared: Declared) -> Book:
    """The book that the file says, still without ``faq/`` and hash. The file must have no findings."""
    topics = shape.topics
    return Book(
        languages=tuple(shape.languages),
        currency=shape.currency,
        time_zone=shape.time_zone,
        sources={name: Source(name, each.kind, each.checked, each.url) for name, each in shape.sources.items()},
        products=tuple(shape.products),
        topics={name: Topic(name, each.product, _sale(each.sale) if each.sale else None) for name, each in topics.items()},
        items={key: _item(key, topic, each) for topic, key, each in _things(topics, "items")},
        policies={key: _policy(key, topic, each) for topic, key, each in _things(topics, "policies")},
        add_ons={
            key: AddOn(key, topic, tuple(part.per for part in each.parts), each.ask, each.source)
            for topic, key, each in _things(topics, "add_ons")
        },
        statements={
            key: Statement(key, topic, each.kind, dict(each.__pydantic_extra__), each.source, each.email)
            for topic, key, each in _things(topics, "statements")
        },
        unpublished={
            key: Unpublished(key, topic, each.nearest, each.ask, each.source) for topic, key, each in _things(topics, "unpublished")
        },
        examples={name: _example(name, each, shape.currency) for name, each in shape.examples.items()},
        rules=dict(declared.rules),
        example_positions=dict(declared.examples),
        dated=tuple(declared.dated),
    )


def _things(topics: Mapping[str, TopicShape], section: str) -> Iterator[tuple[str, str, Any]]:
    """Topic, full id and shape of everything in one section of all topics."""
    for topic, shape in topics.items():
        for name, each in (getattr(shape, section) or {}).items():
            yield topic, f"{topic}.{name}", each


def _sale(shape: SaleShape) -> Sale:
    return Sale(
        quantity_min=shape.quantity.min,
        quantity_max_digits=shape.quantity.max_digits,
        cycles=tuple(shape.cycle.offered),
        term=shape.term.lasts,
        pro_rata=shape.pro_rata is not None,
        confirmation=shape.confirmation.within,
        invoice=shape.invoice.within,
    )


def _item(key: str, topic: str, shape: ItemShape) -> Item:
    prices = []
    for price in shape.price:
        written = {code: getattr(price, code) for code in MINOR_DIGITS}
        amounts = {code: Money.parse(text, code) for code, text in written.items() if text is not None}
        prices.append(Price(price.starts, price.per, amounts, price.source, price.announced))
    return Item(key, topic, tuple(prices))


def _policy(key: str, topic: str, shape: PolicyShape) -> Policy:
    zones = []
    for zone in shape.zones:
        bound = shape.limit[0] if zone.up_to == "limit" else None if isinstance(zone.up_to, str) else zone.up_to[0]
        zones.append(Zone(zone.zone, bound, zone.action))
    return Policy(key, topic, shape.limit[0], tuple(zones), shape.source)


def _example(name: str, shape: ExampleShape, currency: str) -> Example:
    code = shape.ask.currency or currency
    get: dict[str, object] = shape.get.model_dump(by_alias=True, exclude_none=True)
    for key in ("total", "full", "credit"):
        if key in get:
            get[key] = Money.parse(str(get[key]), code).text
    if "ratio" in get:
        get["ratio"] = fraction_text(Fraction(str(get["ratio"])))
    return Example(name, _request(shape.ask), get, tuple(shape.because))


def _request(ask: AskShape) -> dict[str, object]:
    """The request JSON of ``answerbook quote`` that asks the example's question."""
    if ask.buy is None and ask.order is None:
        measure = {"policy": ask.measure, "own": _number(ask.own), "average": _number(ask.average)}
        return {"measure": {key: value for key, value in measure.items() if value is not None}}
    request: dict[str, object] = {"buy": [{"item": item, "quantity": quantity} for item, quantity in (ask.buy or {}).items()]}
    for key in ("order", "contract_end", "currency", "cycle"):
        value = getattr(ask, key)
        if value is not None:
            request[key] = value
    return request


def _number(text: str | None) -> int | str | None:
    """A measured use as an integer where it is one, else as the decimal text that was written."""
    if text is None:
        return None
    return int(text) if "." not in text else text
