"""The search from the keyboard: everything can be reached, chosen and left without a mouse."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import HOME, SEARCH, SUPPORT, field, options

QUERY = {"nl": "factuur", "en": "invoice"}


@pytest.fixture
def searched(open_page, lang):
    """A page whose header search stands open with hits, the focus in its field."""
    page = open_page(SUPPORT[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    expect(page.locator("answer-search").first).not_to_have_attribute("data-busy", "")  # of the whole question, with its answer
    return page


def chosen(page):
    """The place of the option the keyboard is at, as a screen reader is told; -1 in the field itself."""
    return page.evaluate("""() => {
        const at = document.activeElement.getAttribute("aria-activedescendant");
        return [...document.querySelectorAll("answer-search [role=option]")].findIndex((one) => one.id === at);
    }""")


def test_a_slash_or_control_k_leads_to_the_search_but_not_while_somebody_types(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    for key in ("/", "Control+k"):
        page.keyboard.press(key)
        expect(field(page)).to_be_focused()
        page.keyboard.press("Tab")
        expect(field(page)).not_to_be_focused()
    field(page).focus()
    page.keyboard.type("a/b")
    expect(field(page)).to_have_value("a/b")
    page.keyboard.press("Control+k")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == "a/b"


def test_a_slash_leads_to_the_search_in_the_page_where_there_is_one(open_page, lang):
    page = open_page(HOME[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    expect(page.locator("answer-search[variant=page] input")).to_be_focused()


def test_arrows_go_round_through_the_field(searched):
    last = options(searched).count() - 1
    searched.keyboard.press("ArrowUp")
    assert chosen(searched) == last
    searched.keyboard.press("ArrowDown")
    assert chosen(searched) == -1
    searched.keyboard.press("ArrowDown")
    assert chosen(searched) == 0


def test_home_and_end_move_the_cursor_and_among_the_options_they_choose_the_ends(searched):
    searched.keyboard.press("Home")
    assert (chosen(searched), field(searched).evaluate("(one) => one.selectionStart")) == (-1, 0)
    searched.keyboard.press("ArrowDown")
    searched.keyboard.press("End")
    assert chosen(searched) == options(searched).count() - 1
    searched.keyboard.press("Home")
    assert chosen(searched) == 0
    searched.keyboard.press("ArrowRight")
    assert (chosen(searched), field(searched).evaluate("(one) => one.selectionStart")) == (-1, 1)


def test_alt_and_the_arrows_close_and_open(searched):
    searched.keyboard.press("Alt+ArrowUp")
    expect(searched.locator(".ab-search__panel")).to_be_hidden()
    expect(field(searched)).to_have_attribute("aria-expanded", "false")
    searched.keyboard.press("Alt+ArrowDown")
    expect(options(searched).first).to_be_visible()
    assert chosen(searched) == -1
    searched.keyboard.press("Escape")
    searched.keyboard.press("ArrowDown")
    expect(options(searched).first).to_be_visible()


def test_enter_shows_all_results_and_they_can_be_shared(searched, lang):
    searched.keyboard.press("Enter")
    searched.wait_for_url(re.compile(rf"/{re.escape(SEARCH[lang])}\?q={QUERY[lang]}$"))
    expect(options(searched).first).to_be_visible()


def test_enter_on_a_hit_opens_it(searched):
    searched.keyboard.press("ArrowDown")
    aim = options(searched).first.get_attribute("href")
    searched.keyboard.press("Enter")
    searched.wait_for_url(re.compile(re.escape(urlsplit(aim).path)))
    assert searched.url == aim


@pytest.mark.parametrize("path", [SUPPORT, SEARCH], ids=["header", "page of results"])
def test_control_and_enter_open_a_hit_in_a_tab_of_its_own_and_the_search_stays(open_page, lang, path):
    page = open_page(path[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    expect(page.locator("answer-search").first).not_to_have_attribute("data-busy", "")
    page.keyboard.press("ArrowDown")
    aim = options(page).first.get_attribute("href")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    opened.value.wait_for_url(aim)  # a new tab is blank first
    expect(options(page).first).to_be_visible()
    assert page.url.split("?")[0].endswith(path[lang])


def test_a_hit_on_this_very_page_closes_the_search_and_is_in_view(open_page):
    page = open_page(SUPPORT["en"])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).fill("training")
    here = page.locator(f'answer-search .ab-hit[href*="{SUPPORT["en"]}#"]').first
    anchor = here.get_attribute("href").partition("#")[2]
    here.click()
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_tab_goes_through_what_stands_around_the_hits_and_leaving_closes(searched):
    searched.keyboard.press("Tab")
    expect(searched.locator(".ab-search__panel")).to_be_visible()
    assert searched.evaluate("document.activeElement.closest('.ab-search__panel') !== null")
    searched.locator("main h1").click(position={"x": 5, "y": 5})
    expect(searched.locator(".ab-search__panel")).to_be_hidden()


def test_coming_back_to_the_field_shows_the_hits_again(searched):
    searched.locator("main h1").click(position={"x": 5, "y": 5})
    expect(searched.locator(".ab-search__panel")).to_be_hidden()
    field(searched).click()
    expect(options(searched).first).to_be_visible()


def test_on_a_narrow_screen_no_letter_typed_right_away_goes_elsewhere(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.set_viewport_size({"width": 600, "height": 800})
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("Control+k")
    page.keyboard.type(f"pnf {QUERY[lang]}")  # some letters alone are the theme's own keys
    expect(field(page)).to_have_value(f"pnf {QUERY[lang]}")
    expect(options(page).first).to_be_visible()


def test_the_keys_that_lead_to_the_search_open_it_again_after_escape_has_closed_it(searched, lang):
    searched.keyboard.press("Escape")
    expect(options(searched).first).to_be_hidden()
    searched.keyboard.press("Control+k")
    expect(options(searched).first).to_be_visible()
    assert field(searched).evaluate("(input) => [input.selectionStart, input.selectionEnd]") == [0, len(QUERY[lang])]


@pytest.mark.parametrize("path", [SUPPORT, SEARCH], ids=["header", "page of results"])
def test_after_a_click_on_plain_text_escape_still_leads_out(open_page, lang, path):
    page = open_page(path[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    page.locator("answer-search .ab-search__count").click()
    expect(field(page)).not_to_be_focused()
    expect(options(page).first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none"
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    expect(options(page).first).to_be_visible(visible=path is SEARCH)


def test_when_the_window_has_grown_wide_the_dialog_gives_the_focus_to_the_field(open_page, lang):
    page = open_page(SUPPORT[lang], before=lambda page: page.set_viewport_size({"width": 600, "height": 800}))
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("Control+k")
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(field(page)).to_be_focused()
    page.wait_for_timeout(300)
    expect(page.locator(".ab-search__panel")).to_be_hidden()


def test_a_press_at_the_side_of_the_window_may_be_on_its_scroll_bar_and_only_a_click_leaves(searched):
    searched.mouse.move(1277, 500)
    searched.mouse.down()
    expect(options(searched).first).to_be_visible()
    searched.mouse.up()
    expect(searched.locator(".ab-search__panel")).to_be_hidden()


def test_a_key_of_an_input_method_chooses_and_closes_nothing(searched):
    for key in ("ArrowDown", "Escape"):
        field(searched).dispatch_event("keydown", {"key": key, "keyCode": 229})
    assert chosen(searched) == -1
    expect(options(searched).first).to_be_visible()
