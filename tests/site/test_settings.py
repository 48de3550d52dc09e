"""The ways a site may be set up: flat URLs, one language, a sub-path, own templates, another generator."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sites import DAY, EPOCH, Built, build

if TYPE_CHECKING:
    from sites import Project


def test_flat_urls_work(project: Project) -> None:
    project.settings["use_directory_urls"] = False
    site = project.build()
    assert {"index.html", "faq/hire/prices.html", "en/faq/hire/prices.html", "en/faq/hire/index.html"} <= site.files()
    links = [node.attributes["href"] for node in site.html("en/faq/hire/prices.html").css(".md-select__link")]
    assert links == ["../../../faq/hire/prices.html", "prices.html"]
    language = site.json("answerbook/manifest.json")["languages"]["en"]["language"]
    assert site.json(f"answerbook/{language}")["links"]["bike-price"]["url"] == "en/faq/hire/prices.html#bike-price"
    assert "https://bikes.example.org/en/faq/hire/prices.html" in site.read("sitemap.xml")


def test_a_site_below_a_path_links_within_it(project: Project) -> None:
    project.settings["site_url"] = "https://example.org/help/bikes/"
    site = project.build()
    links = {
        node.attributes["hreflang"]: node.attributes["href"] for node in site.html("en/index.html").css('link[rel~="alternate"][hreflang]')
    }
    assert links["nl"] == "https://example.org/help/bikes/"
    assert links["en"] == "https://example.org/help/bikes/en/"
    assert {node.attributes["href"] for node in site.html("404.html").css(".ab-not-found a")} <= {"/help/bikes/", "/help/bikes/en/"}


def one_language(project: Project) -> Project:
    project.without("i18n").write("docs/en\ndocs/nl\nfaq/en\n")
    project.write("docs/index.md\n  | # Fietshulp\n  |\n  | Een fiets kost {{ hire.city.price }}.\n")
    pricing = project.folder / "pricing.yaml"
    pricing.write_text(pricing.read_text().replace("languages: [nl, en]", "languages: [nl]"))
    project.settings["theme"]["language"] = "nl"
    return project


def test_one_language_needs_no_translation_plugin(project: Project) -> None:
    site = one_language(project).build()
    assert "€ 240,00" in site.text("faq/hire/prices/index.html", "article")
    assert "€ 240,00" in site.text("index.html", "article")
    assert list(site.json("answerbook/manifest.json")["languages"]) == ["nl"]
    assert "https://bikes.example.org/faq/hire/prices/" in site.read("sitemap.xml")
    assert not site.html("index.html").css(".md-select__link")


def test_folders_per_language_without_the_translation_plugin_are_refused(project: Project) -> None:
    assert "AB306" in project.without("i18n").failure()


def test_a_missing_site_address_is_refused(project: Project) -> None:
    del project.settings["site_url"]
    said = project.failure()
    assert "mkdocs.yml:1:1: AB302 site_url is absent" in said
    assert "Traceback" not in said


def test_a_missing_search_plugin_is_explained(project: Project) -> None:
    assert "AB305 The plugin search is not listed" in project.without("search").failure()


def test_another_theme_is_refused(project: Project) -> None:
    project.settings["theme"] = {"name": "readthedocs"}
    assert "AB303" in project.failure()


def test_own_templates_come_before_ours_and_keep_them(project: Project) -> None:
    project.settings["theme"]["custom_dir"] = "overrides"
    project.write("""
        overrides/main.html
          | {% extends "base.html" %}
          | {% block extrahead %}<meta name="own" content="yes">{% endblock %}
        overrides/partials/copyright.html
          | <p class="own">Ours</p>
        """)
    site = project.build()
    for page in ("faq/hire/prices/index.html", "en/faq/hire/prices/index.html"):
        tree = site.html(page)
        assert tree.css_first('meta[name="own"]') is not None
        assert tree.css_first("p.own") is not None
        assert tree.css_first("faq-assistant") is not None
        assert tree.css_first("answer-search form") is not None
        assert tree.css('script[type="application/ld+json"]')
    assert "hreflang" in site.read("sitemap.xml")


def test_a_hand_written_page_takes_the_place_of_a_generated_one(project: Project) -> None:
    for language in ("nl", "en"):
        project.write(f"docs/{language}/faq/hire/index.md\n  | # Mine\n")
    assert project.build().text("faq/hire/index.html", "h1") == "Mine"


def test_the_book_may_stand_elsewhere(project: Project) -> None:
    (project.folder / "rules").mkdir()
    for name in ("pricing.yaml", "faq"):
        (project.folder / name).rename(project.folder / "rules" / name)
    project.plugin("answerbook")["book"] = "rules"
    assert "€ 240,00" in project.build().text("faq/hire/prices/index.html", "article")


@pytest.mark.parametrize("day", ["2026-02-30", "soon"])
def test_a_day_that_does_not_exist_is_refused(project: Project, day: str) -> None:
    project.plugin("answerbook")["as_of"] = day
    assert f"'{day}' is no existing day written as YYYY-MM-DD." in project.failure()


@pytest.mark.parametrize(("given", "day"), [("2026-12-24", "2026-12-24"), ("", DAY), (None, DAY)])
def test_the_day_may_come_from_the_environment(project: Project, monkeypatch: pytest.MonkeyPatch, given: str | None, day: str) -> None:
    monkeypatch.delenv("SHOP_DAY", raising=False)
    if given is not None:
        monkeypatch.setenv("SHOP_DAY", given)
    settings = project.save()
    settings.write_text(settings.read_text().replace(f'"as_of": "{DAY}"', '"as_of": !ENV [SHOP_DAY, null]'), encoding="utf-8")
    assert build(settings, project.folder / "site").json("answerbook/manifest.json")["as_of"] == day


def test_the_day_of_the_build_is_taken_from_the_reproducible_clock(project: Project) -> None:
    del project.plugin("answerbook")["as_of"]
    assert project.build().json("answerbook/manifest.json")["as_of"] == DAY


def test_every_mistake_in_the_book_is_told_at_once_and_nothing_is_built(project: Project) -> None:
    pricing = project.folder / "pricing.yaml"
    pricing.write_text(pricing.read_text().replace("EUR: 240.00", "EUR: lots").replace("lasts: 1 year", "lasts: soon"))
    said = project.failure()
    assert said.count("pricing.yaml:") >= 2
    assert "Traceback" not in said
    assert not (project.folder / "site" / "index.html").exists()


def test_a_reference_to_nothing_in_a_hand_written_page_is_a_finding_with_its_place(project: Project) -> None:
    project.write("docs/nl/index.md\n  | ---\n  | title: Hulp\n  | ---\n  | Het kost {{ hire.city.prise }}.\n")
    assert "docs/nl/index.md:4:10:" in project.failure()


def test_properdocs_builds_the_same_site(project: Project) -> None:
    site = project.build()
    out = project.folder / "other"
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", str(project.folder / "mkdocs.yml"), "-d", str(out)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    other = Built(out, [])
    assert other.files() == site.files()
    for name in ("faq/hire/prices/index.html", "en/faq/hire/prices/index.html"):
        assert other.text(name, "article") == site.text(name, "article")


def test_no_font_is_fetched_though_the_settings_do_not_say_so(shop: Built) -> None:
    for page in shop.pages():
        assert "fonts.g" not in shop.read(page)


def test_a_bad_reference_outside_the_language_folders_is_a_sentence(project: Project) -> None:
    project.write("docs/stray.md\n  | # Stray\n  |\n  | {{ hire.city.prise }}\n")
    said = project.failure()
    assert "hire.city.prise" in said
    assert "Traceback" not in said
