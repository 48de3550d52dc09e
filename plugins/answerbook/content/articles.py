"""Pages made from the book: an article with its questions, and the shelf of a collection. Also pages written by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import yaml

from .blocks import question_list
from .check import check_references
from .context import CONTACT
from .markup import Markup, element, joined
from .prose import plain, sections
from .values import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerbook.book.model import Article, Collection

    from .context import Context
    from .related import Candidate

#: Why an article did not help, as handed over to a person.
REASONS = ("wrong_figure", "missing", "unclear", "other")

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*\n", re.DOTALL)
_SPECIAL = re.compile(r"([\\`*_{}\[\]#|])")


def article_source(article: Article) -> str:
    """The path of an article's page below its language."""
    return f"faq/{article.path}.md"


def collection_source(collection: str) -> str:
    """The path of a collection's page below its language."""
    return f"faq/{collection}/index.md"


def article_page(article: Article, context: Context, related: Sequence[Candidate] = ()) -> Page:
    """The page of an article: title, introduction, questions in order, what is related, and whether it helped.

    Breadcrumb and byline are the theme's: it finds author and dates in ``meta``.
    """
    src = article_source(article)
    here = context.at(context.urls[src], article.position.file)
    questions = [f"## {entry.question} {{ #{entry.id} }}\n\n{entry.body.strip()}" for entry in article.entries]
    parts = [f"# {_escaped(article.title)}", article.intro.strip(), *questions, _related(here, related), feedback(here, article.id)]
    markdown = "\n\n".join(part for part in parts if part) + "\n"
    _check(article, here)
    meta = {"title": article.title, "description": article.description, "author": article.author, "updated": article.updated}
    return Page(
        language=context.language.code,
        src=src,
        url=here.url,
        kind="article",
        title=article.title,
        description=article.description,
        markdown=markdown,
        sections=sections(markdown, here),
        collection=article.collection,
        article=article.id,
        meta=meta,
    )


def _check(article: Article, here: Context) -> None:
    """Refuse an article with references that do not hold, piece by piece: findings then name the lines of its own file."""
    pieces = [(article.intro, article.intro_line), *((entry.body, entry.body_line) for entry in article.entries)]
    for markdown, line in pieces:
        check_references(markdown, replace(here, first_line=line))


def collection_page(collection: Collection, context: Context) -> Page:
    """The page of a collection: each of its articles with all its questions as links."""
    src = collection_source(collection.id)
    here = context.at(context.urls[src], src)
    articles = [one for one in context.book.articles.get(context.language.code, ()) if one.collection == collection.id]
    parts = [f"# {_escaped(collection.title)}", _escaped(collection.description), *(_card(here, article) for article in articles)]
    markdown = "\n\n".join(parts) + "\n"
    return Page(
        language=context.language.code,
        src=src,
        url=here.url,
        kind="collection",
        title=collection.title,
        description=collection.description,
        markdown=markdown,
        sections=sections(markdown, here),
        collection=collection.id,
        meta={"title": collection.title, "description": collection.description},
    )


def _card(context: Context, article: Article) -> str:
    href = context.link(context.urls[article_source(article)])
    title = element("h2", element("a", article.title, href=href), id=article.id)
    return element(
        "div", title, element("p", article.description), question_list(context, article), class_="ab-shelf", data_ab_block="shelf"
    )


def hand_written_page(src: str, text: str, context: Context) -> Page:
    """A page of ``docs/``: ``text`` is its file; title and description stand in its front matter, else in its first heading.

    Raises:
        FindingsError: a reference leads nowhere.
        yaml.YAMLError: the front matter is not YAML.
    """
    matter = _FRONT_MATTER.match(text)
    loaded = yaml.load(matter[1] or "", Loader=yaml.BaseLoader) if matter else None  # noqa: S506 - BaseLoader makes text only
    meta = loaded if isinstance(loaded, dict) else {}
    markdown = text[matter.end() :] if matter else text
    here = context.at(context.urls[src], context.source or src, text[: matter.end()].count("\n") + 1 if matter else 1)
    first, *rest = sections(markdown, here)
    title = str(meta.get("title") or first.heading or src)
    if str(meta.get("order", "")).isdigit():
        meta["order"] = int(meta["order"])
    return Page(
        language=context.language.code,
        src=src,
        url=here.url,
        kind="page",
        title=title,
        description=str(meta.get("description", "")),
        markdown=markdown,
        sections=(replace(first, heading=title), *rest),
        meta=meta,
    )


def feedback(context: Context, article: str) -> Markup:
    """Whether the article helped. Without a script each reason is a link to a person, with page and reason filled in."""
    contact = context.page(CONTACT)
    if contact is None:
        return Markup()
    links = [
        element(
            "li", element("a", context.text(f"feedback_{reason}"), href=f"{contact}?{urlencode({'page': context.url, 'reason': reason})}")
        )
        for reason in REASONS
    ]
    asked = element("p", context.text("feedback_question"))
    return element(
        "div",
        element("article-feedback", asked, element("ul", *links), article=article, contact=contact, class_="ab-feedback"),
        data_ab_block="feedback",
    )


def _related(context: Context, pages: Sequence[Candidate]) -> Markup:
    if not pages:
        return Markup()
    title = context.text("related")
    items = [element("li", element("a", page.title, href=context.link(page.url))) for page in pages]
    return element("nav", joined(element("p", title), element("ul", *items)), class_="ab-related", aria_label=title)


def entry_text(article: Article, entry_id: str, context: Context) -> str:
    """The answer of one entry as plain text, a line for each paragraph and item."""
    here = context.at(context.urls[article_source(article)], article.position.file)
    return next((plain(entry.body, here) for entry in article.entries if entry.id == entry_id), "")


def _escaped(text: str) -> str:
    """Text that is not Markdown, written so that Markdown leaves it alone."""
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
