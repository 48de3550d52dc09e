"""Orders documents for a plan. What is computed, and in which order, is told in `query`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..language.words import fold, tokens
from .phrases import holding, nearness, pairs
from .source import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..language.words import Token
    from .query import Group, Plan
    from .source import Source

K1, B = 1.2, 0.75
BODY = list(FIELDS).index("body")
BASE_COORDINATION, EXACT_TITLE, SPELT_TITLE, NEARNESS = 0.3, 1.5, 2.0, 0.3
SURE = 0.8
MOST_NEAR, MOST_PAIRS = 30, 3
#: A word that one document in `COMMON` has, and more than `FEW`, says nothing by standing near another.
COMMON, FEW = 8, 10
MILLION, LEAST = 1_000_000, 100


def ln(value: float) -> float:
    """The natural logarithm by nothing but the four operations, so that a browser gets the same bits."""
    halvings = 0
    while value >= 1.5:  # noqa: PLR2004
        value, halvings = value / 2, halvings + 1
    while value < 0.75:  # noqa: PLR2004
        value, halvings = value * 2, halvings - 1
    ratio = (value - 1) / (value + 1)
    square, total = ratio * ratio, 0.0
    for divisor in range(21, 0, -2):
        total = total * square + 1 / divisor
    return halvings * 0.6931471805599453 + 2 * ratio * total


def idf(source: Source, documents: int) -> float:
    """How much a term says that so many documents have."""
    return ln(max(source.count, 1) / (documents + 1)) + 1


def said(source: Source, stem: str) -> float:
    """How much a term says: its idf in the body, that of a term of no document when the body has none."""
    term = source.term(stem)
    return idf(source, len(term[BODY]) if term else 0)


def spelt(words: Iterable[Token], repaired: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
    """Words as they are spelt but for accents, each once and in order, or what they were repaired to."""
    folded = (fold(word.text) for word in words)
    return tuple(dict.fromkeys(repaired.get(word, word) for word in folded))


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best documents as (number, score in millionths), best first; and all collections of what was found, with their hits."""

    best: tuple[tuple[int, int], ...]
    #: (id, documents) in the order of the best of each before nearness, whichever collection was wanted.
    collections: tuple[tuple[str, int], ...] = ()
    #: How many documents have something of the plan, in any collection.
    found: int = 0


class Ranker:
    """Orders documents for a plan."""

    def __init__(self, source: Source) -> None:
        """Use the terms of ``source``."""
        self.source = source
        self._averages = [total / source.count if source.count else 1.0 for total in source.totals]
        self.scores = lru_cache(maxsize=10_000)(self._scores)

    def worth(self, group: Group) -> float:
        """How much a word says: the largest weight x idf in the body of its terms; what no document has says most."""
        return max((weight * said(self.source, stem) for stem, weight in group.terms.items()), default=0.0) or idf(self.source, 0)

    def _scores(self, stem: str) -> Mapping[int, float]:
        scores: dict[int, float] = {}
        for number, (boost, postings) in enumerate(zip(FIELDS.values(), self.source.term(stem), strict=False)):
            says, average, lengths = idf(self.source, len(postings)), self._averages[number], self.source.lengths[number]
            for document, tf in postings:
                bm25 = says * ((tf * (K1 + 1)) / (tf + K1 * ((1 - B) + B * lengths[document] / average)))
                scores[document] = scores.get(document, 0.0) + boost / 100 * bm25
        return scores

    def rank(self, plan: Plan, limit: int, collection: str | None = None) -> Ranking:
        """The best documents for a plan, of one collection or of all."""
        worths = [self.worth(group) for group in plan.groups]
        exact = self._exact(plan)
        scores = self._base(plan, worths, exact)
        if plan.phrases:
            kept = holding(self.source, plan.phrases)
            scores = {document: score for document, score in scores.items() if document in kept}
        order = sorted((-_units(score), document) for document, score in scores.items())
        collections = self._collections(order)
        if collection is not None:
            order = [row for row in order if self._shelf(row[1]) == collection]
        common = idf(self.source, max(self.source.count // COMMON, FEW))
        chosen = pairs(worths, [_leader(group) for group in plan.groups], common, MOST_PAIRS)
        if chosen or exact:
            asked = _sum(worths)
            best = (document for _, document in order[:MOST_NEAR])
            nearest = [(-_units(scores[document] * self._favour(document, plan, chosen, exact, asked)), document) for document in best]
            order = sorted(nearest) + order[MOST_NEAR:]
        return Ranking(tuple((document, -units) for units, document in order[: max(limit, 0)]), collections, len(scores))

    def _favour(self, document: int, plan: Plan, chosen: Sequence[tuple[str, str, float]], exact: set[int], asked: float) -> float:
        """What the score of one of the best is multiplied by: for nearness, and for a title that is spelt as it was asked."""
        near = 1 + NEARNESS * nearness(self.source, chosen, document) / asked
        is_spelt = document in exact and spelt(tokens(self.source.document(document).title)) == plan.spelt
        return near * SPELT_TITLE if is_spelt else near

    def _base(self, plan: Plan, worths: list[float], exact: set[int]) -> dict[int, float]:
        """Each document that has a word of the plan, with its score before nearness."""
        total: dict[int, float] = {}
        matched: dict[int, float] = {}
        for group, worth in zip(plan.groups, worths, strict=True):
            best: dict[int, float] = {}
            for stem, weight in group.terms.items():
                for document, score in self.scores(stem).items():
                    if weight * score > best.get(document, 0.0):
                        best[document] = weight * score
            for document, score in best.items():
                total[document] = total.get(document, 0.0) + score
                matched[document] = matched.get(document, 0.0) + worth
        asked = _sum(worths)
        return {
            document: score
            * (BASE_COORDINATION + (1 - BASE_COORDINATION) * matched[document] / asked)
            * (EXACT_TITLE if document in exact else 1.0)
            for document, score in total.items()
        }

    def _exact(self, plan: Plan) -> set[int]:
        """The documents whose title is what was asked, in whatever form."""
        found: set[int] | None = None
        for group in plan.groups:
            sure = [self.source.term(stem) for stem, weight in group.terms.items() if weight >= SURE]
            titled = {document for term in sure if term for document, _ in term[0]}
            found = titled if found is None else found & titled
        return {document for document in found or () if self.source.sizes[document] <= len(plan.groups)}

    def _shelf(self, document: int) -> str:
        number = self.source.shelves[document]
        return self.source.collections[number - 1] if number else ""

    def _collections(self, order: list[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
        counts: dict[str, int] = {}
        for _, document in order:
            name = self._shelf(document)
            counts[name] = counts.get(name, 0) + 1
        counts.pop("", None)
        return tuple(counts.items())


def _sum(numbers: list[float]) -> float:
    """The sum, one after the other: `sum` itself is more exact in newer Pythons than a browser is."""
    total = 0.0
    for number in numbers:
        total += number
    return total


def _leader(group: Group) -> str:
    """The heaviest term of a group, the first of equals."""
    return max(group.terms, key=group.terms.__getitem__, default="")


def _units(score: float) -> int:
    """A score in millionths."""
    return max(int(score * MILLION + 0.5), LEAST)
