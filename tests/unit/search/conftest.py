"""Engines over the small help centres."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest
from answerbook.search.engine import Engine, build

sys.path.insert(0, str(Path(__file__).parent))


@cache
def _engine(lang: str) -> Engine:
    from corpus import SYNONYMS, documents

    return build(documents(lang), lang, SYNONYMS.get(lang, ()))


@pytest.fixture(scope="session")
def engine():
    """The engine of a language."""
    return _engine


@pytest.fixture(scope="session")
def urls():
    """The URLs of the hits for a question, best first."""

    def ask(lang: str, question: str) -> list[str]:
        from answerbook.search.requests import search

        return [hit["url"] for hit in search(_engine(lang), {"q": question})["hits"]]

    return ask
