"""What the command line needs to know of ``mkdocs.yml``, read without MkDocs and without constructing a single YAML tag."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from .nodes import below, is_nothing, key_lines, pairs, text_of, with_parents
from .slugs import PLAIN, Slugs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

__all__ = ["LEFT_OUT", "NAMES", "Settings", "key_lines", "read_settings", "read_slugs"]

#: Names of the generator's file, the first one present is read. ProperDocs looks for its own name first.
NAMES = ("properdocs.yml", "mkdocs.yml", "mkdocs.yaml")

#: Keys that hold patterns of pages which are not built.
LEFT_OUT = ("exclude_docs", "draft_docs")

_FALSE = {"false", "False", "FALSE"}
#: How YAML names a function of Python, or what a call of one gives.
_FUNCTION = re.compile(r"tag:yaml\.org,2002:python/(?:name|object/apply):")


@dataclass(frozen=True, slots=True)
class Settings:
    """The parts of the generator's settings that decide URLs and names.

    ``docs`` is the folder of hand-written pages, relative to the book; ``own_names`` are names of the site by language. ``languages`` are
    those the translation plugin builds, the default one first; ``theme_language`` is the one of a site without it. ``left_out`` are the
    patterns, a line each, of pages that are not built; ``slugs`` is how headings get their ids. ``file`` is the settings file.
    """

    site_url: str = ""
    site_name: str = ""
    directory_urls: bool = True
    docs: str = "docs"
    own_names: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    theme_language: str = "en"
    left_out: tuple[str, ...] = ()
    slugs: Slugs = PLAIN
    file: str = NAMES[1]

    @property
    def address(self) -> str:
        """The published address with a slash at its end; empty when it is not written."""
        return self.site_url.rstrip("/") + "/" if self.site_url else ""

    def names(self, languages: Iterable[str]) -> dict[str, str]:
        """The site's name in each language: that language's own, else the one of the site."""
        return {code: self.own_names.get(code) or self.site_name for code in languages}


def read_settings(folder: Path) -> Settings:
    """The settings written in the folder's ``mkdocs.yml``; the generator's own defaults where it, or the file, is silent.

    A value behind a tag (``!ENV``) is only known to the generator and counts as not written.

    Raises:
        FindingsError: the file, or one that it inherits from, is not YAML, or inherits from itself.
    """
    path = next((folder / name for name in NAMES if (folder / name).is_file()), None)
    if path is None:
        return Settings()
    files = with_parents(path)
    written = _scalars(files)
    plugins, theme = (next(filter(None, (below(root, key) for root in files)), None) for key in ("plugins", "theme"))
    return Settings(
        site_url=written.get("site_url", ""),
        site_name=written.get("site_name", ""),
        directory_urls=written.get("use_directory_urls", "true") not in _FALSE,
        docs=written.get("docs_dir", "docs"),
        own_names=_own_names(plugins),
        languages=_languages(plugins),
        theme_language=text_of(below(theme, "language")) or "en",
        slugs=_slugs(files),
        file=path.name,
        left_out=tuple(line for key in LEFT_OUT for line in written.get(key, "").splitlines()),
    )


def read_slugs(path: Path) -> Slugs:
    """How headings get their ids with this settings file. Raises FindingsError as `read_settings` does."""
    return _slugs(with_parents(path))


def _slugs(files: list[yaml.Node | None]) -> Slugs:
    """What is said of ``toc``; a function stands behind a tag, which is read as its name."""
    extensions = [found for root in files if (found := below(root, "markdown_extensions"))]
    names = ("toc", "markdown.extensions.toc")
    toc = next((found for one in extensions for name in names if (found := below(one, name))), None)
    function, separator = below(toc, "slugify"), below(toc, "separator")
    options = ((key, value) for key, _, value in pairs(below(function, "kwds")))
    return Slugs(
        _FUNCTION.sub("", function.tag) if function is not None and not is_nothing(function) else "",
        tuple((key, str(value.value)) for key, value in options if isinstance(value, yaml.ScalarNode) and not is_nothing(value)),
        str(separator.value) if isinstance(separator, yaml.ScalarNode) and not is_nothing(separator) else "-",
    )


def _own_names(plugins: yaml.Node | None) -> dict[str, str]:
    """The names that the translation plugin is told, by language."""
    found = ((text_of(below(one, "locale")), text_of(below(one, "site_name"))) for one in _translated(plugins))
    return {code: name for code, name in found if code and name}


def _languages(plugins: yaml.Node | None) -> tuple[str, ...]:
    """The languages that the translation plugin builds, the default one first."""
    built = [one for one in _translated(plugins) if text_of(below(one, "build")) not in _FALSE and text_of(below(one, "locale"))]
    built.sort(key=lambda one: text_of(below(one, "default")).lower() != "true")
    return tuple(text_of(below(one, "locale")) for one in built)


def _translated(plugins: yaml.Node | None) -> list[yaml.Node]:
    languages = below(below(plugins, "i18n"), "languages")
    return list(languages.value) if isinstance(languages, yaml.SequenceNode) else []


def _scalars(files: list[yaml.Node | None]) -> dict[str, str]:
    """The top-level keys that hold plain text; those of the first file count before those of the next. An empty value takes one away."""
    found: dict[str, str] = {}
    for root in reversed(files):
        for name, _, value in pairs(root):
            if is_nothing(value):
                found.pop(name, None)
            elif isinstance(value, yaml.ScalarNode) and not value.tag.startswith("!"):
                found[name] = str(value.value)
    return found
