"""Literal figures in prose: an amount, date, term, multiple or share typed where a reference belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerbook.book import references
from answerbook.language import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.language.read import Entity

    from .result import Result

#: Kinds of figure that never stand in prose. Bare numbers count only when written in digits.
_FIGURES = {"currency", "currencyrange", "percent", "date", "daterange", "duration", "multiple", "invalid"}

# What is no prose: references, tags and their attributes, targets of links, addresses, attribute lists, numbers of list items.
_NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|</?[A-Za-z][^>]*>|\]\([^)\n]*\)|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*|"
    r"https?://[^\s)>]+|\{:?[ ]*(?:[#.][A-Za-z]|[\w-]+=)[^}\n]*\}|^[>\s]*\d+[.)]\s",
    re.DOTALL | re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---[ ]*(?:\n|\Z)", re.DOTALL)
#: Keys of the front matter that people read.
_SHOWN = re.compile(r"^(?:title|description):.*$", re.MULTILINE)
# A number behind a word in capitals is a name (a standard, a form), not a figure.
_NAME_BEFORE = re.compile(r"\b[A-Z]{2,}[ -]\Z")
_HINT = "Write a reference to its rule in double braces, so that it follows pricing.yaml."
# Stands where something was blanked out, so that what is before and behind it is not read as one figure.
_GAP = "\ufffc"


def prose_files(folder: Path, docs: Path, languages: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Every Markdown file customers read, with its language, in order of path. With one language the docs may have no folder for it."""
    for language in languages:
        own = docs / language
        for room in (own if own.is_dir() or len(languages) > 1 else docs, folder / "faq" / language):
            yield from ((language, path) for path in sorted(room.rglob("*.md")) if path.is_file())


def blank(text: str) -> str:
    """``text`` with everything that is no prose blanked out, every line and column where it was."""
    matter = _FRONT_MATTER.match(text)
    head, body = (matter[0], text[matter.end() :]) if matter else ("", text)
    shown, place = [], 0
    for match in _SHOWN.finditer(head):
        start = match.start() + match[0].index(":") + 1
        shown += [_gap(head[place:start]), head[start : match.end()]]
        place = match.end()
    return "".join([*shown, _gap(head[place:]), _NOT_PROSE.sub(lambda match: _gap(match[0]), references.blank_code(body))])


def _gap(text: str) -> str:
    return re.sub(r"[^\n]", _GAP, text)


def check_prose(book: Book, folder: Path, docs: Path, result: Result) -> None:
    """AB151: a literal figure in ``faq/`` or ``docs/``; AB153: a file that is not UTF-8."""
    for language, path in prose_files(folder, docs, book.languages):
        result.count("prose files")
        name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
        try:
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            result.add("AB153", (name, 1, 1), "The page is not UTF-8 text.", "Save it as UTF-8.")
            continue
        for line, column, figure in literal_figures(blank(text), language):
            result.add("AB151", (name, line, column), f"A figure typed in prose: “{figure}”.", _HINT)


def literal_figures(prose: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and text of every figure in ``prose``; a figure may run on to the next line of its paragraph."""
    reader = load(language)
    number = 1
    for paragraph in re.split(r"(\n[ \t]*\n)", prose):
        # Offsets stay the same: one character for one character.
        flat = paragraph.replace("\n", " ")
        for entity in reader.read(flat, None) if flat.strip(f" \t{_GAP}") else ():
            if _is_figure(entity, flat):
                before = paragraph[: entity.start]
                yield number + before.count("\n"), entity.start - (before.rfind("\n") + 1) + 1, entity.text
        number += paragraph.count("\n")


def _is_figure(entity: Entity, paragraph: str) -> bool:
    if entity.vague or (entity.type == "multiple" and entity.value == "2" and entity.text.isalpha()):
        return False  # "double-check" counts nothing, "a few months" does not say how many
    if entity.type in _FIGURES:
        return True
    return entity.type == "number" and entity.text[:1].isdigit() and not _NAME_BEFORE.search(paragraph[: entity.start])
