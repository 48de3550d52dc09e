"""``faq/``: words, collections and articles of every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from answerbook.findings import Finding

    from .model import Book


def read_faq(folder: Path, book: Book) -> tuple[Book, list[Finding]]:
    """The book with what ``faq/`` says, and findings about it."""
    del folder
    return book, []
