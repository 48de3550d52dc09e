"""Markdown inside a line or paragraph: what a reader sees of it. What is code, or has a backslash before it, is first set apart."""

from __future__ import annotations

import html
import re

from .patterns import ADDRESS, ATTRIBUTES, LABEL, TARGET
from .tags import WITHIN_TAG, WITHIN_WORDS

#: Where a paragraph is taken apart: marks of code, an escaped sign, and the blank line that ends it.
_SEAMS = re.compile(r"(`+|\\[!-/:-@\[-_{-~]|\n[ \t]*\n)")
#: What stands for a text that is set apart: its number between two characters that no text has, see `without_marks`; the second
#: is another one for a sign, which is no element.
_APART = re.compile("\x02([0-9]+)[\x03\x05]")
#: What our texts hold instead of characters that nobody writes.
_OURS = "\x02\x03\x04\x05\x06"
_MARKS = str.maketrans("", "", _OURS)
#: A link or an image, with the attribute list right after it.
_LINK = re.compile(rf"!?{LABEL}(?:(?:{TARGET}|\[[^\[\]]{{0,200}}\])(?:{ATTRIBUTES})?)?")
#: Links in links, and images in them, are so deep at most.
_DEEPEST = 4
#: What is gone, each with a sign that it has; an attribute list is one after code, emphasis, an icon or a block, and ends a cell.
_BEFORE = (
    ("{", re.compile(rf"\{{[{{%][^{{}}]{{0,500}}[%}}]\}}|(?:\x04|(?<=[^\W_][*_~=^+])|(?<=[*_~=^+]{{2}})|(?<=\x03)|(?<=\w:)){ATTRIBUTES}")),
    ("|", re.compile(rf"[ \t]{ATTRIBUTES}(?=[ \t]{{0,50}}\|)")),
    ("[^", re.compile(r"\[\^[^\]\s]{1,50}\]:?")),
)
_AFTER = (
    (re.compile(rf"</?(?:{WITHIN_WORDS})(?=[\s/>]){WITHIN_TAG}>", re.IGNORECASE), ""),
    (re.compile(rf"</?[A-Za-z!]{WITHIN_TAG}>"), " "),
    (re.compile(r"</?[A-Za-z!][^<>]{0,2000}>"), " "),  # its quotes are not in pairs
    (re.compile(r"(\*{1,3}+)(?![\s*])([^*]{1,500}+)(?<!\s)\1(?!\*)"), r"\2"),
    (re.compile(r"[*`|\x04]+|(?<![^\W_])_+|_+(?![^\W_])|~~"), " "),
)


def inline(text: str, apart: list[str] | None = None) -> str:
    """``text`` without emphasis, links, tags and entities: what a reader sees. ``apart`` are texts that were set apart in it before."""
    apart = [] if apart is None else apart
    text = set_apart(text, apart)
    for sign, pattern in _BEFORE:
        if sign in text:
            text = pattern.sub(" ", text)
    for _ in range(_DEEPEST):
        if "[" in text:
            text = _LINK.sub(r"\1", text)
        if "](" not in text:
            break
    if "<" in text:
        text = ADDRESS.sub(lambda found: keep(found[1].removeprefix("mailto:"), apart), text)
    for pattern, replacement in _AFTER:
        text = pattern.sub(replacement, text)
    return put_back(html.unescape(text), apart)


def without_marks(text: str) -> str:
    """``text`` without the few control characters that mark what is set apart."""
    return text.translate(_MARKS) if any(mark in text for mark in _OURS) else text


def keep(text: str, apart: list[str], end: str = "\x03") -> str:
    """The mark that stands for ``text``, which is added to ``apart``."""
    apart.append(text)
    return f"\x02{len(apart) - 1}{end}"


def put_back(text: str, apart: list[str]) -> str:
    """``text`` with what was set apart in its places again."""
    return _APART.sub(lambda found: apart[int(found[1])], text) if apart else text


def set_apart(text: str, apart: list[str]) -> str:
    """``text`` with a mark for each piece of code and each escaped sign: nothing in them is emphasis, a link or an entity."""
    if "`" not in text and "\\" not in text:
        return text
    pieces = _SEAMS.split(text)
    closing = _closing(pieces)
    found: list[str] = []
    place = 0
    while place < len(pieces):
        piece, end = pieces[place], closing.get(place)
        if end:
            found.append(keep("".join(pieces[place + 1 : end]).strip(), apart))
            place = end
        elif place % 2 and piece[0] == "\\":
            found.append(keep(piece[1], apart, "\x05"))
        elif place % 2 and piece[0] == "`" and found[-1][-1:] == "\\":
            found[-1] = found[-1][:-1]
            found.append(keep(piece, apart, "\x05"))
        else:
            found.append(piece)
        place += 1
    return "".join(found)


def _closing(pieces: list[str]) -> dict[int, int]:
    """For each mark that opens code the place of the one that closes it: the next one as long in the same paragraph."""
    closing: dict[int, int] = {}
    ahead: dict[int, int] = {}
    for place in range(len(pieces) - 2, 0, -2):
        piece = pieces[place]
        if piece[0] == "\n":
            ahead.clear()
        elif piece[0] == "`":
            if len(piece) in ahead and not pieces[place - 1].endswith("\\"):
                closing[place] = ahead[len(piece)]
            ahead[len(piece)] = place
    return closing
