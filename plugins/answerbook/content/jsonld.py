"""What pages say to machines, in the vocabulary of schema.org, as JSON values. Every figure is the one the page shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from answerbook.book import references
from answerbook.engine.prices import next_price, price_on

from .syntax import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerbook.book.model import Item, Price

    from .context import Context
    from .values import Page

_SCHEMA = "https://schema.org"

#: Blocks that show the prices of a topic.
_PRICED = {"calculator", "prices"}

#: Cycles as units of UN/CEFACT recommendation 20, which ``unitCode`` takes.
_UNIT_CODES = {"day": "DAY", "week": "WEE", "month": "MON", "quarter": "QAN", "half_year": "SAN", "year": "ANN"}


def faq_page(page: Page, context: Context, base: str) -> dict[str, Any] | None:
    """An article's questions with the answers as the page tells them; None for a page without questions.

    Args:
        page: The page.
        context: Of its language.
        base: The site's address with a slash at its end, or empty.
    """
    here = {entry for entry, link in context.links.items() if link.url == f"{page.url}#{entry}"}
    questions = [
        {
            "@type": "Question",
            "name": section.heading,
            "url": f"{base}{page.url}#{section.anchor}",
            "acceptedAnswer": {"@type": "Answer", "text": section.text},
        }
        for section in page.sections
        if section.anchor in here
    ]
    if not questions:
        return None
    return {"@context": _SCHEMA, "@type": "FAQPage", "inLanguage": page.language, "mainEntity": questions}


def offers(page: Page, context: Context, base: str) -> list[dict[str, Any]]:
    """What a page shows prices of: an offer for each item and currency at the day's price, and at the coming one once it may be told."""
    targets = (parse(reference.text[2:-2]) for reference in references.find(page.markdown))
    topics = {target.rest for target in targets if target.kind == "block" and target.id in _PRICED}
    url = base + page.url
    made = []
    for item in (item for item in context.book.items.values() if item.topic in topics):
        held = price_on(item, context.as_of, today=context.as_of)
        coming = next_price(item, context.as_of)
        for price in filter(None, (held, coming)):
            until = coming.starts if coming and price is held else None
            made += [_offer(context, item, price, currency, until) | {"url": url} for currency in price.amounts]
    return made


def _offer(context: Context, item: Item, price: Price, currency: str, until: str | None) -> dict[str, Any]:
    """``until`` is the first day on which the price no longer holds."""
    sale = context.book.topics[item.topic].sale
    specification: dict[str, Any] = {
        "@type": "UnitPriceSpecification",
        "price": price.amounts[currency].text,
        "priceCurrency": currency,
        "unitCode": _UNIT_CODES[price.per],
        "validFrom": price.starts,
    }
    if until:
        specification["validThrough"] = _day_before(until)
    offer = {
        "@context": _SCHEMA,
        "@type": "Offer",
        "identifier": f"{item.id}.price",
        "itemOffered": {"@type": "Service", "name": context.name(item.id)},
        "price": price.amounts[currency].text,
        "priceCurrency": currency,
        "priceSpecification": specification,
    }
    if sale:
        offer["eligibleQuantity"] = {"@type": "QuantitativeValue", "minValue": sale.quantity_min}
    return offer


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def breadcrumbs(steps: Sequence[tuple[str, str]], base: str) -> dict[str, Any] | None:
    """The way to a page: title and site-relative URL of each step, the page itself last; None for a page at the start."""
    if not steps:
        return None
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": base + url} for place, (title, url) in enumerate(steps, start=1)
    ]
    return {"@context": _SCHEMA, "@type": "BreadcrumbList", "itemListElement": items}
