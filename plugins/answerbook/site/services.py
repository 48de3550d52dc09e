"""The rooms put together for one language of one help centre: what the command line serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.content.values import Plan

Handler = "Callable[[dict[str, Any]], dict[str, Any]]"


def reader(lang: str, reference: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Answers ``answerbook parse`` lines; ``reference`` is the day said where a line names none. Raises ValueError for an unknown language."""
    from answerbook.language import load
    from answerbook.language.requests import parse

    load(lang)
    return lambda request: parse({"reference": reference, **request}, lang)
