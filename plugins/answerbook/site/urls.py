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


def relative(url: str, start: str) -> str:
    """``url`` as a link on the page whose URL is ``start``; both are site-relative, ``url`` may carry an anchor.

    Links within the site are relative so that it works below any path and from a preview address.
    """
    path, mark, anchor = url.partition("#")
    if path == start and mark:
        return mark + anchor
    here = start.split("/")[:-1]
    there = path.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    link = "../" * (len(here) - common) + "/".join(there[common:])
    return (link or "./") + mark + anchor
