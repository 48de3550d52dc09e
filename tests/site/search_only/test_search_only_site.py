"""A site that wants only the search: the plugin with no ``pricing.yaml``, in any language."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from searched import NO_STEMMER, found, one_language, told, twin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sites import Built, Project

# What is built.


def test_every_page_has_the_search_and_nothing_that_needs_a_book(site: Built) -> None:
    for page in site.pages():
        tree = site.html(page)
        assert len(tree.css("header answer-search form")) == 1, page
        others = "faq-assistant, price-calculator, fair-use-meter, article-feedback, copy-link, .ab-hero, .ab-breadcrumb, .ab-byline"
        assert not tree.css(f'{others}, script[type="application/ld+json"], data[data-rule]'), page
    assert not {"llms.txt", "llms-full.txt", "answerbook/js/embed.js", "search/search_index.json"} & site.files()
    assert not [name for name in site.files() if name.startswith(("answerbook/book.", "faq/")) or ".answers." in name]


def test_pages_stay_as_the_theme_makes_them(site: Built) -> None:
    assert "{{ macro.van.iemand }}" in site.text("index.html", "article")
    for page in ("index.html", "lamp/index.html", "ja/lamp/index.html"):
        assert len(site.html(page).css("h1")) == 1
    assert "404 - Not found" in site.text("404.html", "h1")
    assert [node.attributes["href"] for node in site.html("lamp/index.html").css(".md-select__link")] == [
        "./",
        "../pt/lamp/",
        "../ja/lamp/",
    ]
    assert [node.attributes["lang"] for page in ("", "pt/", "ja/") for node in site.html(f"{page}index.html").css("html")] == [
        "nl",
        "pt",
        "ja",
    ]


def test_the_manifest_names_a_search_for_each_language_and_no_book(site: Built) -> None:
    manifest = site.json("answerbook/manifest.json")
    assert sorted(manifest) == ["default_language", "format", "languages"]
    assert {code: sorted(files) for code, files in manifest["languages"].items()} == {
        code: ["base", "language", "search"] for code in ("nl", "pt", "ja")
    }
    assert [manifest["languages"][code]["base"] for code in ("nl", "pt", "ja")] == ["", "pt/", "ja/"]


def test_a_language_without_sentences_shows_those_of_the_default_and_says_whose_they_are(site: Built) -> None:
    assert site.text("pt/index.html", "answer-search button") == ""
    assert site.html("pt/index.html").css_first("answer-search button").attributes["aria-label"] == "Zoek"
    for code in ("pt", "ja"):
        words = site.json(f"answerbook/{site.json('answerbook/manifest.json')['languages'][code]['language']}")
        assert (words["lang"], words["messages"]["lang"]) == (code, "nl")
        assert words["messages"]["messages"]["search.hits"] == "Zoekresultaten"
    assert '<form class="ab-search__form" lang="nl"' in site.read("pt/index.html")
    assert '<form class="ab-search__form" role="search"' in site.read("index.html")


def test_a_language_without_a_stemmer_is_told_in_one_line_each(site: Built) -> None:
    assert [line for line in site.log if "stemmer" in line] == [NO_STEMMER.format("pt"), NO_STEMMER.format("ja")]
    assert [line for line in site.log if "pricing.yaml" in line] == [
        "INFO answerbook: There is no pricing.yaml and no faq/: this site gets the search, and nothing that needs a book."
    ]


def test_each_language_finds_its_own_pages_and_else_those_of_the_default(site: Built) -> None:
    assert found(site.folder, "welke lamp past", "nl") == ["lamp/#welke-lamp-past"]
    assert found(site.folder, "lampada", "pt") == ["pt/lamp/"]
    assert found(site.folder, "電球", "ja")[0].startswith("ja/lamp/")
    assert found(site.folder, "werkplaats", "ja") == [""]
    assert found(site.folder, "verborgen", "nl") == []


def test_the_content_security_policy_is_written(site: Built) -> None:
    assert site.read("answerbook/csp.txt").splitlines()[-1].startswith("default-src 'self'; script-src 'self'")


def test_where_a_search_leads_it_is_said_that_it_takes_a_script(site: Built, project: Project) -> None:
    assert "JavaScript" in site.read("index.html").partition("<noscript>")[2].partition("</noscript>")[0]
    assert '<p class="ab-notice" lang="nl">' in site.read("pt/index.html").partition("<noscript>")[2]
    assert "<noscript>" not in site.read("lamp/index.html")
    project.write("docs/nl/search.md\n  | # Zoeken\ndocs/nl/contact.md\n  | # Contact\n")
    own = project.build()
    said = own.html("search/index.html").css_first("noscript").html
    assert 'href="../contact/"' in said
    assert "in het menu" in said
    assert "<noscript>" not in own.read("index.html")


def test_a_browser_is_told_how_to_search_where_the_site_has_an_address(site: Built, project: Project) -> None:
    assert 'template="https://bikes.example.org/pt/?q={searchTerms}"' in site.read("pt/opensearch.xml")
    assert site.html("ja/index.html").css_first('link[rel="search"]').attributes["href"] == "opensearch.xml"
    del project.settings["site_url"]
    without = project.build()
    assert "opensearch.xml" not in without.files()
    assert not without.html("index.html").css('link[rel="search"]')


# How it may be set up.


@pytest.mark.parametrize(("language", "lang", "says"), [(None, "en", "Search"), ("nl", "nl", "Zoek"), ("ja", "ja", "Search")])
def test_one_language_needs_no_translation_plugin(project: Project, language: str | None, lang: str, says: str) -> None:
    site = one_language(project, language).build()
    assert list(site.json("answerbook/manifest.json")["languages"]) == [lang]
    assert site.html("index.html").css_first("answer-search button").attributes["aria-label"] == says
    assert found(site.folder, "twaalf volt", lang) == ["lamp/#welke-lamp-past"]
    assert ([NO_STEMMER.format("ja")] if lang == "ja" else []) == [line for line in site.log if "stemmer" in line]
    assert told(project.folder, site.folder) == []


def test_a_folder_called_as_a_language_is_a_folder_without_the_translation_plugin(project: Project) -> None:
    site = project.without("i18n").build()
    assert found(site.folder, "twaalf volt", "en") == ["nl/lamp/#welke-lamp-past"]


def test_a_language_with_a_region_is_searched_as_its_language(project: Project) -> None:
    project.plugin("i18n")["languages"][1]["locale"] = "pt-BR"
    (project.folder / "docs" / "pt").rename(project.folder / "docs" / "pt-BR")
    site = project.build(strict=False)  # the translation plugin warns that it finds no home in such a folder, and then builds it
    assert site.json("answerbook/manifest.json")["languages"]["pt-BR"]["base"] == "pt-BR/"
    assert found(site.folder, "lampada", "pt-BR") == ["pt-BR/lamp/"]
    assert told(project.folder, site.folder) == []


def test_a_hit_leads_where_the_generator_puts_the_page(project: Project) -> None:
    one_language(project, "nl").settings["use_directory_urls"] = False
    project.settings["exclude_docs"] = "geheim.md\nlos/**/x.md\n!los/b/x.md\n"
    project.settings["draft_docs"] = "concept.md"
    names = [
        "a b/c's & d.md",
        "wat?.md",
        "a#b.md",
        "100%.md",
        "日本.md",
        "map/README.md",
        "los/README.md",
        "los/index.md",
        "los/a/x.md",
        "los/b/x.md",
    ]
    for name in [*names, "geheim.md", "concept.md", "templates/x.md", ".verborgen/x.md", "x.MD", "y.markdown"]:
        (project.folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project.folder / "docs" / name).write_text(f"# Eekhoorn {name.replace('#', '')}\n", encoding="utf-8")
    site = project.build(strict=False)
    assert told(project.folder, site.folder) == []
    hits = json.loads(twin("search", site.folder, "--limit", "99", stdin=b'{"q": "eekhoorn"}').stdout)["hits"]
    assert sorted(hit["url"] for hit in hits) == [
        *("%E6%97%A5%E6%9C%AC.html", "100%25.html", "a%20b/c%27s%20%26%20d.html", "a%23b.html", "los/b/x.html", "los/index.html"),
        *("map/index.html", "wat%3F.html", "y.html"),
    ]


@pytest.mark.parametrize(("change", "found"), [({"theme": {"name": "mkdocs"}}, "AB303"), ({"plugins": [{"answerbook": {}}]}, "AB305")])
def test_settings_that_leave_no_place_for_the_search_are_refused(project: Project, change: dict[str, Any], found: str) -> None:
    project.settings |= change
    said = project.failure()
    assert found in said
    assert "Traceback" not in said


@pytest.mark.parametrize("left", ["faq", "pricing.yml"])
def test_a_book_that_lost_its_rules_is_no_site_without_a_book(project: Project, left: str) -> None:
    (project.folder / left).mkdir()
    said = project.failure()
    assert "pricing.yaml:1:1: AB001 The file pricing.yaml does not exist." in said
    assert "Traceback" not in said


def test_a_folder_named_as_the_book_must_hold_one(project: Project) -> None:
    (project.folder / "rules").mkdir()
    project.plugin("answerbook")["book"] = "rules"
    assert "AB001 The file pricing.yaml does not exist." in project.failure()


def test_a_preview_follows_the_pages_and_a_book_that_comes_and_goes(project: Project) -> None:
    project.build(command="serve")
    project.write("docs/nl/nieuw.md\n  | # Moersleutel\n")
    site = project.build(command="serve", strict=False)
    assert found(site.folder, "moersleutel", "nl") == ["nieuw/"]
    project.write("pricing.yaml\n  | format: answerbook/1\n")
    assert "AB" in project.failure()
    project.write("pricing.yaml\n")
    assert found(project.build(command="serve", strict=False).folder, "moersleutel", "nl") == ["nieuw/"]


@pytest.fixture
def preview(project: Project, unused_port: int) -> Iterator[str]:
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", str(project.save()), "-a", f"127.0.0.1:{unused_port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{unused_port}/"
    process.terminate()
    process.wait()


def test_a_real_preview_serves_the_search(preview: str) -> None:
    until = time.monotonic() + 40
    text = b""
    while b'"ja/"' not in text:
        assert time.monotonic() < until, text
        try:
            with urllib.request.urlopen(f"{preview}answerbook/manifest.json", timeout=10) as response:  # noqa: S310 - our own preview
                text = response.read()
        except OSError:
            time.sleep(0.3)
