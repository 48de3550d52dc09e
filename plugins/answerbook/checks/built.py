"""The pages of a built site: every figure is the book's, and no amount stands without its rule."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from answerbook.content.resolve import resolve
from answerbook.language import UnknownLanguageError, load

from .html import FIGURE
from .reading import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Book
    from answerbook.content.resolve import Figure

    from .html import Loose, Marked, Page
    from .opened import BuiltSite
    from .result import Result

_TYPED = "Write it as a reference to its rule in double braces."
# A digit against a figure element, or a minus sign before it, makes another figure of what people see.
_RUN_TOGETHER = re.compile(rf"[0-9][.,]?{FIGURE}|{FIGURE}[.,]?[0-9]|(?:^|(?<=\s))[-−]{FIGURE}")


def check_figures(book: Book, site: BuiltSite, pages: Mapping[str, Page], result: Result) -> None:
    """AB162-AB165: figures that differ from their rule on the site's own day, and amounts outside any figure."""
    known: dict[tuple[str, str], Figure | None] = {}
    for name, page in pages.items():
        for marked in page.marked:
            key = (marked.ref, marked.language if marked.language in book.languages else book.default_language)
            if key not in known:
                known[key] = _told(book, *key, site.as_of)
            _check_marked(site.called(name), marked, known[key], result)
        for line, column, rule in page.cited:
            if rule not in book.rules:
                result.add("AB163", (site.called(name), line, column), f"The page cites {rule}, which the book does not have.")
        for loose in page.loose:
            _check_loose(site.called(name), loose, book, result)


def _told(book: Book, ref: str, language: str, day: str) -> Figure | None:
    """The figure a reference stands for on the site's day; None when the book says no such thing."""
    try:
        return resolve(ref, book, load(language), day) if ref else None
    except (LookupError, ValueError):
        return None


def _check_marked(file: str, marked: Marked, figure: Figure | None, result: Result) -> None:
    result.count("figures")
    place = (file, marked.line, marked.column)
    if not marked.ref or not marked.rule:
        result.add("AB162", place, f"The figure “{marked.text}” names no rule.")
    elif figure is None:
        result.add("AB163", place, f"The figure “{marked.text}” names {marked.ref}, which the book does not have.")
    elif marked.text != figure.text or marked.value != figure.value:
        message = f"The page says “{marked.text}” ({marked.value}) for {marked.ref}; the book says “{figure.text}” ({figure.value})."
        result.add("AB164", place, message)
    elif marked.rule != figure.rule:
        result.add("AB164", place, f"The page gives the rule {marked.rule} for {marked.ref}; the book says {figure.rule}.")


def _check_loose(file: str, loose: Loose, book: Book, result: Result) -> None:
    language = loose.language if loose.language in book.languages else book.default_language
    result.count("texts")
    for start, text in amounts(loose.text, language):
        result.add("AB165", (file, *loose.place(start)), f"An amount without a rule: “{text}”.", _TYPED)
    for match in _RUN_TOGETHER.finditer(plain(loose.text)):
        message = "A figure stands directly against a digit or a minus sign, so people see another figure."
        result.add("AB165", (file, *loose.place(match.start())), message, _TYPED)


@cache
def amounts(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """Every amount of money in a text of a language, with where it starts; none in a language that cannot be read."""
    if not text.strip():
        return ()
    try:
        reader = load(language)
    except UnknownLanguageError:
        return ()
    read = reader.read(plain(text), None)
    return tuple((entity.start, text[entity.start : entity.end]) for entity in read if entity.type in {"currency", "currencyrange"})
