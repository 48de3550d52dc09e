"""What the command line needs to know of ``mkdocs.yml``, read without MkDocs and without constructing a single YAML tag."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from answerbook.findings import Finding, FindingsError

from .slugs import PLAIN, Slugs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

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
        FindingsError: the file is not YAML.
    """
    path = next((folder / name for name in NAMES if (folder / name).is_file()), None)
    if path is None:
        return Settings()
    written = _scalars(path)
    files = list(_with_parents(path))
    plugins, theme = (next(filter(None, (_below(root, key) for root in files)), None) for key in ("plugins", "theme"))
    return Settings(
        site_url=written.get("site_url", ""),
        site_name=written.get("site_name", ""),
        directory_urls=written.get("use_directory_urls", "true") not in _FALSE,
        docs=written.get("docs_dir", "docs"),
        own_names=_own_names(plugins),
        languages=_languages(plugins),
        theme_language=_text(_below(theme, "language")) or "en",
        slugs=_slugs(files),
        file=path.name,
        left_out=tuple(line for key in LEFT_OUT for line in written.get(key, "").splitlines()),
    )


def read_slugs(path: Path) -> Slugs:
    """How headings get their ids with this settings file. Raises FindingsError when it, or one that it inherits from, is not YAML."""
    return _slugs(list(_with_parents(path)))


def key_lines(path: Path) -> dict[str, int]:
    """The line of each top-level key of a settings file, to say where a finding about it stands."""
    root = _compose(path)
    return {key.value: key.start_mark.line + 1 for key, _ in root.value} if isinstance(root, yaml.MappingNode) else {}


def _with_parents(path: Path) -> Iterator[yaml.Node | None]:
    """A settings file and those it inherits from, the nearest first."""
    root = _compose(path)
    yield root
    parent = path.parent / _text(_below(root, "INHERIT"))
    if parent.is_file() and parent != path:
        yield from _with_parents(parent)


def _slugs(files: list[yaml.Node | None]) -> Slugs:
    """What is said of ``toc``; a function stands behind a tag, which is read as its name."""
    extensions = [found for root in files if (found := _below(root, "markdown_extensions"))]
    names = ("toc", "markdown.extensions.toc")
    toc = next((found for one in extensions for name in names if (found := _below(one, name))), None)
    function, separator = _below(toc, "slugify"), _below(toc, "separator")
    options = _below(function, "kwds")
    pairs = options.value if isinstance(options, yaml.MappingNode) else []
    return Slugs(
        _FUNCTION.sub("", function.tag) if function is not None and _text(function) != "null" else "",
        tuple((key.value, value.value) for key, value in pairs if isinstance(value, yaml.ScalarNode)),
        str(separator.value) if isinstance(separator, yaml.ScalarNode) else "-",
    )


def _own_names(plugins: yaml.Node | None) -> dict[str, str]:
    """The names that the translation plugin is told, by language."""
    found = ((_text(_below(one, "locale")), _text(_below(one, "site_name"))) for one in _translated(plugins))
    return {code: name for code, name in found if code and name}


def _languages(plugins: yaml.Node | None) -> tuple[str, ...]:
    """The languages that the translation plugin builds, the default one first."""
    built = [one for one in _translated(plugins) if _text(_below(one, "build")) not in _FALSE and _text(_below(one, "locale"))]
    built.sort(key=lambda one: _text(_below(one, "default")).lower() != "true")
    return tuple(_text(_below(one, "locale")) for one in built)


def _translated(plugins: yaml.Node | None) -> list[yaml.Node]:
    languages = _below(_below(plugins, "i18n"), "languages")
    return list(languages.value) if isinstance(languages, yaml.SequenceNode) else []


def _text(node: yaml.Node | None) -> str:
    """The text of a scalar; none for anything else, and none behind a tag."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) and not node.tag.startswith("!") else ""


def _below(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key in a mapping, or in the mappings of a list, such as that of the plugins."""
    if isinstance(node, yaml.SequenceNode):
        return next((found for one in node.value if (found := _below(one, key)) is not None), None)
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _scalars(path: Path) -> dict[str, str]:
    """The top-level keys of a settings file that hold plain text, those of the file it inherits from underneath."""
    root = _compose(path)
    if not isinstance(root, yaml.MappingNode):
        return {}
    own = {key.value: value.value for key, value in root.value if isinstance(value, yaml.ScalarNode) and not value.tag.startswith("!")}
    parent = path.parent / own.pop("INHERIT", "")
    return {**_scalars(parent), **own} if parent.is_file() and parent != path else own


def _compose(path: Path) -> yaml.Node | None:
    try:
        # Composing builds nodes only: a tag such as !!python/name names a function and must never be constructed here.
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise FindingsError([_not_yaml(path, error)]) from None


def _not_yaml(path: Path, error: Exception) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Finding(path.name, line, column, "AB301", "This file cannot be read as YAML.", "Mend the line named here.")
