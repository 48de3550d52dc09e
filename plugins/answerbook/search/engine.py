"""A search engine for the documents of one language: built, opened, asked, written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from . import export, index
from .analysis import Analyzer
from .documents import Document, from_folder, from_pages, ordered
from .passages import Passage, Places
from .query import Plan, Planner, Ranker
from .source import BrokenIndexError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["BrokenIndexError", "Document", "Engine", "build", "from_folder", "from_pages", "open_index", "write"]

MANIFEST, WHOOSH = "manifest.json", "whoosh"
FORMAT = "answerbook-index/1"


class Engine:
    """Answers questions about one index."""

    def __init__(self, source: index.WhooshIndex) -> None:
        """Ask ``source``."""
        self.source = source
        analyzer = Analyzer(source.lang)
        self._planner = Planner(source, analyzer)
        self._ranker = Ranker(source, source.sizes)
        self._places = Places(analyzer, self._ranker)

    @property
    def stems(self) -> bool:
        """Whether the language has a stemmer here; if not, words are only folded."""
        return Analyzer(self.source.lang).stems

    def find(self, question: str, limit: int) -> tuple[Plan, list[tuple[Document, int, Passage]]]:
        """What was looked for, and the best documents with their score in millionths and the passage to show."""
        plan = self._planner.plan(question)
        ranked = [(self.source.document(number), units) for number, units in self._ranker.rank(plan, limit)]
        return plan, [(document, units, self._places.passage(document, plan)) for document, units in ranked]

    def files(self) -> tuple[str, dict[str, bytes]]:
        """The path of the browser's manifest, and every file it reads, by path: ``search/<lang>/…``."""
        return export.files(self.source)


def build(documents: Iterable[Document], lang: str, synonyms: Iterable[Iterable[str]] = (), folder: Path | None = None) -> Engine:
    """Index documents of one language, in memory or in ``folder``; words of one group of ``synonyms`` find each other."""
    return Engine(index.create(ordered(documents), lang, synonyms, folder))


def write(documents: Iterable[Document], lang: str, out: Path, synonyms: Iterable[Iterable[str]] = ()) -> Engine:
    """Build an index into ``out``: the Whoosh index, the files for browsers and a manifest that says where each is."""
    engine = build(documents, lang, synonyms, out / WHOOSH)
    manifest, files = engine.files()
    for stale in (out / manifest).parent.glob("*.????????.*"):
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
