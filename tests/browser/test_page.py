"""What else stands on a page: the meter, the links to questions, the feedback, and figures that are set right after a price changed."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from .conftest import ARTICLE, CONTACT, FAIR_USE, dearer


def meter(page, own, average):
    inputs = page.locator("fair-use-meter input")
    inputs.nth(0).fill(own)
    inputs.nth(1).fill(average)


def test_own_use_is_placed_in_a_zone_and_never_priced(open_page, lang):
    page = open_page(FAIR_USE[lang])
    page.wait_for_selector("fair-use-meter[data-ready]", state="attached")
    meter(page, "90", "30")
    verdict = page.locator(".ab-verdict__zone")
    expect(verdict.locator("data")).to_have_attribute("value", "3")
    expect(page.locator(".ab-verdict__zone--inside")).to_be_visible()
    meter(page, "100", "30")
    expect(page.locator(".ab-verdict__zone--outside")).to_be_visible()
    shown = page.locator("fair-use-meter").inner_text()
    assert "€" not in shown
    assert "EUR" not in shown


def test_what_is_no_number_is_said_to_be_none(open_page, lang):
    page = open_page(FAIR_USE[lang])
    page.wait_for_selector("fair-use-meter[data-ready]", state="attached")
    meter(page, "veel", "30")
    expect(page.locator("fair-use-meter .ab-error")).to_be_visible()
    assert page.locator(".ab-verdict__zone").count() == 0


NUMBERS = {
    "nl": {"1.000": "10", "1.000,5": "2001/200", "12.345": "2469/20", "2,5": "1/40", "2.5": "1/40", "1000": "10"},
    "en": {"1,000": "10", "1,000.5": "2001/200", "12,345": "2469/20", "2.5": "1/40", "2,5": "1/40", "1000": "10"},
}
DOUBTFUL = {
    "nl": ["1,000", "1.00.000", "1.000.00", "0.500", "1e3", "-3", "1..5"],
    "en": ["1.000", "1,00,000", "1,000,00", "0,500", "1e3", "-3", "1,,5"],
}


def test_a_number_is_read_as_the_language_of_the_page_writes_it(open_page, lang):
    page = open_page(FAIR_USE[lang])
    page.wait_for_selector("fair-use-meter[data-ready]", state="attached")
    for written, ratio in NUMBERS[lang].items():
        meter(page, written, "100")
        expect(page.locator(".ab-verdict__zone data")).to_have_attribute("value", ratio)


def test_a_number_that_can_be_two_numbers_is_asked_for_again(open_page, lang):
    page = open_page(FAIR_USE[lang])
    page.wait_for_selector("fair-use-meter[data-ready]", state="attached")
    for written in DOUBTFUL[lang]:
        meter(page, "90", "30")
        expect(page.locator(".ab-verdict__zone")).to_be_visible()
        meter(page, written, "100")
        expect(page.locator("fair-use-meter .ab-error")).to_be_visible()
        expect(page.locator(".ab-verdict__zone")).to_have_count(0)


def test_an_average_of_nothing_measures_nothing(open_page, lang):
    page = open_page(FAIR_USE[lang])
    page.wait_for_selector("fair-use-meter[data-ready]", state="attached")
    meter(page, "10", "0")
    expect(page.locator("fair-use-meter .ab-error")).to_be_visible()
    assert page.locator(".ab-verdict__zone").count() == 0


def test_a_question_can_be_linked_to(open_page, lang):
    page = open_page(ARTICLE[lang], permissions=["clipboard-read", "clipboard-write"])
    page.wait_for_selector("copy-link[data-ready]", state="attached")
    page.locator("#seat-term copy-link a").click()
    expect(page.locator("#seat-term .ab-copied")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert urlsplit(copied).path == f"/{ARTICLE[lang]}"
    assert copied.endswith("#seat-term")
    assert page.url.endswith("#seat-term")


def test_a_no_leads_to_a_person_with_page_question_and_reason(open_page, lang):
    page = open_page(ARTICLE[lang] + "#billing")
    page.locator("article-feedback").scroll_into_view_if_needed()
    buttons = page.locator("article-feedback button")
    expect(buttons).to_have_count(2)
    buttons.nth(1).click()
    expect(page.locator(".ab-feedback__question")).to_be_focused()
    link = page.locator("article-feedback a").first
    question = parse_qs(urlsplit(link.get_attribute("href")).query)["question"][0]
    assert question in page.locator("#billing").inner_text()
    link.click()
    page.wait_for_url(re.compile(re.escape(CONTACT[lang])))
    text = page.locator("contact-message textarea").input_value()
    assert question in text
    assert ARTICLE[lang] in text


def test_a_yes_says_thanks(open_page, lang):
    page = open_page(ARTICLE[lang])
    page.locator("article-feedback").scroll_into_view_if_needed()
    page.locator("article-feedback button").first.click()
    expect(page.locator(".ab-feedback__question")).to_be_focused()
    expect(page.locator("article-feedback button")).to_have_count(0)


def test_a_handed_over_message_is_text_whatever_the_address_says(open_page, lang):
    page = open_page(CONTACT[lang] + "?question=%3Cb%3Ehi%3C/b%3E&page=javascript:alert(1)&reason=nonsense&rules=%22%3E")
    text = page.locator("contact-message textarea")
    expect(text).to_be_visible()
    assert "<b>hi</b>" in text.input_value()
    assert "javascript" not in text.input_value()


def test_without_an_address_a_message_is_copied_and_no_mail_to_nobody_is_offered(open_page, lang):
    page = open_page(CONTACT[lang] + "?question=hi", before=lambda page: page.route(re.compile(r"/contact/"), with_mail(None)))
    expect(page.locator("contact-message textarea")).to_be_visible()
    assert page.locator("contact-message a").count() == 0
    expect(page.locator("contact-message button")).to_have_count(1)


def test_with_an_address_a_message_is_mailed_to_it(open_page, lang):
    page = open_page(
        CONTACT[lang] + "?question=hi", before=lambda page: page.route(re.compile(r"/contact/"), with_mail("help@example.org"))
    )
    assert page.locator("contact-message a").get_attribute("href").startswith("mailto:help@example.org?subject=")


def with_mail(address):
    """Serves a page as if its vendor had that address, or none."""
    tag = f'<contact-message mail="{address}">' if address else "<contact-message>"

    def answer(route):
        made = route.fetch()
        route.fulfill(response=made, body=re.sub(r"<contact-message[^>]*>", tag, made.text()))

    return answer


def test_figures_of_a_page_read_after_a_price_changed_are_set_right(open_page, lang):
    page = open_page(
        ARTICLE[lang],
        day=datetime(2027, 1, 2, 12, tzinfo=UTC),
        before=dearer,
    )
    figure = page.locator('article data[data-ref="seats.admin.price"]').first
    expect(figure).to_have_attribute("value", "999.00")
    assert "999" in figure.inner_text()
    expect(page.locator("article .ab-notice[role=note]")).to_be_visible()
    example = page.locator('article data[data-ref="examples.contract_ends_first.total"]').first
    assert example.get_attribute("value") == "556.99"


def test_figures_of_a_page_read_while_nothing_changed_stand_untouched(open_page, lang):
    page = open_page(ARTICLE[lang], day=datetime(2027, 1, 2, 12, tzinfo=UTC))
    page.wait_for_timeout(800)
    assert page.locator(".ab-figure--corrected").count() == 0
    assert page.locator("article .ab-notice[role=note]").count() == 0


def test_the_feedback_is_one_box_and_on_paper_none(open_page, lang):
    page = open_page(ARTICLE[lang])
    page.locator("article-feedback").scroll_into_view_if_needed()
    expect(page.get_by_role("group", name=page.locator(".ab-feedback__question").inner_text())).to_be_visible()
    boxes = """() => [...document.querySelectorAll("[data-ab-block=feedback], [data-ab-block=feedback] *")]
        .filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopWidth !== "0px" && !one.matches("button")).length"""
    assert page.evaluate(boxes) == 1
    page.emulate_media(media="print")
    assert page.evaluate(boxes) == 0
    assert page.locator("[data-ab-block=feedback]").evaluate("(one) => one.getBoundingClientRect().height") == 0
