"""The files of a built site that are neither pages nor data: for search engines, browsers, language models and whoever hosts it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .pages import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .comparison import Comparison
    from .services import Services

_POLICY = "answerbook/csp.txt"
_SITE_MAP = "sitemap.xml"
_ADDRESS = re.compile(rb"<loc>([^<]*)</loc>|\bhref=[\"']([^\"']*)[\"']")


def check_written(of: Comparison, wanted: Mapping[str, bytes], services: Services) -> None:
    """AB175: such a file absent, or another than the book, the pages and the settings give.

    ``wanted`` are the files that a site of this book has. Site map, policy and the page for unknown addresses are looked for only on a
    site that the plugin built; another generator writes its own.
    """
    said = {finding.file for finding in of.result.findings if finding.id == "AB173"}
    for path, content in sorted(wanted.items()):
        if not path.startswith("answerbook/") and of.site.called(path) not in said:
            found = of.site.read(path)
            if found is None:
                _missing(of, path)
            elif found != content and services.site_url:  # without the address a file that holds it cannot be known
                _differs(of, path, "The file is not what the book and the settings give.")
    if b"answerbook/site.css" in (of.site.read("index.html") or b""):
        if of.site.read("404.html") is None:
            _missing(of, "404.html")
        else:
            _check_policy(of, services)
        if services.site_url:
            _check_site_map(of, services.site_url)


def _check_policy(of: Comparison, services: Services) -> None:
    found = of.site.read(_POLICY)
    if found is None:
        _missing(of, _POLICY)
    elif not {"AB167", "AB168"} & {finding.id for finding in of.result.findings}:  # it follows from all pages
        texts = ((of.site.read(name) or b"").decode("utf-8") for name in sorted(of.pages))
        if found != services.policy(texts):
            _differs(of, _POLICY, "The content security policy is not the one of these pages.")


def _check_site_map(of: Comparison, site_url: str) -> None:
    content = of.site.read(_SITE_MAP)
    if content is None:
        _missing(of, _SITE_MAP)
        return
    planned = {unquote(page.url) for pages in of.plan.pages.values() for page in pages}
    listed = set()
    for line, address in _addresses(content):
        url = address.removeprefix(site_url)
        listed.add(url)
        # A planned page that is not there has been said.
        if not address.startswith(site_url) or (url not in planned and of.site.read(file_of(url)) is None):
            _differs(of, _SITE_MAP, f"The site map names {address}, which is no page of this site.", line)
    for url in sorted(planned - listed):
        _differs(of, _SITE_MAP, f"The site map lacks the page {site_url}{url}.")


def _addresses(content: bytes) -> Iterator[tuple[int, str]]:
    """Every address in a site map, unquoted, with its line."""
    for match in _ADDRESS.finditer(content):
        text = (match[1] or match[2] or b"").decode("utf-8", "replace")
        yield content.count(b"\n", 0, match.start()) + 1, unquote(unescape(text)).strip()


def _missing(of: Comparison, path: str) -> None:
    of.result.add("AB175", (of.site.called(path), 1, 1), "The file is not there.")


def _differs(of: Comparison, path: str, message: str, line: int = 1) -> None:
    of.result.add("AB175", (of.site.called(path), line, 1), message)
