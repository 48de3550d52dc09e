"""What the languages write and read, in both engines, to the byte."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from answerbook import canonical
from answerbook.language import load
from answerbook.language.requests import parse

from tests.node import run_node

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LANGUAGES = ("nl", "en", "de", "fr")


def vectors(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").rstrip("\n").split("\n")]


def browser(lines: list[dict[str, object]]) -> list[str]:
    packs = {lang: {"formats": load(lang).pack(), "reading": load(lang).reading_pack()} for lang in LANGUAGES}
    return run_node(HERE / "language.mjs", stdin="\n".join(json.dumps(line) for line in [packs, *lines])).split("\n")


def test_the_vectors_are_what_the_script_writes() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "make_language_vectors.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0, "run scripts/make_language_vectors.py"


@pytest.mark.parametrize(("lang", "fewest"), [("nl", 600), ("en", 600), ("de", 150), ("fr", 150)])
def test_the_browser_reads_what_python_reads(lang: str, fewest: int) -> None:
    lines = vectors(f"parse.{lang}.jsonl")
    assert len(lines) >= fewest
    asked = [{"lang": lang, **{key: line[key] for key in ("text", "reference") if key in line}} for line in lines]
    for line, request, got in zip(lines, asked, browser(asked), strict=True):
        want = {"entities": line["entities"]}
        assert parse(request, lang) == want, line["text"]
        assert got == canonical.dumps(want), line["text"]


def test_the_browser_writes_what_python_writes() -> None:
    lines = vectors("formats.jsonl")
    assert {line["call"] for line in lines} == {"money", "date", "multiple", "percent", "number", "period", "join", "plural"}
    for line, got in zip(lines, browser(lines), strict=True):
        assert got == canonical.dumps(line["out"]), line
