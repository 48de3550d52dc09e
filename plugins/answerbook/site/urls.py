"""Where a page stands: from the path of its Markdown to the URL a reader sees, the way MkDocs and its heirs do it."""

from __future__ import annotations


def page_url(src: str, base: str, *, directory_urls: bool) -> str:
    """The site-relative URL of the Markdown file ``src`` in a language whose URLs start with ``base`` (empty, or ``en/``).

    ``faq/seats.md`` is ``faq/seats/`` with directory URLs and ``faq/seats.html`` without; ``index.md`` is its folder.
    """
    stem = src.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if not directory_urls:
        return f"{base}{stem}.html"
    if name == "index":
        return f"{base}{folder}/" if folder else base
    return f"{base}{stem}/"


def destination(url: str) -> str:
    """The file a URL is served from: ``faq/seats/`` from ``faq/seats/index.html``."""
    return f"{url}index.html" if not url or url.endswith("/") else url


def language_base(language: str, default: str) -> str:
    """What the URLs of a language's pages start with: nothing for the default language."""
    return "" if language == default else f"{language}/"
