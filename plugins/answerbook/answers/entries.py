"""Which entry of the articles a question is about, by the words they share. Whole numbers only. Twin: browser/answers/entries.js."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .lexicon import Mention, longest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .text import Word

#: Concepts that say how is asked, not what about.
_SILENT = {
    "asks",
    "follow_up",
    "denial",
    "assent",
    "one",
    "end_of",
    "claim",
    "today",
    "order",
    "use",
    "offer",
    "times",
    "both",
    "rest",
    "total",
}
_SILENT_KINDS = ("talk.", "guard.", "currency.")
#: Weight of a word that no entry knows, and of one that only the lexicon knows.
_STRANGE = 220
_FAMILIAR = 60


def terms(words: Sequence[Word], concepts: Iterable[Mention], things: Iterable[Mention]) -> set[str]:
    """What a question is compared by: stems of its words, ``~concept`` and ``@thing``; never a number."""
    found = {word.stem for word in words if not any(character.isdigit() for character in word.fold)}
    found |= {
        "~" + mention.ids[0] for mention in concepts if mention.ids[0] not in _SILENT and not mention.ids[0].startswith(_SILENT_KINDS)
    }
    return found | {"@" + key for mention in longest(things) for key in mention.ids}


def ranking(model: dict[str, Any], asked: Iterable[str], known: Iterable[str]) -> list[tuple[int, str]]:
    """Every entry with its score in thousandths, best first, ties in the order of the articles.

    Args:
        model: The compiled model.
        asked: The terms of the question.
        known: Stems that a phrase of the lexicon covers: they are not strange, though no entry holds them.
    """
    question = {term: _weight(model, term, known) for term in asked}
    whole = sum(question.values()) or 1
    scored = []
    for index, entry in enumerate(model["order"]):
        best, bag = 0, set()
        for ask in model["asked"][entry]:
            bag.update(ask)
            shared = sum(question[term] for term in ask if term in question)
            best = max(best, 2000 * shared // (whole + sum(model["weights"][term] for term in ask)))
        covered = 1000 * sum(weight for term, weight in question.items() if term in bag) // whole
        scored.append((-((3 * best + covered) // 4), index, entry))
    return [(-score, entry) for score, _, entry in sorted(scored)]


def _weight(model: dict[str, Any], term: str, known: Iterable[str]) -> int:
    weight: int | None = model["weights"].get(term)
    if weight is not None:
        return weight
    return _FAMILIAR if term[0] in "~@" or term in known else _STRANGE
