"""The pages as they lie on a screen: nothing sticks out, nothing is lost without a script, switching languages keeps the question."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import ARTICLE, CALCULATOR, CONTACT, FAIR_USE, HOME, SEARCH, SUPPORT

PAGES = [one[lang] for one in (HOME, ARTICLE, SUPPORT, CALCULATOR, FAIR_USE, SEARCH, CONTACT) for lang in ("nl", "en")]


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_no_page_is_wider_than_its_window(open_page, phone):
    page = open_page(HOME["nl"], phone=phone)
    root = page.url
    for path in [*PAGES, "404.html"]:
        page.goto(root + path, wait_until="networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, path


def test_without_a_script_the_article_is_whole(open_page):
    page = open_page(ARTICLE["en"], java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("price-calculator table")).to_be_visible()
    expect(page.locator("article-feedback a").first).to_be_visible()
    expect(page.locator("faq-assistant.ab-corner > a")).to_be_visible()


def test_without_a_script_a_search_leads_to_the_list_of_all_questions(open_page):
    page = open_page(ARTICLE["nl"], java_script_enabled=False)
    field = page.locator(".md-header input[type=search]")
    field.fill("prijs")
    field.press("Enter")
    assert page.url.endswith("/search/?q=prijs")
    expect(page.locator(".ab-questions a").first).to_be_visible()


def test_switching_the_language_keeps_the_page_the_question_and_what_was_filled_in(open_page):
    page = open_page(ARTICLE["nl"] + "#seat-term")
    page.wait_for_selector("language-links[data-ready]", state="attached")
    page.locator(".md-select button").hover()
    page.locator(".md-select__link[hreflang=en]").click()
    page.wait_for_url(f"**/{ARTICLE['en']}#seat-term")
    page.wait_for_selector("language-links[data-ready]", state="attached")
    page.locator(".md-select button").hover()
    page.locator(".md-select__link[hreflang=nl]").click()
    page.wait_for_url(f"**/{ARTICLE['nl']}#seat-term")


def test_a_visitor_who_only_reads_fetches_no_index_and_no_answers(open_page):
    asked: list[str] = []
    page = open_page(HOME["nl"], before=lambda page: page.on("request", lambda request: asked.append(request.url)))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search" in url.rpartition("/answerbook/")[2] and url.endswith((".json", ".txt"))]
    assert not [url for url in asked if "lunr" in url or "search_index" in url or "sitemap" in url or ".answers." in url]
