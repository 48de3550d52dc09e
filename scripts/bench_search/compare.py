"""This project's search beside its peers: quality, bytes, latency, build and memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from answerbook.site.export import JS, browser_modules

from . import pages, peers, weigh
from .chromium import Cold, Warm, chromium, cold, warm
from .engines import HERE, Built, Workshop
from .serve import Site, served
from .tables import both, by_kind, kilobytes, rank, say, share, table

if TYPE_CHECKING:
    from argparse import Namespace

    from playwright.sync_api import Browser

LIMIT, SHOWN = 10, 5


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of one engine."""

    built: Built
    files: dict[str, weigh.Packed]
    colds: list[Cold]
    warm: Warm

    def first(self, *, texts: bool) -> list[float]:
        """Bytes before the first list, for each first visit; with or without what only shows pages that were found."""
        skipped = (lambda _: False) if texts else self.built.is_text
        return [sum(size for path, size in one.fetched if not skipped(path.removeprefix("/index/"))) for one in self.colds]


def site_of(built: Built, files: dict[str, weigh.Packed], packages: Path) -> Site:
    """A site with an engine's index, every client and the benchmark's own scripts."""
    browser = built.folder.parent / "browser"
    for path, content in browser_modules():
        target = browser / path.removeprefix(JS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    folders = {"clients": HERE / "clients", "packages": packages, "browser": browser, "material": peers.material()}
    return Site(built.settings["lang"], files, folders)


def result_of(browser: Browser, built: Built, packages: Path, questions: list[str], colds: int) -> Result:
    """Visit an engine's site: first visits with questions at even distances, then every question in one page."""
    files = weigh.folder(built.folder)
    with served(site_of(built, files, packages)) as site:
        say(f"{built.engine}: first visits")
        first = pages.spread(questions, colds if built.by_question else min(colds, 9))
        cold(browser, site, built, first[0], SHOWN)
        visits = [cold(browser, site, built, question, SHOWN) for question in first]
        say(f"{built.engine}: {len(questions)} questions")
        return Result(built, files, visits, warm(browser, site, built, questions, LIMIT))


def run(options: Namespace) -> int:
    """Print the two tables of one language."""
    documents = pages.prepared(options.pages, options.most_pages)
    queries = pages.asked(options.queries, documents, options.most_queries)
    questions = [query["q"] for query in queries]
    workshop = Workshop(options.cache.resolve() / f"compare-{options.lang}", options.lang, peers.install(options.cache))
    pages.write(documents, workshop.source)
    quality, cost = [], []
    with chromium() as browser:
        for engine in options.engines:
            say(f"{engine}: build")
            result = result_of(browser, workshop.build(engine), workshop.packages, questions, options.colds)
            quality.append(_quality(result, queries))
            cost.append(_cost(result))
            say(" | ".join([*quality[-1], *cost[-1][1:]]))
    kinds = sorted({query["kind"] for query in queries})
    print(f"{len(documents):,} pages, {len(queries):,} questions, language {options.lang}\n")
    print(table(["MRR@10", *kinds, "mean but title", "typo / short", "empty"], quality))
    print(table(COST, cost))
    return 0


COST = [
    *("cost", "first list kB", "with snippets kB", "index kB", "snippets' texts kB", "build s wall / CPU", "build MB"),
    *("query ms", "first list ms", "page MB"),
]


def _quality(result: Result, queries: list[dict[str, str]]) -> list[str]:
    found = [[Path(url).stem for url in urls] for urls in result.warm.found]
    kinds = [query["kind"] for query in queries]
    ranks = by_kind(kinds, [rank(urls, query["doc"]) for urls, query in zip(found, queries, strict=True)])
    overall = mean([value for kind, value in ranks.items() if kind != "title"] or [0.0])
    kept = f"{ranks['typo'] / ranks['short']:.2f}" if ranks.get("short") and "typo" in ranks else "–"
    empty = mean(not urls for urls in found)
    return [peers.label(result.built.engine), *(f"{value:.3f}" for value in ranks.values()), f"**{overall:.3f}**", kept, f"{empty:.1%}"]


def _cost(result: Result) -> list[str]:
    built, usage = result.built, result.built.usage
    texts = weigh.total(result.files, built.is_text)
    index = weigh.total(result.files, lambda path: built.is_index(path) and not built.is_text(path))
    return [
        peers.label(built.engine),
        kilobytes(result.first(texts=False)),
        kilobytes(result.first(texts=True)),
        f"{index / 1000:,.0f}",
        f"{texts / 1000:,.0f}" if texts else "–",
        f"{usage.wall:.1f} / {usage.cpu:.1f}",
        f"{usage.megabytes:,.0f}",
        both(result.warm.ms),
        f"{share([one.ms for one in result.colds], 0.5):,.0f}",
        f"{result.warm.megabytes:,.0f}",
    ]
