"""The navigation of one language, made from the plan when ``mkdocs.yml`` gives none: a new article needs no line there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerbook.content.context import HOME

if TYPE_CHECKING:
    from answerbook.book.model import Book
    from answerbook.content.values import Page, Plan


#: Where pages stand that say nothing of their order.
_LAST = 1000


def navigation(book: Book, plan: Plan, language: str) -> list[Any]:
    """Home first, a section for each collection in the book's order, then the other pages as their ``order`` says.

    A page whose front matter has a ``short`` title is listed by that.
    """
    pages = {page.src: page for page in plan.pages[language]}
    nav: list[Any] = [_listed(pages.pop(HOME))] if HOME in pages else []
    for collection in book.collections.get(language, {}).values():
        shelf = [page for page in pages.values() if page.collection == collection.id]
        shelf.sort(key=lambda page: page.kind != "collection")
        if shelf:
            nav.append({collection.title: [_listed(pages.pop(page.src)) for page in shelf]})
    return nav + [_listed(page) for page in sorted(pages.values(), key=_order)]


def _listed(page: Page) -> str | dict[str, str]:
    short = page.meta.get("short")
    return {str(short): page.src} if short else page.src


def _order(page: Page) -> tuple[int, str]:
    order = str(page.meta.get("order", ""))
    return (int(order) if order.isdecimal() else _LAST, page.src)
