"""What a talk remembers, as a small JSON object, and how a follow-up builds on it. Twin: browser/answers/dialogue.js."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from answerbook import calendar

from .days import Day
from .situation import Situation
from .text import has_digit

if TYPE_CHECKING:
    from .question import Question
    from .service import Service

#: Intents that a follow-up without a question of its own can go on with.
GOES_ON = {"price", "total", "prorate", "term", "invoice", "confirmation", "compare", "budget", "month", "currency", "verdict", "short"}
_SHORT_MESSAGE = 8
_MOST_ITEMS = 20


def remembered(service: Service, state: Any) -> tuple[str, Situation]:
    """The intent and situation a state tells of; what is not well-formed is forgotten."""
    if not isinstance(state, dict):
        return "", Situation()
    intent: Any = state.get("intent")
    counts: Any = state.get("counts")
    items: Any = state.get("items")
    counts, items = counts if isinstance(counts, dict) else {}, items if isinstance(items, list) else []
    known = service.ids("items")
    return (intent if isinstance(intent, str) and intent in GOES_ON else ""), Situation(
        items=tuple(item for item in items[:_MOST_ITEMS] if isinstance(item, str) and item in known),
        counts=tuple((item, counts[item]) for item in known if _is_count(counts.get(item))),
        loose=state["loose"] if _is_count(state.get("loose")) else "",
        order=_day(state.get("order")),
        contract_end=_day(state.get("contract_end")),
        amounts=((state["amount"], service.book["currency"]),) if _is_count(state.get("amount")) and intent == "budget" else (),
        about=state["about"] if isinstance(state.get("about"), str) and service.topic_of(state["about"]) else "",
        multiple=state["multiple"] if _is_count(state.get("multiple")) else "",
    )


def _is_count(value: Any) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= len("1000000")


def _day(value: Any) -> Day | None:
    if not isinstance(value, str):
        return None
    open_year, text = value.startswith("~"), value.removeprefix("~")
    return Day(text, year_named=not open_year) if calendar.is_day(text) else None


def to_state(intent: str, situation: Situation) -> dict[str, Any]:
    """What the next question may build on; absent keys are left out. A day whose year was not named begins with ``~``."""
    found: dict[str, Any] = {}
    if intent in GOES_ON:
        found["intent"] = intent
    if situation.items:
        found["items"] = list(situation.items)
    counts = {item: text for item, text in situation.counts if _is_count(text)}
    if counts:
        found["counts"] = counts
    amount = situation.amounts[0][0] if situation.amounts and intent == "budget" else ""
    numbers = {"amount": amount, "loose": situation.loose, "multiple": situation.multiple}
    found |= {key: value for key, value in numbers.items() if _is_count(value)}
    if situation.about:
        found["about"] = situation.about
    for key, day in (("order", situation.order), ("contract_end", situation.contract_end)):
        if day is not None:
            found[key] = day.iso if day.year_named else "~" + day.iso
    return found


def follows(question: Question, situation: Situation) -> bool:
    """Whether a message without a question of its own goes on with the last one: it tells something and is short, or leads on."""
    tells = bool(
        situation.items
        or situation.counts
        or situation.loose
        or situation.topic
        or situation.order
        or situation.contract_end
        or situation.month
        or situation.multiple
        or situation.amounts
        or bare_number(question)
    )
    leads = leads_on(question)
    counted = bool(situation.items or situation.counts or situation.loose or situation.topic or situation.amounts or bare_number(question))
    start = 1 if any(mention.ids[0] == "join" and mention.first == 0 for mention in question.concepts) else 0
    opening = {mention.ids[0] for mention in question.concepts if mention.first == start}
    asks_anew = "asks" in opening and "follow_up" not in opening and not counted
    return tells and not asks_anew and (len(question.words) <= _SHORT_MESSAGE or leads)


def leads_on(question: Question) -> bool:
    """Whether a message begins with a word that goes on from what was said, or points back to it."""
    return any(mention.ids[0] in {"follow_up", "denial"} and mention.first <= 1 for mention in question.concepts)


def says_nothing_new(service: Service, question: Question) -> bool:
    """Whether a clause holds only words for asking and figures: what it is about was said before ("what does that cost?")."""
    known = {index for mention in question.concepts for index in range(mention.first, mention.after)}
    stops = service.words["stops"]
    rest = [word for index, word in enumerate(question.words) if index not in known and word.fold not in stops and not has_digit(word.fold)]
    return not rest and not question.things


def still_there(told: Situation) -> frozenset[str]:
    """The features of what was said before."""
    present = {
        "#sale": bool(told.items or told.counts or told.loose or told.topic),
        "#item": bool(told.items or told.counts),
        "#count": bool(told.counts or told.loose),
        "#order": told.order is not None,
        "#date": told.order is not None,
        "#contract_end": told.contract_end is not None,
    }
    return frozenset(name for name, there in present.items() if there)


def bare_number(question: Question) -> str:
    """The only number of a message, where nothing says what it counts."""
    numbers = [figure.value for figure in question.figures if figure.kind in {"number", "multiple"}]
    return numbers[0] if len(numbers) == 1 else ""


def merged(question: Question, old: Situation, new: Situation) -> Situation:
    """The new situation filled in from the old: what is said again replaces, what is not said stays, what is added is added."""
    new = _added(question, old, new)
    situation = replace(
        new,
        order=new.order or old.order,
        contract_end=new.contract_end or old.contract_end,
        multiple=new.multiple or old.multiple,
    )
    number = bare_number(question) if not new.counts and not new.loose and not new.amounts else ""
    if number and not new.items:
        return _recounted(situation, old, number)
    if new.counts or new.loose:
        return situation
    if new.items and len(new.items) == 1 and (old.loose or len({text for _, text in old.counts}) == 1):
        return replace(situation, counts=((new.items[0], old.loose or old.counts[0][1]),))
    if new.items:
        return situation
    return replace(situation, items=old.items, counts=old.counts, loose=old.loose)


def _recounted(situation: Situation, old: Situation, number: str) -> Situation:
    """A number alone counts the one thing there was; of several it is asked which."""
    named = tuple(dict.fromkeys([*(item for item, _ in old.counts), *old.items]))
    situation = replace(situation, puzzle="", uncounted=())
    if len(named) == 1:
        return replace(situation, items=named, counts=((named[0], number),))
    return replace(situation, items=named, loose=number, unsure=named)


def _added(question: Question, old: Situation, new: Situation) -> Situation:
    """What is ordered besides what was told before ("plus 3 managers"), together with that."""
    before = dict(old.counts) or ({old.items[0]: "1"} if len(old.items) == 1 and not old.loose else {})
    number = bare_number(question) if not new.counts and not new.items else ""
    more = dict(new.counts) or ({next(iter(before)): number} if number and len(before) == 1 else {})
    adds = any(mention.ids[0] == "adds" for mention in question.concepts)
    if not adds or not before or not more or not all(text.isdigit() for text in (*before.values(), *more.values())):
        return new
    total = {item: str(int(before.get(item, "0")) + int(more.get(item, "0"))) for item in (*before, *more)}
    return replace(new, items=tuple(total), counts=tuple(total.items()), puzzle="" if number else new.puzzle)


def completed(question: Question, intent: str, old: Situation, new: Situation) -> Situation:
    """A day alone, after the question when the contract ends, is that day."""
    asked = intent == "prorate" and old.order is not None and old.contract_end is None
    if asked and new.order is not None and new.contract_end is None and not question.has("order"):
        return replace(new, order=None, contract_end=new.order)
    return new


def figures_of(told: Situation) -> list[str]:
    """The figures that were told, which a reply may repeat."""
    days = [day.iso for day in (told.order, told.contract_end, told.claimed_day) if day is not None]
    numbers = [*(text for _, text in told.counts), *(text for text, _ in told.amounts)]
    return [*days, *numbers, told.loose, told.month, told.multiple, told.own, told.average]
