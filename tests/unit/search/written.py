"""The ranking once more, as its specification in `answerbook.search.query` tells it: slow, plain, and with every number spelt out.

Nothing of the ranking is imported here, not even its constants: who changes one there has to change what is written as well.
Of the package it uses what makes words: `Analyzer`, `tokens` and `addressed`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from math import floor, log
from typing import TYPE_CHECKING

from answerbook.language.words import fold, tokens
from answerbook.search.analysis import Analyzer
from answerbook.search.documents import addressed
from whoosh.util.numeric import byte_to_length, length_to_byte

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from answerbook.search.documents import Document

    #: The terms of a group, each with its weight.
    Terms = Mapping[str, float]

#: What a match in each field is worth, and how many leading bits of a length are kept.
BOOSTS = {"title": 1.5, "headings": 0.5, "body": 1.0, "opening": 0.8, "description": 0.75, "hints": 1.0}
BITS = {"title": 1, "headings": 1, "body": 3, "opening": 3, "description": 3, "hints": 1}


def coarse(length: int, bits: int) -> int:
    """A length, as Whoosh keeps it in a byte, with noughts behind its leading bits."""
    digits = f"{byte_to_length(length_to_byte(length)):b}"
    return int(digits[:bits].ljust(len(digits), "0"), 2)


class Page:
    """The terms of a document, field by field, and the places of those a reader sees."""

    def __init__(self, document: Document, analyzer: Analyzer) -> None:
        self.document, self.analyzer = document, analyzer
        self.fields: dict[str, list[str]] = {name: [] for name in BOOSTS}
        self.places: dict[str, set[int]] = {}
        self.stop: dict[str, int] = {}
        texts: list[str] = []
        self._see("title", analyzer.placed(document.title))
        # Ten places lie between two texts, so that nothing stands next to what another heading says.
        place = len(tokens(document.title)) + 10
        for part in document.parts:
            for name, text in (("headings", part.heading if part.anchor else ""), ("body", part.text)):
                words = analyzer.placed(text, place)
                place = max(at for _, at in words) + 11 if words else place
                if name == "body":
                    for word, at in words:
                        if analyzer.is_stop(word):
                            self.stop.setdefault(word, at)
                    words = [(word, at) for word, at in words if not analyzer.is_stop(word)]
                    texts += [word for word, _ in words]
                self._see(name, words)
        told = self._content(analyzer.words(document.description))
        opening = texts[:30]
        # What a page says of itself and then begins with is not said twice.
        opening = opening[len(told) :] if opening[: len(told)] == told[:30] else opening
        hints = self._content([*analyzer.words(document.hints), *addressed(document.url, analyzer.lang)])
        for name, words in (("opening", opening), ("description", told), ("hints", hints)):
            self.fields[name] = list(filter(None, map(analyzer.stem, words)))
        wanted = {token.text for token in tokens(document.title)}
        self.size = len({analyzer.stem(word) for word in self._content(wanted) or wanted})

    def _content(self, words: Iterable[str]) -> list[str]:
        return [word for word in words if not self.analyzer.is_stop(word)]

    def _see(self, name: str, words: Iterable[tuple[str, int]]) -> None:
        found = self.fields[name]
        for word, place in words:
            if stem := self.analyzer.stem(word):
                found.append(stem)
                self.places.setdefault(stem, set()).add(place)

    def keep(self, word: str) -> None:
        """Keep a stop word of the texts, where it comes first."""
        self._see("body", [(word, self.stop[word])])

    def distance(self, first: str, second: str) -> int:
        """The least number of places between two terms, at least one; 0 when one of them is missing."""
        return min((max(abs(one - other), 1) for one in self.places.get(first, ()) for other in self.places.get(second, ())), default=0)

    def holds(self, phrase: Sequence[tuple[str, int]]) -> bool:
        """Whether the words of a phrase stand so many places behind the first of them."""
        starts = self.places.get(phrase[0][0], set())
        return any(all(start + shift in self.places.get(stem, ()) for stem, shift in phrase) for start in starts)


class Written:
    """The documents of one language, ranked for groups of terms."""

    def __init__(self, documents: Iterable[Document], lang: str) -> None:
        analyzer = Analyzer(lang)
        self.pages = [Page(document, analyzer) for document in sorted(documents, key=lambda document: document.url)]
        self.count = len(self.pages)
        self._keep_stop_words(analyzer)
        self.counts = [{name: Counter(page.fields[name]) for name in BOOSTS} for page in self.pages]
        self.lengths = {name: [len(page.fields[name]) for page in self.pages] for name in BOOSTS}
        self.term, self.said = cache(self._term), cache(self._said)

    def _keep_stop_words(self, analyzer: Analyzer) -> None:
        """In ten texts a stop word is kept that stands in no title or heading."""
        above = {stem for page in self.pages for name in ("title", "headings") for stem in page.fields[name]}
        kept: Counter[str] = Counter()
        for page in self.pages:
            wanted = [word for word in sorted(page.stop) if analyzer.stem(word) not in above and kept[analyzer.stem(word)] < 10]
            kept.update({analyzer.stem(word) for word in wanted})
            for word in wanted:
                page.keep(word)

    def idf(self, documents: int) -> float:
        return log(self.count / (documents + 1)) + 1

    def having(self, stem: str, name: str) -> int:
        return sum(stem in counts[name] for counts in self.counts)

    def _term(self, stem: str) -> dict[int, float]:
        """The score of a term in every document that has it."""
        scores: dict[int, float] = {}
        for name, boost in BOOSTS.items():
            idf, average = self.idf(self.having(stem, name)), sum(self.lengths[name]) / self.count
            for number, counts in enumerate(self.counts):
                if tf := min(counts[name][stem], 3):
                    length = coarse(self.lengths[name][number], BITS[name])
                    bm25 = idf * tf * (1.2 + 1) / (tf + 1.2 * (1 - 0.75 + 0.75 * length / average))
                    scores[number] = scores.get(number, 0.0) + boost * bm25
        return scores

    def _said(self, stem: str) -> float:
        """How much a term says: its idf in the body."""
        return self.idf(self.having(stem, "body"))

    def worth(self, terms: Terms) -> float:
        return max((weight * self.said(stem) for stem, weight in terms.items()), default=self.idf(0))

    def exact(self, number: int, groups: Sequence[Terms]) -> bool:
        """Whether the title of a document is what was asked, in whatever form."""
        title = self.pages[number].fields["title"]
        return self.pages[number].size <= len(groups) and all(
            any(weight >= 0.8 and stem in title for stem, weight in terms.items()) for terms in groups
        )

    def coordinated(self, number: int, groups: Sequence[Terms], asked: float) -> float:
        """What the score of a document is multiplied by before nearness."""
        matched = sum(self.worth(terms) for terms in groups if any(number in self.term(stem) for stem in terms))
        return (0.3 + 0.7 * matched / asked) * (1.5 if self.exact(number, groups) else 1)

    def nearness(self, number: int, groups: Sequence[Terms], asked: float) -> float:
        """What the score of one of the best documents is multiplied by for its nearness."""
        pairs = []
        for one, other in pairwise(groups):
            # The heaviest term of each, the first of equals; words that more than one page in eight has stand near everything.
            first, second = (max(terms, key=lambda stem: terms[stem], default="") for terms in (one, other))
            worth = min(self.worth(one), self.worth(other))
            if first and second and first != second and worth >= self.idf(max(self.count // 8, 10)):
                pairs.append((worth, first, second))
        best = sorted(pairs, key=lambda pair: -pair[0])[:3]
        apart = [(worth, self.pages[number].distance(first, second)) for worth, first, second in best]
        return 1 + 0.3 * sum(worth / places for worth, places in apart if places) / asked

    def near(self, number: int, groups: Sequence[Terms], asked: float, spelt: Sequence[str]) -> float:
        """What the score of one of the best documents is multiplied by: for its nearness, and for a title spelt as it was asked."""
        title = list(dict.fromkeys(fold(token.text) for token in tokens(self.pages[number].document.title)))
        return self.nearness(number, groups, asked) * (2 if self.exact(number, groups) and title == list(spelt) else 1)

    def ranking(
        self,
        groups: Sequence[Terms],
        phrases: Sequence[Sequence[tuple[str, int]]] = (),
        collection: str | None = None,
        spelt: Sequence[str] = (),
    ) -> list[tuple[int, int]]:
        """Every document found as (number, millionths), best first."""
        scores: dict[int, float] = {}
        asked = sum(map(self.worth, groups))
        for number, page in enumerate(self.pages):
            said = [max((weight * self.term(stem).get(number, 0.0) for stem, weight in terms.items()), default=0.0) for terms in groups]
            if any(said) and all(map(page.holds, phrases)) and collection in {None, page.document.collection}:
                scores[number] = sum(said) * self.coordinated(number, groups, asked)
        far = in_order(scores)
        near = in_order({number: scores[number] * self.near(number, groups, asked, spelt) for number, _ in far[:30]})
        return near + far[30:]


def in_order(scores: Mapping[int, float]) -> list[tuple[int, int]]:
    """Documents by score in millionths, then by number."""
    rounded = [(number, max(floor(score * 1_000_000 + 0.5), 100)) for number, score in scores.items()]
    return sorted(rounded, key=lambda row: (-row[1], row[0]))
