"""The built site: every figure on every page and in every data file must be the book's."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from answerbook.book import compile_book
from answerbook.content.resolve import resolve
from answerbook.findings import Finding
from answerbook.language import load

from .html import Loose, Marked, PageFigures, read_page

if TYPE_CHECKING:
    from pathlib import Path

    from answerbook.book.model import Book

    from .run import Result

_REBUILD = "Build the site again."


def check_built(book: Book, site: Path, result: Result) -> None:
    """AB160-AB166: figures, entries and data files of a built site that differ from the book of the site's own day."""
    manifest = json.loads((site / "answerbook" / "manifest.json").read_text(encoding="utf-8"))
    as_of = str(manifest.get("as_of", ""))
    _check_data(book, site, manifest, as_of, result)
    pages = {path.relative_to(site).as_posix(): read_page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    for name, page in pages.items():
        result.count("pages", 1)
        for marked in page.marked:
            _check_marked(book, name, marked, as_of, result)
        _check_loose(name, page, result)
    _check_entries(book, site, pages, manifest, result)


def _check_data(book: Book, site: Path, manifest: dict[str, Any], as_of: str, result: Result) -> None:
    folder = site / "answerbook"
    compiled = compile_book(book, as_of)
    if manifest.get("book_hash") != compiled["hash"]:
        message = "the site was built from another pricing.yaml than the one checked."
        result.findings.append(Finding("answerbook/manifest.json", 1, 1, "AB160", message, _REBUILD))
    files = [manifest.get("book"), *(part for language in manifest.get("languages", {}).values() for part in (language["language"], language["answers"]))]
    for name in files:
        result.count("data files", 1)
        if name and (folder / name).is_file() and hashlib.sha256((folder / name).read_bytes()).hexdigest().startswith(name.split(".")[-2]):
            continue
        message = "the data file is absent or not the one its name promises."
        result.findings.append(Finding(f"answerbook/{name}", 1, 1, "AB161", message, _REBUILD))


def _check_marked(book: Book, name: str, marked: Marked, as_of: str, result: Result) -> None:
    result.count("figures", 1)

    def found(finding_id: str, message: str) -> None:
        result.findings.append(Finding(name, marked.line, marked.column, finding_id, message, _REBUILD))

    if not marked.ref or not marked.rule:
        found("AB162", f"the figure “{marked.text}” names no rule.")
        return
    try:
        figure = resolve(marked.ref, book, load(marked.language), as_of)
    except (KeyError, ValueError):
        found("AB163", f"the figure “{marked.text}” names {marked.ref}, which the book does not have.")
        return
    if (marked.value, marked.text, marked.rule) != (figure.value, figure.text, figure.rule):
        found("AB164", f"the page says “{marked.text}” ({marked.value}) for {marked.ref}; the book says “{figure.text}” ({figure.value}).")


def _check_loose(name: str, page: PageFigures, result: Result) -> None:
    for loose in page.loose:
        for text in _amounts(loose):
            message = f"an amount without a rule: “{text}”."
            result.findings.append(Finding(name, loose.line, loose.column, "AB165", message, "Write it as a reference to its rule."))


def _amounts(loose: Loose) -> list[str]:
    if not loose.language:
        return []
    return [entity.text for entity in load(loose.language).read(loose.text, None) if entity.type in {"currency", "currencyrange"}]


def _check_entries(book: Book, site: Path, pages: dict[str, PageFigures], manifest: dict[str, Any], result: Result) -> None:
    folder = site / "answerbook"
    for language, files in manifest.get("languages", {}).items():
        path = folder / files["language"]
        if not path.is_file():
            continue  # reported as AB161
        links = json.loads(path.read_text(encoding="utf-8")).get("links", {})
        wanted = {entry.id: entry for article in book.articles.get(language, ()) for entry in article.entries}
        for entry_id, entry in wanted.items():
            result.count("entry anchors", 1)
            url = urlsplit(links.get(entry_id, {}).get("url", ""))
            page = pages.get(_file_of(unquote(url.path)))
            if page is None or url.fragment not in page.anchors:
                where = entry.position
                message = f"the built site has no place for the question {entry_id} in {language}."
                result.findings.append(Finding(where.file, where.line, where.column, "AB166", message, _REBUILD))


def _file_of(path: str) -> str:
    return f"{path}index.html" if path.endswith("/") or not path else path
