"""A question taken apart: words, what is asked with them, things of the book, figures. Twin: browser/answers/question.js."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .lexicon import Mention, longest
from .text import Word, has_digit, words

if TYPE_CHECKING:
    from .service import Service

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPEN_YEAR = "XXXX-"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure read in a question: its kind, machine value, currency (of money) or timex (of dates and durations), and place.

    ``role`` is ``first`` or ``last`` for a day that opens or closes a span ("from", "until"), else empty.
    """

    kind: str
    value: str
    more: str
    start: int
    end: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A message or one clause of it. Places count code points of ``text``, which is the whole message."""

    text: str
    words: tuple[Word, ...]
    concepts: tuple[Mention, ...]
    things: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    start: int
    end: int

    def has(self, *concepts: str) -> bool:
        """Whether one of the concepts is named."""
        return any(mention.ids[0] in concepts for mention in self.concepts)

    def named(self) -> set[str]:
        """The ids of every thing named, ambiguous ones included."""
        return {key for mention in self.things for key in mention.ids}

    def place(self, mention: Mention) -> tuple[int, int]:
        """Where a mention stands, in code points."""
        return self.words[mention.first].start, self.words[mention.after - 1].end

    def said(self) -> str:
        """The clause as it was typed."""
        return self.text[self.start : self.end].strip()


def read(service: Service, text: str, today: str) -> Question:
    """The whole message taken apart."""
    found = words(service.words, text)
    things = longest(service.things.find(found))
    concepts = [
        mention
        for mention in service.concepts.find(found)
        if not _part_of_a_name(service, mention, things) and not _guessed_talk(mention, found)
    ]
    return Question(text, found, tuple(concepts), tuple(things), figures(service, text, today), 0, len(text))


def _guessed_talk(mention: Mention, found: tuple[Word, ...]) -> bool:
    """Whether a word of talk was only read by mending another ("think" as "thank")."""
    return mention.ids[0].startswith("talk.") and any(word.mended for word in found[mention.first : mention.after])


def _part_of_a_name(service: Service, mention: Mention, things: list[Mention]) -> bool:
    """Whether a word for asking is only part of the name of an add-on or statement ("agreement" in "service level agreement")."""
    names = [thing for thing in things if any(key in service.book["add_ons"] or key in service.book["statements"] for key in thing.ids)]
    return any(
        thing.first <= mention.first and mention.after <= thing.after and mention.after - mention.first < thing.after - thing.first
        for thing in names
    )


def clause(question: Question, start: int, end: int) -> Question:
    """The part of a message between two places, as a question of its own."""
    at = [index for index, word in enumerate(question.words) if word.start >= start and word.end <= end]
    if not at:
        return Question(question.text, (), (), (), (), start, end)
    first, after = at[0], at[-1] + 1

    def within(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        inside = [mention for mention in mentions if mention.first >= first and mention.after <= after]
        return tuple(Mention(mention.ids, mention.first - first, mention.after - first) for mention in inside)

    found = tuple(figure for figure in question.figures if figure.start >= start and figure.end <= end)
    return Question(question.text, question.words[first:after], within(question.concepts), within(question.things), found, start, end)


def about(question: Question, key: str) -> Question:
    """A clause that names nothing, as asked about a thing that was named before."""
    return Question(
        question.text, question.words, question.concepts, (Mention((key,), 0, 0),), question.figures, question.start, question.end
    )


def figures(service: Service, text: str, today: str) -> tuple[Figure, ...]:
    """The figures of a text, in order of place."""
    return tuple(figure for entity in service.read(text, today) for figure in _figures(entity))


def _figures(entity: dict[str, Any]) -> list[Figure]:
    """The figures of one entity: a span between days is those days."""
    days = _days_of(entity)
    if entity["type"] == "daterange" and days and has_digit(entity["text"] + entity.get("timex", "")[4:]):
        open_year = _OPEN_YEAR if _OPEN_YEAR in entity.get("timex", "") else ""
        cut = entity["end"] - 1
        places = (
            {"first": (entity["start"], cut), "last": (cut, entity["end"])}
            if len(days) > 1
            else {days[0][0]: (entity["start"], entity["end"])}
        )
        return [Figure("date", value, open_year + value, *places[role], role) for role, value in days]
    value = str(entity.get("value", entity.get("amount", "")))
    if entity["type"] == "date" and _ISO.fullmatch(entity["text"]) and entity["text"] != value:
        return [Figure("invalid", "", "invalid_date", entity["start"], entity["end"])]
    more = str(entity.get("timex", entity.get("currency", entity.get("reason", ""))))
    return [Figure(entity["type"], value, more, entity["start"], entity["end"])]


def _days_of(entity: dict[str, Any]) -> list[tuple[str, str]]:
    """The days a span opens and closes with, as far as they were said."""
    said: list[tuple[str, str]] = [(role, entity[role]) for role in ("first", "last") if role in entity]
    timex = entity.get("timex", "")
    first, _, after = entity.get("value", "").partition("/")
    bounds = [("first", entity.get("first", first)), ("last", entity.get("last", after))]
    if said and timex.startswith("("):
        return bounds
    if said or len(timex) != len("YYYY-MM-DD"):
        return said
    return [(role, day) for role, day in bounds if day not in {"", ".."}][:1]
