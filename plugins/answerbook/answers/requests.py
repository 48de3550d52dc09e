"""A question in, a reply with its proof out: the JSON edge of the assistant. Twin: browser/answers/requests.js."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from answerbook.calendar import is_day
from answerbook.findings import RequestError

from . import clauses, dialogue, entries, question, refusals, situation, talk, text
from .anchoring import strangeness
from .deciding import SAME, decide
from .features import features
from .patterns import fitting
from .reply import ABSTAINED, ANSWERED, CLARIFY, Reply, Turn, capital
from .selfcheck import unproven

if TYPE_CHECKING:
    from .question import Question
    from .service import Service
    from .situation import Situation

_LOG = logging.getLogger(__name__)
_MOST_QUESTIONS = 4
_MOST_CHIPS = 4
_ASKED_ENOUGH = 2


def ask(service: Service, request: dict[str, Any]) -> dict[str, Any]:
    """The answer to ``{"q", "today"?, "state"?}`` as JSON. Raises RequestError for a malformed request."""
    asked, today = _text(request, "q"), _today(service, request)
    state = request.get("state")
    if state is not None and not isinstance(state, dict):
        message = "wrong_type: state"
        raise RequestError(message)
    try:
        whole = question.read(service, text.clean(asked), today)
        turn = _turn(service, whole, situation.Situation(), today)
        if _starts_over(turn):
            return _json(service, [talk.talk(turn)], [], ("", situation.Situation()), 0)
        return _answered(service, whole, today, state or {})
    except Exception:  # noqa: BLE001 - a mistake of ours in one question never ends a stream, and never becomes a figure
        _LOG.exception("a question could not be answered")
        sorry = Reply(ABSTAINED, capital(service.say("answers.unproven")), "other_topic", reason="unproven")
        return _json(service, [sorry], [], ("", situation.Situation()), 0)


def _starts_over(turn: Turn) -> bool:
    """Whether a message only asks to start over."""
    guarded = any(feature.startswith("guard.") for feature in turn.features)
    return turn.question.has("talk.restart") and not (guarded or turn.question.things or strangeness(turn))


def _text(request: dict[str, Any], name: str) -> str:
    value = request.get(name)
    if value is None:
        message = f"missing_field: {name}"
        raise RequestError(message)
    if not isinstance(value, str):
        message = f"wrong_type: {name}"
        raise RequestError(message)
    return value


def _today(service: Service, request: dict[str, Any]) -> str:
    value = request.get("today")
    if value is None:
        return service.today
    if not isinstance(value, str) or not is_day(value):
        message = "wrong_type: today"
        raise RequestError(message)
    return value


def _turn(service: Service, clause: Question, told: Situation, today: str) -> Turn:
    familiar = {word.stem for mention in clause.concepts for word in clause.words[mention.first : mention.after]}
    ranked = entries.ranking(
        service.model, service.told, entries.terms(clause.words, clause.concepts, clause.things, service.words["stops"]), familiar
    )
    return Turn(service, clause, told, features(service, clause, told), tuple(ranked), today)


def _answered(service: Service, whole: Question, today: str, state: dict[str, Any]) -> dict[str, Any]:
    """Every clause in order, each building on what was said before it."""
    intent, told = dialogue.remembered(service, state)
    replies: list[tuple[Reply, Question]] = []
    refused: list[str] = []
    for clause in _questions(service, whole, today):
        before = (intent, told)
        reply, told = _reply(service, clause, before, today, bool(state) or bool(replies))
        intent, told = before if reply.intent in talk.KINDS else (_goes_on(service, clause, told, reply), told)
        if reply.status == ABSTAINED:
            refused.append(clause.said())
        if all(reply.text != other.text for other, _ in replies):
            replies.append((reply, clause))
    asked: Any = state.get("asked")
    asked = int(asked) if not isinstance(asked, bool) and asked in (0, 1, _ASKED_ENOUGH) else 0
    said = [reply for reply, _ in replies]
    lead = next((reply.intent for reply in said if reply.status != ABSTAINED), "")
    return _json(service, said, refused, (lead if lead in dialogue.GOES_ON and len(said) > 1 else intent, told), asked)


def _goes_on(service: Service, clause: Question, told: Situation, reply: Reply) -> str:
    """The intent that a next message may go on with; after a day that does not exist, the one there would have been."""
    if reply.intent != "invalid":
        return reply.intent if reply.intent in dialogue.GOES_ON else ""
    wanted = fitting(service.model["patterns"], features(service, clause, told) - {"#invalid"})
    return wanted if wanted in dialogue.GOES_ON else ""


def _questions(service: Service, whole: Question, today: str) -> list[Question]:
    """The clauses that ask something, each with what was told around it that asks nothing; the whole message when it cannot be parted."""
    parts = clauses.split(service, whole)
    if len(parts) <= 1 or _is_known(service, whole, today):
        return [whole]
    ends: list[int] = []
    open_from = whole.start
    for part in parts:
        if not clauses.asks(service, part):
            continue
        leans = part.start == open_from and _points_back(service, part)
        if leans and not ends:
            continue
        if leans:
            ends[-1] = part.end
        else:
            ends.append(part.end)
        open_from = part.end
    if len(ends) <= 1 or len(ends) > _MOST_QUESTIONS:
        return [whole]
    starts = [whole.start, *ends[:-1]]
    return [question.clause(whole, start, end) for start, end in zip(starts, [*ends[:-1], whole.end], strict=True)]


def _points_back(service: Service, part: Question) -> bool:
    """Whether a clause only judges what was said before ("is that all right?"): it points back and asks nothing itself."""
    if not part.has("back") or part.things or part.figures:
        return False
    return not fitting(service.model["patterns"], {mention.ids[0] for mention in part.concepts} | {"#sale"})


def _is_known(service: Service, whole: Question, today: str) -> bool:
    """Whether the whole message is, nearly word for word, a question of the articles."""
    ranked = _turn(service, whole, situation.Situation(), today).ranked
    return bool(ranked) and ranked[0][0] >= SAME


def _reply(service: Service, clause: Question, before: tuple[str, Situation], today: str, going_on: bool) -> tuple[Reply, Situation]:
    """The reply to one clause and the situation it leaves behind."""
    intent, old = before
    fresh = dialogue.completed(clause, intent, old, situation.read(service, clause))
    turn, inherited = _turn(service, clause, fresh, today), ""
    if going_on:
        if old.about and not clause.things and dialogue.says_nothing_new(service, clause):
            turn = _turn(service, question.about(clause, old.about), fresh, today)
            return _checked(turn, decide(turn, "") or refusals.other_topic(turn)), replace(fresh, about=old.about)
        follows = dialogue.follows(clause, fresh) and (bool(clause.things) or not strangeness(turn))
        follows = follows and (intent == "verdict" or not fresh.multiple)
        told = dialogue.merged(clause, old, fresh) if follows or dialogue.leads_on(clause) or not clause.things else fresh
        held = turn.features | {"#going_on"}
        told = told if clause.things else replace(told, about=old.about)
        if follows:
            told = replace(told, amounts=fresh.amounts or old.amounts)
            inherited = _continued(intent, told, held)
        elif dialogue.says_nothing_new(service, clause) and not (fresh.multiple or fresh.puzzle):
            held |= dialogue.still_there(told)
        turn = replace(turn, situation=told, features=held)
    reply = decide(turn, inherited) or refusals.other_topic(turn)
    return _checked(turn, reply), turn.situation


def _continued(intent: str, told: Situation, held: frozenset[str]) -> str:
    """The intent that a follow-up goes on with, for what is known by now."""
    if "budget" in held and told.amounts:
        return "budget"
    if intent in {"price", "total", "prorate"} or (not intent and "#item" in held) or ("price" in held and intent != "budget"):
        if told.contract_end or (told.month and intent == "prorate"):
            return "prorate"
        return "total" if told.counts or told.loose else "price"
    return "price" if intent == "budget" and not told.amounts else intent


def _checked(turn: Turn, reply: Reply) -> Reply:
    """The reply when every figure in it is proven, else that nothing can be said for certain."""
    if unproven(turn.service.book, reply, [turn.question.said(), turn.today, *dialogue.figures_of(turn.situation)]):
        return Reply(ABSTAINED, capital(turn.say("unproven")), reply.intent, entry=reply.entry, reason="unproven")
    return reply


def _json(service: Service, replies: list[Reply], refused: list[str], left: tuple[str, Situation], asked: int) -> dict[str, Any]:
    statuses = [reply.status for reply in replies]
    status = ANSWERED if ANSWERED in statuses else CLARIFY if CLARIFY in statuses else ABSTAINED
    spoken = [reply for reply in replies if reply.status != ABSTAINED] or replies
    lead = spoken[0]
    found: dict[str, Any] = {
        "status": status,
        "text": "\n\n".join(reply.text for reply in replies),
        "figures": [] if status == ABSTAINED else list(dict.fromkeys(figure for reply in spoken for figure in reply.figures)),
        "rules": list(dict.fromkeys(rule for reply in replies for rule in reply.rules if rule in service.book["rules"])),
        "article": next((service.links[reply.entry].url for reply in (lead, *replies) if reply.entry in service.links), ""),
        "intent": lead.intent,
        "chips": _chips(replies),
        "steps": [step for reply in replies for step in reply.steps],
        "state": {**dialogue.to_state(*left), **({"asked": min(asked + 1, _ASKED_ENOUGH)} if status == CLARIFY else {})},
    }
    if lead.reason:
        found["reason"] = lead.reason
    if status != ABSTAINED and refused:
        found["refused"] = refused
    return found


def _chips(replies: list[Reply]) -> list[dict[str, str]]:
    chips = {chip.q: {"label": chip.label, "q": chip.q} for reply in replies for chip in reply.chips}
    return list(chips.values())[:_MOST_CHIPS]
