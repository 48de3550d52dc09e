"""Markdown line by line: which lines are headings, which are code, and what is left of the others without the marks at their start."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from .extents import INDENT, end_of_fenced, end_of_indented, indent_of, last_with, raw_text, title_of, uncommented
from .headings import hashed, underlined
from .items import Items
from .patterns import ATTRIBUTES, DEFINITION

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULE = re.compile(r"(?:[-*_=|:+][ \t]*){3,}")
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+[\w-]+[ \t]*\"?([^\"]*)\"?[ \t]*|\[!\w+\]")
_ATTRIBUTES = re.compile(ATTRIBUTES)
#: What stands before the attribute list of a block, as it stands after an element in a line.
_BORDER = "\x04"
#: What a line begins with that ends the block before it.
_BEGINS = re.compile(r"[ \t]*(?:$|[-*+>#|]|[0-9]{1,9}\.[ \t])")
#: After this line between paragraphs another begins.
_BREAK = re.compile(r"-(?: {0,2}-){2,} *|_(?: {0,2}_){2,} *|\*(?: {0,2}\*){2,} *")
#: What lines below it that are indented belong to: an item, a note, a tab, a footnote, a definition, HTML or a macro.
_HOLDER = re.compile(r"[-*+][ \t]|[0-9]{1,9}\.[ \t]|!!!|\?\?\?|===|\[\^|:[ \t]|[<{]")
_HASHES = re.compile(r"#{1,6}[ \t]+")


class Kind(Enum):
    """What a piece of a page is. An inner heading stands in a list, a quote or a note: it has an id and starts no section."""

    TEXT = "text"
    CODE = "code"
    HEADING = "heading"
    INNER = "inner heading"


#: A piece, the level of a heading, and the source: of a heading and of text without the marks before it, of code as it stands.
Piece = tuple[Kind, int, str]


def outline(source: str) -> Iterator[Piece]:
    """The pieces of a page in order, comments left out."""
    lines = source.split("\n")
    unclosed: dict[str, int] = {}
    last_comment = last_with(lines, "-->") if "<!--" in source else -1
    items = Items()
    place, clean, fresh, holder = 0, -1, True, False
    while place < len(lines):
        line = lines[place]
        bare = line.strip()
        if not bare:
            fresh = True
            place += 1
            yield Kind.TEXT, 0, ""
            continue
        indent = indent_of(line)
        code = _code(lines, place, indent, fresh and not holder, unclosed)
        if code:
            yield Kind.CODE, 0, code[0]
            place, fresh = code[1], True
            continue
        if last_comment >= 0 and place != clean and "<!--" in line:
            text, place = uncommented(lines, place, last_comment)
            lines[place], clean = text, place
            holder = holder and (indent >= INDENT or bool(text.strip()))
            continue
        place += 1
        found = _heading(line, lines[place] if place < len(lines) and fresh else "")
        if found:
            yield Kind.HEADING, *found[:2]
            place, fresh, holder = place + found[2], True, False
            continue
        marker = items.marker(bare, fresh=fresh)
        if indent < INDENT and _HOLDER.match(bare) and (marker or not bare[0].isdigit()):
            holder = True
        elif fresh and not indent and not DEFINITION.fullmatch(bare):
            holder = False
        fresh = bare[0] in "*-_" and bool(_BREAK.fullmatch(bare[:80]))
        if bare[0] == "{" and _ATTRIBUTES.fullmatch(bare) and (place == len(lines) or _BEGINS.match(lines[place])):
            bare = f"{_BORDER}{bare}"
        yield _inner(bare, indent, marker) or (Kind.TEXT, 0, _plain(bare, marker))


def definitions(source: str) -> set[str]:
    """The names, in small letters, that a page gives to addresses."""
    lines = (line.lstrip() for line in source.split("\n") if "]:" in line)
    return {" ".join(found[1].lower().split()) for line in lines if (found := DEFINITION.fullmatch(line.rstrip()))}


def _code(lines: list[str], place: int, indent: int, free: bool, unclosed: dict[str, int]) -> tuple[str, int] | None:
    """The code that begins at ``place`` and where it ends: fenced, of a tag, or indented, if ``free``: it belongs to nothing above it."""
    start = lines[place].lstrip()[:3]
    if start in ("```", "~~~") and (end := end_of_fenced(lines, place, indent, unclosed)):
        return "\n".join([*title_of(lines[place]), *lines[place + 1 : end]]), end + 1
    if start[0] == "<" and indent < INDENT and (raw := raw_text(lines, place, unclosed)):
        return raw
    if indent < INDENT or not free:
        return None
    end = end_of_indented(lines, place)
    return "\n".join(lines[place:end]), end


def _heading(line: str, below: str) -> tuple[int, str, int] | None:
    """Level and source of the heading in a line, and whether (0 or 1) the line below belongs to it."""
    if found := hashed(line):
        return *found, 0
    level = underlined(below, line)
    return (level, line.strip(), 1) if level else None


def _inner(bare: str, indent: int, marker: str) -> Piece | None:
    """The heading that a line in a list, a quote or a note is, after the marks at its start."""
    if "#" not in bare or bare[0].isalpha():
        return None
    found = hashed(bare[len(marker) :]) if (indent == INDENT or marker) and "[" not in marker else None
    return (Kind.INNER, *found) if found else None


def _plain(bare: str, marker: str) -> str:
    """A line of text without the marks at its start; nothing of rules, borders of tables and definitions."""
    if bare[0].isalpha():
        return bare
    rest = bare[len(marker) :]
    if _RULE.fullmatch(bare[:500]) or (rest[:1] == "[" and DEFINITION.fullmatch(rest)):
        return ""
    note = _NOTE.fullmatch(bare.lstrip("> "))
    if note:
        return note[1] or ""
    hashes = _HASHES.match(rest)
    return rest[hashes.end() :] if hashes else rest
