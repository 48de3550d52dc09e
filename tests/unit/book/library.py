"""A small library's book: a sound one, in which tests change something."""

from __future__ import annotations

from textwrap import dedent

PRICING = dedent("""\
    format: answerbook/1
    languages: [en, nl]
    currency: EUR
    time_zone: Europe/Amsterdam
    sources:
      board: {kind: decision, checked: 2026-01-02}
    products: [library]
    topics:
      cards:
        product: library
        sale:
          quantity: {min: 1, max_digits: 3, source: board}
          cycle: {offered: [year], source: board}
          term: {starts: order_date, lasts: 1 year, ends: day_before_anniversary, missing_day: last_day_of_month, source: board}
          confirmation: {within: 0 days, after: order_date, source: board}
          invoice: {within: 30 days, after: confirmation, source: board}
        items:
          adult:
            price:
              - {from: 2025-01-01, per: year, EUR: 48.00, source: board}
        policies:
          reading:
            measures: books
            limit: 3 x average_books
            average: not_published
            zones:
              - {zone: within, up_to: limit, action: nothing}
              - {zone: above, up_to: any, action: talk_to_us}
            source: board
        add_ons:
          events:
            price: quote
            parts: [{per: hour, price: quote}]
            ask: cards.desk
            source: board
        statements:
          desk: {kind: contact, source: board}
          renewal: {kind: step, within: 2 weeks, share: 97.5%, source: board}
        unpublished:
          fines: {nearest: cards.adult.price, ask: cards.desk, source: board}
    examples:
      one_card:
        ask: {buy: {cards.adult: 1}, order: 2026-04-01}
        get: {total: 48, to: 2027-03-31}
        because: [cards.adult.price, cards.term]
      many_books:
        ask: {measure: cards.reading, own: 10, average: 4}
        get: {zone: within, ratio: 2.5}
        because: [cards.reading.limit]
    """)

WORDS = dedent("""\
    words:
      library: {one: library}
      cards: {one: card, other: cards}
      cards.adult: {one: adult card, other: adult cards, synonyms: [grown-up card]}
      cards.reading: {one: fair reading}
      cards.events: {one: event}
      cards.fines: {one: fine, other: fines}
      cards.desk: {one: front desk}
    collections:
      cards: {title: Cards, description: About cards.}
    """)

ARTICLE = dedent("""\
    ---
    id: library-cards
    title: Cards
    description: What a card costs.
    collection: cards
    author: Front desk
    updated: 2026-01-02
    about: [cards]
    entries:
      card-price:
        asks: [what is a card]
        rules: [cards.cycle]
      card-term:
        asks: [how long is a card valid]
    ---

    Welcome.

    ## What does a card cost? { #card-price }

    A card costs {{ cards.adult.price }} per year.

    ## How long is it valid? { #card-term }

    {{ cards.term.lasts }}, see {{ #card-price | the price }}.
    """)

FILES = {
    "pricing.yaml": PRICING,
    "faq/en/words.yaml": WORDS,
    "faq/nl/words.yaml": WORDS,
    "faq/en/cards/library-cards.md": ARTICLE,
    "faq/nl/cards/library-cards.md": ARTICLE,
}


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
