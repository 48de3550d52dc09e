from __future__ import annotations

from dataclasses import replace

import pytest
from answerbook.book.model import Words
from answerbook.content.blocks import block_html, block_lines
from answerbook.content.examples import example_rows
from answerbook.content.markup import element
from answerbook.content.syntax import BLOCKS
from selectolax.lexbor import LexborHTMLParser


def css(html: str, selector: str) -> list[str]:
    return [node.text(deep=True) for node in LexborHTMLParser(html).css(selector)]


def test_the_calculator_holds_a_dated_price_table_for_readers_without_script(nl):
    html = block_html(nl, "calculator", "seats")
    assert css(html, "price-calculator[topic=seats] > table.ab-prices > caption") == ["Prijzen van extra accounts per 2 november 2026"]
    assert css(html, "tbody th[scope=row]") == ["admin", "map-/projectbeheerder"]
    assert css(html, "tbody tr:first-child td") == ["€\u00a0950,00 per jaar", "1 januari 2024", "Artikel, gecontroleerd op 2 november 2026"]


def test_a_coming_price_is_told_once_it_is_announced(phones):
    labels = "tbody th"
    assert css(block_html(phones("2027-02-28"), "prices", "phones"), labels) == ["line"]
    announced = block_html(phones("2027-03-01"), "prices", "phones")
    assert css(announced, labels) == ["line", "line, new price"]
    assert css(announced, "tbody tr:last-child td") == [
        "£90.00 per year €105.00 per year",
        "1 July 2027",
        "Decision, checked on 10 February 2027",
    ]
    assert css(block_html(phones("2027-07-01"), "prices", "phones"), labels) == ["line"]


def test_every_figure_of_a_price_table_can_be_computed_again(phones):
    refs = [node.attributes["data-ref"] for node in LexborHTMLParser(block_html(phones("2027-03-01"), "prices", "phones")).css("data")]
    assert refs == [
        "phones.line.price",
        "phones.line.price.EUR",
        "phones.line.price.from",
        "phones.line.price.next",
        "phones.line.price.next.EUR",
        "phones.line.price.next.from",
    ]


def test_what_is_sold_on_request_is_in_the_table_without_an_amount(maps):
    rows = css(block_html(maps, "prices", "maps"), "tbody tr")
    assert len(rows) == 2
    assert "on request (per day)" in rows[1]


def test_the_meter_tells_every_zone_and_no_amount(maps, nl):
    assert css(block_html(nl, "fair_use_meter", "support.fair_use"), "fair-use-meter[policy='support.fair_use'] li") == [
        "Tot en met 3 keer het gemiddelde: er gebeurt niets, het is inbegrepen.",
        "Meer dan 3 keer het gemiddelde: we gaan met je in gesprek.",
    ]
    assert block_lines(maps, "fair_use_meter", "maps.drawing") == [
        "Up to and including 1 time the average: nothing happens, it is included.",
        "Up to and including 2.5 times the average: nothing happens, it is included.",
        "More than 2.5 times the average: we talk to you.",
    ]


def test_an_example_is_told_as_what_is_given_and_what_comes_out(en):
    assert block_lines(en, "example", "contract_ends_first") == [
        "Number of admins: 1",
        "Ordered on: 1 April 2026",
        "Contract runs through: 31 October 2026",
        "Days used: 214",
        "Days in the full term: 365",
        "Price for the full term: €950.00",
        "To pay: €556.99",
        "Credit against the full price: €393.01",
        "Last day: 31 October 2026",
        "Invoice by: 1 May 2026",
    ]
    assert block_lines(en, "example", "at_the_limit") == ["Own use: 90", "Average use: 30", "Ratio: 3 times"]


def test_every_example_of_every_book_can_be_told(nl, en, phones, maps):
    for context in (nl, en, phones("2027-08-01"), maps):
        for example in context.book.examples:
            assert example_rows(context, example)


def test_collections_questions_and_contacts_lead_to_their_pages(nl):
    cards = LexborHTMLParser(block_html(nl, "collections", "")).css("ul.ab-collections > li > a")
    assert [card.attributes["href"] for card in cards] == ["../faq/seats/", "../faq/support/"]
    assert "12 vragen" in cards[0].text(deep=True)
    assert len(css(block_html(nl, "questions", ""), "ul.ab-questions a")) == 25
    contact = block_html(nl, "contact", "seats")
    assert css(contact, "li[data-rule='seats.success_manager']") == [
        (
            "Government Success Manager: Bij wie kan ik terecht met andere vragen?"
            "Een e-mailadres staat hier niet; neem contact op zoals je gewend bent."
        )
    ]
    here = css(block_html(nl.at("faq/seats/extra-seats/", ""), "contact", "seats"), "li")
    assert here == ["Government Success ManagerEen e-mailadres staat hier niet; neem contact op zoals je gewend bent."]
    assert 'href="../contact/?page=calculator%2F"' in contact


def test_the_contact_page_holds_every_contact_and_the_message(nl):
    html = block_html(nl.at("contact/", "docs/nl/contact.md"), "contact", "")
    assert css(html, ".ab-contact strong") == ["Participatieplatform", "Cliëntdossier"]
    assert '<contact-message mail="info@klaarwater.example"></contact-message>' in html
    assert "?page=" not in html


def test_a_contact_with_an_address_can_be_written_to(nl):
    address = "li[data-rule='support.info_address'] a[href='mailto:info@klaarwater.example']"
    assert css(block_html(nl, "contact", "support"), address) == ["info@klaarwater.example"]
    assert block_lines(nl, "contact", "support") == ["cliëntdossier: Praat met ons en infoadres (info@klaarwater.example)"]
    assert "mail" not in block_html(nl, "assistant", "")


def test_a_way_in_that_is_no_person_needs_no_address(nl):
    assert css(block_html(nl, "contact", "support"), "li[data-rule='support.channel'] .ab-contact__note") == []


def test_search_and_assistant_work_as_links_and_forms_without_a_script(nl):
    form = LexborHTMLParser(block_html(nl, "search", "")).css_first("answer-search[variant=page] form[role=search]")
    assert form is not None
    assert form.attributes["action"] == "../search/"
    assert "<faq-assistant inline" in block_html(nl, "assistant", "")


def test_words_of_the_book_are_escaped(nl):
    words = {**nl.book.words["nl"], "seats.admin": Words("<b>&\"'", "x")}
    context = replace(nl, book=replace(nl.book, words={"nl": words}))
    assert "&lt;b&gt;&amp;" in block_html(context, "prices", "seats")
    assert "<b>" not in block_html(context, "prices", "seats")


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_is_marked_so_that_readers_of_prose_can_skip_it(nl, name):
    argument = {"calculator": "seats", "prices": "seats", "example": "one_admin", "fair_use_meter": "support.fair_use"}.get(name, "")
    assert f'data-ab-block="{name}"' in block_html(nl, name, argument)


def test_an_element_escapes_text_and_attributes():
    assert element("a", "<&>", href='"x"', hidden=True, class_=None) == '<a href="&quot;x&quot;" hidden>&lt;&amp;&gt;</a>'
    assert element("input", name="q") == '<input name="q">'
