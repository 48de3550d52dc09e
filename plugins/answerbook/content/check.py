"""References of one page, checked before it is written: they exist, they hold on the page's day, and blocks stand alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerbook.book import references
from answerbook.book.catalogue import finding
from answerbook.book.model import Position
from answerbook.findings import FindingsError

from .resolve import resolve
from .syntax import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerbook.book.references import Reference
    from answerbook.findings import Finding

    from .context import Context


def check_references(markdown: str, context: Context) -> None:
    """Raise FindingsError with every reference of a page that leads nowhere, each with its place in the page's file."""
    file = context.source or "page.md"
    entries = {entry.id for article in context.book.articles.get(context.language.code, ()) for entry in article.entries}
    found = references.check(file, markdown, references.targets(context.book, entries), context.first_line)
    if not found:
        found = list(_findings(file, markdown, context))
    if found:
        raise FindingsError(found)


def _findings(file: str, markdown: str, context: Context) -> Iterator[Finding]:
    """What can only be known on a day and in a place."""
    for reference in references.find(markdown):
        position = Position(file, context.first_line + reference.line - 1, reference.column)
        target = parse(reference.text[2:-2])
        if target.kind == "block" and not _stands_alone(markdown, reference):
            message = f"The block `{reference.target}` stands within a sentence."
            yield finding("AB108", position, message, "Put it in a paragraph of its own, with an empty line before and after.")
        if target.kind == "figure":
            try:
                resolve(target.id, context.book, context.language, context.as_of)
            except LookupError:
                message = f"The reference `{reference.target}` has no value on {context.as_of}."
                yield finding("AB107", position, message, "Refer to something that holds on the day the site is built for.")


def _stands_alone(markdown: str, reference: Reference) -> bool:
    """Whether nothing but white space (or the mark of a list or quotation) shares the paragraph."""
    before = markdown[: reference.start].rpartition("\n")
    after = markdown[reference.end :].partition("\n")
    above = before[0].rpartition("\n")[2] if before[1] else ""
    below = after[2].partition("\n")[0]
    marks = re.fullmatch(r"[ \t]*(?:[-*+>]|[0-9]+[.)])?[ \t]*", before[2])
    return bool(marks) and not after[0].strip() and not above.strip(" \t>") and not below.strip(" \t>")
