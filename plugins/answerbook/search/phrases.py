"""Words that belong together: phrases in quotes, and words of a question that stand near each other in a text. See `query`."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..language.words import Token
    from .analysis import Analyzer
    from .source import Source

#: The words of a phrase that are no stop words: each stem, and how many places it stands behind the first.
Phrase = tuple[tuple[str, int], ...]

_QUOTED = re.compile('"([^"]*)"|[\u201c\u201d\u201e]([^\u201c\u201d\u201e]*)[\u201c\u201d]|[\u00ab\u00bb]([^\u00ab\u00bb]*)[\u00ab\u00bb]')


def demanded(text: str, found: Sequence[Token], analyzer: Analyzer) -> tuple[Phrase, ...]:
    """The phrases in quotes in a text whose tokens are given; what holds nothing but stop words demands nothing."""
    phrases = (_phrase(list(_inside(match.start(), match.end(), found)), analyzer) for match in _QUOTED.finditer(text))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _inside(start: int, end: int, found: Sequence[Token]) -> Sequence[Token]:
    return [token for token in found if start <= token.start and token.end <= end]


def _phrase(words: Sequence[Token], analyzer: Analyzer) -> Phrase:
    stems = [(analyzer.stem(word.text), place) for place, word in enumerate(words) if not analyzer.is_stop(word.text)]
    kept = [(stem, place) for stem, place in stems if stem]
    return tuple((stem, place - kept[0][1]) for stem, place in kept)


def holding(source: Source, phrases: Sequence[Phrase]) -> set[int]:
    """The documents that have every one of the phrases (of which there is one at least)."""
    return set.intersection(*(_having(source, phrase) for phrase in phrases))


def _having(source: Source, phrase: Phrase) -> set[int]:
    rows = [(source.places(stem), shift) for stem, shift in phrase]
    shared = set.intersection(*(set(places) for places, _ in rows))
    return {number for number in shared if _together([(places[number], shift) for places, shift in rows])}


def _together(rows: Sequence[tuple[Sequence[int], int]]) -> bool:
    first, *others = rows
    return any(all(_has(places, place + shift) for places, shift in others) for place in first[0])


def _has(places: Sequence[int], place: int) -> bool:
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place


def distance(first: Sequence[int], second: Sequence[int]) -> int:
    """The least number of places between one of the first and one of the second, both in order and not empty; at least 1."""
    best = None
    i = j = 0
    while i < len(first) and j < len(second):
        apart = abs(first[i] - second[j])
        best = apart if best is None else min(best, apart)
        if first[i] < second[j]:
            i += 1
        else:
            j += 1
    return max(1, best or 1)


def pairs(worths: Sequence[float], leaders: Sequence[str], least: float, most: int) -> list[tuple[str, str, float]]:
    """The pairs of terms in a row that are worth most, none less than ``least``, each with its worth: the smaller of the two."""
    rows = list(zip(leaders, worths, strict=True))
    found = [(first, second, min(one, other)) for (first, one), (second, other) in pairwise(rows) if first and second and first != second]
    return sorted((pair for pair in found if pair[2] >= least), key=lambda pair: -pair[2])[:most]


def nearness(source: Source, chosen: Sequence[tuple[str, str, float]], number: int) -> float:
    """The sum over pairs of worth / distance in a document that has both."""
    total = 0.0
    for first, second, worth in chosen:
        one, other = _of(source.places(first), number), _of(source.places(second), number)
        if one and other:
            total += worth / distance(one, other)
    return total


def _of(places: Mapping[int, Sequence[int]], number: int) -> Sequence[int]:
    return places.get(number, ())
