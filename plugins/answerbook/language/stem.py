"""Stemmers by language, from Snowball. ``browser/language/stemmers`` is generated from the same modules."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Callable

#: Our language codes and Snowball's names. Dutch is Kraaij-Pohlmann's algorithm, which Snowball calls ``dutch`` since its third release.
ALGORITHMS = {"nl": "dutch", "en": "english", "de": "german", "fr": "french"}

_BEYOND_BMP = "\uffff"


@lru_cache(maxsize=32)
def stemmer(code: str) -> Callable[[str], str]:
    """The function from a lower-case word to its stem; for a language without one, the word itself."""
    name = ALGORITHMS.get(code)
    if name is None:
        return str
    stem_word: Callable[[str], str] = _pure(name)

    def stem(word: str) -> str:
        # A browser counts such characters as two: no stemmer knows them, so both leave the word alone.
        return word if any(character > _BEYOND_BMP for character in word) else stem_word(word)

    return stem


def _pure(name: str) -> Callable[[str], str]:
    """Snowball's own Python stemmer, also where PyStemmer is installed: it may be of another release."""
    module = __import__(f"snowballstemmer.{name}_stemmer", fromlist=["stemmer"])
    made = getattr(module, f"{name.title()}Stemmer")()
    return made.stemWord  # type: ignore[no-any-return]


RELEASE = getattr(snowballstemmer, "__version__", "3")
