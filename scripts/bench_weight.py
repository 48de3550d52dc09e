#!/usr/bin/env python3
"""What a first-time visitor loads: bytes of a page, of the first search result and of the first answer, in a real Chromium.

Needs the test environment and a built site: `.venv/bin/python scripts/bench_weight.py site`.
Bytes are those of every response, gzip -9, theme and ours apart.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import os
import shutil
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        return


class Meter:
    """Adds up the compressed bytes of every response since the last reading, ours and the theme's."""

    def __init__(self, page: Page) -> None:
        self._responses: list[Response] = []
        page.on("response", lambda response: self._responses.append(response))  # noqa: PLW0108 - Playwright marks the handler

    def read(self) -> tuple[int, int, int]:
        """Bytes of answerbook's files, bytes of everything else, number of requests; since the last reading."""
        ours = others = 0
        seen, self._responses[:] = list(self._responses), []
        for response in seen:
            size = len(gzip.compress(response.body(), 9)) if response.ok else 0
            if "/answerbook/" in response.url:
                ours += size
            else:
                others += size
        return ours, others, len(seen)


def serve(folder: Path) -> ThreadingHTTPServer:
    """Serve a folder on a free local port, from a thread."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def measure(page: Page, root: str, path: str, query: str, question: str) -> list[tuple[str, tuple[int, int, int]]]:
    """The bytes of each thing a visitor does, in order, each from a cold start of the browser's cache."""
    meter = Meter(page)
    page.goto(root + path, wait_until="networkidle")
    rows = [("the page itself", meter.read())]
    page.keyboard.press("/")
    page.keyboard.type(query, delay=30)
    page.locator("answer-search [role=option]").first.wait_for()
    rows.append((f"first search result for “{query}”", meter.read()))
    page.goto(root + path, wait_until="networkidle")
    meter.read()
    page.locator("faq-assistant button").first.click()
    page.locator("faq-assistant textarea, faq-assistant input[type=text]").first.fill(question)
    page.keyboard.press("Enter")
    page.locator("faq-assistant [role=log] details").first.wait_for()
    rows.append((f"first answer to “{question}”", meter.read()))
    return rows


def assets(site: Path) -> list[tuple[str, int, int]]:
    """Every file answerbook ships: its path, bytes, bytes gzip -9; largest first."""
    files = [path for path in (site / "answerbook").rglob("*") if path.is_file()]
    sizes = [(path.relative_to(site).as_posix(), path.stat().st_size, len(gzip.compress(path.read_bytes(), 9))) for path in files]
    return sorted(sizes, key=lambda row: -row[2])


def main() -> int:
    """Print the tables; return 2 without Chromium or site."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site
    chromium = os.environ.get("ANSWERBOOK_CHROMIUM") or shutil.which("chromium")
    if not chromium or not (site / "answerbook" / "manifest.json").exists():
        print("A built site and a Chromium on the path are needed.", file=sys.stderr)
        return 2
    server = serve(site)
    root = f"http://127.0.0.1:{server.server_port}/"
    print("| visitor | language | answerbook, bytes gzip | theme and page, bytes gzip | requests |\n| --- | --- | --- | --- | --- |")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for language, path, query, question in (
            ("nl", "", "factuur", "Wat kosten drie beheerders en twee projectbeheerders?"),
            ("en", "en/", "invoice", "What do three admins and two project managers cost?"),
        ):
            page = browser.new_context().new_page()
            for what, (ours, others, requests) in measure(page, root, path, query, question):
                print(f"| {what} | {language} | {ours:,} | {others:,} | {requests} |")
        browser.close()
    server.shutdown()
    print("\n| file | bytes | gzip |\n| --- | --- | --- |")
    for name, raw, packed in assets(site):
        print(f"| {name} | {raw:,} | {packed:,} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
