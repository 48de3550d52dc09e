"""`mkdocs serve` while somebody types: the last good state stays, the finding is told, and it recovers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sites import Project

ARTICLE = "faq/hire/prices/index.html"
PATIENCE = 40


def half_typed(project: Project) -> Path:
    pricing = project.folder / "pricing.yaml"
    pricing.write_text(pricing.read_text().replace("EUR: 240.00", "EUR"), encoding="utf-8")
    return pricing


def test_half_typed_yaml_keeps_the_last_good_book_and_shows_the_finding(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.build(command="serve")
    half_typed(project)
    site = project.build(command="serve")
    for page, language in ((ARTICLE, "nl"), ("en/" + ARTICLE, "en")):
        assert "240" in site.text(page, "article"), language
        assert "pricing.yaml:" in site.text(page, ".md-banner .ab-findings")
    assert "the last good state is shown until this is mended:\npricing.yaml:" in capsys.readouterr().err


def test_the_banner_goes_when_the_mistake_is_mended(project: Project) -> None:
    project.build(command="serve")
    good = (project.folder / "pricing.yaml").read_text()
    half_typed(project)
    project.build(command="serve")
    (project.folder / "pricing.yaml").write_text(good.replace("240.00", "265.00"), encoding="utf-8")
    site = project.build(command="serve")
    assert "€ 265,00" in site.text(ARTICLE, "article")
    assert not site.html(ARTICLE).css(".ab-findings")


def test_a_page_without_findings_has_no_banner(project: Project) -> None:
    assert not project.build().html("index.html").css(".md-banner")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("faq/nl/hire/prices.md", "---\nid: prices\ntitle: ["),
        ("faq/nl/words.yaml", "words: {"),
        ("docs/nl/index.md", "---\ntitle: Hulp\n---\nHet kost {{ hire.city.prise }}."),
        ("docs/nl/index.md", "---\ntitle: [\n---\nHet kost iets."),
        ("docs/nl/new.md", "# Nieuw\n\nHet kost {{ nothing.here }}."),
    ],
)
def test_any_file_of_the_book_may_be_half_typed(project: Project, path: str, text: str) -> None:
    project.build(command="serve")
    (project.folder / path).write_text(text, encoding="utf-8")
    site = project.build(command="serve", strict=False)
    assert path in site.text("index.html", ".ab-findings")
    assert "240" in site.text("index.html", "article")


def test_a_preview_does_not_start_on_a_book_that_was_never_good(project: Project, unused_port: int) -> None:
    half_typed(project)
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(project.save()), "-a", f"127.0.0.1:{unused_port}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode != 0
    assert "pricing.yaml:" in done.stderr
    assert "Traceback" not in done.stderr


@contextmanager
def serving(project: Project, port: int) -> Iterator[Callable[[str], str]]:
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", str(project.save()), "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def page(wanted: str) -> str:
        """The article as soon as it holds the wanted text."""
        until = time.monotonic() + PATIENCE
        text = ""
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/faq/hire/prices/", timeout=10) as response:
                    text = response.read().decode()
            except OSError:
                text = ""
            if re.search(wanted, text):
                return text
            time.sleep(0.3)
        message = f"the preview never showed {wanted!r}; it shows:\n{text}"
        raise AssertionError(message)

    try:
        yield page
    finally:
        process.terminate()
        process.wait()


def test_a_real_preview_follows_price_and_prose_survives_half_a_line_and_recovers(project: Project, unused_port: int) -> None:
    pricing = project.folder / "pricing.yaml"
    good = pricing.read_text()
    with serving(project, unused_port) as page:
        page("240,00")
        pricing.write_text(good.replace("240.00", "250.00"), encoding="utf-8")
        page("250,00")
        pricing.write_text(good.replace("EUR: 240.00", "EUR"), encoding="utf-8")
        assert "250,00" in page("ab-findings")
        pricing.write_text(good.replace("240.00", "260.00"), encoding="utf-8")
        assert "ab-findings" not in page("260,00")
        article = project.folder / "faq/nl/hire/prices.md"
        article.write_text(article.read_text().replace("Vooraan", "Achterin"), encoding="utf-8")
        page("Achterin")
