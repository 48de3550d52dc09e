"""Blocks of raw HTML in Markdown: where they end, and what stands in them that a reader finds."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .extents import end_of_fenced, indent_of, title_of
from .patterns import ADDRESS
from .pieces import Kind, Piece
from .tags import (
    EMPTY,
    HEADINGS,
    TOKEN,
    UNSEEN,
    VERBATIM,
    attributes,
    begins_block,
    holds_markdown,
    is_block,
    joined,
    parts_words,
    says_markdown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")


def raw_block(lines: list[str], place: int, unclosed: dict[str, int], last_comment: int) -> Raw | None:
    """The block of raw HTML that begins at ``place``; None when none does, or when it says that it holds Markdown."""
    if not begins_block(lines[place]):
        return None
    first = TOKEN.match(lines[place].lstrip())
    if not first and (whole := joined(lines, place, 0)):
        first = TOKEN.match(whole[0])
    return Raw(lines, place, unclosed, last_comment) if first and not holds_markdown(first) else None


@dataclass(slots=True)
class Raw:
    """A block of raw HTML from its first tag to the one that closes it, else to the end of the page, as Python-Markdown has it.

    Nothing in it but a fence is Markdown: a line with ``#`` is no heading there, and ``<h2 id="x">`` is one. ``unclosed`` and
    ``last_comment`` are what is known of the page: names of tags that nothing closes, and the last line that ends a comment.
    """

    lines: list[str]
    #: The line that is read; at the end the one in which Markdown goes on.
    place: int
    unclosed: dict[str, int]
    last_comment: int
    #: From where in the line nothing is read yet.
    _at: int = 0
    _said: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _opened: Counter[str] = field(default_factory=Counter)
    #: The heading that is open: its level, its id, and whether it holds Markdown. Its text is what was said since.
    _heading: tuple[int, str, bool] | None = None

    def pieces(self) -> Iterator[Piece]:
        """What stands in the block; what follows it in its last line is left there."""
        begun = False
        while self.place < len(self.lines):
            if self._open and not self._at and (fenced := self._fenced()):
                yield fenced
                continue
            tag = TOKEN.search(self.lines[self.place], self._at) if self._open or not begun else self._next()
            if tag:
                yield from self._read(tag)
                begun = True
            elif begun and not self._open:
                break
            elif not self._go_on():
                yield from self._text(len(self.lines[self.place]))
                self.place, self._at = self.place + 1, 0
        yield from self._flush()
        if self.place < len(self.lines):
            self.lines[self.place] = self.lines[self.place][self._at :]

    def _next(self) -> re.Match[str] | None:
        """The tag in the rest of the line that begins another block, if any does before a comment."""
        for tag in TOKEN.finditer(self.lines[self.place], self._at):
            if tag[2] is None:
                return None
            if not tag[1] and is_block(tag[2]) and not holds_markdown(tag):
                return tag
        return None

    def _fenced(self) -> Piece | None:
        """The code that a fence at the start of the line begins: it is taken out of a page before its HTML is read."""
        line = self.lines[self.place]
        if line.lstrip()[:3] not in ("```", "~~~"):
            return None
        end = end_of_fenced(self.lines, self.place, indent_of(line), self.unclosed)
        if not end:
            return None
        code = Piece(Kind.CODE, 0, "\n".join([*title_of(line), *self.lines[self.place + 1 : end]]))
        self.place = end + 1
        return code

    def _go_on(self) -> bool:
        """Whether a tag goes on in the lines below: they are one with its own then."""
        found = joined(self.lines, self.place, self._at)
        if not found:
            return False
        line = self.lines[self.place]
        self._said.append(line[self._at : line.rfind("<")])
        self.place, self._at = found[1], 0
        self.lines[self.place] = found[0]
        return True

    def _read(self, tag: re.Match[str]) -> Iterator[Piece]:
        """What a tag or a comment means, and the text before it."""
        line = self.lines[self.place]
        self._said.append(line[self._at : tag.start()])
        self._at = tag.end()
        if tag[2] is None:
            self._comment()
            return
        name = tag[2].lower()
        if not tag[1] and name in VERBATIM and (content := self._verbatim(name)) is not None:
            yield from self._flush(heading=False)
            yield Piece(Kind.CODE, 0, "" if name in UNSEEN else html.unescape(_TAG.sub("", content)))
            return
        if name in HEADINGS and (tag[1] or self._heading is None):
            yield from self._heading_at(tag, name)
        elif self._heading is None or name == "br":
            self._said.append(tag[0] if ADDRESS.fullmatch(tag[0]) else " " if parts_words(name) else "")
        if tag[1]:
            self._close(name)
        elif name not in EMPTY and not tag[3].rstrip().endswith("/"):
            self._open.append(name)
            self._opened[name] += 1

    def _heading_at(self, tag: re.Match[str], name: str) -> Iterator[Piece]:
        """The heading that a tag ends; one that begins is known from here on, if a hit can lead to it."""
        if tag[1] and self._heading:
            (level, given, marked), text = self._heading, "".join(self._said)
            self._heading = None
            self._said.clear()
            if marked:
                yield Piece(Kind.HEADING, level, f"{text.strip()} {{#{given}}}" if given else text.strip())
            else:
                yield Piece(Kind.HEADING, level, " ".join(html.unescape(text).split()), given)
            return
        said = {} if tag[1] else attributes(tag[3])
        given, marked = html.unescape(said.get("id", "")), says_markdown(said)
        if given or marked:
            yield from self._flush()
            self._heading = int(name[1]), given, marked
        else:
            self._said.append(" ")

    def _close(self, name: str) -> None:
        """Close the last tag of a name and all that were opened in it; nothing when none is open."""
        while self._opened[name]:
            last = self._open.pop()
            self._opened[last] -= 1
            if last == name:
                break

    def _comment(self) -> None:
        """Go on after the comment that began, if it ends."""
        for place in range(self.place, self.last_comment + 1):
            end = self.lines[place].find("-->", self._at if place == self.place else 0)
            if end >= 0:
                self.place, self._at = place, end + 3
                return

    def _verbatim(self, name: str) -> str | None:
        """What stands before the tag that closes the one that was opened; None when nothing closes it."""
        if name in self.unclosed:
            return None
        close = re.compile(f"</{name}[^<>]{{0,100}}>", re.IGNORECASE)
        first, start = self.place, self._at
        for place in range(first, len(self.lines)):
            end = close.search(self.lines[place], start if place == first else 0)
            if end:
                texts = [*self.lines[first:place], self.lines[place][: end.start()]]
                texts[0] = texts[0][start:]
                self.place, self._at = place, end.end()
                return "\n".join(texts)
        self.unclosed[name] = 0
        return None

    def _text(self, end: int) -> Iterator[Piece]:
        """The text of a line up to ``end``."""
        self._said.append(self.lines[self.place][self._at : end])
        if self._heading:
            self._said.append(" ")
        else:
            yield from self._flush(empty=True)

    def _flush(self, *, heading: bool = True, empty: bool = False) -> Iterator[Piece]:
        """The text that was said so far; that of a heading too, which nothing ends, unless it may still end."""
        if self._heading and not heading:
            return
        text = "".join(self._said)
        self._heading = None
        self._said.clear()
        if text.strip() or empty:
            yield Piece(Kind.TEXT, 0, text)
