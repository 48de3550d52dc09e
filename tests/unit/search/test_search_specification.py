"""The specification of the ranking, as the docstring of `answerbook.search.query` tells it, number by number.

Both engines are held to each other elsewhere. Here the one in Python is held to what is written: its rankings to those of a scorer made
from the words of the specification alone (`written`), its plans to terms and weights that stand in `written_plans` as literals.
"""

from __future__ import annotations

import random
from functools import cache
from itertools import pairwise

import pytest
from answerbook.language.words import Token, tokens
from answerbook.search.documents import Document, Part
from answerbook.search.engine import Engine, build
from answerbook.search.query import Group, Plan
from answerbook.search.ranking import spelt
from answerbook.search.requests import search
from made_pages import COLLECTIONS, pages
from made_questions import requests
from made_words import TONGUES
from written import Written
from written_plans import PLANS, SYNONYMS

ALL = 10_000

#: Pages whose texts begin with their description, shorter and longer than an opening; with a word many times; of stop words alone.
SHORT, LONG = "Zebras graze here", " ".join(f"zebra{letter}" for letter in "abcdefghijklmnopqrstuvwxyzabcdefghijklm")
TOLD = [
    Document("told/short/", "Stripes", (Part("", "Stripes", f"{SHORT}. Lions sleep elsewhere, and zebras know."),), SHORT, "lions"),
    Document("told/long/", "More stripes", (Part("", "More stripes", f"{LONG} lions"), Part("a", "Lions", "zebras")), LONG),
    Document("told/other/", "Lions", (Part("", "Lions", f"Unlike {SHORT}. " + "Lions " * 9),), SHORT, "zebras " * 5),
    Document("told/often/", "Lions " * 4, tuple(Part(f"s{number}", "Zebras", "lions zebra " * number) for number in range(9))),
    Document("told/stop/", "Was in"),
]
#: One page in eight of many is more than ten pages, of few it is not.
CORPORA = {"nl": ALL, "en": 40, "de": 70}

every_corpus = pytest.mark.parametrize("lang", CORPORA)


@cache
def corpus(lang: str) -> tuple[tuple[Document, ...], Engine, Written]:
    documents = (*pages(lang)[: CORPORA[lang]], *TOLD)
    return documents, build(documents, lang, TONGUES[lang].synonyms), Written(documents, lang)


def asked(lang: str, count: int) -> list[dict[str, object]]:
    return requests(lang, corpus(lang)[0], TONGUES[lang].synonyms, count)


def of_both(lang: str, plan: Plan, collection: str | None = None) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The whole ranking for a plan of the engine, and the one that is written."""
    _, engine, written = corpus(lang)
    expected = written.ranking([group.terms for group in plan.groups], plan.phrases, collection, plan.spelt)
    return list(engine._ranker.rank(plan, ALL, collection).best), expected


@every_corpus
def test_questions_rank_every_page_as_it_is_written(lang):
    _, engine, _ = corpus(lang)
    found = 0
    for question in ["was ", "in was ", *(str(request["q"]) for request in asked(lang, 350))]:
        got, expected = of_both(lang, engine._planner.plan(question))
        assert got == expected, question
        found += len(got) > 1
    assert found > 150


@every_corpus
def test_questions_about_one_collection_rank_its_pages_as_it_is_written(lang):
    _, engine, _ = corpus(lang)
    for number, request in enumerate(asked(lang, 350)[-60:]):
        got, expected = of_both(lang, engine._planner.plan(str(request["q"])), COLLECTIONS[number % len(COLLECTIONS)])
        assert got == expected, request


@every_corpus
def test_groups_of_any_terms_and_weights_rank_every_page_as_it_is_written(lang):
    _, engine, written = corpus(lang)
    chance = random.Random(f"groups {lang}")  # noqa: S311  repeatable, not secret
    terms = sorted(engine.source.terms())
    for _ in range(150):
        # Now and then the words of a title, so that it is what was asked, or nearly.
        title = chance.choice(written.pages).fields["title"]
        title = title[: chance.choice([0, 1, len(title), len(title)])]
        stems = [[stem, *chance.sample(terms, chance.randint(0, 2))] for stem in dict.fromkeys(title)]
        stems += [chance.sample(terms, chance.randint(0, 3)) for _ in range(chance.choice([0, 0, 1, 5]))]
        groups = [{stem: chance.choice([1.0, 0.9, 0.8, 0.8, 0.79, 0.5, 0.1]) for stem in group} for group in stems]
        plan = hand_made(groups, chance.choice([(), spelt(tokens(chance.choice(written.pages).document.title))]))
        got, expected = of_both(lang, plan)
        assert got == expected, plan


def test_what_is_found_at_all_scores_a_hundred_millionths_and_stands_in_the_order_of_urls():
    for stem in ("lion", "zebra"):
        got, expected = of_both("en", hand_made([{stem: 0.000_001}]))
        assert got == expected == [(number, 100) for number, _ in sorted(got)]
    engine = build([Document("a/", "Pear"), Document("b/", "Apple pie")], "en")
    # idf ln(2 / 2) + 1, tf 1; the average title has 1.5 words: 1.5 x 2.2 / (1 + 1.2 x (.25 + .75 / 1.5)), 1.5 and 2 for what was asked.
    assert [(hit["url"], hit["score"]) for hit in search(engine, {"q": "pear "})["hits"]] == [("a/", 5.210526)]


def hand_made(groups: list[dict[str, float]], words: tuple[str, ...] = ()) -> Plan:
    return Plan(tuple(Group("", Token("", 0, 0), terms) for terms in groups), spelt=words)


def of_words(words: str, lang: str = "xx", synonyms: list[list[str]] | None = None) -> Engine:
    """An engine over pages without titles: ``pear apple*3`` are three pages, of which one has both words."""
    counted = [(word, int(count or 1)) for word, _, count in (entry.partition("*") for entry in words.split())]
    texts = [" ".join(word for word, count in counted if count > number) for number in range(max(count for _, count in counted))]
    return build([Document(f"{number:03}/", "", (Part("", "", text),)) for number, text in enumerate(texts)], lang, synonyms or [])


def planned(engine: Engine, question: str) -> list[tuple[str, dict[str, float]]]:
    """Each word of the plan with its terms; weights to six decimals, as scores are printed."""
    groups = engine._planner.plan(question).groups
    return [(group.text, {stem: round(weight, 6) for stem, weight in group.terms.items()}) for group in groups]


@pytest.mark.parametrize("sentence", PLANS)
def test_a_question_is_planned_as_it_is_written(sentence):
    for lang, words, question, groups in PLANS[sentence]:
        expected = [(text, {stem: round(weight, 6) for stem, weight in terms.items()}) for text, terms in groups.items()]
        assert planned(of_words(words, lang, SYNONYMS), question) == expected, (words, question[-20:])


def test_the_likeliest_repair_is_told_unless_the_word_may_be_a_beginning():
    # A single edit of the second letter comes before two of others; then the first letter is not asked.
    for words, question, repaired in (
        ("abcdefgh axzdefghi xxcdefgh", "axcdefgh ", (("axcdefgh", "abcdefgh"),)),
        ("peara pearb*2", "pearx ", (("pearx", "pearb"),)),
        ("peara pearb*2 pearxx", "pearx", ()),
    ):
        assert of_words(words)._planner.plan(question).repaired == repaired


def test_of_many_words_the_first_twenty_four_count_or_the_first_that_some_page_has():
    known, unknown = ([f"{first}{letter * 3}" for letter in "abcdefghijklmnopqrstuvwxyz"] for first in ("k", "u"))
    engine = of_words(" ".join(known))
    for words, expected in (
        (known, known[:24]),
        ([*unknown[:23], *known], [*unknown[:23], known[0]]),
        ([*unknown[:24], *known], known[:24]),
        ([*unknown, known[3]], [known[3]]),
    ):
        assert [text for text, _ in planned(engine, " ".join(words) + " ")] == expected


def test_of_words_taken_apart_the_first_thirty_one_groups_count():
    words = [f"{letter}bcd" for letter in "abcdefghijklmnopqrstuvwxyz"]
    asked = [f"{first}{second}" for first, second in pairwise(words)]
    expected = [word for pair in pairwise(words) for word in pair][:31]
    assert [text for text, _ in planned(of_words(" ".join(words)), " ".join(asked) + " ")] == expected


@pytest.mark.parametrize(
    ("question", "found"),
    [
        *((question, ["red apple"]) for question in ('"red apple"', "“red apple”", "„red apple“", "«red apple»")),
        ('"reds apples" zzzz', ["red apple"]),
        ('"red of apple"', ["red or apple"]),
        ('"apple red" "the"', ["apple red"]),
        ('"the" red', ["red apple", "red or apple", "apple red", "red"]),
        # No page of any collection has it: plain words.
        ('"apple apple red"', ["red apple", "red or apple", "apple red", "red"]),
    ],
)
def test_a_quoted_phrase_is_demanded_unless_no_page_has_it(question, found):
    texts = ["red apple", "red or apple", "apple red", "red"]
    engine = build([Document(f"{text}/", "", (Part("", "", text),), collection=text) for text in texts], "en")
    answer = engine.find(question, ALL)
    assert sorted(document.collection for document, *_ in answer.hits) == sorted(found)
    assert answer.unquoted == ("apple apple" in question)
    narrowed = engine.find(question, ALL, "red")
    assert [document.collection for document, *_ in narrowed.hits] == [name for name in found if name == "red"]
