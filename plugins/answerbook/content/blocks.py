"""Blocks of a page: whole pieces of HTML that one reference stands for, complete without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from .context import CONTACT, SEARCH
from .examples import example_lines, example_list
from .markup import Markup, element, joined
from .meter import meter, meter_lines
from .prices import price_lines, price_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from answerbook.book.model import Article, Statement

    from .context import Context
    from .values import EntryLink

_NOTHING = Markup()
_CONTACT_KINDS = {"contact", "channel"}


def block_html(context: Context, name: str, argument: str) -> Markup:
    """The block as one element that readers of plain prose skip: its text is told elsewhere, or is not prose."""
    return element("div", _HTML[name](context, argument), class_=f"ab-block ab-block--{name.replace('_', '-')}", data_ab_block=name)


def block_lines(context: Context, name: str, argument: str) -> list[str]:
    """The block as lines of text, for readers without HTML; none for a block that only does something."""
    return _LINES[name](context, argument) if name in _LINES else []


def _calculator(context: Context, topic: str) -> Markup:
    return element("price-calculator", price_table(context, topic), topic=topic)


def _assistant(context: Context, _argument: str) -> Markup:
    contact = context.page(CONTACT)
    text = element("p", context.text("assistant_text"))
    link = element("p", element("a", context.text("assistant"), href=contact)) if contact else _NOTHING
    # No address here: the contact page knows who answers for which product.
    return element("faq-assistant", text, link, inline=True, contact=contact)


def _search(context: Context, _argument: str) -> Markup:
    box = "ab-q-page"
    hint = context.say.say("search.hint")
    form = element(
        "form",
        element("label", context.say.say("search.label"), for_=box, class_="ab-search__label"),
        element("input", id=box, type="search", name="q", placeholder=hint, autocomplete="off"),
        element("button", context.say.say("search.button"), type="submit"),
        class_="ab-search__form",
        role="search",
        action=context.page(SEARCH),
        method="get",
    )
    # What the script says when it can fetch nothing, not even its words.
    words = {word: context.say.say(f"search.{word}") for word in ("failed", "again")}
    return element("answer-search", form, variant="page", contact=context.page(CONTACT), results=True, **words)


def _articles(context: Context, collection: str | None = None) -> list[Article]:
    """The articles of the language in the book's order, or those of one collection."""
    return [one for one in context.book.articles.get(context.language.code, ()) if collection in {None, one.collection}]


def _collections(context: Context, _argument: str) -> Markup:
    cards = []
    for shelf in context.book.collections.get(context.language.code, {}).values():
        count = sum(len(article.entries) for article in _articles(context, shelf.id))
        inside = (
            element("strong", shelf.title),
            element("span", shelf.description),
            element("span", context.text("questions", count=count), class_="ab-collections__count"),
        )
        cards.append(element("li", element("a", *inside, href=context.page(f"faq/{shelf.id}/index.md"))))
    return element("ul", *cards, class_="ab-collections")


def question_list(context: Context, article: Article) -> Markup:
    """Every question of an article as a link to its answer."""
    links = [context.links[entry.id] for entry in article.entries if entry.id in context.links]
    items = [element("li", element("a", link.question, href=context.link(link.url))) for link in links]
    return element("ul", *items, class_="ab-questions")


def _questions(context: Context, _argument: str) -> Markup:
    return joined(*(joined(element("h2", article.title), question_list(context, article)) for article in _articles(context)))


def _contacts(context: Context, topic: str) -> list[Statement]:
    return [one for one in context.book.statements.values() if one.topic == topic and one.kind in _CONTACT_KINDS]


def _where_told(context: Context, rule: str) -> EntryLink | None:
    """The answer that is most about a rule: the one that tells the fewest others."""
    told = [entry for article in _articles(context) for entry in article.entries if rule in entry.rules and entry.id in context.links]
    return context.links[min(told, key=lambda entry: len(entry.rules)).id] if told else None


def _contact(context: Context, topic: str) -> Markup:
    if topic:
        return _contact_card(context, topic)
    cards = [_contact_card(context, each) for each in context.book.topics if _contacts(context, each)]
    return joined(*cards, element("contact-message", mail=context.mail))


def _contact_card(context: Context, topic: str) -> Markup:
    items = [_contact_item(context, contact) for contact in _contacts(context, topic)]
    page = context.page(CONTACT)
    here = page is None or context.urls[CONTACT] == context.url
    address = f"{page}?page={quote(context.url, safe='')}"
    write = _NOTHING if here else element("p", element("a", context.text("contact_form"), href=address))
    title = element("p", element("strong", _capital(context.name(context.book.topics[topic].product))))
    return element("div", title, element("ul", *items), write, class_="ab-contact")


def _contact_item(context: Context, contact: Statement) -> Markup:
    """Whom to turn to and where: the address, and the answer that tells how, unless that stands on this very page."""
    told = _where_told(context, contact.id)
    ways = [element("a", contact.email, href=f"mailto:{contact.email}")] if contact.email else []
    if told is not None and not told.url.startswith(f"{context.url}#"):
        ways.append(element("a", told.question, href=context.link(told.url)))
    inside = joined(*(part for way in ways for part in (element("br") if way is not ways[0] else ": ", way)))
    note = _NOTHING
    if not contact.email and contact.kind == "contact":
        note = element("span", element("br"), context.text("contact_no_address"), class_="ab-contact__note")
    return element("li", _capital(context.name(contact.id)), inside, note, data_rule=contact.id)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _contact_lines(context: Context, topic: str) -> Iterator[str]:
    for each in [topic] if topic else context.book.topics:
        names = [
            f"{context.name(contact.id)} ({contact.email})" if contact.email else context.name(contact.id)
            for contact in _contacts(context, each)
        ]
        if names:
            yield f"{context.name(context.book.topics[each].product)}: {context.language.join(names)}"


def _collection_lines(context: Context, _argument: str) -> list[str]:
    return [f"{shelf.title}: {shelf.description}" for shelf in context.book.collections.get(context.language.code, {}).values()]


_HTML: dict[str, Callable[[Context, str], Markup]] = {
    "assistant": _assistant,
    "calculator": _calculator,
    "collections": _collections,
    "contact": _contact,
    "example": example_list,
    "fair_use_meter": meter,
    "prices": price_table,
    "questions": _questions,
    "search": _search,
}
_LINES: dict[str, Callable[[Context, str], list[str]]] = {
    "calculator": price_lines,
    "collections": _collection_lines,
    "contact": lambda context, topic: list(_contact_lines(context, topic)),
    "example": example_lines,
    "fair_use_meter": meter_lines,
    "prices": price_lines,
    "questions": lambda context, _: [entry.question for article in _articles(context) for entry in article.entries],
}
