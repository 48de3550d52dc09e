"""Text cut into tokens for the reader: runs of letters, runs of digits, and single signs.

Offsets count code points. What is a letter or a space is a closed list of ranges, not a property of some Unicode version, so that
``browser/language/scan.js`` cuts every text the same.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

#: Kinds of token: letters, digits, a sign, and a web address (which nothing is read from).
WORD, DIGITS, SIGN, ADDRESS = "w", "d", "s", "o"

#: Below this code point letters are folded: lower case, accent taken off.
_LATIN_END = 0x250
_SPACES = frozenset(
    [
        *range(0x09, 0x0E),
        0x20,
        0x85,
        0xA0,
        0xAD,
        0x1680,
        *range(0x2000, 0x2010),
        *range(0x2028, 0x2030),
        *range(0x205F, 0x2070),
        0x3000,
        0xFEFF,
    ]
)
_DASHES = frozenset([*range(0x2010, 0x2016), 0x2212])
_APOSTROPHES = frozenset([0x2018, 0x2019, 0x02BC, 0xB4, 0x60])
_MARKS = range(0x300, 0x370)
#: Ranges from ``_LATIN_END`` on that hold signs, not letters: punctuation, symbols, CJK punctuation, forms, surrogates, emoji and beyond.
_SIGNS = ((0x2000, 0x2BFF), (0x3000, 0x3020), (0xD800, 0xF8FF), (0xFE00, 0xFE6F), (0xFF00, 0xFF0F), (0x1F000, 0x10FFFF))
_TIMES_SIGN, _DIVISION_SIGN = 0xD7, 0xF7
_FIRST_ACCENTED = 0xC0


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text: folded, in lower case with its accents, as written, its kind, where it stands, and whether a space comes before."""

    text: str
    lower: str
    source: str
    kind: str
    start: int
    end: int
    gap: bool


def _kind(point: int) -> str:
    if 0x30 <= point <= 0x39:  # noqa: PLR2004 - the ten digits
        return DIGITS
    if point in _SPACES:
        return ""
    if point < _FIRST_ACCENTED:
        return WORD if chr(point).isalpha() and point < 0x80 else SIGN  # noqa: PLR2004 - ASCII
    if point < _LATIN_END:
        return SIGN if point in {_TIMES_SIGN, _DIVISION_SIGN} else WORD
    return SIGN if any(first <= point <= last for first, last in _SIGNS) else WORD


def _fold(char: str) -> str:
    point = ord(char)
    if point in _DASHES:
        return "-"
    if point in _APOSTROPHES:
        return "'"
    return unicodedata.normalize("NFD", char.lower())[0] if point < _LATIN_END else char


def scan(text: str) -> list[Token]:
    """The tokens of ``text`` in order."""
    found: list[Token] = []
    position, gap = 0, True
    while position < len(text):
        kind = _kind(ord(text[position]))
        if not kind:
            position, gap = position + 1, True
            continue
        end = position + 1
        if kind != SIGN:
            while end < len(text) and (_kind(ord(text[end])) == kind or (kind == WORD and ord(text[end]) in _MARKS)):
                end += 1
        if text[position:end].lower() in {"http", "https"} and text[end : end + 3] == "://":
            kind = ADDRESS
            while end < len(text) and _kind(ord(text[end])):
                end += 1
        found.append(_token(text[position:end], kind, position, gap=gap))
        position, gap = end, False
    return found


def _token(source: str, kind: str, start: int, *, gap: bool) -> Token:
    if source.isascii():
        lower = folded = source.lower()
    else:
        lower = unicodedata.normalize("NFC", source.lower()) if kind == WORD else source
        folded = "".join(_fold(char) for char in source if ord(char) not in _MARKS)
    return Token(folded, lower, source, kind, start, start + len(source), gap)
