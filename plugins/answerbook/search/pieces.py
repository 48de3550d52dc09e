"""What a page of Markdown is taken apart into."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a piece of a page is. An inner heading stands in a list, a quote or a note: it has an id and starts no section."""

    TEXT = "text"
    CODE = "code"
    HEADING = "heading"
    INNER = "inner heading"


class Piece(NamedTuple):
    """A piece, the level of a heading, and the source: of a heading and of text without the marks before it, of code as it stands.

    A heading written as HTML brings its ``id``; its text is what a reader sees.
    """

    kind: Kind
    level: int
    text: str
    id: str = ""


BLANK = Piece(Kind.TEXT, 0, "")
