from __future__ import annotations

import pytest
from answerbook.content.resolve import resolve
from answerbook.content.urls import relative


@pytest.mark.parametrize(
    ("target", "texts", "value", "rule"),
    [
        ("seats.admin.price", ("€\u00a0950,00", "€950.00"), "950.00", "seats.admin.price"),
        ("seats.admin.price.from", ("1 januari 2024", "1 January 2024"), "2024-01-01", "seats.admin.price"),
        ("seats.term.lasts", ("1 jaar", "1 year"), "P1Y", "seats.term"),
        ("seats.invoice.within", ("30 dagen", "30 days"), "P30D", "seats.invoice"),
        ("support.fair_use.limit", ("3 keer", "3 times"), "3", "support.fair_use.limit"),
        ("support.basic_training.lasts", ("1 uur", "1 hour"), "PT1H", "support.basic_training"),
        ("support.sla_options.uptime", ("99,99%", "99.99%"), "99.99", "support.sla_options"),
        ("examples.small_team.total", ("€\u00a04.050,00", "€4,050.00"), "4050.00", "seats.admin.price"),
        ("examples.contract_ends_first.credit", ("€\u00a0393,01", "€393.01"), "393.01", "seats.pro_rata"),
        ("examples.contract_ends_first.days", ("214", "214"), "214", "seats.pro_rata"),
        ("examples.at_the_limit.ratio", ("3 keer", "3 times"), "3", "support.fair_use.limit"),
    ],
)
def test_a_reference_is_the_same_figure_in_every_language(nl, en, target, texts, value, rule):  # noqa: PLR0913, PLR0917
    for context, text in zip((nl, en), texts, strict=True):
        figure = resolve(target, context.book, context.language, context.as_of)
        assert (figure.text, figure.value, figure.rule, figure.ref) == (text, value, rule, target)


def test_a_figure_in_html_names_its_rule_its_reference_and_its_machine_value(nl):
    figure = resolve("seats.admin.price", nl.book, nl.language, nl.as_of)
    assert figure.html == (
        '<data class="ab-figure" value="950.00" data-rule="seats.admin.price" data-ref="seats.admin.price">€\u00a0950,00</data>'
    )


@pytest.mark.parametrize(
    "target", ["seats.admin", "seats.admin.price.USD", "nothing.at.all", "examples.one_admin.credit", "", "seats.admin.price.next"]
)
def test_what_the_book_does_not_say_is_a_lookup_error(nl, target):
    with pytest.raises(LookupError):
        resolve(target, nl.book, nl.language, nl.as_of)


def test_a_price_follows_the_day_the_page_is_made_for(phones):
    before, after = phones("2027-06-30"), phones("2027-07-01")
    assert resolve("phones.line.price", before.book, before.language, before.as_of).value == "84.00"
    assert resolve("phones.line.price", after.book, after.language, after.as_of).value == "90.00"


@pytest.mark.parametrize(
    ("url", "start", "link"),
    [
        ("faq/seats/#x", "faq/seats/", "#x"),
        ("en/faq/seats/#x", "en/calculator/", "../faq/seats/#x"),
        ("", "faq/seats/", "../../"),
        ("", "", "./"),
        ("contact.html", "faq/seats.html", "../contact.html"),
        ("faq/seats.html#x", "faq/seats.html", "#x"),
    ],
)
def test_links_are_relative_to_the_page_they_stand_on(url, start, link):
    assert relative(url, start) == link
