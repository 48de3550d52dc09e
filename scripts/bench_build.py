#!/usr/bin/env python3
"""Build time of the demo against the same pages under plain Material with its own search: in turn, same machine, same run.

Needs the test environment: `.venv/bin/python scripts/bench_build.py [RUNS]`. Quote the ratio, not the seconds.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PLAIN = """
site_name: Plain
site_url: https://help.example.org/
theme: {name: material, language: nl, font: false}
markdown_extensions: [attr_list, md_in_html, tables, admonition, {toc: {permalink: false}}]
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: nl, name: Nederlands, default: true, build: true}
        - {locale: en, name: English, build: true}
"""


def plain_pages(folder: Path) -> int:
    """Write the demo's pages, references resolved, as an ordinary MkDocs folder; return how many."""
    from answerbook.book import load
    from answerbook.site.plan import make_plan

    book = load(ROOT)
    count = 0
    for language, pages in make_plan(book, ROOT, "2026-11-23").pages.items():
        for page in pages:
            target = folder / "docs" / language / page.src
            target.parent.mkdir(parents=True, exist_ok=True)
            parts = [f"# {page.title}"]
            for section in page.sections:
                parts += [f"## {section.heading}"] if section.heading else []
                parts.append(re.sub(r"([<&{])", r"\\\1", section.text))
            target.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
            count += 1
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    return count


def timed(folder: Path, out: Path) -> float:
    """Seconds of one whole `mkdocs build` of ``folder``."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml"), "-d", str(out)]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True)
    return time.perf_counter() - start


def main() -> int:
    """Print the medians and the paired ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain"
        pages = plain_pages(plain)
        pairs = [(timed(ROOT, Path(scratch) / "a"), timed(plain, Path(scratch) / "b")) for _ in range(runs + 1)][1:]
    ours, theirs = zip(*pairs, strict=True)
    ratio = statistics.median(a / b for a, b in pairs)
    print("| pages | runs | answerbook, median s | plain Material and search, median s | ratio, median of pairs |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| {pages} | {runs} | {statistics.median(ours):.2f} | {statistics.median(theirs):.2f} | {ratio:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
