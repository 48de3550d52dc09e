"""Folders of Markdown to index, and what is said of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.running import run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from click.testing import Result


def write(folder: Path, pages: Mapping[str, str | bytes]) -> Path:
    for name, content in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def found(index: Path, query: str, *options: str) -> list[str]:
    done = run("search", "--index", index, "--jsonl", "--limit", "99", *options, stdin=json.dumps({"q": query}).encode())
    assert done.exit_code == 0, done.stderr
    return [hit["url"] for hit in json.loads(done.stdout)["hits"]]


def refused(done: Result, said: str) -> None:
    """One clear sentence on standard error, nothing on standard output, exit code 2."""
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{said}\n")
