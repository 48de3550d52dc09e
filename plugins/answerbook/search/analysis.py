"""From text to the terms of the index, one way for documents and questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ..language.stem import ALGORITHMS
from ..language.words import LONGEST, Token, fold, stem, stop_words, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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

    def words(self, text: str) -> Iterator[str]:
        """Every word of ``text`` as `tokens` writes it, and after two or three joined by hyphens the word without them."""
        chain: list[Token] = []
        for token in tokens(text):
            if chain and not (token.start == chain[-1].end + 1 and text[chain[-1].end] == "-"):
                yield from _joined(chain)
                chain = []
            chain.append(token)
            yield token.text
        yield from _joined(chain)

    @cached_property
    def is_stop(self) -> Callable[[str], bool]:
        """Whether a word is on the language's stop list."""
        stop = self.stop
        return lru_cache(maxsize=100_000)(lambda word: fold(word) in stop)


def _joined(chain: list[Token]) -> Iterator[str]:
    # More hyphens than that make a path or a rule, not a word.
    if len(chain) in {2, 3}:
        text = "".join(token.text for token in chain)
        if len(text) <= LONGEST and not text.isdigit():
            yield text
