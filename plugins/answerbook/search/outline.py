"""Markdown line by line: which lines are headings, which are code, and what is left of the others without the marks at their start."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .extents import INDENT, definition, end_of_fenced, end_of_indented, indent_of, last_with, title_of, uncommented
from .headings import hashed, underlined
from .items import Items
from .patterns import ATTRIBUTES
from .pieces import BLANK, Kind, Piece
from .raw import raw_block
from .tags import begins_block, ends_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .raw import Raw

_RULE = re.compile(r"(?:[-*_=|:+][ \t]*){3,}")
#: A note, a tab or a callout, with its title in a group, or the place of a table of contents.
_NOTE = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]++[\w-]++[ \t]*+\"?+([^\"]*+)\"?+[ \t]*+"
    r"|===[+!]{0,2}[ \t]++\"([^\"]*+)\"[ \t]*+"
    r"|\[!\w++\][+-]?[ \t]*+(.*+)"
    r"|\[TOC\]"
)
_ATTRIBUTES = re.compile(ATTRIBUTES)
#: What stands before the attribute list of a block, as it stands after an element in a line.
_BORDER = "\x04"
#: What a line begins with that ends the block before it.
_BEGINS = re.compile(r"[ \t]*(?:$|[-*+>#|]|[0-9]{1,9}\.[ \t])")
#: After this line between paragraphs another begins, as after a tag that holds Markdown.
_BREAK = re.compile(r"-(?: {0,2}-){2,} *|_(?: {0,2}_){2,} *|\*(?: {0,2}\*){2,} *")
#: What lines below it that are indented belong to: an item, a note, a tab, a footnote, a definition, HTML or a macro.
_HOLDER = re.compile(r"[-*+][ \t]|[0-9]{1,9}\.[ \t]|!!!|\?\?\?|===|\[\^|:[ \t]|[<{]")
_HASHES = re.compile(r"#{1,6}[ \t]+")


def outline(source: str) -> Iterator[Piece]:
    """The pieces of a page in order, comments left out."""
    lines = source.split("\n")
    return _Page(lines, last_with(lines, "-->") if "<!--" in source else -1).pieces()


def definitions(source: str) -> set[str]:
    """The names, in small letters, that a page gives to addresses."""
    lines = source.split("\n")
    found = (definition(lines, place) for place, line in enumerate(lines) if "]:" in line and line.lstrip()[0] == "[")
    return {one[0] for one in found if one}


@dataclass(slots=True)
class _Page:
    """The lines of a page, and what is known where it is read: lines that are read change, so that no comment is read twice."""

    lines: list[str]
    last_comment: int
    place: int = 0
    #: Whether the line begins a block, and whether what is indented belongs to something above it.
    fresh: bool = True
    holder: bool = False
    #: Whether there was a tag that holds Markdown.
    marked: bool = False
    #: Whether the line above defines a name: a line of dashes below this one is then a rule, which comes first.
    named: bool = False
    items: Items = field(default_factory=Items)
    #: Fences and tags that nothing closes.
    unclosed: dict[str, int] = field(default_factory=dict)
    #: The line that holds no comment any more.
    clean: int = -1

    def pieces(self) -> Iterator[Piece]:
        while self.place < len(self.lines):
            line = self.lines[self.place]
            bare, indent = line.strip(), indent_of(line)
            if not bare:
                self.fresh, self.named = True, False
                self.place += 1
                yield BLANK
            elif code := self._code(line, indent):
                self.fresh = True
                yield code
            elif raw := raw_block(self.lines, self.place, self.unclosed, self.last_comment):
                yield from self._raw(raw)
            elif self.last_comment >= 0 and self.place != self.clean and "<!--" in line:
                self._uncomment(indent)
            elif heading := self._heading(line):
                self.fresh, self.holder, self.named = True, False, False
                yield heading
            else:
                yield self._line(bare, indent)

    def _code(self, line: str, indent: int) -> Piece | None:
        """The code that begins here: fenced, or indented, if it belongs to nothing above it."""
        lines, place = self.lines, self.place
        if line.lstrip()[:3] in ("```", "~~~") and (end := end_of_fenced(lines, place, indent, self.unclosed)):
            self.place = end + 1
            return Piece(Kind.CODE, 0, "\n".join([*title_of(line), *lines[place + 1 : end]]))
        if indent < INDENT or not self.fresh or self.holder:
            return None
        self.place = end_of_indented(lines, place)
        return Piece(Kind.CODE, 0, "\n".join(lines[place : self.place]))

    def _uncomment(self, indent: int) -> None:
        text, self.place = uncommented(self.lines, self.place, self.last_comment)
        self.lines[self.place], self.clean = text, self.place
        self.holder = self.holder and (indent >= INDENT or bool(text.strip()))

    def _heading(self, line: str) -> Piece | None:
        """The heading in a line, with the line below if that belongs to it."""
        self.place += 1
        if found := hashed(line):
            return Piece(Kind.HEADING, *found)
        below = self.lines[self.place] if self.place < len(self.lines) and self.fresh else ""
        if self.named and below.startswith("---"):
            below = ""
        if not self._ends(line) and (level := underlined(below, line)):
            self.place += 1
            return Piece(Kind.HEADING, level, line.strip())
        self.place -= 1
        return None

    def _line(self, bare: str, indent: int) -> Piece:
        """A line of text, or the heading in a list, a quote or a note that it is; a definition is gone with all of its lines."""
        marker = self.items.marker(bare, fresh=self.fresh)
        defined = definition(self.lines, self.place, marker) if bare[len(marker) :][:1] == "[" else None
        if indent < INDENT and _HOLDER.match(bare) and (marker or not bare[0].isdigit()):
            self.holder = True
        elif self.fresh and not indent and not (defined and not marker):
            self.holder = False
        begins = indent < INDENT and begins_block(bare)
        self.marked = self.marked or (begins and "markdown" in bare)
        self.fresh = bare[0] in "*-_<" and (bool(_BREAK.fullmatch(bare[:80])) or begins or self._ends(bare))
        self.place = defined[1] if defined else self.place + 1
        self.named = bool(defined)
        if defined:
            self.fresh = True
            return BLANK
        if bare[0] == "{" and _ATTRIBUTES.fullmatch(bare) and (self.place == len(self.lines) or _BEGINS.match(self.lines[self.place])):
            bare = f"{_BORDER}{bare}"
        # Below a line of text, no heading stands in what Python-Markdown does not take for an item.
        known = marker if self.items.listed or not marker.strip("> \t") else ""
        return _inner(bare, known, deep=indent == INDENT and self.items.begins) or Piece(Kind.TEXT, 0, _plain(bare, marker))

    def _ends(self, line: str) -> bool:
        """Whether a line is the end of HTML that holds Markdown."""
        return self.marked and ends_block(line)

    def _raw(self, raw: Raw) -> Iterator[Piece]:
        """The pieces of raw HTML. What is Markdown in it for others than Python-Markdown is read without its marks, too."""
        self.items = Items()
        for piece in raw.pieces():
            bare = piece.text.strip()
            if piece.kind is Kind.TEXT:
                yield Piece(Kind.TEXT, 0, _plain(bare, self.items.marker(bare, fresh=False))) if bare else BLANK
            else:
                yield piece
        self.place, self.fresh, self.holder = raw.place, True, False


def _inner(bare: str, marker: str, *, deep: bool) -> Piece | None:
    """The heading that a line in a list, a quote or a note is, after the marks at its start; or ``deep`` in one, as its own block."""
    if "#" not in bare or bare[0].isalpha():
        return None
    found = hashed(bare[len(marker) :]) if (deep or marker) and "[" not in marker else None
    return Piece(Kind.INNER, *found) if found else None


def _plain(bare: str, marker: str) -> str:
    """A line of text without the marks at its start; nothing of rules and borders of tables."""
    if bare[0].isalpha():
        return bare
    rest = bare[len(marker) :]
    if _RULE.fullmatch(bare[:500]):
        return ""
    note = _NOTE.fullmatch(bare.lstrip("> "))
    if note:
        return note[note.lastindex or 0] if note.lastindex else ""
    hashes = _HASHES.match(rest)
    return rest[hashes.end() :] if hashes else rest
