"""The browser's assistant gives the same replies to the byte, from nothing but what the site serves."""

from __future__ import annotations

import json
import random
from pathlib import Path

from answerbook import canonical
from answerbook.answers.requests import ask
from answerbook.book import compile_book
from answerbook.findings import RequestError
from answerbook.language import load
from answerbook.wording.catalogue import catalogue

from tests.node import run_node
from tests.unit.answers.asked import HOSTILE, LANGUAGES, TALKS, TODAY, questions, words_of


def served(service, lang):
    links = {key: {"url": link.url, "question": link.question} for key, link in service.links.items()}
    language = {"formats": load(lang).pack(), "messages": catalogue(lang).pack(), "links": links}
    return {"language": language, "pack": {"reading": load(lang).reading_pack(), "model": service.model}}


def told(services, request):
    try:
        return canonical.dumps(ask(services[request["lang"]], request))
    except RequestError as error:
        return str(error)


def talks(services):
    for lang, texts, _ in TALKS:
        state = {}
        for text in texts:
            yield {"lang": lang, "q": text, "today": TODAY, "state": state}
            state = ask(services[lang], {"q": text, "today": TODAY, "state": state})["state"]


def salads(book, services, lang):
    dice, words, state = random.Random(7), words_of(book, lang), {}  # noqa: S311 - words to try, no secret
    for _ in range(150):
        text = " ".join(dice.choice(words) for _ in range(dice.randint(1, 12)))
        request = {"lang": lang, "q": text, "today": TODAY, "state": state}
        yield request
        state = ask(services[lang], request)["state"] if dice.random() < 0.7 else {}


def test_both_engines_give_the_same_reply(book, services):
    requests = [{"lang": line["lang"], "q": line["q"], "today": TODAY} for lang in LANGUAGES for line in questions(lang)]
    for lang in LANGUAGES:
        asked = [text for article in book.articles[lang] for entry in article.entries for text in (entry.question, *entry.asks)]
        requests += [{"lang": lang, "q": text, "today": TODAY} for text in asked]
        requests += [{"lang": lang, "q": text, "today": TODAY} for text in HOSTILE if not any("\ud800" <= c <= "\udfff" for c in text)]
        requests += [{"lang": lang, "q": text, "today": day} for text in asked[:40] for day in ("2023-12-31", "9999-12-31", "0001-01-01")]
        requests += salads(book, services, lang)
    requests += [*talks(services), {"lang": "nl", "q": 1, "today": TODAY}, {"lang": "nl", "today": TODAY}]
    given = {
        "book": compile_book(book, TODAY),
        "languages": {lang: served(services[lang], lang) for lang in LANGUAGES},
        "requests": requests,
    }
    browser = run_node(Path(__file__).parent / "twin.mjs", stdin=json.dumps(given)).split("\n")[:-1]
    python = [told(services, request) for request in requests]
    assert [(request["q"], one, two) for request, one, two in zip(requests, python, browser, strict=True) if one != two] == []
