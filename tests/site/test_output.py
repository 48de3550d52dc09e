"""What the built pages hold: figures with their proof, byline and breadcrumb, data for machines, nothing of the theme's search."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from typing import TYPE_CHECKING

import pytest
from sites import DAY

if TYPE_CHECKING:
    from sites import Built, Project

ARTICLE = {"nl": "faq/hire/prices/index.html", "en": "en/faq/hire/prices/index.html"}


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "nl",
            (
                '<p>Een stadsfiets kost <data class="ab-figure" data-ref="hire.city.price" data-rule="hire.city.price" value="240.00">'
                '€\xa0240,00</data> per jaar. Zie <a href="#bike-desk" data-question="bike-desk">Waar is de balie?</a></p>'
            ),
        ),
        (
            "en",
            (
                '<p>A city bike costs <data class="ab-figure" data-ref="hire.city.price" data-rule="hire.city.price" value="240.00">'
                '€240.00</data> per year. See <a href="#bike-desk" data-question="bike-desk">Where is the desk?</a></p>'
            ),
        ),
    ],
)
def test_a_figure_stands_in_prose_with_its_rule_and_machine_value(shop: Built, language: str, wanted: str) -> None:
    assert wanted in shop.read(ARTICLE[language])


@pytest.mark.parametrize(
    ("language", "crumbs", "byline"),
    [
        ("nl", ["Home", "Huren", "Een fiets huren"], "Door Team Fiets Bijgewerkt op 4 mei 2026 Prijzen per 23 november 2026"),
        ("en", ["Home", "Hire", "Hiring a bike"], "By Team Bike Last updated on 4 May 2026 Prices as of 23 November 2026"),
    ],
)
def test_an_article_says_where_it_stands_who_wrote_it_and_of_when_its_prices_are(
    shop: Built, language: str, crumbs: list[str], byline: str
) -> None:
    page = shop.html(ARTICLE[language])
    assert [" ".join(node.text().split()) for node in page.css(".ab-breadcrumb li")] == crumbs
    assert page.css_first('.ab-breadcrumb [aria-current="page"]').text() == crumbs[-1]
    assert shop.text(ARTICLE[language], ".ab-byline") == byline
    assert [node.attributes["datetime"] for node in page.css(".ab-byline time")] == ["2026-05-04", DAY]


def test_home_has_one_heading_and_a_search_that_works_without_a_script(demo: Built) -> None:
    for name in ("index.html", "en/index.html"):
        page = demo.html(name)
        assert len(page.css("h1")) == 1
        form = page.css_first(".ab-hero form")
        assert (form.attributes["method"], form.css_first("input").attributes["name"]) == ("get", "q")
        assert form.attributes["action"] in ("search/", "./search/", "../en/search/")


def test_the_search_page_lists_every_question_without_a_script(demo: Built) -> None:
    for language, name in (("nl", "search/index.html"), ("en", "en/search/index.html")):
        links = {node.attributes["href"].rpartition("#")[2] for node in demo.html(name).css(".ab-questions a")}
        data = demo.json("answerbook/" + demo.json("answerbook/manifest.json")["languages"][language]["language"])
        assert links == set(data["links"])


def json_ld(site: Built, page: str) -> list[dict[str, object]]:
    return [json.loads(node.text(deep=True)) for node in site.html(page).css('script[type="application/ld+json"]')]


def test_an_article_tells_machines_the_way_to_it_and_its_answers(shop: Built) -> None:
    crumbs, questions, *_ = json_ld(shop, ARTICLE["nl"])
    assert crumbs["@type"] == "BreadcrumbList"
    assert [step["item"] for step in crumbs["itemListElement"]] == [  # type: ignore[attr-defined]
        "https://bikes.example.org/",
        "https://bikes.example.org/faq/hire/",
        "https://bikes.example.org/faq/hire/prices/",
    ]
    assert questions["@type"] == "FAQPage"
    assert [(one["name"], one["acceptedAnswer"]["text"]) for one in questions["mainEntity"]] == [  # type: ignore[attr-defined]
        ("Wat kost een fiets?", "Een stadsfiets kost €\xa0240,00 per jaar. Zie “Waar is de balie?”"),
        ("Waar is de balie?", "Vooraan."),
    ]


def test_prices_shown_are_offers_for_machines(demo: Built) -> None:
    offers = [one for one in json_ld(demo, "calculator/index.html") if one["@type"] == "Offer"]
    shown = {node.attributes["value"] for node in demo.html("calculator/index.html").css("table data[data-ref$='.price']")}
    assert {str(one["price"]) for one in offers} == shown
    assert offers


def test_text_in_data_for_machines_cannot_end_its_script(project: Project) -> None:
    for language in ("nl", "en"):
        path = project.folder / f"faq/{language}/hire/prices.md"
        path.write_text(
            path.read_text()
            .replace("description: ", 'description: "<b>&</script> ')
            .replace(" kost.\n", ' kost."\n')
            .replace(" costs.\n", ' costs."\n')
        )
        path.write_text(path.read_text().replace("title: ", "title: </script> & "))
    site = project.build()
    for name in ARTICLE.values():
        assert json_ld(site, name)[0]["itemListElement"][-1]["name"].startswith("</script> &")  # type: ignore[index]
        assert site.html(name).css_first(".ab-breadcrumb [aria-current]").text().startswith("</script> &")


def test_the_manifest_leads_to_every_data_file_and_each_is_named_by_its_content(shop: Built) -> None:
    manifest = shop.json("answerbook/manifest.json")
    assert manifest["format"] == "answerbook-site/1"
    assert manifest["as_of"] == DAY
    assert manifest["default_language"] == "nl"
    assert {code: one["base"] for code, one in manifest["languages"].items()} == {"nl": "", "en": "en/"}
    names = [manifest["book"], *(one[key] for one in manifest["languages"].values() for key in ("language", "answers", "search"))]
    for name in names:
        content = (shop.folder / "answerbook" / name).read_bytes()
        assert hashlib.sha256(content).hexdigest()[:8] == name.split(".")[-2], name
    assert shop.json(f"answerbook/{manifest['book']}")["hash"] == manifest["book_hash"]


def test_a_language_knows_where_its_answers_stand_and_which_rules_they_tell(shop: Built) -> None:
    manifest = shop.json("answerbook/manifest.json")
    english = shop.json("answerbook/" + manifest["languages"]["en"]["language"])
    assert english["lang"] == "en"
    assert english["links"]["bike-price"]["url"] == "en/faq/hire/prices/#bike-price"
    assert english["links"]["bike-price"]["question"] == "What does a bike cost?"
    assert "hire.city.price" in english["links"]["bike-price"]["rules"]
    assert english["labels"]["hire.city"] == {"one": "city bike", "other": "city bikes"}


def test_every_style_sheet_is_served_as_it_was_written_and_every_module_by_itself_or_in_another(shop: Built) -> None:
    from answerbook.site.export import BROWSER

    shipped = {name.removeprefix("answerbook/js/") for name in shop.files() if name.startswith("answerbook/js/")}
    assert {"client.js", "embed.js", "elements/all.js", "search/worker.js", "answerbook.css"} <= shipped
    assert not {"cli.mjs", "search/ranking.js"} & shipped
    for name in (one for one in shipped if one.endswith(".css")):
        assert (shop.folder / "answerbook/js" / name).read_bytes() == (BROWSER / name).read_bytes()


def test_every_module_a_shipped_module_imports_is_shipped(shop: Built) -> None:
    missing = set()
    for name in (one for one in shop.files() if one.startswith("answerbook/js/") and one.endswith(".js")):
        for found in re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""", shop.read(name)):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), found))
            if target not in shop.files():
                missing.add((name, target))
    assert missing == set()


def test_no_search_of_the_theme_is_shipped(shop: Built) -> None:
    assert not [name for name in shop.files() if "lunr" in name or "search_index" in name or "javascripts/workers" in name]
    for page in shop.pages():
        assert not shop.html(page).css('form[name="search"]'), "the theme would start its worker"


def test_a_page_called_search_survives_the_end_of_the_themes_index(demo: Built) -> None:
    assert {"search/index.html", "en/search/index.html"} <= demo.files()


def test_models_find_every_page_and_every_answer_in_their_language(shop: Built) -> None:
    assert "[Een fiets huren](https://bikes.example.org/faq/hire/prices/)" in shop.read("llms.txt")
    assert "[Hiring a bike](https://bikes.example.org/en/faq/hire/prices/)" in shop.read("en/llms.txt")
    assert "A city bike costs €240.00 per year." in shop.read("en/llms-full.txt")


def test_each_language_describes_its_search(shop: Built) -> None:
    for name, language in (("opensearch.xml", "nl"), ("en/opensearch.xml", "en")):
        assert f"<Language>{language}</Language>" in shop.read(name)
        assert "?q={searchTerms}" in shop.read(name)
    assert shop.html("en/index.html").css_first('link[rel="search"]').attributes["href"] == "opensearch.xml"
    assert shop.html(ARTICLE["en"]).css_first('link[rel="search"]').attributes["href"] == "../../../opensearch.xml"


def test_the_assistant_is_a_link_to_a_person_where_no_script_runs(demo: Built) -> None:
    for page in demo.pages():
        links = [node.attributes["href"] for node in demo.html(page).css("faq-assistant.ab-corner > a")]
        assert len(links) == 1, page
        assert links[0].endswith(("contact/", "./")), page


def test_the_assistant_hands_over_to_the_contact_page_which_knows_whom_to_write_to(demo: Built) -> None:
    assert all("mail" not in node.attributes for page in demo.pages() for node in demo.html(page).css("faq-assistant"))
    for page in ("contact/index.html", "en/contact/index.html"):
        assert demo.html(page).css_first("contact-message").attributes["mail"] == "info@klaarwater.example"


def test_the_same_files_give_the_same_bytes(project: Project) -> None:
    first = project.build()
    before = {name: (first.folder / name).read_bytes() for name in first.files()}
    second = project.build()
    after = {name: (second.folder / name).read_bytes() for name in second.files()}
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
