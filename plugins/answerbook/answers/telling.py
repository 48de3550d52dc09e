"""What an entry of the articles says, as a reply: its first words and those the question is about. Twin: browser/answers/telling.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import entries
from .figuring import decimal, period_figure
from .reply import ABSTAINED, ANSWERED, Chip, Reply, capital
from .service import terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .reply import Turn
    from .service import Service

#: Length at which a reply is long enough, and at which it is too long, in code points.
_ENOUGH = 160
_LONGEST = 900
_MOST_CHIPS = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its list: text as told today, the rules it rests on, figures by kind, entries it links to.

    ``proof`` holds what the text is made of: the article's own words and the machine values of its references.
    """

    text: str
    rules: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    proof: tuple[str, ...]


def best(turn: Turn, intent: str) -> Reply:
    """The entry the question is most like, told."""
    return told(turn, turn.ranked[0][1], intent)


def told(  # noqa: PLR0913 - each names one thing that a caller knows better
    turn: Turn,
    entry: str,
    intent: str,
    *,
    figures: tuple[str, ...] | None = None,
    rules: tuple[str, ...] = (),
    opening: str = "",
) -> Reply:
    """An entry as a reply; ``figures`` are those its text holds of the kind that was asked for unless given."""
    passages = chosen(turn, entry)
    if not passages:
        return Reply(ABSTAINED, capital(turn.say("unproven")), intent, entry=entry, reason="unproven")
    text = "\n".join(passage.text for passage in passages)
    cited = tuple(dict.fromkeys([*rules, *(rule for passage in passages for rule in passage.rules)])) or _rules(turn.service, entry)
    asked = _asked_kinds(turn.features)
    held = tuple(dict.fromkeys(figure for passage in passages for kind, figure in passage.figures if kind in asked))
    links = dict.fromkeys(link for passage in passages for link in passage.links if link != entry)
    chips = tuple(Chip(question, question) for link in list(links)[:_MOST_CHIPS] if (question := turn.service.links[link].question))
    proof = tuple(one for passage in passages for one in passage.proof)
    return Reply(
        ANSWERED, f"{opening} {text}".strip(), intent, held if figures is None else figures, cited, entry, chips=chips, proof=proof
    )


def _rules(service: Service, entry: str) -> tuple[str, ...]:
    """The rules of an entry that are told by it, not those that only say what is not published."""
    rules = service.model["entries"][entry]["rules"]
    return tuple(rule for rule in rules if rule not in service.book["unpublished"]) or tuple(rules)


def _asked_kinds(features: Iterable[str]) -> set[str]:
    """The kinds of figures a question asks for."""
    named, kinds = set(features), set()
    if "price" in named:
        kinds.add("money")
    if named & {"how_long", "when", "valid"}:
        kinds |= {"period", "date"}
    if named & {"limit", "how_many", "max", "unlimited", "#policy"}:
        kinds.add("multiple")
    if named & {"uptime", "how_many", "#percent"}:
        kinds.add("percent")
    return kinds


def chosen(turn: Turn, entry: str) -> list[Passage]:
    """The passages of an entry to tell: the first, a second when that is short, and the one most like the question."""
    every = passages(turn.service, entry, turn.today)
    if not every:
        return []
    marks = [_likeness(turn, passage.text) for passage in every]
    top = max(range(len(every)), key=lambda index: (marks[index], -index))
    wanted = {0, top} if marks[top] > marks[0] else {0}
    if len(every) > 1 and len(wanted) == 1 and len(every[0].text) < _ENOUGH:
        wanted.add(1)
    kept: list[Passage] = []
    for index in sorted(wanted):
        if not kept or sum(len(passage.text) for passage in kept) + len(every[index].text) <= _LONGEST:
            kept.append(every[index])
    return kept


def _likeness(turn: Turn, text: str) -> int:
    """How much of the question a passage holds, in the weights of the entries' terms."""
    service = turn.service
    held = terms_of(service.words, service.concepts, service.things, text)
    question = turn.question
    asked = entries.terms(question.words, question.concepts, question.things, service.words["stops"])
    return sum(service.model["weights"].get(term, 0) for term in asked if term in held)


def passages(service: Service, entry: str, today: str) -> list[Passage]:
    """The passages of an entry with their references told for today."""
    grouped: list[list[dict[str, Any]]] = []
    for block in service.model["entries"][entry]["blocks"]:
        if block.get("item") and grouped:
            grouped[-1].append(block)
        else:
            grouped.append([block])
    return [passage for blocks in grouped if (passage := _passage(service, blocks, today)) is not None]


def _passage(service: Service, blocks: list[dict[str, Any]], today: str) -> Passage | None:
    """The passage as told today; None when it rests on a figure that the book does not have on that day."""
    try:
        return _resolved(service, blocks, today)
    except LookupError:
        return None


def _resolved(service: Service, blocks: list[dict[str, Any]], today: str) -> Passage:
    lines, rules, figures, links, proof = [], [], [], [], []
    for block in blocks:
        line = ""
        for segment in block["segments"]:
            if isinstance(segment, str):
                line += segment
                proof.append(segment)
            elif "entry" in segment:
                line += service.links[segment["entry"]].question
                proof.append(service.links[segment["entry"]].question)
                links.append(segment["entry"])
            else:
                value = service.value(segment["ref"], today)
                line += written(service, value)
                proof.append(reported(value))
                if not segment["ref"].startswith("examples."):
                    rules.append(value.rule)
                    figures.append((value.kind, reported(value)))
        lines.append(("• " if block.get("item") else "") + line)
        rules += block.get("cited", [])
    return Passage("\n".join(lines), tuple(dict.fromkeys(rules)), tuple(figures), tuple(dict.fromkeys(links)), tuple(proof))


def written(service: Service, value: Any) -> str:
    """A value of the book as it is written in the language."""
    write = service.format
    if value.kind == "money":
        return str(write.money(value.value, value.currency))
    forms = {"date": write.date, "period": write.period, "multiple": write.multiple, "percent": write.percent, "count": write.number}
    return str(forms[value.kind](value.value)) if value.kind in forms else str(value.value)


def reported(value: Any) -> str:
    """A value of the book as it is reported in ``figures``."""
    if value.kind == "money":
        return f"{value.currency} {value.value}"
    if value.kind == "period":
        return period_figure(value.value)
    if value.kind == "multiple":
        return decimal(value.value) + "x"
    return str(value.value) + ("%" if value.kind == "percent" else "")


def day_month(turn: Turn, iso: str) -> str:
    """A day without its year: ``1 April``."""
    return str(turn.service.format.day_month(iso))
