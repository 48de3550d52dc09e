#!/usr/bin/env python3
"""Lock every package anew for all supported Pythons and systems. Needs uv on the path; review the difference before committing."""

from __future__ import annotations

import shutil
import sys

from environment import OLDEST, ROOT, run


def main() -> int:
    """Return 0 when both lock files were written, 2 without uv."""
    if not shutil.which("uv"):
        print("uv is needed to lock packages: python3 -m pip install uv", file=sys.stderr)
        return 2
    version = ".".join(map(str, OLDEST))
    options = ["--universal", "--python-version", version, "--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]
    options += ["--upgrade"]
    for name, groups in (("site", ["build"]), ("test", ["build", "test"])):
        chosen = [part for group in groups for part in ("--group", group)]
        run("uv", "pip", "compile", "pyproject.toml", *chosen, *options, "-o", ROOT / "requirements" / f"{name}.lock")
    return 0


if __name__ == "__main__":
    sys.exit(main())
