"""Requests of ``answerbook quote`` and what the Python engine answers: ordinary, leap, cut short, refused, malformed.

A line is ``{"book", "line", "answer", "proof"?}``: the request as it is sent, the answer without its steps, and a digest of the steps.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerbook import canonical
from answerbook import lines as json_lines
from answerbook.book import load
from answerbook.engine.requests import answer

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
BOOKS = {"demo": ROOT, "studio": ROOT / "tests" / "books" / "studio"}
#: The day on which everything is asked, unless a request names another.
TODAY = "2026-11-02"

Request = dict[str, Any]


class _Dice:
    """Numbers that look random and are the same on every machine and in every release of Python."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def below(self, bound: int) -> int:
        """The next number, from zero."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % bound

    def pick(self, *choices: Any) -> Any:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def day(self, first: str, last: str) -> str:
        """A day from first through last."""
        start = date.fromisoformat(first)
        return (start + timedelta(self.below((date.fromisoformat(last) - start).days + 1))).isoformat()


def lines() -> Iterator[str]:
    """Every line of the file."""
    books = {name: load(folder, faq=False) for name, folder in BOOKS.items()}
    for number, (name, line) in enumerate(requests()):
        book = books[name]
        sent = line if isinstance(line, str) else canonical.dumps({"id": number, **line})
        yield canonical.dumps(
            {"book": name, "line": sent, **packed(json_lines.respond(sent.encode(), lambda one, book=book: answer(book, one, TODAY)))}
        )


def packed(answered: Request) -> Request:
    """The answer with its steps as a digest: the file stays small, and no step can change unseen."""
    short = {key: value for key, value in answered.items() if key != "steps"}
    return {"answer": short, "proof": canonical.digest(answered["steps"])[:16]} if "steps" in answered else {"answer": short}


def requests() -> Iterator[tuple[str, Request | str]]:
    """Every request with the book it is put to."""
    dice = _Dice(20261102)
    for name, request in [*_whole_terms(dice), *_cut_short(dice), *_leap_days(), *_studio(dice), *_measured(dice)]:
        yield name, request
    for request in [*_refused(), *_malformed()]:
        yield "demo", request


def _seats(dice: _Dice) -> list[Request]:
    counts = {"seats.admin": dice.pick(0, 1, 1, 2, 3, 17, 999999), "seats.manager": dice.pick(0, 0, 1, 2, 5, 250)}
    bought = [{"item": item, "quantity": count} for item, count in counts.items() if count or dice.below(2)]
    return bought or [{"item": "seats.manager", "quantity": 1 + dice.below(40)}]


def _whole_terms(dice: _Dice) -> Iterator[tuple[str, Request]]:
    for _ in range(300):
        request = {"buy": _seats(dice), "order": dice.day("2023-12-25", "2036-12-31")}
        yield (
            "demo",
            dice.pick(
                request, request, {**request, "currency": "EUR"}, {**request, "cycle": "year"}, {**request, "facts": {"plan": "pro"}}
            ),
        )
    for order in ("0001-01-01", "2024-01-01", "9998-12-31", "9999-01-01", "9999-12-31", "2100-02-28", "2400-02-29"):
        yield "demo", {"buy": _seats(dice), "order": order}


def _cut_short(dice: _Dice) -> Iterator[tuple[str, Request]]:
    for _ in range(700):
        order = dice.day("2024-01-01", "2033-06-30")
        end = (date.fromisoformat(order) + timedelta(dice.below(400) - 5)).isoformat()
        yield "demo", {"buy": _seats(dice), "order": order, "contract_end": end}


def _leap_days() -> Iterator[tuple[str, Request]]:
    around = ["02-27", "02-28", "02-29", "03-01"]
    years = (2024, 2027, 2028, 2100, 2400)
    for year, start, end_year, end in product(years, around, (0, 1), around):
        order = f"{year}-{start}"
        yield "demo", {"buy": [{"item": "seats.admin", "quantity": 1}], "order": order, "contract_end": f"{year + end_year}-{end}"}


def _studio(dice: _Dice) -> Iterator[tuple[str, Request]]:
    items = ("desks.fixed", "desks.flexible", "lockers.small", "passes.day", "help.courier")
    for _ in range(650):
        some = [
            {"item": dice.pick(*items[:2], *items), "quantity": dice.pick(1, 2, 3, 4, 5, 7, 40, 1000, 10000)}
            for _ in range(1 + dice.below(3))
        ]
        order = dice.day("2024-02-20", "2029-03-10")
        request: Request = {"buy": some, "order": order}
        if dice.below(3) == 0:
            request["contract_end"] = (date.fromisoformat(order) + timedelta(dice.below(420) - 10)).isoformat()
        if dice.below(2):
            request["currency"] = dice.pick("USD", "EUR", "JPY", "GBP", "CHF")
        if dice.below(3) == 0:
            request["today"] = dice.pick("2026-12-31", "2027-01-01", "2025-01-01")
        yield "studio", request
    for item, order, currency in product(
        items[:4], ("2024-02-28", "2024-02-29", "2025-01-31", "2026-06-30", "2026-07-01", "2027-07-01"), ("USD", "JPY", "GBP")
    ):
        yield "studio", {"buy": [{"item": item, "quantity": 5}], "order": order, "currency": currency, "today": "2027-01-01"}


def _measured(dice: _Dice) -> Iterator[tuple[str, Request]]:
    uses = (0, 1, 30, 90, 91, 0.1, 2.5, 1e-7, 123456789.125, "7.50", "0", "89.999999999999999", "-1", -3, 999999999999999)
    for own, average in product(uses, (30, 1, 0, 0.3, "2.5", 1e-7, -1)):
        yield (
            dice.pick("demo", "studio"),
            {"measure": {"policy": dice.pick("support.fair_use", "help.questions"), "own": own, "average": average}},
        )
    for _ in range(180):
        average = 1 + dice.below(60)
        name, policy = dice.pick(("demo", "support.fair_use"), ("studio", "help.questions"))
        yield name, {"measure": {"policy": policy, "own": dice.below(5 * average + 1), "average": average}}
    for policy in ("support.fair_use", "support.sla", "constructor", "__proto__", ""):
        yield "demo", {"measure": {"policy": policy, "own": 4}}


def _refused() -> Iterator[Request]:
    one = {"item": "seats.admin", "quantity": 1}
    order = "2026-04-01"
    for item in (
        "seats.owner",
        "seats",
        "seats.admin.price",
        "support.sla",
        "support.fair_use",
        "constructor",
        "__proto__",
        "toString",
        "",
        "Seats.admin",
    ):
        yield {"buy": [{"item": item, "quantity": 1}], "order": order}
        yield {"buy": [one, {"item": item, "quantity": -1}], "order": order, "currency": "CHF"}
    for quantity in (0, -1, -0.5, 0.5, 1.5, 2.0, 1e3, 999999, 1000000, 1e15, 1e300, -1e300, 123456789012345678901234567890):
        yield {"buy": [{"item": "seats.admin", "quantity": quantity}], "order": order}
        yield {"buy": [{"item": "seats.manager", "quantity": 0}, {"item": "seats.admin", "quantity": quantity}], "order": order}
        yield {
            "buy": [{"item": "seats.admin", "quantity": quantity}, {"item": "seats.manager", "quantity": 2}],
            "order": order,
            "cycle": "month",
        }
    for currency, cycle in product((None, "", "EUR", "CHF", "eur", "toString", "€"), (None, "year", "month", "", "toString")):
        yield {"buy": [one], "order": order, "currency": currency, "cycle": cycle}
    days = ("2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-04-31", "9999-12-31", "2023-12-31")
    for day in days:
        yield {"buy": [one], "order": day}
        yield {"buy": [], "order": day}
        yield {"buy": [one], "order": order, "contract_end": day}
        yield {"buy": [one], "order": order, "today": day}
    yield {"buy": [], "order": order}
    for end in ("2026-03-31", "2026-04-01", "2027-03-30", "2027-03-31", "2027-04-01", "9999-12-31"):
        yield {"buy": [one, one], "order": order, "contract_end": end}


def _malformed() -> Iterator[str]:
    yield from (
        '{"id":1,"buy"',
        "[]",
        "null",
        "3",
        '"buy"',
        "NaN",
        '{"id":"x","measure":NaN}',
        "{'id':1}",
        '{"id":1}x',
        "\ufeff{}",
        '{"a":01}',
        '{"a":"\t"}',
    )
    values = (
        None,
        True,
        False,
        0,
        1,
        -1,
        1.5,
        "",
        "x",
        "1",
        "2026-04-01",
        "2026-4-1",
        "2026-04-01T00:00",
        "２０２６-04-01",
        [],
        {},
        [1],
        [None],
        [[]],
        [{}],
    )
    whole = {"buy": [{"item": "seats.admin", "quantity": 1}], "order": "2026-04-01"}
    for field, value in product(("buy", "order", "contract_end", "currency", "cycle", "today", "measure"), values):
        yield json.dumps({"id": f"{field} {value}", **whole, field: value}, ensure_ascii=False)
    for field, value in product(("item", "quantity"), values):
        yield json.dumps(
            {"id": 7, "buy": [{"item": "seats.admin", "quantity": 1, field: value}], "order": "2026-04-01"}, ensure_ascii=False
        )
    for field, value in product(
        ("policy", "own", "average"), (*values, "1e3", " 3", "3 ", "+3", "3.", ".5", "1,5", "0003.10", "-0", "9" * 16, 1e16, 1e15)
    ):
        yield json.dumps({"id": 8, "measure": {"policy": "support.fair_use", "own": 1, "average": 2, field: value}}, ensure_ascii=False)
    for name in ("buy", "order"):
        yield json.dumps({key: value for key, value in whole.items() if key != name})
    for identity in (None, True, "x", "é\u2028😀", "\ud800", 0, -5, 2**53 - 1, 2**53, [], {}):
        yield json.dumps({**whole, "id": identity})
    yield '{"id":1,"id":2,"order":"2026-04-01","buy":[{"item":"seats.admin","quantity":1e400}]}'
    yield '{"id":3,"order":"2026-04-01","buy":[{"item":"seats.admin","quantity":-1e400}]}'
    yield '{"id":4,"order":"2026-04-01","buy":[{"item":"seats.admin","quantity":' + "9" * 400 + "}]}"
    yield '{"id":5,"measure":{"policy":"support.fair_use","own":1e400,"average":-0.0}}'
    yield '{"__proto__":{"order":"2026-04-01"},"id":6,"buy":[]}'
