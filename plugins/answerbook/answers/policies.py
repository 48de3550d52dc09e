"""Fair use and add-ons: where the limit is, whether a use is within it, what has no published price. Twin: browser/answers/policies.js."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from . import refusals, telling
from .figuring import decimal
from .figuring import verdict as yes_or_no
from .reply import ABSTAINED, ANSWERED, Reply, capital

if TYPE_CHECKING:
    from .reply import Turn

_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
#: What the engine may say is to be done, where there is a sentence for it.
_ACTIONS = {"nothing", "talk_to_us"}


def policy(turn: Turn) -> str:
    """The policy a question is about: named, of the topic named, else the first of the book."""
    every, named = turn.service.ids("policies"), turn.question.named()
    by_name = [key for key in every if key in named]
    by_topic = [key for key in every if turn.service.topic_of(key) in named]
    return next(iter([*by_name, *by_topic, *every]), "")


def verdict(turn: Turn) -> Reply:
    """Where a use stands against a policy: from a multiple of the average, or from a use and an average."""
    about = policy(turn)
    if not about:
        return telling.best(turn, "verdict")
    situation = turn.situation
    if situation.often or not (situation.own or situation.multiple):
        return unmeasurable(turn)
    given = (situation.own, situation.average) if situation.own else (situation.multiple,)
    if not all(_PLAIN.fullmatch(number) for number in given):
        return unmeasurable(turn)
    limit = decimal(turn.service.book["policies"][about]["limit"])
    rules = (f"{about}.limit",)
    spoken = turn.service.format.multiple(limit)
    if situation.multiple and not turn.features.isdisjoint({"limit", "max", "claim", "free"}) and "use" not in turn.features:
        text = yes_or_no(turn, turn.say("limit", limit=spoken), right=Fraction(situation.multiple) == Fraction(limit))
        return Reply(ANSWERED, capital(text), "limit", (f"{limit}x",), rules, turn.home(*rules))
    own, average = (situation.own, situation.average) if situation.own else (situation.multiple, "1")
    answer = turn.service.answer({"measure": {"policy": about, "own": own, "average": average}}, turn.today)
    if "refusal" in answer:
        if answer["refusal"]["code"] == "not_measurable":
            return unmeasurable(turn)
        return refusals.impossible(turn, answer["refusal"]["code"], "verdict")
    found = answer["verdict"]
    last = turn.service.book["policies"][about]["zones"][-1]["id"]
    key = "verdict_above" if found["zone"] == last else "verdict_within"
    write = turn.service.format
    # A ratio of two numbers may have no end of decimals: then the two are told as they were given.
    use = (
        turn.say("use_of", own=write.number(own), average=write.number(average))
        if situation.own
        else turn.say("use_times", ratio=write.multiple(own))
    )
    text = capital(turn.say(key, use=use, limit=spoken, policy=turn.service.label(about)))
    if found["action"] in _ACTIONS and found["action"] != "nothing":
        text += " " + capital(turn.say("action_" + found["action"]))
    return Reply(ANSWERED, text, "verdict", (f"{limit}x",), rules, turn.home(*rules), steps=tuple(answer["steps"]))


def limit(turn: Turn) -> Reply:
    """What the limit of a policy is; a use without limit is denied first."""
    about = policy(turn)
    rules = (f"{about}.limit",)
    entry = turn.home(*rules)
    if not entry:
        return telling.best(turn, "limit")
    figure = decimal(turn.service.book["policies"][about]["limit"]) + "x"
    opening = turn.say("not_unlimited") if "unlimited" in turn.features else ""
    return telling.told(turn, entry, "limit", figures=(figure,), rules=rules, opening=opening)


def unmeasurable(turn: Turn) -> Reply:
    """What is average: nobody is measured against a number; the limit and what counts are told instead."""
    about = policy(turn)
    rules = (f"{about}.limit",)
    entry = turn.home(*rules)
    if not entry:
        return telling.best(turn, "average")
    return telling.told(turn, entry, "average", figures=(), rules=rules, opening=turn.say("no_average"))


def quote_only(turn: Turn) -> Reply:
    """What an add-on costs is not published: what is known of its price, and whom to ask."""
    named = turn.question.named()
    about = next(key for key in turn.service.ids("add_ons") if key in named)
    rule = f"{about}.price"
    entry = turn.home(rule)
    if entry:
        reply = telling.told(turn, entry, "quote_only", figures=(), rules=(rule,))
        return Reply(
            ABSTAINED, reply.text, reply.intent, rules=reply.rules, entry=entry, reason="quote_only", chips=reply.chips, proof=reply.proof
        )
    contact = refusals.whom(turn, turn.service.book["add_ons"][about]["ask"])
    text = f"{capital(turn.say('quote_only', thing=turn.service.label(about)))} {contact}"
    return Reply(ABSTAINED, text, "quote_only", rules=(rule,), reason="quote_only")
