"""What must stay the same when pages or questions change in ways that say nothing."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from answerbook.language.words import tokens
from answerbook.search.documents import Document, Part
from answerbook.search.engine import build
from answerbook.search.query import MOST_CHARACTERS, MOST_WORDS
from answerbook.search.ranking import MOST_NEAR
from answerbook.search.requests import search
from made_pages import COLLECTIONS, pages
from made_questions import requests
from made_words import TONGUES

if TYPE_CHECKING:
    from answerbook.search.engine import Engine

ALL = 10_000
QUOTES = '"“”„«»'
#: Letters that no word of the pages or the questions has: what is written in them is near none of those.
FAR = "ႠႡႢႣႤႥႦ"

every_language = pytest.mark.parametrize("lang", TONGUES)


@cache
def engine(lang: str) -> Engine:
    return build(pages(lang), lang, TONGUES[lang].synonyms)


@cache
def questions(lang: str) -> tuple[str, ...]:
    """Questions of every kind, none of them so long that a part is left out."""
    asked = [str(request["q"]) for request in requests(lang, pages(lang), TONGUES[lang].synonyms, 300)]
    return tuple(question for question in asked if len(question) < MOST_CHARACTERS // 3 and len(tokens(question)) < MOST_WORDS)


def ask(asked: Engine, question: str, limit: int = ALL, **more: str) -> dict[str, Any]:
    return search(asked, {"q": question, **more}, limit)


def page(hit: dict[str, Any]) -> str:
    return str(hit["url"]).split("#")[0]


def found(asked: Engine, question: str) -> set[str]:
    return {page(hit) for hit in ask(asked, question)["hits"]}


def unrelated(number: int) -> Document:
    """A page with no word that anybody asks for, and no stop word."""
    text = " ".join(f"{letter}{other * 6}" for letter in FAR for other in FAR)
    return Document(f"zz/{number}/", text[:7], (Part("", text[:7], text), Part("s", text[8:15], text)), collection="people")


@every_language
def test_the_order_of_the_documents_given_does_not_matter(lang):
    expected = engine(lang).files()
    for seed in range(2):
        given = list(pages(lang))
        random.Random(seed).shuffle(given)  # noqa: S311  repeatable, not secret
        assert build(given, lang, TONGUES[lang].synonyms[:: 1 - 2 * seed]).files() == expected


@every_language
def test_who_says_everything_twice_gets_the_same_answer(lang):
    for question in questions(lang)[::3]:
        if not set(QUOTES) & set(question):
            assert ask(engine(lang), f"{question} {question} ", 10) == ask(engine(lang), f"{question} ", 10), question


@every_language
def test_space_around_a_question_and_capitals_in_it_say_nothing(lang):
    for question in questions(lang)[::3]:
        if question == question.lower().upper().lower():
            assert ask(engine(lang), f" \t{question.upper()} ", 10) == ask(engine(lang), f"{question} ", 10), question


@every_language
def test_a_page_with_none_of_the_words_takes_no_hits_away(lang):
    more = build([*pages(lang), unrelated(1), unrelated(2)], lang, TONGUES[lang].synonyms)
    for question in questions(lang)[::3]:
        assert found(more, question) == found(engine(lang), question), question


@every_language
def test_a_word_that_no_page_has_takes_no_hits_away(lang):
    for question in questions(lang)[::3]:
        if not set(QUOTES) & set(question):
            assert found(engine(lang), f"{FAR} {question} ") == found(engine(lang), f"{question} "), question


@every_language
def test_a_shorter_list_is_the_beginning_of_a_longer_one(lang):
    for question in questions(lang)[::3]:
        whole = ask(engine(lang), question)
        for limit in (0, 7, MOST_NEAR):
            part = ask(engine(lang), question, limit)
            assert part["hits"] == whole["hits"][:limit], question
            assert {**part, "hits": []} == {**whole, "hits": []}, question


@every_language
def test_a_list_of_one_collection_is_what_the_whole_list_has_of_it(lang):
    for number, question in enumerate(questions(lang)[::3]):
        whole = ask(engine(lang), question)
        for collection in ("nowhere", COLLECTIONS[number % len(COLLECTIONS)], "money"):
            part = ask(engine(lang), question, collection=collection)
            expected = [hit for hit in whole["hits"] if hit.get("collection", "") == collection]
            assert {page(hit) for hit in part["hits"]} == {page(hit) for hit in expected}, question
            assert {**part, "hits": []} == {**whole, "hits": []}, question
            # Nearness is known of the best only: of a longer list those that it moved are others.
            if len(whole["hits"]) <= MOST_NEAR:
                assert part["hits"] == expected, question


@every_language
def test_every_list_is_in_order_and_its_collections_count_what_is_in_it(lang):
    for question in questions(lang)[::3]:
        answer = ask(engine(lang), question)
        scores = [hit["score"] for hit in answer["hits"]]
        best, others = scores[:MOST_NEAR], scores[MOST_NEAR:]
        assert best == sorted(best, reverse=True), question
        assert others == sorted(others, reverse=True), question
        counted = {row["collection"]: row["hits"] for row in answer.get("collections", [])}
        held = [hit["collection"] for hit in answer["hits"] if "collection" in hit]
        assert answer.get("found", 0) == len(answer["hits"]), question
        assert counted == ({} if set(map(held.count, held)) == {len(scores)} else {name: held.count(name) for name in held}), question


@every_language
def test_a_quoted_phrase_that_is_found_finds_no_more_than_its_words_do(lang):
    asked = [question for question in questions(lang) if '"' in question and not set(QUOTES[1:]) & set(question)]
    tried = 0
    for question in asked:
        answer = ask(engine(lang), question)
        plain = found(engine(lang), question.replace('"', " "))
        if "unquoted" not in answer and question.count('"') == 2:
            assert {page(hit) for hit in answer["hits"]} <= plain, question
            tried += 1
    assert tried >= 5
