"""Literal figures in prose: an amount, date, term, multiple or share typed where a reference belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerbook.findings import Finding
from answerbook.language import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.language import Entity

    from .run import Result

#: Kinds of figure that never stand in prose. Bare numbers count only when written in digits.
_FIGURES = {"currency", "currencyrange", "percent", "date", "daterange", "duration", "multiple", "invalid"}

# What is no prose: front matter, fenced and inline code, references, comments, tags, link targets, attribute lists.
_NOT_PROSE = re.compile(
    r"\A---\n.*?\n---\n|^(```|~~~).*?^\1|`[^`\n]*`|\{\{.*?\}\}|<!--.*?-->|</?[A-Za-z][^>]*>|\]\([^)\n]*\)|\{[^}\n]*\}|^\s*\d+\.\s",
    re.DOTALL | re.MULTILINE,
)
# A number behind a word in capitals is a name (a standard, a form), not a figure.
_NAME_BEFORE = re.compile(r"\b[A-Z]{2,}[ -]\Z")


def prose_files(folder: Path, languages: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Every Markdown file customers read, with its language, in order of path."""
    for language in languages:
        for room in ("docs", "faq"):
            for path in sorted((folder / room / language).rglob("*.md")):
                yield language, path


def blank(text: str) -> str:
    """``text`` with everything that is no prose blanked out, every line and column where it was."""
    return _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def check_prose(book: Book, folder: Path, result: Result) -> None:
    """AB151: a literal figure in ``faq/`` or ``docs/``."""
    for language, path in prose_files(folder, book.languages):
        result.count("prose files", 1)
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # the reader of the file reports it
        name = path.relative_to(folder).as_posix()
        for line, column, figure in literal_figures(blank(text), language):
            message = f"a figure typed in prose: “{figure}”."
            hint = "Write a reference to its rule in double braces, so that it follows pricing.yaml."
            result.findings.append(Finding(name, line, column, "AB151", message, hint))


def literal_figures(prose: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and text of every figure in ``prose``."""
    reader = load(language)
    for number, line in enumerate(prose.split("\n"), start=1):
        for entity in reader.read(line, None):
            if _is_figure(entity, line):
                yield number, entity.start + 1, entity.text


def _is_figure(entity: Entity, line: str) -> bool:
    if entity.type in _FIGURES:
        return True
    return entity.type == "number" and entity.text[:1].isdigit() and not _NAME_BEFORE.search(line[: entity.start])
