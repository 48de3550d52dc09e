"""Two texts that should be equal, shown where they part."""

from __future__ import annotations

_BEFORE, _LONGEST = 24, 90


def excerpt(text: str) -> str:
    """The beginning of a text, with an ellipsis when there is more."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def apart(one: str, other: str) -> tuple[str, str]:
    """Excerpts of both texts from a little before where they part."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))
    start = max(0, same - _BEFORE)
    mark = "…" if start else ""
    return mark + excerpt(one[start:]), mark + excerpt(other[start:])
