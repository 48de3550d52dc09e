"""Greeting, thanks, asking for a person, starting over. Twin: browser/answers/talk.js."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import refusals
from .reply import ANSWERED, Reply, capital

if TYPE_CHECKING:
    from .reply import Turn

_SEVERAL = 2
#: Intents that leave a talk where it was.
KINDS = {"help", "thanks", "bye", "greeting", "other_topic", "guard"}
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
    every = turn.service.ids("topics")
    topics = [key for key in every if key in named] or every
    reach = {topic: contact for topic in topics if (contact := refusals.contact_of(turn, topic))}
    label = turn.service.label
    lines = [capital(turn.say("human_line", topic=label(topic, _SEVERAL), contact=label(contact))) for topic, contact in reach.items()]
    contacts = tuple(reach.values())
    return Reply(ANSWERED, " ".join([capital(turn.say("talk_human")), *lines]), "human", rules=contacts, entry=turn.home(*contacts))
