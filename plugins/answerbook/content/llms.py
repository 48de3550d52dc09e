"""The help centre for language models: an index (llms.txt) and everything in one text (llms-full.txt), figures included."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .articles import article_source
from .prose import resolved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerbook.book.model import Article

    from .context import Context
    from .values import Page


def llms(name: str, description: str, pages: Sequence[Page], context: Context, base: str) -> str:
    """The index of one language: every collection with its articles, then the other pages.

    Args:
        name: The site's name.
        description: What it is, in a sentence; may be empty.
        pages: The pages of the language.
        context: Of the language.
        base: The site's address with a slash at its end, or empty.
    """
    head = [f"# {name}", *([f"> {description}"] if description else []), _as_of(context)]
    parts = []
    for shelf in context.book.collections.get(context.language.code, {}).values():
        listed = [_item(page, base) for page in pages if page.kind == "article" and page.collection == shelf.id]
        if listed:
            parts.append("\n".join([f"## {shelf.title}", "", *listed]))
    others = [_item(page, base) for page in pages if page.kind == "page"]
    if others:
        parts.append("\n".join([f"## {context.text('other_pages')}", "", *others]))
    return "\n\n".join([*head, *parts]) + "\n"


def llms_full(name: str, description: str, context: Context, base: str) -> str:
    """Every article of one language in full, each question with its address."""
    head = [f"# {name}", *([f"> {description}"] if description else []), _as_of(context)]
    articles = context.book.articles.get(context.language.code, ())
    return "\n\n".join([*head, *(_article(article, context, base) for article in articles)]) + "\n"


def _as_of(context: Context) -> str:
    return f"{context.text('as_of')} {context.language.date(context.as_of)}."


def _item(page: Page, base: str) -> str:
    about = f": {page.description}" if page.description else ""
    return f"- [{page.title}]({base}{page.url}){about}"


def _article(article: Article, context: Context, base: str) -> str:
    url = context.urls[article_source(article)]
    # Links in one long text have no page to be relative to.
    absolute = replace(context, base=base)
    parts = [f"## {article.title}", f"<{base}{url}>", resolved(article.intro, absolute).strip()]
    for entry in article.entries:
        parts += [f"### {resolved(entry.question, absolute)}", f"<{base}{url}#{entry.id}>", resolved(entry.body, absolute).strip()]
    return "\n\n".join(parts)
