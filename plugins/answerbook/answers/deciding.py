"""From what a question holds to its reply: pattern and articles agree, or one of them is certain. Twin: browser/answers/deciding.js."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from . import policies, prices, refusals, talk, telling, terms
from .anchoring import about_us, strangeness, told_here
from .patterns import fitting
from .reply import CLARIFY, Chip, Reply, capital

if TYPE_CHECKING:
    from collections.abc import Callable

    from .reply import Turn

#: Scores in thousandths: the words of an entry's own question; enough to tell an entry; how far it must lead the next one.
SAME = 1000
_ENOUGH = 400
#: Enough where every word is one of ours.
_ENOUGH_OF_OURS = 360
_LEAD = 15
_FEW_WORDS = 4
#: What a question holds that may be answered with the entry that tells prices.
_OF_PRICES = {"price", "free", "#count", "#going_on", "#money", "how_many"}
#: Words from which a message that greets is more than a greeting.
_LONG_GREETING = 8
#: Asked for a number that stands in somebody's own contract.
_NUMBER_IN_CONTRACT = {"asks_number", "contract"}
#: Figures that make a pattern certain: no entry can answer them.
_CERTAIN = {"#count", "#bad_count", "#date", "#money", "#foreign", "#multiple", "#measure", "#invalid", "#contract_end", "#duration"}

#: Intents that refuse anyway.
_ALWAYS = {"product_price", "not_told", "unpublished", "quote_only", "invalid"}

_HANDLERS: dict[str, Callable[[Any], Reply]] = {
    "price": prices.price,
    "total": prices.total,
    "compare": prices.compare,
    "budget": prices.budget,
    "month": prices.month,
    "currency": prices.other_currency,
    "quantity": terms.quantity,
    "short": terms.short,
    "term": terms.term,
    "until": terms.until,
    "prorate": terms.prorate,
    "invoice": terms.invoice,
    "confirmation": terms.confirmation,
    "refund": terms.refund,
    "verdict": policies.verdict,
    "average": policies.unmeasurable,
    "limit": policies.limit,
    "quote_only": policies.quote_only,
    "unpublished": refusals.unpublished,
    "not_told": refusals.not_told,
    "product_price": refusals.product_price,
    "invalid": refusals.invalid,
    "talk": talk.talk,
}


def decide(turn: Turn, inherited: str = "") -> Reply | None:
    """The reply to one clause, or None when it asks nothing that is understood.

    Args:
        turn: The clause with all that is known.
        inherited: The intent to go on with when the clause has none of its own.
    """
    guard = next((name for name in sorted(turn.features) if name.startswith("guard.")), "")
    if guard:
        return refusals.guarded(turn, guard)
    if not turn.features.isdisjoint({"#stranger", "other_vendor"}):
        return refusals.other_topic(turn)
    intent = fitting(turn.service.model["patterns"], turn.features)
    score, entry = turn.ranked[0] if turn.ranked else (0, "")
    if intent == "talk":
        return _greeted(turn, score, entry)
    if intent and not inherited and intent not in _ALWAYS and not about_us(turn):
        return None
    if not intent and _only_named(turn) and (not inherited or inherited == "price"):
        return prices.price(turn)
    if intent:
        reply = _HANDLERS[intent](turn)
        unsure = turn.features.isdisjoint(_CERTAIN) and score >= SAME
        return telling.told(turn, entry, "entry") if unsure and reply.entry != entry else reply
    if inherited:
        return _HANDLERS[inherited](turn)
    return _by_articles(turn, score, entry)


def _greeted(turn: Turn, score: int, entry: str) -> Reply | None:
    """A greeting with a question behind it is a question."""
    person = "talk.human" in turn.features
    if score >= (SAME if person else _ENOUGH) and told_here(turn):
        return telling.told(turn, entry, "entry")
    if len(turn.question.words) > _LONG_GREETING:
        return _by_articles(turn, score, entry)
    return talk.talk(turn) if strangeness(turn) <= int(person) else None


def _only_named(turn: Turn) -> bool:
    """Whether a message only names what is sold ("project manager"), or only asks for prices ("rates")."""
    question, service = turn.question, turn.service
    if not question.words or question.figures:
        return False
    spans = [mention for mention in question.concepts if mention.ids[0] == "price"]
    if "#item" in turn.features and not turn.features - {"#item", "#sale", "#going_on"}:
        spans = list(question.things)
    elif question.things or turn.features - {"price"}:
        return False
    covered = {index for mention in spans for index in range(mention.first, mention.after)}
    fillers = service.words["fillers"] | service.words["stops"]
    return bool(spans) and all(index in covered or word.fold in fillers for index, word in enumerate(question.words))


def _by_articles(turn: Turn, score: int, entry: str) -> Reply | None:
    """What the articles say, when one of them is clearly about the question; a choice of two when it is not clear which."""
    if score < SAME and turn.features.isdisjoint(_OF_PRICES):
        lower = tuple(one for one in turn.ranked if not _sells(turn, one[1]))
        if lower and len(lower) < len(turn.ranked):
            return _by_articles(replace(turn, ranked=lower), *lower[0])
    needed = _ENOUGH if strangeness(turn) else _ENOUGH_OF_OURS
    if score >= SAME or (score >= needed and told_here(turn)):
        rules = turn.service.model["entries"][entry]["rules"]
        sells = _sells(turn, entry)
        if sells and "price" in turn.features and "why" not in turn.features:
            return prices.price(turn) if "#sale" in turn.features or not strangeness(turn) else None
        if sells and "#count" in turn.features:
            return prices.total(turn)
        missing = [rule for rule in rules if rule in turn.service.book["unpublished"]]
        if missing and turn.features >= _NUMBER_IN_CONTRACT:
            return refusals.unpublished(turn, missing[0])
        second, other = turn.ranked[1] if len(turn.ranked) > 1 else (0, "")
        if score < SAME and score - second < _LEAD:
            return _which_entry(turn, (entry, other))
        return telling.told(turn, entry, "entry")
    if "#item" in turn.features and len(turn.question.words) <= _FEW_WORDS and about_us(turn):
        return prices.price(turn)
    return None


def _sells(turn: Turn, entry: str) -> bool:
    """Whether an entry first of all tells prices."""
    first = turn.service.model["entries"][entry]["rules"][:1]
    return any(f"{item}.price" in first for item in turn.service.ids("items"))


def _which_entry(turn: Turn, entries: tuple[str, ...]) -> Reply:
    """The question which of two entries is meant."""
    chips = tuple(Chip(turn.service.links[entry].question, turn.service.links[entry].question) for entry in entries)
    rules = tuple(turn.service.model["entries"][entries[0]]["rules"][:1])
    return Reply(CLARIFY, capital(turn.say("which_entry")), "which_entry", rules=rules, entry=entries[0], reason="which_entry", chips=chips)
