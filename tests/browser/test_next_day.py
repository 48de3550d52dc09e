"""A page that stays open over midnight, or is shown again days later: what it answers from then on is of the day on the reader's clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from .conftest import CALCULATOR, SUPPORT, dearer, field, options

EVE, AFTER = datetime(2026, 12, 31, 12, tzinfo=UTC), datetime(2027, 1, 2, 12, tzinfo=UTC)
QUESTION = {"nl": "Wat kost een admin?", "en": "What does an admin cost?"}
PRINTED = {"nl": "Berekend op 2 januari 2027.", "en": "Calculated on 2 January 2027."}


@pytest.fixture
def on_the_eve(open_page):
    """A page as opened on the last day of the old price."""
    return lambda path: open_page(path, day=EVE, before=dearer)


def plain(text):
    return re.sub(r"[\u00a0\u202f]", " ", text)


def test_the_search_answers_with_the_price_of_the_new_day_and_without_excerpts_of_the_old(on_the_eve, lang):
    page = on_the_eve(SUPPORT[lang])
    card = page.locator(".ab-card__text")
    field(page).fill(QUESTION[lang])
    expect(card).to_contain_text("950")
    assert page.locator(".ab-hit__text").count()
    page.keyboard.press("Escape")
    page.clock.set_fixed_time(AFTER)
    field(page).click()  # the same question, whose results stood here
    expect(card).to_contain_text("999")
    expect(options(page).first).to_be_visible()
    assert page.locator(".ab-hit__text").count() == 0


def test_results_that_stand_since_yesterday_can_be_followed_and_come_back_to(on_the_eve, lang):
    page = on_the_eve(SUPPORT[lang])
    field(page).fill(QUESTION[lang])
    expect(page.locator(".ab-card__text")).to_contain_text("950")
    page.clock.set_fixed_time(AFTER)
    options(page).first.click()
    page.wait_for_load_state()
    page.go_back()
    expect(field(page)).to_have_value(QUESTION[lang])
    expect(page.locator(".ab-card__text")).to_contain_text("999")


def test_the_assistant_answers_with_the_price_of_the_new_day(on_the_eve, lang):
    page = on_the_eve(SUPPORT[lang])
    page.locator(".ab-launcher").click()
    for day, price in ((EVE, "950"), (AFTER, "999")):
        page.clock.set_fixed_time(day)
        page.locator(".ab-composer__input").fill(QUESTION[lang])
        page.keyboard.press("Enter")
        expect(page.locator(".ab-turn--answered").last).to_contain_text(price)


def test_an_order_whose_day_nobody_chose_is_of_the_new_day(on_the_eve, lang):
    page = on_the_eve(CALCULATOR[lang])
    total, order = page.locator(".ab-result__total data"), page.locator('input[name="order"]')
    expect(total).to_have_attribute("value", "950.00")
    page.clock.set_fixed_time(AFTER)
    page.locator('input[name="seats.admin"]').fill("2")
    expect(total).to_have_attribute("value", "1998.00")
    expect(order).to_have_value("2027-01-02")
    assert plain(page.locator(".ab-print-only").text_content()) == PRINTED[lang]


def test_the_day_that_somebody_chose_for_an_order_stays(on_the_eve, lang):
    page = on_the_eve(CALCULATOR[lang])
    total, order = page.locator(".ab-result__total data"), page.locator('input[name="order"]')
    expect(total).to_have_attribute("value", "950.00")
    page.clock.set_fixed_time(AFTER)
    order.fill("2026-12-30")
    page.locator('input[name="seats.admin"]').fill("2")
    expect(total).to_have_attribute("value", "1900.00")
    expect(order).to_have_value("2026-12-30")
