"""The command line: a thin skin over the rooms. Exit codes: 0 clean, 1 findings, 2 could not run."""

from __future__ import annotations

import gc
import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from . import __version__, canonical, lines
from .calendar import is_day
from .findings import FindingsError, RequestError

if TYPE_CHECKING:
    from collections.abc import Callable

    from .book.model import Book
    from .content.values import Plan
    from .search.engine import Engine
    from .site.services import Handler

#: A name of a file may hold what a terminal would obey.
_CONTROLS, _UNKNOWN = re.compile("[\x00-\x1f\x7f-\x9f]"), "\ufffd"
#: Nobody has more pages than a number of so many digits.
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a command works: the book's folder and the day it answers for."""

    folder: Path
    as_of: str

    def book(self, *, faq: bool = True) -> Book:
        """The book in the folder; on findings, prints them all and exits with 2: without a book nothing can be answered."""
        from .book import load

        if self.is_search_only():
            hint = "Only `answerbook search` and `answerbook check --site` work here; `answerbook new` shows what a book is."
            stop(f"{self.folder}: this site has only the search: there is no pricing.yaml. {hint}")
        try:
            return load(self.folder, faq=faq)
        except FindingsError as error:
            stop(str(error))

    def is_search_only(self) -> bool:
        """Whether the folder holds a site without a book."""
        from .site.search_only import is_search_only

        try:
            return is_search_only(self.folder)
        except FindingsError as error:
            stop(str(error))

    def search(self, lang: str | None, limit: int) -> Handler:
        """What answers searches of the site in the folder, with a book or without."""
        from .site.search_only import search_site_of
        from .site.services import search_only_searcher, site_searcher

        if self.is_search_only():
            site = search_site_of(self.folder)
            return search_only_searcher(site, _language_of(tuple(site.documents), lang, "site"), limit)
        book = self.book()
        return site_searcher(book, self.plan(book), _language_of(book.languages, lang), limit)

    def plan(self, book: Book) -> Plan:
        """Every page and URL of the help centre in the folder."""
        from .site.checking import HelpCentre

        try:
            return HelpCentre(self.folder).plan(book, self.as_of)
        except FindingsError as error:
            stop(str(error))


def stop(message: str) -> NoReturn:
    """Say why the command could not run and exit with 2."""
    click.echo(lines.well_formed(message), err=True)
    sys.exit(2)


def _unusable(error: OSError, path: Path) -> NoReturn:
    """Stop because a file or folder could not be read or written."""
    stop(f"{error.filename or path}: {error.strerror or error}.")


def _as_of(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    day = value or date.today().isoformat()  # noqa: DTZ011 - the person's own day is meant
    if not is_day(day):
        message = f"{day!r} is no existing day written as YYYY-MM-DD."
        raise click.BadParameter(message)
    return day


def desk_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``--book DIR`` and ``--as-of DATE``."""
    folder = click.option("--book", "folder", metavar="DIR", default=".", show_default="here", type=click.Path(path_type=Path))
    day = click.option("--as-of", metavar="DATE", callback=_as_of, help="The day to answer for (default: today).")
    return folder(day(command))


jsonl_option = click.option("--jsonl", is_flag=True, help="Read one JSON object a line from standard input, write one a line.")


def lang_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``--lang CODE``."""
    return click.option("--lang", metavar="CODE", help="Language of question and answer (default: the book's first).")(command)


def _language_of(languages: tuple[str, ...], lang: str | None, what: str = "book") -> str:
    if lang is None:
        return languages[0]
    if lang not in languages:
        stop(f"{lang}: no such language in this {what}; it has {', '.join(languages)}.")
    return lang


def _limit(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]*", value):
        stop(f"--limit {value}: give a whole number of 1 or more.")
    return int(value[:_MOST_DIGITS])


def _code(lang: str) -> str:
    """The language of a code; stops at what is none."""
    from .site.codes import without_region

    try:
        return without_region(lang)
    except ValueError:
        stop(f"{lang}: a language is a code of two or three letters, such as nl or nl-BE.")


def _serve(handle: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    for answer in lines.serve(sys.stdin.buffer, handle):
        click.echo(answer)


def _one(handle: Callable[[dict[str, Any]], dict[str, Any]], request: dict[str, Any]) -> dict[str, Any]:
    try:
        # What a terminal hands over need not be Unicode.
        return handle(lines.well_formed(request))
    except RequestError as error:
        stop(str(error))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="answerbook")
def main() -> None:
    """A help centre whose prices cannot be wrong."""


@main.command()
@click.argument("question", required=False)
@lang_option
@jsonl_option
@desk_options
def ask(question: str | None, lang: str | None, jsonl: bool, folder: Path, as_of: str) -> None:
    """Answer a question from the book, or refuse with a reason."""
    from .site.services import assistant

    desk = Desk(folder, as_of)
    book = desk.book()
    chosen = _language_of(book.languages, lang)
    handle = assistant(book, desk.plan(book), chosen, as_of)
    if jsonl:
        _serve(handle)
    elif question:
        click.echo(_one(handle, {"q": question})["text"])
    else:
        stop("Give a question, or --jsonl with questions on standard input.")


def _bought(value: str) -> dict[str, Any]:
    item, _, quantity = value.partition("=")
    if not re.fullmatch(r"-?[0-9]{1,18}", quantity):
        stop(f"--buy {value}: write ITEM=NUMBER, such as --buy seats.admin=3.")
    return {"item": item, "quantity": int(quantity)}


@main.command()
@click.option("--buy", multiple=True, metavar="ITEM=NUMBER", help="What is ordered; may be given several times.")
@click.option("--order", metavar="DATE", help="Order date (default: the as-of day).")
@click.option("--contract-end", metavar="DATE", help="Last day of the customer's contract.")
@click.option("--currency", metavar="CODE")
@jsonl_option
@desk_options
def quote(
    buy: tuple[str, ...], order: str | None, contract_end: str | None, currency: str | None, jsonl: bool, folder: Path, as_of: str
) -> None:
    """Compute the price of an order, or where own use stands against a policy."""
    from .engine.requests import answer

    book = Desk(folder, as_of).book(faq=False)

    def handle(request: dict[str, Any]) -> dict[str, Any]:
        return answer(book, request, as_of)

    if jsonl:
        _serve(handle)
    elif buy:
        request = {"buy": [_bought(one) for one in buy], "order": order or as_of, "contract_end": contract_end, "currency": currency}
        click.echo(canonical.dumps(_one(handle, {key: value for key, value in request.items() if value is not None})))
    else:
        stop("Say what is ordered with --buy ITEM=NUMBER, or give --jsonl with requests on standard input.")


def _opened(folder: Path, lang: str | None) -> Engine:
    """The index in a folder; stops when it is in another language than the one asked for."""
    from .site.indexing import open_folder

    engine = open_folder(folder)
    if lang is not None and _code(lang) != engine.source.lang:
        stop(f"{lang}: the index in {folder} is in {engine.source.lang}.")
    return engine


@main.command()
@click.argument("query", required=False)
@lang_option
@click.option("--index", metavar="DIR", type=click.Path(path_type=Path), help="Search a folder written by `answerbook index`.")
@click.option("--limit", metavar="N", default="10", show_default=True, callback=_limit, help="At most so many hits.")
@jsonl_option
@desk_options
def search(query: str | None, lang: str | None, index: Path | None, limit: int, jsonl: bool, folder: Path, as_of: str) -> None:
    """Search the help centre, or a folder indexed before."""
    from .search.engine import BrokenIndexError
    from .site.services import searcher

    try:
        handle = Desk(folder, as_of).search(lang, limit) if index is None else searcher(_opened(index, lang), limit)
    except BrokenIndexError as error:
        stop(str(error))
    except OSError as error:
        _unusable(error, index or folder)
    if jsonl:
        _serve(handle)
    elif query:
        for hit in _one(handle, {"q": query})["hits"]:
            click.echo(f"{_CONTROLS.sub(_UNKNOWN, hit['url']) or './'}  {hit['title']}")
    else:
        stop("Give a query, or --jsonl with queries on standard input.")


@main.command()
@click.argument("text", required=False)
@click.option("--lang", metavar="CODE", required=True, help="Language of the text.")
@jsonl_option
@desk_options
def parse(text: str | None, lang: str, jsonl: bool, folder: Path, as_of: str) -> None:  # noqa: ARG001 - every command takes --book
    """Read the numbers, amounts, dates and durations in a text."""
    from .site.services import reader

    try:
        handle = reader(lang, as_of)
    except ValueError:
        stop(f"{lang}: no words are known in this language.")
    if jsonl:
        _serve(handle)
    elif text is not None:
        for entity in _one(handle, {"text": text})["entities"]:
            click.echo(canonical.dumps(entity))
    else:
        stop("Give a text, or --jsonl with texts on standard input.")


@main.command()
@click.argument("pages", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--lang", metavar="CODE", required=True, help="Language of the pages.")
def index(pages: Path, out: Path, lang: str) -> None:
    """Index a folder of Markdown PAGES into OUT: a Whoosh index and the shards a browser searches."""
    from .site.indexing import index_folder

    _code(lang)
    try:
        if not pages.is_dir():
            stop(f"{pages}: {'this is a file, not a folder' if pages.exists() else 'no such folder'}.")
        indexed = index_folder(pages, out, lang)
    except OSError as error:
        _unusable(error, out)
    if indexed.unread:
        click.echo(lines.well_formed(indexed.unread), err=True)
    click.echo(lines.well_formed(indexed.done))
    gc.freeze()  # or Python looks through all of it once more before it ends


@main.command()
@click.option("--site", metavar="DIR", type=click.Path(path_type=Path), help="A built site to check as well.")
@click.option("--format", "form", default="text", show_default=True, type=click.Choice(["text", "json", "github", "sarif"]))
@desk_options
def check(site: Path | None, form: str, folder: Path, as_of: str) -> None:
    """Prove that no page, answer, index or data file disagrees with the book."""
    from .checks import run
    from .checks.report import report
    from .site.checking import HelpCentre

    try:
        result = run(folder, site, as_of, HelpCentre(folder))
    except OSError as error:
        _unusable(error, folder)
    click.echo(report(result, form))
    sys.exit(1 if result.findings else 0)


@main.command()
@click.argument("rule")
@desk_options
def explain(rule: str, folder: Path, as_of: str) -> None:
    """Tell a RULE's value, dates and sources, where it is said and which examples rest on it."""
    from .book import explain as explain_rule

    try:
        click.echo(canonical.dumps(explain_rule(Desk(folder, as_of).book(), rule, as_of)))
    except KeyError as error:
        stop(str(error.args[0]))


@main.command()
def schema() -> None:
    """Print the JSON Schema of pricing.yaml."""
    from .book import schema as pricing_schema

    click.echo(canonical.dumps(pricing_schema()))


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@desk_options
def export(out: Path, folder: Path, as_of: str) -> None:
    """Write pages, assets and data to OUT for any other site generator."""
    from .site.exporting import export as export_site

    desk = Desk(folder, as_of)
    book = desk.book()
    try:
        click.echo(export_site(book, desk.plan(book), folder, out))
    except OSError as error:
        _unusable(error, out)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a small help centre of your own in FOLDER."""
    from .book.new import new as new_book

    try:
        new_book(folder)
    except FileExistsError as error:
        stop(str(error))
    except OSError as error:
        _unusable(error, folder)
    click.echo(f"{folder}: a help centre stands there. Next: cd {folder}, then mkdocs serve.")
