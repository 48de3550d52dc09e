"""Markdown taken apart: front matter, and sections of plain text. Made to survive whatever a folder holds; it does not render."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from .headings import Heading, Ids, heading, ids_in, slug
from .inline import inline, keep, without_marks
from .outline import definitions, outline
from .pieces import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from .pieces import Piece

#: Headings of a deeper level start no section.
DEEPEST = 3
_LONGEST_HEAD = 100_000
#: How YAML writes that there is no value.
_NOTHING = ("null", "Null", "NULL", "~")


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The front matter of ``text`` and what follows it. Front matter that is no YAML is read line by line, as far as it goes."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, text
    end = _end(lines)
    if end is None:
        return {}, text
    head, rest = "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])
    try:
        # As text, every value: a date stays as it was written, and no number is too long to be read.
        meta = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text, lists and maps
    except (yaml.YAMLError, ValueError, RecursionError):
        pairs = (line.split(":", 1) for line in lines[1:end] if ":" in line and not line[:1].isspace())
        meta = {key.strip(): value.strip().strip("'\"") for key, value in pairs}
    return (meta if isinstance(meta, dict) else {}), rest


def _end(lines: list[str]) -> int | None:
    """The line that ends front matter; None when there is none as far as front matter may go."""
    size = 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in {"---", "..."}:
            return number
        size += len(line) + 1
        if size > _LONGEST_HEAD:
            break
    return None


def words_of(value: object) -> str:
    """A front-matter value as text: a list one item a line; nothing, a mapping, or a list in a list as no text."""
    if isinstance(value, (list, tuple)):
        said: list[str] = []
        left = _LONGEST_HEAD  # an item may stand for another, again and again
        for item in value:
            if left > 0 and not isinstance(item, (list, tuple)):
                said.append(words_of(item)[:left])
                left -= len(said[-1]) + 1
        return "\n".join(said)
    return "" if value is None or value in _NOTHING or isinstance(value, dict) else str(value)


def sections(source: str, slug: Callable[[str], str] = slug) -> list[tuple[str, str, str]]:
    """Anchor, heading and plain text of each section, the anchor made as Python-Markdown makes it; the first has neither.

    A heading without text starts a section as any other; ``slug`` makes an id of a heading's text.
    """
    source = without_marks(source)
    found: list[tuple[str, str, list[str]]] = [("", "", [])]
    apart: list[str] = []
    for kind, text, head, anchor in _pieces(source, slug):
        if head is None:
            found[-1][2].append(f"\n{keep(text, apart)}\n" if kind is Kind.CODE else text)
        elif kind is Kind.HEADING and (head.level <= DEEPEST or len(found) == 1):
            found.append((anchor, head.text, []))
        else:
            found[-1][2].append(keep(head.text, apart))
    return [(anchor, heading, inline("\n".join(lines), apart)) for anchor, heading, lines in found]


def anchors(source: str, slug: Callable[[str], str] = slug) -> list[str]:
    """The id of every heading of a page, whatever its level and wherever it stands."""
    return [anchor for _, _, head, anchor in _pieces(without_marks(source), slug) if head]


def _pieces(source: str, slug: Callable[[str], str]) -> Iterator[tuple[Kind, str, Heading | None, str]]:
    """The pieces of a page, its headings taken apart and with their ids."""
    pieces = list(outline(source))
    defined = definitions(source) if "]:" in source else ()
    heads = [_heading(piece, defined) for piece in pieces]
    # Ids in HTML are none that the others make way for.
    used = {one for piece, head in zip(pieces, heads, strict=True) if head and not piece.id for one in (head.id, *head.others) if one}
    if "{" in source:
        used |= ids_in("\n".join(piece.text for piece in pieces if piece.kind is Kind.TEXT and "{" in piece.text))
    ids = Ids(used, slug)
    for piece, head in zip(pieces, heads, strict=True):
        yield piece.kind, piece.text, head, ids.of(head) if head else ""


def _heading(piece: Piece, defined: Collection[str]) -> Heading | None:
    if piece.kind not in (Kind.HEADING, Kind.INNER):
        return None
    if piece.id:
        return Heading(piece.level, piece.text, piece.text, piece.id)
    return heading(piece.level, piece.text, defined)
