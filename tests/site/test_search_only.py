"""A site that wants only the search: the plugin with no ``pricing.yaml``, in any language, and everything that reads such a site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from answerbook import cli
from answerbook.checks import run as check
from answerbook.site.checking import HelpCentre
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import ROOT, Built, Project, build, reproducible

from tests.node import BROWSER, find_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGES = """
pricing.yaml
faq
docs/en
docs/nl/index.md
  | # Zelf doen
  |
  | Alles over de werkplaats. {{ macro.van.iemand }}
docs/nl/lamp.md
  | ---
  | title: Lamp & snoer
  | ---
  | # Een lamp vervangen
  |
  | Draai de lamp los.
  |
  | ## Welke lamp past?
  |
  | Een led van twaalf volt.
docs/nl/weg.md
  | ---
  | search: {exclude: true}
  | ---
  | # Verborgen lamp
docs/pt/index.md
  | # Faça você mesmo
  |
  | Tudo sobre a oficina.
docs/pt/lamp.md
  | # Trocar a lâmpada
  |
  | Desenrosque a lâmpada.
docs/ja/index.md
  | # 自分で直す
  |
  | 工房のすべて。
docs/ja/lamp.md
  | # 電球の交換
  |
  | ## どの電球？
  |
  | 十二ボルト。
"""
LANGUAGES = [
    {"locale": "nl", "name": "Nederlands", "default": True},
    {"locale": "pt", "name": "Português"},
    {"locale": "ja", "name": "日本語"},
]
NO_STEMMER = "INFO answerbook: There is no stemmer for {}: words are found as they are spelt."


def search_only(folder: Path) -> Project:
    project = Project(folder).write(PAGES)
    project.plugin("i18n")["languages"] = [dict(one) for one in LANGUAGES]
    project.plugin("answerbook").clear()
    return project


def one_language(project: Project, language: str | None) -> Project:
    """The Dutch pages as a site without the translation plugin."""
    project.without("i18n").write("docs/pt\ndocs/ja\n")
    for page in (project.folder / "docs" / "nl").iterdir():
        page.rename(project.folder / "docs" / page.name)
    (project.folder / "docs" / "nl").rmdir()
    if language:
        project.settings["theme"]["language"] = language
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return search_only(tmp_path / "pages")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The pages in three languages, built once and strictly."""
    with reproducible():
        return search_only(tmp_path_factory.mktemp("pages")).build()


def run(*arguments: str | Path, stdin: str = "") -> Result:
    done = CliRunner().invoke(cli.main, [str(argument) for argument in arguments], input=stdin.encode())
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done


def twin(command: str, site: Path, *options: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    line = [find_node(), str(BROWSER / "cli.mjs"), command, "--site", str(site), *options, "--jsonl"]
    return subprocess.run(line, input=stdin, capture_output=True, check=False)


def found(site: Path, query: str, lang: str) -> list[str]:
    """The URLs that the browser's engine finds."""
    done = twin("search", site, "--lang", lang, stdin=json.dumps({"q": query}).encode())
    assert done.returncode == 0, done.stderr
    return [hit["url"] for hit in json.loads(done.stdout)["hits"]]


def told(folder: Path, site: Path) -> list[str]:
    return [str(finding) for finding in check(folder, site, "2026-11-23", HelpCentre(folder)).findings]


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


# The commands.


def test_the_command_line_and_the_browser_find_the_same(site: Built) -> None:
    queries = [
        "lamp",
        "lmap",
        "welke lamp past?",
        "werkplaats",
        "lâmpada",
        "電球",
        "ボルト",
        "",
        "?",
        "lamp\ud800",
        "9" * 1_000,
        "(.*",
        "\u202elamp",
        "é" * 50_000,
    ]
    stdin = "\n".join(
        [*(json.dumps({"id": number, "q": query}) for number, query in enumerate(queries)), "{", "[]", '{"id":1}', '{"q":3}', "\ufeff{}"]
    )
    for lang in ("nl", "pt", "ja"):
        python = run("search", "--book", site.folder.parent, "--lang", lang, "--jsonl", stdin=stdin)
        browser = twin("search", site.folder, "--lang", lang, stdin=stdin.encode())
        assert (python.exit_code, browser.returncode) == (0, 0)
        assert browser.stdout.decode() == python.stdout_bytes.decode()


@given(st.lists(st.text(max_size=60), min_size=20, max_size=40))
@settings(max_examples=4, deadline=None)
def test_both_find_the_same_for_any_text(site: Built, queries: list[str]) -> None:
    stdin = "\n".join(json.dumps({"q": query}) for query in queries)
    python = run("search", "--book", site.folder.parent, "--lang", "ja", "--jsonl", stdin=stdin)
    assert twin("search", site.folder, "--lang", "ja", stdin=stdin.encode()).stdout.decode() == python.stdout_bytes.decode()


def test_one_search_on_the_command_line(site: Built) -> None:
    assert run("search", "led", "--book", site.folder.parent).stdout == "lamp/#welke-lamp-past  Lamp & snoer\n"
    assert run("search", "werkplaats", "--book", site.folder.parent).stdout == "./  Zelf doen\n"
    done = run("search", "led", "--book", site.folder.parent, "--lang", "en")
    assert (done.exit_code, done.stderr) == (2, "en: no such language in this site; it has nl, pt, ja.\n")


@pytest.mark.parametrize("command", [["ask", "?"], ["quote", "--buy", "a=1"], ["explain", "a"], ["export", "out"], ["ask", "--jsonl"]])
def test_what_needs_a_book_says_so_in_a_sentence(site: Built, command: list[str]) -> None:
    folder = site.folder.parent
    done = run(*command, "--book", folder)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"{folder}: this site has only the search: there is no pricing.yaml. "
        "Only `answerbook search` and `answerbook check --site` work here; `answerbook new` shows what a book is.\n"
    )


@pytest.mark.parametrize("command", ["ask", "quote", "parse"])
def test_the_browser_engine_says_so_too(site: Built, command: str) -> None:
    done = twin(command, site.folder, stdin=b'{"q":"x"}\n')
    assert (done.returncode, done.stdout) == (2, b"")
    said = f"{site.folder}: this site has only the search (it was built without a pricing.yaml), so there is nothing to {command} from.\n"
    assert done.stderr.decode() == said


def test_settings_that_cannot_be_read_are_a_finding_and_no_traceback(project: Project) -> None:
    (project.folder / "mkdocs.yml").write_text("a: [")
    for command in (["search", "x"], ["ask", "x"]):
        done = run(*command, "--book", project.folder)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith("mkdocs.yml:1:5: AB301 ")


def test_a_folder_without_pages_is_no_site(tmp_path: Path) -> None:
    done = run("search", "x", "--book", tmp_path)
    assert done.exit_code == 2
    assert "AB001 The file pricing.yaml does not exist." in done.stderr


# The check.


@pytest.fixture
def copy(site: Built, tmp_path: Path) -> Path:
    return Path(shutil.copytree(site.folder.parent, tmp_path / "copy"))


def test_the_check_of_a_good_site_is_clean(site: Built) -> None:
    done = run("check", "--book", site.folder.parent, "--site", site.folder)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("No findings. Compared: 10 pages, 7 sections, ")
    assert "8 answers of the browser engine." in done.stdout


def only(folder: Path, start: str) -> Path:
    (path,) = (folder / "site" / "answerbook").rglob(start)
    return path


def test_damage_anywhere_is_found(copy: Path) -> None:
    only(copy, "nl/index.*").write_bytes(b"")
    only(copy, "pt.language.*").unlink()
    (copy / "site" / "answerbook" / "csp.txt").write_text("default-src *")
    (copy / "site" / "answerbook" / "js" / "client.js").write_text("// mine")
    (copy / "site" / "opensearch.xml").unlink()
    (copy / "site" / "ja" / "lamp" / "index.html").unlink()
    page = copy / "site" / "lamp" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('id="welke-lamp-past"', 'id="other"'), encoding="utf-8")
    found = {(finding.split(":")[0], finding.split(" ")[1]) for finding in told(copy, copy / "site")}
    assert found >= {
        (only(copy, "nl/index.*").relative_to(copy).as_posix(), "AB161"),
        ("site/answerbook/csp.txt", "AB175"),
        ("site/answerbook/js/client.js", "AB170"),
        ("site/opensearch.xml", "AB175"),
        ("site/ja/lamp/index.html", "AB168"),
        ("site/lamp/index.html", "AB176"),
        ("site/answerbook/manifest.json", "AB181"),
    }


def test_a_heading_of_another_id_is_told_with_a_way_out(copy: Path) -> None:
    page = copy / "site" / "lamp" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('id="welke-lamp-past"', 'id="other"'), encoding="utf-8")
    said = [finding for finding in told(copy, copy / "site") if "csp.txt" not in finding]
    assert said == [
        "site/lamp/index.html:1:1: AB176 The search leads to #welke-lamp-past, which the page does not have: "  # noqa: ISC004
        "its heading “Welke lamp past?” has another id. "
        "Give the heading an id of its own, as in `## Heading { #its-id }`, or leave slugify out of the settings."
    ]


def test_pages_that_changed_after_the_build_are_found(copy: Path) -> None:
    page = copy / "docs" / "nl" / "lamp.md"
    page.write_text(page.read_text(encoding="utf-8").replace("twaalf", "zes"), encoding="utf-8")
    assert any(" AB170 The file is not there." in finding for finding in told(copy, copy / "site"))


def test_a_site_with_a_book_and_one_without_are_told_apart(site: Built, shop: Built) -> None:
    assert told(site.folder.parent, shop.folder)[0].endswith(
        "answerbook/manifest.json:1:1: AB160 The site was built from a pricing.yaml, and there is none. Build the site again."
    )
    assert any(
        finding.endswith("manifest.json:1:1: AB160 The site was built without a pricing.yaml, and there is one. Build the site again.")
        for finding in told(shop.folder.parent, site.folder)
    )


def test_a_manifest_that_lost_half_is_no_site_without_a_book(shop: Built, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shop.folder.parent, tmp_path / "shop"))
    path = folder / "site" / "answerbook" / "manifest.json"
    path.write_text(json.dumps({key: value for key, value in json.loads(path.read_text()).items() if key != "book"}))
    assert "site/answerbook/manifest.json:1:1: AB167 The manifest lacks a usable book" in "\n".join(told(folder, folder / "site"))


def test_the_manifest_is_as_its_schema_says(site: Built) -> None:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "schemas").glob("*.json")}
    registry = Registry().with_resources(
        [(name, Resource.from_contents(schema)) for name, schema in schemas.items() if "$schema" in schema]
    )
    validator = Draft202012Validator(schemas["site.schema.json"], registry=registry)
    manifest = site.json("answerbook/manifest.json")
    assert list(validator.iter_errors(manifest)) == []
    assert list(validator.iter_errors({**manifest, "book": "book.00000000.json"})) != []


def test_properdocs_builds_the_same_site(project: Project) -> None:
    site = project.build()
    out = project.folder / "other"
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", str(project.folder / "mkdocs.yml"), "-d", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    assert done.returncode == 0, done.stderr
    assert Built(out, []).files() == site.files()


# How headings get their ids, and pages their addresses.


def with_toc(project: Project, options: str) -> tuple[Path, Callable[[], Built]]:
    """The settings of a site of Dutch pages with these options of ``toc``, which may hold tags, and its build."""
    one_language(project, "nl").write("docs/lamp.md\n  | # Lampen\n  |\n  | Licht.\n  |\n  | ## Welke Lamp été?\n  |\n  | Een zekering.\n")
    project.settings["markdown_extensions"] = [{"toc": "HERE"}]
    path = project.save()
    path.write_text(path.read_text(encoding="utf-8").replace('"HERE"', f"{{{options}}}"), encoding="utf-8")
    return path, lambda: build(path, project.folder / "site", strict=False)


@pytest.mark.parametrize(
    ("options", "anchor"),
    [
        ("separator: _", "welke_lamp_ete"),
        ("slugify: !!python/name:markdown.extensions.toc.slugify ''", "welke-lamp-ete"),
        ("slugify: !!python/name:markdown.extensions.toc.slugify_unicode ''", "welke-lamp-été"),
        ("slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}, separator: _", "welke_lamp_été"),
        ("slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {percent_encode: true}}", "Welke-Lamp-%C3%A9t%C3%A9"),
    ],
)
def test_a_hit_leads_to_the_id_that_the_settings_make(project: Project, options: str, anchor: str) -> None:
    site = with_toc(project, options)[1]()
    assert f'id="{anchor}"' in site.read("lamp/index.html")
    assert found(site.folder, "zekering", "nl") == [f"lamp/#{anchor}"]
    assert told(project.folder, site.folder) == []


def test_a_function_that_the_search_does_not_know_is_told_and_never_called(project: Project) -> None:
    path, make = with_toc(project, "slugify: !!python/name:html.escape ''")
    said = (
        "mkdocs.yml:1:1: AB312 The ids of headings are made by html.escape, which the search does not know: "
        "its hits name sections by other ids. "
        "Leave slugify out of toc, or use one of markdown.extensions.toc or pymdownx.slugs.slugify."
    )
    assert f"WARNING answerbook: {said}" in make().log
    assert said in told(project.folder, project.folder / "site")
    path.write_text(path.read_text(encoding="utf-8").replace("html.escape", "os.abort"), encoding="utf-8")
    assert run("search", "zekering", "--book", project.folder).stdout == "lamp/#welke-lamp-ete  Lampen\n"


def test_two_pages_at_one_address_are_told(project: Project) -> None:
    one_language(project, "nl").write("docs/lamp/index.md\n  | # Nog een lamp\n")
    site = project.build(strict=False)
    said = (
        "docs/lamp/index.md:1:1: AB313 This page and docs/lamp.md have one address, lamp/; only one of them is published. "
        "Rename one of them, or make one page of both."
    )
    assert [line for line in site.log if "AB313" in line] == [f"WARNING answerbook: {said}"]
    assert said in told(project.folder, site.folder)
    assert "AB313" in project.failure()


def test_two_files_that_differ_in_their_suffix_are_told(project: Project) -> None:
    one_language(project, "nl").write("docs/lamp.markdown\n  | # Nog een lamp\n")
    said = [line for line in told(project.folder, project.build(strict=False).folder) if "AB313" in line]
    assert [line.partition("; ")[0] for line in said] == [
        "docs/lamp.md:1:1: AB313 This page and docs/lamp.markdown have one address, lamp/"
    ]


def test_a_section_under_the_id_of_another_heading_is_told(copy: Path) -> None:
    page = copy / "site" / "lamp" / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace('<h2 id="welke-lamp-past">Welke lamp past?', '<h2 id="welke-lamp-past">Hoe vaak <img alt="x">?'), encoding="utf-8"
    )
    assert [finding for finding in told(copy, copy / "site") if "AB176" in finding] == [
        "site/lamp/index.html:1:1: AB176 The search leads to #welke-lamp-past for the heading “Welke lamp past?”; "  # noqa: ISC004
        "on the page that is “Hoe vaak x ?”. "
        "Build the site again; if that does not help, give the heading an id of its own, as in `## Heading { #its-id }`."
    ]
