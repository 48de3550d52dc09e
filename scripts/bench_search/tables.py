"""Figures as Markdown."""

from __future__ import annotations

import sys
import time
from statistics import mean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def share(values: Sequence[float], part: float) -> float:
    """The smallest value that so large a part of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-len(ordered) * part // 1) - 1))]


def both(values: Sequence[float], digits: int = 1) -> str:
    """Median and 95% of values, as ``median / 95%``."""
    return f"{share(values, 0.5):,.{digits}f} / {share(values, 0.95):,.{digits}f}"


def kilobytes(values: Sequence[float]) -> str:
    """Median and 95% of bytes in kB; one figure when they are the same."""
    median, most = (f"{share(values, part) / 1000:,.0f}" for part in (0.5, 0.95))
    return median if median == most else f"{median} / {most}"


def rank(found: Sequence[str], wanted: str) -> float:
    """The reciprocal of the place of the page that counts; 0 when it was not found."""
    return 1 / (found.index(wanted) + 1) if wanted in found else 0.0


def by_kind(kinds: Iterable[str], values: Iterable[float]) -> dict[str, float]:
    """The mean value of each kind."""
    grouped: dict[str, list[float]] = {}
    for kind, value in zip(kinds, values, strict=True):
        grouped.setdefault(kind, []).append(value)
    return {kind: mean(grouped[kind]) for kind in sorted(grouped)}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first stand to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def say(text: str) -> None:
    """Tell who waits what happens now, apart from the tables."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)
