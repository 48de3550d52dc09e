"""The ranking: one specification, for this module over Whoosh's reader and for ``browser/search/query.js`` over the exported files.

**A question** is its first 2,000 code points, taken apart by `language.words.tokens`; repeated stems count once, at most 24 words count:
the first, or when no document has any of those, the first that some document has. Stop words are left out unless the question has nothing
else, or nothing else that is found. (The texts of a few documents keep the stop words that stand in no title or heading: see `index`.)

**A group** stands for each word asked: the terms (stems) that count as it, each with a weight, the larger when a term comes twice.

====== ============================================================================================================
1      its stem, when a document has it; else the stems of words spelt the same but for accents
.9     joined: two neighbours, at most one character apart, written as one with or without a linking letter; for both
.8     prefix: the 20 commonest words that begin with the last word, when nothing follows it and it has two letters
.7     synonyms: the stems of single words that the site says mean the same. Several words in a row, stop words apart, may mean the
       same as a word: then each counts as it. A synonym of several words is taken apart (.7 / their number) only for what nothing
       else stands for: its words alone mean something else
====== ============================================================================================================

A group with nothing, or only prefixes, is **repaired**: words within one edit of Damerau's (two from eight letters on; four letters at
least; no digits) that begin with the same letter; when there are none, words one edit of the first letter away (it is another, missing, too
many, or swapped with the second). In the order edits, commonness, spelling the first three stems weigh .8, .6, .4. When no word is near and
the word is two known words run together, a group for each (.9) takes its place. Commonness is the binary logarithm (`int.bit_length`) of
the number of documents.

**The score** of a term in a document is the sum over fields of boost x BM25 as Whoosh computes it,
``idf x tf x (K1 + 1) / (tf + K1 x (1 - B + B x length / average))`` with ``idf = ln(N / (df + 1)) + 1`` in that field and lengths as coarse
as Whoosh keeps them. A group gives a document the largest weight x score of its terms. A document's score is the sum over its groups,
times the coordination ``.1 + .9 x worth matched / worth asked``, times 2 when its title is exactly what was asked: every group matches
the title with a weight of .8 or more, and the title has no more words than that (stop words apart).

The worth of a group is the largest weight x idf in the body of its terms; with none, the idf of a term that no document has.

**The order** is by score rounded to 6 decimals (``floor(score x 1,000,000 + .5)``, at least 100 millionths), then by document number, that
is by URL. There is no AND: a list is never empty while a word of the question, or a repair of one, stands in some document.

Numbers are reached by the same operations in the same order on both sides (`ln` is our own), so scores agree to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ..language.words import fold, tokens
from .repair import joined, near, split
from .source import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..language.words import Token
    from .analysis import Analyzer
    from .source import Source

K1, B = 1.2, 0.75
BODY = list(FIELDS).index("body")
BASE_COORDINATION, EXACT_TITLE = 0.1, 2.0
JOINED, PREFIX, SYNONYM, NEAR, SPLIT = 0.9, 0.8, 0.7, (0.8, 0.6, 0.4), 0.9
SURE = 0.8
MOST_CHARACTERS, MOST_WORDS, MOST_PREFIXES, LEAST_PREFIX = 2_000, 24, 20, 2
MILLION, LEAST = 1_000_000, 100


@dataclass(slots=True)
class Group:
    """One word of the question: as spelt (folded), its token, and the terms that count as it, each with its weight."""

    text: str
    token: Token
    terms: dict[str, float] = field(default_factory=dict)

    def add(self, stem: str, weight: float) -> None:
        """Let a term count as this word; the larger of two weights stays."""
        if weight > self.terms.get(stem, 0.0):
            self.terms[stem] = weight


@dataclass(frozen=True, slots=True)
class Plan:
    """What is looked for: the groups, and the repairs a reader should be told of, as (typed, used)."""

    groups: tuple[Group, ...]
    repaired: tuple[tuple[str, str], ...] = ()


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


class Planner:
    """Makes the groups of a question from what an index knows."""

    def __init__(self, source: Source, analyzer: Analyzer) -> None:
        """Use the vocabulary and synonyms of ``source``."""
        self.source, self.analyzer = source, analyzer

    def plan(self, question: str) -> Plan:
        """The groups that a question stands for."""
        text = question[:MOST_CHARACTERS]
        found = tokens(text)
        content = [token for token in found if not self.analyzer.is_stop(token.text)]
        plan = self._plan(content, len(text)) if content else Plan(())
        if not any(group.terms for group in plan.groups):
            plan = self._plan(found, len(text))
        return plan

    def _plan(self, asked: list[Token], end: int) -> Plan:
        stems = self._stems(asked)
        neighbours = [self._group(token, stem, last=token.end == end) for stem, token in stems.items()]
        self._add_synonyms(list(stems), neighbours)
        for first, second in pairwise(neighbours):
            if second.token.start - first.token.end in {0, 1}:
                for word in joined(self.source.vocabulary, self.source.lang, first.text, second.text):
                    first.add(word.stem, JOINED)
                    second.add(word.stem, JOINED)
        return self._repaired(neighbours)

    def _stems(self, asked: list[Token]) -> dict[str, Token]:
        stems: dict[str, Token] = {}
        for token in asked:
            stem = self.analyzer.stem(token.text)
            if stem:
                stems.setdefault(stem, token)
        chosen = list(stems)[:MOST_WORDS]
        if len(stems) > MOST_WORDS and not any(map(self.source.term, chosen)):
            chosen = [stem for stem in stems if self.source.term(stem)][:MOST_WORDS] or chosen
        return {stem: stems[stem] for stem in chosen}

    def _add_synonyms(self, stems: list[str], groups: list[Group]) -> None:
        for same in self.source.synonyms:
            for phrase in same:
                words = phrase.split(" ")
                size = len(words)
                places = [number for number in range(len(stems) - size + 1) if stems[number : number + size] == words]
                others = self._others(same, phrase) if places else []
                for group in (group for number in places for group in groups[number : number + size]):
                    for stem, weight in others:
                        group.add(stem, weight)

    def _others(self, same: tuple[str, ...], phrase: str) -> list[tuple[str, float]]:
        others = [other.split(" ") for other in same if other != phrase]
        single = [other[0] for other in others if len(other) == 1 and self.source.term(other[0])]
        if single or any(self.source.term(word) for word in phrase.split(" ")):
            return [(stem, SYNONYM) for stem in single]
        return [(stem, SYNONYM / len(other)) for other in others for stem in other if self.source.term(stem)]

    def _group(self, token: Token, stem: str, *, last: bool) -> Group:
        group = Group(fold(token.text), token)
        if self.source.term(stem):
            group.add(stem, 1.0)
        else:
            for word in self.source.vocabulary.spelt(group.text):
                group.add(word.stem, 1.0)
        if last and len(group.text) >= LEAST_PREFIX:
            words = [word for word in self.source.vocabulary.starting(group.text) if word.text != group.text]
            for word in sorted(words, key=lambda word: (-word.size, word))[:MOST_PREFIXES]:
                group.add(word.stem, PREFIX)
        return group

    def _repaired(self, groups: list[Group]) -> Plan:
        done: list[Group] = []
        repaired: list[tuple[str, str]] = []
        for group in groups:
            if any(weight != PREFIX for weight in group.terms.values()):
                done.append(group)
                continue
            words = near(self.source.vocabulary, group.text)
            parts = None if words or group.terms else split(self.source.vocabulary, self.source.lang, group.text)
            if parts:
                done += [Group(word.text, group.token, {word.stem: SPLIT}) for word in parts]
                continue
            if words and not group.terms:
                repaired.append((group.text, words[0].text))
            stems = list(dict.fromkeys(word.stem for word in words))
            for stem, weight in zip(stems, NEAR, strict=False):
                group.add(stem, weight)
            done.append(group)
        return Plan(tuple(done), tuple(repaired))


class Ranker:
    """Orders documents for a plan."""

    def __init__(self, source: Source, sizes: Sequence[int]) -> None:
        """Use the terms of ``source``; ``sizes`` are the numbers of words in its titles, stop words apart."""
        self.source, self.sizes = source, sizes
        self._averages = [total / source.count if source.count else 1.0 for total in source.totals]
        self.scores = lru_cache(maxsize=10_000)(self._scores)

    def idf(self, documents: int) -> float:
        """How much a term says that so many documents have."""
        return ln(max(self.source.count, 1) / (documents + 1)) + 1

    def worth(self, group: Group) -> float:
        """How much a word says: the largest weight x idf in the body of its terms; what no document has says most."""
        worth = 0.0
        for stem, weight in group.terms.items():
            term = self.source.term(stem)
            worth = max(worth, weight * self.idf(len(term[BODY]) if term else 0))
        return worth or self.idf(0)

    def _scores(self, stem: str) -> Mapping[int, float]:
        scores: dict[int, float] = {}
        for number, (boost, postings) in enumerate(zip(FIELDS.values(), self.source.term(stem), strict=False)):
            idf, average, lengths = self.idf(len(postings)), self._averages[number], self.source.lengths[number]
            for document, tf in postings:
                bm25 = idf * ((tf * (K1 + 1)) / (tf + K1 * ((1 - B) + B * lengths[document] / average)))
                scores[document] = scores.get(document, 0.0) + boost / 100 * bm25
        return scores

    def rank(self, plan: Plan, limit: int) -> list[tuple[int, int]]:
        """The best documents, as (number, score in millionths), best first."""
        total: dict[int, float] = {}
        matched: dict[int, float] = {}
        asked = 0.0
        for group in plan.groups:
            worth = self.worth(group)
            asked += worth
            best: dict[int, float] = {}
            for stem, weight in group.terms.items():
                for document, score in self.scores(stem).items():
                    if weight * score > best.get(document, 0.0):
                        best[document] = weight * score
            for document, score in best.items():
                total[document] = total.get(document, 0.0) + score
                matched[document] = matched.get(document, 0.0) + worth
        exact = self._exact(plan)
        order = []
        for document, score in total.items():
            full = score * (BASE_COORDINATION + (1 - BASE_COORDINATION) * matched[document] / asked)
            units = int(full * (EXACT_TITLE if document in exact else 1.0) * MILLION + 0.5)
            order.append((-max(units, LEAST), document))
        return [(document, -units) for units, document in sorted(order)[:limit]]

    def _exact(self, plan: Plan) -> set[int]:
        """The documents whose title is exactly what was asked."""
        found: set[int] | None = None
        for group in plan.groups:
            sure = [self.source.term(stem) for stem, weight in group.terms.items() if weight >= SURE]
            titled = {document for term in sure if term for document, _ in term[0]}
            found = titled if found is None else found & titled
        return {document for document in found or () if self.sizes[document] <= len(plan.groups)}
