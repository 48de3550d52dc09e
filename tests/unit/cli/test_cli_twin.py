"""The twin in Node as a program."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.node import BROWSER, find_node
from tests.site.sites import DAY

if TYPE_CHECKING:
    from pathlib import Path


def node(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([find_node(), str(BROWSER / "cli.mjs"), *map(str, arguments)], input=stdin, capture_output=True, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["quote"],
        ["dance", "--site", ".", "--jsonl"],
        ["quote", "--site", ".", "--jsonl", "--limit", "0"],
        ["quote", "--site", ".", "--jsonl", "--what"],
        ["quote", "search", "--site", ".", "--jsonl"],
    ],
)
def test_the_twin_says_how_it_is_called(arguments: list[str]) -> None:
    done = node(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"usage: node cli.mjs" in done.stderr


def test_the_twin_refuses_days_and_languages_that_are_none(shop: Path) -> None:
    done = node("quote", "--site", shop / "site", "--jsonl", "--as-of", "2026-02-30")
    assert (done.returncode, done.stderr) == (2, b"2026-02-30: no existing day written as YYYY-MM-DD.\n")
    done = node("quote", "--site", shop / "site", "--jsonl", "--lang", "xx")
    assert (done.returncode, done.stderr) == (2, b"xx: no such language on this site; it has en, nl\n")


@pytest.mark.parametrize(
    "manifest", [None, b"", b"{", b"null", b"[]", b'{"format":"answerbook-site/1"}', b'{"format":"answerbook-site/9"}']
)
@pytest.mark.parametrize("command", ["quote", "ask"])
def test_the_twin_of_a_broken_site_stops_with_a_sentence(command: str, manifest: bytes | None, tmp_path: Path) -> None:
    if manifest is not None:
        (tmp_path / "answerbook").mkdir()
        (tmp_path / "answerbook" / "manifest.json").write_bytes(manifest)
    done = node(command, "--site", tmp_path, "--jsonl", stdin=b"{}\n")
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert said.startswith(f"{tmp_path}: this folder holds no complete answerbook site. ")
    assert said.endswith(".\n")
    assert said.count("\n") == 1
    for raw in ("    at ", "ENOENT", "ENOTDIR", "JSON", "undefined or null", "properties of"):
        assert raw not in said


def test_the_twin_answers_a_line_before_the_next_one_comes(shop: Path) -> None:
    arguments = [find_node(), str(BROWSER / "cli.mjs"), "quote", "--site", str(shop / "site"), "--as-of", DAY, "--jsonl"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        for number in range(3):
            talk.stdin.write(b'{"id":%d}\n' % number)
            talk.stdin.flush()
            assert talk.stdout.readline() == b'{"error":"missing_field: buy","id":%d}\n' % number
        talk.stdin.close()
