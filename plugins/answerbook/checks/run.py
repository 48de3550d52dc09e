"""Runs every check over a book and, when there is one, its built site."""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from answerbook import book as book_room

from .examples import check_examples
from .prose import check_prose

if TYPE_CHECKING:
    from pathlib import Path

    from answerbook.findings import Finding


@dataclass(slots=True)
class Result:
    """What a run found. ``counts``: how many things of each kind were compared; ``notes``: what could not be, and why."""

    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def count(self, kind: str, number: int) -> None:
        """Add ``number`` things of ``kind`` that were compared."""
        self.counts[kind] = self.counts.get(kind, 0) + number


def run(folder: Path, site: Path | None, as_of: str) -> Result:
    """Everything wrong with the book in ``folder`` and with the built ``site``, in file order.

    Raises FileNotFoundError when the book's folder or the site is not there.
    """
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(folder))
    if site is not None and not (site / "answerbook" / "manifest.json").is_file():
        raise FileNotFoundError(errno.ENOENT, "no built answerbook site (answerbook/manifest.json is absent)", str(site))
    result = Result()
    book, findings = book_room.read(folder)
    result.findings += findings
    if book is not None:
        result.count("rules", len(book.rules))
        result.count("entries", sum(len(article.entries) for articles in book.articles.values() for article in articles))
        check_examples(book, as_of, result)
        check_prose(book, folder, result)
        if site is not None:
            from .built import check_built
            from .twin import check_twin

            check_built(book, site, result)
            check_twin(book, site, result)
    result.findings.sort()
    return result
