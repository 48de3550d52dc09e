"""One model of what can be asked, made of a book and a language's asking words; both engines answer from it alone."""

from __future__ import annotations

import math
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

from answerbook.content.syntax import BLOCKS
from answerbook.language.words import fold, stem, stop_words, tokens

from . import entries, prose
from .lexicon import GAP, Lexicon
from .service import terms_of, word_sets
from .text import PLUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from answerbook.book.model import Book, Entry

FORMAT = "answerbook-answers/1"
#: Maps of the book whose order counts: the compiled book has its keys sorted.
_KINDS = ("topics", "items", "policies", "add_ons", "statements", "unpublished")
#: Concepts that tell more about what is asked than how rare they are.
_TELLING = {f"~{name}" for name in entries.TELLING}
_TELLING_PERCENT = 160
_SHORTEST_STEM = 4
#: Sections whose concepts carry its name: ``not_told.vat``.
_NAMED_SECTIONS = {"currencies": "currency", "not_told": "not_told", "talk": "talk", "guard": "guard"}
_PLAIN_SECTIONS = ("asks", "follow_up", "denial", "assent", "end_of", "one")


def asking_words(code: str) -> dict[str, Any]:
    """How people ask in a language, from ``language/asking``; raises FileNotFoundError where nobody wrote that down yet."""
    text = resources.files("answerbook.language").joinpath("asking", f"{code}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def answers_pack(book: Book, lang: str) -> dict[str, Any]:
    """The model of one language: phrases, patterns, entries with their weighted terms and answers as blocks. Plain JSON values."""
    asking = asking_words(lang)
    concepts = [[key, elements] for key, texts in _sections(asking) for text in texts if (elements := _elements(lang, text))]
    things = list(_things(book, lang, asking))
    model: dict[str, Any] = {
        "format": FORMAT,
        "lang": lang,
        "concepts": concepts,
        "things": things,
        "ids": {kind: list(getattr(book, kind)) for kind in _KINDS},
        "patterns": _patterns(),
        "labels": {key: {"one": words.one, "other": words.other} for key, words in book.words[lang].items()},
        **_spelling(book, lang, asking),
    }
    return {**model, **_entries(book, lang, model)}


def _patterns() -> list[dict[str, Any]]:
    text = resources.files(__package__).joinpath("patterns.yaml").read_text(encoding="utf-8")
    loaded: list[dict[str, Any]] = yaml.safe_load(text)
    return loaded


def _sections(asking: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for key in _PLAIN_SECTIONS:
        yield key, asking[key]
    yield from asking["concepts"].items()
    for section, prefix in _NAMED_SECTIONS.items():
        for key, texts in asking[section].items():
            yield f"{prefix}.{key}", texts


def _elements(lang: str, text: str) -> list[str]:
    """A phrase as the lexicon matches it."""
    found: list[str] = []
    for part in text.split(" "):
        if part == GAP or "*" in part:
            found.append(part if part == GAP else fold(part))
        elif part.startswith("="):
            found += ["=" + fold(token.text) for token in tokens(part[1:])]
        else:
            found += [
                "=" + fold(token.text) + PLUS if part[token.end : token.end + 1] == PLUS else _element(lang, token.text)
                for token in tokens(part)
            ]
    return found


def _element(lang: str, word: str) -> str:
    """The stem of a word; the word's own form where so little is left of it that other words would share it ("zitje", "zit")."""
    stemmed = stem(lang, word)
    return stemmed if len(stemmed) >= _SHORTEST_STEM or stemmed == fold(word) else "=" + fold(word)


def _things(book: Book, lang: str, asking: dict[str, Any]) -> Iterator[list[Any]]:
    """The names of every thing of the book; of a number not published also the question for it (number of calls: how many calls)."""
    for key, words in book.words[lang].items():
        names = dict.fromkeys([words.one, words.other, *words.synonyms])
        if key in book.unpublished:
            for counting in asking["number_of"]["names"]:
                rests = [name[len(counting) + 1 :] for name in names if name.startswith(counting + " ")]
                names |= dict.fromkeys(f"{asked} {rest}" for rest in rests for asked in asking["number_of"]["asked"])
        seen = set()
        for name in names:
            elements = _elements(lang, name)
            if elements and tuple(elements) not in seen:
                seen.add(tuple(elements))
                yield [key, elements]


def _spelling(book: Book, lang: str, asking: dict[str, Any]) -> dict[str, Any]:
    """What is needed to take compounds apart and to mend typing errors."""
    texts = [text.replace("*", "").replace("=", "") for _, phrases in _sections(asking) for text in phrases]
    names = [name for words in book.words[lang].values() for name in (words.one, words.other, *words.synonyms)]
    plus = {fold(token.text) + PLUS for name in names for token in tokens(name) if name[token.end : token.end + 1] == PLUS}
    domain = _folded([*texts, *names]) | plus
    prose_words = _folded([text for article in book.articles[lang] for entry in article.entries for text in (entry.question, *entry.asks)])
    stops = stop_words(lang)
    return {
        "domain": sorted(domain),
        "stops": sorted(stops),
        "fillers": sorted(_folded(asking["fillers"])),
        "asked_words": sorted(prose_words - domain - stops),
        "links": asking["compounds"]["links"] if "compounds" in asking else [],
        "joins": asking["joins"],
    }


def _folded(texts: Iterable[str]) -> set[str]:
    return {fold(token.text) for text in texts for token in tokens(text) if not token.text[0].isdigit()}


def _entries(book: Book, lang: str, model: dict[str, Any]) -> dict[str, Any]:
    concepts, things, sets = Lexicon.of(model["concepts"]), Lexicon.of(model["things"]), word_sets(model)

    def terms(text: str) -> list[str]:
        return sorted(terms_of(sets, concepts, things, text))

    told = [entry for article in book.articles[lang] for entry in article.entries]
    asked = {entry.id: [terms(text) for text in dict.fromkeys([entry.question, *entry.asks])] for entry in told}
    return {
        "entries": {entry.id: {"rules": _own_rules(book, entry), "blocks": _blocks(entry)} for entry in told},
        "order": [entry.id for entry in told],
        "asked": asked,
        "weights": _weights(asked),
    }


def _own_rules(book: Book, entry: Entry) -> list[str]:
    return [rule for rule in entry.rules if rule in book.rules]


def _weights(asked: dict[str, list[list[str]]]) -> dict[str, int]:
    """How much each term tells: the fewer entries ask with it, the more. Whole numbers, so that both engines order alike."""
    bags = [{term for terms in asks for term in terms} for asks in asked.values()]
    count: dict[str, int] = {}
    for bag in bags:
        for term in bag:
            count[term] = count.get(term, 0) + 1
    return {
        term: round(math.log(1 + len(bags) / number) * (_TELLING_PERCENT if term in _TELLING else 100))
        for term, number in sorted(count.items())
    }


def _blocks(entry: Entry) -> list[dict[str, Any]]:
    compiled = []
    for block in prose.blocks(entry.body, BLOCKS):
        one: dict[str, Any] = {"segments": list(block.segments)}
        if block.cited:
            one["cited"] = list(block.cited)
        if block.item:
            one["item"] = True
        compiled.append(one)
    return compiled
