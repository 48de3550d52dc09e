"""A site that wants only the search, in three languages, and what reads it."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from answerbook.checks import run as check
from answerbook.site.checking import HelpCentre
from sites import Project

from tests.node import BROWSER, find_node

if TYPE_CHECKING:
    from pathlib import Path

PAGES = """
pricing.yaml
faq
docs/en
docs/nl/index.md
  | # Zelf doen
  |
  | Alles over de werkplaats. {{ macro.van.iemand }}
docs/nl/lamp.md
  | ---
  | title: Lamp & snoer
  | ---
  | # Een lamp vervangen
  |
  | Draai de lamp los.
  |
  | ## Welke lamp past?
  |
  | Een led van twaalf volt.
docs/nl/weg.md
  | ---
  | search: {exclude: true}
  | ---
  | # Verborgen lamp
docs/pt/index.md
  | # Faça você mesmo
  |
  | Tudo sobre a oficina.
docs/pt/lamp.md
  | # Trocar a lâmpada
  |
  | Desenrosque a lâmpada.
docs/ja/index.md
  | # 自分で直す
  |
  | 工房のすべて。
docs/ja/lamp.md
  | # 電球の交換
  |
  | ## どの電球？
  |
  | 十二ボルト。
"""
LANGUAGES = [
    {"locale": "nl", "name": "Nederlands", "default": True},
    {"locale": "pt", "name": "Português"},
    {"locale": "ja", "name": "日本語"},
]
NO_STEMMER = "INFO answerbook: There is no stemmer for {}: words are found as they are spelt."


def search_only(folder: Path) -> Project:
    project = Project(folder).write(PAGES)
    project.plugin("i18n")["languages"] = [dict(one) for one in LANGUAGES]
    project.plugin("answerbook").clear()
    return project


def one_language(project: Project, language: str | None) -> Project:
    """The Dutch pages as a site without the translation plugin."""
    project.without("i18n").write("docs/pt\ndocs/ja\n")
    for page in (project.folder / "docs" / "nl").iterdir():
        page.rename(project.folder / "docs" / page.name)
    (project.folder / "docs" / "nl").rmdir()
    if language:
        project.settings["theme"]["language"] = language
    return project


def twin(command: str, site: Path, *options: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    line = [find_node(), str(BROWSER / "cli.mjs"), command, "--site", str(site), *options, "--jsonl"]
    return subprocess.run(line, input=stdin, capture_output=True, check=False)


def found(site: Path, query: str, lang: str) -> list[str]:
    """The URLs that the browser's engine finds."""
    done = twin("search", site, "--lang", lang, stdin=json.dumps({"q": query}).encode())
    assert done.returncode == 0, done.stderr
    return [hit["url"] for hit in json.loads(done.stdout)["hits"]]


def told(folder: Path, site: Path) -> list[str]:
    return [str(finding) for finding in check(folder, site, "2026-11-23", HelpCentre(folder)).findings]
