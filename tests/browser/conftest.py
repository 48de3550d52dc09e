"""A real Chromium on the real help centre, built once and served under its own content security policy.

Every page a test opens is watched: an error in the console, a request to another host or an answer the server does not have fails the test.
"""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as filled
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from answerbook.site.export import BROWSER, JS, browser_modules
from playwright.sync_api import expect, sync_playwright
from rjsmin import jsmin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

ROOT = Path(__file__).parent.parent.parent
expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong
DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}

ARTICLE = {"nl": "faq/seats/extra-seats/", "en": "en/faq/seats/extra-seats/"}
SUPPORT = {"nl": "faq/support/support-policy/", "en": "en/faq/support/support-policy/"}
HOME = {"nl": "", "en": "en/"}
CALCULATOR = {"nl": "calculator/", "en": "en/calculator/"}
FAIR_USE = {"nl": "fair-use/", "en": "en/fair-use/"}
SEARCH = {"nl": "search/", "en": "en/search/"}
CONTACT = {"nl": "contact/", "en": "en/contact/"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(params=["nl", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    """Each language of the site."""
    return request.param


def field(page: Page) -> Locator:
    """The field of the first search of a page."""
    return page.locator("answer-search input[type=search]").first


def options(page: Page) -> Locator:
    """What a search shows to choose from."""
    return page.locator("answer-search .ab-hit")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Static files with the site's own policy; any other site may read the data and modules, as an embed does."""

    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_args: Any) -> None:
        """Say nothing: a test that fails says what it saw."""


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a page that was closed before it had all it asked for."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path, policy: str) -> Iterator[str]:
    """The address of a folder, served for as long as the block runs."""
    handler = type("Site", (Handler,), {"policy": policy, "extensions_map": {**Handler.extensions_map, ".js": "text/javascript"}})
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own help centre, built strictly for a fixed day."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(int(DAY.timestamp()))}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the built site."""
    lines = (site_folder / "answerbook" / "csp.txt").read_text(encoding="utf-8").splitlines()
    policy = next(line for line in lines if line and not line.startswith("#"))
    assert "unsafe-inline" not in policy
    with serve(site_folder, policy) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    executable = os.environ.get("ANSWERBOOK_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable or None, args=["--no-sandbox"])
        yield browser
        browser.close()


def replaced(page: Page, module: str, old: str, new: str) -> None:
    """Serves a browser module with one thing in it changed, such as a limit that the demo is too small to reach."""
    assert old in (BROWSER / module).read_text(encoding="utf-8"), f"{module} does not hold {old}"
    short = jsmin(old)
    holding = [path for path, content in browser_modules() if short in content.decode()]
    (path,) = {f"{JS}{module}"}.intersection(holding) or holding  # it may stand in another one's file

    def answer(route: Route) -> None:
        made = route.fetch()
        route.fulfill(response=made, body=made.text().replace(short, new))

    page.route(f"**/{path}", answer)


def dearer(page: Page) -> None:
    """The site as it would be had its book known of a price from the new year on: 999 euros for anything."""

    def later_price(route: Route) -> None:
        book = route.fetch().json()
        for item in book["items"].values():
            item["prices"].append({**item["prices"][-1], "from": "2027-01-01", "amounts": {"EUR": "999.00"}})
        route.fulfill(body=json.dumps(book), content_type="application/json")

    page.route(re.compile(r"/book\.\w+\.json"), later_price)
    page.route("**/manifest.json", lambda route: route.fulfill(json={**route.fetch().json(), "next_change": "2027-01-01"}))


def until(page: Page, expression: str) -> None:
    """Waits for a condition of the page; the site's policy forbids what Playwright's own wait does in it."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {expression}")


@dataclass
class Watch:
    """What went wrong on the pages of one test."""

    hosts: set[str]
    wrong: list[str] = filled(default_factory=list)

    def look_at(self, page: Page) -> None:
        page.on("console", lambda message: self.wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.netloc not in self.hosts:
            self.wrong.append(f"asked {parts.netloc} for {parts.path}")


Opener = "Callable[..., Page]"


@pytest.fixture
def watch(site: str) -> Iterator[Watch]:
    watching = Watch({urlsplit(site).netloc})
    yield watching
    assert not watching.wrong


@pytest.fixture
def open_page(chromium: Browser, site: str, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site on a fixed day: ``open_page("en/", phone=True)``. Other options are Playwright's for a context."""
    contexts: list[BrowserContext] = []

    def opened(
        path: str, *, phone: bool = False, day: datetime = DAY, before: Callable[[Page], None] | None = None, **options: Any
    ) -> Page:
        context = chromium.new_context(viewport=PHONE if phone else DESKTOP, has_touch=phone, **{"reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.clock.set_fixed_time(day)
        watch.look_at(page)
        if before:
            before(page)
        page.goto(path if "://" in path else site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
