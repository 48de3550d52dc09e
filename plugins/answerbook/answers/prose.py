"""The answers of articles as blocks of text and references, to be resolved on the day they are told. Used when the book is compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerbook.book import references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)]) +")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_FURNITURE = re.compile(r"^(?:#|```|~~~|\||:::|!!!|<|\{:)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list item: ``segments`` are text or ``{"ref": target}`` or ``{"entry": id}``; ``rules`` it cites without a figure."""

    segments: tuple[Any, ...]
    cited: tuple[str, ...]
    item: bool


def blocks(markdown: str, blockwise: Collection[str]) -> list[Block]:
    """The paragraphs and list items of an answer. ``blockwise``: first words of references that stand for a widget; those are left out."""
    return [block for text in _paragraphs(markdown) if (block := _block(text, blockwise)) is not None]


def _paragraphs(markdown: str) -> Iterator[str]:
    for part in re.split(r"\n[ \t]*\n", markdown):
        lines: list[str] = []
        for line in part.strip("\n").split("\n"):
            if _ITEM.match(line) and lines:
                yield "\n".join(lines)
                lines = []
            lines.append(line)
        if lines:
            yield "\n".join(lines)


def _block(text: str, blockwise: Collection[str]) -> Block | None:
    item = _ITEM.match(text) is not None
    text = _ITEM.sub("", text)
    if _FURNITURE.match(text.strip()):
        return None
    segments: list[Any] = []
    cited: list[str] = []
    at = 0
    for reference in references.find(text):
        segments.append(_plain(text[at : reference.start]))
        at = reference.end
        word, _, rest = reference.target.partition(" ")
        if word == "cite":
            cited.append(rest)
        elif (word in blockwise and rest != "") or reference.target in blockwise:
            continue
        elif word.startswith("#"):
            segments.append(reference.label or {"entry": word[1:]})
        else:
            segments.append({"ref": reference.target})
    segments.append(_plain(text[at:]))
    joined = _joined(segments)
    return Block(tuple(joined), tuple(cited), item) if joined else None


def _plain(text: str) -> str:
    return _MARKS.sub("", _LINK.sub(r"\1", re.sub(r"\s+", " ", text)))


def _joined(segments: list[Any]) -> list[Any]:
    """Neighbouring texts joined, the ends trimmed, empty ones dropped."""
    joined: list[Any] = []
    for segment in segments:
        if isinstance(segment, str) and joined and isinstance(joined[-1], str):
            joined[-1] += segment
        else:
            joined.append(segment)
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip()
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip()
    return [segment for segment in joined if segment != ""]
