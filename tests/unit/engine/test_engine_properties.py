"""What holds for every order, against a computation that shares no line with the engine."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from answerbook.book import compile_book
from answerbook.engine.outcome import Quote, to_json
from answerbook.engine.quote import quote
from answerbook.engine.verify import verify_answer
from hypothesis import given, settings
from hypothesis import strategies as st

PRICES = {"seats.admin": 950, "seats.manager": 600}
DAYS = st.dates(date(2024, 1, 1), date(2120, 12, 31))
BUYS = st.lists(st.tuples(st.sampled_from(sorted(PRICES)), st.integers(1, 999999)), min_size=1, max_size=4)
SHORT = st.integers(0, 500)


def ask(book, buy, order: date, days: int | None = None) -> Quote:
    end = None if days is None else (order + timedelta(days)).isoformat()
    got = quote(book, buy, order.isoformat(), end)
    assert isinstance(got, Quote)
    return got


def anniversary(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 2, 28)


def cents(exact: Fraction) -> Fraction:
    scaled = exact * 100
    whole = scaled.numerator // scaled.denominator
    return Fraction(whole + (1 if scaled - whole >= Fraction(1, 2) else 0), 100)


@given(BUYS, DAYS, st.none() | SHORT)
def test_every_figure_is_exact(demo, buy, order, days) -> None:
    got = ask(demo, buy, order, days)
    last = anniversary(order) - timedelta(1)
    full_days = (last - order).days + 1
    used = full_days if days is None else min(full_days, days + 1)
    amounts = [cents(Fraction(PRICES[item] * count * used, full_days)) for item, count in buy]
    assert [Fraction(line.amount) for line in got.lines] == amounts
    assert Fraction(got.total) == sum(amounts)
    assert Fraction(got.full) == sum(PRICES[item] * count for item, count in buy)
    assert got.ends == (order + timedelta(used - 1)).isoformat()
    assert got.invoice_by == (order + timedelta(30)).isoformat()
    assert {(line.days, line.of_days) for line in got.lines} == {(used, full_days)}


@given(BUYS, DAYS, st.none() | SHORT)
def test_credit_and_total_make_the_full_price(demo, buy, order, days) -> None:
    got = ask(demo, buy, order, days)
    assert Fraction(got.total) + Fraction(got.credit or 0) == Fraction(got.full)
    assert (got.credit is None) == (got.ends == (anniversary(order) - timedelta(1)).isoformat())


@given(st.sampled_from(sorted(PRICES)), st.integers(1, 999998), DAYS)
def test_one_seat_more_costs_one_unit_price_more(demo, item, count, order) -> None:
    fewer, more = (ask(demo, [(item, number)], order) for number in (count, count + 1))
    assert Fraction(more.total) - Fraction(fewer.total) == Fraction(more.lines[0].unit_price)


@given(BUYS, DAYS, SHORT)
def test_a_longer_contract_never_costs_less_and_never_more_than_the_full_term(demo, buy, order, days) -> None:
    shorter, longer, full = ask(demo, buy, order, days), ask(demo, buy, order, days + 1), ask(demo, buy, order)
    assert Fraction(shorter.total) <= Fraction(longer.total) <= Fraction(full.total)


@given(BUYS, DAYS, SHORT, st.randoms())
def test_the_order_of_lines_makes_no_difference_to_the_total(demo, buy, order, days, dice) -> None:
    shuffled = list(buy)
    dice.shuffle(shuffled)
    one, two = ask(demo, buy, order, days), ask(demo, shuffled, order, days)
    assert (one.total, one.full, one.credit, one.ends) == (two.total, two.full, two.credit, two.ends)


@settings(max_examples=60)
@given(BUYS, DAYS, st.none() | SHORT)
def test_the_verifier_accepts_every_proof(demo, buy, order, days) -> None:
    request = {"order": order.isoformat(), "contract_end": None if days is None else (order + timedelta(days)).isoformat()}
    assert verify_answer(compile_book(demo), request, to_json(ask(demo, buy, order, days))) == []
