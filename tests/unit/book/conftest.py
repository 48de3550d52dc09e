"""A small library's book, and what is said of it when something in it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answerbook.book import read
from answerbook.book.reading import parse_pricing
from library import FILES, PRICING, changed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pricing():
    """What is said of the library's pricing.yaml after some changes."""

    def told(*changes: tuple[str, str]) -> list[str]:
        return [str(finding) for finding in parse_pricing(changed(PRICING, *changes))[1]]

    return told


@pytest.fixture
def library(tmp_path: Path):
    """Write the library's folder, with some files changed (None: left out), and read it."""

    def written(**files: str | bytes | None):
        for name, text in {**FILES, **files}.items():
            if text is not None:
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        book, findings = read(tmp_path)
        return book, [str(finding) for finding in findings]

    return written
