#!/usr/bin/env python3
"""How well, how light and how fast the search is beside MiniSearch and lunr: a Markdown table.

Needs the package's environment, Node and npm: `.venv/bin/python scripts/bench_search.py PAGES QUERIES --lang nl`. PAGES is a folder of
Markdown, QUERIES a file of JSON lines ``{"q", "doc", "kind"}``: ``doc`` is the one page that counts as found, as its file name without
suffix. Descriptions stay out of every index, also where a page repeats its own: questions tend to be made from them.
Peers are installed from their own packages into the cache folder, at the versions below.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from statistics import mean, quantiles

from answerbook.search.documents import Document, from_folder
from answerbook.search.engine import Engine, build
from answerbook.search.requests import search

PEERS = {"minisearch": "7.2.0", "lunr": "2.3.9", "lunr-languages": "1.22.0"}
ENGINES = ("ours", "minisearch", "lunr")
LIMIT, COLD = 10, 200


def prepared(folder: Path, most: int | None) -> list[Document]:
    """The pages of a folder without what they say about themselves in their front matter."""
    pages = []
    for document in from_folder(folder)[:most]:
        parts = tuple(
            replace(part, text=part.text.replace(document.description, "") if document.description else part.text)
            for part in document.parts
        )
        pages.append(replace(document, parts=parts, description="", keywords=""))
    return pages


def asked(path: Path, known: set[str], most: int | None) -> list[dict[str, str]]:
    """The questions whose page is there; at most so many of a kind."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["doc"] in known:
            rows[row["kind"]].append(row)
    return [row for kind in sorted(rows) for row in rows[kind][:most]]


def prepare(work: Path, lang: str, pages: list[Document], queries: list[dict[str, str]]) -> tuple[Engine, float]:
    """Write what Node reads; the engine and the seconds it took to build it with its files."""
    shutil.rmtree(work, ignore_errors=True)
    (work / "files").mkdir(parents=True)
    rows = [{"id": page.url, "title": page.title, "headings": page.headings, "body": page.body} for page in pages]
    began = time.perf_counter()
    engine = build(pages, lang)
    manifest, files = engine.files()
    seconds = time.perf_counter() - began
    for path, content in files.items():
        target = work / "files" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    about = {"lang": lang, "limit": LIMIT, "cold": COLD}
    for name, value in {"about": about, "pages": rows, "queries": queries, "ours-index": {"manifest": manifest}}.items():
        (work / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
    return engine, seconds


def peers(cache: Path) -> Path:
    """The folder with the peers' packages, installed when they are not there."""
    if not all((cache / "node_modules" / name).is_dir() for name in PEERS):
        cache.mkdir(parents=True, exist_ok=True)
        (cache / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", *(f"{name}@{version}" for name, version in PEERS.items())], cwd=cache, check=True
        )
    return cache.resolve()


def run(engine: str, work: Path, packages: Path) -> dict[str, object]:
    """What an engine answered."""
    script = Path(__file__).with_suffix(".mjs")
    subprocess.run(["node", str(script), engine, str(work.resolve()), str(packages)], check=True)
    result: dict[str, object] = json.loads((work / f"{engine}.json").read_text(encoding="utf-8"))
    return result


def quality(queries: list[dict[str, str]], answers: list[dict[str, object]]) -> dict[str, float]:
    """The mean reciprocal rank of the page that counts, for each kind of question."""
    ranks: dict[str, list[float]] = defaultdict(list)
    for query, answer in zip(queries, answers, strict=True):
        found = [Path(url).stem for url in answer["found"]]
        ranks[query["kind"]].append(1 / (found.index(query["doc"]) + 1) if query["doc"] in found else 0.0)
    return {kind: mean(values) for kind, values in ranks.items()}


def row(name: str, result: dict[str, object], queries: list[dict[str, str]], kinds: list[str]) -> str:
    """One engine's line of the table."""
    answers = result["answers"]
    ranks = quality(queries, answers)
    times = quantiles([answer["ms"] for answer in answers], n=20)
    empty = sum(not answer["found"] for answer in answers) / len(answers)
    most = f" / {result['most'] / 1000:.0f}" if "most" in result else ""
    cells = [f"{ranks[kind]:.3f}" for kind in kinds]
    overall = mean(ranks[kind] for kind in kinds if kind != "title")
    cells += [
        f"**{overall:.3f}**",
        f"{empty:.1%}",
        f"{result['first'] / 1000:.0f}{most}",
        f"{result['build']:.1f}",
        f"{times[9]:.1f} / {times[18]:.1f}",
    ]
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--most-pages", type=int, help="take only the first pages, by path")
    parser.add_argument("--most-queries", type=int, help="of each kind")
    parser.add_argument("--engines", nargs="+", default=ENGINES, choices=ENGINES)
    parser.add_argument("--cache", type=Path, default=Path(".cache/bench_search"))
    options = parser.parse_args()
    pages = prepared(options.pages, options.most_pages)
    queries = asked(options.queries, {Path(page.url).stem for page in pages}, options.most_queries)
    work = options.cache / "work"
    engine, seconds = prepare(work, options.lang, pages, queries)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    packages = peers(options.cache)
    kinds = sorted({query["kind"] for query in queries})
    print(f"{len(pages)} pages, {len(queries)} questions, {options.lang}; building ours took at most {megabytes:.0f} MB of memory.\n")
    print(f"| engine | {' | '.join(kinds)} | mean but title | empty | first result kB | build s | query ms |")
    print("|---" * (len(kinds) + 6) + "|")
    for name in options.engines:
        result = run(name, work, packages)
        if name == "ours":
            result["build"] = seconds
            found = [[hit["url"].split("#")[0] for hit in search(engine, {"q": query["q"]})["hits"]] for query in queries]
            same = sum(python == browser["found"] for python, browser in zip(found, result["answers"], strict=True))
        print(row(name, result, queries, kinds), flush=True)
    if "ours" in options.engines:
        print(f"\nPython and browser give the same pages in the same order for {same} of {len(queries)} questions.")


if __name__ == "__main__":
    main()
