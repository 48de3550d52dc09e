"""One language: writing figures, reading them back, plurals and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from . import words
from .facts import format_facts, own_words, reading_facts
from .formats import Formatter
from .read import Entity, Reader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from answerbook.figures import Money, Period

_CODE = re.compile(r"[a-z]{2,3}")


class UnknownLanguageError(ValueError):
    """A language code this package has no words for; the text is the code."""


@dataclass(frozen=True, slots=True)
class Words:
    """Cutting, folding and stemming words of one language, for search and question matching."""

    code: str

    @property
    def stop(self) -> frozenset[str]:
        """Folded words that say nothing about the subject of a question."""
        return words.stop_words(self.code)

    def tokens(self, text: str) -> list[words.Token]:
        """The words and numbers of a text with their places."""
        return words.tokens(text)

    def fold(self, text: str) -> str:
        """The text in lower case without accents."""
        return words.fold(text)

    def stem(self, word: str) -> str:
        """The folded stem of a word."""
        return words.stem(self.code, word)


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code, such as ``nl``. Values in, text out; knows no prices."""

    code: str
    formatter: Formatter

    def money(self, amount: Money) -> str:
        """The amount with its symbol and all its minor digits: ``€ 1.234,50`` with the no-break space the locale asks for."""
        return self.formatter.money(amount)

    def date(self, iso: str) -> str:
        """A day in full, the day first: ``1 april 2026``."""
        return self.formatter.date(iso)

    def number(self, value: str | int) -> str:
        """A whole number or plain decimal text with the language's separators: ``1.234``."""
        return self.formatter.number(value)

    def percent(self, value: Fraction | str) -> str:
        """A share given in percent points: ``99,99%``."""
        return self.formatter.percent(value)

    def multiple(self, value: Fraction | str | int) -> str:
        """How many times: ``3 keer``."""
        return self.formatter.multiple(value)

    def period(self, period: Period) -> str:
        """A length of time: ``30 dagen``."""
        return self.formatter.period(period)

    def join(self, parts: Sequence[str]) -> str:
        """A list in words: ``a, b en c``."""
        return self.formatter.join(parts)

    def plural(self, count: int) -> str:
        """The plural category of a whole number: ``one`` or ``other``."""
        return self.formatter.plural(count)

    @property
    def words(self) -> Words:
        """Cutting, folding and stemming of this language."""
        return Words(self.code)

    def read(self, text: str, reference: str | None = None) -> list[Entity]:
        """The numbers, amounts, dates, spans, lengths and multiples in a text; days count from the reference day."""
        return _reader(self.code).read(text, reference)

    def pack(self) -> dict[str, Any]:
        """Every fact that writing figures needs, as JSON for the browser twin."""
        return self.formatter.facts

    def reading_pack(self) -> dict[str, Any]:
        """The number words, lexicon and grammar that reading needs, as JSON for the browser twin."""
        return reading_facts(self.code)


@cache
def _reader(code: str) -> Reader:
    return Reader(reading_facts(code))


@cache
def load(code: str) -> Language:
    """The language of a code. Raises UnknownLanguageError."""
    try:
        if _CODE.fullmatch(code) is None:
            raise UnknownLanguageError(code)
        own_words(code)
    except FileNotFoundError:
        raise UnknownLanguageError(code) from None
    return Language(code, Formatter(format_facts(code)))
