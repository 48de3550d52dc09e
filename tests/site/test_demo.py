"""The help centre of this repository, as built: links lead somewhere, figures are the book's, nobody else is asked for anything."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from answerbook.book import load
from answerbook.content.resolve import resolve
from answerbook.language import load as load_language
from sites import ROOT, Built

from tests.running import run

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

HOST = "https://help.example.org/"
PAIRS = ["", "calculator/", "fair-use/", "contact/", "search/", "faq/seats/", "faq/seats/extra-seats/", "faq/support/support-policy/"]
#: What customers type, in their own words, and the section that tells it; nothing where the help centre knows nothing of it.
ASKED = {
    "nl": {
        "cursus": "#training",
        "cursussen": "#training",
        "opleiding": "#training",
        "account overdragen": "#colleague-leaves",
        "overdragen": "#colleague-leaves",
        "opzeggen": "#colleague-leaves",
        "zeg ik op": "#colleague-leaves",
        "maandelijks": "#few-months",
        "maandelijks betalen": "#few-months",
        "gebruiker toevoegen": "#assign-seats",
        "gebruikers toevoegen": "#assign-seats",
        "wachtwoord": "",
    },
    "en": {
        "course": "#training",
        "courses": "#training",
        "transfer": "#colleague-leaves",
        "cancel order": "#colleague-leaves",
        "monthly": "#few-months",
        "add user": "#assign-seats",
        "add a user": "#assign-seats",
        "password": "",
    },
}


@cache
def parsed(site: Built) -> dict[str, LexborHTMLParser]:
    return {name: site.html(name) for name in site.pages()}


@pytest.fixture(name="site")
def hashable(demo: Built) -> Built:
    return Built(demo.folder, ())  # type: ignore[arg-type]


def url_of(page: str) -> str:
    return HOST + re.sub(r"(^|/)index\.html$", r"\1", page)


def file_of(path: str) -> str:
    path = unquote(path).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def test_every_link_leads_to_a_page_and_every_anchor_to_a_place_on_it(site: Built) -> None:
    pages = parsed(site)
    anchors = {name: {node.attributes["id"] for node in tree.css("[id]")} for name, tree in pages.items()}
    broken = []
    for name, tree in pages.items():
        for node in tree.css("[href], [src], [action], [contact]"):
            for key in ("href", "src", "action", "contact"):
                target = urlsplit(urljoin(url_of(name), node.attributes.get(key) or ""))
                if node.attributes.get(key) is None or f"{target.scheme}://{target.netloc}/" != HOST:
                    continue
                file = file_of(target.path)
                if file not in site.files() or (target.fragment and target.fragment not in anchors[file]):
                    broken.append((name, node.attributes[key]))
    assert broken == []


def test_nothing_is_loaded_from_anybody_else(site: Built) -> None:
    loading = (
        "script[src], link[rel=stylesheet], link[rel=icon], link[rel=preconnect], link[rel=preload], img, iframe, source, video, audio"
    )
    for name, tree in parsed(site).items():
        for node in tree.css(loading):
            address = node.attributes.get("src") or node.attributes.get("href") or ""
            assert urljoin(url_of(name), address).startswith((HOST, "data:")), (name, address)
    for name in site.files():
        if name.endswith(".css") and "/js/" not in name:
            assert not re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", site.read(name)), name


def test_every_figure_names_its_rule_and_is_what_the_book_says(site: Built) -> None:
    book = load(ROOT)
    day = site.json("answerbook/manifest.json")["as_of"]
    seen = 0
    for name, tree in parsed(site).items():
        language = load_language("en" if name.startswith("en/") else "nl")
        for node in tree.css("data"):
            figure = resolve(node.attributes["data-ref"] or "", book, language, day)
            assert (node.attributes["value"], node.attributes["data-rule"], node.text()) == (figure.value, figure.rule, figure.text), name
            assert figure.rule in book.rules
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("page", PAIRS)
def test_both_languages_have_the_page_with_the_same_deep_links(site: Built, page: str) -> None:
    dutch, english = (parsed(site)[f"{base}{page}index.html"] for base in ("", "en/"))
    assert [node.attributes["id"] for node in dutch.css(".ab-entry")] == [node.attributes["id"] for node in english.css(".ab-entry")]
    assert (dutch.css_first("html").attributes["lang"], english.css_first("html").attributes["lang"]) == ("nl", "en")


def test_every_version_of_a_page_names_the_others_and_is_named_by_them(site: Built) -> None:
    named = {}
    for name, tree in parsed(site).items():
        named[url_of(name)] = {
            node.attributes["hreflang"]: node.attributes["href"] for node in tree.css('link[rel~="alternate"][hreflang]')
        }
    for page, versions in named.items():
        if page.endswith("404.html"):
            continue
        assert page in versions.values()
        assert set(versions) == {"nl", "en", "x-default"}
        assert all(named[other] == versions for other in versions.values())


def test_the_site_map_lists_every_page_and_nothing_else(site: Built) -> None:
    listed = set(re.findall(r"<loc>([^<]+)</loc>", site.read("sitemap.xml")))
    assert listed == {url_of(name) for name in site.pages() if name != "404.html"}


def test_every_page_has_one_title_one_heading_and_a_description_of_its_own(site: Built) -> None:
    descriptions = []
    for name, tree in parsed(site).items():
        assert len(tree.css("title")) == 1
        assert len(tree.css("h1")) == 1, name
        if name != "404.html":
            descriptions.append(tree.css_first('meta[name="description"]').attributes["content"])
    assert len(descriptions) == len(set(descriptions))


def test_no_id_stands_twice_on_a_page(site: Built) -> None:
    for name, tree in parsed(site).items():
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert sorted({one for one in ids if ids.count(one) > 1}) == [], name


def test_the_policy_names_every_inline_script_of_the_site(site: Built) -> None:
    from answerbook.site.csp import policy

    assert policy(site.read(name) for name in site.pages()) in site.read("answerbook/csp.txt")
    assert "unsafe-inline" not in site.read("answerbook/csp.txt")


@pytest.mark.parametrize("lang", ASKED)
def test_what_customers_type_leads_to_the_section_that_tells_it(lang: str) -> None:
    found = {}
    for words in ASKED[lang]:
        done = run("search", words, "--lang", lang, "--book", ROOT, "--limit", "1")
        found[words] = "".join(re.findall(r"#[\w-]+", done.stdout))
    assert found == ASKED[lang]


def test_of_course_is_no_course() -> None:
    for words in ("of course", "Of course I want a refund"):
        assert "basic training" not in run("ask", words, "--lang", "en", "--book", ROOT).stdout
