"""Settings of ``mkdocs.yml`` that would give a silently wrong site: each is a finding before anything is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from answerbook.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from answerbook.book.model import Book


@dataclass(frozen=True, slots=True)
class Settled:
    """What the generator made of its settings file. ``languages`` and ``structure`` are None without the translation plugin.

    ``lines`` says on which line of ``file`` each top-level key stands.
    """

    file: str
    lines: Mapping[str, int]
    site_url: str
    theme: str
    features: tuple[str, ...]
    has_search: bool
    docs: Path
    languages: tuple[str, ...] | None
    structure: str | None


def check_settings(settled: Settled, book: Book | None) -> list[Finding]:
    """Everything in the settings that a person must mend first, in the order of their file. No book: the site has only the search."""
    wrong = [*_wrong_theme(settled), *_wrong_structure(settled), *(_wrong_site(settled, book) if book else ())]
    return sorted(Finding(settled.file, settled.lines.get(key, 1), 1, code, message, hint) for key, code, message, hint in wrong)


def _wrong_site(settled: Settled, book: Book) -> Iterator[tuple[str, str, str, str]]:
    address = urlsplit(settled.site_url)
    if address.scheme not in ("http", "https") or not address.netloc:
        hint = "Write the address the site is published at: site_url: https://help.example.org/"
        yield "site_url", "AB302", "site_url is absent or no web address; language switcher, site map and data need it.", hint
    yield from _wrong_languages(settled, book)


def _wrong_theme(settled: Settled) -> Iterator[tuple[str, str, str, str]]:
    if settled.theme != "material":
        yield "theme", "AB303", f"The theme is {settled.theme}; the pages are made for Material.", "Write theme: {name: material}."
    yield from (
        ("theme", "AB304", f"The feature {feature} does not go with pages in several languages.", "Take it out of theme.features.")
        for feature in settled.features
        if feature.startswith("navigation.instant")
    )
    if not settled.has_search:
        hint = "Add search above answerbook in plugins."
        yield "plugins", "AB305", "The plugin search is not listed, so the theme would leave out the search box.", hint


def _wrong_structure(settled: Settled) -> Iterator[tuple[str, str, str, str]]:
    if settled.structure not in (None, "folder"):
        hint = "Write docs_structure: folder below the plugin i18n and keep each language's pages in its own folder."
        yield "plugins", "AB307", f"docs_structure is {settled.structure}; only folder is supported.", hint


def _wrong_languages(settled: Settled, book: Book) -> Iterator[tuple[str, str, str, str]]:
    if settled.languages is None:
        folders = [language for language in book.languages if (settled.docs / language).is_dir()]
        if folders:
            hint = "Add the plugin i18n with docs_structure: folder, or set docs_dir to the folder of one language."
            yield (
                "plugins",
                "AB306",
                f"The docs folder holds a folder per language ({', '.join(folders)}), but one language is built.",
                hint,
            )
        return
    if settled.languages[0] != book.default_language:
        hint = "Write default: true at that language below the plugin i18n, or put it first in pricing.yaml."
        message = f"The site's default language is {settled.languages[0]}, the book's is {book.default_language}."
        yield "plugins", "AB308", message, hint
    if set(settled.languages) != set(book.languages):
        hint = "Make the two lists the same."
        message = f"The site is built in {', '.join(settled.languages)}; pricing.yaml says {', '.join(book.languages)}."
        yield "plugins", "AB308", message, hint
