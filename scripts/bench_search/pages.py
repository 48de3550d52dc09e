"""The pages and questions of a run, and how every engine's build reads them."""

from __future__ import annotations

import html
import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from answerbook.search.documents import Document, Part
from answerbook.search.folder import from_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Item = TypeVar("Item")


def prepared(folder: Path, most: int | None = None) -> list[Document]:
    """The pages of a folder without what they say about themselves in their front matter; at most so many, evenly spread by path."""
    pages = []
    for document in spread(from_folder(folder), most):
        parts = tuple(
            replace(part, text=part.text.replace(document.description, "") if document.description else part.text)
            for part in document.parts
        )
        pages.append(replace(document, parts=parts, description="", keywords=""))
    return pages


def spread(items: Sequence[Item], most: int | None) -> list[Item]:
    """At most so many of the items, at even distances."""
    if most is None or most >= len(items):
        return list(items)
    return [items[number * len(items) // most] for number in range(most)]


def asked(path: Path, pages: Iterable[Document], most: int | None = None) -> list[dict[str, str]]:
    """The questions whose page is there; at most so many of a kind."""
    known = {Path(page.url).stem for page in pages}
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["doc"] in known:
            rows[row["kind"]].append(row)
    return [row for kind in sorted(rows) for row in spread(rows[kind], most)]


def write(pages: Iterable[Document], path: Path) -> int:
    """Write pages for the builds, one a line; return how many."""
    count = 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        for page in pages:
            parts = [[part.anchor, part.heading, part.text] for part in page.parts]
            row = {"id": page.url, "title": page.title, "headings": page.headings, "body": page.body, "parts": parts}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def read(path: Path) -> Iterator[Document]:
    """The pages that `write` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Document(row["id"], row["title"], tuple(Part(*part) for part in row["parts"]))


def markup(page: Document) -> str:
    """A page as the HTML of its content: the title, then each heading and its text."""
    lines = [f'<h1 id="top">{html.escape(page.title)}</h1>']
    for number, part in enumerate(page.parts):
        if part.anchor:
            lines.append(f'<h2 id="part-{number}">{html.escape(part.heading)}</h2>')
        lines += [f"<p>{html.escape(line)}</p>" for line in part.text.splitlines() if line]
    return "\n".join(lines)
