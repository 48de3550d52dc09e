"""The MkDocs plugin: an adapter that hands the plan's pages, data and theme to MkDocs and its heirs, and nothing else.

Under mkdocs-static-i18n every event comes once per language (see ``i18n``): the first build opens the book, the nested ones use it.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader
from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.utils import get_theme_dir

from answerbook.calendar import is_day
from answerbook.content.check import check_references
from answerbook.content.context import HOME
from answerbook.content.markdown import AnswerbookExtension
from answerbook.findings import FindingsError
from answerbook.wording import catalogue

from . import i18n
from .csp import policy_file
from .export import data_files
from .facts import not_found_facts, page_facts
from .i18n import AFTER_I18N
from .navigation import navigation
from .opening import read_search_only, read_site
from .plan import context_of
from .search_only import SearchSite, has_book
from .search_only_files import search_facts, search_files
from .site import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from answerbook.content.context import Context
    from answerbook.findings import Finding

log = get_plugin_logger(__name__)

THEME = Path(__file__).with_name("theme")
STYLES = ("answerbook/site.css", *(f"answerbook/js/{name}.css" for name in ("answerbook", "search")))
SCRIPT = "answerbook/js/elements/all.js"

#: The theme the pages are made for.
THEME_NAME = "material"

#: Files of the theme's own search, which this site's search replaces.
_THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")

#: Front matter that keeps a page out of the theme's own index, which is not shipped; see ``on_post_build``.
_UNSEARCHED = {"search": {"exclude": True}}


class _Day(BaseConfigOption[str]):
    """A day written as YYYY-MM-DD; YAML reads it as a date unless it stands in quotes."""

    def run_validation(self, value: object) -> str:
        day = value.isoformat() if isinstance(value, date) else str(value)
        if not is_day(day):
            message = f"{day!r} is no existing day written as YYYY-MM-DD."
            raise ValidationError(message)
        return day


class AnswerbookConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options. Everything else stands in pricing.yaml, faq/ and docs/."""

    book = config_options.Optional(config_options.Dir(exists=True))
    """Folder of pricing.yaml and faq/; without it the folder of the settings file."""

    as_of = config_options.Optional(_Day())
    """The day the site states prices for; without it, or when it is empty, the day of the build."""


class AnswerbookPlugin(BasePlugin[AnswerbookConfig]):  # type: ignore[no-untyped-call]
    """Builds a help centre from a book. Kept over the rebuilds of a preview, because it defines ``on_startup``."""

    _serving = False
    _site: Site | SearchSite | None = None
    _nav: list[Any] | None = None
    _warned: tuple[str, ...] = ()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs names the arguments
        """Remember whether this is a preview: there, a book that cannot be read keeps the last good one."""
        self._serving = command == "serve"

    # After the translation plugin (-100), which sets language, names and its own theme folder.
    @event_priority(AFTER_I18N)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the book, and turn on everything the pages of this language need."""
        self._watch(config)
        if not i18n.is_nested(config):
            self._site = self._open(config)
        site = self._opened()
        _add_theme(config)
        _add_assets(config)
        if isinstance(site, SearchSite):
            return config
        language = i18n.current(config, site.plan.default_language)
        _name_permalinks(config, site, language)
        if config.nav is None or config.nav == self._nav:
            config.nav = self._nav = navigation(site.book, site.plan, language)
        return config

    # After the translation plugin: it rebuilds the files it sees and fails on generated ones.
    @event_priority(AFTER_I18N)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages of this language and, once per site, its data."""
        site = self._opened()
        for file in [file for file in files if file.src_uri.startswith(_THEME_SEARCH)]:
            files.remove(file)
        if not i18n.is_nested(config):
            for path, content in _data_files(site).items():
                files.append(File.generated(config, path, content=content))
        if isinstance(site, SearchSite):
            return files
        language = i18n.current(config, site.plan.default_language)
        generated = {code: tuple(page for page in pages if page.kind != "page") for code, pages in site.plan.pages.items()}
        i18n.add_pages(files, config, language, generated)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Keep the theme's originals reachable below ``material/``: our templates of the same name extend them."""
        originals = FileSystemLoader(get_theme_dir(config.theme.name or THEME_NAME))

        def original(name: str) -> tuple[str, str, Any] | None:
            prefix, _, rest = name.partition("/")
            return originals.get_source(env, rest) if prefix == "material" and rest else None

        env.loader = ChoiceLoader([env.loader, FunctionLoader(original)]) if env.loader else FunctionLoader(original)
        return env

    # Before other plugins, so that they see the planned Markdown and front matter.
    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give a page the Markdown and front matter of the plan; in a preview of a broken file that is the last good state."""
        site = self._opened()
        page.meta.update(_UNSEARCHED)
        if isinstance(site, SearchSite):
            return markdown
        code, src = i18n.address(page.file, site.plan.default_language)
        planned = site.page(code, src)
        context = context_of(site.book, site.plan, code).at(page.url, page.file.src_uri)
        _set_extension(config, context)
        if planned is not None:
            alone = ["navigation", "toc"] if src == HOME else [] if page.parent else ["navigation"]
            page.meta = {"hide": alone, **planned.meta, "title": planned.title, "description": planned.description, **_UNSEARCHED}
            page.update_date = str(planned.meta.get("updated", site.plan.as_of))
        return self._unplanned(markdown, context) if planned is None else planned.markdown

    # After the translation plugin (50), whose own links to other languages ours replace.
    @event_priority(AFTER_I18N)
    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG002
        """Tell the templates the facts of the page."""
        site = self._opened()
        if isinstance(site, SearchSite):
            context["answerbook"] = search_facts(site, i18n.current(config, site.default_language))  # type: ignore[typeddict-unknown-key]
            return context
        planned = site.page(*i18n.address(page.file, site.plan.default_language))
        if planned is not None:
            context["answerbook"] = page_facts(site, planned, i18n.current(config, site.plan.default_language))  # type: ignore[typeddict-unknown-key]
            _own_alternates(config)
        return context

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
        """Tell the page for unknown addresses what it says in every language."""
        site = self._opened()
        if template_name == "404.html" and isinstance(site, SearchSite):
            context["answerbook"] = search_facts(site, site.default_language)  # type: ignore[typeddict-unknown-key]
        elif template_name == "404.html" and isinstance(site, Site):
            context["answerbook"] = not_found_facts(site)  # type: ignore[typeddict-unknown-key]
            _own_alternates(config)
        return context

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Write the page for unknown addresses once, in the default language's build; an empty page is not written."""
        return "" if template_name == "404.html" and i18n.is_nested(config) else output_content

    # After the translation plugin (-100), which builds the other languages and writes the theme's index inside its own handler.
    @event_priority(AFTER_I18N)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """When all languages are there: drop the theme's search index and write the content security policy."""
        if i18n.is_nested(config):
            return
        folder = Path(config.site_dir)
        _drop_theme_index(folder / "search")
        pages = (path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html")))
        (folder / "answerbook" / "csp.txt").write_bytes(policy_file(pages))
        self._keep_strict(config)

    def _keep_strict(self, config: MkDocsConfig) -> None:
        """Stop a strict build whose warnings MkDocs neither shows nor counts, as it does under ``--quiet``."""
        if config.strict and not self._serving and self._warned and not log.isEnabledFor(logging.WARNING):
            raise PluginError("\n".join(["A strict build stops on these:", *self._warned]))

    def _unplanned(self, markdown: str, context: Context) -> str:
        """A page the plan does not know: it stands outside the language folders, or was written while the book is broken."""
        try:
            check_references(markdown, context)
        except FindingsError as error:
            if self._serving:
                click.secho(f"answerbook: {error}", fg="red", err=True)
                return ""
            raise PluginError(str(error)) from None
        return markdown

    def _opened(self) -> Site | SearchSite:
        if self._site is None:
            message = "the book was not opened; another plugin has stopped the build."
            raise PluginError(message)
        return self._site

    def _open(self, config: MkDocsConfig) -> Site | SearchSite:
        """The site as its files are now. In a preview with mistakes in them: as it was, and what is wrong."""
        folder = self._folder(config)
        site: Site | SearchSite
        findings: list[Finding] = []
        try:
            if self.config.book or has_book(folder):
                site, findings = read_site(config, folder, self.config.as_of)
            else:
                site = read_search_only(config)
                findings = list(site.findings)
        except FindingsError as error:
            if self._serving and isinstance(self._site, Site):
                click.secho(f"answerbook: the last good state is shown until this is mended:\n{error}", fg="red", err=True)
                return replace(self._site, findings=tuple(str(finding) for finding in error.findings))
            raise PluginError(str(error)) from None
        self._warned = tuple(map(str, findings))
        for finding in self._warned:
            log.warning("%s", finding)
        return site

    def _folder(self, config: MkDocsConfig) -> Path:
        return Path(self.config.book or Path(config.config_file_path).parent)

    def _watch(self, config: MkDocsConfig) -> None:
        for path in (self._folder(config) / "pricing.yaml", self._folder(config) / "faq"):
            if path.exists() and str(path) not in config.watch:
                config.watch.append(str(path))


def _data_files(site: Site | SearchSite) -> dict[str, bytes]:
    if isinstance(site, SearchSite):
        return search_files(site)
    return data_files(site.book, site.plan, site_url=site.url, names=site.names)


def _add_theme(config: MkDocsConfig) -> None:
    """Our templates come before the theme's and after those of the site's own ``custom_dir``."""
    ours = str(THEME)
    if ours not in config.theme.dirs:
        own = config.theme.custom_dir
        config.theme.dirs.insert(config.theme.dirs.index(own) + 1 if own in config.theme.dirs else 0, ours)
    config.theme["font"] = False  # the theme would fetch its fonts from a third party


def _add_assets(config: MkDocsConfig) -> None:
    config.extra_css.extend(style for style in STYLES if style not in config.extra_css)
    if all(str(script) != SCRIPT for script in config.extra_javascript):
        script = config_options.ExtraScriptValue(SCRIPT)
        script.type = "module"
        config.extra_javascript.append(script)


def _name_permalinks(config: MkDocsConfig, site: Site, language: str) -> None:
    """Let the marks at headings, where the settings ask for them, be named in the language of the page."""
    options = config.mdx_configs.get("toc", {})
    ours = {catalogue(code).say("site.permalink") for code in site.plan.pages}
    if options.get("permalink") and options.get("permalink_title") in {None, *ours}:
        options["permalink_title"] = catalogue(language).say("site.permalink")


def _set_extension(config: MkDocsConfig, context: Context) -> None:
    """Exactly one extension of ours: the one that knows the page now being written."""
    others = [
        one for one in config.markdown_extensions if not isinstance(one, AnswerbookExtension) and one not in ("answerbook", "attr_list")
    ]
    ours: Any = AnswerbookExtension(context=context)  # Python-Markdown takes instances as well as names
    config.markdown_extensions = [*others, "attr_list", ours]


def _drop_theme_index(folder: Path) -> None:
    """Delete the index of the theme's search, and its folder unless a page of the site stands in it."""
    (folder / "search_index.json").unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _own_alternates(config: MkDocsConfig) -> None:
    """Let the theme show its language switcher, which is ours, without writing its own links to other languages into the head.

    The theme shows the switcher for anything true, and loops over anything iterable.
    """
    config.extra["alternate"] = True
    if hasattr(config.extra, "alternate"):  # the translation plugin sets it as an attribute, which templates see first
        config.extra.alternate = True
