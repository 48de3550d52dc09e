"""This project's index at growing numbers of pages: build, files, bytes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from . import growth, pages, peers
from .chromium import chromium, cold
from .compare import SHOWN, site_of
from .engines import Built, Workshop
from .serve import served
from .tables import kilobytes, say, table
from .weigh import folder

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from answerbook.search.documents import Document

HEAD = [
    *("pages", "words", "by Heaps' law", "build s wall / CPU", "build MB", "files", "first list kB", "with snippets kB"),
    *("index but texts kB", "by kind of file kB"),
]


def run(options: Namespace) -> int:
    """Print one line for each number of pages, as soon as it is known, and the table at the end."""
    documents = pages.prepared(options.pages)
    questions = [query["q"] for query in pages.asked(options.queries, documents, options.most_queries)]
    power = growth.exponent(documents)
    known = len(counted(documents)[1])
    rows = []
    for size in sorted(options.sizes):
        workshop = Workshop(options.cache.resolve() / f"scale-{options.lang}", options.lang, peers.install(options.cache))
        say(f"{size:,} pages: make")
        words, stream = counting(growth.grown(documents, size, options.lang))
        pages.write(stream, workshop.source)
        law = known * (size / len(documents)) ** power
        say(f"{size:,} pages: build")
        rows.append([f"{size:,}", f"{len(words):,}", f"{law:,.0f}", *measured(workshop.build("ours"), workshop, questions, options.colds)])
        say(" | ".join(rows[-1]))
    print(f"Language {options.lang}, {len(documents):,} pages of the folder's own; Heaps' exponent {power:.2f}.\n")
    print(table(HEAD, rows))
    return 0


def counted(documents: Iterable[Document]) -> tuple[int, set[str]]:
    """How many documents there are, and their different words."""
    words, stream = counting(documents)
    return sum(1 for _ in stream), words


def counting(documents: Iterable[Document]) -> tuple[set[str], Iterator[Document]]:
    """The documents once more, and the set of their different words that fills as they pass."""
    words: set[str] = set()

    def passing() -> Iterator[Document]:
        for document in documents:
            words.update(growth.distinct(document))
            yield document

    return words, passing()


def measured(built: Built, workshop: Workshop, questions: list[str], colds: int) -> list[str]:
    """The cells of an index: what building it used, its files, and what first visitors fetch."""
    say(f"built in {built.usage.wall:.0f} s; compress")
    files = folder(built.folder)
    with served(site_of(built, files, workshop.packages)) as site, chromium() as browser:
        say("first visits")
        visits = [cold(browser, site, built, question, SHOWN).fetched for question in pages.spread(questions, colds)]
    groups: Counter[str] = Counter()
    for path, content in files.items():
        groups[path.rsplit("/", 1)[-1].split(".")[0]] += len(content)
    texts = sum(size for name, size in groups.items() if name.startswith("texts"))
    return [
        f"{built.usage.wall:,.0f} / {built.usage.cpu:,.0f}",
        f"{built.usage.megabytes:,.0f}",
        f"{len(files):,}",
        kilobytes([sum(size for path, size in visit if not built.is_text(path)) for visit in visits]),
        kilobytes([sum(size for _, size in visit) for visit in visits]),
        f"{(groups.total() - texts) / 1000:,.0f}",
        ", ".join(f"{name} {size / 1000:,.0f}" for name, size in groups.most_common()),
    ]
