"""A book and a site held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Book
    from answerbook.content.values import Plan

    from .html import Page
    from .opened import BuiltSite
    from .result import Result


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the book gives (``plan``, told for the site's own day) and what the site shows (``pages``, by path).

    ``result`` takes the findings.
    """

    book: Book
    plan: Plan
    site: BuiltSite
    pages: Mapping[str, Page]
    result: Result
