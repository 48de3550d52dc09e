"""Recent searches: on this device only, each to be removed, and no harm where nothing can be stored."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from .conftest import HOME, SEARCH, SUPPORT, field

KEY = {"nl": "answerbook.searches /nl", "en": "answerbook.searches /en"}
SEARCHED = ["fair use", "invoice", "wat kost een admin"]
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });"


def recent(page):
    return page.locator("answer-search .ab-recent")


def stored(page, lang):
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY[lang]) or "[]")


@pytest.fixture
def remembered(open_page, lang):
    """A page of somebody who searched before, the focus in the empty field."""
    script = f"sessionStorage.began || localStorage.setItem({KEY[lang]!r}, {json.dumps(json.dumps(SEARCHED))}); sessionStorage.began = 1;"
    page = open_page(SUPPORT[lang], before=lambda page: page.add_init_script(script))
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    expect(recent(page)).to_have_count(3)
    return page


def test_a_search_is_remembered_when_it_led_somewhere_and_is_offered_in_an_empty_field(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill("admin")
    page.locator("answer-search a.ab-hit").first.click()
    page.wait_for_load_state()
    assert stored(page, lang) == ["admin"]
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    assert field(page).input_value() == ""
    field(page).click()
    expect(recent(page)).to_have_text(["admin"])
    field(page).fill("support")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{SEARCH[lang]}?q=support")
    assert stored(page, lang) == ["support", "admin"]


def test_what_was_only_typed_is_not_remembered(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill("admin")
    expect(page.locator("answer-search a.ab-hit").first).to_be_visible()
    page.keyboard.press("Escape")
    assert stored(page, lang) == []


def test_nothing_of_it_is_sent_and_no_cookie_is_set(remembered):
    asked = []
    remembered.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    remembered.keyboard.press("ArrowDown")
    remembered.keyboard.press("Enter")
    expect(remembered.locator("answer-search a.ab-hit").first).to_be_visible()
    assert not [url for url in asked if "fair" in url]
    assert remembered.context.cookies() == []


def test_one_is_chosen_with_the_arrows_and_searched(remembered):
    expect(field(remembered)).to_have_attribute("aria-expanded", "true")
    remembered.keyboard.press("ArrowDown")
    expect(field(remembered)).to_have_attribute("aria-activedescendant", recent(remembered).first.get_attribute("id"))
    remembered.keyboard.press("Enter")
    expect(field(remembered)).to_have_value("fair use")
    expect(field(remembered)).to_be_focused()
    expect(remembered.locator("answer-search a.ab-hit").first).to_be_visible()


def test_each_can_be_removed_with_a_button_and_the_focus_goes_on(remembered, lang):
    buttons = remembered.locator(".ab-recent__tools button")
    buttons.nth(1).click()
    expect(recent(remembered)).to_have_text(["fair use", "wat kost een admin"])
    assert stored(remembered, lang) == ["fair use", "wat kost een admin"]
    expect(buttons.nth(1)).to_be_focused()
    remembered.keyboard.press("Enter")
    expect(buttons.nth(0)).to_be_focused()
    remembered.keyboard.press("Enter")
    expect(remembered.locator(".ab-search__panel")).to_be_hidden()
    expect(field(remembered)).to_be_focused()
    assert stored(remembered, lang) == []


def test_each_can_be_removed_with_the_delete_key(remembered, lang):
    remembered.keyboard.press("ArrowDown")
    remembered.keyboard.press("ArrowDown")
    remembered.keyboard.press("Delete")
    expect(recent(remembered)).to_have_count(2)
    expect(recent(remembered).nth(1)).to_have_attribute("aria-selected", "true")
    assert stored(remembered, lang) == ["fair use", "wat kost een admin"]


def test_all_can_be_removed_at_once(remembered, lang):
    remembered.locator(".ab-recent__head button").click()
    expect(remembered.locator(".ab-search__panel")).to_be_hidden()
    expect(field(remembered)).to_be_focused()
    assert remembered.evaluate("(key) => localStorage.getItem(key)", KEY[lang]) is None


def test_escape_closes_them_and_typing_takes_their_place(remembered):
    remembered.keyboard.press("Escape")
    expect(remembered.locator(".ab-search__panel")).to_be_hidden()
    field(remembered).click()
    expect(recent(remembered)).to_have_count(3)
    remembered.keyboard.type("admin")
    expect(remembered.locator("answer-search a.ab-hit").first).to_be_visible()
    expect(recent(remembered)).to_have_count(0)
    expect(remembered.locator(".ab-recent__head")).to_have_count(0)


def test_what_is_longer_than_the_field_takes_is_not_remembered(remembered, lang):
    field(remembered).evaluate("(one) => (one.maxLength = 1000)")  # as where somebody typed before the script was there
    field(remembered).fill("support " * 30)
    remembered.keyboard.press("Enter")
    remembered.wait_for_url(f"**/{SEARCH[lang]}?**")
    assert stored(remembered, lang) == SEARCHED


def test_a_remembered_phrase_is_quoted_with_inner_marks(open_page, lang):
    script = f"localStorage.setItem({KEY[lang]!r}, {json.dumps(json.dumps([chr(34) + 'fair use' + chr(34)]))})"
    page = open_page(SUPPORT[lang], before=lambda page: page.add_init_script(script))
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    expect(page.locator(".ab-recent__tools button")).to_have_accessible_name(re.compile("“‘fair use’”"))
    expect(recent(page)).to_have_text(['"fair use"'])


def test_where_storage_is_blocked_the_search_works_and_remembers_nothing(open_page, lang, watch):
    page = open_page(HOME[lang], before=lambda page: page.add_init_script(BLOCKED))
    field(page).click()
    page.keyboard.type("admin")
    expect(page.locator("answer-search a.ab-hit").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{SEARCH[lang]}?q=admin")
    expect(page.locator("answer-search a.ab-hit").first).to_be_visible()
    field(page).fill("")
    page.wait_for_timeout(400)
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    watch.wrong = [wrong for wrong in watch.wrong if "blocked" not in wrong]  # the theme's own script asks for it


def test_what_somebody_else_wrote_there_does_no_harm(open_page):
    for written in ("{", "[1, null]", '{"a": 1}', '["' + "x" * 500 + '"]'):
        script = f"localStorage.setItem({KEY['nl']!r}, {written!r})"
        page = open_page(SUPPORT["nl"], before=lambda page, script=script: page.add_init_script(script))
        page.wait_for_selector("answer-search[data-ready]", state="attached")
        page.keyboard.press("/")
        page.wait_for_timeout(300)
        expect(recent(page)).to_have_count(0)
