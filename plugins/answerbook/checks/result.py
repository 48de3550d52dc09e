"""What a run of the checks has found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from answerbook.findings import Finding

from .catalogue import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What mends most differences between a book and a site.
REBUILD = "Build the site again."


@dataclass(slots=True)
class Result:
    """What a run found.

    ``counts``: how many things of each kind were compared. ``notes``: what is good to know, and what was not compared and why.
    """

    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def count(self, kind: str, number: int = 1) -> None:
        """Add ``number`` things of ``kind`` that were compared."""
        self.counts[kind] = self.counts.get(kind, 0) + number

    def add(self, kind: str, place: tuple[str, int, int], message: str, hint: str = REBUILD) -> None:
        """A finding of the kind ``kind`` (an id of the catalogue) at file, line and column."""
        self.findings.append(Finding(*place, KINDS[kind].id, message, hint))

    def take(self, findings: Iterable[Finding]) -> None:
        """Findings of another room, each once."""
        known = set(self.findings)
        self.findings += [each for each in findings if each not in known]
