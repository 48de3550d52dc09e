"""Words of a question that make another word together: written apart, with a hyphen, or parted by the sentence. See `query`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..language.words import fold
from .repair import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..language.words import Token
    from .analysis import Analyzer
    from .query import Group
    from .source import Source

JOINED, ALONE = 0.9, 0.7
#: A figure whose thousands are parted by a space, as two words.
_LEADING, _THOUSANDS = re.compile("[1-9][0-9]*"), re.compile(r"[0-9]{3}(?:\.[0-9]+)?")

#: What Dutch and German put before a word to make another, and put elsewhere in a sentence: "op zeggen", "zeg … op". Folded.
PARTICLES = {
    "nl": frozenset("aan af bij door hoe in mee na om op over tegen terug toe uit voor weer weg".split()),  # noqa: SIM905
    "de": frozenset("ab an auf aus bei durch ein fest hinter los mit nach uber um unter vor weg wieder zu zuruck".split()),  # noqa: SIM905
}


class Neighbours:
    """The words of one question, and what they make together in one index."""

    def __init__(self, source: Source, analyzer: Analyzer, text: str, found: Sequence[Token]) -> None:
        """Read all words of ``text``, stop words too."""
        self.source, self.analyzer, self.text, self.found = source, analyzer, text, found
        self.particles = PARTICLES.get(source.lang, frozenset())

    def join(self, groups: list[Group]) -> list[Group]:
        """The groups, each also counting as what its word makes with its neighbours."""
        for first, second in pairwise(groups):
            if _touch(first.token, second.token) and not (first.quoted or second.quoted):
                self._join(first, second)
        for figure in self._figures():
            stem = "".join(token.text for token in figure)
            for group in groups:
                if group.token in figure and not group.quoted and self.source.term(stem):
                    _count(group, [stem])
        before = {second: first for first, second in pairwise(self.found)}
        for group in groups:
            if group.token in before and not group.quoted:
                self._begin(before[group.token], group)
        return self._end(groups)

    def _join(self, first: Group, second: Group) -> None:
        stems = [word.stem for word in joined(self.source.vocabulary, self.source.lang, first.text, second.text)]
        for group in (first, second):
            if stems and len(group.text) == 1 and self._hyphen(first.token, second.token):
                group.terms.clear()  # a letter of its own stands everywhere
            _count(group, stems)

    def _figures(self) -> list[list[Token]]:
        """The words in a row that are one figure whose thousands are parted by spaces."""
        found: list[list[Token]] = [[]]
        for token in self.found:
            if found[-1] and _touch(found[-1][-1], token) and _THOUSANDS.fullmatch(token.text):
                found[-1].append(token)
            else:
                found.append([token] if _LEADING.fullmatch(token.text) else [])
        return [figure for figure in found if len(figure) > 1]

    def _begin(self, before: Token, group: Group) -> None:
        """A stop word may be the beginning of the word after it, as its language or a hyphen says."""
        particle = fold(before.text) in self.particles and _touch(before, group.token)
        if not self.analyzer.is_stop(before.text) or not (particle or self._hyphen(before, group.token)):
            return
        words = self.source.vocabulary.spelt(fold(before.text) + group.text)
        _count_rather(group, [word.stem for word in words])

    def _end(self, groups: list[Group]) -> list[Group]:
        """A particle that ends the question belongs to a verb before it."""
        last = self.found[-1]
        own = next((group for group in groups if self.analyzer.stem(group.token.text) == self.analyzer.stem(last.text)), None)
        if fold(last.text) not in self.particles or (own and (own.quoted or own.token is not last)):
            return groups  # what is in quotes, or stands elsewhere too, is a word
        begun = False
        for group in groups:
            stem = self.analyzer.stem(last.text + group.token.text)
            if group is not own and not group.quoted and self.source.term(stem):
                _count_rather(group, [stem])
                begun = True
        return [group for group in groups if not (begun and group is own)]

    def _hyphen(self, first: Token, second: Token) -> bool:
        return second.start == first.end + 1 and self.text[first.end] == "-"


def _count(group: Group, stems: Iterable[str]) -> None:
    for stem in stems:
        group.add(stem, JOINED)
        group.known = True


def _count_rather(group: Group, stems: Sequence[str]) -> None:
    if stems:
        group.terms = {stem: min(weight, ALONE) for stem, weight in group.terms.items()}
    _count(group, stems)


def _touch(first: Token, second: Token) -> bool:
    return second.start - first.end in {0, 1}
