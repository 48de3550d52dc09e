"""Both engines against the vectors: what Python answered once it answers still, and the browser answers the same to the byte."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from answerbook import canonical, lines
from answerbook.book import compile_book, load
from answerbook.engine.requests import answer
from answerbook.engine.verify import verify_answer

from tests.node import run_node

if TYPE_CHECKING:
    from answerbook.book.model import Book

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TODAY = "2026-11-02"
FOLDERS = {"demo": ROOT, "studio": ROOT / "tests" / "books" / "studio"}


@pytest.fixture(scope="module")
def books() -> dict[str, Book]:
    return {name: load(folder, faq=False) for name, folder in FOLDERS.items()}


@pytest.fixture(scope="module")
def vectors() -> list[dict[str, str]]:
    return [json.loads(line) for line in (HERE / "quotes.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")]


@pytest.fixture(scope="module")
def answers(books: dict[str, Book], vectors: list[dict[str, str]]) -> list[dict[str, object]]:
    return [lines.respond(one["line"].encode(), lambda request, one=one: answer(books[one["book"]], request, TODAY)) for one in vectors]


def test_there_are_vectors_of_every_kind(vectors) -> None:
    assert len(vectors) >= 2500
    assert sum("proof" in one for one in vectors) >= 1000
    assert (HERE / "quotes.jsonl").stat().st_size < 1_500_000


def test_python_answers_what_the_vectors_say(vectors, answers) -> None:
    for vector, got in zip(vectors, answers, strict=True):
        short = {key: value for key, value in got.items() if key != "steps"}
        assert short == vector["answer"], vector["line"]
        if "steps" in got:
            assert canonical.digest(got["steps"])[:16] == vector["proof"], vector["line"]


def test_the_vectors_are_what_the_script_writes() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "make_vectors.py"), "quotes", "--check"]
    assert subprocess.run(command, check=False).returncode == 0, "run scripts/make_vectors.py quotes"


def test_the_browser_answers_the_same_bytes(books, vectors, answers) -> None:
    head = {"today": TODAY, "books": {name: compile_book(book) for name, book in books.items()}}
    asked = [{"book": one["book"], "line": one["line"]} for one in vectors]
    got = run_node(HERE / "quotes.mjs", stdin="\n".join(json.dumps(line) for line in [head, *asked])).split("\n")
    assert len(got) == len(answers)
    for vector, python, browser in zip(vectors, answers, got, strict=True):
        assert browser == canonical.dumps(python), vector["line"]


def test_every_answer_with_a_proof_convinces_the_verifier(books, vectors, answers) -> None:
    told = {}
    for vector, got in zip(vectors, answers, strict=True):
        if "steps" not in got:
            continue
        request = json.loads(vector["line"])
        key = (vector["book"], request.get("today", TODAY))
        compiled = told.setdefault(key, compile_book(books[key[0]], key[1]))
        assert verify_answer(compiled, request, got) == [], vector["line"]
