"""Orders worked out by hand, from the facts the help centre answers from."""

from __future__ import annotations

import pytest
from answerbook.engine.outcome import Quote, Refusal
from answerbook.engine.quote import quote

ADMIN, MANAGER = "seats.admin", "seats.manager"


def ask(book, buy: dict[str, int], order: str = "2026-04-01", **more: str) -> Quote:
    outcome = quote(book, list(buy.items()), order, **more)
    assert isinstance(outcome, Quote), outcome
    return outcome


def refusal(book, *arguments, **more: str) -> Refusal:
    outcome = quote(book, *arguments, **more)
    assert isinstance(outcome, Refusal), outcome
    return outcome


def test_one_admin_costs_the_list_price_for_a_year(demo) -> None:
    got = ask(demo, {ADMIN: 1})
    assert (got.total, got.full, got.credit, got.currency) == ("950.00", "950.00", None, "EUR")
    assert (got.starts, got.ends, got.confirm_by, got.invoice_by) == ("2026-04-01", "2027-03-31", "2026-04-01", "2026-05-01")
    (line,) = got.lines
    assert (line.unit_price, line.amount, line.days, line.of_days) == ("950.00", "950.00", 365, 365)
    assert (line.rule, line.source, line.dated_from) == ("seats.admin.price", "seats_article", "2024-01-01")


def test_three_admins_and_two_managers_cost_4050(demo) -> None:
    got = ask(demo, {ADMIN: 3, MANAGER: 2})
    assert [line.amount for line in got.lines] == ["2850.00", "1200.00"]
    assert got.total == "4050.00"


def test_a_contract_that_ends_first_makes_it_pro_rata(demo) -> None:
    got = ask(demo, {ADMIN: 1}, contract_end="2026-10-31")
    assert (got.total, got.full, got.credit, got.ends) == ("556.99", "950.00", "393.01", "2026-10-31")
    assert (got.lines[0].days, got.lines[0].of_days) == (214, 365)


@pytest.mark.parametrize(
    ("order", "end", "days", "of_days", "total"),
    [
        ("2027-03-15", "2027-12-31", 292, 366, "757.92"),
        ("2028-02-29", "2028-12-31", 307, 365, "799.04"),
        ("2027-01-31", "2027-06-30", 151, 365, "393.01"),
        ("2026-04-01", "2026-04-01", 1, 365, "2.60"),
        ("2026-04-01", "2027-03-30", 364, 365, "947.40"),
    ],
)
def test_first_and_last_day_count_of_the_days_of_that_very_term(demo, order, end, days, of_days, total) -> None:  # noqa: PLR0913, PLR0917 - a row of a table
    got = ask(demo, {ADMIN: 1}, order, contract_end=end)
    assert (got.lines[0].days, got.lines[0].of_days, got.total) == (days, of_days, total)


def test_each_line_is_rounded_by_itself(demo) -> None:
    got = ask(demo, {ADMIN: 1, MANAGER: 1}, contract_end="2026-10-31")
    assert [line.amount for line in got.lines] == ["556.99", "351.78"]
    assert (got.total, got.full, got.credit) == ("908.77", "1550.00", "641.23")


@pytest.mark.parametrize(
    ("order", "last"),
    [
        ("2026-04-01", "2027-03-31"),
        ("2024-02-29", "2025-02-27"),
        ("2024-02-28", "2025-02-27"),
        ("2024-03-01", "2025-02-28"),
        ("2027-03-01", "2028-02-29"),
        ("2028-02-29", "2029-02-27"),
        ("2027-01-01", "2027-12-31"),
    ],
)
def test_a_term_ends_the_day_before_its_anniversary(demo, order, last) -> None:
    assert ask(demo, {ADMIN: 1}, order).ends == last


@pytest.mark.parametrize("end", ["2027-03-31", "2027-04-01", "2099-12-31"])
def test_a_contract_that_ends_with_the_term_or_later_changes_no_figure(demo, end) -> None:
    with_end, without = ask(demo, {ADMIN: 2}, contract_end=end), ask(demo, {ADMIN: 2})
    assert (with_end.lines, with_end.total, with_end.credit, with_end.ends) == (without.lines, without.total, None, without.ends)


def test_a_zero_item_is_dropped_next_to_a_positive_one(demo) -> None:
    assert [line.item for line in ask(demo, {ADMIN: 0, MANAGER: 2}).lines] == [MANAGER]


def test_the_same_item_twice_is_two_lines(demo) -> None:
    got = quote(demo, [(ADMIN, 1), (ADMIN, 2)], "2026-04-01")
    assert isinstance(got, Quote)
    assert ([line.quantity for line in got.lines], got.total) == ([1, 2], "2850.00")


@pytest.mark.parametrize(
    ("buy", "order", "more", "code", "rule"),
    [
        ([(ADMIN, 1)], "2023-12-31", {}, "before_first_price", "seats.admin.price"),
        ([(ADMIN, 1)], "2026-04-01", {"currency": "CHF"}, "currency_not_offered", "seats.admin.price"),
        ([(ADMIN, 1)], "2026-04-01", {"cycle": "month"}, "cycle_not_offered", "seats.cycle"),
        ([("support.sla", 1)], "2026-04-01", {}, "quote_only", "support.sla.price"),
        ([("seats.owner", 1)], "2026-04-01", {}, "unknown_item", None),
        ([(ADMIN, 1)], "2026-04-01", {"contract_end": "2026-03-31"}, "order_after_contract_end", "seats.pro_rata"),
        ([(ADMIN, 0)], "2026-04-01", {}, "quantity_zero", "seats.quantity"),
        ([(ADMIN, -1)], "2026-04-01", {}, "quantity_negative", "seats.quantity"),
        ([(ADMIN, 1000000)], "2026-04-01", {}, "quantity_too_large", "seats.quantity"),
        ([(ADMIN, 1)], "2026-02-30", {}, "invalid_date", None),
        ([(ADMIN, 1)], "9999-04-01", {}, "invalid_date", None),
        ([(ADMIN, 1)], "2026-04-01", {"contract_end": "2026-13-01"}, "invalid_date", None),
        ([], "2026-04-01", {}, "missing_input", None),
    ],
)
def test_what_the_book_cannot_serve_is_refused_by_name_and_rule(demo, buy, order, more, code, rule) -> None:  # noqa: PLR0913, PLR0917 - a row of a table
    got = refusal(demo, buy, order, **more)
    assert (got.code, got.rule) == (code, rule)


def test_reasons_are_looked_for_in_one_order(demo) -> None:
    everything_wrong = {"contract_end": "2019-01-01", "currency": "CHF", "cycle": "month"}
    assert refusal(demo, [("x.y", -1)], "2020-02-30", **everything_wrong).code == "invalid_date"
    assert refusal(demo, [("x.y", -1)], "2020-01-01", **everything_wrong).code == "unknown_item"
    assert refusal(demo, [(ADMIN, -1)], "2020-01-01", **everything_wrong).code == "quantity_negative"
    assert refusal(demo, [(ADMIN, 1)], "2020-01-01", **everything_wrong).code == "cycle_not_offered"
    assert refusal(demo, [(ADMIN, 1)], "2020-01-01", contract_end="2019-01-01", currency="CHF").code == "currency_not_offered"
    assert refusal(demo, [(ADMIN, 1)], "2020-01-01", contract_end="2019-01-01").code == "order_after_contract_end"
    assert refusal(demo, [(ADMIN, 1)], "2020-01-01").code == "before_first_price"


def test_the_last_price_that_started_holds(studio) -> None:
    prices = {order: ask(studio, {"desks.fixed": 1}, order).total for order in ("2024-02-29", "2026-06-30", "2026-07-01", "2027-07-01")}
    assert list(prices.values()) == ["1234.56", "1234.56", "1300.01", "1400.00"]


def test_a_price_is_not_told_before_it_is_announced(studio) -> None:
    assert ask(studio, {"desks.fixed": 1}, "2027-07-01", today="2026-12-31").total == "1300.01"
    assert ask(studio, {"desks.fixed": 1}, "2027-07-01", today="2027-01-01").total == "1400.00"
    assert refusal(studio, [("desks.fixed", 1)], "2027-07-01", currency="GBP", today="2026-12-31").code == "currency_not_offered"


def test_each_currency_has_its_own_price_and_its_own_smallest_unit(studio) -> None:
    assert ask(studio, {"desks.flexible": 2}, currency="EUR").total == "599.98"
    got = ask(studio, {"desks.flexible": 3}, "2026-04-01", contract_end="2026-10-31", currency="JPY")
    assert (got.total, got.full, got.credit) == ("87943", "149997", "62054")


def test_a_price_that_dropped_a_currency_is_refused_from_then_on(studio) -> None:
    assert ask(studio, {"desks.fixed": 1}, "2026-06-30", currency="JPY").total == "199999"
    assert refusal(studio, [("desks.fixed", 1)], "2026-07-01", currency="JPY").code == "currency_not_offered"


def test_other_terms_follow_from_the_book(studio) -> None:
    got = ask(studio, {"passes.day": 5}, "2027-01-31")
    assert (got.total, got.ends, got.confirm_by, got.invoice_by) == ("99.75", "2027-02-27", "2027-01-31", "2027-02-14")
    assert ask(studio, {"passes.day": 5}, "2027-01-31", contract_end="2027-02-05").total == "99.75", "never charged in part"
    assert refusal(studio, [("passes.day", 4)], "2027-01-31").code == "quantity_below_minimum"
    assert refusal(studio, [("passes.day", 5), ("desks.fixed", 1)], "2027-01-31").code == "mixed_terms"


def test_topics_sold_alike_fit_in_one_order(studio) -> None:
    got = ask(studio, {"desks.flexible": 1, "lockers.small": 100000}, "2026-04-01", contract_end="2026-04-30")
    assert [line.amount for line in got.lines] == ["27.40", "575.34"]
    assert {step.rule for step in got.steps} == {
        "desks.flexible.price", "lockers.small.price", "desks.term", "desks.pro_rata", "desks.confirmation", "desks.invoice"
    }  # fmt: skip


def test_a_half_cent_goes_up() -> None:
    from fractions import Fraction

    from answerbook.figures import round_half_up

    assert [round_half_up(Fraction(text), "EUR").text for text in ("0.005", "0.015", "0.0149999", "2.675")] == [
        "0.01",
        "0.02",
        "0.01",
        "2.68",
    ]
    assert round_half_up(Fraction("0.5"), "JPY").text == "1"
