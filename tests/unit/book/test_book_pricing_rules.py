"""Everything that can be wrong in the rules and examples of pricing.yaml, with the whole text a person reads."""

# ruff: noqa: E501 - a finding is compared as the one line people read
from __future__ import annotations

import pytest
from answerbook.book.catalogue import CATALOGUE

CASES = {
    "an_unknown_source": (
        [
            ("checked: 2026-01-02}\nproducts", "checked: 2026-01-02}\nproducts"),
            ("desk: {kind: contact, source: board}", "desk: {kind: contact, source: bord}"),
        ],
        [
            "pricing.yaml:37:37: AB041 There is no source `bord`. Did you mean `board`?",
        ],
    ),
    "an_unknown_product": (
        [
            ("product: library", "product: libary"),
        ],
        [
            "pricing.yaml:10:14: AB042 There is no product `libary`. Did you mean `library`?",
        ],
    ),
    "an_unknown_rule": (
        [
            ("nearest: cards.adult.price", "nearest: cards.adlt.price"),
        ],
        [
            "pricing.yaml:40:24: AB043 There is no rule `cards.adlt.price`. Did you mean `cards.adult.price`?",
        ],
    ),
    "somebody_to_ask_who_is_no_contact": (
        [
            ("ask: cards.desk", "ask: cards.renewal"),
        ],
        [
            "pricing.yaml:34:14: AB044 There is no contact or channel `cards.renewal`. Known here: cards.desk.",
        ],
    ),
    "an_unknown_language": (
        [
            ("[en, nl]", "[en, xx, en]"),
        ],
        [
            "pricing.yaml:2:17: AB045 The language `xx` is not known. Known here: de, en, fr, nl.",
            "pricing.yaml:2:21: AB048 `en` is listed twice. Keep one.",
        ],
    ),
    "an_unknown_currency": (
        [
            ("currency: EUR", "currency: EURO"),
        ],
        [
            "pricing.yaml:3:11: AB046 The currency `EURO` is not known. Did you mean `EUR`?",
        ],
    ),
    "an_unknown_time_zone": (
        [
            ("Europe/Amsterdam", "Europe/Amsterdm"),
        ],
        [
            "pricing.yaml:4:12: AB047 The time zone `Europe/Amsterdm` is not known. Did you mean `Europe/Amsterdam`?",
        ],
    ),
    "one_id_for_two_things": (
        [
            ("desk: {kind", "adult: {kind: step, source: board}\n      term: {kind: step, source: board}\n      desk: {kind"),
        ],
        [
            "pricing.yaml:37:7: AB040 The id `cards.adult` is given a second time. Rename this one; the first is on line 18.",
            "pricing.yaml:38:7: AB040 The id `cards.term` is given a second time. Rename this one; the first is on line 14.",
        ],
    ),
    "prices_out_of_order": (
        [
            (
                "EUR: 48.00, source: board}",
                "EUR: 48.00, source: board}\n          - {from: 2024-01-01, per: year, EUR: 40, source: board}\n          - {from: 2025-01-01, per: year, EUR: 40, source: board}",
            ),
        ],
        [
            "pricing.yaml:21:20: AB050 The price from 2024-01-01 stands after the one from 2025-01-01. Put prices in order of date.",
            "pricing.yaml:22:20: AB051 Two prices start on 2025-01-01. Keep one; the other is on line 20.",
        ],
    ),
    "a_price_without_an_amount": (
        [
            ("EUR: 48.00, ", ""),
        ],
        [
            "pricing.yaml:20:13: AB052 The price has no amount. Add `EUR: <amount>`.",
        ],
    ),
    "too_many_decimals": (
        [
            ("EUR: 48.00", "EUR: 48.001, JPY: 5000.5"),
        ],
        [
            "pricing.yaml:20:48: AB053 `48.001` has more decimals than EUR has. EUR has 2.",
            "pricing.yaml:20:61: AB053 `5000.5` has more decimals than JPY has. JPY has none.",
        ],
    ),
    "a_price_of_nothing": (
        [
            ("EUR: 48.00", "EUR: 0.00, USD: -5"),
        ],
        [
            "pricing.yaml:20:48: AB054 The amount `0.00` is not above zero. Write what it costs.",
            "pricing.yaml:20:59: AB054 The amount `-5` is not above zero. Write what it costs.",
        ],
    ),
    "a_price_announced_too_late": (
        [
            ("EUR: 48.00", "announced: 2025-03-01, EUR: 48.00"),
        ],
        [
            "pricing.yaml:20:54: AB055 The price holds from 2025-01-01 but is announced on 2025-03-01. Announce it on or before the day it holds.",
        ],
    ),
    "a_price_per_another_time": (
        [
            ("per: year, EUR", "per: month, EUR"),
        ],
        [
            "pricing.yaml:20:37: AB056 The price is per month, which is not offered. Offered here: year.",
        ],
    ),
    "a_cycle_of_another_length": (
        [
            ("lasts: 1 year", "lasts: 6 months"),
        ],
        [
            "pricing.yaml:13:25: AB056 It is offered per year, but a term lasts 6 months. Offer it per term; nothing is converted.",
        ],
    ),
    "a_term_of_nothing": (
        [
            ("lasts: 1 year", "lasts: 0 days"),
        ],
        [
            "pricing.yaml:14:41: AB058 `0 days` makes no sense for the term. Write a number of days, weeks, months or years above zero.",
        ],
    ),
    "a_term_beyond_the_calendar": (
        [
            ("lasts: 1 year", "lasts: 9999 years"),
        ],
        [
            "pricing.yaml:14:41: AB058 `9999 years` makes no sense for the term. Write a number of days, weeks, months or years above zero.",
        ],
    ),
    "a_deadline_in_hours": (
        [
            ("within: 30 days", "within: 12 hours"),
        ],
        [
            "pricing.yaml:16:25: AB058 `12 hours` makes no sense for the invoice. Write a number of days, weeks, months or years.",
        ],
    ),
    "items_that_cannot_be_sold": (
        [
            (
                "    sale:\n      quantity: {min: 1, max_digits: 3, source: board}\n      cycle: {offered: [year], source: board}\n      term: {starts: order_date, lasts: 1 year, ends: day_before_anniversary, missing_day: last_day_of_month, source: board}\n      confirmation: {within: 0 days, after: order_date, source: board}\n      invoice: {within: 30 days, after: confirmation, source: board}\n",
                "",
            ),
        ],
        [
            "pricing.yaml:11:5: AB057 There are `items` here but no `sale`. Say how they are sold: quantity, cycle, term, confirmation, invoice.",
            "pricing.yaml:39:34: AB043 There is no rule `cards.term`. Known here: cards.adult.price, cards.desk, cards.events, cards.events.price, cards.fines, cards.reading, cards.reading.limit, cards.renewal.",
        ],
    ),
    "a_smallest_order_of_nothing": (
        [
            ("min: 1", "min: 0"),
        ],
        [
            "pricing.yaml:12:23: AB059 The smallest order is nothing. Write a number above zero.",
        ],
    ),
    "a_smallest_order_too_large": (
        [
            ("min: 1", "min: 1000"),
        ],
        [
            "pricing.yaml:12:23: AB059 The smallest order has more digits than an order may have. Raise `max_digits` or lower `min`.",
        ],
    ),
    "a_last_zone_that_stops": (
        [
            ("up_to: any", "up_to: 9 x average_books"),
        ],
        [
            "pricing.yaml:28:34: AB060 The last zone does not take the rest. Write `up_to: any` in the last zone.",
        ],
    ),
    "zones_out_of_order": (
        [
            ("zones:\n", "zones:\n          - {zone: far, up_to: 4 x average_books, action: nothing}\n"),
        ],
        [
            "pricing.yaml:28:35: AB061 This zone reaches no further than the one before. Put zones in order of how far they reach.",
        ],
    ),
    "no_zone_at_the_limit": (
        [
            ("up_to: limit", "up_to: 2 x average_books"),
        ],
        [
            "pricing.yaml:26:9: AB062 No zone ends at the limit. Write `up_to: limit` in the zone that is still fair.",
        ],
    ),
    "zones_of_something_else": (
        [
            ("up_to: limit", "up_to: 3 x average_visits"),
        ],
        [
            "pricing.yaml:27:35: AB064 `3 x average_visits` is a multiple of something else than the limit, which is a multiple of average_books. Write `<number> x average_books`.",
        ],
    ),
    "a_limit_of_nothing": (
        [
            ("limit: 3 x average_books", "limit: 0 x average_books"),
        ],
        [
            "pricing.yaml:24:16: AB063 `0 x average_books` allows nothing. Write a number above zero.",
        ],
    ),
    "an_example_of_both_kinds": (
        [
            ("own: 10, average: 4", "own: 10, average: 4, order: 2026-01-01"),
        ],
        [
            "pricing.yaml:47:5: AB070 The example both orders and measures. Make two examples of it.",
        ],
    ),
    "an_example_that_asks_nothing": (
        [
            ("ask: {buy: {cards.adult: 1}, order: 2026-04-01}", "ask: {}"),
        ],
        [
            "pricing.yaml:43:5: AB070 The example says no `buy`. Ask with `buy` and `order`, or with `measure` and `own`.",
            "pricing.yaml:43:5: AB070 The example says no `order`. Ask with `buy` and `order`, or with `measure` and `own`.",
        ],
    ),
    "an_example_that_expects_the_impossible": (
        [
            ("get: {total: 48,", "get: {ratio: 2,"),
        ],
        [
            "pricing.yaml:44:11: AB071 `ratio` cannot be given: that is not what this example asks. Expect confirm_by, credit, currency, days, from, full, invoice_by, of_days, to, total.",
        ],
    ),
    "an_example_of_an_unknown_item": (
        [
            ("buy: {cards.adult: 1}", "buy: {cards.adlt: 1}"),
        ],
        [
            "pricing.yaml:43:17: AB072 There is no item `cards.adlt`. Did you mean `cards.adult`?",
        ],
    ),
    "an_example_of_an_unknown_policy": (
        [
            ("measure: cards.reading", "measure: cards.readin"),
        ],
        [
            "pricing.yaml:47:20: AB073 There is no policy `cards.readin`. Did you mean `cards.reading`?",
        ],
    ),
    "an_example_on_no_day": (
        [
            ("order: 2026-04-01", "order: 2026-04-31"),
        ],
        [
            "pricing.yaml:43:41: AB026 The day `2026-04-31` does not exist. Write an existing day, or expect `refuse: invalid_date`.",
        ],
    ),
    "two_equal_examples": (
        [
            (
                "  many_books:\n",
                "  again:\n    ask: {buy: {cards.adult: 1}, order: 2026-04-01}\n    get: {total: 48}\n    because: [cards.term]\n  many_books:\n",
            ),
        ],
        [
            "pricing.yaml:47:5: AB074 This example asks the same as another. Keep one; the other is on line 43.",
        ],
    ),
    "an_example_with_an_unknown_zone": (
        [
            ("get: {zone: within", "get: {zone: witin"),
        ],
        [
            "pricing.yaml:48:17: AB075 The policy has no zone `witin`. Did you mean `within`?",
        ],
    ),
    "an_example_with_an_unknown_refusal": (
        [
            ("get: {total: 48, to: 2027-03-31}", "get: {refuse: to_early}"),
        ],
        [
            "pricing.yaml:44:19: AB024 `refuse` cannot be `to_early`. Known here: before_first_price, currency_not_offered, cycle_not_offered, invalid_date, missing_input, mixed_terms, not_measurable, order_after_contract_end, quantity_below_minimum, quantity_fractional, quantity_negative, quantity_too_large, quantity_zero, quote_only, unknown_item, unknown_policy.",
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_each_mistake_is_told_where_it_stands_with_what_to_do(pricing, changes, expected) -> None:
    told = pricing(*changes)
    assert told == expected
    assert all(line[-1] in ".?" for line in told)


def test_a_sound_file_has_no_findings(pricing) -> None:
    assert pricing() == []


def test_mistakes_of_every_sort_are_told_in_one_run(pricing) -> None:
    told = pricing(
        ("currency: EUR", "currency: EUR\ncurrency: EUR"),
        ("kind: step", "kind: stap"),
        ("EUR: 48.00", "EUR: 0"),
        ("ask: cards.desk", "ask: x"),
    )
    assert [line.split()[1] for line in told] == ["AB009", "AB054", "AB044", "AB024"]


def test_every_id_is_told_in_the_catalogue() -> None:
    for kind in CATALOGUE.values():
        assert kind.title
        assert kind.explanation.endswith(".")
