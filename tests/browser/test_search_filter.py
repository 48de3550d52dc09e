"""Hits of one collection: chosen above the hits, kept in the address of the page of results, never a dead end."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import SEARCH, SUPPORT, field, options, replaced, until

#: The first matches pages of both collections, the second of one.
BOTH = {"nl": "support account", "en": "support seat"}
ONE = {"nl": "orderbevestiging", "en": "invoice"}


def choices(page):
    return page.locator("answer-search .ab-filter input")


def targets(page):
    """The collections that the hits lead to; empty for a page of none."""
    return set(options(page).evaluate_all("(all) => all.map((one) => one.href.match(/[/]faq[/]([^/]+)/)?.[1] ?? '')"))


@pytest.fixture
def searched(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    page.keyboard.type(BOTH[lang])
    expect(choices(page).first).to_be_attached()
    expect(page.locator("answer-search [role=status]")).not_to_be_empty()  # all that was typed was searched
    return page


def test_collections_are_named_and_counted(searched):
    expect(searched.locator(".ab-filter").get_by_role("radio")).to_have_count(3)
    names = searched.locator(".ab-filter__choice").all_inner_texts()
    assert "Support" in names[1] + names[2]
    assert all(any(letter.isdigit() for letter in name) for name in names)
    assert names[0].split()[-1] == str(searched.locator(".ab-hits__page").count())  # also those on pages of no collection
    expect(choices(searched).first).to_be_checked()


def test_a_choice_narrows_the_hits_and_it_is_said(searched):
    searched.locator('.ab-filter__choice:has([value="seats"])').click()
    expect(searched.locator('answer-search .ab-hit:not([href*="/faq/seats"])')).to_have_count(0)
    assert targets(searched) == {"seats"}
    name = searched.locator('.ab-filter__choice:has([value="seats"]) span').first.inner_text()
    expect(searched.locator("answer-search [role=status]")).to_contain_text(name)
    searched.locator(".ab-filter__choice").first.click()
    expect(searched.locator('answer-search .ab-hit:not([href*="/faq/seats"])').first).to_be_attached()


def test_the_keyboard_reaches_it_and_the_field_still_leads_to_the_hits(searched):
    searched.keyboard.press("Tab")
    expect(choices(searched).first).to_be_focused()
    searched.keyboard.press("ArrowRight")
    expect(choices(searched).nth(1)).to_be_focused()
    expect(choices(searched).nth(1)).to_be_checked()
    value = choices(searched).nth(1).get_attribute("value")
    expect(searched.locator(f'answer-search .ab-hit:not([href*="/faq/{value}"])')).to_have_count(0)
    expect(choices(searched).nth(1)).to_be_focused()
    searched.keyboard.press("Shift+Tab")
    searched.keyboard.press("ArrowDown")
    expect(options(searched).first).to_have_attribute("aria-selected", "true")


def test_a_choice_without_hits_gives_way_to_all_and_it_is_said(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={ONE[lang]}&in=support")
    expect(options(page).first).to_be_visible()
    expect(page.locator(".ab-search__notes p").first).to_contain_text("Support")
    assert "in=" not in page.url


def test_the_address_keeps_the_choice(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={BOTH[lang]}")
    page.locator('.ab-filter__choice:has([value="seats"])').click()
    page.wait_for_url("**&in=seats")
    page.reload()
    expect(page.locator('.ab-filter [value="seats"]')).to_be_checked()
    expect(page.locator('answer-search .ab-hit:not([href*="/faq/seats"])')).to_have_count(0)
    page.locator(".ab-filter__choice").first.click()
    until(page, "!location.search.includes('in=')")
    field(page).fill("")
    expect(page.locator(".ab-filter")).to_be_hidden()


def test_a_choice_goes_along_to_the_page_of_all_results(searched, lang):
    searched.locator('.ab-filter__choice:has([value="seats"])').click()
    expect(searched.locator('answer-search .ab-hit:not([href*="/faq/seats"])')).to_have_count(0)
    searched.locator(".ab-search__all").click()
    searched.wait_for_url(f"**/{SEARCH[lang]}?q=**in=seats")
    expect(searched.locator('.ab-filter [value="seats"]')).to_be_checked()


def test_an_unknown_collection_in_the_address_shows_all(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={BOTH[lang]}&in=nonsense")
    expect(options(page).first).to_be_visible()
    expect(choices(page).first).to_be_checked()
    notes = page.locator(".ab-search__notes p").all_inner_texts()
    assert "nonsense" not in "".join(notes)
    assert {"nl": "Dit onderwerp bestaat niet.", "en": "This topic does not exist."}[lang] in notes[0]
    assert "in=" not in page.url


def test_how_many_there_are_in_all_stays_known_while_one_is_chosen(searched):
    everything = searched.locator(".ab-filter__choice").first.inner_text()
    searched.locator('.ab-filter__choice:has([value="seats"])').click()
    expect(searched.locator('answer-search .ab-hit:not([href*="/faq/seats"])')).to_have_count(0)
    assert searched.locator(".ab-filter__choice").first.inner_text() == everything


def test_how_many_there_are_is_known_beyond_those_that_are_shown(open_page):
    page = open_page(SEARCH["en"], before=lambda page: replaced(page, "elements/search/asking.js", "LIMIT = 12", "LIMIT = 3"))
    field(page).fill(BOTH["en"])
    expect(choices(page)).to_have_count(3)
    told, everything = page.locator(".ab-search__count"), page.locator(".ab-filter__count").first.inner_text()
    assert int(everything) > 3
    expect(told).to_have_text(f"The 3 best of {everything} results.")
    page.locator(".ab-search__more").click()
    page.locator(".ab-search__more").click()
    expect(options(page).nth(6)).to_be_attached()
    expect(told).not_to_contain_text(" 3 best")
    page.locator('.ab-filter__choice:has([value="seats"])').click()
    seats = page.locator('.ab-filter__choice:has([value="seats"]) .ab-filter__count').inner_text()
    expect(told).to_contain_text(seats)


def test_on_a_phone_the_row_scrolls_and_the_page_does_not(open_page, lang):
    page = open_page(SUPPORT[lang], phone=True)
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.locator("answer-search form button").click()
    expect(field(page)).to_be_focused()
    page.keyboard.type(BOTH[lang])
    expect(page.locator(".ab-filter__choice").first).to_be_visible()
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")
    page.locator('.ab-filter__choice:has([value="seats"])').click()
    expect(page.locator('answer-search .ab-hit:not([href*="/faq/seats"])')).to_have_count(0)


def test_a_choice_can_be_taken_back_where_a_later_question_leaves_nothing_to_choose(searched, lang):
    searched.locator('.ab-filter__choice:has([value="seats"])').click()
    expect(searched.locator('answer-search .ab-hit:not([href*="/faq/seats"])')).to_have_count(0)
    field(searched).fill(ONE[lang])
    expect(choices(searched)).to_have_count(2)
    expect(searched.locator('.ab-filter [value="seats"]')).to_be_checked()
    searched.locator('.ab-filter__choice:has([value=""])').click()
    expect(searched.locator('answer-search .ab-hit:not([href*="/faq/seats"])').first).to_be_visible()
    expect(searched.locator(".ab-filter")).to_be_hidden()
