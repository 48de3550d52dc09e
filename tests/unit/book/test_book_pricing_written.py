"""Everything that can be wrong in how pricing.yaml is written, with the whole text a person reads."""

# ruff: noqa: E501 - a finding is compared as the one line people read
from __future__ import annotations

import pytest

CASES = {
    "a_key_given_twice": (
        [
            ("currency: EUR\n", "currency: EUR\ncurrency: GBP\n"),
        ],
        [
            "pricing.yaml:4:1: AB009 The key `currency` stands here a second time. Keep one; the first is on line 3.",
        ],
    ),
    "an_anchor_and_its_alias": (
        [
            ("kind: contact, source: board", "kind: &kind contact, source: *kind"),
        ],
        [
            "pricing.yaml:37:20: AB010 The anchor &kind stands here. Write the value where it holds.",
            "pricing.yaml:37:43: AB010 The alias *kind stands here. Write the value itself.",
        ],
    ),
    "a_merge_key": (
        [
            ("{kind: contact,", "{<<: {a: b}, kind: contact,"),
        ],
        [
            "pricing.yaml:37:14: AB010 The merge key << stands here. Write the keys where they hold.",
        ],
    ),
    "a_tag": (
        [
            ("EUR: 48.00", "EUR: !!float 48.00"),
        ],
        [
            "pricing.yaml:20:48: AB011 The tag !!float stands here. Write the value without it.",
        ],
    ),
    "a_second_document": (
        [
            ("examples:", "---\nexamples:"),
        ],
        [
            "pricing.yaml:41:1: AB008 A second document starts here. Keep one document in the file.",
        ],
    ),
    "a_tab": (
        [
            ("  cards:\n", "\tcards:\n"),
        ],
        [
            "pricing.yaml:9:1: AB005 A tab stands here. Use spaces.",
        ],
    ),
    "a_colon_in_a_value": (
        [
            ("currency: EUR", "currency: EUR: GBP"),
        ],
        [
            "pricing.yaml:3:14: AB006 This is not valid YAML: a colon stands where no key can be. Put text with a colon in quotes, or mend the indentation.",
        ],
    ),
    "a_bracket_that_does_not_close": (
        [
            ("[library]", "[library"),
        ],
        [
            "pricing.yaml:8:7: AB006 This is not valid YAML: a bracket or brace is not closed, or a comma is missing. Close it here or above, or put a comma between entries.",
        ],
    ),
    "a_quote_that_does_not_close": (
        [
            ("time_zone: Europe", "time_zone: 'Europe"),
        ],
        [
            "pricing.yaml:4:12: AB006 This is not valid YAML: a quote is not closed. Close it.",
        ],
    ),
    "a_list_as_a_key": (
        [
            ("products: [library]", "products: [library]\n? [a]\n: b"),
        ],
        [
            "pricing.yaml:8:3: AB013 A key is a list or a map here. Write a word as the key.",
        ],
    ),
    "an_unknown_key": (
        [
            ("measures: books", "measure: books"),
        ],
        [
            "pricing.yaml:22:7: AB021 The key `measures` is missing in `policies.reading`. It says: what is measured.",
            "pricing.yaml:23:9: AB020 The key `measure` is unknown in `policies.reading`. Did you mean `measures`?",
        ],
    ),
    "a_missing_key": (
        [
            (", checked: 2026-01-02", ""),
            ("kind: decision", "checked: 2026-01-02"),
        ],
        [
            "pricing.yaml:6:3: AB021 The key `kind` is missing in `sources.board`. It says: what kind of evidence it is.",
        ],
    ),
    "a_key_without_a_value": (
        [
            ("product: library", "product:"),
        ],
        [
            "pricing.yaml:10:5: AB022 `product` has no value. Write one, or take the key away.",
        ],
    ),
    "a_single_value_for_a_list": (
        [
            ("[en, nl]", "en"),
        ],
        [
            "pricing.yaml:2:12: AB023 `languages` is a single value. Write a list.",
        ],
    ),
    "an_empty_list": (
        [
            ("offered: [year]", "offered: []"),
        ],
        [
            "pricing.yaml:13:15: AB034 `offered` is empty. Write at least one entry, or take the key away.",
        ],
    ),
    "a_word_outside_the_list": (
        [
            ("kind: step", "kind: stap"),
        ],
        [
            "pricing.yaml:38:23: AB024 `kind` cannot be `stap`. Did you mean `step`?",
        ],
    ),
    "an_exponent": (
        [
            ("EUR: 48.00", "EUR: 4.8e1"),
        ],
        [
            "pricing.yaml:20:48: AB028 `EUR`: `4.8e1` is not an amount. Write digits only, no zero in front, with a point before the cents.",
        ],
    ),
    "an_infinite_amount": (
        [
            ("EUR: 48.00", "EUR: .inf"),
        ],
        [
            "pricing.yaml:20:48: AB028 `EUR`: `.inf` is not an amount. Write digits only, no zero in front, with a point before the cents.",
        ],
    ),
    "a_decimal_comma": (
        [
            ("EUR: 48.00", "EUR: 48,00"),
        ],
        [
            "pricing.yaml:20:51: AB020 The key `00` is unknown in `adult.price`. Write an amount with a point, not a comma.",
        ],
    ),
    "a_currency_sign": (
        [
            ("EUR: 48.00", "EUR: € 48"),
        ],
        [
            "pricing.yaml:20:48: AB028 `EUR`: `€ 48` is not an amount. Write digits only, no zero in front, with a point before the cents.",
        ],
    ),
    "a_date_in_words": (
        [
            ("from: 2025-01-01", "from: 1 January 2025"),
        ],
        [
            "pricing.yaml:20:20: AB025 `from`: `1 January 2025` is not a date. Write year, month and day with hyphens: YYYY-MM-DD.",
        ],
    ),
    "a_day_that_does_not_exist": (
        [
            ("from: 2025-01-01", "from: 2025-02-29"),
        ],
        [
            "pricing.yaml:20:20: AB026 `from`: the day `2025-02-29` does not exist. Write an existing day.",
        ],
    ),
    "a_length_of_time_in_words": (
        [
            ("lasts: 1 year", "lasts: one year"),
        ],
        [
            "pricing.yaml:14:41: AB027 `lasts`: `one year` is not a length of time. Write a whole number and a unit: minutes, hours, days, weeks, months or years.",
        ],
    ),
    "a_multiple_in_words": (
        [
            ("limit: 3 x average_books", "limit: thrice"),
        ],
        [
            "pricing.yaml:24:16: AB029 `limit`: `thrice` is not a multiple. Write a number, the letter x and a name: `<number> x <name>`.",
        ],
    ),
    "a_share_above_the_whole": (
        [
            ("97.5%", "197.5%"),
        ],
        [
            "pricing.yaml:38:53: AB030 `share`: `197.5%` is not a percentage. Write a number up to the whole with a percent sign: `<number>%`.",
        ],
    ),
    "a_statement_with_a_figure_of_no_kind": (
        [
            ("97.5%", "most"),
        ],
        [
            "pricing.yaml:38:53: AB037 `share`: `most` is neither a length of time nor a percentage. Write `<number> <unit>` or `<number>%`.",
        ],
    ),
    "a_count_in_words": (
        [
            ("max_digits: 3", "max_digits: three"),
        ],
        [
            "pricing.yaml:12:38: AB031 `max_digits`: `three` is not a whole number. Write digits only.",
        ],
    ),
    "an_amount_with_a_zero_in_front": (
        [
            ("EUR: 48.00", "EUR: 048.00"),
        ],
        [
            "pricing.yaml:20:48: AB028 `EUR`: `048.00` is not an amount. Write digits only, no zero in front, with a point before the cents.",
        ],
    ),
    "a_count_with_a_zero_in_front": (
        [
            ("max_digits: 3", "max_digits: 03"),
        ],
        [
            "pricing.yaml:12:38: AB031 `max_digits`: `03` is not a whole number. Write digits only.",
        ],
    ),
    "an_address_without_a_domain": (
        [
            ("desk: {kind: contact,", "desk: {kind: contact, email: desk@,"),
        ],
        [
            "pricing.yaml:37:36: AB038 `email`: `desk@` is not an e-mail address. Write name@domain, without spaces.",
        ],
    ),
    "an_address_of_no_contact": (
        [
            ("renewal: {kind: step,", "renewal: {kind: step, email: desk@library.example,"),
        ],
        [
            "pricing.yaml:38:29: AB065 `cards.renewal` is no contact, so nobody reads its address. Take it away, or make the statement a contact.",
        ],
    ),
    "a_rule_of_a_thing_that_was_taken_away": (
        [
            ("nearest: cards.adult.price", "nearest: cards.child.price"),
        ],
        [
            "pricing.yaml:40:24: AB043 There is no rule `cards.child.price`. Known here: cards.adult.price, cards.confirmation, cards.cycle, cards.desk, cards.events, cards.events.price, cards.fines, cards.invoice, cards.quantity, cards.reading, cards.reading.limit, cards.renewal, cards.term.",
        ],
    ),
    "an_id_with_capitals": (
        [
            ("      adult:\n", "      Adult:\n"),
        ],
        [
            "pricing.yaml:18:7: AB032 `Adult` is not an id. Write lower-case letters, digits and single underscores, starting with a letter.",
            "pricing.yaml:40:24: AB043 There is no rule `cards.adult.price`. Did you mean `cards.Adult.price`?",
            "pricing.yaml:43:17: AB072 There is no item `cards.adult`. Did you mean `cards.Adult`?",
            "pricing.yaml:45:15: AB043 There is no rule `cards.adult.price`. Did you mean `cards.Adult.price`?",
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_each_mistake_is_told_where_it_stands_with_what_to_do(pricing, changes, expected) -> None:
    told = pricing(*changes)
    assert told == expected
    assert all(line[-1] in ".?" for line in told)
