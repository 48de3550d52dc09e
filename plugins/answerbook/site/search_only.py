"""A site that has only the search: the pages of each language as documents, read from the docs folder, with no book behind them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

import pathspec

from answerbook.content.context import HOME
from answerbook.findings import Finding
from answerbook.search import engine as engines
from answerbook.search import headings
from answerbook.search.folder import SUFFIXES, read_folder

from .codes import without_region
from .settings import read_settings
from .urls import language_base, page_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from answerbook.search.documents import Document
    from answerbook.search.engine import Engine

    from .slugs import Slugs

#: What a folder with a book holds at least one of; the second is how the first is misspelt.
_OF_A_BOOK = ("pricing.yaml", "pricing.yml", "faq")
#: Where no page is built, whatever the settings say.
_NEVER = ("templates/",)


def is_search_only(folder: Path) -> bool:
    """Whether a folder is a site without a book: its pages are there, and nothing that a book is made of."""
    return not has_book(folder) and (folder / read_settings(folder).docs).is_dir()


def has_book(folder: Path) -> bool:
    """Whether a folder has, or means to have, a book; what is wrong with it is another question."""
    return any((folder / name).exists() for name in _OF_A_BOOK)


@dataclass(frozen=True)
class SearchSite:
    """What a build needs: the pages by language (the first one at the site's root), as documents and as URLs by path.

    ``url`` is the published address with a slash at its end, or empty; ``names`` the site's name by language. ``findings`` are what is
    wrong with it though it can be built.
    """

    documents: Mapping[str, tuple[Document, ...]]
    urls: Mapping[str, Mapping[str, str]]
    directory_urls: bool = True
    url: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def default_language(self) -> str:
        """The language at the site's root."""
        return next(iter(self.documents))

    @cached_property
    def engine(self) -> Callable[[str], Engine]:
        """Gives the search engine of a language, the same one each time."""
        return cache(lambda code: engines.build(self.documents[code], without_region(code)))

    def page(self, language: str, src: str) -> str:
        """The URL of the page at ``src`` below a language; empty without such a page."""
        return self.urls[language].get(src, "")

    def home(self, language: str) -> str:
        """Where a language starts."""
        return page_url(HOME, language_base(language, self.default_language), directory_urls=self.directory_urls)


@dataclass(frozen=True, slots=True)
class Building:
    """How a generator makes a site of its pages.

    ``directory_urls`` says whether ``a.md`` is served at ``a/`` rather than at ``a.html``, ``unbuilt`` whether the page at a path below the
    docs folder is left out, ``slugs`` how headings get their ids.
    """

    directory_urls: bool
    unbuilt: Callable[[str], bool]
    slugs: Slugs


def read_search_site(docs: Path, languages: Sequence[str], how: Building, *, apart: bool) -> SearchSite:
    """The pages below ``docs`` in ``languages``, the default one first; ``apart`` says whether each has a folder of its own there."""
    slug = how.slugs.make() or headings.slug
    documents: dict[str, tuple[Document, ...]] = {}
    urls: dict[str, dict[str, str]] = {}
    findings: list[Finding] = []
    for code in languages:
        base, below = language_base(code, languages[0]), f"{code}/" if apart else ""
        found = list(_built(read_folder(docs / below, slug).documents, below, how.unbuilt))
        urls[code] = {src: quote(page_url(src, base, directory_urls=how.directory_urls)) for src, _ in found}
        documents[code] = tuple(replace(document, url=urls[code][src]) for src, document in found)
        files = {document.url: urls[code][src] for src, document in found}
        findings += _at_one_address(f"{docs.name}/{below}", files)
    return SearchSite(documents, urls, how.directory_urls, findings=tuple(findings))


def unknown_slugs(slugs: Slugs, file: str, line: int = 1) -> list[Finding]:
    """What is told of settings, in ``file`` at ``line``, that leave the ids of headings to a function which is not known."""
    if slugs.make():
        return []
    what = slugs.function or f"the separator {slugs.separator!r}"
    message = f"The ids of headings are made by {what}, which the search does not know: its hits name sections by other ids."
    hint = "Leave slugify out of toc, or use one of markdown.extensions.toc or pymdownx.slugs.slugify."
    return [Finding(file, line, 1, "AB312", message, hint)]


def _at_one_address(folder: str, files: Mapping[str, str]) -> Iterator[Finding]:
    """Pages that another one shares its URL with; ``files`` are the URLs by the path below ``folder``."""
    first: dict[str, str] = {}
    for path, url in sorted(files.items()):
        other = first.setdefault(url, path)
        if other != path:
            message = f"This page and {folder}{other} have one address, {url or './'}; only one of them is published."
            yield Finding(f"{folder}{path}", 1, 1, "AB313", message, "Rename one of them, or make one page of both.")


def search_site_of(folder: Path) -> SearchSite:
    """The site in ``folder`` as its settings file describes it. Raises FindingsError when that is not YAML."""
    settings = read_settings(folder)
    languages = settings.languages or (settings.theme_language,)
    unbuilt = pathspec.GitIgnoreSpec.from_lines(settings.left_out).match_file
    how = Building(settings.directory_urls, unbuilt, settings.slugs)
    site = read_search_site(folder / settings.docs, languages, how, apart=bool(settings.languages))
    findings = (*unknown_slugs(settings.slugs, settings.file), *site.findings)
    return replace(site, url=settings.address, names=settings.names(languages), findings=findings)


def _built(documents: Iterable[Document], below: str, unbuilt: Callable[[str], bool]) -> Iterator[tuple[str, Document]]:
    """The documents that become pages, by their path as generators see it: ``README.md`` stands for ``index.md`` where there is none.

    Files that differ in nothing but their suffix have one path. A file whose suffix is in capitals is no page to them.
    """
    pages = {
        one.url: one
        for one in documents
        if one.url.endswith(SUFFIXES) and not (below + one.url).startswith(_NEVER) and not unbuilt(below + one.url)
    }
    for src, document in pages.items():
        stem = src.rpartition(".")[0]
        folder, slash, name = stem.rpartition("/")
        as_index = f"{folder}{slash}index"
        if name != "README":
            yield f"{stem}.md", document
        elif not any(f"{as_index}{suffix}" in pages for suffix in SUFFIXES):
            yield f"{as_index}.md", document
