"""How money, dates and numbers are written and read back in each language. Knows no prices.

``load("nl")`` gives the one value everything else works with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .language import Language, UnknownLanguageError, load

__all__ = ["Language", "UnknownLanguageError", "load"]


def __getattr__(name: str) -> object:
    # Who only needs words and stems, as the search does, does not wait for the facts of every language.
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from . import language

    return getattr(language, name)
