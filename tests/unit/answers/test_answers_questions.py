"""Questions as people ask them: what is answered, with which figures, and where it is told."""

from __future__ import annotations

import pytest
from answerbook.book import compile_book
from answerbook.engine.verify import verify

from tests.unit.answers.asked import LANGUAGES, questions

ALL = [line for lang in LANGUAGES for line in questions(lang)]


def known_by(reply):
    return reply["article"].partition("#")[2]


@pytest.mark.parametrize("line", ALL, ids=lambda line: f"{line['lang']} {line['q']}")
def test_a_question_gets_its_answer(say, line):
    reply = say(line["lang"], line["q"])
    assert (reply["status"], reply["figures"]) == (line["status"], line["figures"])
    assert known_by(reply) == line.get("article", known_by(reply))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_of_the_articles_and_each_paraphrase_leads_to_its_own_entry(book, say, lang):
    asked = [(entry.id, text) for article in book.articles[lang] for entry in article.entries for text in (entry.question, *entry.asks)]
    elsewhere = [(entry, text) for entry, text in asked if (reply := say(lang, text))["status"] == "clarify" or known_by(reply) != entry]
    assert elsewhere == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refusal_carries_no_figure_and_every_step_follows_from_the_book(book, say, lang):
    compiled = compile_book(book)
    for line in questions(lang):
        reply = say(lang, line["q"])
        assert verify(compiled, reply["steps"]) == []
        if reply["status"] == "abstained":
            assert reply["figures"] == []
            assert reply["reason"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_chip_leads_to_an_answer(say, lang):
    asked = {chip["q"] for line in questions(lang) for chip in say(lang, line["q"])["chips"]}
    assert asked
    assert [q for q in sorted(asked) if say(lang, q)["status"] != "answered" and say(lang, q)["intent"] != "quote_only"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rules_are_of_one_product_unless_two_things_are_asked(book, say, lang):
    mixed = []
    for line in questions(lang):
        reply = say(lang, line["q"])
        products = {book.rules[rule].product for rule in reply["rules"]}
        if len(products) > 1 and "\n\n" not in reply["text"] and reply["intent"] != "human":
            mixed.append(line["q"])
    assert mixed == []


@pytest.mark.parametrize(("lang", "one", "more"), [("nl", "Wat kosten {} admins?", "€"), ("en", "What do {} managers cost?", "€")])
def test_one_more_costs_one_price_more(say, lang, one, more):
    def cents(count):
        (figure,) = say(lang, one.format(count))["figures"]
        return int(figure.removeprefix("EUR ").replace(".", ""))

    unit = cents(1)
    assert [cents(n + 1) - cents(n) for n in range(1, 30)] == [unit] * 29


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mixed_question_names_the_part_without_a_rule(say, lang):
    asked = {"nl": "Wat kost een admin? En wat kost een SLA?", "en": "What does an admin cost? And what does an SLA cost?"}
    reply = say(lang, asked[lang])
    assert reply["status"] == "answered"
    assert reply["figures"] == ["EUR 950.00"]
    assert len(reply["refused"]) == 1
    assert "SLA" in reply["refused"][0]
