"""The assistant on somebody else's page, brought by one script tag."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import serve

LIMIT = 30_000
QUESTION = {"nl": "Wat kosten 3 admins?", "en": "What do 3 admins cost?"}
FIGURE = {"nl": "2.850,00", "en": "2,850.00"}


@pytest.fixture
def host(site, lang, tmp_path, watch):
    """Another site with a policy of its own that trusts the help centre and nobody else."""
    script = f'<script type="module" src="{site}answerbook/js/embed.js"></script>'
    page = f'<!doctype html><html lang="{lang}"><title>Host</title><h1>Host</h1>{script}</html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    source = site.rstrip("/")
    with serve(tmp_path, f"default-src 'none'; script-src {source}; connect-src {source}") as address:
        watch.hosts.add(urlsplit(address).netloc)
        yield address


def no_icon(page):
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))


def test_one_tag_brings_the_assistant_in_a_shadow_of_its_own(open_page, host, lang):
    page = open_page(host, before=no_icon)
    page.locator(".ab-launcher").click()
    page.locator(".ab-composer__input").fill(QUESTION[lang])
    page.keyboard.press("Enter")
    expect(page.locator(".ab-turn--answered")).to_contain_text(FIGURE[lang])
    assert page.evaluate("document.querySelector('faq-assistant').shadowRoot !== null")
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    page.keyboard.press("Escape")
    expect(page.locator(".ab-launcher")).to_be_focused()


def test_what_is_loaded_before_the_button_shows_is_small(open_page, host, site_folder):
    asked = []

    def before(page):
        no_icon(page)
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))

    page = open_page(host, before=before)
    expect(page.locator(".ab-launcher")).to_be_visible()
    files = [Path(site_folder, path.lstrip("/")) for path in set(asked) if path.startswith("/answerbook/")]
    sizes = {str(path.relative_to(site_folder)): len(gzip.compress(path.read_bytes(), 9)) for path in files}
    assert sum(sizes.values()) < LIMIT, sizes


def test_a_site_that_cannot_be_read_is_a_plain_link(open_page, host, watch):
    def before(page):
        no_icon(page)
        page.route("**/manifest.json", lambda route: route.fulfill(status=404, headers={"Access-Control-Allow-Origin": "*"}))

    page = open_page(host, before=before)
    expect(page.locator("body > div > a")).to_be_visible()
    watch.wrong = [message for message in watch.wrong if "404" not in message]
