"""The steps of a proof in plain words: how an outcome was computed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from answerbook.book.compile import decimal_text
from answerbook.figures import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outcomes import Voice

Step = dict[str, Any]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def step_texts(voice: Voice, steps: Sequence[Step]) -> list[str]:
    """A sentence for each step, in order."""
    currency = next((step["in"][1] for step in steps if step["op"] == "price"), "")
    told = []
    for step in steps:
        moves_a_day = step["op"] == "add" and _DAY.fullmatch(str(step["in"][0])) is not None
        told.append(_deadline(voice, step) if moves_a_day else _TELL[step["op"]](voice, step, currency))
    return told


def _price(voice: Voice, step: Step, currency: str) -> str:
    item, _, day = step["in"]
    return voice.say("step_price", what=voice.counted(item, 1), day=voice.format.date(day), amount=voice.money(step["out"], currency))


def _term_end(voice: Voice, step: Step, _currency: str) -> str:
    start, period = step["in"]
    day = voice.format.date
    return voice.say("step_term_end", period=voice.format.period(Period.parse(period)), day=day(start), last=day(step["out"]))


def _days(voice: Voice, step: Step, _currency: str) -> str:
    first, last = step["in"]
    days = voice.format.period(Period(step["out"], "D"))
    return voice.say("step_days", first=voice.format.date(first), last=voice.format.date(last), days=days)


def _ratio(voice: Voice, step: Step, _currency: str) -> str:
    own, average = step["in"]
    if isinstance(own, int):
        return voice.say("step_share", used=voice.format.number(own), full=voice.format.number(average))
    return voice.say("step_ratio", own=_number(voice, own), average=_number(voice, average), ratio=voice.format.multiple(step["out"]))


def _number(voice: Voice, text: str) -> str:
    """A use as people write it, exactly: it came from a decimal."""
    return voice.format.number(decimal_text(Fraction(text)))


def _min(voice: Voice, step: Step, _currency: str) -> str:
    first, second = step["in"]
    if _DAY.fullmatch(first):
        key = "step_contract_first" if step["out"] != first else "step_term_first"
        return voice.say(key, end=voice.format.date(step["out"]), contract=voice.format.date(second))
    return voice.say("step_within" if step["out"] == first else "step_above", limit=voice.format.multiple(second))


def _max(voice: Voice, step: Step, _currency: str) -> str:
    values = voice.format.join([_number(voice, str(value)) for value in step["in"]])
    return voice.say("step_max", out=_number(voice, str(step["out"])), values=values)


def _multiply(voice: Voice, step: Step, currency: str) -> str:
    amount, factor = step["in"]
    if isinstance(factor, int):
        what = voice.counted(step["rule"].removesuffix(".price"), factor)
        unit, product = voice.money(amount, currency), voice.money(step["out"], currency)
        return voice.say("step_multiply", count=factor, what=what, number=voice.format.number(factor), unit=unit, amount=product)
    share = "/".join(voice.format.number(part) for part in factor.split("/"))
    return voice.say("step_pro_rata", amount=voice.money(amount, currency), share=share)


def _round(voice: Voice, step: Step, currency: str) -> str:
    return voice.say("step_round", amount=voice.money(step["out"], currency), unit=voice.money(step["in"][1], currency))


def _add(voice: Voice, step: Step, currency: str) -> str:
    amounts = [voice.money(amount, currency) for amount in step["in"]]
    total = voice.money(step["out"], currency)
    return (
        voice.say("step_sum", amounts=voice.format.join(amounts), amount=total)
        if len(amounts) > 1
        else voice.say("step_total", amount=total)
    )


def _subtract(voice: Voice, step: Step, currency: str) -> str:
    full, total = (voice.money(amount, currency) for amount in step["in"])
    return voice.say("step_credit", full=full, total=total, amount=voice.money(step["out"], currency))


def _deadline(voice: Voice, step: Step) -> str:
    """When the confirmation or the invoice comes."""
    period = Period.parse(step["in"][1])
    key = "step_invoice" if step["rule"].endswith(".invoice") else "step_confirm"
    day = voice.format.date(step["out"])
    return voice.say(key, period=voice.format.period(period), day=day) if period.count else voice.say(f"{key}_same_day", day=day)


_TELL = {
    "price": _price,
    "term_end": _term_end,
    "days": _days,
    "ratio": _ratio,
    "min": _min,
    "max": _max,
    "multiply": _multiply,
    "round": _round,
    "add": _add,
    "subtract": _subtract,
}
