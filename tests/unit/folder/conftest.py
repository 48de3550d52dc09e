"""A folder of two pages, and its index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from folders import write

from tests.running import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write(
        tmp_path / "pages", {"duck.md": "# Duck\n\nA duck swims.\n\n## Food\n\nBread is bad.\n", "goose.md": "# Goose\n\nA goose flies.\n"}
    )


@pytest.fixture
def index(pages: Path, tmp_path: Path) -> Path:
    assert run("index", pages, tmp_path / "out", "--lang", "en").exit_code == 0
    return tmp_path / "out"
