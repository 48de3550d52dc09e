"""The second opinion: it accepts what the engine proves and nothing else."""

from __future__ import annotations

import copy
import random
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from answerbook.book import compile_book
from answerbook.engine import verify as module
from answerbook.engine.requests import answer
from answerbook.engine.verify import verify, verify_answer

DICE = random.Random(7)  # noqa: S311 - tampering needs no secrecy
REQUESTS = [
    ("demo", {"buy": [{"item": "seats.admin", "quantity": 1}], "order": "2026-04-01"}),
    ("demo", {"buy": [{"item": "seats.admin", "quantity": 3}, {"item": "seats.manager", "quantity": 2}], "order": "2026-04-01"}),
    ("demo", {"buy": [{"item": "seats.admin", "quantity": 2}], "order": "2026-04-01", "contract_end": "2026-10-31"}),
    ("demo", {"buy": [{"item": "seats.admin", "quantity": 2}], "order": "2026-04-01", "contract_end": "2028-10-31"}),
    (
        "demo",
        {
            "buy": [{"item": "seats.admin", "quantity": 1}, {"item": "seats.manager", "quantity": 1}],
            "order": "2024-02-29",
            "contract_end": "2024-03-01",
        },
    ),
    ("demo", {"measure": {"policy": "support.fair_use", "own": 90, "average": 30}}),
    ("demo", {"measure": {"policy": "support.fair_use", "own": "7.25", "average": 2}}),
    ("studio", {"buy": [{"item": "desks.fixed", "quantity": 7}], "order": "2026-04-01", "contract_end": "2026-06-30", "currency": "JPY"}),
    ("studio", {"buy": [{"item": "passes.day", "quantity": 5}], "order": "2027-01-31"}),
    ("studio", {"measure": {"policy": "help.questions", "own": 9, "average": 2}}),
]


@pytest.fixture(scope="module")
def answered(demo, studio):
    books = {"demo": demo, "studio": studio}
    return [(compile_book(books[name]), request, answer(books[name], request)) for name, request in REQUESTS]


def test_it_accepts_what_the_engine_proves(answered) -> None:
    for book, request, got in answered:
        assert verify(book, got["steps"]) == []
        assert verify_answer(book, request, got) == []


def other(value: object, rules: list[str], dice: random.Random) -> object:
    """Another value of the same kind: what a tamperer or a slip would write."""
    text = str(value)
    if isinstance(value, int):
        return value + dice.choice((-1, 1, 10))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return f"{text[:8]}{int(text[8:]) % 27 + 1:02d}"
    if re.fullmatch(r"P\d+[DWMY]", text):
        return f"P{int(text[1:-1]) + 1}{text[-1]}"
    if re.fullmatch(r"-?\d+\.\d+", text):
        return str(Decimal(text) + Decimal("0.01"))
    if re.fullmatch(r"\d+(/\d+)?", text):
        return str(Fraction(text) + 1)
    if text in rules:
        return dice.choice([rule for rule in rules if rule != text])
    return text + "x"


def mutations(steps: list[dict], rules: list[str], dice: random.Random):
    """Every single field of every step changed, and every step left out whose outcome no other step has."""
    for number, step in enumerate(steps):
        others = steps[:number] + steps[number + 1 :]
        if step["out"] not in [one["out"] for one in others]:
            yield others, f"without step {number}"
        for op in ("price", "add", "subtract", "multiply", "ratio", "days", "term_end", "min", "max", "round"):
            if op != step["op"]:
                yield _with(steps, number, "op", op), f"step {number} as {op}"
        for rule in rules:
            if rule != step["rule"]:
                yield _with(steps, number, "rule", rule), f"step {number} by {rule}"
        yield _with(steps, number, "out", other(step["out"], rules, dice)), f"another outcome of step {number}"
        for place, value in enumerate(step["in"]):
            changed = copy.deepcopy(step["in"])
            changed[place] = other(value, rules, dice)
            yield _with(steps, number, "in", changed), f"input {place} of step {number}"


def _with(steps: list[dict], number: int, key: str, value: object) -> list[dict]:
    changed = copy.deepcopy(steps)
    changed[number][key] = value
    return changed


def same_figures(steps: list[dict], changed: list[dict]) -> bool:
    return [(step["in"], step["out"]) for step in steps] == [(step["in"], step["out"]) for step in changed]


def says_the_same(request: dict, step: dict, rule: str) -> bool:
    """Another reason that is as true: a topic sold on the very same terms, or the contract end when it is the term's end."""
    return rule in {"lockers.confirmation", "lockers.invoice"} or (
        step["op"] == "days" and "contract_end" in request and rule.endswith(".pro_rata")
    )


def test_it_rejects_every_tampered_figure(answered) -> None:
    for book, request, got in answered:
        for changed, what in mutations(got["steps"], list(book["rules"]), DICE):
            if not same_figures(got["steps"], changed):
                assert verify_answer(book, request, {**got, "steps": changed}), (what, request)


def test_it_rejects_every_other_operation_and_reason(answered) -> None:
    for book, request, got in answered:
        for changed, what in mutations(got["steps"], list(book["rules"]), DICE):
            different = [step for step, before in zip(changed, got["steps"], strict=False) if step != before]
            if same_figures(got["steps"], changed) and not says_the_same(request, different[0], different[0]["rule"]):
                assert verify_answer(book, request, {**got, "steps": changed}), (what, request)


@pytest.mark.parametrize("key", ["total", "full", "credit", "to", "confirm_by", "invoice_by"])
def test_a_figure_of_the_answer_must_be_the_outcome_of_a_step(answered, key) -> None:
    book, request, got = answered[2]
    wrong = {**got, key: other(got[key], [], DICE)}
    assert verify_answer(book, request, wrong) == [f"{wrong[key]} is no step's outcome"]


@pytest.mark.parametrize("key", ["unit_price", "amount", "days", "of_days"])
def test_a_figure_of_a_line_must_be_the_outcome_of_a_step(answered, key) -> None:
    book, request, got = copy.deepcopy(answered[2])
    got["lines"][0][key] = other(got["lines"][0][key], [], DICE)
    assert verify_answer(book, request, got) != []


@pytest.mark.parametrize(
    "broken",
    [{}, {"op": "add"}, {"op": "fly", "in": [], "out": 1, "rule": "seats.term"}, {"op": "ratio", "in": [1, 0], "out": 1, "rule": "x"}],
)
def test_a_step_of_another_shape_is_a_problem_not_a_crash(answered, broken) -> None:
    assert len(verify(answered[0][0], [broken])) == 1


def test_it_is_small_and_shares_nothing_with_the_engine() -> None:
    source = Path(module.__file__).read_text(encoding="utf-8")
    assert len(source.splitlines()) < 100
    assert "answerbook" not in source.replace('"""', "")
    assert not re.search(r"^from \.", source, re.MULTILINE)
