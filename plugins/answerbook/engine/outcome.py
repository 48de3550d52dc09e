"""What the engine answers with: an outcome that carries its proof, or a refusal with a reason code."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NoReturn

#: A value in a step: a count, or text (a decimal amount, a fraction in lowest terms, an ISO day or period, an id).
StepValue = int | str

#: The ten operations a proof is made of.
OPS = ("price", "add", "subtract", "multiply", "ratio", "days", "term_end", "min", "max", "round")


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of a proof: ``op`` applied to ``inputs`` gives ``out``; ``rule`` is why it is done."""

    op: str
    inputs: tuple[StepValue, ...]
    out: StepValue
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """One order line. Amounts are decimals as text; ``days`` of ``of_days`` are charged (both ends counted)."""

    item: str
    quantity: int
    unit_price: str
    days: int
    of_days: int
    amount: str
    rule: str
    source: str
    dated_from: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of an order: ``starts``..``ends`` both included; ``full`` is the price of the uncapped term.

    ``credit`` is ``full`` less ``total`` when the contract ends first, else None.
    """

    lines: tuple[Line, ...]
    total: str
    full: str
    credit: str | None
    currency: str
    starts: str
    ends: str
    confirm_by: str
    invoice_by: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where own use stands against a policy: the zone, the ratio (fraction in lowest terms) and the action; never an amount."""

    zone: str
    ratio: str
    action: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no figure: a code of ``REFUSALS``, what is missing, and the rule that says so where one does."""

    code: str
    missing: tuple[str, ...] = ()
    rule: str | None = None


#: Every reason code, in the words of the domain.
REFUSALS = {
    "unknown_item": "the book sells nothing of that id",
    "unknown_policy": "the book has no policy of that id",
    "currency_not_offered": "there is no list price in that currency, and nothing is converted",
    "cycle_not_offered": "it is not sold per that cycle",
    "quote_only": "no amount is published; the price is given on request",
    "before_first_price": "the order date lies before the first price",
    "order_after_contract_end": "the contract ends before the order date",
    "quantity_zero": "nothing is ordered",
    "quantity_negative": "a quantity below zero",
    "quantity_fractional": "a part of a seat",
    "quantity_too_large": "more digits than a quantity may have",
    "quantity_below_minimum": "fewer than are sold at once",
    "mixed_terms": "the items are sold on different terms, so they do not fit in one order",
    "invalid_date": "the day does not exist or lies outside the calendar",
    "not_measurable": "own use cannot be measured without an average to compare it with",
    "missing_input": "something needed for the answer was not given",
}


class Refused(Exception):  # noqa: N818 - an outcome on its way up, not an error
    """Carries a refusal out of the middle of a computation; never leaves the engine."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def refuse(code: str, rule: str | None = None, missing: tuple[str, ...] = ()) -> NoReturn:
    """Stop computing: there is no figure, for this reason."""
    raise Refused(Refusal(code, missing, rule))


def to_json(outcome: Quote | Verdict | Refusal) -> dict[str, Any]:
    """The outcome as ``answerbook quote`` prints it; absent keys are left out."""
    if isinstance(outcome, Refusal):
        missing = {"missing": list(outcome.missing)} if outcome.missing else {}
        return {"refusal": {"code": outcome.code, **missing}}
    steps = [{"op": step.op, "in": list(step.inputs), "out": step.out, "rule": step.rule} for step in outcome.steps]
    if isinstance(outcome, Verdict):
        return {"verdict": {"zone": outcome.zone, "ratio": outcome.ratio, "action": outcome.action}, "steps": steps}
    found = {
        "lines": [asdict(line) for line in outcome.lines],
        "total": outcome.total,
        "full": outcome.full,
        "currency": outcome.currency,
        "from": outcome.starts,
        "to": outcome.ends,
        "confirm_by": outcome.confirm_by,
        "invoice_by": outcome.invoice_by,
        "steps": steps,
    }
    return found if outcome.credit is None else {**found, "credit": outcome.credit}
