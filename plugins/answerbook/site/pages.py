"""Hand-written pages: ``docs/<language>/**/*.md``, read once for search, assistant and export as well as for the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from answerbook.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_HEADING = re.compile(r"^# +(.+?)(?: *\{[^}\n]*\})? *#* *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """One hand-written page: ``src`` below its language, ``file`` as findings name it, its front matter and Markdown.

    ``offset`` is how many lines stand above the Markdown in its file.
    """

    src: str
    file: str
    title: str
    description: str
    markdown: str
    offset: int
    meta: Mapping[str, Any]


def read_pages(folder: Path, root: Path) -> tuple[list[Written], list[Finding]]:
    """Every page below ``folder`` in order of path, and what cannot be read; ``root`` is what findings' paths are relative to."""
    pages: list[Written] = []
    findings: list[Finding] = []
    for path in sorted(folder.rglob("*.md")) if folder.is_dir() else []:
        src = path.relative_to(folder).as_posix()
        file = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
        if any(part.startswith(".") for part in src.split("/")):
            continue
        try:
            pages.append(_read(path, src, file))
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 2 if mark else 1
            findings.append(Finding(file, line, 1, "AB310", "The front matter of this page cannot be read.", "Mend the line named here."))
    return pages, findings


def _read(path: Path, src: str, file: str) -> Written:
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    front = _FRONT.match(text)
    meta = yaml.safe_load(front[1]) if front else {}
    meta = {str(key): _plain(value) for key, value in meta.items()} if isinstance(meta, dict) else {}
    markdown = text[front.end() :] if front else text
    heading = _HEADING.search(markdown)
    title = str(meta.get("title") or (heading[1] if heading else src.rpartition("/")[2].removesuffix(".md").replace("-", " ").capitalize()))
    offset = text[: front.end()].count("\n") if front else 0
    return Written(src, file, title, str(meta.get("description", "")), markdown, offset, meta)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
