"""Everything that reads a site with only the search: command line, browser engine, check."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from searched import found, one_language, told, twin
from sites import ROOT, Built, Project, build

from tests.running import run

if TYPE_CHECKING:
    from collections.abc import Callable

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
