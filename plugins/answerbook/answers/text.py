"""A question as words: cleaned, cut to length, compounds taken apart, misspelt words mended. Twin: browser/answers/text.js."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerbook.language.words import fold, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Longest question read, in code points: what follows is left out.
LONGEST = 500
_INVISIBLE = re.compile("[\u00ad\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile("[\u0000-\u0009\u000b-\u001f\u007f-\u009f]")
_NO_LETTER = re.compile("[0-9.,]*")
_DIGIT = re.compile("[0-9]")
SHORTEST_MENDABLE = 5
#: A sign that makes another name of a word: "team+".
PLUS = "+"
_SHORTEST_PART = 3
#: A word so short is mended only when a letter was left out of just one word.
_SHORTEST_TYPED = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: folded, its stem, and its place in code points. Parts of a compound share the place of the whole.

    ``mended``: a typing error was taken out, so the word is likely, not certain.
    """

    fold: str
    stem: str
    start: int
    end: int
    mended: bool = False


def clean(text: str) -> str:
    """The question as it is read: NFC, without invisible and control characters, at most 500 code points."""
    visible = _CONTROL.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return visible[:LONGEST]


def has_digit(text: str) -> bool:
    """Whether a digit stands in the text."""
    return _DIGIT.search(text) is not None


def has_letter(text: str) -> bool:
    """Whether anything but digits and their separators stands in the text."""
    return _NO_LETTER.fullmatch(text) is None


def words(model: dict[str, Any], text: str) -> tuple[Word, ...]:
    """The words of a cleaned question: compounds split or joined, single typing errors mended by the domain's own words."""
    found: list[Word] = []
    for token in tokens(text):
        word = fold(token.text)
        if text[token.end : token.end + 1] == PLUS and word + PLUS in model["phrased"]:
            found.append(Word(word + PLUS, word + PLUS, token.start, token.end))
            continue
        whole = found[-1].fold + word if found else ""
        if found and whole in model["common"] and not (word in model["common"] and found[-1].fold in model["common"]):
            found[-1] = Word(whole, stem(model["lang"], whole), found[-1].start, token.end)
        else:
            found += _words_of(model, word, token.text, token.start, token.end)
    return tuple(found)


def _words_of(model: dict[str, Any], folded: str, raw: str, start: int, end: int) -> Iterator[Word]:
    stemmed = stem(model["lang"], raw)
    whole = folded in model["phrased"] or has_digit(folded)
    parts = [] if whole else _parts(model, folded)
    for part in parts:
        yield Word(part, stem(model["lang"], part), start, end)
    known = whole or parts or folded in model["common"] or stemmed in model["stems"]
    mended = "" if known else _mended(model, folded)
    if mended:
        yield Word(mended, stem(model["lang"], mended), start, end, mended=True)
    elif not parts:
        yield Word(folded, stemmed, start, end)


def _parts(model: dict[str, Any], folded: str) -> list[str]:
    """The two words of the domain that a compound is made of, the longest first part first; empty when it is none."""
    for cut in range(len(folded) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        tail = folded[cut:]
        if tail not in model["parts"]:
            continue
        for link in model["links"]:
            head = folded[: cut - len(link)] if folded[:cut].endswith(link) else ""
            if len(head) >= _SHORTEST_PART and head in model["parts"]:
                return [head, tail]
    return []


def _mended(model: dict[str, Any], folded: str) -> str:
    """The one word of the domain that differs by a single typing error, or nothing."""
    if len(folded) < _SHORTEST_TYPED:
        return ""
    near = [word for word in model["mendable"] if word[0] == folded[0] and one_error(word, folded)]
    return near[0] if near and (len(folded) > _SHORTEST_TYPED or len(near) == 1) else ""


def one_error(left: str, right: str) -> bool:
    """Whether one letter was left out, added, replaced or swapped with its neighbour."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    at = 0
    while at < min(len(left), len(right)) and left[at] == right[at]:
        at += 1
    if len(left) != len(right):
        longer, shorter = (left, right) if len(left) > len(right) else (right, left)
        return longer[at + 1 :] == shorter[at:]
    swapped = left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
    return swapped or left[at + 1 :] == right[at + 1 :]
