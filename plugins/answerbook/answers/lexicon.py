"""Where the phrases of a lexicon stand in a question. Twin: browser/answers/lexicon.js.

A phrase is a list of elements: a stem; ``=word`` that form only; ``part*``, ``*part`` or ``*part*``; ``…`` up to five words between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .text import Word

GAP = "…"
_WIDEST_GAP = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in a question: one id, or several where the word is ambiguous; words ``first`` up to but not with ``after``."""

    ids: tuple[str, ...]
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by their first element; those that begin with part of a word stand apart."""

    by_word: Mapping[str, list[Any]]
    by_part: list[Any]

    @classmethod
    def of(cls, phrases: Iterable[Sequence[Any]]) -> Lexicon:
        """The lexicon of phrases (id, elements)."""
        by_word: dict[str, list[Any]] = {}
        by_part: list[Any] = []
        for phrase in phrases:
            first = phrase[1][0]
            (by_part if "*" in first else by_word.setdefault(first, [])).append(phrase)
        return cls(by_word, by_part)

    def find(self, words: Sequence[Word]) -> list[Mention]:
        """Every place where a phrase stands, in order of place; several may overlap."""
        found = []
        for at, word in enumerate(words):
            for key, elements in (*self.by_word.get(word.stem, ()), *self.by_word.get("=" + word.fold, ()), *self.by_part):
                after = _match(elements, 0, words, at)
                if after > at:
                    found.append(Mention((key,), at, after))
        return found


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that do not lie within a longer one, those on the same words joined into one ambiguous mention."""
    spans: dict[tuple[int, int], list[str]] = {}
    for mention in mentions:
        spans.setdefault((mention.first, mention.after), []).extend(mention.ids)
    kept: list[Mention] = []
    for first, after in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(after <= other.first or first >= other.after for other in kept):
            kept.append(Mention(tuple(dict.fromkeys(spans[first, after])), first, after))
    return sorted(kept, key=lambda mention: mention.first)


def _match(elements: Sequence[str], index: int, words: Sequence[Word], at: int) -> int:
    """The place after the phrase when it matches from ``at``, else -1."""
    if index == len(elements):
        return at
    if elements[index] == GAP:
        for ahead in range(at, min(at + _WIDEST_GAP, len(words)) + 1):
            after = _match(elements, index + 1, words, ahead)
            if after >= 0:
                return after
        return -1
    return _match(elements, index + 1, words, at + 1) if at < len(words) and fits(elements[index], words[at]) else -1


def fits(element: str, word: Word) -> bool:
    """Whether one word is what one element asks for."""
    if element.startswith("="):
        return word.fold == element[1:]
    if "*" not in element:
        return word.stem == element
    part = element.strip("*")
    if element.startswith("*"):
        return part in word.fold if element.endswith("*") else word.fold.endswith(part)
    return word.fold.startswith(part)
