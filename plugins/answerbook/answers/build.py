"""The assistant of one language, put together from the rooms above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerbook.book import compile_book
from answerbook.engine.requests import answer
from answerbook.engine.values import value_of
from answerbook.language import load
from answerbook.wording.catalogue import catalogue

from . import entries
from .compile import answers_pack
from .lexicon import Lexicon
from .service import Link, Service, terms_of, word_sets
from .writing import Writing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Book
    from answerbook.content.values import EntryLink


def make_service(book: Book, lang: str, links: Mapping[str, EntryLink], today: str) -> Service:
    """What ``requests.ask`` answers from.

    Args:
        book: The book, with its articles and words.
        lang: The language asked and answered in.
        links: Where each entry stands, from the site's plan.
        today: The day questions are answered for when a request names none.
    """
    language = load(lang)
    model = answers_pack(book, lang)

    def read(text: str, reference: str) -> list[dict[str, Any]]:
        return [entity.as_dict() for entity in language.read(text, reference)]

    sets, concepts, things = word_sets(model), Lexicon.of(model["concepts"]), Lexicon.of(model["things"])
    return Service(
        book=compile_book(book, today),
        model=model,
        words=sets,
        told=entries.bodies(model, lambda text: terms_of(sets, concepts, things, text)),
        concepts=concepts,
        things=things,
        links={key: Link(link.url, link.question) for key, link in links.items()},
        format=Writing(language),
        say=catalogue(lang).say,
        read=read,
        answer=lambda request, day: answer(book, request, day),
        value=lambda ref, day: value_of(book, ref, day),
        today=today,
    )
