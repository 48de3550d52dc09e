"""Builds this project's index: `python -m bench_search.build_ours PAGES.jsonl FOLDER LANG`.

Writes every file that a browser reads and prints the manifest's path.
"""

from __future__ import annotations

import sys
from pathlib import Path

from answerbook.search.engine import build

from .pages import read


def main() -> None:
    """Build and write."""
    pages, folder, lang = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    manifest, files = build(read(pages), lang).files()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    print(manifest)


if __name__ == "__main__":
    main()
