"""Following a hit and coming back: question, hits and place are there again. Chromium under test keeps no page, so each comes back anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import HOME, SEARCH, SUPPORT, field, options, until

QUERY = {"nl": "support account", "en": "support seat"}


def follow_the_last(page):
    """Follow the last hit that leads to another page; its address and how far what scrolls was scrolled then."""
    here = page.url.split("?")[0].split("#")[0]
    last = page.locator(f'answer-search .ab-hit:not([href^="{here}#"])').last
    last.scroll_into_view_if_needed()
    aim = last.get_attribute("href")
    last.click()
    page.wait_for_url(f"{aim.split('#')[0]}**")
    page.wait_for_load_state()
    return aim


def found(open_page, path, lang):
    """A page on which something was searched: the page of results by its address, another one by its field."""
    page = open_page(f"{path[lang]}?q={QUERY[lang]}" if path is SEARCH else path[lang])
    if path is not SEARCH:
        field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    return page


def back_to(page, path):
    page.go_back()
    page.wait_for_url(f"**/{path}*")
    expect(options(page).first).to_be_visible()


def test_the_header_search_stands_open_again_where_it_was(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.set_viewport_size({"width": 1280, "height": 500})
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    aim = follow_the_last(page)
    back_to(page, SUPPORT[lang])
    expect(field(page)).to_have_value(QUERY[lang])
    expect(page.locator("answer-search [aria-selected=true]")).to_have_attribute("href", aim)
    expect(page.locator("answer-search [aria-selected=true]")).to_be_in_viewport()
    assert page.locator(".ab-search__panel").evaluate("(panel) => panel.scrollTop") > 0
    page.keyboard.press("Escape")
    expect(page.locator(".ab-search__panel")).to_be_hidden()


def test_the_page_of_results_is_as_it_was(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={QUERY[lang]}")
    page.set_viewport_size({"width": 1280, "height": 400})
    page.locator('.ab-filter__choice:has([value="support"])').click()
    page.wait_for_url("**in=support")
    expect(page.locator('answer-search .ab-hit:not([href*="/faq/support"])')).to_have_count(0)
    follow_the_last(page)
    back_to(page, SEARCH[lang])
    expect(field(page)).to_have_value(QUERY[lang])
    expect(page.locator('.ab-filter [value="support"]')).to_be_checked()
    until(page, "scrollY > 0")


def test_the_search_of_the_home_page_too(open_page, lang):
    page = open_page(HOME[lang])
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    follow_the_last(page)
    back_to(page, HOME[lang])
    expect(field(page)).to_have_value(QUERY[lang])


def test_on_a_phone_the_dialog_is_open_again(open_page, lang):
    page = open_page(SUPPORT[lang], phone=True)
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.locator("answer-search form button").click()
    expect(field(page)).to_be_focused()
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    follow_the_last(page)
    back_to(page, SUPPORT[lang])
    expect(page.locator("answer-search dialog")).to_be_visible()
    expect(field(page)).to_have_value(QUERY[lang])
    until(page, "document.querySelector('answer-search dialog').scrollTop > 0")


def test_back_from_a_hit_on_the_same_page_opens_the_search_again(open_page):
    page = open_page(SUPPORT["en"])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).fill("training")
    page.locator(f'answer-search .ab-hit[href*="{SUPPORT["en"]}#"]').first.click()
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    page.go_back()
    expect(options(page).first).to_be_visible()
    expect(field(page)).to_have_value("training")
    page.go_forward()
    expect(page.locator(".ab-search__panel")).to_be_hidden()


def test_whoever_closed_the_search_does_not_find_it_open_again(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    follow_the_last(page)
    back_to(page, SUPPORT[lang])
    page.keyboard.press("Escape")
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    page.reload()
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.wait_for_timeout(400)
    expect(page.locator(".ab-search__panel")).to_be_hidden()


@pytest.mark.parametrize("path", [SEARCH, SUPPORT], ids=["page of results", "header"])
def test_what_was_kept_is_forgotten_with_the_next_question(open_page, lang, path):
    page = found(open_page, path, lang)
    follow_the_last(page)
    back_to(page, path[lang])
    expect(field(page)).to_have_value(QUERY[lang])
    field(page).fill("sla")
    expect(page.locator("answer-search .ab-mark").first).to_have_text("SLA")
    page.reload()
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    expect(field(page)).to_have_value("sla" if path is SEARCH else "")


def test_escape_on_the_page_of_results_forgets_what_was_kept(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={QUERY[lang]}")
    expect(options(page).first).to_be_visible()
    follow_the_last(page)
    back_to(page, SEARCH[lang])
    field(page).focus()
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    page.reload()
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    expect(field(page)).to_have_value("")


@pytest.mark.parametrize("path", [SEARCH, SUPPORT], ids=["page of results", "header"])
def test_what_is_typed_before_the_search_is_there_is_what_is_searched(open_page, lang, path):
    page = found(open_page, path, lang)
    follow_the_last(page)
    waiting = []
    page.route("**/elements/search/search.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks the handler
    page.go_back()
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).fill("sla")
    for route in waiting:
        route.continue_()
    expect(page.locator("answer-search .ab-mark").first).to_have_text("SLA")
    expect(field(page)).to_have_value("sla")
