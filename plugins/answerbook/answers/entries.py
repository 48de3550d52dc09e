"""Which entry of the articles a question is about, by the words they share. Whole numbers only. Twin: browser/answers/entries.js."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .lexicon import Mention, longest
from .text import has_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

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
    "is",
    "join",
    "adds",
    "people",
    "ours",
    "grows",
    "contacting",
    "per_piece",
    "signed",
    "itself",
    "of_it",
    "until",
    "wants",
    "of_which",
    "asking",
}
#: Concepts that an entry about the question asks with too; each one that it lacks counts against it.
TELLING = (
    "why",
    "where",
    "who",
    "leaves",
    "refund",
    "invoice",
    "confirmation",
    "contract",
    "reached",
    "change",
    "counts",
    "attach",
    "uptime",
)
#: Concepts that say how is asked of whatever it is about.
_MANNER = ("~how_long", "~how_many", "~when", "~valid")
_LACKING = 60
_SILENT_KINDS = ("talk.", "guard.", "currency.")
#: Weight of a word that no entry knows, of one that only the lexicon knows, and of one that only an answer holds.
_STRANGE = 220
_TOLD = 200
#: Likeness from which a question counts as one of the entry's own.
_SAME = 930
_FAMILIAR = 60


def terms(words: Sequence[Word], concepts: Iterable[Mention], things: Iterable[Mention], stops: Collection[str]) -> set[str]:
    """What a question is compared by: stems of its words that say something, ``~concept`` and ``@thing``; never a number."""
    found = {word.stem for word in words if word.fold not in stops and not has_digit(word.fold)}
    found |= {
        "~" + mention.ids[0] for mention in concepts if mention.ids[0] not in _SILENT and not mention.ids[0].startswith(_SILENT_KINDS)
    }
    return found | {"@" + key for mention in longest(things) for key in mention.ids}


def bodies(model: dict[str, Any], terms_of: Callable[[str], set[str]]) -> dict[str, frozenset[str]]:
    """The terms of each entry's answer."""
    texts = {
        entry: " ".join(segment for block in one["blocks"] for segment in block["segments"] if isinstance(segment, str))
        for entry, one in model["entries"].items()
    }
    return {entry: frozenset(terms_of(text)) for entry, text in texts.items()}


def ranking(
    model: dict[str, Any], told: Mapping[str, Collection[str]], asked: Iterable[str], known: Collection[str]
) -> list[tuple[int, str]]:
    """Every entry with its score in thousandths, best first, ties in the order of the articles.

    The score is the mean of three: how like the question is to the likest question of the entry, and how much of it the entry's questions
    and its answer hold. A question of an entry, nearly word for word, scores 1000. An entry that shares with it only how is asked, while
    what is asked about is a word that no entry knows, is about something else: it scores nothing.

    Args:
        model: The compiled model.
        told: The terms of each entry's answer.
        asked: The terms of the question.
        known: Stems that a phrase of the lexicon covers: they are not strange, though no entry holds them.
    """
    question = {term: _weight(model, term, known, told) for term in sorted(asked)}
    whole = sum(question.values()) or 1
    strange = _STRANGE in question.values()
    subjects = {term for term in question if term not in _MANNER and term not in known}
    scored = []
    for index, entry in enumerate(model["order"]):
        like, bag = 0, set[str]()
        for ask in model["asked"][entry]:
            bag.update(ask)
            shared = sum(question[term] for term in ask if term in question)
            like = max(like, 2000 * shared // (whole + sum(model["weights"][term] for term in ask)))
        held = 1000 * sum(weight for term, weight in question.items() if term in bag) // whole
        answered = 1000 * sum(weight for term, weight in question.items() if term in told[entry]) // whole
        lacking = sum(1 for name in TELLING if f"~{name}" in question and f"~{name}" not in bag)
        score = 1000 if like >= _SAME else max((like + held + answered) // 3 - _LACKING * lacking, 0)
        if strange and not any(term in bag or term in told[entry] for term in subjects):
            score = 0
        scored.append((-score, index, entry))
    return [(-score, entry) for score, _, entry in sorted(scored)]


def _weight(model: dict[str, Any], term: str, known: Iterable[str], told: Mapping[str, Collection[str]]) -> int:
    weight: int | None = model["weights"].get(term)
    if weight is not None:
        return weight
    if term[0] in "~@" or term in known:
        return _FAMILIAR
    return _TOLD if any(term in held for held in told.values()) else _STRANGE
