"""The search in a browser: hits as one types, the computed answer above them, all of it from the keyboard."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import ARTICLE, CONTACT, HOME, SEARCH, SUPPORT, field, options, replaced

QUERY = {"nl": "factuur", "en": "invoice"}
QUESTION = {"nl": "wat kosten 3 admins en 2 projectbeheerders", "en": "what do 3 admins and 2 project managers cost"}
FIGURE = {"nl": "€ 4.050,00", "en": "€4,050.00"}
NOTHING = "qzxv"
TYPE_ON = {"nl": "Typ iets meer, dan komen hier de resultaten.", "en": "Type a little more and the results appear here."}
#: Collects what a screen reader is told.
TELLING = """() => {
    const said = document.querySelector("answer-search [role=status]");
    window.told = [];
    new MutationObserver(() => said.textContent && window.told.push(said.textContent)).observe(said, { childList: true });
}"""


def active(page):
    return page.locator("answer-search [role=option][aria-selected=true]")


def test_hits_come_as_one_types_and_lead_to_the_section(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    assert any("#billing" in link for link in options(page).evaluate_all("(all) => all.map((one) => one.href)"))
    assert page.locator(".ab-hits__trail").first.inner_text()
    assert page.locator(".ab-hit .ab-mark").count()


def test_a_slash_arrows_and_enter_are_enough(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(active(page)).to_have_count(1)
    assert field(page).get_attribute("aria-activedescendant") == active(page).get_attribute("id")
    aim = active(page).get_attribute("href")
    page.keyboard.press("ArrowUp")
    expect(active(page)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(urlsplit(aim).path)))
    assert page.url == aim


def test_escape_closes_then_empties_and_the_focus_stays(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("Control+k")
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    expect(field(page)).to_have_value(QUERY[lang])
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()


def test_a_question_about_a_figure_is_answered_above_the_hits(open_page, lang):
    page = open_page(HOME[lang])
    field(page).fill(QUESTION[lang])
    card = page.locator(".ab-card")
    expect(card).to_be_visible()
    assert FIGURE[lang] in card.inner_text().replace("\u00a0", " ")
    card.locator("summary").click()
    assert card.locator("ol li").count() >= 3
    assert card.bounding_box()["y"] < page.locator(".ab-hits").first.bounding_box()["y"]


def test_what_is_no_question_about_a_figure_gets_hits_only(open_page, lang):
    page = open_page(HOME[lang])
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    page.wait_for_timeout(500)
    assert page.locator(".ab-card").count() == 0


def test_an_answer_to_an_older_question_is_dropped(open_page):
    page = open_page(HOME["nl"])
    field(page).focus()
    for text in ("wat kost een admin", "wat kost een admin x", "factuur"):
        field(page).fill(text)
        page.wait_for_timeout(130)
    expect(options(page).first).to_be_visible()
    page.wait_for_timeout(700)
    assert page.locator(".ab-card").count() == 0
    said = page.locator("answer-search [role=status]").first.inner_text()
    assert "€" not in said


def test_nothing_found_leads_to_the_assistant_to_a_person_and_to_every_question(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill(NOTHING)
    expect(page.locator(".ab-search__notes")).to_contain_text(NOTHING)
    links = page.locator(".ab-search__ways a").evaluate_all("(all) => all.map((one) => one.href)")
    assert [urlsplit(link).path for link in links] == [f"/{CONTACT[lang]}", f"/{SEARCH[lang]}"]
    page.locator(".ab-search__ways").get_by_role("button").click()
    expect(page.locator(".ab-turn--asked")).to_contain_text(NOTHING)


def test_below_the_hits_stands_who_helps_when_none_fits(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    page.locator(".ab-search__ways a").click()
    page.wait_for_url(f"**/{CONTACT[lang]}?**")
    assert QUERY[lang] in page.locator("contact-message textarea").input_value()
    assert SUPPORT[lang] in page.locator("contact-message textarea").input_value()


def test_a_mistyped_word_is_repaired_and_it_is_said_so(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill({"nl": "factuurr", "en": "invoise"}[lang])
    expect(options(page).first).to_be_visible()
    expect(page.locator(".ab-search__notes")).to_contain_text(QUERY[lang])
    note, first = page.locator(".ab-search__notes").bounding_box(), options(page).first.bounding_box()
    assert note["y"] < first["y"]


def test_a_quoted_phrase_that_no_page_has_is_searched_as_words_and_it_is_said_so(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill({"nl": '"factuur support account"', "en": '"invoice support seat"'}[lang])
    expect(options(page).first).to_be_visible()
    expect(page.locator(".ab-search__notes")).to_contain_text({"nl": "letterlijk", "en": "exactly like this"}[lang])


@pytest.mark.parametrize("begun", ["z", " q ", "?", '"', "...", "\u200b"])
def test_what_has_only_begun_is_not_told_that_nothing_was_found(open_page, lang, begun):
    page = open_page(SUPPORT[lang])
    field(page).fill(begun)
    expect(page.locator(".ab-search__notes")).to_have_text(TYPE_ON[lang])
    expect(page.locator("answer-search [role=status]")).to_have_text(TYPE_ON[lang])
    assert page.locator(".ab-search__ways").count() == 0


def test_a_single_letter_or_figure_that_pages_have_shows_them(open_page):
    page = open_page(SUPPORT["en"])
    for letter in ("a", "3"):
        field(page).fill(letter)
        expect(options(page).first).to_be_visible()


@pytest.mark.parametrize("quoted", ['"qzxv wxq"', "“qzxv wxq”", "«qzxv wxq»", "„qzxv wxq“"])
def test_quotation_marks_of_a_query_are_the_inner_ones_where_it_is_quoted(open_page, lang, quoted):
    page = open_page(SUPPORT[lang])
    field(page).fill(quoted)
    expect(page.locator(".ab-search__notes")).to_contain_text("“‘qzxv wxq’”")


def test_how_many_were_found_stands_above_the_hits_wherever_they_are(open_page, lang):
    for phone in (False, True):
        page = open_page(SUPPORT[lang], phone=phone)
        page.wait_for_selector("answer-search[data-ready]", state="attached")
        if phone:
            page.locator("answer-search form button").click()
        field(page).fill(QUERY[lang])
        expect(page.locator(".ab-search__count")).to_have_text(re.compile(r"^\d+ result"))
        assert page.locator(".ab-search__count").inner_text().startswith(f"{page.locator('.ab-hits__page').count()} ")


def test_an_answer_and_what_was_found_are_told_together_and_once(open_page, lang):
    page = open_page(SUPPORT[lang], before=lambda page: replaced(page, "elements/search/box.js", "PAUSE = 900", "PAUSE = 1"))
    field(page).click()
    page.wait_for_selector("answer-search [role=status]", state="attached")
    page.evaluate(TELLING)
    field(page).fill(QUESTION[lang])
    expect(page.locator(".ab-card")).to_be_visible()
    page.wait_for_timeout(500)
    (told,) = page.evaluate("window.told")
    assert FIGURE[lang] in told.replace("\u00a0", " ")
    assert re.search(r"\d+ result", told)


def test_a_screen_reader_is_told_once_typing_stops_and_not_at_every_letter(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).click()
    page.wait_for_selector("answer-search [role=status]", state="attached")
    page.evaluate(TELLING)
    page.keyboard.type(QUERY[lang], delay=180)
    expect(page.locator("answer-search [role=status]")).not_to_be_empty()
    page.wait_for_timeout(1200)
    assert len(page.evaluate("window.told")) == 1


def test_a_screen_reader_is_told_nothing_of_hits_that_were_closed(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).focus()
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    page.wait_for_timeout(100)
    page.keyboard.press("Escape")
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    page.wait_for_timeout(1200)
    assert page.locator("answer-search [role=status]").text_content() == ""


def test_more_hits_are_one_press_away_and_the_reader_goes_on_at_the_first_new_one(open_page):
    page = open_page(SEARCH["en"], before=few_at_a_time)
    field(page).fill("seat support price")
    expect(page.locator(".ab-search__more")).to_be_visible()
    before = options(page).count()
    page.locator(".ab-search__more").click()
    expect(options(page).nth(before)).to_be_focused()


def few_at_a_time(page):
    replaced(page, "elements/search/asking.js", "LIMIT = 12", "LIMIT = 3")


def test_what_only_another_language_has_is_offered_as_such(open_page):
    page = open_page(SUPPORT["en"])
    field(page).fill("toewijzen")
    expect(page.locator(".ab-search__notes")).to_contain_text("in this language")
    expect(page.locator('answer-search [lang="nl"] .ab-hit').first).to_be_visible()
    assert "/en/" not in options(page).first.evaluate("(one) => one.href")


def test_a_query_that_looks_like_markup_stays_text(open_page):
    page = open_page(SUPPORT["nl"])
    field(page).fill("<img src=x onerror=alert(1)> qzxv")
    expect(page.locator("answer-search [role=status]").first).not_to_be_empty()
    assert page.locator("answer-search img").count() == 0


def test_on_a_phone_the_search_fills_the_screen_and_gives_the_focus_back(open_page, lang):
    page = open_page(ARTICLE[lang], phone=True)
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    button = page.locator("answer-search form button")
    button.click()
    dialog = page.locator("answer-search dialog")
    expect(dialog).to_be_visible()
    expect(field(page)).to_be_focused()
    page.keyboard.type(QUERY[lang])
    expect(options(page).first).to_be_visible()
    box = dialog.bounding_box()
    assert (box["width"], box["height"]) == (390, 844)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_the_page_of_all_questions_shows_what_the_address_asks_as_a_page(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={QUERY[lang]}")
    expect(options(page).first).to_be_visible()
    expect(page.locator(".ab-search__count")).to_be_visible()
    last, list_below = options(page).last.bounding_box(), page.locator(".ab-questions").first.bounding_box()
    assert last["y"] + last["height"] <= list_below["y"]
    page.locator("main h1").click()
    expect(options(page).first).to_be_visible()
    page.locator("main input[type=search]").fill("sla")
    page.wait_for_url("**/search/?q=sla")
    page.locator("main input[type=search]").fill("")
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    assert page.url.endswith("/search/")


def test_excerpts_of_another_day_are_not_shown_once_a_price_changed(open_page, lang, site_folder):
    manifest = json.loads((site_folder / "answerbook/manifest.json").read_text(encoding="utf-8"))

    def changed(page):
        page.route("**/manifest.json", lambda route: route.fulfill(json={**manifest, "next_change": "2027-01-01"}))

    for day, shown in ((datetime(2026, 12, 31, 12, tzinfo=UTC), True), (datetime(2027, 1, 1, 12, tzinfo=UTC), False)):
        page = open_page(SUPPORT[lang], day=day, before=changed)
        field(page).fill("admin")
        expect(options(page).first).to_be_visible()
        assert (page.locator(".ab-hit__text").count() > 0) is shown


def test_without_a_script_the_form_leads_to_every_question(open_page, lang):
    page = open_page(ARTICLE[lang], java_script_enabled=False)
    field(page).fill(QUERY[lang])
    field(page).press("Enter")
    page.wait_for_url(f"**/{SEARCH[lang]}*")  # and until all of it is there
    assert urlsplit(page.url).path == f"/{SEARCH[lang]}"
    assert page.locator(f"main a[href*='{ARTICLE['nl']}']").count() >= 6


def test_the_themes_own_index_is_never_asked_for(open_page, lang):
    asked = []
    page = open_page(HOME[lang], before=lambda page: page.on("request", lambda request: asked.append(urlsplit(request.url).path)))
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    assert not [path for path in asked if "search_index" in path or "lunr" in path or "worker" in path]
