"""The plan: every page, anchor and URL of all languages as plain values, before any site generator starts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import yaml

from answerbook.content.articles import article_page, article_source, collection_page, collection_source, hand_written_page
from answerbook.content.context import Context
from answerbook.content.related import Candidate, article_rules, related, rules_of
from answerbook.content.values import EntryLink, Page, Plan
from answerbook.findings import Finding, FindingsError
from answerbook.language import load as load_language
from answerbook.wording import catalogue

from .settings import read_settings
from .urls import language_base, page_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from answerbook.book.model import Article, Book


@dataclass(frozen=True, slots=True)
class _Written:
    """A hand-written page as it stands on disk: ``src`` below its language, ``file`` as findings name it."""

    src: str
    file: str
    text: str


def make_plan(  # noqa: PLR0913 - two of them are for generators that know better than the settings file
    book: Book,
    folder: Path,
    as_of: str,
    directory_urls: bool = True,
    *,
    docs: Path | None = None,
    languages: Sequence[str] | None = None,
) -> Plan:
    """The plan of the help centre in ``folder`` as it is told on the day ``as_of``.

    Args:
        book: Its rules and articles.
        folder: Where the book stands; findings name files relative to it.
        as_of: The day prices are stated for.
        directory_urls: Whether ``faq/seats.md`` is served at ``faq/seats/`` rather than at ``faq/seats.html``.
        docs: The folder of the hand-written pages, by default the one ``mkdocs.yml`` names. With several languages each has a folder in it.
        languages: The languages to plan, the first one at the site's root; by default all of the book.

    Raises:
        FindingsError: a hand-written page cannot be read, or a page refers to what the book does not say.
    """
    docs = docs or folder / read_settings(folder).docs
    codes = tuple(languages or book.languages)
    pages: dict[str, tuple[Page, ...]] = {}
    entries: dict[str, dict[str, EntryLink]] = {}
    findings: list[Finding] = []
    for code in codes:
        own = docs / code
        by_hand, unread = _read(own if own.is_dir() or len(codes) > 1 else docs, folder)
        base = language_base(code, codes[0])
        urls = {src: page_url(src, base, directory_urls=directory_urls) for src in [*by_hand, *_generated(book, code)]}
        entries[code] = _entries(book, code, urls)
        pages[code], wrong = _pages(by_hand, _context(book, code, as_of, entries[code], urls))
        findings += [*unread, *wrong]
    if findings:
        raise FindingsError(findings)
    return Plan(as_of, codes[0], directory_urls, pages, entries)


def context_of(book: Book, plan: Plan, language: str) -> Context:
    """What the pages of one language refer to, where the plan puts them."""
    urls = {page.src: page.url for page in plan.pages[language]}
    return _context(book, language, plan.as_of, plan.entries[language], urls)


def untranslated(plan: Plan, docs: str = "docs") -> list[Finding]:
    """Hand-written pages that one language has and another lacks: the translation plugin would borrow or drop them without notice."""
    found: list[Finding] = []
    for code, pages in plan.pages.items():
        by_hand = [page for page in pages if page.kind == "page"]
        for other in plan.pages:
            there = {page.src for page in plan.pages[other]}
            message = f"This page is there in {code} and missing in {other}."
            hint = f"Write it in {other}, or take it out."
            found += [Finding(f"{docs}/{code}/{page.src}", 1, 1, "AB311", message, hint) for page in by_hand if page.src not in there]
    return sorted(found)


def _context(book: Book, language: str, as_of: str, links: Mapping[str, EntryLink], urls: Mapping[str, str]) -> Context:
    return Context(book, load_language(language), as_of, catalogue(language), links=links, urls=urls)


def _read(folder: Path, root: Path) -> tuple[dict[str, _Written], list[Finding]]:
    """The hand-written pages of a language by their path, in order of path, and what cannot be read."""
    pages: dict[str, _Written] = {}
    findings: list[Finding] = []
    for path in sorted(folder.rglob("*.md")) if folder.is_dir() else []:
        src = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in src.split("/")):
            continue
        file = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
        try:
            pages[src] = _Written(src, file, path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            findings.append(Finding(file, 1, 1, "AB310", "This page is not UTF-8 text.", "Save it as UTF-8."))
    return pages, findings


def _generated(book: Book, language: str) -> Iterator[str]:
    yield from (collection_source(shelf) for shelf in book.collections.get(language, {}))
    yield from (article_source(article) for article in book.articles.get(language, ()))


def _entries(book: Book, language: str, urls: Mapping[str, str]) -> dict[str, EntryLink]:
    return {
        entry.id: EntryLink(entry.id, article.id, f"{urls[article_source(article)]}#{entry.id}", entry.question)
        for article in book.articles.get(language, ())
        for entry in article.entries
    }


def _pages(by_hand: Mapping[str, _Written], context: Context) -> tuple[tuple[Page, ...], list[Finding]]:
    """All pages of a language; a hand-written page takes the place of a generated one of the same path."""
    findings: list[Finding] = []
    pages: list[Page] = []

    def add(make: Callable[[], Page], file: str) -> None:
        try:
            pages.append(make())
        except FindingsError as error:
            findings.extend(error.findings)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 2 if mark else 1
            findings.append(Finding(file, line, 1, "AB310", "The front matter of this page is not YAML.", "Mend the line named here."))

    for one in by_hand.values():
        add(lambda one=one: hand_written_page(one.src, one.text, replace(context, source=one.file)), one.file)  # type: ignore[misc]
    written = tuple(pages)
    for shelf in context.book.collections.get(context.language.code, {}).values():
        if collection_source(shelf.id) not in by_hand:
            add(lambda shelf=shelf: collection_page(shelf, context), shelf.id)  # type: ignore[misc]
    candidates = _candidates(written, context)
    for article in context.book.articles.get(context.language.code, ()):
        if article_source(article) not in by_hand:
            add(lambda article=article: _article(article, context, candidates), article.position.file)  # type: ignore[misc]
    return tuple(pages), findings


def _candidates(by_hand: Sequence[Page], context: Context) -> list[Candidate]:
    """Pages that an article may be related to: the other articles, and hand-written pages that tell rules."""
    articles = context.book.articles.get(context.language.code, ())
    found = [Candidate(context.urls[article_source(one)], one.title, article_rules(one)) for one in articles]
    return found + [Candidate(page.url, page.title, rules_of(page.markdown, context.book)) for page in by_hand]


def _article(article: Article, context: Context, candidates: Sequence[Candidate]) -> Page:
    url = context.urls[article_source(article)]
    page = article_page(article, context, related(url, article_rules(article), candidates))
    asks = {entry.id: {"asks": list(entry.asks)} for entry in article.entries}
    return replace(page, meta={**page.meta, "entries": asks})
