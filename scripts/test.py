#!/usr/bin/env python3
"""Run every test: style, types, layers, then pytest (engines, built sites, real Chromium). Arguments go to pytest."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from environment import BIN, CACHE, ROOT, SetupError, node, prepare, prepare_headless, prepare_typescript, prepare_whoosh_original, say


def _steps(arguments: list[str]) -> list[tuple[str, list[str]]]:
    tsc = [node(), str(CACHE / "typescript/node_modules/typescript/bin/tsc"), "-p"]
    pytest = ("tests", [str(BIN / "python"), "-m", "pytest", *arguments])
    if arguments:
        return [pytest]
    return [
        ("style", [str(BIN / "ruff"), "check", "."]),
        ("format", [str(BIN / "ruff"), "format", "--check", "."]),
        ("types", [str(BIN / "mypy")]),
        ("types of the browser modules", [*tsc, "tsconfig.json"]),
        ("types of the twin in Node", [*tsc, "tests/typescript/tsconfig.json"]),
        ("browser modules as served", [str(BIN / "python"), "scripts/check_modules.py"]),
        ("layers", [str(BIN / "lint-imports")]),
        pytest,
    ]


def main() -> int:
    """Return 0 when every step passed, 1 when one failed, 2 when the machine lacks something."""
    prepare("test")
    prepare_whoosh_original()
    prepare_typescript()
    environment = {**os.environ, "ANSWERBOOK_CHROMIUM": prepare_headless(), "ANSWERBOOK_NODE": node(), "NO_MKDOCS_2_WARNING": "1"}
    failed = []
    for name, command in _steps(sys.argv[1:]):
        say(name)
        start = time.monotonic()
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
        say(f"{name}: {'FAILED' if name in failed else 'ok'} in {time.monotonic() - start:.0f} s")
    if failed:
        say(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SetupError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
