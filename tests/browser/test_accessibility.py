"""axe on everything that is ours, in light and dark, on a desk and in a hand, at rest and in use."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import ARTICLE, CALCULATOR, CONTACT, FAIR_USE, HOME, SEARCH, SUPPORT

#: What the theme draws itself and nothing of ours stands in. Each is its own: we neither make nor dress it.
THEME = [
    [".md-tabs"],  # links on the coloured bar, faded by the theme
    [".md-sidebar"],  # the theme's table of contents and drawer
    [".md-footer"],  # the theme's footer
    [".md-skip"],  # the theme's skip link, outside any landmark
    [".md-overlay"],
    [".md-top"],  # the theme's back-to-top button
]
OPTIONS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}

PAGES = {
    "home": HOME,
    "article": ARTICLE,
    "support": SUPPORT,
    "calculator": CALCULATOR,
    "fair use": FAIR_USE,
    "search": SEARCH,
    "contact": CONTACT,
}
QUESTION = {"nl": "wat kosten 3 admins", "en": "what do 3 admins cost"}


#: Each language, palette and width meets each other one: the four cover all pairs.
VIEWS = {
    "nl light desktop": ("nl", "light", False),
    "nl dark phone": ("nl", "dark", True),
    "en dark desktop": ("en", "dark", False),
    "en light phone": ("en", "light", True),
}


@pytest.fixture(params=VIEWS.values(), ids=VIEWS)
def view(request):
    return request.param


def violations(page, only=None):
    page.wait_for_timeout(400)
    context = {"exclude": THEME} | ({"include": [[only]]} if only else {})
    found = Axe().run(page, context=context, options=OPTIONS).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_violation(open_page, view, name):
    lang, scheme, phone = view
    page = open_page(PAGES[name][lang], phone=phone, color_scheme=scheme)
    page.wait_for_selector("faq-assistant[data-ready]", state="attached")
    assert violations(page) == []


def test_a_conversation_has_no_violation(open_page, view):
    lang, scheme, phone = view
    page = open_page(HOME[lang], phone=phone, color_scheme=scheme)
    page.locator(".ab-launcher").click()
    page.locator(".ab-composer__input").fill(QUESTION[lang])
    page.keyboard.press("Enter")
    answer = page.locator(".ab-turn--said").nth(1)
    answer.locator("summary").click()
    answer.locator(".ab-rating button").nth(1).click()
    assert violations(page, ".ab-panel") == []


def searching(open_page, view, path, before=None):
    """A page with the focus in its search; on a phone that is a dialog."""
    lang, scheme, phone = view
    page = open_page(path[lang], phone=phone, color_scheme=scheme, before=before)
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    button = page.locator(".md-header answer-search form button")
    if phone and button.count():
        button.click()
    else:
        page.locator("answer-search input[type=search]").click()
    expect(page.locator("answer-search input[type=search]")).to_be_focused()
    return page


@pytest.mark.parametrize("path", [ARTICLE, SEARCH], ids=["header", "page"])
def test_search_results_with_answer_and_filter_have_no_violation(open_page, view, path):
    page = searching(open_page, view, path)
    page.keyboard.type({"nl": "wat kosten 3 admins met support", "en": "what do 3 admins with support cost"}[view[0]])
    expect(page.locator(".ab-card")).to_be_visible()
    expect(page.locator(".ab-filter")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page, "answer-search") == []
    page.locator(".ab-filter__choice").nth(1).click()
    page.wait_for_timeout(400)
    assert violations(page, "answer-search") == []


def test_recent_searches_have_no_violation(open_page, view):
    stored = f"localStorage.setItem('answerbook.searches /{view[0]}', '[\"factuur\", \"invoice\"]')"
    page = searching(open_page, view, ARTICLE, before=lambda page: page.add_init_script(stored))
    expect(page.locator(".ab-recent")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    assert violations(page, "answer-search") == []


def test_a_search_without_hits_and_one_that_failed_have_no_violation(open_page, view, watch):
    page = searching(open_page, view, ARTICLE)
    page.keyboard.type("qzxv")
    expect(page.locator(".ab-search__ways")).to_be_visible()
    assert violations(page, "answer-search") == []
    page.route("**/answerbook/search/**", lambda route: route.abort())
    page.reload()
    page = searching(lambda *_args, **_options: page, view, ARTICLE)
    page.keyboard.type("factuur")
    expect(page.locator(".ab-search__failed")).to_be_visible()
    assert violations(page, "answer-search") == []
    watch.wrong = [wrong for wrong in watch.wrong if "ERR_FAILED" not in wrong]


def test_a_refused_order_has_no_violation(open_page, view):
    lang, scheme, phone = view
    page = open_page(CALCULATOR[lang] + "?seats.admin=1&order=2023-01-01", phone=phone, color_scheme=scheme)
    expect(page.locator("price-calculator .ab-error")).to_be_visible()
    assert violations(page, "price-calculator") == []


def test_the_feedback_has_no_violation_before_and_after_an_answer(open_page, view):
    lang, scheme, phone = view
    page = open_page(ARTICLE[lang], phone=phone, color_scheme=scheme)
    page.locator("article-feedback").scroll_into_view_if_needed()
    expect(page.locator("article-feedback button")).to_have_count(2)
    assert violations(page, "article-feedback") == []
    page.locator("article-feedback button").nth(1).click()
    assert violations(page, "article-feedback") == []


def test_a_large_order_has_no_violation(open_page, view):
    lang, scheme, phone = view
    page = open_page(CALCULATOR[lang] + "?seats.admin=999999&seats.manager=999999&order=2026-04-01", phone=phone, color_scheme=scheme)
    expect(page.locator(".ab-result__total")).to_be_visible()
    assert violations(page, "price-calculator") == []
