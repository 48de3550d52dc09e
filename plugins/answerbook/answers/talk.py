"""Greeting, thanks, asking for a person, starting over. Twin: browser/answers/talk.js."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import refusals
from .reply import ANSWERED, Reply, capital

if TYPE_CHECKING:
    from .reply import Turn

_ORDER = ("restart", "human", "help", "thanks", "bye", "greeting")


def talk(turn: Turn) -> Reply:
    """A friendly word back, and what can be asked."""
    kind = next(name for name in _ORDER if "talk." + name in turn.features)
    if kind == "human":
        return human(turn)
    chips = refusals.offers(turn) if kind in {"restart", "help", "greeting"} else ()
    return Reply(ANSWERED, capital(turn.say("talk_" + kind)), kind, chips=chips)


def human(turn: Turn) -> Reply:
    """Whom to talk to, of each topic or of the one named."""
    named = turn.question.named()
    topics = [key for key in turn.service.book["topics"] if key in named] or list(turn.service.book["topics"])
    contacts = [contact for topic in topics if (contact := refusals.contact_of(turn, topic))]
    if "sale" in turn.service.book["topics"].get(topics[0], {}) and len(topics) > 1:
        contacts = contacts[: len(topics)]
    text = " ".join([capital(turn.say("talk_human")), *(refusals.whom(turn, contact) for contact in contacts)])
    rules = tuple(contacts[:1]) if len(topics) == 1 else tuple(contacts)
    return Reply(ANSWERED, text, "human", rules=rules, entry=turn.home(*contacts))
