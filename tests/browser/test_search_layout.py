"""How the search lies on a screen: one edge for all that it shows, and nothing sticks out, whatever a title or a query holds."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import SEARCH, SUPPORT, replaced

QUERY = "seat support"
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
SMALL = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
#: The place of the search, the size of the window.
PLACES = {"header": (SUPPORT, DESK), "dialog": (SUPPORT, SMALL), "page": (SEARCH, DESK), "page on a phone": (SEARCH, SMALL)}
#: Where things begin, counted from the side on which lines begin.
EDGES = """(rtl) => [
    "h1", ".ab-search__count", ".ab-filter__choice", ".ab-hits__group > .ab-icon", ".ab-hit__title > .ab-icon", ".ab-search__ways",
].map((what) => {
    const box = document.querySelector(what.startsWith(".") ? `answer-search ${what}` : what).getBoundingClientRect();
    return Math.round(rtl ? innerWidth - box.right : box.left);
})"""
#: How much wider than itself anything is that may scroll.
WIDER = """() => [document.documentElement, ...document.querySelectorAll(".ab-search__panel, .ab-search__dialog, .ab-hits")]
    .map((one) => one.scrollWidth - one.clientWidth)"""


@pytest.fixture(params=PLACES.values(), ids=PLACES)
def place(request):
    return request.param


def searching(page, query):
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.keyboard.press("/")
    page.keyboard.type(query)
    expect(page.locator(".ab-search__notes")).to_be_visible()
    page.wait_for_timeout(300)


@pytest.mark.parametrize("rtl", [False, True], ids=["from the left", "from the right"])
def test_all_that_is_shown_begins_at_one_edge_which_on_a_page_is_its_own(open_page, place, rtl):
    path, size = place
    page = open_page(path["en"], before=lambda page: page.set_viewport_size(size))
    if rtl:
        page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
        page.locator(".md-select__inner").evaluate_all("(all) => all.forEach((one) => one.remove())")  # the theme's, which sticks out
    searching(page, QUERY)
    title, *edges = page.evaluate(EDGES, rtl)
    assert max(edges) - min(edges) <= 1, edges
    assert path is not SEARCH or abs(edges[0] - title) <= 1


def test_a_long_title_and_a_long_word_asked_stay_within(open_page, place):
    path, size = place
    old = "const trail = way(client, hit);"
    new = f"hit.title = hit.section = '{WORD}'; {old}"

    def before(page):
        page.set_viewport_size(size)
        replaced(page, "elements/search/results.js", old, new)

    page = open_page(path["en"], before=before)
    searching(page, QUERY)
    expect(page.locator(".ab-hits__title").first).to_have_text(WORD)
    assert not any(page.evaluate(WIDER))
    page.keyboard.press("Control+a")
    page.keyboard.type("qzxv" * 40)
    expect(page.locator(".ab-search__notes")).to_contain_text("qzxv" * 40)
    assert not any(page.evaluate(WIDER))


def test_on_a_phone_the_field_and_the_way_out_stay_while_results_scroll(open_page, lang):
    page = open_page(SUPPORT[lang], before=lambda page: page.set_viewport_size(SMALL))
    searching(page, {"nl": "account", "en": "seat"}[lang])
    places = "() => ['input', '.ab-search__close'].map((what) => document.querySelector(`dialog ${what}`).getBoundingClientRect().top)"
    before = page.evaluate(places)
    page.locator(".ab-search__dialog").evaluate("(dialog) => dialog.scrollTo(0, 300)")
    assert page.locator(".ab-search__dialog").evaluate("(dialog) => dialog.scrollTop") > 100
    assert page.evaluate(places) == before
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    option = page.locator("dialog [aria-selected=true]").bounding_box()
    assert option["y"] >= page.locator("dialog form").bounding_box()["height"] - 1
    page.locator(".ab-search__close").click()
    expect(page.locator(".ab-search__dialog")).to_be_hidden()
