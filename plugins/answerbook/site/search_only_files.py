"""What a site with only the search ships and shows: its data files by path, and what the templates are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerbook import canonical
from answerbook.content.context import CONTACT, SEARCH
from answerbook.language import load
from answerbook.wording import search_catalogue

from .codes import spoken, without_region
from .export import FORMAT, browser_modules, json_file
from .facts import escape, search_words
from .machines import opensearch
from .urls import language_base

if TYPE_CHECKING:
    from .search_only import SearchSite

#: Brings the assistant to other sites, and there is none.
_NOT_SHIPPED = "answerbook/js/embed.js"


def search_files(site: SearchSite) -> dict[str, bytes]:
    """Every data file by its path below the site's root, the same bytes for the same pages and package."""
    files: dict[str, bytes] = {}
    languages: dict[str, Any] = {}
    for code in site.documents:
        words = json_file(f"{code}.language", _language_data(code, spoken(code, site.default_language)))
        search, shards = site.engine(code).files()
        files |= dict([words]) | shards
        languages[code] = {"base": language_base(code, site.default_language), "language": words[0], "search": search}
    manifest = {"format": FORMAT, "default_language": site.default_language, "languages": languages}
    files["manifest.json"] = canonical.dumps(manifest).encode()
    data = {f"answerbook/{path}": content for path, content in files.items()}
    modules = {path: content for path, content in browser_modules() if path != _NOT_SHIPPED}
    return data | modules | _opensearch(site)


def _language_data(code: str, voice: str) -> dict[str, Any]:
    """What the search needs to speak; ``voice`` is the language whose sentences it says, which ``messages`` names."""
    nothing: dict[str, Any] = {"labels": {}, "collections": {}, "links": {}}
    return {"lang": code, "formats": load(voice).pack(), "messages": search_catalogue(voice).pack(), **nothing}


def _opensearch(site: SearchSite) -> dict[str, bytes]:
    """The OpenSearch description of each language; none without an address a browser could be sent to."""
    return {
        _opensearch_path(site, code): opensearch(code, name, name, f"{site.url}{_listing(site, code)}?q={{searchTerms}}").encode()
        for code, name in site.names.items()
        if site.url
    }


def _opensearch_path(site: SearchSite, code: str) -> str:
    return f"{language_base(code, site.default_language)}opensearch.xml" if site.url else ""


def _listing(site: SearchSite, code: str) -> str:
    """Where a search leads when no script runs: to the page about searching if there is one, else to the start."""
    return site.page(code, SEARCH) or site.home(code)


def search_facts(site: SearchSite, language: str) -> dict[str, Any]:
    """The facts of any page in a language. ``words_lang`` is the language of the words where it is another one."""
    voice = spoken(language, site.default_language)
    words = search_words(voice)
    return {
        "only_search": True,
        "language": language,
        "site_name": escape(site.names[language]),
        "opensearch": _opensearch_path(site, language),
        "all_questions": _listing(site, language),
        "contact": site.page(language, CONTACT),
        "header_search": True,
        # Who has only the search need not be a help centre.
        "words": {**words, "search": words["search_button"], "search_hint": words["search_button"]},
        "words_lang": "" if voice == without_region(language) else voice,
    }
