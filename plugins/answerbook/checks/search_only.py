"""A built site that has only the search: its files are those its pages give, every hit leads somewhere, and both engines find the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from answerbook import canonical, lines

from .data import check_intact
from .opened import MANIFEST
from .pages import file_of, read_pages
from .twin import compare, node_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerbook.search.documents import Document

    from .html import Page
    from .opened import BuiltSite
    from .result import Result
    from .services import Searched, Services

_POLICY = "answerbook/csp.txt"
_WORDS = re.compile(r"\w+")


def check_search_only(site: BuiltSite, services: Services, result: Result) -> None:
    """AB161, AB166-AB168, AB170, AB175, AB176, AB180, AB181 for a site without a book."""
    searched = services.searched()
    result.take(searched.findings)
    pages = read_pages(site.manifest.default_language, site, result)
    for code, documents in searched.documents.items():
        if code not in site.manifest.languages:
            result.add("AB168", (site.called(MANIFEST), 1, 1), f"The site has no pages in {code}.")
        for document in documents:
            _check_document(site, document, pages, result)
    _check_files(site, searched.files(), services, result)
    if site.read(_POLICY) != services.policy((site.read(name) or b"").decode("utf-8", "replace") for name in sorted(pages)):
        result.add("AB175", (site.called(_POLICY), 1, 1), "The content security policy is absent, or not the one of these pages.")
    _check_twin(site, searched, result)


def _check_document(site: BuiltSite, document: Document, pages: Mapping[str, Page], result: Result) -> None:
    """That the page a hit leads to is there, and on it every section that a hit may name."""
    name = file_of(document.url)
    page = pages.get(name)
    if page is None:
        if site.read(name) is None:  # else it is there and cannot be read, which has been said
            result.add("AB168", (site.called(name), 1, 1), f"The page “{document.title}” is not there.")
        return
    for part in document.parts:
        result.count("sections")
        there = " ".join(page.headings.get(part.anchor, part.heading).split())
        if part.anchor in page.anchors and not _is_other(there, part.heading):
            continue
        if part.anchor in page.anchors:
            message = f"The search leads to #{part.anchor} for the heading “{part.heading}”; on the page that is “{there}”."
            hint = "Build the site again; if that does not help, give the heading an id of its own, as in `## Heading { #its-id }`."
            result.add("AB176", (site.called(name), 1, 1), message, hint)
        elif part.anchor:
            message = f"The search leads to #{part.anchor}, which the page does not have: its heading “{part.heading}” has another id."
            hint = "Give the heading an id of its own, as in `## Heading { #its-id }`, or leave slugify out of the settings."
            result.add("AB176", (site.called(name), 1, 1), message, hint)


def _is_other(there: str, heading: str) -> bool:
    """Whether two texts of a heading are of two headings. One may say more: what plugins fill in, or what only a page shows."""
    words, others = (set(_WORDS.findall(text.casefold())) for text in (there, heading))
    return bool(words and others) and not words <= others and not others <= words


def _check_files(site: BuiltSite, wanted: Mapping[str, bytes], services: Services, result: Result) -> None:
    bad = check_intact(site, result)
    for path, content in sorted(wanted.items()):
        result.count("data files")
        found = site.read(path)
        of_data = path.startswith("answerbook/")
        if path in bad or (found is not None and not of_data and not services.site_url):
            continue  # told already, or it holds an address that is not known here
        if found is None:
            result.add("AB170" if of_data else "AB175", (site.called(path), 1, 1), "The file is not there.")
        elif found != content:
            result.add("AB170" if of_data else "AB175", (site.called(path), 1, 1), "The file is not what the pages give.")


def _check_twin(site: BuiltSite, searched: Searched, result: Result) -> None:
    node = node_for(result)
    for code in searched.documents if node else ():
        given = [canonical.dumps(request).encode() for request in _requests(searched.documents[code])]
        if node and given and code in site.manifest.languages:
            wanted = [canonical.dumps(lines.respond(line, searched.handler(code))) for line in given]
            compare(site, result, [node, "search", "--lang", code], given, wanted)


def _requests(documents: tuple[Document, ...]) -> Iterator[dict[str, Any]]:
    """Every title and heading, as somebody would type it who remembers it."""
    texts = dict.fromkeys(text for one in documents for text in (one.title, *(part.heading for part in one.parts)) if text)
    yield from ({"id": number, "q": text} for number, text in enumerate(texts))
