"""How far code, comments and definitions go in the lines of a page of Markdown."""

from __future__ import annotations

import re

from .patterns import DEFINITION
from .tags import begins_block

_FENCE = re.compile(r"(`{3,}|~{3,})(?!.*`)|(~{3,})")
#: The title of code, which stands above it on the page.
_TITLE = re.compile(r"[\s{]title=(?:\"([^\"]{1,500})\"|'([^']{1,500})')")
#: What stands so far to the right is code, or belongs to the list, note or the like above it.
INDENT = 4
#: So many lines have a name, its address and a title at most; no line that is a heading, a quote, a rule or a fence is one of them.
_LINES_OF_DEFINITION = 3
_NO_ADDRESS = re.compile(r"[ \t]*$|#| {0,3}(?:>|([-*_`~])\1\1)")
#: An indented fence is looked for its end in so many lines.
_FAR = 500


def indent_of(line: str) -> int:
    """How far a line stands from the left, a tab counted to the next multiple of `INDENT`."""
    blank = line[: len(line) - len(line.lstrip(" \t"))]
    return len(blank.expandtabs(INDENT)) if "\t" in blank else len(blank)


def end_of_fenced(lines: list[str], place: int, indent: int, unclosed: dict[str, int]) -> int:
    """The line that ends the code which a fence at ``place`` begins; 0 when none does: then it is no fence, as in Python-Markdown.

    Inside a list it stands as far to the right as the fence; ``unclosed`` keeps the shortest fence of a sign that nothing ends.
    """
    found = _FENCE.match(lines[place].lstrip())
    fence = (found[1] or found[2]) if found else ""
    if not fence or len(fence) >= unclosed.get(fence[0], len(fence) + 1):
        return 0
    inside = indent >= INDENT
    for at in range(place + 1, min(len(lines), place + _FAR) if inside else len(lines)):
        bare = lines[at].strip()
        if inside and bare and indent_of(lines[at]) < indent:
            return 0
        if bare.startswith(fence) and not bare.strip(fence[0]) and (inside or indent_of(lines[at]) < INDENT):
            return at
    if not inside:
        unclosed[fence[0]] = len(fence)
    return 0


def title_of(fence: str) -> list[str]:
    """The title that the line of a fence gives its code, in a list; an empty one when it gives none."""
    found = _TITLE.search(fence) if "title=" in fence else None
    return [found[1] or found[2]] if found else []


def end_of_indented(lines: list[str], place: int) -> int:
    """The line after the last of an indented block of code."""
    end = place
    for at in range(place, len(lines)):
        if lines[at].strip():
            if indent_of(lines[at]) < INDENT:
                break
            end = at + 1
    return end


def definition(lines: list[str], place: int, marker: str = "") -> tuple[str, int] | None:
    """The name that a definition at ``place``, after a marker, gives an address, in small letters, and the line after it.

    Its address may stand on the next line, and its title on the one after that.
    """
    quoted = ">" in marker
    found = [lines[place].strip()[len(marker) :]]
    for below in lines[place + 1 : place + _LINES_OF_DEFINITION]:
        line = below.lstrip(" \t>") if quoted else below
        if _NO_ADDRESS.match(line) or begins_block(line):
            break
        found.append(line.strip())
    for count in range(len(found), 0, -1):
        if defined := DEFINITION.fullmatch("\n".join(found[:count])):
            return " ".join(defined[1].lower().split()), place + count
    return None


def last_with(lines: list[str], text: str) -> int:
    """The last line that holds a text; -1 when none does."""
    return next((place for place in range(len(lines) - 1, -1, -1) if text in lines[place]), -1)


def uncommented(lines: list[str], place: int, last: int) -> tuple[str, int]:
    """The line at ``place`` without its comments, and the place where the last of them ends; ``last`` is the last line that ends any."""
    kept: list[str] = []
    line, position, ticks, last_tick = lines[place], 0, 0, lines[place].rfind("`")
    while (start := line.find("<!--", position)) >= 0:
        ticks += len(re.findall("`+", line[position:start]))
        end = line.find("-->", start + 4)
        if ticks % 2 and last_tick > start:  # code shows how a comment is written
            kept.append(line[position : start + 4])
            position = start + 4
        elif end >= 0:
            kept.append(line[position:start])
            position = end + 3
        elif place >= last:
            break
        else:
            kept.append(line[position:start])
            place = next(at for at in range(place + 1, last + 1) if "-->" in lines[at])
            line, ticks, last_tick = lines[place], 0, lines[place].rfind("`")
            position = line.find("-->") + 3
    return "".join([*kept, line[position:]]), place
