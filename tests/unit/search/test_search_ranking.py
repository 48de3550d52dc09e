"""What is found, and in which order."""

from __future__ import annotations

import math

import pytest
from answerbook.findings import RequestError
from answerbook.language.words import tokens
from answerbook.search.documents import Part
from answerbook.search.engine import Document, build
from answerbook.search.ranking import ln
from answerbook.search.repair import distance
from answerbook.search.requests import search
from answerbook.search.rows import OPENING
from answerbook.search.source import FIELDS, LENGTH_BITS, MOST_TIMES, coarse
from corpus import HOSTILE, PAGES, documents


def test_the_page_with_the_title_that_was_asked_comes_first(urls):
    for lang, pages in PAGES.items():
        for title, *_ in pages.values():
            found = urls(lang, title)[0].split("#")[0].removesuffix(".html")
            assert pages[found][0] == title


@pytest.mark.parametrize(
    ("lang", "question", "url"),
    [
        ("nl", "wat kost een plek", "licenties.html#s0"),
        ("nl", "factuuradres", "facturen.html#s1"),
        ("nl", "facturen", "facturen.html"),
        ("nl", "licentieplekken", "licenties.html"),
        ("nl", "planning optimalisatie", "planning.html"),
        ("nl", "wachtwoordvergeten", "wachtwoord.html"),
        ("nl", "wachtwoort", "wachtwoord.html"),
        ("nl", "vachtwoord", "wachtwoord.html"),
        ("nl", "achtwoord", "wachtwoord.html"),
        ("nl", "awchtwoord", "wachtwoord.html"),
        ("nl", "qwachtwoord", "wachtwoord.html"),
        ("nl", "wachtw", "wachtwoord.html"),
        ("nl", "stoel kopen", "licenties.html#s0"),
        ("nl", "email factuur", "facturen.html"),
        ("nl", "foto", "ondersteuning.html#s0"),
        ("nl", "€950", "licenties.html#s0"),
        ("nl", "950 euro", "licenties.html#s0"),
        ("en", "customer account", "password.html#s0"),
        ("en", "dont wait", "support.html#s0"),
        ("de", "strasse", "rechnung.html#s0"),
        ("de", "groessere anfragen", "hilfe.html"),
        ("fr", "reseau", "reseau.html"),
        ("fr", "element", "licences.html#s0"),
        ("fr", "adresse", "factures.html#s0"),
    ],
)
def test_a_question_finds_its_page_and_section(urls, lang, question, url):
    assert urls(lang, question)[0] == url


def test_a_page_is_listed_once_and_names_other_sections_that_answer_as_well(engine):
    hits = search(engine("en"), {"q": "seat "})["hits"]
    assert len({hit["url"].split("#")[0] for hit in hits}) == len(hits)
    assert [section["title"] for section in hits[0]["sections"]] == ["What does a seat cost?", "Assign a seat"]


def test_a_list_is_never_empty_while_a_word_of_the_question_stands_somewhere(urls):
    for lang, pages in PAGES.items():
        for title, text, headings in pages.values():
            for token in tokens(" ".join([title, text, *headings])):
                assert urls(lang, f"{token.text} zqxzqx"), token.text
                assert urls(lang, f"{token.text} "), token.text


def test_a_word_that_is_known_counts_after_many_that_are_not(urls):
    assert urls("en", " ".join(f"zqx{'a' * number}" for number in range(30)) + " password ")


@pytest.mark.parametrize(
    ("question", "url"),
    [
        ("wanneer krijg ik de rekening", "facturen.html"),
        ("fair use", "ondersteuning.html"),
        ("wat is fair use?", "ondersteuning.html"),
        ("coulance", "ondersteuning.html"),
        ("een nota van betaling", "facturen.html"),
    ],
)
def test_synonyms_of_one_or_more_words_find_what_they_mean(urls, question, url):
    assert urls("nl", question)[0].split("#")[0] == url


def test_a_reader_is_told_what_was_searched_instead(engine):
    assert search(engine("nl"), {"q": "wachtwoork vergeten"})["repaired"] == [{"typed": "wachtwoork", "used": "wachtwoord"}]
    assert "repaired" not in search(engine("nl"), {"q": "wachtwoord"})


@pytest.mark.parametrize(
    ("lang", "title", "asked"),
    [
        ("nl", "Hoelang blijft het geldig?", "hoe lang geldig"),
        ("nl", "Abonnement opzeggen", "mijn abonnement op zeggen"),
        ("de", "Text übersetzen", "über setzen"),
    ],
)
def test_what_people_write_apart_from_the_word_it_begins_is_read_as_one(lang, title, asked):
    pages = [Document("c/", "Verhaal over zetten, erg lang"), Document("a/", title), Document("b/", "Etwas setzen, iets zeggen")]
    assert build(pages, lang).find(asked, 1).hits[0][0].url == "a/"


def test_in_english_and_french_a_stop_word_is_not_read_as_the_beginning_of_another():
    pages = [Document("a/", "Déconnexion"), Document("b/", "Connexion")]
    assert [document.url for document, *_ in build(pages, "fr").find("de connexion ", 5).hits] == ["b/"]


@pytest.mark.parametrize(
    ("typed", "is_repaired"), [("card", False), ("hadr", True), ("har", False), ("hards", True), ("herd", False), ("hrad", True)]
)
def test_in_a_word_of_four_letters_no_letter_stands_for_another(typed, is_repaired):
    engine = build([Document("a/", "Hard")], "en")
    assert bool(search(engine, {"q": f"{typed} "})["hits"]) == is_repaired


def test_highlights_say_where_in_the_snippet_the_words_stand(engine):
    hit = search(engine("nl"), {"q": "orderbevestiging factuur"})["hits"][0]
    assert {hit["snippet"][start:end].lower() for start, end in hit["highlights"]} >= {"orderbevestiging"}


@pytest.mark.parametrize("question", ["{} vergeten", "{}", "hoe wijzig ik mijn {}?"])
@pytest.mark.parametrize("typed", ["wachtwoork", "wahctwoord", "qachtwoord"])
def test_a_misspelt_word_ranks_as_the_word_it_is_taken_for(engine, question, typed):
    asked = {"q": question.format(typed) + " "}  # a space: the last word is no beginning
    found, meant = search(engine("nl"), asked), search(engine("nl"), {"q": question.format("wachtwoord") + " "})
    assert [(hit["url"], hit["score"]) for hit in found["hits"]] == [(hit["url"], hit["score"]) for hit in meant["hits"]]
    assert found["repaired"] == [{"typed": typed, "used": "wachtwoord"}]


def test_no_question_breaks_the_search(urls):
    for question in HOSTILE:
        assert isinstance(urls("nl", question), list)


@pytest.mark.parametrize(
    ("request_", "error"),
    [({}, "missing_field: q"), ({"q": 3}, "wrong_type: q"), ({"q": None}, "wrong_type: q"), ({"q": ["a"]}, "wrong_type: q")],
)
def test_a_malformed_request_is_refused_with_a_closed_text(engine, request_, error):
    with pytest.raises(RequestError, match=f"^{error}$"):
        search(engine("nl"), request_)


def test_an_empty_index_finds_nothing():
    assert search(build([], "nl"), {"q": "iets"}) == {"hits": []}


def test_a_page_gains_nothing_by_saying_a_word_again_and_again():
    start = " ".join(f"start{number}" for number in range(OPENING))  # an opening of its own, alike on all pages
    texts = {
        times: f"{start} {'invoice ' * times} {' '.join(f'other{number}' for number in range(20 - times))}" for times in (1, 2, 3, 4, 20)
    }
    found = build([Document(f"{times}.html", "A page", (Part("", "", text),)) for times, text in texts.items()], "en")
    scores = {hit["url"]: hit["score"] for hit in search(found, {"q": "invoice"})["hits"]}
    assert scores["1.html"] < scores["2.html"] < scores["3.html"] == scores["4.html"] == scores["20.html"]


def test_a_term_scores_as_whoosh_scores_it(engine):
    """The specification's BM25 against Whoosh's own, for every term of a corpus."""
    source, ranker = engine("en").source, engine("en")._ranker
    with source._index.searcher() as searcher:
        for stem in source.terms():
            expected: dict[int, float] = {}
            for field, boost in FIELDS.items():
                if (field, stem) in searcher.reader():
                    scorer = searcher.weighting.scorer(searcher, field, stem)
                    scorer.dfl = lambda number, exact=scorer.dfl, bits=LENGTH_BITS[field]: coarse(exact(number), bits)
                    matcher = searcher.postings(field, stem)
                    while matcher.is_active():
                        number, times = matcher.id(), min(matcher.weight(), MOST_TIMES)
                        score = scorer._score(times, scorer.dfl(number))
                        expected[number] = expected.get(number, 0.0) + boost / 100 * score
                        matcher.next()
            assert ranker.scores(stem) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("value", [1e-6, 0.5, 0.75, 1, 1.4999, 1.5, 2, 2.718281828, 1200 / 17, 1e9])
def test_our_logarithm_is_the_logarithm(value):
    assert ln(value) == pytest.approx(math.log(value), abs=1e-12)


@pytest.mark.parametrize(
    ("first", "second", "edits"),
    [
        ("seat", "seat", 0),
        ("seat", "saet", 1),
        ("seat", "seats", 1),
        ("seat", "sea", 1),
        ("seat", "beat", 1),
        ("seat", "taes", 3),
        ("invoice", "invioce", 1),
        ("abc", "cab", 2),
        ("", "abc", 3),
    ],
)
def test_edits_are_counted_as_people_make_them(first, second, edits):
    assert distance(first, second, 3) == edits
    assert distance(second, first, 1) == min(edits, 2)


def test_two_pages_that_score_the_same_stand_in_the_order_of_their_urls():
    twins = [Document(f"{name}.html", "Same title") for name in "cab"]
    engine = build(twins, "en")
    assert [hit["url"] for hit in search(engine, {"q": "same title"})["hits"]] == ["a.html", "b.html", "c.html"]


def test_documents_in_any_order_give_the_same_answers(engine):
    other = build(list(reversed(documents("nl"))), "nl", [["stoel", "zitplaats", "plek"]])
    assert search(other, {"q": "stoel plek"}) == search(engine("nl"), {"q": "stoel plek"})


def test_another_way_to_ask_leads_to_the_section_that_answers_it():
    parts = (
        Part("end", "Do I get money back?", "You get the bill adjusted."),
        Part("billing", "When does the invoice come?", "", "when do I get the bill"),
    )
    engine = build([Document("seats.html", "Seats", parts)], "en")
    assert search(engine, {"q": "money back bill"})["hits"][0]["url"] == "seats.html#end"
    assert search(engine, {"q": "my bill"})["hits"][0]["url"] == "seats.html#billing"


def test_two_pages_at_one_address_are_both_there_in_one_order():
    pages = [
        Document("a/", "Guide", (Part("", "Guide", text),), collection=shelf)
        for text, shelf in (("pears", "x"), ("apples", "x"), ("apples", "y"))
    ]
    assert build(pages, "en").files() == build(pages[::-1], "en").files()
    assert len(search(build(pages, "en"), {"q": "guide"})["hits"]) == 3


def test_of_two_titles_with_the_same_stems_that_comes_first_which_is_spelt_as_asked():
    pages = [
        Document("a/", "Kolom"),
        Document("b/", "Kolommen"),
        Document("c/", "De kolommen"),
        Document("d/", "Kolómmen"),
    ]
    engine = build(pages, "nl")
    assert search(engine, {"q": "kolommen"})["hits"][0]["title"] in {"Kolommen", "Kolómmen"}
    assert search(engine, {"q": "kolom"})["hits"][0]["title"] == "Kolom"
    assert search(engine, {"q": "de kolommen"})["hits"][0]["title"] == "De kolommen"
