"""A message cut into clauses that may each be a question. Twin: browser/answers/clauses.js."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from .question import Question, clause

if TYPE_CHECKING:
    from .service import Service

_SPACES = {"", " ", "\n", "\u00a0"}
_MARKS = {"?", "!", ";", "\n"}


def split(service: Service, message: Question) -> list[Question]:
    """The clauses of a message in order: cut after ? ! ; and full stops, and at a joining word that is followed by a question word."""
    stops = [at for at in _stops(message.text) if not any(figure.start < at <= figure.end for figure in message.figures)]
    ends = sorted({0, *stops, *_listed(message), *_joints(service, message), len(message.text)})
    parts = [clause(message, start, end) for start, end in itertools.pairwise(ends)]
    return [part for part in parts if part.words]


def _listed(message: Question) -> list[int]:
    """The places of list numbers ("1) … 2) …"), and those after a colon that a question word follows."""
    numbers = [figure.start for figure in message.figures if figure.kind == "number" and message.text[figure.end : figure.end + 1] == ")"]
    asks = {message.place(mention)[0] for mention in message.concepts if mention.ids[0] == "asks"}
    colons = [at + 1 for at in range(len(message.text)) if message.text[at] == ":" and at + 2 in asks]
    return [*numbers, *colons]


def _stops(text: str) -> list[int]:
    """The places after a mark that ends a clause: ? ! ; a line's end, and a full stop before a space or the end."""
    return [
        at + 1
        for at, character in enumerate(text)
        if (character in _MARKS and text[at + 1 : at + 2] not in _MARKS) or (character == "." and text[at + 1 : at + 2] in _SPACES)
    ]


def _joints(service: Service, message: Question) -> list[int]:
    """The places of joining words (and, en) that a question word follows; not the first word of the message."""
    starts = {mention.first for mention in message.concepts if mention.ids[0] == "asks"}
    joins = [index for index, word in enumerate(message.words) if word.fold in service.words["joins"]]
    return [message.words[index].start for index in joins if index > 1 and index + 1 in starts]


def asks(service: Service, question: Question) -> bool:
    """Whether a clause is put as a question: by its mark or by a question word at its start."""
    start = (
        1
        if question.words
        and (question.words[0].fold in service.words["joins"] or (question.words[0].fold.isascii() and question.words[0].fold.isdecimal()))
        else 0
    )
    early = any(mention.ids[0] == "asks" and mention.first == start for mention in question.concepts)
    return "?" in question.text[question.start : question.end] or early
