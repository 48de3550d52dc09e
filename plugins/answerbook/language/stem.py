"""Stemmers by language, from Snowball. ``browser/language/stemmers`` is generated from the same modules."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

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
    stem_word = compiled(name) or generated(name)

    def stem(word: str) -> str:
        # A browser counts such characters as two: no stemmer knows them, so both leave the word alone.
        return word if any(character > _BEYOND_BMP for character in word) else stem_word(word)

    return stem


def compiled(name: str) -> Callable[[str], str] | None:
    """Snowball's stemmer in C, a dozen times as fast; None when it is missing or not of the release that the Python one is of."""
    try:
        import Stemmer
    except ImportError:
        return None
    if _release(Stemmer.version()) != _release(version("snowballstemmer")):
        return None
    made = Stemmer.Stemmer(name)
    made.maxCacheSize = 0  # what was stemmed is remembered elsewhere
    return made.stemWord  # type: ignore[no-any-return]


def generated(name: str) -> Callable[[str], str]:
    """Snowball's stemmer in Python, of which the browser's is the translation."""
    module = import_module(f"snowballstemmer.{name}_stemmer")
    made = getattr(module, f"{name.title()}Stemmer")()
    return made.stemWord  # type: ignore[no-any-return]


def _release(version: str) -> list[str]:
    # Algorithms change with the second number, packaging with the third.
    return version.split(".")[:2]
