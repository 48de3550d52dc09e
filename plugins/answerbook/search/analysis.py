"""From text to the terms of the index, one way for documents and questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ..language.stem import ALGORITHMS
from ..language.words import bare, fold, parts, runs, stem, stop_words, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

#: So many words are remembered; a vocabulary of more begins anew.
MOST_KNOWN = 1_000_000


@dataclass(frozen=True)
class Analyzer:
    """The terms of one language: folded stems. A language without a stemmer here gets folded words."""

    lang: str

    @property
    def has_stemmer(self) -> bool:
        """Whether this language's words are stemmed."""
        return self.lang in ALGORITHMS

    @cached_property
    def stop(self) -> frozenset[str]:
        """Words that are no subject of a question, as `stop_words` writes them."""
        return stop_words(self.lang)

    def stem(self, word: str) -> str:
        """The term of a word."""
        return self.stems[word]

    def is_stop(self, word: str) -> bool:
        """Whether a word is on the language's stop list."""
        return self.stopped[word]

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """The term of every word. Texts repeat their words: what was made once is looked up."""
        return _Known(lambda word: stem(self.lang, word))

    @cached_property
    def stopped(self) -> Mapping[str, bool]:
        """Of every word, whether it is on the language's stop list."""
        return _Known(lambda word: bare(word) in self.stop)

    @cached_property
    def spelt(self) -> Mapping[str, str]:
        """How the vocabulary writes a word: folded, with its stem behind a bar where that is another; empty for stop words and numbers."""
        return _Known(self._spelt)

    def _spelt(self, word: str) -> str:
        text = fold(word)
        if not text or self.stopped[word] or not word.strip("0123456789."):
            return ""
        return text if text == self.stems[word] else f"{text}|{self.stems[word]}"

    def words(self, text: str) -> list[str]:
        """Every word of ``text`` as `tokens` writes it, and after two or three joined by hyphens the word without them."""
        return [word for word, _ in self.placed(text)]

    def placed(self, text: str, start: int = 0) -> list[tuple[str, int]]:
        """The `words` of ``text``, each with its place counted from ``start``; what hyphens join stands where its first part stands."""
        found: list[tuple[str, int]] = []
        chain: list[str] = []
        place, before = start, -1
        for run in runs(text):
            at = run.start()
            for word, begin, end in parts(run[0]):
                if not (at + begin == before + 1 and text[before] == "-"):
                    if len(chain) > 1:
                        found += _joined(chain, place)
                    chain = []
                chain.append(word)
                found.append((word, place))
                place, before = place + 1, at + end
        return found + _joined(chain, place)


class _Known(dict[str, T]):
    """What was made of words so far; what is not there yet is made."""

    def __init__(self, make: Callable[[str], T]) -> None:
        self.make = make

    def __missing__(self, word: str) -> T:
        if len(self) > MOST_KNOWN:
            self.clear()
        made = self[word] = self.make(word)
        return made


def _joined(chain: list[str], end: int) -> list[tuple[str, int]]:
    text = whole(chain)
    return [(text, end - len(chain))] if text else []
