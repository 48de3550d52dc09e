#!/usr/bin/env python3
"""Write FINDINGS.md, the page that explains every finding. With ``--check`` nothing is written: exit code 1 says that it is out of date."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from answerbook.book.catalogue import CATALOGUE
from answerbook.checks.catalogue import KINDS as CHECKED
from answerbook.site.catalogue import KINDS as BUILT

if TYPE_CHECKING:
    from answerbook.book.catalogue import FindingKind

PAGE = Path(__file__).resolve().parents[1] / "FINDINGS.md"
HEAD = """\
# Findings

`answerbook check` and the build say what is wrong as `file:line:column: AB012 sentence. Hint.` An id never changes
meaning and is never used again. This page lists them all; it is written by `scripts/make_findings.py` from the catalogues in the code.

A finding marked ● keeps the book from being used until it is mended; the others are told beside whatever can be done.
"""
#: Where a group of ids begins, and what it is about.
GROUPS = {
    "AB001": "Reading any file of the book",
    "AB020": "The shape of pricing.yaml, words and front matter",
    "AB040": "What pricing.yaml means",
    "AB100": "Articles",
    "AB150": "Examples and prose",
    "AB160": "The built site",
    "AB180": "The browser engine",
    "AB190": "Messages of the package",
    "AB300": "Settings and pages of the site",
}


def page() -> str:
    """The whole page."""
    kinds: dict[str, FindingKind] = {**CATALOGUE, **CHECKED, **BUILT}
    starts = [*GROUPS, "AB999"]
    parts = [HEAD]
    for start, end in pairwise(starts):
        rows = [_row(kind) for name, kind in sorted(kinds.items()) if start <= name < end]
        parts.append("\n".join([f"## {GROUPS[start]}", "", "| id | | what | why |", "| --- | --- | --- | --- |", *rows]) + "\n")
    return "\n".join(parts)


def _row(kind: FindingKind) -> str:
    blocks = "●" if kind.id in CATALOGUE and kind.blocking else ""
    return f"| {kind.id} | {blocks} | {kind.title} | {kind.explanation} |"


def main(arguments: list[str]) -> int:
    """Return 0 when the page is written or, with ``--check``, is up to date."""
    if "--check" in arguments:
        return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
