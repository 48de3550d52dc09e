"""A help centre opened for one build: its book, its plan and what the settings call it, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Book
    from answerbook.content.values import Page, Plan


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a build needs.

    ``url`` is the published address with a slash at its end; ``names`` the site's name and ``tongues`` the language's own name, both by
    language code. ``findings`` are what is wrong with the files now when a preview goes on showing the last good state.
    """

    book: Book
    plan: Plan
    url: str
    names: Mapping[str, str]
    tongues: Mapping[str, str]
    findings: tuple[str, ...] = ()

    def page(self, language: str, src: str) -> Page | None:
        """The planned page of a language by its source path, or None when the plan has no such page."""
        return next((page for page in self.plan.pages.get(language, ()) if page.src == src), None)
