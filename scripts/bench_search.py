#!/usr/bin/env python3
"""How good, how light and how fast the search is, beside its peers and by itself: Markdown tables.

Needs the test environment (`scripts/test.py` sets it up), Node with npm, and a Chromium: `.venv/bin/python scripts/bench_search.py compare
PAGES QUERIES --lang nl`. PAGES is a folder of Markdown, QUERIES a file of JSON lines ``{"q", "doc", "kind"}``: ``doc`` is the one page
that counts as found, as its file name without suffix. Descriptions stay out of every index, also where a page repeats its own: questions
tend to be made from them. `scripts/BENCH_SEARCH.md` has the last results, conditions and limits.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from bench_search.engines import NAMES
from environment import CACHE

COMMANDS = {
    "compare": "ours and its peers: quality, bytes, latency, build, memory",
    "scale": "ours at page counts, beyond the folder's own with pages made from them",
    "browser": "ours in Chromium at page counts: warm questions, first visits, requests and bytes",
    "parity": "Python and the browser's modules give the same bytes for thousands of questions",
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = made.add_subparsers(dest="command", required=True)
    for name, about in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("pages", type=Path)
        command.add_argument("queries", type=Path)
        command.add_argument("--lang", required=True)
        command.add_argument("--most-queries", type=int, help="of each kind, evenly spread")
        command.add_argument("--cache", type=Path, default=CACHE / "bench_search")
        if name in {"compare", "parity"}:
            command.add_argument("--most-pages", type=int, help="evenly spread by path")
        if name in {"compare", "browser"}:
            command.add_argument("--engines", nargs="+", default=NAMES if name == "compare" else ["ours"], choices=NAMES)
        if name in {"compare", "scale"}:
            command.add_argument("--colds", type=int, default=200, help="first visits, where bytes depend on the question")
        if name in {"scale", "browser"}:
            command.add_argument("--sizes", type=int, nargs="+", default=[200, 2_000], help="numbers of pages")
        if name == "parity":
            command.add_argument("--count", type=int, default=10_000, help="questions, the given ones included")
    return made


def main() -> int:
    """Return 0 when the figures are printed; for `parity` 1 when the engines differ."""
    options = parser().parse_args()
    status: int = import_module(f"bench_search.{options.command}").run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
