"""The only module that knows mkdocs-static-i18n: its languages, its turn in the build, and how it wants its files.

With that plugin every event but start-up, serve and shutdown fires once per language, on the same config object: the default
language's build comes first, the others are run inside its last event. Handlers that need the language of the moment run after -100,
the plugin's own priority.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from .urls import destination

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from answerbook.content.values import Page

#: Ours is later than the translation plugin's -100: it rebuilds every file it sees and chokes on generated ones.
AFTER_I18N = -200


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a build: ``names`` by code as the reader sees them, the default one first."""

    names: Mapping[str, str]
    structure: str
    fallback: bool


def find(config: MkDocsConfig) -> Languages | None:
    """What the translation plugin was told, or None when the site has one language and no such plugin."""
    plugin = _plugin(config)
    if plugin is None:
        return None
    built = [language for language in plugin.config.languages if language.build]
    names = {language.locale: language.name for language in sorted(built, key=lambda one: not one.default)}
    return Languages(names, plugin.config.docs_structure, plugin.config.fallback_to_default)


def current(config: MkDocsConfig, otherwise: str) -> str:
    """The language being built now; ``otherwise`` without the translation plugin."""
    plugin = _plugin(config)
    return str(plugin.current_language) if plugin and plugin.current_language else otherwise


def is_nested(config: MkDocsConfig) -> bool:
    """Whether this is the build of a further language, run inside the first one's last event."""
    plugin = _plugin(config)
    return bool(plugin and plugin.building)


def site_names(config: MkDocsConfig) -> dict[str, str]:
    """The site's name per language, where one is given."""
    plugin = _plugin(config)
    return {one.locale: one.site_name for one in plugin.config.languages if one.site_name} if plugin else {}


def source(config: MkDocsConfig, language: str, src: str) -> str:
    """Where a page of a language stands below the docs folder: ``en/faq/x.md``, or ``faq/x.md`` without the plugin."""
    return f"{language}/{src}" if _plugin(config) else src


def address(file: File, otherwise: str) -> tuple[str, str]:
    """The language and the path below it that a file is the source of."""
    locale = getattr(file, "locale", None)
    return (str(locale), str(file.norm_src_uri)) if locale else (otherwise, file.src_uri)  # type: ignore[attr-defined]


def add_pages(files: Files, config: MkDocsConfig, language: str, pages: Mapping[str, Iterable[Page]]) -> None:
    """Add the generated pages of one language to a build, each knowing its counterparts, and to the site map."""
    made: dict[tuple[str, str], File] = {(code, page.src): _file(config, code, page) for code in pages for page in pages[code]}
    for (code, src), file in made.items():
        if code == language:
            counterparts = {other: made[other, src] for other in pages if (other, src) in made}
            _mark(file, config, code, src, counterparts)
            files.append(file)
    plugin = _plugin(config)
    if plugin:  # the site map is written from this list, which was made before our pages existed
        plugin.i18n_files_per_language[language] = files.documentation_pages()


def _plugin(config: MkDocsConfig) -> Any:
    """The plugin itself; MkDocs names it after its entry point."""
    return config.plugins.get("i18n")


def _file(config: MkDocsConfig, language: str, page: Page) -> File:
    """A page that exists in memory only, standing where the plan says."""
    file = File.generated(config, source(config, language, page.src), content="")
    file.dest_uri = destination(page.url)
    file.url = page.url or "./"
    return file


def _mark(file: File, config: MkDocsConfig, language: str, src: str, counterparts: dict[str, File]) -> None:
    """Set what the translation plugin sets on the files it rebuilds: its language switcher and site map read them."""
    if _plugin(config) is None:
        return
    marks = {
        "locale": language,
        "localization": language,
        "locale_alternate_of": language,
        "norm_src_uri": src,
        "alternates": {**counterparts, language: file},
    }
    for name, value in marks.items():
        setattr(file, name, value)
