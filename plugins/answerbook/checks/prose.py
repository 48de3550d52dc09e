"""Literal figures in prose: an amount, date, term, multiple or share typed where a reference belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerbook.book import references
from answerbook.language import load

from .html import INLINE
from .reading import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.language.read import Entity

    from .result import Result

#: Kinds of figure that never stand in prose. Bare numbers count only when written in digits.
_AMOUNTS = {"currency", "currencyrange"}
_FIGURES = {*_AMOUNTS, "percent", "date", "daterange", "duration", "multiple", "invalid"}

# What is no prose: references, tags and their attributes, targets of links, addresses, attribute lists, numbers of list items.
_NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|</?[A-Za-z][^>]*>|\]\([^)\n]*\)|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*|"
    r"https?://[^\s)>]+|\{:?[ ]*(?:[#.][A-Za-z]|[\w-]+=)[^}\n]*\}|^[>\s]*\d+[.)]\s",
    re.DOTALL | re.MULTILINE,
)
# An amount may run through tags and emphasis: <b>950</b> euros is one.
_THROUGH = re.compile(rf"</?(?:{'|'.join(sorted(INLINE))})\b[^>]*>|\*{{1,3}}(?=\S)|(?<=\S)\*{{1,3}}", re.IGNORECASE)
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
# A reference with a brace too few on each side.
_SINGLE = re.compile(r"(?<![{\\])\{[ ]*([a-z]\w*)((?:\.[\w-]+)+)[ ]*\}(?!\})")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---[ ]*(?:\n|\Z)", re.DOTALL)
#: Keys of the front matter that people read.
_SHOWN = re.compile(r"^(?:title|description):.*$", re.MULTILINE)
# A number behind a word in capitals is a name (a standard, a form), not a figure.
_NAME_BEFORE = re.compile(r"\b[A-Z]{2,}[ -]\Z")
_HINT = "Write a reference to its rule in double braces, so that it follows pricing.yaml."
# Stands where something was blanked out, so that what is before and behind it is not read as one figure.
_GAP = "\ufffc"
# Stands where a mark was taken out of the middle of what people read as one; leaves no gap.
_JOINT = "\ufffa"
# Begin and end of inline code, which may hold numbers (it shows how something is written) but no amount.
_CODE_STARTS, _CODE_ENDS = "\ufff9", "\ufffb"


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
    return "".join([*shown, _gap(head[place:]), _blank_body(body)])


def _blank_body(body: str) -> str:
    marked = _CODE.sub(lambda match: _CODE_STARTS * len(match[1]) + match[2] + _CODE_ENDS * len(match[1]), body)
    joined = _THROUGH.sub(lambda match: _gap(match[0], _JOINT), references.blank_code(marked))
    return _NOT_PROSE.sub(lambda match: _gap(match[0]), joined)


def _gap(text: str, sign: str = _GAP) -> str:
    return re.sub(r"[^\n]", sign, text)


def check_prose(book: Book, folder: Path, docs: Path, result: Result) -> None:
    """AB151: a literal figure in ``faq/`` or ``docs/``; AB153: a file that is not UTF-8; AB154: a reference in single braces."""
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
        for line, column, target in single_braces(text, book):
            message = f"`{target}` stands in single braces, so it is shown as it is written."
            result.add("AB154", (name, line, column), message, f"Write `{{{{ {target} }}}}`.")


def single_braces(text: str, book: Book) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and target of every reference to a rule or an example that lacks its second braces."""
    prose = references.blank_code(text)
    for match in _SINGLE.finditer(prose):
        if match[1] in book.topics or match[1] == "examples":
            before = prose[: match.start()]
            yield before.count("\n") + 1, match.start() - before.rfind("\n"), match[1] + match[2]


def literal_figures(prose: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and text of every figure in ``prose``; a figure may run on to the next line of its paragraph."""
    number = 1
    for paragraph in re.split(r"(\n[ \t]*\n)", prose):
        for start, figure in _figures(paragraph, language) if paragraph.strip(f" \t\n{_GAP}{_JOINT}") else ():
            before = paragraph[:start]
            yield number + before.count("\n"), start - (before.rfind("\n") + 1) + 1, figure
        number += paragraph.count("\n")


def _figures(paragraph: str, language: str) -> Iterator[tuple[int, str]]:
    """Offset and text of every figure in a paragraph that has been blanked."""
    places: list[int] = []
    in_code: list[bool] = []
    inside = False
    for place, sign in enumerate(paragraph):
        if sign in (_CODE_STARTS, _CODE_ENDS):
            inside = sign == _CODE_STARTS
        elif sign != _JOINT:
            places.append(place)
            in_code.append(inside)
    text = "".join(paragraph[place] for place in places).replace("\n", " ")
    for entity in load(language).read(plain(text), None):
        code = all(in_code[entity.start : entity.end])
        if entity.type in _AMOUNTS if code else _is_figure(entity, text):
            yield places[entity.start], text[entity.start : entity.end]


def _is_figure(entity: Entity, paragraph: str) -> bool:
    if entity.vague or (entity.type == "multiple" and entity.value == "2" and entity.text.isalpha()):
        return False  # "double-check" counts nothing, "a few months" does not say how many
    if entity.type in _FIGURES:
        return True
    return entity.type == "number" and entity.text[:1].isdigit() and not _NAME_BEFORE.search(paragraph[: entity.start])
