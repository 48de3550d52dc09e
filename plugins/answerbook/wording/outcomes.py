"""An outcome told to people: a summary, its order lines, when things happen, and how it was computed. The browser twin tells the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerbook.figures import Money

from .catalogue import Catalogue, catalogue
from .steps import step_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Book
    from answerbook.engine.outcome import Refusal
    from answerbook.language import Language

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Voice:
    """What is needed to speak: how figures are written, the sentences, and what things are called (id → one, other)."""

    format: Language
    catalogue: Catalogue
    labels: Mapping[str, Mapping[str, str]]

    def say(self, key: str, **slots: str | int) -> str:
        """A sentence about an outcome."""
        return self.catalogue.say(f"outcome.{key}", **slots)

    def label(self, thing: str, count: int = 1) -> str:
        """What so many of a thing are called; its id when it has no name."""
        return self.labels.get(thing, {}).get(self.format.plural(count), thing)

    def counted(self, thing: str, count: int) -> str:
        """So many of a thing, in words: the number and its name."""
        return f"{self.format.number(count)} {self.label(thing, count)}"

    def money(self, amount: str, currency: str) -> str:
        """An amount of an outcome as people write it."""
        return self.format.money(Money.parse(amount, currency))


def voice(book: Book, language: Language) -> Voice:
    """The voice of a language, with the book's own words in it."""
    words = book.words.get(language.code, {})
    return Voice(language, catalogue(language.code), {thing: {"one": each.one, "other": each.other} for thing, each in words.items()})


def tell(voice: Voice, outcome: Json) -> Json:
    """The sentences that an answer of ``answerbook quote`` gives rise to.

    Returns:
        ``summary`` always; for an order also ``lines``, ``term``, ``invoice``, ``steps`` and, when the contract ends first,
        ``credit``; for a verdict also ``steps``.
    """
    if "refusal" in outcome:
        return {"summary": refusal_sentence(voice.catalogue, outcome["refusal"])}
    if "verdict" in outcome:
        return {"summary": verdict_sentence(voice, outcome["verdict"]), "steps": step_texts(voice, outcome["steps"])}
    return _tell_quote(voice, outcome)


def _tell_quote(voice: Voice, quote: Json) -> Json:
    day = voice.format.date
    full = voice.money(quote["full"], quote["currency"])
    told: Json = {
        "summary": summary(voice, quote),
        "lines": [line_sentence(voice, line, quote["currency"]) for line in quote["lines"]],
        "term": voice.say("term", **{"from": day(quote["from"]), "to": day(quote["to"])}),
        "invoice": voice.say("invoice", confirm=day(quote["confirm_by"]), invoice=day(quote["invoice_by"])),
        "steps": step_texts(voice, quote["steps"]),
    }
    if "credit" in quote:
        told["credit"] = voice.say("credit", full=full, credit=voice.money(quote["credit"], quote["currency"]))
    return told


def summary(voice: Voice, quote: Json) -> str:
    """An order in one breath: what, how much, from when until when."""
    slots = {
        "what": voice.format.join([voice.counted(line["item"], line["quantity"]) for line in quote["lines"]]),
        "total": voice.money(quote["total"], quote["currency"]),
        "full": voice.money(quote["full"], quote["currency"]),
        "from": voice.format.date(quote["from"]),
        "to": voice.format.date(quote["to"]),
    }
    return voice.say("summary_part" if "credit" in quote else "summary", **slots)


def line_sentence(voice: Voice, line: Json, currency: str) -> str:
    """One order line: what, the price of one, and what it comes to."""
    key = "line_part" if line["days"] < line["of_days"] else "line_each" if line["quantity"] > 1 else "line"
    return voice.say(
        key,
        what=voice.counted(line["item"], line["quantity"]),
        unit=voice.money(line["unit_price"], currency),
        amount=voice.money(line["amount"], currency),
        days=voice.format.number(line["days"]),
        of=voice.format.number(line["of_days"]),
    )


def verdict_sentence(voice: Voice, verdict: Json) -> str:
    """Where own use stands. An action without a sentence of its own is named by its label."""
    ratio, action = voice.format.multiple(verdict["ratio"]), verdict["action"]
    if voice.catalogue.has(f"outcome.verdict_{action}"):
        return voice.say(f"verdict_{action}", ratio=ratio)
    return voice.say("verdict_other", ratio=ratio, action=voice.labels.get(action, {}).get("one", action.replace("_", " ")))


def refusal_sentence(sentences: Catalogue, refusal: Mapping[str, Any]) -> str:
    """Why there is no figure. What is missing has a sentence of its own where that helps."""
    missing = [f"outcome.refusal_missing_{name}" for name in refusal.get("missing", ()) if refusal["code"] == "missing_input"]
    return sentences.say(next(filter(sentences.has, missing), f"outcome.refusal_{refusal['code']}"))


def refusal_text(refusal: Refusal, sentences: Catalogue) -> str:
    """Why there is no figure, for a refusal straight from the engine."""
    return refusal_sentence(sentences, {"code": refusal.code, "missing": refusal.missing})
