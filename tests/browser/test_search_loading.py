"""What the search fetches and when, where it runs, and what it says when files do not come."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import DESKTOP, HOME, PHONE, SUPPORT, field, options, replaced

QUERY = {"nl": "factuur", "en": "invoice"}
SHARDS = re.compile(r"/answerbook/search/")


def shown(page):
    return page.locator("answer-search a.ab-hit").evaluate_all("(all) => all.map((one) => one.href + one.innerText)")


def large(page):
    """The demo as an index so large that a worker searches it."""
    replaced(page, "elements/search/searching.js", "LARGE = 2000", "LARGE = 1")


def search(page, text):
    field(page).fill(text)
    expect(options(page).first).to_be_visible()
    return shown(page)


def test_a_worker_searches_a_large_index_and_finds_the_same(open_page, lang):
    here = search(open_page(SUPPORT[lang]), QUERY[lang])
    page = open_page(SUPPORT[lang], before=large)
    assert search(page, QUERY[lang]) == here
    assert [urlsplit(worker.url).path for worker in page.workers] == ["/answerbook/js/search/worker.js"]


def test_a_small_index_needs_no_worker(open_page):
    page = open_page(SUPPORT["nl"])
    search(page, QUERY["nl"])
    assert page.workers == []


def test_what_only_another_language_has_is_found_in_a_worker_too(open_page):
    page = open_page(SUPPORT["en"], before=large)
    search(page, "toewijzen")
    expect(page.locator('answer-search [lang="nl"] .ab-hit').first).to_be_visible()


@pytest.mark.parametrize("kind", ["no workers", "an error", "silence"])
def test_where_no_worker_can_run_the_page_searches_itself(open_page, kind, watch):
    def before(page):
        large(page)
        if kind == "no workers":
            page.add_init_script("delete window.Worker")
        elif kind == "an error":
            page.route("**/search/worker.js", lambda route: route.fulfill(status=404))
        else:
            page.route("**/search/worker.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
            replaced(page, "search/aside.js", "PATIENCE = 8_000", "PATIENCE = 300")

    page = open_page(SUPPORT["nl"], before=before)
    search(page, QUERY["nl"])
    assert page.workers == []
    watch.wrong = [wrong for wrong in watch.wrong if "404" not in wrong]


def test_a_policy_without_workers_leaves_the_search_to_the_page(open_page, watch):
    def no_workers(route):
        made = route.fetch()
        policy = made.headers["content-security-policy"].replace("worker-src 'self'", "worker-src 'none'")
        route.fulfill(response=made, headers={**made.headers, "content-security-policy": policy})

    def before(page):
        large(page)
        page.route(f"**/{SUPPORT['nl']}", no_workers)

    page = open_page(SUPPORT["nl"], before=before)
    search(page, QUERY["nl"])
    assert page.workers == []
    assert watch.wrong
    assert all("worker-src" in wrong for wrong in watch.wrong)
    watch.wrong = []


def test_a_worker_that_breaks_is_replaced_by_the_page(open_page, watch):
    listening = 'addEventListener("message"'

    def before(page):
        large(page)
        replaced(page, "search/worker.js", listening, f'setTimeout(() => {{ throw new Error("broke"); }}, 1500);\n{listening}')

    page = open_page(SUPPORT["nl"], before=before)
    search(page, QUERY["nl"])
    page.wait_for_timeout(1600)
    assert search(page, "account")
    assert page.workers == []
    watch.wrong = [wrong for wrong in watch.wrong if "broke" not in wrong]


def test_what_every_search_needs_is_there_before_the_first_letter(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    field(page).focus()
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, QUERY[lang])
    first = len(asked)
    assert not [url for url in asked if url.endswith(("manifest.json", ".js"))], asked
    search(page, QUERY[lang] + " account")
    assert len([url for url in asked[first:] if SHARDS.search(url)]) <= 2


def test_files_that_do_not_come_are_asked_for_again_when_the_reader_says_so(open_page, lang, watch):
    page = open_page(SUPPORT[lang])
    page.route(SHARDS, lambda route: route.abort())
    field(page).fill(QUERY[lang])
    expect(page.locator(".ab-search__failed")).to_be_visible()
    expect(page.locator("answer-search")).not_to_have_attribute("data-busy", "")
    assert "index" not in page.locator(".ab-search__notes").inner_text()
    page.unroute(SHARDS)
    page.locator(".ab-search__notes button").click()
    expect(options(page).first).to_be_visible()
    expect(page.locator(".ab-search__failed")).to_have_count(0)
    watch.wrong = [wrong for wrong in watch.wrong if "ERR_FAILED" not in wrong]


def test_without_its_words_the_search_still_says_that_it_failed(open_page, lang, watch):
    sentence = {"nl": "verbinding", "en": "connection"}[lang]
    page = open_page(HOME[lang])
    page.route(re.compile(r"/answerbook/(manifest\.json|.*\.language\.)"), lambda route: route.abort())
    field(page).fill(QUERY[lang])
    expect(page.locator(".ab-search__failed")).to_contain_text(sentence)
    page.unroute(re.compile(r"/answerbook/(manifest\.json|.*\.language\.)"))
    page.locator(".ab-search__notes button").click()
    expect(options(page).first).to_be_visible()
    watch.wrong = [wrong for wrong in watch.wrong if "ERR_FAILED" not in wrong]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_search_that_could_not_even_begin_says_so_and_begins_when_it_can(open_page, lang, watch, size):
    page = open_page(HOME[lang], before=lambda page: page.set_viewport_size(size))
    page.wait_for_selector("answer-search[data-ready]", state="attached")
    page.context.set_offline(True)
    page.keyboard.press("/")
    said = page.locator(".ab-search__unstarted")
    expect(said).to_contain_text({"nl": "verbinding", "en": "connection"}[lang])
    expect(said.locator("xpath=self::*[@role='status']")).to_be_visible()
    page.keyboard.type(QUERY[lang])
    said.locator("button").click()
    expect(said).to_be_visible()
    page.context.set_offline(False)
    expect(options(page).first).to_be_visible()
    expect(said).to_have_count(0)
    assert page.evaluate("document.activeElement.type") == "search"
    watch.wrong = [wrong for wrong in watch.wrong if "ERR_INTERNET_DISCONNECTED" not in wrong]


def moved(page, lang, status):
    """The site as built anew: the index this page knew has another name there."""
    missed = []

    def of_before(route):
        made = route.fetch()
        data = made.json()
        if not missed:
            data["languages"][lang]["search"] = data["languages"][lang]["search"].replace("/manifest.", "/gone.")
        route.fulfill(response=made, json=data)

    def gone(route):
        missed.append(route.request.url)
        route.fulfill(status=status)

    page.route(re.compile(r"/answerbook/manifest\.json$"), of_before)
    page.context.route(re.compile(r"/gone\."), gone)
    return missed


@pytest.mark.parametrize("status", [404, 403], ids=["none", "forbidden"])
@pytest.mark.parametrize("before", [None, large], ids=["page", "worker"])
def test_after_a_new_build_the_search_finds_the_new_files_by_itself(open_page, lang, watch, before, status):
    missed = []

    def prepared(page):
        missed.append(moved(page, lang, status))
        if before:
            before(page)

    page = open_page(SUPPORT[lang], before=prepared)
    search(page, QUERY[lang])
    assert missed[0]
    watch.wrong = [wrong for wrong in watch.wrong if str(status) not in wrong]


@pytest.mark.parametrize("before", [None, large], ids=["page", "worker"])
def test_files_that_are_gone_for_good_are_said_to_need_a_new_page(open_page, lang, watch, before):
    page = open_page(SUPPORT[lang], before=before)
    page.wait_for_load_state("networkidle")
    page.context.route(re.compile(r"/answerbook/search/.*\.txt$"), lambda route: route.fulfill(status=404))
    field(page).focus()
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    field(page).fill(QUERY[lang])
    expect(page.locator(".ab-search__failed")).to_contain_text({"nl": "opnieuw", "en": "again"}[lang])
    assert len([url for url in asked if url.endswith("/answerbook/manifest.json")]) == 1
    page.context.unroute_all()
    page.locator(".ab-search__notes button").click()
    page.wait_for_load_state()
    search(page, QUERY[lang])
    watch.wrong = [wrong for wrong in watch.wrong if "404" not in wrong]


def test_a_damaged_index_is_told_in_the_language_of_the_page(open_page, lang):
    page = open_page(SUPPORT[lang])
    page.route(re.compile(r"/answerbook/search/.*\.txt$"), lambda route: route.fulfill(body="x"))
    field(page).fill(QUERY[lang])
    expect(page.locator(".ab-search__failed")).to_contain_text({"nl": "Laad de pagina opnieuw", "en": "Load the page again"}[lang])
