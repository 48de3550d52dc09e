"""Every engine of the comparison: how it is built, what a page needs to know to ask it, which of its files are what."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from environment import node

from . import pages, peers
from .measure import Usage, measured

NAMES = ("ours", "minisearch", "pagefind", "material", "orama", "flexsearch", "lunr")
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Built:
    """An index: its engine, its folder, what a page must know to open it, and what building it used."""

    engine: str
    folder: Path
    settings: dict[str, str]
    usage: Usage

    @property
    def by_question(self) -> bool:
        """Whether what a browser fetches depends on the question; else it is the whole index."""
        return self.engine in {"ours", "pagefind"}

    def is_text(self, path: str) -> bool:
        """Whether a file of the index holds only what is shown of pages that were found."""
        if self.engine == "pagefind":
            return path.startswith("fragment/")
        return self.engine == "ours" and Path(path).name.startswith("texts")

    def is_index(self, path: str) -> bool:
        """Whether a file of the folder is data; Pagefind puts its clients beside them."""
        return self.engine != "pagefind" or "/" in path or path.endswith((".pf_meta", "-entry.json"))


@dataclass(frozen=True, slots=True)
class Workshop:
    """Builds engines over the pages of ``work/pages.jsonl``; ``packages`` holds the peers."""

    work: Path
    lang: str
    packages: Path

    @property
    def source(self) -> Path:
        """The pages, one a line."""
        return self.work / "pages.jsonl"

    def build(self, engine: str) -> Built:
        """Build one engine's index afresh, in a process of its own."""
        folder = self.work / engine
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        usage, said = measured(self._command(engine, folder))
        settings = {"lang": self.lang}
        if engine == "ours":
            settings["manifest"] = said
        if engine == "material":
            settings["worker"] = next((peers.material() / "workers").glob("search.*.js")).name
        return Built(engine, folder, settings, usage)

    def _command(self, engine: str, folder: Path) -> list[str | Path]:
        if engine == "pagefind":
            return self._pagefind(folder)
        if engine in {"ours", "material"}:
            return [sys.executable, "-m", f"bench_search.build_{engine}", self.source, folder, self.lang]
        return [node(), "--max-old-space-size=8192", HERE / "build.mjs", engine, self.source, folder, self.packages, self.lang]

    def _pagefind(self, folder: Path) -> list[str | Path]:
        site = self.work / "pagefind-site"
        shutil.rmtree(site, ignore_errors=True)
        for page in pages.read(self.source):
            target = site / f"{page.url}.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            head = f'<!doctype html><html lang="{self.lang}"><meta charset="utf-8"><title></title>'
            target.write_text(f"{head}<main data-pagefind-body>{pages.markup(page)}</main></html>", encoding="utf-8")
        return [peers.pagefind(self.packages), "--site", site, "--output-path", folder, "--quiet"]
