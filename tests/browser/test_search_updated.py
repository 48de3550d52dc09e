"""A page of before on a site that was built anew: what it says when modules or files no longer fit, and what it still finds."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from .conftest import SUPPORT, field, options

QUERY = {"nl": "factuur", "en": "invoice"}
NOTHING = "qzxvqzxv"
UPDATED = {"nl": "vernieuwd", "en": "updated"}
CONNECTION = {"nl": "verbinding", "en": "connection"}
MANIFEST = re.compile(r"/answerbook/manifest\.json$")
#: What the form fetches for the search, and what the search fetches to find and show.
MODULES = ["search/search.js", "search/showing.js"]


def ready(page):
    page.wait_for_selector("answer-search[data-ready]", state="attached")


def told(page):
    return page.locator("answer-search .ab-search__failed").first


def newer(route):
    """A module of the new site, which asks another one for what that did not have before."""
    made = route.fetch()
    headers = {"content-type": "text/javascript", "cache-control": "no-store"}
    route.fulfill(headers=headers, body='import { brandNew } from "../dom.js";' + made.text())


def without(page, watch, *words):
    """What the browser itself says of a test's own doing."""
    page.wait_for_load_state("networkidle")
    watch.wrong = [wrong for wrong in watch.wrong if not any(word in wrong for word in words)]


@pytest.mark.parametrize("module", MODULES)
def test_modules_of_a_new_site_that_do_not_fit_this_page_are_told_as_such_and_a_new_page_helps(open_page, lang, watch, module):
    page = open_page(SUPPORT[lang])
    ready(page)
    page.route(f"**/elements/{module}", newer)
    field(page).fill(QUERY[lang])
    expect(told(page)).to_contain_text(UPDATED[lang])
    page.unroute_all()
    with page.expect_navigation():
        told(page).locator("xpath=following-sibling::button").click()
    ready(page)
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    without(page, watch, "brandNew")


@pytest.mark.parametrize("module", MODULES)
def test_modules_that_are_out_of_reach_are_told_to_be_a_matter_of_the_connection(open_page, lang, watch, module):
    page = open_page(SUPPORT[lang])
    ready(page)
    is_started = module == MODULES[1]
    if is_started:
        page.locator("answer-search").first.hover()
        page.wait_for_selector("answer-search .ab-search__panel", state="attached")
    page.context.set_offline(True)
    field(page).fill(QUERY[lang])
    expect(told(page)).to_contain_text(CONNECTION[lang])
    page.context.set_offline(False)
    if is_started:  # else it begins by itself
        told(page).locator("xpath=following-sibling::button").click()
    expect(options(page).first).to_be_visible()
    without(page, watch, "ERR_INTERNET_DISCONNECTED")


@pytest.mark.parametrize("file", [MANIFEST, re.compile(r"\.language\.")], ids=["manifest", "words"])
def test_a_site_whose_data_this_page_cannot_read_any_more_asks_for_a_new_page(open_page, lang, watch, file):
    def other(route):
        if file == MANIFEST:
            route.fulfill(json={**route.fetch().json(), "format": "answerbook-site/99"})
        else:
            route.fulfill(status=403)

    page = open_page(SUPPORT[lang], before=lambda page: page.route(file, other))
    field(page).fill(QUERY[lang])
    expect(told(page)).to_contain_text(UPDATED[lang])
    without(page, watch, "403")


@pytest.mark.parametrize("status", [408, 425, 429, 503])
def test_a_refusal_that_passes_is_asked_again(open_page, watch, status):
    page = open_page(SUPPORT["en"])
    page.route("**/answerbook/search/**", lambda route: route.fulfill(status=status))
    field(page).fill(QUERY["en"])
    expect(told(page)).to_contain_text(CONNECTION["en"])
    page.unroute_all()
    told(page).locator("xpath=following-sibling::button").click()
    expect(options(page).first).to_be_visible()
    without(page, watch, str(status))


@pytest.mark.parametrize("change", ["language", "format", "nothing"])
def test_hits_stay_when_their_excerpts_are_gone_and_the_new_site_has_nothing_for_this_page(open_page, lang, watch, change):
    late = []

    def manifest(route):
        made = route.fetch().json()
        if late and change == "language":
            made = {**made, "languages": {code: files for code, files in made["languages"].items() if code != lang}}
        elif late and change == "format":
            made = {**json.loads(json.dumps(made).replace("/manifest.", "/unknown.")), "format": "answerbook-site/99"}
        elif late:
            made = None
        route.fulfill(json=made)

    page = open_page(SUPPORT[lang], before=lambda page: page.route(MANIFEST, manifest))
    page.route(re.compile(rf"/search/{lang}/texts\."), lambda route: route.fulfill(status=404))
    ready(page)
    page.locator("answer-search").first.hover()
    page.wait_for_load_state("networkidle")
    late.append(True)
    field(page).fill(QUERY[lang])
    expect(options(page).first).to_be_visible()
    expect(page.locator("answer-search .ab-search__failed")).to_have_count(0)
    without(page, watch, "404")


def test_nothing_found_is_said_as_such_when_the_other_language_cannot_be_had(open_page, watch):
    page = open_page(SUPPORT["en"])
    page.route(re.compile(r"/search/nl/"), lambda route: route.fulfill(status=404))
    field(page).fill(NOTHING)
    expect(page.locator("answer-search .ab-search__notes").first).to_contain_text(NOTHING)
    expect(page.locator("answer-search .ab-search__ways").first).to_be_visible()
    expect(page.locator("answer-search .ab-search__failed")).to_have_count(0)
    without(page, watch, "404")
