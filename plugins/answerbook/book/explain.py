"""Everything about one rule: its figures and dates, who says so, where it is told, which examples rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerbook.figures import Period, fraction_text

from .compile import decimal_text, told
from .sentences import near

if TYPE_CHECKING:
    from fractions import Fraction

    from .model import Book, Item, Source


def explain(book: Book, rule: str, day: str) -> dict[str, object]:
    """What the book knows of ``rule`` on ``day``, as JSON.

    Raises:
        KeyError: With a sentence, when no rule has that id.
    """
    found = book.rules.get(rule)
    if found is None:
        starting = [each for each in book.rules if each.startswith(f"{rule}.")]
        hint = f"Its rules are: {', '.join(starting)}." if starting else near(rule, book.rules)
        message = f"There is no rule `{rule}`. {hint}".rstrip()
        raise KeyError(message)
    return {
        "id": rule,
        "kind": found.kind,
        "topic": found.topic,
        "product": found.product,
        "at": f"{found.position.file}:{found.position.line}",
        "values": _values(book, rule, day),
        "sources": [_source(book.sources[source]) for source in _told_sources(book, rule, day)],
        "said_in": {language: _said(book, rule, language) for language in book.articles},
        "examples": [example.id for example in book.examples.values() if rule in example.because],
    }


def _source(source: Source) -> dict[str, object]:
    every = {"id": source.id, "kind": source.kind, "checked": source.checked, "url": source.url}
    return {key: value for key, value in every.items() if value is not None}


def _told_sources(book: Book, rule: str, day: str) -> list[str]:
    item = book.items.get(rule.removesuffix(".price"))
    if item is None:
        return list(book.rules[rule].sources)
    return list(dict.fromkeys(price.source for price in item.prices if told(price, day)))


def _said(book: Book, rule: str, language: str) -> list[dict[str, str]]:
    return [
        {"entry": entry.id, "article": article.path, "at": f"{entry.position.file}:{entry.position.line}"}
        for article in book.articles[language]
        for entry in article.entries
        if rule in entry.rules
    ]


def _values(book: Book, rule: str, day: str) -> list[dict[str, object]]:
    """The figures of a rule, each with the reference that prose uses for it."""
    item = book.items.get(rule.removesuffix(".price"))
    if item is not None:
        return _prices(item, day)
    policy = book.policies.get(rule.removesuffix(".limit"))
    if policy is not None:
        limit: dict[str, object] = {"ref": f"{policy.id}.limit", "kind": "multiple", "value": fraction_text(policy.limit)}
        return [limit] if rule != policy.id else [limit, *_zones(book, rule)]
    statement = book.statements.get(rule)
    if statement is not None:
        return [{"ref": f"{rule}.{name}", **_figure(value)} for name, value in statement.slots.items()]
    return _sale(book, rule)


def _figure(value: Period | Fraction) -> dict[str, object]:
    if isinstance(value, Period):
        return {"kind": "period", "value": value.iso}
    return {"kind": "percent", "value": decimal_text(value)}


def _zones(book: Book, policy: str) -> list[dict[str, object]]:
    return [
        {"zone": zone.id, "action": zone.action, **({"up_to": fraction_text(zone.up_to)} if zone.up_to is not None else {})}
        for zone in book.policies[policy].zones
    ]


def _prices(item: Item, day: str) -> list[dict[str, object]]:
    """Every price that may be told on ``day``; ``holds`` marks the one for an order of that day."""
    shown = [price for price in item.prices if told(price, day)]
    begun = [price for price in shown if price.starts <= day]
    return [
        {
            "ref": f"{item.id}.price",
            "kind": "money",
            "value": money.text,
            "currency": currency,
            "per": price.per,
            "from": price.starts,
            "holds": bool(begun) and price is begun[-1],
            "source": price.source,
        }
        for price in shown
        for currency, money in price.amounts.items()
    ]


def _sale(book: Book, rule: str) -> list[dict[str, object]]:
    topic, _, part = rule.rpartition(".")
    sale = book.topics[topic].sale if topic in book.topics else None
    periods = {} if sale is None else {"term.lasts": sale.term, "confirmation.within": sale.confirmation, "invoice.within": sale.invoice}
    found: list[dict[str, object]] = [
        {"ref": f"{topic}.{name}", "kind": "period", "value": period.iso} for name, period in periods.items() if name.startswith(f"{part}.")
    ]
    if sale and part == "quantity":
        found.append({"ref": f"{rule}.min", "kind": "count", "value": str(sale.quantity_min)})
    if sale and part == "cycle":
        found += [{"kind": "cycle", "value": cycle} for cycle in sale.cycles]
    return found
