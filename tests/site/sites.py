"""Sites built from a file tree in the test, the way a person would build them."""

from __future__ import annotations

import json
import logging
import shutil
import textwrap
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
DAY = "2026-11-23"
EPOCH = "1795392000"

#: A small shop with two items and one article, so that a test says only what it is about. Nothing in it is the demo's.
SHOP = """
pricing.yaml
  | format: answerbook/1
  | languages: [nl, en]
  | currency: EUR
  | time_zone: Europe/Amsterdam
  | sources:
  |   list: {kind: price_list, checked: 2026-01-05}
  | products: [bikes]
  | topics:
  |   hire:
  |     product: bikes
  |     sale:
  |       quantity: {included: by_contract, min: 1, max_digits: 6, source: list}
  |       cycle: {offered: [year], source: list}
  |       term: {starts: order_date, lasts: 1 year, ends: day_before_anniversary, missing_day: last_day_of_month, source: list}
  |       pro_rata:
  |         {when: contract_ends_first, count: days, first_day: in, last_day: in, of: full_term_days, round: half_up_per_line,
  |          credit: unused_days, source: list}
  |       confirmation: {within: 0 days, after: order_date, source: list}
  |       invoice: {within: 14 days, after: confirmation, source: list}
  |       refund: {during_term: none, source: list}
  |     items:
  |       city:
  |         price:
  |           - {from: 2025-01-01, per: year, EUR: 240.00, source: list}
  |     statements:
  |       desk: {kind: contact, source: list}
  | examples:
  |   one_bike:
  |     ask: {buy: {hire.city: 1}, order: 2026-03-01}
  |     get: {total: 240.00, to: 2027-02-28}
  |     because: [hire.city.price, hire.term]
faq/nl/words.yaml
  | words:
  |   bikes: {one: fiets, other: fietsen}
  |   hire: {one: huurfiets, other: huurfietsen}
  |   hire.city: {one: stadsfiets, other: stadsfietsen}
  |   hire.desk: {one: balie, other: balies}
  | collections:
  |   hire: {title: Huren, description: Wat een fiets kost.}
faq/en/words.yaml
  | words:
  |   bikes: {one: bike, other: bikes}
  |   hire: {one: hired bike, other: hired bikes}
  |   hire.city: {one: city bike, other: city bikes}
  |   hire.desk: {one: desk, other: desks}
  | collections:
  |   hire: {title: Hire, description: What a bike costs.}
faq/nl/hire/prices.md
  | ---
  | id: prices
  | title: Een fiets huren
  | description: Wat het kost.
  | collection: hire
  | author: Team Fiets
  | updated: 2026-05-04
  | about: [hire]
  | entries:
  |   bike-price: {asks: [wat kost een fiets]}
  |   bike-desk: {asks: [waar is de balie], rules: [hire.desk]}
  | ---
  | Een fiets huur je per jaar.
  |
  | ## Wat kost een fiets? { #bike-price }
  |
  | Een stadsfiets kost {{ hire.city.price }} per jaar. Zie {{ #bike-desk }}
  |
  | ## Waar is de balie? { #bike-desk }
  |
  | Vooraan{{ cite hire.desk }}.
faq/en/hire/prices.md
  | ---
  | id: prices
  | title: Hiring a bike
  | description: What it costs.
  | collection: hire
  | author: Team Bike
  | updated: 2026-05-04
  | about: [hire]
  | entries:
  |   bike-price: {asks: [what does a bike cost]}
  |   bike-desk: {asks: [where is the desk], rules: [hire.desk]}
  | ---
  | You hire a bike per year.
  |
  | ## What does a bike cost? { #bike-price }
  |
  | A city bike costs {{ hire.city.price }} per year. See {{ #bike-desk }}
  |
  | ## Where is the desk? { #bike-desk }
  |
  | At the front{{ cite hire.desk }}.
docs/nl/index.md
  | ---
  | title: Fietshulp
  | description: Alles over huren.
  | ---
  | Welkom. Een fiets kost {{ hire.city.price }}.
docs/en/index.md
  | ---
  | title: Bike help
  | description: All about hiring.
  | ---
  | Welcome. A bike costs {{ hire.city.price }}.
"""

#: Settings of that shop; a test replaces what it is about.
SETTINGS: dict[str, Any] = {
    "site_name": "Fiets",
    "site_url": "https://bikes.example.org/",
    "theme": {"name": "material"},
    "plugins": [
        "search",
        {
            "i18n": {
                "docs_structure": "folder",
                "languages": [{"locale": "nl", "name": "Nederlands", "default": True}, {"locale": "en", "name": "English"}],
            }
        },
        {"answerbook": {"as_of": DAY}},
    ],
}


@dataclass(frozen=True)
class Built:
    """A built site: its folder, and everything MkDocs logged."""

    folder: Path
    log: list[str]

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def html(self, path: str) -> LexborHTMLParser:
        return LexborHTMLParser(self.read(path))

    def text(self, path: str, selector: str) -> str:
        node = self.html(path).css_first(selector)
        assert node is not None, f"{path} has no {selector}"
        return " ".join(node.text().split())

    def json(self, path: str) -> Any:
        return json.loads(self.read(path))

    def files(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    def pages(self) -> list[str]:
        return sorted(name for name in self.files() if name.endswith(".html"))


def write_tree(folder: Path, tree: str) -> None:
    """Write a tree: a path stands at the start of a line, its content below it behind ``| ``; a path without content is taken away."""
    for path, content in parse_tree(tree).items():
        target = folder / path
        if content is None:
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")


def parse_tree(tree: str) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    path = ""
    for line in textwrap.dedent(tree).splitlines():
        marked = line.strip()
        if marked.startswith("|"):
            found[path] = (found[path] or "") + line.partition("|")[2].removeprefix(" ") + "\n"
        elif marked:
            path = marked
            found[path] = None
    return found


class Project:
    """A folder with a book, built the way a person would: through the settings file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings: dict[str, Any] = json.loads(json.dumps(SETTINGS))
        write_tree(folder, SHOP)

    def write(self, tree: str) -> Project:
        write_tree(self.folder, tree)
        return self

    def plugin(self, name: str) -> dict[str, Any]:
        """The options of a listed plugin, to be changed."""
        return next(one[name] for one in self.settings["plugins"] if isinstance(one, dict) and name in one)

    def without(self, name: str) -> Project:
        self.settings["plugins"] = [one for one in self.settings["plugins"] if name not in ([one] if isinstance(one, str) else one)]
        return self

    def build(self, *, strict: bool = True, command: Literal["build", "serve"] = "build") -> Built:
        return build(self.save(), self.folder / "site", strict=strict, command=command)

    def save(self) -> Path:
        path = self.folder / "mkdocs.yml"
        path.write_text(json.dumps(self.settings), encoding="utf-8")
        return path

    def failure(self) -> str:
        """What the build says when it refuses; fails the test when it does not."""
        with pytest.raises(BuildFailedError) as caught:
            self.build()
        return str(caught.value)


class BuildFailedError(Exception):
    """What was logged when MkDocs aborted."""


class _Memory(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()}")


@contextmanager
def remembered() -> Iterator[list[str]]:
    memory = _Memory()
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(memory)
    try:
        yield memory.lines
    finally:
        logger.removeHandler(memory)
        logger.setLevel(level)


def build(settings: Path, out: Path, *, strict: bool = True, command: Literal["build", "serve"] = "build") -> Built:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    with remembered() as lines:
        try:
            config = load_config(str(settings), site_dir=str(out), strict=strict)
            config.plugins.on_startup(command=command, dirty=False)
            mkdocs_build(config)
            config.plugins.on_shutdown()
        except Abort as error:
            raise BuildFailedError("\n".join([*lines, str(error)])) from None
    return Built(out, lines)


@contextmanager
def reproducible() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        yield
