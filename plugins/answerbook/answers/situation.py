"""What a question says about an order or a use: how many of what, from and until when. Twin: browser/answers/situation.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import counting, days
from .counting import Sold

if TYPE_CHECKING:
    from .days import Day
    from .question import Figure, Question
    from .service import Service


_PERIODS = {"per_month", "per_week", "per_year", "per_hour"}


@dataclass(frozen=True, slots=True)
class Situation:
    """Figures by their part in the question; numbers are text as read.

    ``counts`` are items with their number, ``items`` everything named that is sold (several where a word is ambiguous), ``loose`` a number
    of things sold without saying which, ``topic`` the topic those belong to, ``own`` and ``average`` a use and what to compare it with,
    ``often`` whether a number of times per period is told, ``span`` the first and last day of a year or month an order falls in,
    ``puzzle`` and ``uncounted`` what of the numbers and items is not understood, ``about`` a thing not sold that the talk is about.
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
    span: tuple[str, ...] = ()
    amounts: tuple[tuple[str, str], ...] = ()
    durations: tuple[str, ...] = ()
    multiple: str = ""
    often: bool = False
    own: str = ""
    average: str = ""
    invalid: str = ""
    puzzle: str = ""
    uncounted: tuple[str, ...] = ()
    about: str = ""


def read(service: Service, question: Question) -> Situation:
    """The situation one clause tells of."""
    sold = _sold(service, question)
    named = tuple(dict.fromkeys(one.items[0] for one in sold if len(one.items) == 1))
    sold = [_settled(one, named) for one in sold]
    numbers = counting.counting(service, question, sold)
    counts = counting.counts_of(service, question, sold, numbers)
    items = tuple(dict.fromkeys(item for one in sold if one.items for item in one.items))
    roles = days.roles(question)
    own, average = counting.uses(question, numbers)
    often = _often(question)
    money = tuple((figure.value, figure.more) for figure in question.figures if figure.kind == "currency")
    return Situation(
        items=items,
        counts=counts.counts,
        loose=counts.loose,
        unsure=counts.unsure,
        puzzle=counts.puzzle,
        uncounted=counts.uncounted,
        topic=next((one.topic for one in sold), ""),
        order=roles.get("order"),
        contract_end=roles.get("contract_end"),
        claimed_day=roles.get("claimed"),
        month=days.month(question),
        span=days.span(service, question, sold),
        amounts=(*money, *((amount, "") for amount in counts.amounts)),
        durations=tuple(figure.more or figure.value for figure in question.figures if figure.kind == "duration"),
        multiple=next((figure.value for figure in question.figures if figure.kind == "multiple" and figure not in [*numbers, *often]), ""),
        often=bool(often),
        own=own,
        average=average,
        about=_about(service, question),
        invalid=next((figure.more or figure.value for figure in question.figures if figure.kind == "invalid"), ""),
    )


def _about(service: Service, question: Question) -> str:
    """The first thing that is named and not sold: an add-on, a policy, a service."""
    book = service.book
    named = [key for mention in question.things for key in mention.ids]
    unsold = [
        key for key in named if key in book["add_ons"] or key in book["policies"] or (key in book["topics"] and not service.items_of(key))
    ]
    sold = any(key in book["items"] or service.items_of(key) for key in named)
    return "" if sold else next(iter(unsold), "")


def _sold(service: Service, question: Question) -> list[Sold]:
    found = []
    for mention in question.things:
        items = tuple(key for key in mention.ids if key in service.book["items"])
        topics = [key for key in mention.ids if service.items_of(key)]
        if items:
            found.append(Sold(items, service.book["items"][items[0]]["topic"], mention.first, mention.after))
        elif topics:
            found.append(Sold((), topics[0], mention.first, mention.after))
    return found


def _settled(one: Sold, named: tuple[str, ...]) -> Sold:
    """An ambiguous word means what is left when the other things it could mean are named beside it."""
    left = tuple(item for item in one.items if item not in named)
    return Sold(left, one.topic, one.first, one.after) if len(one.items) > 1 and len(left) == 1 else one


def _often(question: Question) -> list[Figure]:
    """The multiples that only say how often something is done: "40 times a month", "called 12 times"."""
    periods = [question.place(mention)[0] for mention in question.concepts if mention.ids[0] in _PERIODS]
    busy = question.has("contacting") and not question.has("average")
    multiples = [figure for figure in question.figures if figure.kind == "multiple"]
    return [figure for figure in multiples if busy or any(0 <= place - figure.end <= len("  ") for place in periods)]
