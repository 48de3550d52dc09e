from __future__ import annotations

from typing import Any

import pytest
from answerbook.answers.build import make_service
from answerbook.answers.requests import ask
from answerbook.book import load
from answerbook.content.values import EntryLink

from tests.unit.answers.asked import LANGUAGES, ROOT, TODAY


def links(book, lang):
    prefix = "" if lang == book.default_language else f"{lang}/"
    return {
        entry.id: EntryLink(entry.id, article.id, f"{prefix}faq/{article.path}/#{entry.id}", entry.question)
        for article in book.articles[lang]
        for entry in article.entries
    }


@pytest.fixture(scope="session")
def book():
    return load(ROOT)


@pytest.fixture(scope="session")
def services(book):
    return {lang: make_service(book, lang, links(book, lang), TODAY) for lang in LANGUAGES}


@pytest.fixture(scope="session")
def say(services):
    """Ask in a language; each following text goes on with the state of the reply before."""

    def talk(lang: str, *texts: str, **more: Any) -> dict[str, Any]:
        reply: dict[str, Any] = {"state": {}}
        for text in texts:
            reply = ask(services[lang], {"q": text, "state": reply["state"], **more})
        return reply

    return talk
