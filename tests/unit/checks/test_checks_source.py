"""What the check says of a book, its articles and its docs, before anything is built."""

from __future__ import annotations

import pytest
from answerbook.checks import examples, run
from answerbook.checks.prose import blank, literal_figures
from answerbook.site.checking import HelpCentre

TYPED = "Write a reference to its rule in double braces, so that it follows pricing.yaml."


def test_a_clean_shop_has_no_findings_and_says_what_was_compared(shop) -> None:
    result = shop.run(site=False)
    assert (result.findings, result.notes) == ([], [])
    assert result.counts == {"rules": 9, "entries": 4, "worked examples": 1, "prose files": 4, "pages planned": 6}


def test_an_example_that_promises_another_figure(shop) -> None:
    shop.edit("pricing.yaml", "total: 240.00", "total: 241.00")
    assert shop.told(site=False) == [
        "pricing.yaml:28:3: AB150 Example one_bike expects total 241.00, the rules give 240.00. Mend the example, or the rule it rests on."
    ]


def test_a_price_that_changes_under_an_example(shop) -> None:
    shop.edit("pricing.yaml", "EUR: 240.00", "EUR: 250.00")
    assert shop.told(site=False) == [
        "pricing.yaml:28:3: AB150 Example one_bike expects total 240.00, the rules give 250.00. Mend the example, or the rule it rests on."
    ]


def test_a_proof_that_does_not_hold(shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "verify", lambda _book, _steps: ["step 0: gives 1, not 2"])
    said = "AB152 The proof of example one_bike does not hold: step 0: gives 1, not 2."
    assert shop.told(site=False) == [f"pricing.yaml:28:3: {said} This is a mistake in answerbook itself: report it."]


@pytest.mark.parametrize(
    ("typed", "column", "figure"),
    [
        ("€ 240,00", 1, "€ 240,00"),
        ("twee jaar", 1, "twee jaar"),
        ("een uur", 1, "een uur"),
        ("drie keer", 1, "drie keer"),
        ("driemaal", 1, "driemaal"),
        ("op 1 april 2026", 4, "1 april 2026"),
        ("99,99%", 1, "99,99%"),
        ("er zijn er 12", 12, "12"),
        ("nu `EUR 888`", 5, "EUR 888"),
        ("nu `888` euro", 5, "888 euro"),
        ("９９９ euro", 1, "９９９ euro"),
        ("＄ 999", 1, "＄ 999"),
        ("<b>777</b> euro", 4, "777 euro"),
        ("**777** euro", 3, "777 euro"),
        ("9<b>5</b>1 euro", 1, "951 euro"),
    ],
)
def test_a_figure_typed_in_an_article(shop, typed: str, column: int, figure: str) -> None:
    shop.edit("faq/nl/hire/prices.md", "Vooraan", f"{typed} en vooraan")
    assert shop.told(site=False) == [f"faq/nl/hire/prices.md:21:{column}: AB151 A figure typed in prose: “{figure}”. {TYPED}"]


def test_a_reference_in_single_braces(shop) -> None:
    shop.edit("docs/en/index.md", "Welcome.", "Pay { hire.city.price } or {examples.one_bike.total}, `{ hire.city.price }`, {x.y}.")
    said = "stands in single braces, so it is shown as it is written."
    assert shop.told(site=False) == [
        f"docs/en/index.md:5:5: AB154 `hire.city.price` {said} Write `{{{{ hire.city.price }}}}`.",
        f"docs/en/index.md:5:28: AB154 `examples.one_bike.total` {said} Write `{{{{ examples.one_bike.total }}}}`.",
    ]


def test_a_figure_typed_in_docs_in_another_language(shop) -> None:
    shop.edit("docs/en/index.md", "Welcome.", "Welcome for one year.")
    assert shop.told(site=False) == [f"docs/en/index.md:5:13: AB151 A figure typed in prose: “one year”. {TYPED}"]


def test_a_figure_typed_in_a_description_that_search_engines_show(shop) -> None:
    shop.edit("docs/en/index.md", "All about hiring.", "All for 240 euros.")
    assert shop.told(site=False) == [f"docs/en/index.md:3:22: AB151 A figure typed in prose: “240 euros”. {TYPED}"]


def test_a_figure_that_runs_over_a_line(shop) -> None:
    shop.edit("docs/en/index.md", "Welcome.", "It takes three\nweeks.")
    assert shop.told(site=False) == [f"docs/en/index.md:5:10: AB151 A figure typed in prose: “three weeks”. {TYPED}"]


@pytest.mark.parametrize(
    "text",
    [
        "een paar maanden",
        "dubbel zo snel",
        "dubbelklik",
        "NEN 7510",
        "ISO 27001",
        "per jaar",
        "de eerste dag",
        "`EUR: 240.00`",
        "```yaml\nEUR: 240.00\n```",
        "{{ hire.city.price }} per jaar",
        "1. kies\n2. klik",
        "[zie](https://example.org/2024/05)",
        "<https://example.org/2024>",
        "https://example.org/2024/05",
        "[hier]: https://example.org/2024",
        '<img src="a24.png" width="240" alt="">',
        "## Vraag { #vraag-2 data-x=3 }",
        "<!-- 240 euro -->",
        "",
        "\ufffc",
    ],
)
def test_prose_without_a_figure(text: str) -> None:
    assert list(literal_figures(blank(text), "nl")) == []


def test_braces_do_not_hide_a_figure() -> None:
    assert [figure for _, _, figure in literal_figures(blank("{950} { 3 keer }"), "nl")] == ["950", "3 keer"]


def test_what_stands_around_a_reference_is_not_read_as_one_figure() -> None:
    assert [figure for _, _, figure in literal_figures(blank("{{ hire.city.price }} keer"), "nl")] == []


def test_a_reference_in_docs_that_leads_nowhere(shop) -> None:
    shop.edit("docs/en/index.md", "{{ hire.city.price }}", "{{ hire.cty.price }}")
    assert shop.told(site=False) == [
        "docs/en/index.md:5:23: AB107 The reference `hire.cty.price` points to nothing. Did you mean `hire.city.price`?"
    ]


def test_docs_that_are_not_utf_8_are_said_once_for_each_reader(shop) -> None:
    shop.write("docs/en/index.md", b"# Caf\xe9")
    assert shop.told(site=False) == [
        "docs/en/index.md:1:1: AB153 The page is not UTF-8 text. Save it as UTF-8.",
        "docs/en/index.md:1:1: AB310 This page is not UTF-8 text. Save it as UTF-8.",
    ]


def test_a_hand_written_page_that_one_language_lacks(shop) -> None:
    shop.write("docs/en/news.md", "# News\n")
    assert shop.told(site=False) == [
        "docs/en/news.md:1:1: AB311 This page is there in en and missing in nl. Write it in nl, or take it out."
    ]


def test_a_question_that_one_language_lacks(shop) -> None:
    shop.edit("faq/en/hire/prices.md", "\n## Where is the desk? { #bike-desk }\n\nAt the front{{ cite hire.desk }}.\n", "")
    shop.edit("faq/en/hire/prices.md", "  bike-desk: {asks: [where is the desk], rules: [hire.desk]}\n", "")
    shop.edit("faq/en/hire/prices.md", " See {{ #bike-desk }}", "")
    (found,) = shop.told(site=False)
    assert (
        found
        == "faq/en/hire/prices.md:1:1: AB111 The entry `bike-desk` is missing in `en`. Translate it from faq/nl/hire/prices.md, line 19."
    )


def test_a_book_that_cannot_be_used_is_all_that_is_said(shop) -> None:
    shop.edit("pricing.yaml", "lasts: 1 year", "lasts: a year").edit("pricing.yaml", "EUR: 240.00", "EUR: 240,5")
    result = shop.run()
    assert [finding.id for finding in result.findings] == ["AB027", "AB028", "AB020"] or len(result.findings) >= 2
    assert all(finding.file == "pricing.yaml" for finding in result.findings)
    assert result.notes == ["nothing else was compared: the book cannot be used before this is mended."]


def test_settings_that_are_no_yaml_are_a_finding(shop) -> None:
    shop.write("mkdocs.yml", "site_name: [")
    assert [finding.id for finding in shop.run().findings] == ["AB301"]


def test_a_folder_that_is_not_there(tmp_path) -> None:
    with pytest.raises(FileNotFoundError, match="no such folder"):
        run(tmp_path / "nowhere", None, "2026-11-23", HelpCentre(tmp_path / "nowhere"))


def test_a_coming_price_is_a_note(shop) -> None:
    shop.edit(
        "pricing.yaml",
        "          - {from: 2025-01-01, per: year, EUR: 240.00, source: list}\n",
        "          - {from: 2025-01-01, per: year, EUR: 240.00, source: list}\n"
        "          - {from: 2027-01-01, announced: 2026-12-01, per: year, EUR: 250.00, source: list}\n",
    ).edit("pricing.yaml", "total: 240.00", "total: 240.00")
    assert shop.run(site=False).notes == []
    assert shop.run(site=False, day="2026-12-01").notes == [
        "the next change of hire.city.price is due on 2027-01-01: build the site again on that day."
    ]


def test_a_source_nobody_looked_at_for_a_year_is_a_note(shop) -> None:
    assert shop.run(site=False, day="2027-01-04").notes == []
    assert shop.run(site=False, day="2027-01-05").notes == [
        "the source list was last looked at on 2026-01-05: see whether it still says so."
    ]
    assert shop.run(site=False, day="9999-12-31").findings == []


def test_a_day_yet_to_come_is_a_note(shop) -> None:
    shop.edit("pricing.yaml", "checked: 2026-01-05", "checked: 2026-11-24").edit("faq/nl/hire/prices.md", "2026-05-04", "2026-12-01")
    notes = shop.run(site=False).notes
    assert len(notes) == 2
    assert all("AB121" in note and note.endswith("lies after 2026-11-23. Write the day it was done.") for note in notes)
    assert shop.run(site=False, day="2026-12-01").notes == []
