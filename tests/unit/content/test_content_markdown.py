from __future__ import annotations

import re
from pathlib import Path

import pytest
from answerbook.content.render import render
from answerbook.findings import FindingsError
from markdown import markdown

ROOT = Path(__file__).parents[3]
PRICE = '<data class="ab-figure" data-ref="seats.admin.price" data-rule="seats.admin.price" value="950.00">€\u00a0950,00</data>'


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Dat is {{ seats.admin.price }}.", f"<p>Dat is {PRICE}.</p>"),
        ("**{{ seats.admin.price }}**", f"<p><strong>{PRICE}</strong></p>"),
        ("- {{ seats.admin.price }}", f"<ul>\n<li>{PRICE}</li>\n</ul>"),
        ("[{{ seats.admin.price }}](x.md)", f'<p><a href="x.md">{PRICE}</a></p>'),
        ("> {{seats.admin.price}}", f"<blockquote>\n<p>{PRICE}</p>\n</blockquote>"),
        ("{{ seats.admin.price\n}}", f"<p>{PRICE}</p>"),
    ],
)
def test_a_figure_stands_anywhere_in_prose(nl, written, html):
    assert render(written, nl) == html


def test_a_figure_stands_in_headings_and_tables(nl):
    html = render("# Kost {{ seats.admin.price }}\n\n| a | b |\n|---|---|\n| {{ seats.admin.price }} | {{ #billing }} |\n", nl)
    assert f"<td>{PRICE}</td>" in html
    assert re.search(r"<h1 id=\"kost-95000\">Kost <data", html)
    assert '<td><a href="../faq/seats/extra-seats/#billing"' in html


@pytest.mark.parametrize(
    "code",
    ["`{{ seats.admin.price }}`", "```\n{{ no.such.thing }}\n```", "    {{ seats.admin.price }}", "~~~ yaml\n{{ calculator seats }}\n~~~"],
)
def test_code_is_left_as_it_is_written(nl, code):
    html = render(f"Tekst.\n\n{code}\n", nl)
    assert "{{" in html
    assert "<data" not in html
    assert "calculator>" not in html


def test_a_backslash_shows_the_braces(nl):
    assert render(r"Schrijf \{\{ seats.admin.price }}.", nl) == "<p>Schrijf {{ seats.admin.price }}.</p>"


def test_a_link_shows_the_question_or_the_text_it_is_given_and_escapes_it(nl):
    assert render("{{ #billing }}", nl) == (
        '<p><a href="../faq/seats/extra-seats/#billing" data-question="billing">Hoe en wanneer worden accounts gefactureerd?</a></p>'
    )
    assert render("{{ #billing | over <b> & de factuur }}", nl) == (
        '<p><a href="../faq/seats/extra-seats/#billing">over &lt;b&gt; &amp; de factuur</a></p>'
    )


def test_a_citation_names_its_rule_and_shows_nothing(nl):
    assert render("Zo{{ cite seats.assign }}.", nl) == '<p>Zo<span data-rule="seats.assign" hidden="hidden"></span>.</p>'


def test_every_bad_reference_is_reported_at_once_with_its_place(nl):
    text = "Een.\n\nDat kost {{ seats.admin.prise }} of {{ #no-such }}.\n\n{{ }} en {{ calculator sea }}\n"
    with pytest.raises(FindingsError) as error:
        render(text, nl)
    places = [(one.file, one.line, one.column, one.id) for one in error.value.findings]
    assert places == [
        ("docs/nl/calculator.md", 3, 10, "AB107"),
        ("docs/nl/calculator.md", 3, 37, "AB107"),
        ("docs/nl/calculator.md", 5, 1, "AB108"),
        ("docs/nl/calculator.md", 5, 10, "AB107"),
    ]
    assert "seats.admin.price" in error.value.findings[0].hint


def test_a_figure_that_does_not_hold_on_the_day_of_the_page_is_reported(phones):
    with pytest.raises(FindingsError, match="no value on 2020-01-01"):
        render("{{ phones.line.price }}", phones("2020-01-01"))


@pytest.mark.parametrize(
    "text", ["Reken: {{ calculator seats }}", "{{ calculator seats }}\nen dan", "zie\n{{ calculator seats }}", "# {{ calculator seats }}"]
)
def test_a_block_within_a_sentence_is_reported(nl, text):
    with pytest.raises(FindingsError, match="a paragraph of its own"):
        render(text, nl)


def test_a_block_may_stand_in_a_list_item(nl):
    assert "<price-calculator" in render("- Reken:\n\n    {{ calculator seats }}\n", nl)


def test_a_question_is_marked_numbered_and_gets_a_link_to_copy_instead_of_the_theme_s(nl):
    here = nl.at("faq/seats/extra-seats/", "faq/nl/seats/extra-seats.md")
    html = render("## Wat? { #seat-price }\n\n## Anders { #else }\n", here)
    assert '<h2 class="ab-entry ab-numbered" id="seat-price">Wat?<copy-link><a aria-label="' in html
    assert '<h2 id="else">Anders</h2>' in html
    assert "copy-link" not in render("## Wat? { #seat-price }\n", nl), "the question stands on another page"


def test_the_extension_works_by_its_name_in_any_generator():
    html = markdown(
        "{{ seats.admin.price }} {{ #seat-price }}",
        extensions=["answerbook"],
        extension_configs={"answerbook": {"book": str(ROOT), "language": "en", "as_of": "2026-11-02"}},
    )
    assert ">€950.00</data>" in html
    assert '<a href="#seat-price"' in html


def test_the_extension_never_reads_a_clock():
    with pytest.raises(ValueError, match="as_of"):
        markdown("x", extensions=["answerbook"], extension_configs={"answerbook": {"book": str(ROOT)}})
