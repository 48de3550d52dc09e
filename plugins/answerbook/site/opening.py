"""What a build by MkDocs is told and finds, as one value: a site with a book, or one with only the search."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mkdocs.plugins import get_plugin_logger

from answerbook import book as book_room
from answerbook.checks.examples import check_examples
from answerbook.checks.result import Result
from answerbook.findings import FindingsError

from . import i18n
from .indexing import plain
from .plan import make_plan, untranslated
from .preflight import Settled, check_settings
from .search_only import Building, read_search_site, unknown_slugs
from .settings import LEFT_OUT, key_lines, read_slugs
from .site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from answerbook.findings import Finding

    from .search_only import SearchSite

log = get_plugin_logger(__name__)


def read_site(config: MkDocsConfig, folder: Path, as_of: str | None) -> tuple[Site, list[Finding]]:
    """The site as its files are, and what is wrong with them though it can be built."""
    book, findings = book_room.read(folder)
    if book is None:
        raise FindingsError(findings)
    found = i18n.find(config)
    unsettled = check_settings(_settled(config, found), book)
    if unsettled:
        raise FindingsError(unsettled)
    only = str(config.theme.get("language", ""))
    languages = tuple(found.names) if found else (only if only in book.languages else book.default_language,)
    day = as_of or _today(book.time_zone)
    plan = make_plan(book, folder, day, config.use_directory_urls, docs=Path(config.docs_dir), languages=languages)
    examples = Result()
    check_examples(book, day, examples)
    names = _names(config, languages)
    url = (config.site_url or "").rstrip("/") + "/"
    wrong = [*findings, *untranslated(plan, Path(config.docs_dir).name), *examples.findings]
    return Site(book, plan, url, names, found.names if found else {}), wrong


def read_search_only(config: MkDocsConfig) -> SearchSite:
    """The pages as they are, for a site without a book; in the log, that there is none and which languages have no stemmer."""
    found = i18n.find(config)
    unsettled = check_settings(_settled(config, found), None)
    if unsettled:
        raise FindingsError(unsettled)
    languages = tuple(found.names) if found else (str(config.theme.get("language") or "en"),)
    path = Path(config.config_file_path)
    slugs = read_slugs(path)
    patterns = [config[key] for key in LEFT_OUT if config[key]]
    how = Building(config.use_directory_urls, lambda src: any(pattern.match_file(src) for pattern in patterns), slugs)
    site = read_search_site(Path(config.docs_dir), languages, how, apart=bool(found))
    log.info("There is no pricing.yaml and no faq/: this site gets the search, and nothing that needs a book.")
    for code in languages:
        if not site.engine(code).stems:
            log.info("%s", plain(code))
    unknown = unknown_slugs(slugs, path.name, key_lines(path).get("markdown_extensions", 1))
    site = replace(site, findings=(*unknown, *site.findings))
    return replace(site, url=f"{config.site_url.rstrip('/')}/" if config.site_url else "", names=_names(config, languages))


def _names(config: MkDocsConfig, languages: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(languages, config.site_name) | i18n.site_names(config)


def _settled(config: MkDocsConfig, found: i18n.Languages | None) -> Settled:
    path = Path(config.config_file_path)
    return Settled(
        file=path.name,
        lines=key_lines(path),
        site_url=config.site_url or "",
        theme=config.theme.name or "none",
        features=tuple(config.theme.get("features", [])),
        has_search="material/search" in config.plugins,
        docs=Path(config.docs_dir),
        languages=tuple(found.names) if found else None,
        structure=found.structure if found else None,
    )


def _today(time_zone: str) -> str:
    """The day of the build: the one place of the site that reads a clock, or what stands for one in a reproducible build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(ZoneInfo(time_zone))
    return now.date().isoformat()
