"""From text to the terms of the index, one way for documents and questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ..language.stem import ALGORITHMS
from ..language.words import LONGEST, Token, fold, stem, stop_words, tokens

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Analyzer:
    """The terms of one language: folded stems. A language without a stemmer here gets folded words."""

    lang: str

    @property
    def stems(self) -> bool:
        """Whether this language's words are stemmed."""
        return self.lang in ALGORITHMS

    @cached_property
    def stop(self) -> frozenset[str]:
        """Folded words that are no subject of a question."""
        return stop_words(self.lang)

    def stem(self, word: str) -> str:
        """The term of a word."""
        return stem(self.lang, word)

    def words(self, text: str) -> list[str]:
        """Every word of ``text`` as `tokens` writes it, and after two or three joined by hyphens the word without them."""
        return [word for word, _ in self.placed(text)]

    def placed(self, text: str, start: int = 0) -> list[tuple[str, int]]:
        """The `words` of ``text``, each with its place counted from ``start``; what hyphens join stands where its first part stands."""
        found: list[tuple[str, int]] = []
        chain: list[Token] = []
        place = start
        for token in tokens(text):
            if chain and not (token.start == chain[-1].end + 1 and text[chain[-1].end] == "-"):
                if len(chain) > 1:
                    found += _joined(chain, place)
                chain = []
            chain.append(token)
            found.append((token.text, place))
            place += 1
        return found + _joined(chain, place)

    @cached_property
    def is_stop(self) -> Callable[[str], bool]:
        """Whether a word is on the language's stop list."""
        stop = self.stop
        return lru_cache(maxsize=100_000)(lambda word: fold(word) in stop)


def _joined(chain: list[Token], end: int) -> list[tuple[str, int]]:
    # More hyphens than that make a path or a rule, not a word.
    if len(chain) not in {2, 3}:
        return []
    text = "".join(token.text for token in chain)
    return [(text, end - len(chain))] if len(text) <= LONGEST and not text.isdigit() else []
