"""Files by which programs find their way: llms.txt in both its forms, and the OpenSearch description of each language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from answerbook.content.context import HOME
from answerbook.content.llms import llms, llms_full

from .facts import listing
from .plan import context_of
from .urls import language_base

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Book
    from answerbook.content.values import Plan

#: The longest short name a browser must accept.
_SHORT_NAME = 16


def for_machines(book: Book, plan: Plan, site_url: str, names: Mapping[str, str]) -> dict[str, bytes]:
    """The files of every language by path. ``site_url`` ends in a slash; without one there is nothing a browser could be sent to."""
    files: dict[str, str] = {}
    for code, pages in plan.pages.items():
        base = language_base(code, plan.default_language)
        home = next((page for page in pages if page.src == HOME), None)
        name = names.get(code) or (home.title if home else code)
        about = home.description if home else ""
        context = context_of(book, plan, code)
        files[f"{base}llms.txt"] = llms(name, about, pages, context, site_url)
        files[f"{base}llms-full.txt"] = llms_full(name, about, context, site_url)
        if site_url:
            files[f"{base}opensearch.xml"] = opensearch(code, name, about or name, f"{site_url}{listing(plan, code)}?q={{searchTerms}}")
    return {path: text.encode() for path, text in files.items()}


def opensearch(language: str, name: str, description: str, template: str) -> str:
    """The OpenSearch description of one language: a query opens the page that searches, with the words in ``q``."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"  <ShortName>{escape(name[:_SHORT_NAME].strip())}</ShortName>\n"
        f"  <Description>{escape(description)}</Description>\n"
        f"  <Language>{language}</Language>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        f'  <Url type="text/html" method="get" template={quoteattr(template)}/>\n'
        "</OpenSearchDescription>\n"
    )
