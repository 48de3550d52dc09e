"""A page that the browser kept for whoever goes back. WebKit then sets fields that are not to be filled in by itself back to their default.

Chromium does not; here a reset of the form stands for it.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import CALCULATOR, FAIR_USE, HOME, PHONE, SEARCH, SUPPORT

LEFT = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
RESET = "document.querySelectorAll('form').forEach((form) => form.reset())"
PLACES = {"header": SUPPORT, "home": HOME, "page of results": SEARCH}


def kept(page, fields, values):
    """Whether the fields hold what was typed in them, before and after the page was left and shown again."""
    shown = "(all) => all.map((one) => one.value)"
    assert fields.evaluate_all(shown) == values
    for _ in range(2):
        page.evaluate(LEFT)
        page.evaluate(RESET)
        assert fields.evaluate_all(shown) == values


def test_the_quantities_of_a_calculator_stay(open_page, lang):
    page = open_page(CALCULATOR[lang] + "?seats.admin=3&order=2026-04-01")
    fields = page.locator("price-calculator .ab-stepper__input")
    expect(fields.first).to_have_value("3")
    kept(page, fields, ["3", "0"])
    fields.nth(1).fill("12")
    kept(page, fields, ["3", "12"])


def test_the_use_somebody_measures_stays(open_page, lang):
    page = open_page(FAIR_USE[lang])
    fields = page.locator("fair-use-meter input")
    fields.nth(0).fill("90")
    fields.nth(1).fill("30")
    kept(page, fields, ["90", "30"])


@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
def test_what_was_searched_stays_in_the_field_above_its_results(open_page, lang, path):
    page = open_page(path[lang])
    field = page.locator("answer-search[data-ready] input[type=search]").last
    field.fill("support")
    kept(page, page.locator("answer-search input[type=search]").last, ["support"])


def test_also_in_the_dialog_of_a_phone(open_page, lang):
    page = open_page(SUPPORT[lang], before=lambda page: page.set_viewport_size(PHONE))
    page.locator("answer-search[data-ready] form button").click()
    page.keyboard.type("support")
    kept(page, page.locator("dialog[open] input[type=search]"), ["support"])


def test_every_field_that_a_browser_is_not_to_fill_in_is_among_them(open_page, lang):
    for path in (CALCULATOR, FAIR_USE, HOME, SEARCH):
        page = open_page(path[lang], before=lambda page: page.set_viewport_size({"width": 1280, "height": 5000}))
        page.wait_for_load_state("networkidle")
        fields = page.locator("input[autocomplete=off]:not(.md-search__input)")
        fields.evaluate_all("(all) => all.forEach((one) => (one.value = '7'))")
        page.evaluate(LEFT)
        assert set(fields.evaluate_all("(all) => all.map((one) => one.defaultValue)")) == {"7"}
