"""Words close to one that the index does not have: misspelt, run together, written apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .source import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .source import Vocabulary, Word

#: Words of so many letters may have two mistakes.
LONG = 8

#: What Dutch and German put between the parts of a compound.
LINKS = {"nl": ("", "s", "e", "en", "n"), "de": ("", "s", "es", "n", "en", "er", "e")}
PART = 4

#: A word near another, in the order of likeliness: edits, whether it has other letters, commonness (less than nothing), the word.
_Near = tuple[int, bool, int, "Word"]


def distance(first: str, second: str, most: int) -> int:
    """The edits (a letter more, less, other, or two swapped) from one word to the other; ``most + 1`` when there are more."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        above, before, row = before, row, [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)


def near(vocabulary: Vocabulary, word: str) -> list[tuple[int, Word]]:
    """The words a misspelt one may be meant for, each after its edits, the likeliest first.

    That is by fewest edits, then of the same letters (swapped is sooner than left out), then commonest, then by spelling.

    They begin with the same two letters. When none of those is one edit away, the mistake may be in the second letter alone; when
    nothing is near then, in the first. In the shortest words no letter stands for another: they would turn into words that are meant.
    """
    if len(word) < SHORTEST or any("0" <= character <= "9" for character in word):
        return []
    found = _found(vocabulary, word)
    return [(edits, other) for edits, differs, _, other in found if len(word) > SHORTEST or len(other.text) != len(word) or not differs]


def _found(vocabulary: Vocabulary, word: str) -> list[_Near]:
    found = _near(vocabulary.starting(word[:2]), word, 2 if len(word) >= LONG else 1)
    if not found or found[0][0] > 1:
        found = sorted({*found, *_spelt(vocabulary, word, _other_second(vocabulary, word))})
    return found or sorted(_spelt(vocabulary, word, _other_first(vocabulary, word)))


def _other_first(vocabulary: Vocabulary, word: str) -> set[str]:
    texts = {letter + rest for rest in (word, word[1:]) for letter in vocabulary.firsts(rest)}
    return texts | {word[1:], word[1] + word[0] + word[2:]}


def _other_second(vocabulary: Vocabulary, word: str) -> set[str]:
    texts = {word[0] + letter + rest for rest in (word[1:], word[2:]) for letter in vocabulary.seconds}
    return texts | {word[0] + word[2:], word[0] + word[2] + word[1] + word[3:]}


def _spelt(vocabulary: Vocabulary, word: str, texts: Iterable[str]) -> list[_Near]:
    return [(1, sorted(text) != sorted(word), -other.size, other) for text in texts for other in vocabulary.spelt(text)]


def _near(words: list[Word], word: str, most: int) -> list[_Near]:
    """Each word that is near, in order."""
    found = []
    for other in words:
        if abs(len(other.text) - len(word)) <= most and len(other.text) > 2 and _differ(other.text, word) <= 2 * most:  # noqa: PLR2004
            edits = distance(word, other.text, most)
            if edits <= most:
                found.append((edits, sorted(other.text) != sorted(word), -other.size, other))
    return sorted(found)


def _differ(first: str, second: str) -> int:
    """How many letters one word has and the other has not, as far as 32 bits tell: an edit changes two at most."""
    return (_letters(first) ^ _letters(second)).bit_count()


@lru_cache(maxsize=200_000)
def _letters(text: str) -> int:
    bits = 0
    for letter in text:
        bits |= 1 << (ord(letter) & 31)
    return bits


def joined(vocabulary: Vocabulary, lang: str, first: str, second: str) -> list[Word]:
    """The words of the vocabulary that two neighbours make when written as one."""
    return [word for link in LINKS.get(lang, ("",)) for word in vocabulary.spelt(first + link + second)]


def split(vocabulary: Vocabulary, lang: str, word: str) -> tuple[Word, Word] | None:
    """The two words of the vocabulary that ``word`` is made of; among several pairs that whose rarer word is commonest."""
    best = None
    for cut in range(PART, len(word) - PART + 1):
        tails = vocabulary.spelt(word[cut:])
        if not tails:
            continue
        for link in LINKS.get(lang, ("",)):
            head = word[: cut - len(link)]
            if len(head) < PART or word[len(head) : cut] != link:
                continue
            for first in vocabulary.spelt(head)[:1]:
                rank = (min(first.size, tails[0].size), first.size + tails[0].size, cut)
                if best is None or rank > best[0]:
                    best = (rank, first, tails[0])
    return (best[1], best[2]) if best else None
