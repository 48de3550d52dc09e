"""Headings of Markdown and the ids they get on a page: read as Python-Markdown reads them, so that a hit leads to its section."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .inline import inline, set_apart
from .patterns import ATTRIBUTES
from .rendered import elements, said

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

#: A longer line is no heading.
_LONGEST = 2_000
_UNDERLINE = re.compile(r"(=+|-+)[ ]*")
#: In a heading without these, what stands there is what a reader sees.
_SIGNS = re.compile(r"[\\`*_<&!\[{|~]|//")
_ATTRIBUTES = re.compile(r"[ \t]+\{:?[ ]*([^}\n ][^\n\x03\x04]*)\}[ \t]*$")
#: After an image, a link, code or emphasis.
_OF_ELEMENTS = re.compile(r"(?<=[\x03\x04])\{:?[ ]*([^}\n\x03\x04 ][^}\n\x03\x04]{0,200})\}")
#: The same in text as it is written, and those of blocks and cells.
_IN_TEXT = re.compile(rf"(?<=[\x04)\]*_`~=^+:]){ATTRIBUTES}|{ATTRIBUTES}(?=[ \t]{{0,50}}\|)")
_ID = re.compile(r"(?:^|(?<=[ ]))(?:#([^ =}]+)|id=(?:\"([^\"]*)\"|'([^']*)'|([^ =}\"']+)))(?=[ ]|$)")
_NUMBERED = re.compile(r"(.*)_([0-9]{1,9})", re.DOTALL)
_NOT_IN_SLUGS = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, what a reader sees of it, what its id is made from, the id that it gives itself, and those of what is in it."""

    level: int
    text: str
    named: str
    id: str = ""
    others: tuple[str, ...] = ()


def slug(text: str) -> str:
    """The id that Python-Markdown makes of a heading's text."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _GAPS.sub("-", _NOT_IN_SLUGS.sub("", plain).strip().lower())


def hashed(line: str) -> tuple[int, str] | None:
    """Level and source of a heading that begins with ``#``; None for any other line. No space need follow, none may go before."""
    if line[:1] != "#" or len(line) > _LONGEST or (len(line) - len(line.rstrip("\\"))) % 2:
        return None
    level = min(6, len(line) - len(line.lstrip("#")))
    source = line[level:].strip()
    bare = source.rstrip("#")
    if bare != source and (len(bare) - len(bare.rstrip("\\"))) % 2:
        bare += "#"
    return level, bare.strip()


def underlined(line: str, before: str) -> int:
    """The level of the heading that ``line`` makes of the one ``before`` it, the first of its paragraph; 0 when it makes none."""
    if line[:1] not in ("=", "-") or len(before) > _LONGEST or before.startswith(("    ", "\t", "|")) or not _UNDERLINE.fullmatch(line):
        return 0
    return 1 if line[0] == "=" else 2


def heading(level: int, source: str, defined: Collection[str] = ()) -> Heading:
    """The heading with this source. ``defined`` are the names, in small letters, that the page gives to addresses."""
    if not _SIGNS.search(source):
        return Heading(level, " ".join(source.split()), source)
    apart: list[str] = []
    text = set_apart(source, apart)
    named = elements(text, apart, defined)
    attributes = _ATTRIBUTES.search(named) if "{" in named else None
    given = ""
    if attributes and "}" not in attributes[1]:
        given = _id_of(attributes[1])
        named = named[: attributes.start()].rstrip("#").rstrip()
        text = text.removesuffix(attributes[0]).rstrip("#").rstrip()
    others = [_id_of(one[1]) for one in _OF_ELEMENTS.finditer(named)] if "{" in named else []
    named = _OF_ELEMENTS.sub("", named) if others else named
    return Heading(level, " ".join(inline(text, apart).split()), said(named, apart), given, tuple(filter(None, others)))


def ids_in(text: str) -> set[str]:
    """The ids that attribute lists in ``text`` give to anything but headings."""
    return {found for one in _IN_TEXT.finditer(text) if (found := _id_of(one[1] or one[2]))}


def _id_of(attributes: str) -> str:
    found = [next(filter(None, one), "") for one in _ID.findall(attributes.strip())]
    return found[-1] if found else ""


@dataclass(slots=True)
class Ids:
    """The ids of a page. ``used`` are those that are given by hand, anywhere on it."""

    used: set[str]
    slug: Callable[[str], str] = slug
    _counted: dict[str, int] = field(default_factory=dict)
    #: Where to look on from a number that is taken, so that no stretch of them is walked twice.
    _next: dict[tuple[str, int], int] = field(default_factory=dict)

    def of(self, found: Heading) -> str:
        """The id of the next heading: its own, else one made of its text that nothing else on the page has."""
        if found.id:
            return found.id
        made = self.slug(found.named)
        if not made or made in self.used:
            made = self._numbered(made)
        self.used.add(made)
        return made

    def _free(self, base: str, count: int) -> int:
        """The first number from ``count`` on that is free."""
        taken = []
        while f"{base}_{count}" in self.used:
            taken.append(count)
            count = self._next.get((base, count), count + 1)
        self._next |= {(base, number): count for number in taken}
        return count

    def _numbered(self, made: str) -> str:
        numbered = _NUMBERED.fullmatch(made)
        base, count = (numbered[1], int(numbered[2])) if numbered else (made, 0)
        # Counting goes on where it stopped: a thousand headings of one text are not counted a thousand times from one.
        known = self._counted.get(base, 0)
        goes_on = count <= known or made == f"{base}_{known + 1}"
        count = max(count, known) if goes_on else count
        count = self._free(base, count + 1)
        if goes_on:
            self._counted[base] = count
        return f"{base}_{count}"
