"""The whole site as a folder of files for any other generator: Markdown with every reference written out, assets and data."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import yaml

from answerbook.book import references
from answerbook.content.blocks import block_html
from answerbook.content.links import entry_link
from answerbook.content.markup import element
from answerbook.content.resolve import resolve
from answerbook.content.syntax import parse

from .export import data_files
from .folder import LEDGER, write_files
from .plan import context_of
from .settings import read_settings
from .urls import language_base

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from answerbook.book.model import Book
    from answerbook.content.context import Context
    from answerbook.content.values import Page, Plan

#: Front matter that only this package's own search and navigation read.
_OURS = ("entries", "order", "short", "hide")


def export(book: Book, plan: Plan, folder: Path, out: Path) -> str:
    """Write the help centre in ``folder`` to ``out`` and say in a sentence what was done.

    Pages stand where their URLs are, the default language's at the top, so that a generator without languages gives the same addresses.
    Only what changed is written; files written before that are no longer part of the site are deleted.

    Raises:
        FileExistsError: ``out`` holds files and was not written by an export.
    """
    if out.is_dir() and any(out.iterdir()) and not (out / LEDGER).is_file():
        raise FileExistsError(
            errno.EEXIST, "this folder holds files of others; give one that is empty, new, or written by an export", str(out)
        )
    settings = read_settings(folder)
    files = data_files(book, plan, site_url=settings.address, names=settings.names(tuple(plan.pages)))
    files |= dict(_assets(plan, folder / settings.docs))
    for language, pages in plan.pages.items():
        context = context_of(book, plan, language)
        base = language_base(language, plan.default_language)
        files |= {base + page.src: markdown_file(page, context).encode() for page in pages}
    return f"{out}: {write_files(out, files)}."


def markdown_file(page: Page, context: Context) -> str:
    """A page as a Markdown file that needs nothing of this package: front matter, and figures as HTML with their rule."""
    meta = {"title": page.title, "description": page.description, **page.meta, "lang": page.language, "as_of": context.as_of}
    meta = {key: value for key, value in meta.items() if key not in _OURS and value not in ("", None)}
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=True, width=1000)
    return f"---\n{front}---\n\n{written_out(page.markdown, context.at(page.url, page.src)).strip()}\n"


def written_out(markdown: str, context: Context) -> str:
    """Markdown with every reference replaced by the HTML it stands for."""
    pieces, place = [], 0
    for reference in references.find(markdown):
        pieces += [markdown[place : reference.start], _html(reference.text[2:-2], context)]
        place = reference.end
    return "".join([*pieces, markdown[place:]])


def _html(inner: str, context: Context) -> str:
    target = parse(inner)
    match target.kind:
        case "cite":
            return element("span", data_rule=target.id, hidden=True)
        case "link":
            return entry_link(context, target.id, target.rest)
        case "block":
            return block_html(context, target.id, target.rest)
        case _:
            return resolve(target.id, context.book, context.language, context.as_of).html


def _assets(plan: Plan, docs: Path) -> Iterator[tuple[str, bytes]]:
    """What stands among the hand-written pages and is no page: pictures, styles, downloads."""
    for path in sorted(docs.rglob("*")) if docs.is_dir() else []:
        name = path.relative_to(docs).as_posix()
        if not path.is_file() or path.suffix == ".md" or any(part.startswith(".") for part in name.split("/")):
            continue
        language, _, rest = name.partition("/")
        yield (language_base(language, plan.default_language) + rest if language in plan.pages else name), path.read_bytes()
