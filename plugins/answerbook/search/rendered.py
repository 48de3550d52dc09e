"""What a line of Markdown says once Python-Markdown has rendered it and the tags are gone: that is what ids of headings are made from."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from .inline import keep, put_back
from .patterns import ADDRESS, LABEL, TARGET

if TYPE_CHECKING:
    from collections.abc import Collection

_NAME = r"[ ]?\[([^\[\]]{0,200})\]"
#: In the order in which Python-Markdown looks for them.
_IMAGES = (re.compile(f"!{LABEL}{TARGET}"), re.compile(f"!{LABEL}{_NAME}"))
_LINKS = (re.compile(f"(?<!!){LABEL}{_NAME}"), re.compile(f"(?<!!){LABEL}{TARGET}"))
_TAG = re.compile(
    r"</?+[A-Za-z][^\s\"'<>@]{0,100}+"
    r"(?:\s+[^\s\"'=<>]{1,100}+(?:\s*+=\s*+(?:\"[^\"]{0,500}+\"|'[^']{0,500}+'|[^\s\"'=<>]{1,500}+))?+){0,30}+\s*+/?>"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z0-9]{1,40});")
#: Signs before which a backslash goes; before any other it stays.
_ESCAPED = "\\`*_{}[]()>#+-.!"
_SIGN = re.compile("\x02([0-9]+)\x05")
_RUN = re.compile(r"\*+|_+")
#: In the text between these steps: the border of a link, an image or emphasis; and a tag.
_BORDER, _GONE = "\x04", "\x06"
_MARKS = str.maketrans("", "", _BORDER + _GONE)


def elements(text: str, apart: list[str], defined: Collection[str]) -> str:
    """``text``, with what is code set apart, when images and tags have left nothing, links and emphasis their text between borders.

    ``defined`` are the names, in small letters, that the page gives to addresses.
    """

    def shown(found: re.Match[str]) -> str:
        if found.re.groups > 1 and " ".join((found[2] or found[1]).lower().split()) not in defined:
            return found[0]
        return _BORDER if found[0][0] == "!" else f"{_BORDER}{found[1]}{_BORDER}"

    text = _SIGN.sub(lambda found: found[0] if apart[int(found[1])] in _ESCAPED else f"\\{apart[int(found[1])]}", text)
    for pattern in (*_IMAGES, *_LINKS) if "[" in text else ():
        text = pattern.sub(shown, text)
    if "<" in text:
        text = ADDRESS.sub(lambda found: f"{_BORDER}{keep(found[1].removeprefix('mailto:'), apart)}{_BORDER}", text)
        text = _TAG.sub(_GONE, text)
    return _without_emphasis(text) if "_" in text or "*" in text else text


def said(text: str, apart: list[str]) -> str:
    """What `elements` left, as a reader sees it."""
    return put_back(_ENTITY.sub(lambda found: html.unescape(found[0]), text.translate(_MARKS)), apart)


def _without_emphasis(text: str) -> str:
    """``text`` without the stars and underscores that are emphasis, a border where it ends."""
    signs = list(text)
    opened: list[tuple[str, int, int, bool, int]] = []
    for run in _RUN.finditer(text):
        sign, (start, end) = run[0][0], run.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        opens = not _is_space(after) and (sign == "*" or not _is_word(before))
        closes = not _is_space(before) and (sign == "*" or not _is_word(after))
        size = end - start
        while closes and start < end:
            fits = (place for place in reversed(range(len(opened))) if _pair(opened[place], sign, size, both=opens))
            place = next(fits, None)
            if place is None:
                break
            _, first, last, both, whole = opened[place]
            taken = 2 if min(last - first, end - start) > 1 else 1
            signs[last - taken : last] = [""] * taken
            signs[start : start + taken] = [*[""] * (taken - 1), _BORDER]
            start += taken
            opened[place:] = [(sign, first, last - taken, both, whole)] if first < last - taken else []
        if opens and start < end:
            opened.append((sign, start, end, closes, size))
    return "".join(signs)


def _pair(opener: tuple[str, int, int, bool, int], sign: str, size: int, *, both: bool) -> bool:
    """Whether a run of signs closes another; the sizes of runs that could do both matter, as CommonMark has it."""
    odd = (opener[4] + size) % 3 == 0 and (opener[4] % 3 != 0 or size % 3 != 0)
    return opener[0] == sign and not (odd and (opener[3] or both))


def _is_space(character: str) -> bool:
    return character.isspace() or character == _BORDER


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
