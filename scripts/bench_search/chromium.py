"""Visits to a site in a real headless Chromium."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from environment import prepare_chromium
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from .engines import Built
    from .serve import Site

ARGUMENTS = ["--no-sandbox", "--enable-blink-features=ForceEagerMeasureMemory"]
BATCH = 50


@dataclass(frozen=True, slots=True)
class Cold:
    """A first visit: milliseconds from import to list, and what was fetched until then."""

    ms: float
    fetched: list[tuple[str, int]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for the time of a block."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=prepare_chromium(), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def cold(browser: Browser, site: Site, built: Built, question: str, limit: int) -> Cold:
    """What a visitor with an empty cache waits for and fetches until the first list of results."""
    context = browser.new_context()
    page = context.new_page()
    _prepare(page, site)
    site.sent.clear()
    ms = page.evaluate("given => visit.cold(...given)", [built.engine, built.settings, question, limit])
    fetched = site.fetched()
    context.close()
    return Cold(ms, fetched)


@dataclass
class Warm:
    """Questions asked one after the other in one page: the pages found, the milliseconds of each, the memory held at the end."""

    found: list[list[str]]
    ms: list[float]
    megabytes: float


def warm(browser: Browser, site: Site, built: Built, questions: list[str], limit: int) -> Warm:
    """Ask every question in one page that stays open."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(0)
    _prepare(page, site)
    page.evaluate("given => visit.open(...given)", [built.engine, built.settings])
    answers: list[dict[str, Any]] = []
    for start in range(0, len(questions), BATCH):
        answers += page.evaluate("given => visit.warm(...given)", [questions[start : start + BATCH], limit])
    megabytes = page.evaluate("() => visit.memory()") / 1_000_000
    context.close()
    return Warm([answer["found"] for answer in answers], [answer["ms"] for answer in answers], megabytes)


def _prepare(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.evaluate("async () => { globalThis.visit = await import('/clients/visit.mjs'); }")
