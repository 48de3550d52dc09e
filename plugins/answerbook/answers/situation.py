"""What a question says about an order or a use: how many of what, from and until when. Twin: browser/answers/situation.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import days

if TYPE_CHECKING:
    from .days import Day
    from .lexicon import Mention
    from .question import Figure, Question
    from .service import Service

#: Most words between a number and what it counts ("3 nieuwe extra beheerders").
_FAR = 3
#: Concepts whose phrases may hold a number that counts nothing sold ("half a year").
_LENGTHS = {"short", "per_month", "per_week", "per_year", "per_hour"}


@dataclass(frozen=True, slots=True)
class Situation:
    """Figures by their part in the question; numbers are text as read.

    ``counts`` are items with their number, ``items`` everything named that is sold (several where a word is ambiguous), ``loose`` a number
    of things sold without saying which, ``topic`` the topic those belong to, ``own`` and ``average`` a use and what to compare it with.
    """

    items: tuple[str, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()
    loose: str = ""
    unsure: tuple[str, ...] = ()
    topic: str = ""
    order: Day | None = None
    contract_end: Day | None = None
    claimed_day: Day | None = None
    month: str = ""
    amounts: tuple[tuple[str, str], ...] = ()
    durations: tuple[str, ...] = ()
    multiple: str = ""
    own: str = ""
    average: str = ""
    invalid: str = ""


@dataclass(frozen=True, slots=True)
class _Sold:
    """Something sold that is named: the items it may mean (all of a topic where only the topic is named) and its place in words."""

    items: tuple[str, ...]
    topic: str
    first: int
    after: int


def read(service: Service, question: Question) -> Situation:
    """The situation one clause tells of."""
    sold = _sold(service, question)
    numbers = _counting(question, sold)
    named = tuple(dict.fromkeys(one.items[0] for one in sold if len(one.items) == 1))
    sold = [_settled(one, named) for one in sold]
    pairs = _pairs(question, sold, numbers)
    counts, loose, unsure = _counts(question, sold, pairs)
    items = tuple(dict.fromkeys(item for one in sold if one.items for item in one.items))
    roles = days.roles(question)
    used = {number for number, _ in pairs}
    own, average = _uses(question, [number for number in numbers if number not in used])
    return Situation(
        items=items,
        counts=counts,
        loose=loose,
        unsure=unsure,
        topic=next((one.topic for one in sold), ""),
        order=roles.get("order"),
        contract_end=roles.get("contract_end"),
        claimed_day=roles.get("claimed"),
        month=days.month(question),
        amounts=tuple((figure.value, figure.more) for figure in question.figures if figure.kind == "currency"),
        durations=tuple(figure.more or figure.value for figure in question.figures if figure.kind == "duration"),
        multiple=next((figure.value for figure in question.figures if figure.kind == "multiple" and figure not in used), ""),
        own=own,
        average=average,
        invalid=next((figure.more or figure.value for figure in question.figures if figure.kind == "invalid"), ""),
    )


def _sold(service: Service, question: Question) -> list[_Sold]:
    found = []
    for mention in question.things:
        items = tuple(key for key in mention.ids if key in service.book["items"])
        topics = [key for key in mention.ids if service.items_of(key)]
        if items:
            found.append(_Sold(items, service.book["items"][items[0]]["topic"], mention.first, mention.after))
        elif topics:
            found.append(_Sold((), topics[0], mention.first, mention.after))
    return found


def _settled(one: _Sold, named: tuple[str, ...]) -> _Sold:
    """An ambiguous word means what is left when the other things it could mean are named beside it."""
    left = tuple(item for item in one.items if item not in named)
    return _Sold(left, one.topic, one.first, one.after) if len(one.items) > 1 and len(left) == 1 else one


def _counting(question: Question, sold: list[_Sold]) -> list[Figure]:
    """The figures that may count things: numbers, and multiples that stand right before a thing ("3x admin")."""
    places = {question.words[one.first].start for one in sold}
    lengths = [question.place(mention) for mention in question.concepts if mention.ids[0] in _LENGTHS]
    found = []
    for figure in question.figures:
        if any(start < figure.end and figure.start < end for start, end in lengths):
            continue
        following = [word.start for word in question.words if word.start >= figure.end][:1]
        if figure.kind == "number" or (figure.kind == "multiple" and following and following[0] in places):
            found.append(figure)
    return found


def _pairs(question: Question, sold: list[_Sold], numbers: list[Figure]) -> list[tuple[Figure, _Sold]]:
    """Each number with the thing it counts: the thing after it, else the one right before it."""
    pairs: list[tuple[Figure, _Sold]] = []
    for index, one in enumerate(sold):
        start = question.words[one.first].start
        floor = question.words[sold[index - 1].after - 1].end if index else 0
        before = [number for number in numbers if floor <= number.start and number.end <= start]
        if before and _between(question, before[-1].end, start) <= _FAR:
            pairs.append((before[-1], one))
    taken = {number for number, _ in pairs}
    for index, one in enumerate(sold):
        end = question.words[one.after - 1].end
        ceiling = question.words[sold[index + 1].first].start if index + 1 < len(sold) else len(question.text)
        behind = [number for number in numbers if end <= number.start < ceiling and number not in taken]
        if behind and _between(question, end, behind[0].start) == 0 and one not in [thing for _, thing in pairs]:
            pairs.append((behind[0], one))
    return pairs


def _between(question: Question, start: int, end: int) -> int:
    return sum(1 for word in question.words if word.start >= start and word.end <= end)


def _counts(
    question: Question, sold: list[_Sold], pairs: list[tuple[Figure, _Sold]]
) -> tuple[tuple[tuple[str, str], ...], str, tuple[str, ...]]:
    """Items with their numbers, a number of things not named, and the items an ambiguous counted word may mean."""
    counts: dict[str, str] = {}
    loose, unsure = "", tuple[str, ...]()
    for number, one in pairs:
        if len(one.items) == 1:
            counts[one.items[0]] = number.value
        else:
            loose, unsure = number.value, one.items
    named = list(dict.fromkeys(one.items[0] for one in sold if len(one.items) == 1))
    open_items = [item for item in named if item not in counts]
    each = question.has("both") and len(set(counts.values()) | ({loose} - {""})) == 1
    if loose and not unsure and len(named) == 1 and not counts:
        return ((named[0], loose),), "", ()
    if each and open_items:
        value = loose or next(iter(counts.values()))
        return tuple((item, value) for item in named), "", ()
    if counts:
        articles = [item for item in open_items if _has_article(question, sold, item)]
        return tuple((item, counts.get(item, "1")) for item in named if item in counts or item in articles), "", ()
    return (), loose, unsure


def _has_article(question: Question, sold: list[_Sold], item: str) -> bool:
    """Whether a thing stands with "a" or "one" before it."""
    places = [one.first for one in sold if one.items == (item,)]
    ones: list[Mention] = [mention for mention in question.concepts if mention.ids[0] == "one"]
    return any(place - mention.after in {0, 1} for place in places for mention in ones)


def _uses(question: Question, numbers: list[Figure]) -> tuple[str, str]:
    """A use and the average it is compared with: of two numbers, the one nearest to the word for average is the average."""
    marks = [question.place(mention)[0] for mention in question.concepts if mention.ids[0] == "average"]
    if not marks or not numbers:
        return "", ""
    ranked = sorted(numbers, key=lambda number: min(abs(number.start - mark) for mark in marks))
    return (ranked[1].value, ranked[0].value) if len(ranked) == len("ab") else ("", "")
