"""Runs every check over a book and, when there is one, its built site."""

from __future__ import annotations

import errno
from os.path import relpath
from typing import TYPE_CHECKING

from answerbook import book as book_room
from answerbook.findings import FindingsError

from .coming import check_stale, note_ahead, note_coming
from .comparison import Comparison
from .examples import check_examples
from .opened import MANIFEST, open_site
from .prose import check_prose
from .result import Result

if TYPE_CHECKING:
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.content.values import Plan

    from .opened import BuiltSite
    from .services import Services


def run(folder: Path, site: Path | None, as_of: str, services: Services) -> Result:
    """Everything wrong with the book in ``folder`` and with the built ``site``, in file order.

    Args:
        folder: Where ``pricing.yaml`` stands.
        site: A built site; None checks the book, the articles and the docs only.
        as_of: The day examples are told for; a site is held against its own day.
        services: The rooms below, for that folder.

    Raises:
        FileNotFoundError: the book's folder or the site is not there.
    """
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(folder))
    if site is not None and not (site / MANIFEST).is_file():
        raise FileNotFoundError(errno.ENOENT, f"no built answerbook site ({MANIFEST} is absent)", str(site))
    result = Result()
    if site is not None and services.is_search_only:
        _check_search_only(site, _name(site, folder), services, result)
        return result
    book, findings = book_room.read(folder)
    result.take(findings)
    if book is None:
        result.notes.append("nothing else was compared: the book cannot be used before this is mended.")
    else:
        plan = _check_book(book, folder, as_of, services, result)
        opened = open_site(site, _name(site, folder), result) if site is not None else None
        if opened is not None and opened.manifest.search_only:
            result.add("AB160", (opened.called(MANIFEST), 1, 1), "The site was built without a pricing.yaml, and there is one.")
        elif opened is not None:
            check_stale(book, opened, as_of, result)
            told = plan if opened.as_of == as_of else _plan(book, opened.as_of, services, result)
            _check_site(book, opened, told, services, result)
    result.findings = sorted(set(result.findings))
    return result


def _check_search_only(site: Path, name: str, services: Services, result: Result) -> None:
    """The checks of a site without a book."""
    from .search_only import check_search_only

    opened = open_site(site, name, result)
    if opened is not None and not opened.manifest.search_only:
        result.add("AB160", (opened.called(MANIFEST), 1, 1), "The site was built from a pricing.yaml, and there is none.")
    elif opened is not None:
        check_search_only(opened, services, result)
    result.findings = sorted(set(result.findings))


def _check_book(book: Book, folder: Path, as_of: str, services: Services, result: Result) -> Plan | None:
    """The checks that need no site; the pages as told on the day, None when one of them cannot be told."""
    result.count("rules", len(book.rules))
    result.count("entries", sum(len(article.entries) for articles in book.articles.values() for article in articles))
    check_examples(book, as_of, result)
    check_prose(book, folder, services.docs, result)
    note_ahead(book, as_of, result)
    note_coming(book, as_of, result)
    return _plan(book, as_of, services, result)


def _plan(book: Book, day: str, services: Services, result: Result) -> Plan | None:
    """The pages as told on a day; None, with findings, when one of them cannot be told."""
    try:
        plan = services.plan(book, day)
    except FindingsError as error:
        result.take(error.findings)
        return None
    result.take(services.untranslated(plan))
    result.counts["pages planned"] = sum(map(len, plan.pages.values()))
    return plan


def _name(site: Path, folder: Path) -> str:
    """What findings call the site: its path from the book's folder, so that a click or an annotation finds the file."""
    try:
        name = relpath(site.resolve(), folder.resolve()).replace("\\", "/")
    except ValueError:  # on another drive
        return site.as_posix()
    return site.as_posix() if name.startswith("../") else name


def _check_site(book: Book, site: BuiltSite, plan: Plan | None, services: Services, result: Result) -> None:
    from .built import check_figures
    from .data import check_data
    from .machines import check_json_ld, check_llms
    from .pages import check_pages, read_pages
    from .twin import check_twin
    from .written import check_written

    pages = read_pages(book.default_language, site, result)
    check_figures(book, site, pages, result)
    if plan is None:
        result.notes.append(
            "pages, data files and browser engine of the site were not compared: the pages cannot be told before this is mended."
        )
        return
    comparison = Comparison(book, plan, site, pages, result)
    check_pages(comparison)
    check_json_ld(comparison)
    check_llms(comparison)
    wanted = services.files(book, plan)
    check_written(comparison, wanted, services)
    check_data(book, site, wanted, result)
    check_twin(comparison, services)
