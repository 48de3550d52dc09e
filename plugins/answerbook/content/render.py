"""Markdown of this project to HTML, with the extensions the site uses: for previews, search text and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown import Markdown

from .markdown import AnswerbookExtension

if TYPE_CHECKING:
    from .context import Context

#: What prose in ``faq/`` and ``docs/`` may use; ``mkdocs.yml`` of a site switches on the same.
EXTENSIONS = ("admonition", "attr_list", "fenced_code", "md_in_html", "tables", "toc")


def render(markdown: str, context: Context) -> str:
    """The HTML of a page. Raises FindingsError when a reference leads nowhere."""
    return Markdown(extensions=[*EXTENSIONS, AnswerbookExtension(context=context)]).convert(markdown)
