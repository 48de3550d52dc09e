"""The one syntax of prose: what stands between double braces, once the book room has found that it points to something.

``seats.admin.price`` is a figure, ``#seat-price`` a link to an answer, ``cite seats.assign`` names a rule without showing anything, and a
word such as ``calculator seats`` is a block, alone in its paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The words that begin a block.
BLOCKS = ("assistant", "calculator", "collections", "contact", "example", "fair_use_meter", "prices", "questions", "search")

#: A reference, wherever it stands; code is left out by those who search for it.
REFERENCE = r"\{\{((?:(?!\{\{|\}\}).)*)\}\}"


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference points to: ``kind`` is figure, link, cite or block.

    ``id`` is the figure's target, the entry, the rule cited or the name of the block; ``rest`` is a link's own text or a block's argument.
    """

    kind: str
    id: str
    rest: str = ""


def parse(inner: str) -> Target:
    """What the text between the braces points to."""
    target, _, label = (" ".join(part.split()) for part in inner.partition("|"))
    word, _, argument = target.partition(" ")
    if target.startswith("#"):
        return Target("link", target[1:], label)
    if word == "cite":
        return Target("cite", argument)
    return Target("block", word, argument) if word in BLOCKS else Target("figure", target)
