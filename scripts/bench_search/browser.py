"""Questions and first visits in a real Chromium, at growing numbers of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import growth, pages, peers, weigh
from .chromium import chromium, cold, warm
from .compare import LIMIT, SHOWN, site_of
from .engines import Workshop
from .serve import served
from .tables import both, kilobytes, say, share, table

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from playwright.sync_api import Browser

    from .engines import Built

COLDS = 9
HEAD = [
    *("engine", "pages", "questions", "query ms, first time", "query ms, again", "cold first list ms", "requests", "kB over the wire"),
    "page MB",
]


def run(options: Namespace) -> int:
    """Print the table: every engine at every number of pages."""
    documents = pages.prepared(options.pages)
    packages = peers.install(options.cache)
    rows = []
    with chromium() as browser:
        for size in sorted(options.sizes):
            chosen = list(growth.grown(documents, size, options.lang))
            questions = [query["q"] for query in pages.asked(options.queries, chosen, options.most_queries)]
            workshop = Workshop(options.cache.resolve() / f"browser-{options.lang}", options.lang, packages)
            pages.write(chosen, workshop.source)
            for engine in options.engines:
                say(f"{size:,} pages: {engine}")
                rows.append([peers.label(engine), f"{size:,}", *_measured(browser, workshop.build(engine), packages, questions)])
                say(" | ".join(rows[-1]))
    print(f"Language {options.lang}. Times: median / 95%; cold: median of {COLDS} visits.\n")
    print(table(HEAD, rows))
    return 0


def _measured(browser: Browser, built: Built, packages: Path, questions: list[str]) -> list[str]:
    with served(site_of(built, weigh.folder(built.folder), packages)) as site:
        first = pages.spread(questions, COLDS)
        cold(browser, site, built, first[0], SHOWN)
        visits = [cold(browser, site, built, question, SHOWN) for question in first]
        twice = warm(browser, site, built, questions * 2, LIMIT)
    return [
        f"{len(questions):,}",
        both(twice.ms[: len(questions)]),
        both(twice.ms[len(questions) :]),
        f"{share([visit.ms for visit in visits], 0.5):,.0f}",
        f"{share([len(visit.fetched) for visit in visits], 0.5):,.0f}",
        kilobytes([sum(size for _, size in visit.fetched) for visit in visits]),
        f"{twice.megabytes:,.0f}",
    ]
