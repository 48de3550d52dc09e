"""Everything one language's assistant answers from. Twin: browser/answers/service.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerbook.language.words import stem

from . import entries
from .text import SHORTEST_MENDABLE, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .lexicon import Lexicon

    Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Link:
    """Where an entry stands and what it asks."""

    url: str
    question: str


@dataclass(frozen=True, slots=True)
class Service:
    """The compiled rules and model of a language, and the rooms above as functions.

    Attributes:
        book: The compiled book.
        model: What ``compile.answers_pack`` made.
        words: The model's word lists as sets, for ``text.words``.
        told: The terms of each entry's answer.
        links: Where each entry stands.
        format: Writes figures: money(text, currency), date(iso), number, percent, multiple, period(iso), join, plural.
        say: A message of the catalogue with its slots.
        read: The entities of a text, as JSON, for a reference day.
        answer: The engine: a request of ``answerbook quote`` and today in, JSON out.
        value: What a reference target stands for on a day: kind, value, rule, currency.
        today: The day questions are answered for when none is given.
    """

    book: dict[str, Any]
    model: dict[str, Any]
    words: dict[str, Any]
    told: Mapping[str, frozenset[str]]
    concepts: Lexicon
    things: Lexicon
    links: Mapping[str, Link]
    format: Any
    say: Say
    read: Callable[[str, str], list[dict[str, Any]]]
    answer: Callable[[dict[str, Any], str], dict[str, Any]]
    value: Callable[[str, str], Any]
    today: str

    def items_of(self, topic: str) -> list[str]:
        """The items sold in a topic, in order of the book."""
        return [key for key in self.ids("items") if self.book["items"][key]["topic"] == topic]

    def ids(self, kind: str) -> list[str]:
        """The ids of a kind of thing in the book's own order."""
        return list(self.model["ids"][kind])

    def label(self, key: str, count: int = 1) -> str:
        """What a thing of the book is called, one or several of it."""
        words = self.model["labels"].get(key)
        return str(words[self.format.plural(count)]) if words else key

    def topic_of(self, key: str) -> str:
        """The topic of a rule or thing; empty for what has none."""
        if key in self.book["rules"]:
            return str(self.book["rules"][key]["topic"])
        for kind in ("items", "policies", "add_ons", "statements", "unpublished"):
            if key in self.book[kind]:
                return str(self.book[kind][key]["topic"])
        return key if key in self.book["topics"] else ""


def terms_of(sets: dict[str, Any], concepts: Lexicon, things: Lexicon, text: str) -> set[str]:
    """What a text is compared by."""
    found = words(sets, text)
    return entries.terms(found, concepts.find(found), things.find(found), sets["stops"])


def word_sets(model: dict[str, Any]) -> dict[str, Any]:
    """The model's words, ready to be looked up in: ``text.words`` takes compounds of the domain apart and mends its words."""
    domain, stops, asked = frozenset(model["domain"]), frozenset(model["stops"]), frozenset(model["asked_words"])
    return {
        "lang": model["lang"],
        "links": model["links"],
        "stops": stops,
        "fillers": frozenset(model["fillers"]),
        "joins": frozenset(model["joins"]),
        "parts": domain - stops if model["links"] else frozenset(),
        "mendable": [word for word in model["domain"] if len(word) >= SHORTEST_MENDABLE and word not in stops],
        "phrased": domain | stops,
        "common": domain | stops | asked | frozenset(model["fillers"]),
        "stems": frozenset(stem(model["lang"], word) for word in domain | asked),
    }
