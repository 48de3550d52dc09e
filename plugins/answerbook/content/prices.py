"""The price table of a topic: what it costs on the page's day, what is announced, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerbook.engine.prices import next_price, price_on

from .markup import Markup, element, joined, markup
from .resolve import Figure, resolve

if TYPE_CHECKING:
    from answerbook.book.model import Item, Price

    from .context import Context


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One price of one item: an amount per currency, per what, from which order date, and who says so."""

    label: str
    amounts: tuple[Figure, ...]
    per: str
    starts: Figure
    source: Markup
    rule: str


@dataclass(frozen=True, slots=True)
class RequestRow:
    """An add-on whose price is given on request only: per what it is charged, and who says so."""

    label: str
    per: tuple[str, ...]
    source: Markup
    rule: str


def price_rows(context: Context, topic: str) -> list[PriceRow]:
    """The price of each item of the topic on the page's day, and the next one as soon as it may be told."""
    rows = []
    for item in (item for item in context.book.items.values() if item.topic == topic):
        held = price_on(item, context.as_of, today=context.as_of)
        coming = next_price(item, context.as_of)
        if held:
            rows.append(_row(context, item, held, f"{item.id}.price", context.name(item.id)))
        if coming:
            rows.append(_row(context, item, coming, f"{item.id}.price.next", context.text("prices_coming", item=context.name(item.id))))
    return rows


def request_rows(context: Context, topic: str) -> list[RequestRow]:
    """The add-ons of the topic, which have no published amount."""
    return [
        RequestRow(
            context.name(one.id), tuple(context.text(f"per_{part}") for part in one.parts), _source(context, one.source), f"{one.id}.price"
        )
        for one in context.book.add_ons.values()
        if one.topic == topic
    ]


def _row(context: Context, item: Item, price: Price, ref: str, label: str) -> PriceRow:
    first = context.book.currency if context.book.currency in price.amounts else next(iter(price.amounts))
    others = [currency for currency in price.amounts if currency != first]
    refs = [ref if first == context.book.currency else f"{ref}.{first}", *(f"{ref}.{currency}" for currency in others)]
    amounts = tuple(_figure(context, each) for each in refs)
    starts = _figure(context, f"{ref}.from")
    return PriceRow(label, amounts, context.text(f"per_{price.per}"), starts, _source(context, price.source), f"{item.id}.price")


def _figure(context: Context, ref: str) -> Figure:
    return resolve(ref, context.book, context.language, context.as_of)


def _source(context: Context, source_id: str) -> Markup:
    """Who says so, as a link where it can be read, and when somebody last looked."""
    source = context.book.sources[source_id]
    kind = context.text(f"source_{source.kind}")
    named = element("a", kind, href=source.url) if source.url else markup(kind)
    return context.html("source_checked", source=named, day=context.language.date(source.checked)) if source.checked else named


def price_table(context: Context, topic: str) -> Markup:
    """The rows as a table with a caption that names the day."""
    heads = [context.text(f"prices_{column}") for column in ("what", "price", "from", "source")]
    head = element("tr", *(element("th", text, scope="col") for text in heads))
    rows = [*map(_price_cells, price_rows(context, topic)), *(_request_cells(context, row) for row in request_rows(context, topic))]
    caption = context.text("prices_caption", what=context.names(topic), day=context.language.date(context.as_of))
    return element(
        "table", element("caption", caption), element("thead", head), element("tbody", *rows), class_="ab-prices", data_topic=topic
    )


def _price_cells(row: PriceRow) -> Markup:
    amounts = [joined(figure.html, " ", row.per, " " if place < len(row.amounts) - 1 else "") for place, figure in enumerate(row.amounts)]
    return element(
        "tr", element("th", row.label, scope="row"), element("td", *amounts), element("td", row.starts.html), element("td", row.source)
    )


def _request_cells(context: Context, row: RequestRow) -> Markup:
    price = f"{context.text('on_request')} ({context.language.join(row.per)})"
    return element("tr", element("th", row.label, scope="row"), element("td", price), element("td"), element("td", row.source))


def price_lines(context: Context, topic: str) -> list[str]:
    """The rows as lines of text, for readers without tables."""
    lines = [
        f"{row.label}: {context.language.join([figure.text for figure in row.amounts])} {row.per}; "
        f"{context.text('prices_from').lower()} {row.starts.text}"
        for row in price_rows(context, topic)
    ]
    on_request = context.text("on_request")
    return [*lines, *(f"{row.label}: {on_request} ({context.language.join(row.per)})" for row in request_rows(context, topic))]
