from __future__ import annotations

import json

import pytest
from answerbook.book import compile_book
from answerbook.engine.values import RefValue, UnknownReferenceError, value_of

from tests.node import BROWSER, run_node

DAY = "2026-04-01"
KNOWN = [
    ("seats.admin.price", RefValue("money", "950.00", "seats.admin.price", "EUR")),
    ("seats.admin.price.from", RefValue("date", "2024-01-01", "seats.admin.price")),
    ("seats.admin.price.EUR", RefValue("money", "950.00", "seats.admin.price", "EUR")),
    ("seats.term.lasts", RefValue("period", "P1Y", "seats.term")),
    ("seats.confirmation.within", RefValue("period", "P0D", "seats.confirmation")),
    ("seats.invoice.within", RefValue("period", "P30D", "seats.invoice")),
    ("seats.quantity.min", RefValue("count", "1", "seats.quantity")),
    ("support.fair_use.limit", RefValue("multiple", "3", "support.fair_use.limit")),
    ("support.basic_training.lasts", RefValue("period", "PT1H", "support.basic_training")),
    ("support.sla_options.uptime", RefValue("percent", "99.99", "support.sla_options")),
    ("examples.contract_ends_first.total", RefValue("money", "556.99", "seats.pro_rata", "EUR")),
    ("examples.contract_ends_first.full", RefValue("money", "950.00", "seats.admin.price", "EUR")),
    ("examples.contract_ends_first.credit", RefValue("money", "393.01", "seats.pro_rata", "EUR")),
    ("examples.contract_ends_first.days", RefValue("count", "214", "seats.pro_rata")),
    ("examples.contract_ends_first.of_days", RefValue("count", "365", "seats.term")),
    ("examples.contract_ends_first.contract_end", RefValue("date", "2026-10-31", "seats.pro_rata")),
    ("examples.one_admin.to", RefValue("date", "2027-03-31", "seats.term")),
    ("examples.one_admin.invoice_by", RefValue("date", "2026-05-01", "seats.invoice")),
    ("examples.one_admin.order", RefValue("date", "2026-04-01", "seats.confirmation")),
    ("examples.small_team.quantity:seats.admin", RefValue("count", "3", "seats.admin.price")),
    ("examples.at_the_limit.ratio", RefValue("multiple", "3", "support.fair_use.limit")),
    ("examples.at_the_limit.own", RefValue("count", "90", "support.fair_use.limit")),
]
UNKNOWN = [
    *("seats", "seats.admin", "seats.owner.price", "seats.admin.price.CHF", "seats.admin.price.next", "seats.term", "seats.term.within"),
    *("support.fair_use", "support.sla.price", "support.included", "support.included.lasts", "seats.toString.lasts"),
    *("examples.one_admin", "examples.none.total", "examples.one_admin.credit", "examples.one_admin.quantity:seats.manager"),
    *("examples.other_currency.total", "constructor", "__proto__.price", "", "."),
]


@pytest.mark.parametrize(("ref", "value"), KNOWN)
def test_a_reference_stands_for_a_typed_value_with_its_rule(demo, ref, value) -> None:
    assert value_of(demo, ref, DAY) == value


@pytest.mark.parametrize("ref", UNKNOWN)
def test_a_reference_to_nothing_is_an_error_that_names_it(demo, ref) -> None:
    with pytest.raises(UnknownReferenceError) as error:
        value_of(demo, ref, DAY)
    assert ref in str(error.value)


def test_a_price_follows_the_day_and_what_is_announced(studio) -> None:
    assert value_of(studio, "desks.fixed.price", "2026-06-30").value == "1234.56"
    assert value_of(studio, "desks.fixed.price.EUR", "2026-07-01").value == "1199.99"
    assert value_of(studio, "desks.fixed.price.next", "2027-01-01").value == "1400.00"
    assert value_of(studio, "desks.fixed.price.next.from", "2027-01-01") == RefValue("date", "2027-07-01", "desks.fixed.price")
    assert value_of(studio, "desks.fixed.price.next.EUR", "2027-01-01").value == "1250.05"
    with pytest.raises(UnknownReferenceError):
        value_of(studio, "desks.fixed.price.next", "2026-12-31")
    with pytest.raises(UnknownReferenceError):
        value_of(studio, "desks.fixed.price", "2024-02-28")


def test_the_browser_resolves_every_reference_alike(demo, studio, tmp_path) -> None:
    asked = [("demo", ref, day) for ref in [ref for ref, _ in KNOWN] + UNKNOWN for day in (DAY, "2023-12-31")]
    fields = ("", ".from", ".EUR", ".next", ".next.from", ".next.GBP", ".toString")
    asked += [
        ("studio", f"desks.fixed.price{field}", day) for field in fields for day in ("2024-02-28", "2026-12-31", "2027-01-01", "2027-07-01")
    ]
    asked += [
        ("studio", f"examples.{name}", DAY) for name in ("busy.own", "busy.ratio", "busy.average", "short_desk.total", "short_desk.days")
    ]
    asked += [
        ("studio", ref, DAY) for ref in ("help.answered.share", "help.answered.within", "help.questions.limit", "passes.quantity.min")
    ]
    books = {"demo": demo, "studio": studio}
    script = tmp_path / "values.mjs"
    script.write_text(
        f'import {{ valueOf, UnknownReferenceError }} from "{(BROWSER / "engine" / "values.js").as_uri()}";\n'
        'import { readFileSync } from "node:fs";\n'
        'const { books, asked } = JSON.parse(readFileSync(0, "utf8"));\n'
        "const told = ([book, ref, day]) => { try { return valueOf(books[book], ref, day); }\n"
        "  catch (error) { if (error instanceof UnknownReferenceError) return error.message; throw error; } };\n"
        "process.stdout.write(JSON.stringify(asked.map(told)));\n",
        encoding="utf-8",
    )
    got = json.loads(
        run_node(script, stdin=json.dumps({"books": {name: compile_book(book) for name, book in books.items()}, "asked": asked}))
    )
    assert got == [_told(books[book], ref, day) for book, ref, day in asked]


def _told(book, ref: str, day: str) -> object:
    try:
        found = value_of(book, ref, day)
    except UnknownReferenceError as error:
        return str(error)
    return {"kind": found.kind, "value": found.value, "rule": found.rule, "currency": found.currency}
