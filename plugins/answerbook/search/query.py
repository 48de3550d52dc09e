"""The ranking: one specification, for these modules over Whoosh's reader and for their twins in ``browser/search`` over the exported files.

**A question** is its first 2,000 code points, taken apart by `language.words.tokens`; repeated stems count once, where they come first. At
most 24 words count: those in quotes and the first others, or when no document has any of those, the first that some document has. Stop
words are left out unless the question has nothing else, or nothing else that is found; a word with accents is one only where the list
writes it so ("ändere" is not "andere"). (The texts of a few documents keep the stop words that stand in no title or heading: see `rows`.)

**A group** stands for each word asked: the terms (stems) that count as it, each with a weight, the larger when a term comes twice.

====== ============================================================================================================
1      its stem, when a document has it; else the stems of words spelt the same but for accents
.9     joined: two neighbours, at most one character apart, written as one, with or without a link of `repair.LINKS`; for both, and a
       single letter before or after a hyphen then counts as nothing else. Two or more that are a figure parted at its thousands; for all.
       A stop word right before a word, when it is one of `neighbours.PARTICLES` or a hyphen links them, and such a particle that ends the
       question and any word (then by the stem they make, and the particle is no word of its own; if it is in quotes, or elsewhere too, it
       is no particle); for the word, whose other terms then weigh .7 at most
.8     prefix: the 20 commonest words that begin with the last word, when nothing follows it and it has two letters. When a document has
       that word itself, it need not be a beginning: .7, times its idf in the body / that of the longer word when that is rarer
.7     synonyms: the stems of single words that the site says mean the same. Several words in a row, stop words apart, may mean the
       same as a word: then each counts as it. A synonym of several words is taken apart (.7 / their number) only for what nothing
       else stands for: its words alone mean something else
====== ============================================================================================================

A group with nothing, or only prefixes, is **repaired** when its word has four letters or more and no digits: by words within one edit of
Damerau's (two from eight letters on) that begin with the same two letters and have three or more; unless one is a single edit away, also by
words one edit of the second letter away (it is another, missing, too many, or swapped with the third); when there are none, words one edit
of the first letter away (letters, not digits, stand for others there). A word of four letters is not repaired by one of as many with other
letters. In the order edits, whether the letters are the same, commonness, spelling, the first three stems weigh 1, .7, .5; where the word
may also be a beginning, .8, .6, .4; half of that when they are more edits away than the first. When nothing is near, not even a prefix, and
the word is two known words of four letters or more run together, with or without a link, a group for each (.9) takes its place: of several
pairs that whose rarer word is commonest, then whose sum is, then the last; the first 31 groups count. Commonness is the binary logarithm
(`int.bit_length`) of the number of documents.

**A quoted phrase** (of which a word is no stop word) is demanded: only documents that have its words so many places apart as they are in
the quotes are found, in whatever form; its words have no other alternatives. When no document, of any collection, has the phrases, they
are plain words.

**The score** of a term in a document is the sum over the fields and boosts of `source.FIELDS` (the opening: the first words of the page's
texts after its description, see `rows`; hints: keywords, other ways to ask and the words of the address, see `documents`) of boost x BM25
as Whoosh computes it, ``idf x tf x (K1 + 1) / (tf + K1 x (1 - B + B x length / average))`` with ``idf = ln(N / (df + 1)) + 1`` in that
field, tf no more than `source.MOST_TIMES`, and lengths as coarse as `source.coarse` writes what Whoosh keeps in a byte (the average is
exact). A group gives a document the largest weight x score of its terms. A document's score is the sum over its groups, times the
coordination ``.3 + .7 x worth matched / worth asked``, times 1.5 when its title is what was asked: every group matches the title with a
weight of .8 or more, and the title has no more words than that (see `rows.size`).

The worth of a group is the largest weight x idf in the body of its terms; with none, the idf of a term that no document has.

**Nearness**: the score of the 30 best documents is multiplied by ``1 + .3 x (sum of worth / distance) / worth asked``, for the three pairs
of groups in a row that are worth most (the smaller worth of the two; the first of equals): the distance is the least number of places, one
at least, between the heaviest term (the first of equals) of one and of the other in that document. Of these 30 the score of those whose
title is what was asked, and has the same words in the same order but for accents, is doubled. Groups of one heaviest term, or of none, are
no pair; nor are those worth less than the idf of a term that one document in eight (of few documents, ten) has: such words stand near
everything.

**The order** is by score rounded to 6 decimals (``floor(score x 1,000,000 + .5)``, at least 100 millionths), then by document number, that
is by URL; nearness orders the 30 best (of the collection asked) among themselves and moves none of the others. There is no AND but that of
quotes: unless narrowed to a collection, a list is never empty while some document keeps a word of the question, or a repair of one of the
first 24.

Numbers are reached by the same operations in the same order on both sides (`ln` is our own), so scores agree to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..language.words import fold, tokens
from .neighbours import Neighbours
from .phrases import Phrase, demanded
from .ranking import said, spelt
from .repair import near, split

if TYPE_CHECKING:
    from ..language.words import Token
    from .analysis import Analyzer
    from .source import Source

PREFIX, PERHAPS_PREFIX, SYNONYM, SPLIT = 0.8, 0.7, 0.7, 0.9
NEAR, PERHAPS_NEAR, FARTHER = (1.0, 0.7, 0.5), (0.8, 0.6, 0.4), 0.5
MOST_CHARACTERS, MOST_WORDS, MOST_PREFIXES, LEAST_PREFIX = 2_000, 24, 20, 2
#: Words taken apart make two groups each; a browser counts groups in the bits of one number.
MOST_GROUPS = 31


@dataclass(slots=True)
class Group:
    """One word of the question: as spelt (folded), its token, and the terms that count as it, each with its weight."""

    text: str
    token: Token
    terms: dict[str, float] = field(default_factory=dict)
    #: Whether the word is found as such, not only as a beginning.
    known: bool = False
    quoted: bool = False

    def add(self, stem: str, weight: float) -> None:
        """Let a term count as this word; the larger of two weights stays."""
        if weight > self.terms.get(stem, 0.0):
            self.terms[stem] = weight


@dataclass(frozen=True, slots=True)
class Plan:
    """What is looked for: the groups, the phrases demanded, and the repairs a reader should be told of, as (typed, used)."""

    groups: tuple[Group, ...]
    phrases: tuple[Phrase, ...] = ()
    repaired: tuple[tuple[str, str], ...] = ()
    #: What `ranking.spelt` makes of the question as it was repaired: a title with the same words is spelt as it was asked.
    spelt: tuple[str, ...] = ()


class Planner:
    """Makes the groups of a question from what an index knows."""

    def __init__(self, source: Source, analyzer: Analyzer) -> None:
        """Use the vocabulary and synonyms of ``source``."""
        self.source, self.analyzer = source, analyzer

    def plan(self, question: str, *, quotes: bool = True) -> Plan:
        """The groups that a question stands for, and with ``quotes`` the phrases it demands."""
        text = question[:MOST_CHARACTERS]
        found = tokens(text)
        if not found:
            return Plan(())
        phrases = demanded(text, found, self.analyzer) if quotes else ()
        content = [token for token in found if not self.analyzer.is_stop(token.text)]
        neighbours = Neighbours(self.source, self.analyzer, text, found)
        plan = self._plan(content, len(text), phrases, neighbours) if content else Plan(())
        if not phrases and not any(group.terms for group in plan.groups):
            plan = self._plan(found, len(text), phrases, neighbours)
        return replace(plan, spelt=spelt(found, dict(plan.repaired)))

    def _plan(self, asked: list[Token], end: int, phrases: tuple[Phrase, ...], neighbours: Neighbours) -> Plan:
        quoted = {stem for phrase in phrases for stem, _ in phrase}
        stems = self._stems(asked, quoted)
        last = asked[-1].text if asked[-1].end == end else ""
        begun = {self.analyzer.stem(last): fold(last)}
        groups = [self._group(token, stem, quoted=stem in quoted, begun=begun.get(stem, "")) for stem, token in stems.items()]
        self._add_synonyms(list(stems), groups)
        return self._repaired(neighbours.join(groups), phrases)

    def _stems(self, asked: list[Token], quoted: set[str]) -> dict[str, Token]:
        """The words that count, in order: those in quotes and as many of the others as there is room for."""
        stems: dict[str, Token] = {}
        for token in asked:
            stem = self.analyzer.stem(token.text)
            if stem:
                stems.setdefault(stem, token)
        chosen = sorted(stems, key=lambda stem: stem not in quoted)[:MOST_WORDS]
        if len(stems) > MOST_WORDS and not any(map(self.source.term, chosen)):
            chosen = [stem for stem in stems if self.source.term(stem)][:MOST_WORDS] or chosen
        return {stem: token for stem, token in stems.items() if stem in chosen}

    def _add_synonyms(self, stems: list[str], groups: list[Group]) -> None:
        own = [group.known for group in groups]
        for same in self.source.synonyms:
            for phrase in same:
                words = phrase.split(" ")
                size = len(words)
                places = [number for number in range(len(stems) - size + 1) if stems[number : number + size] == words]
                others = self._others(same, phrase, stands=any(own[places[0] : places[0] + size])) if places else []
                for group in (group for number in places for group in groups[number : number + size] if not group.quoted):
                    group.known = group.known or bool(others)
                    for stem, weight in others:
                        group.add(stem, weight)

    def _others(self, same: tuple[str, ...], phrase: str, *, stands: bool) -> list[tuple[str, float]]:
        others = [other.split(" ") for other in same if other != phrase]
        single = [other[0] for other in others if len(other) == 1 and self.source.term(other[0])]
        if single or stands:
            return [(stem, SYNONYM) for stem in single]
        return [(stem, SYNONYM / len(other)) for other in others for stem in other if self.source.term(stem)]

    def _group(self, token: Token, stem: str, *, quoted: bool, begun: str) -> Group:
        group = Group(fold(token.text), token, quoted=quoted)
        if self.source.term(stem):
            group.add(stem, 1.0)
        elif not quoted:
            for word in self.source.vocabulary.spelt(group.text):
                group.add(word.stem, 1.0)
        group.known = bool(group.terms)
        if not quoted and len(begun) >= LEAST_PREFIX:
            words = [word for word in self.source.vocabulary.starting(begun) if word.text != begun]
            own = max((said(self.source, stem) for stem in group.terms), default=0.0)
            for word in sorted(words, key=lambda word: (-word.size, word))[:MOST_PREFIXES]:
                group.add(word.stem, PERHAPS_PREFIX * min(1.0, own / said(self.source, word.stem)) if group.known else PREFIX)
        return group

    def _repaired(self, groups: list[Group], phrases: tuple[Phrase, ...]) -> Plan:
        done: list[Group] = []
        repaired: list[tuple[str, str]] = []
        for group in groups:
            if group.known or group.quoted:
                done.append(group)
                continue
            words = near(self.source.vocabulary, group.text)
            parts = None if words or group.terms else split(self.source.vocabulary, self.source.lang, group.text)
            if parts:
                done += [Group(word.text, group.token, {word.stem: SPLIT}) for word in parts]
                continue
            if words and not group.terms:
                repaired.append((group.text, words[0][1].text))
            stems: dict[str, int] = {}
            for edits, word in words:
                stems.setdefault(word.stem, edits)
            for (stem, edits), weight in zip(stems.items(), PERHAPS_NEAR if group.terms else NEAR, strict=False):
                group.add(stem, weight * FARTHER if edits > words[0][0] else weight)
            done.append(group)
        return Plan(tuple(done[:MOST_GROUPS]), phrases, tuple(repaired))
