from __future__ import annotations

from answerbook.content.prose import plain, resolved, sections


def test_a_page_is_read_as_sections_with_its_figures(nl):
    found = sections("# Titel\n\nIntro.\n\n## Een { #own-id }\n\nKost {{ seats.admin.price }}.\n\n### Twee dingen\n\n- a\n- b\n", nl)
    assert [(one.anchor, one.heading, one.text) for one in found] == [
        ("", "Titel", "Intro."),
        ("own-id", "Een", "Kost €\u00a0950,00."),
        ("twee-dingen", "Twee dingen", "a\nb"),
    ]


def test_a_page_without_a_title_still_has_a_start(nl):
    assert [(one.anchor, one.heading, one.text) for one in sections("Alleen tekst.", nl)] == [("", "", "Alleen tekst.")]


def test_prose_holds_no_tables_of_figures_no_navigation_and_no_hidden_text(nl):
    text = plain("Voor.\n\n{{ calculator seats }}\n\nNa{{ cite seats.assign }}.\n\n<nav>weg</nav>\n\n<script>1</script>\n", nl)
    assert text == "Voor.\nNa."


def test_a_question_linked_to_is_put_in_quotation_marks(nl):
    assert plain("Zie {{ #billing }} of {{ #billing | hier }}.", nl) == "Zie “Hoe en wanneer worden accounts gefactureerd?” of hier."


def test_lines_broken_in_the_source_are_one_line_of_text(nl):
    assert (
        plain("Een zin\ndie doorloopt - met streepje.\n\n1. een\n   twee\n2. drie", nl)
        == "Een zin die doorloopt - met streepje.\n- een twee\n- drie"
    )


def test_tables_written_by_hand_are_prose(nl):
    assert plain("| a | b |\n|---|---|\n| c | {{ seats.term.lasts }} |\n", nl) == "a b\nc 1 jaar"


def test_markdown_with_its_figures_written_out_keeps_its_form(nl):
    text = "**{{ seats.admin.price }}**{{ cite seats.assign }} `{{ code }}` {{ #billing }}\n\n{{ prices seats }}\n"
    assert resolved(text, nl) == (
        "**€\u00a0950,00** `{{ code }}` [Hoe en wanneer worden accounts gefactureerd?](../faq/seats/extra-seats/#billing)\n\n"
        "- admin: €\u00a0950,00 per jaar; geldt voor bestellingen vanaf 1 januari 2024\n"
        "- map-/projectbeheerder: €\u00a0600,00 per jaar; geldt voor bestellingen vanaf 1 januari 2024\n"
    )
