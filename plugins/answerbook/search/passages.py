"""Where on a page the answer stands: the section that is meant, and the sentence to show.

The twin is ``browser/search/passages.js``; numbers are reached by the same operations in the same order.

A word asked counts for a section with its worth (see `query`): twice when it stands in the section's heading or in another way to ask the
same, once when in its text or in the page's title. The section with the most is meant if it beats the page's start, unless the title alone
holds every word that the page has; of equals that whose own heading is worth most, then whose text is, then the first. Other sections are
named beside it that do as well, or, when the page itself is meant, whose headings hold every word that the page has. A snippet is the
stretch of about 160 code points whose words weigh most, the first of equals, with up to 40 before it. What hyphens join is a word as well;
where that is marked, its parts are not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..language.words import Token, chains, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .analysis import Analyzer
    from .documents import Document, Part
    from .query import Plan
    from .ranking import Ranker

WIDTH, BEFORE, MOST_STARTS, MOST_OTHERS = 160, 40, 400, 3


@dataclass(frozen=True, slots=True)
class Passage:
    """What to show of a hit: the section meant (or none), other sections worth a link, and a piece of text with what matched."""

    part: Part | None
    others: tuple[Part, ...]
    snippet: str
    highlights: tuple[tuple[int, int], ...]


class Places:
    """Finds passages; remembers the words of the texts it has read."""

    def __init__(self, analyzer: Analyzer, ranker: Ranker) -> None:
        """Judge words by the ranking's own weights."""
        self.analyzer, self.ranker = analyzer, ranker
        self._read = lru_cache(maxsize=20_000)(self._words)

    def passage(self, document: Document, plan: Plan) -> Passage:
        """The passage of a document that answers a plan best."""
        asked = Asked(plan, self.ranker)
        title = self._mask(document.title, asked)
        start = next((part.text for part in document.parts if not part.anchor), "")
        whole = title | self._mask(start, asked)
        best, most = None, (asked.value(whole, 0), math.inf, math.inf)
        scored: list[tuple[float, Part]] = []
        everything = whole
        for part in document.parts:
            if not part.anchor:
                continue
            headed, told = self._mask(part.heading, asked), self._mask(part.text, asked)
            heading = headed | self._mask(part.asks, asked)
            own = heading | told
            everything |= own
            score = (asked.value(own | title, heading), asked.value(headed, 0), asked.value(told, 0))
            if own:
                scored.append((score[0], part))
            if score > most:
                best, most = part, score
        if not everything & ~title:
            best = None
        least = most[0] if best else asked.value(everything, everything)
        equals = [part for score, part in scored if part is not best and score >= least]
        text = (best.text if best else "") or start or document.description or next((part.text for part in document.parts if part.text), "")
        return Passage(best, tuple(equals[:MOST_OTHERS]), *self._snippet(text, asked))

    def _words(self, text: str) -> list[tuple[Token, str]]:
        found = [*chains(text), *tokens(text)] if "-" in text else tokens(text)
        return [(token, self.analyzer.stem(token.text)) for token in sorted(found, key=lambda token: token.start)]

    def _mask(self, text: str, asked: Asked) -> int:
        mask = 0
        for _, stem in self._read(text) if text else ():
            mask |= asked.masks.get(stem, 0)
        return mask

    def _snippet(self, text: str, asked: Asked) -> tuple[str, tuple[tuple[int, int], ...]]:
        words = tokens(text)
        hits = _apart((token, asked.masks[stem]) for token, stem in self._read(text) if stem in asked.masks)
        begin = _first(hits, asked)
        limit = begin + WIDTH
        if begin:
            begin = next((token.start for token in words if token.start >= begin - BEFORE), begin)
        inside = [token for token in words if token.start >= begin and token.end <= limit]
        if not inside:
            return text[:WIDTH], ()
        end = len(text) if inside[-1] is words[-1] and len(text) - inside[-1].end < BEFORE else inside[-1].end
        lead = "…" if begin else ""
        shift = len(lead) - begin
        marks = tuple((token.start + shift, token.end + shift) for token, _ in hits if token.start >= begin and token.end <= end)
        return lead + text[begin:end] + ("…" if end < len(text) else ""), marks


def _apart(hits: Iterable[tuple[Token, int]]) -> list[tuple[Token, int]]:
    """The words that match; when what hyphens join does, none of its parts."""
    kept: list[tuple[Token, int]] = []
    for token, mask in hits:
        if not kept or token.start >= kept[-1][0].end:
            kept.append((token, mask))
    return kept


def _first(hits: list[tuple[Token, int]], asked: Asked) -> int:
    """Where the best stretch of text begins: its first word that matches."""
    best, best_value = 0, 0.0
    for number, (token, _) in enumerate(hits[:MOST_STARTS]):
        mask = 0
        for other, bit in hits[number:]:
            if other.end > token.start + WIDTH:
                break
            mask |= bit
        value = asked.value(mask, 0)
        if value > best_value:
            best, best_value = token.start, value
    return best


class Asked:
    """The words of a plan as bits, and what each is worth."""

    def __init__(self, plan: Plan, ranker: Ranker) -> None:
        """Number the groups in order."""
        self.masks: dict[str, int] = {}
        self.weights: list[float] = []
        for number, group in enumerate(plan.groups):
            for stem in group.terms:
                self.masks[stem] = self.masks.get(stem, 0) | 1 << number
            self.weights.append(ranker.worth(group))

    def value(self, mask: int, twice: int) -> float:
        """What the words in ``mask`` are worth, those in ``twice`` twice."""
        total = 0.0
        for number, weight in enumerate(self.weights):
            total += weight * ((mask >> number & 1) + (twice >> number & 1))
        return total
