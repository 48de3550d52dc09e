"""Links to answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .markup import Markup, element

if TYPE_CHECKING:
    from .context import Context


def entry_link(context: Context, entry: str, text: str = "") -> Markup:
    """A link to an answer: with its question as text, and marked so, unless another text is given."""
    link = context.links.get(entry)
    href = context.link(link.url) if link else f"#{entry}"
    return element("a", text, href=href) if text else element("a", entry_question(context, entry), href=href, data_question=entry)


def entry_question(context: Context, entry: str) -> str:
    """The question of an entry in the context's language; its id when there is none."""
    if entry in context.links:
        return context.links[entry].question
    articles = context.book.articles.get(context.language.code, ())
    return next((one.question for article in articles for one in article.entries if one.id == entry), entry)
