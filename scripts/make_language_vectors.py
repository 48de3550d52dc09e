#!/usr/bin/env python3
"""Write what each language writes and reads: ``python scripts/make_language_vectors.py`` writes parse.<language>.jsonl and formats.jsonl.

With ``--check`` nothing is written: exit code 1 says that a file in tests/vectors is not what would be written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from vectors import formats, parse

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "vectors"


def files() -> dict[str, str]:
    """Every vector file of the language room by its name."""
    written = {f"parse.{lang}.jsonl": parse.lines(lang) for lang in parse.LANGUAGES}
    return {name: "".join(f"{line}\n" for line in lines) for name, lines in {**written, "formats.jsonl": formats.lines()}.items()}


def main(arguments: list[str]) -> int:
    """Return 0 when the files are written or, with ``--check``, are up to date."""
    stale = False
    for name, text in files().items():
        path = FOLDER / name
        if "--check" in arguments:
            stale = stale or not path.exists() or path.read_text(encoding="utf-8") != text
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
