"""Figures written from machine values: the face that both engines' formatters show to the handlers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerbook.figures import Money, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerbook.language import Language


@dataclass(frozen=True, slots=True)
class Writing:
    """A language's formatter that takes amounts, days and periods as text."""

    language: Language

    def money(self, amount: str, currency: str) -> str:
        """``950.00`` and ``EUR`` as ``€ 950,00``."""
        return self.language.money(Money.parse(amount, currency))

    def date(self, iso: str) -> str:
        """A day in full."""
        return self.language.date(iso)

    def day_month(self, iso: str) -> str:
        """A day without its year: the long date with the year left out."""
        facts = self.language.pack()
        _, month, day = iso.split("-")
        text = str(facts["date"]).replace("{y}", "").replace("{M}", facts["months"][int(month) - 1]).replace("{d}", str(int(day)))
        return text.strip(" ,")

    def number(self, value: str | int) -> str:
        """A number with the language's separators."""
        return self.language.number(value)

    def percent(self, value: str) -> str:
        """A share in percent points."""
        return self.language.percent(value)

    def multiple(self, value: str) -> str:
        """How many times."""
        return self.language.multiple(value)

    def period(self, iso: str) -> str:
        """An ISO period in words."""
        return self.language.period(Period.parse(iso))

    def join(self, parts: Sequence[str]) -> str:
        """A list in words."""
        return self.language.join(parts)

    def plural(self, count: int) -> str:
        """The plural category of a whole number."""
        return self.language.plural(count)
