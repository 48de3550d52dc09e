"""A document taken apart into the terms of its fields, each with the places where it stands."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..language.words import tokens
from .documents import addressed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .analysis import Analyzer
    from .documents import Document

#: How many words of a page's texts, stop words apart, are its opening: what a page is about is said at its start.
OPENING = 30
#: How many places lie between two texts of a page, so that nothing stands next to what another heading says.
GAP = 10
#: How many documents keep a stop word that stands in no title or heading, so that a question of nothing else has an answer.
KEEP_STOP = 10

#: Words with their places.
Words = list[tuple[str, int]]

#: The terms of a field, each with its places in order.
Placed = dict[str, list[int]]


@dataclass(slots=True)
class Row:
    """What an index keeps of a document: terms by field, the words as they are spelt, and the text to show."""

    placed: dict[str, Placed]
    counted: dict[str, Counter[str]]
    words: set[str]
    data: str


@dataclass
class Rows:
    """Makes rows of the documents of one language, in order; remembers which stop words enough documents have kept."""

    analyzer: Analyzer
    left: dict[str, int] = field(default_factory=dict)

    def named(self, documents: Iterable[Document]) -> None:
        """Let no text keep the stop words that stand in some title or heading: who asks for them finds that page."""
        words = {word for document in documents for text in (document.title, document.headings) for word in self.analyzer.words(text)}
        self.left = {self.analyzer.stems[word]: 0 for word in words}

    def row(self, document: Document) -> Row:
        """The row of the next document."""
        titled, headed, told = self._read(document)
        stop = self.analyzer.stopped
        content = [(word, place) for word, place in told if not stop[word]]
        # What is short keeps its stop words: they tell an exact title, and find a page when a question has no other words.
        placed = {"title": titled, "headings": headed, "body": [*content, *self._kept(told)]}
        hints = self.analyzer.words(document.hints) + addressed(document.url, self.analyzer.lang)
        more = {"description": self.analyzer.words(document.description), "hints": hints}
        more = {name: [word for word in words if not stop[word]] for name, words in more.items()}
        spelt = {word for words in (titled, headed, content) for word, _ in words}.union(*more.values())
        said, opening = more["description"], [word for word, _ in content[:OPENING]]
        if opening[: len(said)] == said[:OPENING]:
            opening = opening[len(said) :]  # what stands in the description is said once
        return Row(
            {name: self._places(words) for name, words in placed.items()},
            {name: self._counts(words) for name, words in {"opening": opening, **more}.items()},
            {self.analyzer.spelt[word] for word in spelt} - {""},
            _data(document),
        )

    def _read(self, document: Document) -> tuple[Words, Words, Words]:
        """The words of title, headings and texts, each with its place."""
        titled = self.analyzer.placed(document.title)
        headed: Words = []
        told: Words = []
        place = len(tokens(document.title)) + GAP
        for part in document.parts:
            for text, kept in ((part.heading if part.anchor else "", headed), (part.text, told)):
                if found := self.analyzer.placed(text, place) if text else []:
                    kept.extend(found)
                    # The last entry may be what hyphens join, which stands where its first part stands.
                    place = max(at for _, at in found[-4:]) + 1 + GAP
        return titled, headed, told

    def _places(self, words: Words) -> Placed:
        found: Placed = {}
        stems = self.analyzer.stems
        for word, place in words:
            stem = stems[word]
            if stem in found:
                found[stem].append(place)
            else:
                found[stem] = [place]
        found.pop("", None)
        return {stem: places if len(places) == 1 else sorted(places) for stem, places in found.items()}

    def _counts(self, words: list[str]) -> Counter[str]:
        found = Counter(map(self.analyzer.stems.__getitem__, words))
        del found[""]
        return found

    def _kept(self, words: Words) -> Words:
        """The stop words that this document keeps in its text, each once."""
        stop, stems = self.analyzer.stopped, self.analyzer.stems
        told = sorted({word: place for word, place in reversed(words) if stop[word]}.items())
        kept = [(word, place) for word, place in told if self.left.setdefault(stems[word], KEEP_STOP)]
        for stem in {stems[word] for word, _ in kept}:
            self.left[stem] -= 1
        return kept


def size(title: str, analyzer: Analyzer) -> int:
    """The number of different words of a title, stop words apart unless it has no others."""
    words = [token.text for token in tokens(title)]
    return len({analyzer.stem(word) for word in [word for word in words if not analyzer.is_stop(word)] or words})


def _data(document: Document) -> str:
    parts = [[part.anchor, part.heading, part.text, part.asks] for part in document.parts]
    keep = {"url": document.url, "title": document.title, "description": document.description, "keywords": document.keywords}
    return json.dumps({**keep, "collection": document.collection, "parts": parts}, ensure_ascii=False)
