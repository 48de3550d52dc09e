"""How money, dates and numbers are written and read back in each language. Knows no prices.

``load("nl")`` gives the one value everything else works with.
"""

from .language import Language, UnknownLanguageError, load

__all__ = ["Language", "UnknownLanguageError", "load"]
