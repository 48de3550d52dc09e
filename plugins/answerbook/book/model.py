"""The book as frozen values: what ``pricing.yaml`` and ``faq/`` say, validated and typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from answerbook.figures import Money, Period


@dataclass(frozen=True, slots=True)
class Position:
    """Where something is written: file relative to the book's folder, line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A day on which somebody did something: ``key`` is what the file calls it (``checked``, ``updated``)."""

    key: str
    day: str
    position: Position


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: ``kind`` (article, convention, decision …) and the day it was last looked at."""

    id: str
    kind: str
    checked: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """A list price per seat and ``per`` (a cycle: ``year``), valid for orders from ``starts`` until the next price starts.

    ``announced``: the first day on which anybody may be told of it; absent, it may be told at once.
    """

    starts: str
    per: str
    amounts: Mapping[str, Money]
    source: str
    announced: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Something sold: ``id`` such as ``seats.admin``; its price rule is ``<id>.price``. Prices are in order of date."""

    id: str
    topic: str
    prices: tuple[Price, ...]


@dataclass(frozen=True, slots=True)
class Sale:
    """How every item of a topic is sold. Each part is a rule: ``<topic>.quantity``, ``.cycle``, ``.term`` and so on."""

    quantity_min: int
    quantity_max_digits: int
    cycles: tuple[str, ...]
    term: Period
    pro_rata: bool
    confirmation: Period
    invoice: Period


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone of a policy: fits when the ratio is at most ``up_to`` (None: anything). ``action`` is an id, not a sentence."""

    id: str
    up_to: Fraction | None
    action: str


@dataclass(frozen=True, slots=True)
class Policy:
    """A fair-use policy: own use against an average; the limit is the rule ``<id>.limit``. Never an amount."""

    id: str
    topic: str
    limit: Fraction
    zones: tuple[Zone, ...]
    source: str


@dataclass(frozen=True, slots=True)
class AddOn:
    """An add-on sold by quote only: the rule ``<id>.price`` says that no amount is published. ``parts``: per what (month, hour)."""

    id: str
    topic: str
    parts: tuple[str, ...]
    ask: str
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A rule without arithmetic. ``slots`` are its figures by name: ``lasts`` (Period) or a share in percent (Fraction).

    ``email``: where somebody to turn to can be written to; absent when no address is published.
    """

    id: str
    topic: str
    kind: str
    slots: Mapping[str, Period | Fraction]
    source: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Something people ask for that this book does not hold: the nearest rule and the contact to ask."""

    id: str
    topic: str
    nearest: str
    ask: str
    source: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of rules of one product; all their ids start with ``<topic>.``."""

    id: str
    product: str
    sale: Sale | None


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: a request (``ask``), the fields it must give (``get``), and the rules that are the reason.

    ``ask`` and ``get`` are request and response JSON of ``answerbook quote``; ``get`` may hold ``{"refuse": code}``.
    """

    id: str
    ask: Mapping[str, object]
    get: Mapping[str, object]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """An id that can be cited: its kind (price, term, limit, statement …), product, sources and place in the file."""

    id: str
    kind: str
    topic: str
    product: str
    sources: tuple[str, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Words:
    """What a thing of the book is called in one language: singular, plural and other names for it."""

    one: str
    other: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of an article. ``id`` is the anchor in every language; ``asks`` are paraphrases; ``body`` is Markdown.

    ``rules`` are the rules it is about: those of its front matter and those its prose refers to, in order, each once.
    ``position`` is the question's; ``body_line`` is the line of the file on which ``body`` begins.
    """

    id: str
    article: str
    question: str
    asks: tuple[str, ...]
    rules: tuple[str, ...]
    body: str
    position: Position
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Article:
    """One article in one language. ``path`` is ``<collection>/<file name without .md>``, the same in every language.

    ``intro`` is the Markdown before its first question; it begins on line ``intro_line`` of the file.
    """

    id: str
    language: str
    path: str
    collection: str
    title: str
    description: str
    author: str
    updated: str
    about: tuple[str, ...]
    intro: str
    entries: tuple[Entry, ...]
    numbered: bool
    position: Position
    intro_line: int = 1


@dataclass(frozen=True, slots=True)
class Collection:
    """A shelf of articles in one language; its page is ``faq/<id>/``."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Book:
    """Everything the book says. Maps are in file order; ``hash`` is the digest of the compiled rules.

    ``words``, ``collections`` and ``articles`` are by language, and empty when only the rules were read. ``dated`` are the days on which
    sources were looked at and articles changed.
    """

    languages: tuple[str, ...]
    currency: str
    time_zone: str
    sources: Mapping[str, Source]
    products: tuple[str, ...]
    topics: Mapping[str, Topic]
    items: Mapping[str, Item]
    policies: Mapping[str, Policy]
    add_ons: Mapping[str, AddOn]
    statements: Mapping[str, Statement]
    unpublished: Mapping[str, Unpublished]
    examples: Mapping[str, Example]
    rules: Mapping[str, Rule]
    words: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    collections: Mapping[str, Mapping[str, Collection]] = field(default_factory=dict)
    articles: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    example_positions: Mapping[str, Position] = field(default_factory=dict)
    dated: tuple[Dated, ...] = ()
    hash: str = ""

    @property
    def default_language(self) -> str:
        """The language pages fall back to and whose URLs have no prefix."""
        return self.languages[0]
