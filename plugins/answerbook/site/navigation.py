"""The navigation of one language, made from the plan when ``mkdocs.yml`` gives none: a new article needs no line there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerbook.content.context import HOME

if TYPE_CHECKING:
    from answerbook.book.model import Book
    from answerbook.content.values import Page, Plan


def navigation(book: Book, plan: Plan, language: str) -> list[Any]:
    """Home first, a section for each collection in the book's order, then the other pages as their ``order`` says."""
    pages = {page.src: page for page in plan.pages[language]}
    nav: list[Any] = [HOME] if HOME in pages else []
    for collection in book.collections.get(language, {}).values():
        members = [page for page in pages.values() if page.collection == collection.id]
        shelf = [page.src for page in members if page.kind == "collection"] + [page.src for page in members if page.kind == "article"]
        if shelf:
            nav.append({collection.title: shelf})
    placed = {src for one in nav for src in (next(iter(one.values())) if isinstance(one, dict) else [one])}
    nav += [page.src for page in sorted(pages.values(), key=_order) if page.src not in placed]
    return nav


def _order(page: Page) -> tuple[int, str]:
    order = page.meta.get("order")
    return (order if isinstance(order, int) else 1000, page.src)
