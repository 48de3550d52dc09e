from __future__ import annotations

from pathlib import Path

import pytest
from answerbook.book import load

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def demo():
    return load(ROOT, faq=False)


@pytest.fixture(scope="session")
def studio():
    return load(ROOT / "tests" / "books" / "studio", faq=False)
