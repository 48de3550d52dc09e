"""The page of results: its hits are links of a page, and what they answer to is what its address says."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from .conftest import CONTACT, HOME, SEARCH, SUPPORT, field, replaced, until

FIRST = {"nl": "factuur", "en": "invoice"}
QUESTION = {"nl": "wat kosten 3 admins", "en": "what do 3 admins cost"}
RECENT = {"nl": "answerbook.searches /nl", "en": "answerbook.searches /en"}


def slowly(module, awaiting):
    """The page with something in a module that comes only after a while."""
    return lambda page: replaced(page, module, awaiting, f"await new Promise((go) => setTimeout(go, 900)); {awaiting}")


late_answer = slowly("elements/search/card.js", "const answer = await client.ask({ q: query }).catch(")
late_hits = slowly("elements/search/searching.js", "const engine = await this.engine();")


def hits(page):
    return page.locator("answer-search a.ab-hit")


@pytest.fixture
def found(open_page, lang):
    """The page with what its address asked for, the focus in the field."""
    page = open_page(f"{SEARCH[lang]}?q={FIRST[lang]}")
    expect(hits(page).first).to_be_visible()
    field(page).focus()
    return page


def test_every_hit_is_a_stop_of_the_tab_key_in_its_order(found):
    stops = []
    for _ in range(hits(found).count() + 4):
        found.keyboard.press("Tab")
        stops += found.evaluate("document.activeElement.matches('a.ab-hit') ? [document.activeElement.href] : []")
    assert stops == hits(found).evaluate_all("(all) => all.map((one) => one.href)")


def test_hits_are_links_in_a_list_called_by_their_titles(found):
    listed = found.get_by_role("list", name=re.compile("Zoekresultaten|Search results"))
    assert listed.get_by_role("listitem").count() == found.locator(".ab-hits__page").count()
    title = hits(found).first.locator(".ab-hit__title").inner_text()
    expect(listed.get_by_role("link", name=title, exact=True)).to_have_count(1)
    expect(hits(found).first).to_have_accessible_description(hits(found).first.locator(".ab-hit__text").text_content())
    assert found.locator("answer-search [role=option]").count() == 0
    expect(field(found)).to_have_attribute("aria-expanded", "false")


def test_the_arrows_lead_from_the_field_to_the_links_and_back(found):
    found.keyboard.press("ArrowDown")
    expect(hits(found).first).to_be_focused()
    found.keyboard.press("ArrowDown")
    expect(hits(found).nth(1)).to_be_focused()
    found.keyboard.press("ArrowUp")
    found.keyboard.press("ArrowUp")
    expect(field(found)).to_be_focused()
    found.keyboard.press("ArrowDown")
    aim = hits(found).first.get_attribute("href")
    found.keyboard.press("Enter")
    found.wait_for_url(aim)
    found.wait_for_load_state()


def test_escape_leads_from_a_link_to_the_field_and_empties_there(found, lang):
    found.keyboard.press("ArrowDown")
    found.keyboard.press("Escape")
    expect(field(found)).to_be_focused()
    expect(field(found)).to_have_value(FIRST[lang])
    expect(hits(found).first).to_be_visible()
    found.keyboard.press("Escape")
    expect(field(found)).to_have_value("")
    expect(found.locator(".ab-search__panel")).to_be_hidden()
    assert found.url.endswith(SEARCH[lang])


def test_in_an_emptied_field_an_arrow_leads_to_no_hit_that_goes(found):
    field(found).evaluate("""(one) => {
        one.value = "";
        one.dispatchEvent(new Event("input"));
        one.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
    }""")
    expect(hits(found).first).to_be_hidden()
    expect(field(found)).to_be_focused()


def test_enter_leads_on_to_the_best_hit_and_where_there_is_an_answer_to_that(found, lang):
    found.keyboard.press("Enter")
    expect(hits(found).first).to_be_focused()
    field(found).fill("")
    field(found).press_sequentially(QUESTION[lang])
    found.keyboard.press("Enter")  # before anything was found
    expect(found.locator(".ab-card")).to_be_focused()
    found.wait_for_timeout(400)
    expect(found.locator(".ab-card")).to_be_focused()


def test_whoever_types_on_after_enter_stays_in_the_field(found):
    field(found).fill("support")
    field(found).evaluate("""(one) => {
        one.form.requestSubmit();
        one.value = "support account"; // while what was asked is on its way
        one.dispatchEvent(new Event("input"));
    }""")
    found.wait_for_url("**?q=support+account")
    found.wait_for_timeout(600)
    expect(field(found)).to_be_focused()


def test_enter_leaves_whoever_went_on_meanwhile_where_they_are(open_page, lang):
    page = open_page(SEARCH[lang], before=late_hits)
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).focus()
    page.wait_for_selector("answer-search [role=status]", state="attached")  # from now on Enter is not the form's own
    page.keyboard.type(FIRST[lang])
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.evaluate("window.there = document.activeElement")
    expect(hits(page).first).to_be_visible()
    page.wait_for_timeout(400)
    assert page.evaluate("document.activeElement === window.there && window.there !== document.body")


def test_enter_leads_to_the_answer_that_is_still_on_its_way_when_its_hits_stand(open_page, lang):
    page = open_page(SEARCH[lang], before=late_answer)
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).focus()
    page.keyboard.type(QUESTION[lang])
    expect(hits(page).first).to_be_visible()
    until(page, "document.querySelector('answer-search').dataset.shows === 'hits' && !document.querySelector('answer-search[data-busy]')")
    page.keyboard.press("Enter")
    expect(page.locator(".ab-card")).to_be_focused()


def test_an_answer_does_not_stand_above_the_hits_of_the_next_question(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={QUESTION[lang]}", before=late_answer)
    expect(page.locator(".ab-card")).to_be_visible()
    page.evaluate("""() => {
        const panel = document.querySelector(".ab-search__panel");
        const hits = panel.querySelector("ol.ab-hits");
        new MutationObserver(() => (window.above = panel.querySelector(".ab-card") !== null)).observe(hits, { childList: true });
    }""")
    field(page).fill({"nl": "factuur betalen", "en": "pay invoice"}[lang])
    until(page, "window.above !== undefined")
    assert page.evaluate("window.above") is False


def test_the_focus_stays_among_the_links_when_others_take_their_place(found):
    found.keyboard.press("End")
    found.keyboard.type(" s")
    found.keyboard.press("ArrowDown")
    expect(hits(found).first).to_be_focused()
    found.evaluate("window.old = document.activeElement")
    until(found, "!window.old.isConnected")
    expect(hits(found).first).to_be_focused()
    field(found).select_text()
    found.keyboard.type("qzxv")
    found.keyboard.press("ArrowDown")
    expect(hits(found).first).to_be_focused()
    until(found, "!document.querySelector('answer-search a.ab-hit')")
    expect(field(found)).to_be_focused()


def test_where_the_browser_refuses_to_remember_the_search_goes_on(open_page, lang):
    refused = "History.prototype.replaceState = () => { throw new DOMException('too often', 'SecurityError'); }"
    page = open_page(SUPPORT[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).fill("support")
    expect(hits(page).first).to_be_visible()
    page.evaluate(f"() => {{ history.replaceState({{ answerbookSearch: {{}} }}, ''); {refused} }}")
    field(page).fill(FIRST[lang])
    expect(page.locator(".ab-mark").first).to_have_text(re.compile(FIRST[lang][:4], re.IGNORECASE))
    here = page.url
    hits(page).evaluate_all("(all) => all.forEach((one) => { one.href = '#here'; })")
    hits(page).first.click()
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    assert page.url == f"{here}#here"
    assert page.evaluate("(key) => localStorage.getItem(key)", RECENT[lang]) == json.dumps([FIRST[lang]])


def test_alt_and_the_arrows_do_not_take_the_results_away(found):
    found.keyboard.press("Alt+ArrowUp")
    expect(hits(found).first).to_be_visible()


def test_back_from_a_hit_the_focus_is_at_it_again(found, lang):
    found.keyboard.press("ArrowDown")
    found.keyboard.press("ArrowDown")
    aim = hits(found).nth(1).get_attribute("href")
    found.keyboard.press("Enter")
    found.wait_for_url(aim)
    found.wait_for_load_state()
    found.go_back()
    found.wait_for_url(f"**/{SEARCH[lang]}*")
    expect(hits(found).nth(1)).to_be_focused()


def test_recent_searches_are_still_a_list_to_choose_from(open_page, lang):
    script = f"localStorage.setItem({RECENT[lang]!r}, {json.dumps(json.dumps(['support', FIRST[lang]]))})"
    page = open_page(SEARCH[lang], before=lambda page: page.add_init_script(script))
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).click()
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(hits(page).first).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(0)


def test_escape_right_after_a_letter_shows_nothing_any_more(open_page, lang):
    script = f"localStorage.setItem({RECENT[lang]!r}, '[\"support\"]')"
    page = open_page(f"{SEARCH[lang]}?q={FIRST[lang]}", before=lambda page: page.add_init_script(script))
    expect(hits(page).first).to_be_visible()
    field(page).focus()
    page.keyboard.type("s")
    page.keyboard.press("Escape")
    page.wait_for_timeout(600)
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    assert page.url.endswith(SEARCH[lang])


def test_escape_while_the_answer_is_on_its_way_keeps_the_panel_closed_and_the_same_can_be_asked_again(open_page, lang):
    page = open_page(SUPPORT[lang])
    field(page).fill("sup")
    expect(hits(page).first).to_be_visible()
    field(page).focus()
    page.keyboard.type("port")
    page.keyboard.press("Escape")
    page.wait_for_timeout(600)
    expect(page.locator(".ab-search__panel")).to_be_hidden()
    field(page).fill("")
    field(page).fill("support")
    expect(hits(page).first).to_be_visible()


def test_back_and_forward_within_the_page_show_what_the_address_names(found, lang):
    found.evaluate("location.hash = 'further'")
    field(found).fill("sla")
    found.wait_for_url("**?q=sla#further")
    expect(found.locator(".ab-mark").first).to_have_text("SLA")
    found.go_back()
    expect(field(found)).to_have_value(FIRST[lang])
    expect(found.locator(".ab-mark").first).not_to_have_text("SLA")
    found.go_forward()
    expect(field(found)).to_have_value("sla")


def test_going_back_leads_to_what_was_meant_and_not_to_what_was_typed_on_the_way(found, lang):
    field(found).fill("")
    field(found).press_sequentially("sla", delay=150)  # every letter is searched
    found.wait_for_url("**?q=sla")
    found.keyboard.press("Enter")
    expect(hits(found).first).to_be_focused()
    field(found).fill("support")
    found.wait_for_url("**?q=support")
    found.go_back()
    expect(field(found)).to_have_value("sla")
    expect(found.locator(".ab-mark").first).to_have_text("SLA")
    found.go_back()
    expect(field(found)).to_have_value(FIRST[lang])
    expect(hits(found).first).to_be_visible()
    found.go_forward()
    expect(field(found)).to_have_value("sla")


@pytest.mark.parametrize("typed", ["{}+", "%20{}", "{}%09"])
def test_blanks_in_an_address_make_no_entry_that_going_back_is_caught_in(open_page, lang, typed):
    page = open_page(CONTACT[lang])
    page.goto(f"{page.url.removesuffix(CONTACT[lang])}{SEARCH[lang]}?q={typed.format(FIRST[lang])}")
    expect(hits(page).first).to_be_visible()
    page.go_back()
    page.wait_for_url(f"**/{CONTACT[lang]}")


def test_going_back_after_the_emptied_page_was_read_again_shows_what_the_address_names(found, lang):
    field(found).fill("")
    found.wait_for_url(f"**/{SEARCH[lang]}")
    found.reload()
    found.wait_for_selector("answer-search[data-ready]", state="attached")
    found.go_back()
    expect(field(found)).to_have_value(FIRST[lang])
    expect(hits(found).first).to_be_visible()


def test_going_back_drops_what_is_being_searched(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={FIRST[lang]}", before=late_hits)
    expect(hits(page).first).to_be_visible()
    field(page).fill("sla")
    page.wait_for_url("**?q=sla")
    page.go_back()
    expect(field(page)).to_have_value(FIRST[lang])
    page.wait_for_timeout(1_200)
    expect(field(page)).to_have_value(FIRST[lang])
    assert page.url.endswith(f"?q={FIRST[lang]}")
    expect(page.locator(".ab-mark").first).not_to_have_text("SLA")


def test_a_question_that_was_meant_is_gone_back_to_though_the_next_came_before_its_answer(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={FIRST[lang]}", before=late_hits)
    expect(hits(page).first).to_be_visible()
    field(page).fill("sla")
    field(page).press("Enter")
    field(page).fill("support")
    page.wait_for_url("**?q=support")
    expect(page.locator(".ab-mark").first).to_have_text(re.compile("support", re.IGNORECASE))
    page.go_back()
    expect(field(page)).to_have_value("sla")
    page.go_back()
    expect(field(page)).to_have_value(FIRST[lang])


def test_a_search_that_the_address_of_another_page_asked_for_is_followed_and_left_there_too(open_page, lang):
    page = open_page(f"{HOME[lang]}?q={FIRST[lang]}")
    expect(hits(page).first).to_be_visible()
    field(page).fill("sla")
    page.wait_for_url("**/?q=sla")
    page.reload()
    expect(field(page)).to_have_value("sla")
    expect(hits(page).first).to_be_visible()
    field(page).focus()
    page.keyboard.press("Escape")
    page.wait_for_url(f"**/{HOME[lang]}")
    page.reload()
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    expect(field(page)).to_have_value("")


def test_the_dialog_closed_with_its_button_is_not_open_again_after_a_reload(open_page, lang):
    page = open_page(f"{SUPPORT[lang]}?q={FIRST[lang]}", phone=True)
    expect(hits(page).first).to_be_visible()
    at_once = page.locator(".ab-search__close").evaluate("(button) => { button.click(); return location.search; }")
    assert at_once == ""  # not with a frame that a reload may be faster than
    expect(page.locator("answer-search dialog")).to_be_hidden()
    page.reload()
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.wait_for_timeout(400)
    assert page.locator("answer-search dialog[open]").count() == 0


def test_the_dialog_that_the_browser_closes_itself_gives_the_search_back_to_the_page(open_page, lang):
    page = open_page(f"{SUPPORT[lang]}?q={FIRST[lang]}", phone=True)
    expect(hits(page).first).to_be_visible()
    page.locator("answer-search dialog").evaluate("(dialog) => dialog.close()")
    expect(page.locator("answer-search > form")).to_have_count(1)
    expect(page.locator("answer-search > form button")).to_be_focused()
    assert page.evaluate("location.search") == ""


def test_without_a_script_it_says_so_and_leads_on(open_page, lang):
    page = open_page(f"{SEARCH[lang]}?q={FIRST[lang]}", java_script_enabled=False)
    note = page.locator("main .ab-notice")
    expect(note).to_contain_text("JavaScript")
    assert note.locator("a").evaluate("(link) => link.pathname") == f"/{CONTACT[lang]}"
    assert note.bounding_box()["y"] < page.locator(".ab-questions").first.bounding_box()["y"]


def test_with_a_script_nothing_is_said_of_scripts(found):
    assert found.locator("main .ab-notice").count() == 0


def test_a_section_without_a_title_is_called_as_its_page(open_page):
    def untitled(page):
        replaced(page, "elements/search/results.js", "const trail = way(client, hit);", 'hit.section = ""; const trail = way(client, hit);')

    for path in (SEARCH, SUPPORT):
        page = open_page(path["en"], before=untitled)
        field(page).fill("invoice")
        expect(hits(page).first).to_be_visible()
        assert all(page.locator(".ab-hit__title").all_inner_texts())
