"""What a ranking reads: terms, lengths, the vocabulary and the documents, wherever they are kept."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .documents import Document

#: The fields of a document and how much a match in each is worth, in hundredths; the order is that of every table and sum.
FIELDS = {"title": 150, "headings": 50, "body": 100, "opening": 80, "description": 75, "hints": 100}

#: The fields whose terms have places: what a reader sees, from the title on.
PLACED = ("title", "headings", "body")

#: Words shorter than this, in letters, are not repaired.
SHORTEST = 4

#: Of a length so many leading bits are kept, by field: what is left out hardly moves a score, and a browser need not fetch it.
LENGTH_BITS = {**dict.fromkeys(FIELDS, 3), "title": 1, "headings": 1, "hints": 1}

#: So often a term counts in a field of a document: three times say what it is about, more say how long it is.
MOST_TIMES = 3

#: The occurrences of a term in one field: document number and how often, at most `MOST_TIMES`, by document.
Postings = tuple[tuple[int, int], ...]


class BrokenIndexError(Exception):
    """An index that is missing, cut short, or of another version; the text is a sentence for a person."""


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A word of the documents as it is spelt there (folded), its stem, and the binary logarithm of the number of documents with it."""

    text: str
    stem: str
    size: int


class Vocabulary:
    """Every word of an index but stop words and numbers, in order of spelling."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Keep the words, sorted by text and stem."""
        self.words = sorted(words)
        self._texts = [word.text for word in self.words]

    def spelt(self, text: str) -> list[Word]:
        """The words spelt so; more than one when accents tell their stems apart."""
        return list(self._from(text, whole=True))

    def starting(self, text: str) -> list[Word]:
        """The words that begin so."""
        return list(self._from(text, whole=False))

    def firsts(self, rest: str) -> str:
        """The letters that make words when put before ``rest``, in order."""
        return self.rests.get(rest, "")

    @cached_property
    def rests(self) -> dict[str, str]:
        """For every word of four letters or more and no digits what follows its first letter, with the first letters that go with it."""
        found: dict[str, str] = {}
        for text in dict.fromkeys(self._texts):
            if len(text) >= SHORTEST and not any("0" <= character <= "9" for character in text):
                found[text[1:]] = found.get(text[1:], "") + text[0]
        return found

    @cached_property
    def seconds(self) -> str:
        """The letters, no digits, that stand second in some word, in order."""
        return "".join(sorted({text[1] for text in self._texts if len(text) > 1 and not "0" <= text[1] <= "9"}))

    def _from(self, text: str, *, whole: bool) -> Iterator[Word]:
        for number in range(bisect_left(self._texts, text), len(self.words)):
            word = self.words[number]
            if not (word.text == text if whole else word.text.startswith(text)):
                return
            yield word


def coarse(length: int, bits: int) -> int:
    """``length`` rounded down to so many leading bits."""
    dropped = max(0, length.bit_length() - bits)
    return length >> dropped << dropped


class Source(Protocol):
    """An index as the ranking reads it; documents are numbered from 0 in the order of their URLs."""

    @property
    def lang(self) -> str:
        """The language of the documents."""

    @property
    def count(self) -> int:
        """How many documents there are."""

    @property
    def totals(self) -> tuple[int, ...]:
        """The number of terms in all documents, for each field."""

    @property
    def lengths(self) -> tuple[Sequence[int], ...]:
        """For each field the number of terms of each document, as exactly as the index keeps it and `coarse` writes it."""

    @property
    def sizes(self) -> Sequence[int]:
        """The number of different words of each title, stop words apart unless it has no others."""

    @property
    def collections(self) -> Sequence[str]:
        """The ids of the collections that documents are in, in order."""

    @property
    def shelves(self) -> Sequence[int]:
        """For each document the number of its collection, counted from one; 0 when it is in none."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the documents."""

    @property
    def synonyms(self) -> tuple[tuple[str, ...], ...]:
        """Groups of phrases that mean one thing here, each phrase the stems of its words with spaces between, stop words apart."""

    def term(self, stem: str) -> tuple[Postings, ...]:
        """Where a term occurs, for each field; empty when it does nowhere."""

    def places(self, stem: str) -> Mapping[int, Sequence[int]]:
        """Where a term stands in each document that has it in a `PLACED` field: its places in order, counted from the title on."""

    def document(self, number: int) -> Document:
        """The document of a number."""
