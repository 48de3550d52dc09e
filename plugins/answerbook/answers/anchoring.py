"""Whether a question is about this book at all: words it shares with what is asked and told here, against words nobody here knows.

Twin: browser/answers/anchoring.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import clauses
from .text import has_letter

if TYPE_CHECKING:
    from .question import Question
    from .reply import Turn
    from .service import Service
    from .text import Word

#: Concepts that say how is asked, not what about: their words speak neither for nor against.
_NEUTRAL = {
    *(
        "asks",
        "asks_number",
        "follow_up",
        "denial",
        "assent",
        "one",
        "end_of",
        "claim",
        "today",
        "order",
        "buy",
        "use",
        "offer",
        "times",
        "both",
    ),
    *(
        "rest",
        "total",
        "price",
        "how_many",
        "how_long",
        "when",
        "why",
        "where",
        "who",
        "free",
        "max",
        "back",
        "vendor_mark",
        "sooner",
        "change",
    ),
    *(
        "is",
        "join",
        "adds",
        "people",
        "ours",
        "grows",
        "contacting",
        "per_piece",
        "signed",
        "itself",
        "of_it",
        "until",
        "wants",
        "of_which",
        "asking",
    ),
    *("same_day", "talk.greeting", "talk.thanks", "talk.bye", "talk.help"),
}
#: How many more strange than known words are let pass where an item, or another thing of the book, is named.
_SLACK_ITEM, _SLACK_THING = 2, 0
#: A word of so many letters that only one entry asks with tells as much as two.
_LONG, _RARE = 8, 290


def about_us(turn: Turn) -> bool:
    """Whether a question that a pattern fits is about this book."""
    known, strange = balance(turn)
    if "#item" in turn.features:
        return strange <= known + _SLACK_ITEM
    if turn.question.things:
        return strange <= known + _SLACK_THING
    return strange <= known if "#going_on" in turn.features else strange == 0 or strange < known


def told_here(turn: Turn) -> bool:
    """Whether a question that only the articles answer is about them."""
    known, strange = balance(turn)
    if turn.question.things:
        return strange <= known + _SLACK_THING
    return known >= 1 if strange == 0 else known > strange


def strangeness(turn: Turn) -> int:
    """The number of words nobody here knows."""
    return balance(turn)[1]


def balance(turn: Turn) -> tuple[int, int]:
    """How many words of the asking part are known (a thing's, a telling concept's or the nearest entry's), and how many strange."""
    service, part = turn.service, _asking_part(turn)
    entry = turn.ranked[0][1] if turn.ranked else ""
    near = {term for ask in service.model["asked"].get(entry, ()) for term in ask} | set(service.told.get(entry, ()))
    named = {index for mention in part.things for index in range(mention.first, mention.after)}
    telling = {index for mention in part.concepts if mention.ids[0] not in _NEUTRAL for index in (mention.first, mention.after - 1)}
    neutral = {index for mention in part.concepts if mention.ids[0] in _NEUTRAL for index in (mention.first, mention.after - 1)}
    known = strange = 0
    for index, word in enumerate(part.words):
        if index in named or index in telling:
            known += 1
        elif index in neutral or _says_little(service, part, word):
            continue
        elif word.stem in near:
            rare = len(word.fold) >= _LONG and service.model["weights"].get(word.stem, 0) >= _RARE
            known += 2 if rare else 1
        elif word.fold not in service.words["common"] and word.stem not in service.words["stems"]:
            strange += 1
    return known, strange


def _says_little(service: Service, part: Question, word: Word) -> bool:
    """Whether a word speaks neither for nor against: a filler, a figure, or one that was mended and so is not certain."""
    filler = word.fold in service.words["stops"] or word.fold in service.words["fillers"] or not has_letter(word.fold)
    return filler or word.mended or any(figure.start <= word.start and word.end <= figure.end for figure in part.figures)


def _asking_part(turn: Turn) -> Question:
    """The last clause that asks, else the whole: what is told around a question may be about anything."""
    parts = [part for part in clauses.split(turn.service, turn.question) if clauses.asks(turn.service, part)]
    return parts[-1] if parts else turn.question
