"""One answered question, before it is JSON, and what a handler gets to answer it. Twin: browser/answers/reply.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .question import Question
    from .service import Service
    from .situation import Situation

ANSWERED, CLARIFY, ABSTAINED = "answered", "clarify", "abstained"


@dataclass(frozen=True, slots=True)
class Chip:
    """A reply to tap: what is shown, and the question it asks."""

    label: str
    q: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to one question; ``entry`` is the entry that tells more.

    ``steps`` prove the figures; ``proof`` holds values and prose of the book that stand in the text.
    """

    status: str
    text: str
    intent: str
    figures: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    entry: str = ""
    reason: str = ""
    chips: tuple[Chip, ...] = ()
    steps: tuple[dict[str, Any], ...] = ()
    proof: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One question to answer: with what was inherited from the talk, the entries ranked for it, and the day it is asked."""

    service: Service
    question: Question
    situation: Situation
    features: frozenset[str]
    ranked: tuple[tuple[int, str], ...]
    today: str

    def say(self, key: str, **slots: Any) -> str:
        """A message of the assistant."""
        return self.service.say("answers." + key, **slots)

    def home(self, *rules: str) -> str:
        """The entry to send a reader to for a rule: the one that names it first, of several such the one the question is most like."""
        held = self.service.model["entries"]
        for rule in rules:
            about = [
                (held[entry]["rules"].index(rule), rank, entry)
                for rank, (_, entry) in enumerate(self.ranked)
                if rule in held[entry]["rules"]
            ]
            if about:
                return min(about)[2]
        return ""

    def money(self, amount: str, currency: str = "") -> str:
        """An amount as it is written."""
        return str(self.service.format.money(amount, currency or self.service.book["currency"]))

    def figure(self, amount: str, currency: str = "") -> str:
        """An amount as it is reported: ``EUR 950.00``."""
        return f"{currency or self.service.book['currency']} {amount}"


def capital(text: str) -> str:
    """A sentence with its first letter in upper case."""
    return text[:1].upper() + text[1:]
