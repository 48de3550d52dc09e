"""From a reference in prose to the figure it stands for, written in one language."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from answerbook.engine.values import RefValue, value_of
from answerbook.figures import Money, Period

from .markup import Markup, element

if TYPE_CHECKING:
    from answerbook.book.model import Book
    from answerbook.language import Language


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the book, ready to be read and to be checked.

    Attributes:
        text: The figure as a reader sees it: ``€ 950,00``.
        value: The same for machines: ``950.00``, ``2026-04-01``, ``P30D``, ``3``.
        rule: The rule that says so.
        ref: The reference as it was written, from which anybody can compute the figure again.
        kind: money, date, period, multiple, percent, count or fraction.
    """

    text: str
    value: str
    rule: str
    ref: str
    kind: str
    currency: str = ""

    @property
    def html(self) -> Markup:
        """The figure as an element that names its rule and its machine value."""
        return element("data", self.text, class_="ab-figure", value=self.value, data_rule=self.rule, data_ref=self.ref)


def resolve(target: str, book: Book, language: Language, day: str) -> Figure:
    """The figure that the reference target ``target`` stands for on ``day``. Raises LookupError when the book says no such thing."""
    found = value_of(book, target, day)
    return Figure(_written(found, language), found.value, found.rule, target, found.kind, found.currency)


def _written(found: RefValue, language: Language) -> str:
    """The value in the language's way of writing it."""
    match found.kind:
        case "money":
            return language.money(Money.parse(found.value, found.currency))
        case "date":
            return language.date(found.value)
        case "period":
            return language.period(Period.parse(found.value))
        case "multiple":
            return language.multiple(Fraction(found.value))
        case "percent":
            return language.percent(Fraction(found.value))
        case _:
            return language.number(found.value)
