#!/usr/bin/env python3
"""Write the vectors of one operation with the Python engine: ``python scripts/make_vectors.py quotes`` writes tests/vectors/quotes.jsonl.

With ``--check`` nothing is written: exit code 1 says that the file is not what would be written.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "vectors"


def content(name: str) -> str:
    """What the vector file ``<name>.jsonl`` holds, one JSON object a line."""
    return "".join(f"{line}\n" for line in import_module(f"vectors.{name}").lines())


def main(arguments: list[str]) -> int:
    """Return 0 when the files are written or, with ``--check``, are up to date."""
    stale = False
    for name in [argument for argument in arguments if not argument.startswith("-")]:
        path, text = FOLDER / f"{name}.jsonl", content(name)
        if "--check" in arguments:
            stale = stale or not path.exists() or path.read_text(encoding="utf-8") != text
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
