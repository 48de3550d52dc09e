"""A search engine for the documents of one language: built, opened, asked, written."""

from __future__ import annotations

import gc
import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import export, index
from .analysis import Analyzer
from .documents import Document, from_pages, ordered
from .folder import from_folder
from .passages import Passage, Places
from .query import Plan, Planner
from .ranking import Ranker, Ranking
from .source import BrokenIndexError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["BrokenIndexError", "Document", "Engine", "build", "from_folder", "from_pages", "open_index", "write"]

MANIFEST, WHOOSH = "manifest.json", "whoosh"
FORMAT = "answerbook-index/1"


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for, how it ranks, and the hits: document, score in millionths, passage to show."""

    plan: Plan
    ranking: Ranking
    hits: tuple[tuple[Document, int, Passage], ...]
    #: Whether phrases in quotes were taken as plain words, for no document has them.
    unquoted: bool = False


class Engine:
    """Answers questions about one index."""

    def __init__(self, source: index.WhooshIndex) -> None:
        """Ask ``source``."""
        self.source = source
        analyzer = Analyzer(source.lang)
        self._planner = Planner(source, analyzer)
        self._ranker = Ranker(source)
        self._places = Places(analyzer, self._ranker)

    @property
    def stems(self) -> bool:
        """Whether the language has a stemmer here; if not, words are only folded."""
        return Analyzer(self.source.lang).has_stemmer

    def find(self, question: str, limit: int, collection: str | None = None) -> Found:
        """What was looked for, and the best documents with their score in millionths and the passage to show."""
        plan = self._planner.plan(question)
        ranking = self._ranker.rank(plan, limit, collection)
        unquoted = bool(plan.phrases) and not ranking.found
        if unquoted:
            plan = self._planner.plan(question, quotes=False)
            ranking = self._ranker.rank(plan, limit, collection)
        ranked = [(self.source.document(number), units) for number, units in ranking.best]
        hits = tuple((document, units, self._places.passage(document, plan)) for document, units in ranked)
        return Found(plan, ranking, hits, unquoted=unquoted)

    def files(self) -> tuple[str, dict[str, bytes]]:
        """The path of the browser's manifest, and every file it reads, by path: ``search/<lang>/…``."""
        with _uncollected():
            return export.files(self.source)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a search for objects that hold each other: indexing makes millions, none of which do, and would take a tenth longer."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def build(documents: Iterable[Document], lang: str, synonyms: Iterable[Iterable[str]] = (), folder: Path | None = None) -> Engine:
    """Index documents of one language, in memory or in ``folder``; words of one group of ``synonyms`` find each other."""
    with _uncollected():
        return Engine(index.create(ordered(documents), lang, synonyms, folder))


def write(documents: Iterable[Document], lang: str, out: Path, synonyms: Iterable[Iterable[str]] = ()) -> Engine:
    """Build an index into ``out``: the Whoosh index, the files for browsers and a manifest that says where each is."""
    engine = build(documents, lang, synonyms, out / WHOOSH)
    manifest, files = engine.files()
    for stale in (out / manifest).parent.glob("*.*.*"):
        stale.unlink()
    for path, content in files.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    about = {"format": FORMAT, "lang": lang, "whoosh": WHOOSH, "search": manifest}
    (out / MANIFEST).write_text(json.dumps(about, sort_keys=True) + "\n", encoding="utf-8")
    return engine


def open_index(folder: Path) -> Engine:
    """The engine that `write` left in ``folder``. Raises BrokenIndexError with a sentence when it cannot be opened."""
    return Engine(index.load(folder / WHOOSH))
