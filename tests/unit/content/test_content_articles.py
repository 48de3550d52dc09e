from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from answerbook.content.articles import article_page, collection_page, entry_text, hand_written_page
from answerbook.content.related import Candidate, article_rules, related, rules_of
from answerbook.content.render import render
from answerbook.findings import FindingsError
from selectolax.lexbor import LexborHTMLParser


def article(context, name):
    return next(one for one in context.book.articles[context.language.code] if one.id == name)


def test_an_article_has_its_title_its_questions_what_is_related_and_asks_whether_it_helped(nl):
    page = article_page(article(nl, "extra-seats"), nl, [Candidate("calculator/", "Rekenhulp", frozenset())])
    tree = LexborHTMLParser(render(page.markdown, nl.at(page.url, page.src)))
    assert [node.text() for node in tree.css("h1")] == [page.title]
    assert [node.attributes["id"] for node in tree.css("h2.ab-entry.ab-numbered")] == [
        entry.id for entry in article(nl, "extra-seats").entries
    ]
    assert [node.attributes["href"] for node in tree.css("nav.ab-related a")] == ["../../../calculator/"]
    reasons = [node.attributes["href"] for node in tree.css("article-feedback[article=extra-seats] a")]
    assert reasons[0] == "../../../contact/?page=faq%2Fseats%2Fextra-seats%2F&reason=wrong_figure"
    assert len(reasons) == 4
    assert (page.kind, page.src, page.url, page.collection) == ("article", "faq/seats/extra-seats.md", "faq/seats/extra-seats/", "seats")
    assert page.meta["updated"] == "2026-11-02"


def test_the_sections_of_an_article_are_its_questions_with_their_answers(nl):
    page = article_page(article(nl, "support-policy"), nl)
    assert [one.anchor for one in page.sections[1:]] == [entry.id for entry in article(nl, "support-policy").entries]
    assert all(one.text and one.heading for one in page.sections)
    assert "ab-related" not in page.markdown
    training = next(one for one in page.sections if one.anchor == "training")
    assert training.text == entry_text(article(nl, "support-policy"), "training", nl)
    assert "1 uur" in training.text


def test_anchors_are_the_same_in_every_language(nl, en):
    for name in ("extra-seats", "support-policy"):
        anchors = [[one.anchor for one in article_page(article(context, name), context).sections] for context in (nl, en)]
        assert anchors[0] == anchors[1]


def test_a_title_is_text_not_markdown(nl):
    odd = replace(article(nl, "extra-seats"), title="Een *ster* & <b> [x](y) {{ z }}")
    page = article_page(odd, nl)
    html = render(page.markdown, nl.at(page.url, page.src))
    assert "Een *ster* &amp; &lt;b&gt; [x](y) {{ z }}</h1>" in html


def test_a_figure_that_stopped_holding_is_reported_on_the_line_of_the_article_s_own_file(phones):
    context = phones("2020-01-01")
    one = context.book.articles["en"][0]
    with pytest.raises(FindingsError) as error:
        article_page(one, context)
    found = error.value.findings[0]
    lines = (Path(__file__).parents[3] / "examples/harbour_desk" / found.file).read_text().split("\n")
    assert lines[found.line - 1][found.column - 1 :].startswith("{{")


def test_a_collection_lists_every_question_of_its_articles(nl):
    page = collection_page(nl.book.collections["nl"]["support"], nl)
    tree = LexborHTMLParser(render(page.markdown, nl.at(page.url, page.src)))
    assert [node.text() for node in tree.css("h2 a")] == ["Support en fair use"]
    assert tree.css_first(".ab-questions a").attributes["href"] == "support-policy/#included-support"
    assert (page.kind, page.url) == ("collection", "faq/support/")


def test_a_page_written_by_hand_takes_title_and_order_from_its_front_matter(nl):
    page = hand_written_page("calculator.md", "---\ntitle: Reken\norder: 20\n---\n\n# Anders\n\nTekst.\n", nl)
    assert (page.title, page.meta["order"], page.sections[0].heading) == ("Reken", 20, "Reken")
    assert hand_written_page("calculator.md", "# Kop\n\nTekst.\n", nl).title == "Kop"
    assert hand_written_page("calculator.md", "---\n- list\n---\nTekst.\n", nl).title == "calculator.md"


def test_a_bad_reference_in_a_page_written_by_hand_is_reported_on_its_line_of_the_file(nl):
    with pytest.raises(FindingsError) as error:
        hand_written_page("calculator.md", "---\ntitle: x\n---\n\nTekst {{ no.such }}.\n", nl)
    found = error.value.findings[0]
    assert (found.file, found.line, found.column) == ("docs/nl/calculator.md", 5, 7)


def test_pages_are_related_by_the_rules_they_share_most_first(nl):
    seats = article_rules(article(nl, "extra-seats"))
    calculator = Candidate("calculator/", "c", rules_of("{{ calculator seats }}", nl.book))
    price = Candidate("x/", "x", rules_of("{{ seats.admin.price }}", nl.book))
    fair = Candidate("fair-use/", "f", rules_of("{{ support.fair_use.limit }}", nl.book))
    itself = Candidate("faq/", "i", seats)
    assert related("faq/", seats, [fair, price, calculator, itself]) == (calculator, price)
    assert related("faq/", seats, [price, calculator], limit=1) == (calculator,)
