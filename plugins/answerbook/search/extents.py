"""How far code and comments go in the lines of a page of Markdown."""

from __future__ import annotations

import html
import re

_FENCE = re.compile(r"(`{3,}|~{3,})(?!.*`)|(~{3,})")
#: The title of code, which stands above it on the page.
_TITLE = re.compile(r"[\s{]title=(?:\"([^\"]{1,500})\"|'([^']{1,500})')")
#: Tags whose content is no Markdown, and those of them whose content nobody sees.
_RAW = re.compile(r"<(pre|script|style|textarea)(?=[\s>])", re.IGNORECASE)
_UNSEEN = ("script", "style")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
#: What stands so far to the right is code, or belongs to the list, note or the like above it.
INDENT = 4
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


def raw_text(lines: list[str], place: int, unclosed: dict[str, int]) -> tuple[str, int] | None:
    """What is read of ``<pre>`` and the like at ``place``, and where it ends; what follows on its last line is left there.

    None when nothing ends it. Several on one line are one: a line of thousands is not gone through thousands of times.
    """
    found = _RAW.match(lines[place].lstrip())
    name = found[1].lower() if found else ""
    if not name or name in unclosed:
        return None
    close = re.compile(f"</{name}[^<>]{{0,100}}>", re.IGNORECASE)
    for at in range(place, len(lines)):
        ends = [end.span() for end in close.finditer(lines[at])]
        if ends:
            text = "\n".join([*lines[place:at], lines[at][: ends[-1][0]]])
            lines[at] = lines[at][ends[-1][1] :]
            return "" if name in _UNSEEN else html.unescape(_TAG.sub("", text)), at
    unclosed[name] = 0
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
