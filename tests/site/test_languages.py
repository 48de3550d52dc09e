"""Every trap of the translation plugin, with a shop in two languages."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

if TYPE_CHECKING:
    from sites import Built, Project

SITE = "https://bikes.example.org/"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
PAIRS = [
    ("index.html", "en/index.html"),
    ("faq/hire/index.html", "en/faq/hire/index.html"),
    ("faq/hire/prices/index.html", "en/faq/hire/prices/index.html"),
]


def site_map(shop: Built) -> ET.Element:
    return ET.fromstring(shop.read("sitemap.xml"))  # noqa: S314 - our own output


def test_each_language_is_built_in_its_own_language(shop: Built) -> None:
    for dutch, english in PAIRS:
        assert shop.html(dutch).css_first("html").attributes["lang"] == "nl"
        assert shop.html(english).css_first("html").attributes["lang"] == "en"
    assert "kost € 240,00 per jaar" in shop.text("faq/hire/prices/index.html", "article")
    assert "costs €240.00 per year" in shop.text("en/faq/hire/prices/index.html", "article")


def test_questions_keep_their_anchor_in_every_language(shop: Built) -> None:
    for page in PAIRS[2]:
        assert [node.attributes["id"] for node in shop.html(page).css("article h2[id]")] == ["bike-price", "bike-desk"]


@pytest.mark.parametrize(("dutch", "english"), PAIRS)
def test_the_language_switcher_keeps_the_page(shop: Built, dutch: str, english: str) -> None:
    for page in (dutch, english):
        links = [(node.attributes["hreflang"], node.attributes["href"]) for node in shop.html(page).css(".md-select__link")]
        here = SITE + page.removesuffix("index.html")
        assert [(lang, urljoin(here, href)) for lang, href in links] == [
            ("nl", SITE + dutch.removesuffix("index.html")),
            ("en", SITE + english.removesuffix("index.html")),
        ]
        assert all(not href.startswith(("http", "/")) for _, href in links), "a preview at another address must keep its reader"


def test_versions_of_a_page_name_each_other_with_whole_addresses(shop: Built) -> None:
    for dutch, english in PAIRS:
        wanted = {
            ("nl", SITE + dutch.removesuffix("index.html")),
            ("en", SITE + english.removesuffix("index.html")),
            ("x-default", SITE + dutch.removesuffix("index.html")),
        }
        for page in (dutch, english):
            links = shop.html(page).css('link[rel~="alternate"][hreflang]')
            assert {(node.attributes["hreflang"], node.attributes["href"]) for node in links} == wanted
            assert len(links) == len(wanted)


def test_the_site_map_has_every_generated_page_with_its_counterparts(shop: Built) -> None:
    tree = site_map(shop)
    found = {
        url.findtext("s:loc", namespaces=NS): {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", NS)}
        for url in tree.findall("s:url", NS)
    }
    for dutch, english in PAIRS:
        pair = {"nl": SITE + dutch.removesuffix("index.html"), "en": SITE + english.removesuffix("index.html")}
        assert found[pair["nl"]] == found[pair["en"]] == pair
    assert len(found) == 2 * len(PAIRS)


def test_the_site_map_dates_an_article_by_its_last_update(shop: Built) -> None:
    tree = site_map(shop)
    dates = {url.findtext("s:loc", namespaces=NS): url.findtext("s:lastmod", namespaces=NS) for url in tree.findall("s:url", NS)}
    assert dates[SITE + "faq/hire/prices/"] == "2026-05-04"
    assert dates[SITE] == "2026-11-23"


def test_the_page_for_unknown_addresses_speaks_every_language(shop: Built) -> None:
    page = shop.html("404.html")
    assert page.css_first("html").attributes["lang"] == "nl"
    assert [node.attributes["lang"] for node in page.css(".ab-not-found")] == ["nl", "en"]
    assert "Deze pagina bestaat niet" in shop.text("404.html", "article")
    assert "This page does not exist" in shop.text("404.html", "article")
    assert not page.css('link[rel~="alternate"][hreflang]')
    links = {node.attributes["href"] for node in page.css(".ab-not-found a")}
    assert all(href.startswith("/") for href in links), "it is shown at any depth"


def test_styles_and_scripts_are_listed_once_in_the_second_language_too(shop: Built) -> None:
    for page in ("index.html", "en/index.html"):
        tree = shop.html(page)
        sheets = [node.attributes["href"] for node in tree.css('link[rel="stylesheet"]')]
        scripts = [node.attributes["src"] for node in tree.css("script[src]")]
        assert len(sheets) == len(set(sheets))
        assert len(scripts) == len(set(scripts))
        assert [node.attributes["type"] for node in tree.css('script[src$="elements/all.js"]')] == ["module"]


def test_each_language_has_its_own_navigation_without_a_line_in_the_settings(shop: Built) -> None:
    assert "Een fiets huren" in shop.text("index.html", ".md-nav--primary")
    assert "Hiring a bike" in shop.text("en/index.html", ".md-nav--primary")
    assert "Huren" not in shop.text("en/index.html", ".md-nav--primary")


def test_a_navigation_of_ones_own_is_kept(project: Project) -> None:
    project.settings["nav"] = [{"Antwoorden": ["faq/hire/prices.md", "faq/hire/index.md"]}, "index.md"]
    site = project.build()
    for page in ("index.html", "en/index.html"):
        assert "Antwoorden" in site.text(page, ".md-nav--primary")


def test_a_name_per_language_is_used(project: Project) -> None:
    project.plugin("i18n")["languages"][1]["site_name"] = "Bike & co"
    site = project.build()
    assert "Bike &amp; co" in site.read("en/opensearch.xml")
    assert "<ShortName>Fiets</ShortName>" in site.read("opensearch.xml")
    assert site.text("en/index.html", ".md-header__topic") == "Bike & co"


def test_a_hand_written_page_in_one_language_only_stops_a_strict_build(project: Project) -> None:
    project.write("docs/nl/contact.md\n  | # Contact\n")
    assert "docs/nl/contact.md:1:1: AB311 This page is there in nl and missing in en." in project.failure()


def test_borrowed_text_says_so_and_keeps_its_language(project: Project) -> None:
    project.write("docs/nl/contact.md\n  | # Contact\n  |\n  | Een fiets kost {{ hire.city.price }}.\n")
    site = project.build(strict=False)
    page = site.html("en/contact/index.html")
    assert page.css_first("html").attributes["lang"] == "en"
    assert "not been translated" in site.text("en/contact/index.html", ".ab-notice")
    assert "€ 240,00" in site.text("en/contact/index.html", 'article div[lang="nl"]')


def test_suffix_folders_are_refused_with_a_way_out(project: Project) -> None:
    project.plugin("i18n")["docs_structure"] = "suffix"
    said = project.failure()
    assert "AB307 docs_structure is suffix; only folder is supported." in said
    assert "Traceback" not in said


def test_instant_loading_is_refused(project: Project) -> None:
    project.settings["theme"]["features"] = ["navigation.instant"]
    assert "AB304" in project.failure()


def test_a_language_the_book_does_not_have_is_refused(project: Project) -> None:
    project.plugin("i18n")["languages"].append({"locale": "de", "name": "Deutsch"})
    assert "AB308 The site is built in nl, en, de; pricing.yaml says nl, en." in project.failure()


def test_links_between_answers_stay_in_their_language(shop: Built) -> None:
    for page in PAIRS[2]:
        assert [node.attributes["href"] for node in shop.html(page).css("a[data-question]")] == ["#bike-desk"]


def test_an_article_missing_in_one_language_is_told_and_the_switcher_leads_home(project: Project) -> None:
    project.write("faq/en/hire/prices.md\n")
    said = project.failure()
    assert said.count("faq/en/hire/prices.md:1:1:") == 1
    assert "AB311" not in said
    site = project.build(strict=False)
    page = site.html("faq/hire/prices/index.html")
    assert [node.attributes["href"] for node in page.css(".md-select__link")] == ["./", "../../../en/"]
    assert not page.css('link[rel~="alternate"][hreflang]')
    assert "en/faq/hire/prices/index.html" not in site.files()


def test_the_marks_at_headings_are_named_in_the_language_of_the_page(project: Project) -> None:
    project.settings["markdown_extensions"] = [{"toc": {"permalink": "#"}}]
    for language in ("nl", "en"):
        project.write(f"docs/{language}/index.md\n  | # Home\n  |\n  | ## More\n")
    site = project.build()
    assert site.html("index.html").css_first(".headerlink").attributes["title"] == "Link naar dit kopje"
    assert site.html("en/index.html").css_first(".headerlink").attributes["title"] == "Link to this heading"
    project.settings["markdown_extensions"] = [{"toc": {"permalink": "#", "permalink_title": "Own"}}]
    assert project.build().html("en/index.html").css_first(".headerlink").attributes["title"] == "Own"
