"""What the templates are told about a page, as plain values: they place facts, they never compute one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from answerbook import canonical
from answerbook.content.context import CONTACT, HOME, SEARCH
from answerbook.content.jsonld import breadcrumbs, faq_page, offers
from answerbook.language import load
from answerbook.wording import catalogue, search_catalogue

from .plan import context_of
from .urls import language_base

if TYPE_CHECKING:
    from answerbook.content.values import Page, Plan

    from .site import Site


_WORDS = ("breadcrumb", "findings", "updated", "as_of", "not_translated", "assistant")

#: What stands at the search before its script, and what that says when it can fetch nothing, not even its words.
_SEARCH_WORDS = ("hint", "button", "needs_script", "by_list", "by_menu", "failed", "again", "gone", "load_again", "close")


def page_facts(site: Site, page: Page, language: str) -> dict[str, Any]:
    """The facts of one page as built in ``language`` (another one than the page's own when its text is borrowed)."""
    say = catalogue(language).say
    author = str(page.meta.get("author", ""))
    return {
        **common_facts(site, language),
        "kind": "home" if page.src == HOME else page.kind,
        "title": escape(page.title),
        "description": escape(page.description),
        "header_search": page.src not in (HOME, SEARCH),
        "author": author,
        "updated": _day(str(page.meta.get("updated", "")), language),
        "as_of": _day(site.plan.as_of, language) if page.kind == "article" else None,
        "borrowed": page.language if page.language != language else "",
        "breadcrumb": breadcrumb(site, page),
        "json_ld": [_script_safe(canonical.dumps(data)) for data in json_ld(site, page)],
        "words": {**words_of(language), "author": say("site.author", author=escape(author)) if author else ""},
        **_alternates(site, page),
    }


def common_facts(site: Site, language: str) -> dict[str, Any]:
    """What holds for every page of a language."""
    return {
        "language": language,
        "site_name": escape(site.names[language]),
        "opensearch": f"{language_base(language, site.plan.default_language)}opensearch.xml",
        "all_questions": listing(site.plan, language),
        "contact": next((page.url for page in site.plan.pages[language] if page.src == CONTACT), ""),
        "findings": [escape(finding) for finding in site.findings],
    }


def words_of(language: str) -> dict[str, str]:
    """The words that templates show on any page, by key."""
    say = catalogue(language).say
    return {word: say(f"site.{word}") for word in _WORDS} | search_words(language)


def search_words(language: str) -> dict[str, str]:
    """The words that templates show at the search, by key."""
    say = search_catalogue(language).say
    words = {f"search_{word}": say(f"search.{word}") for word in _SEARCH_WORDS}
    return {**words, "search": say("search.label"), "ask_person": say("search.ask_person")}


def listing(plan: Plan, language: str) -> str:
    """The URL of the page that lists every question; a search form leads there where no script runs. Home without such a page."""
    found = {page.src: page.url for page in plan.pages[language]}
    return found.get(SEARCH, found.get(HOME, ""))


def home_url(site: Site, language: str) -> str:
    """The URL of a language's home."""
    home = site.page(language, HOME)
    return home.url if home else language_base(language, site.plan.default_language)


def not_found_facts(site: Site) -> dict[str, Any]:
    """The facts of the one page that answers for every address that is no page; it speaks all languages."""
    return {
        **common_facts(site, site.plan.default_language),
        "kind": "not_found",
        "alternates": [],
        "translations": [],
        "words": words_of(site.plan.default_language),
        "not_found": [_not_found(site, language) for language in site.plan.pages],
    }


def _not_found(site: Site, language: str) -> dict[str, str]:
    say = catalogue(language).say
    start = urlsplit(site.url).path  # shown at any depth, so its links start at the server's root
    return {
        "lang": language,
        "title": say("site.not_found_title"),
        "text": say("site.not_found_text"),
        "home": start + home_url(site, language),
        "home_text": say("site.home"),
        "all_questions": start + listing(site.plan, language),
        "all_questions_text": say("site.all_questions"),
    }


def breadcrumb(site: Site, page: Page) -> list[dict[str, str]]:
    """The way from home to a page: title and site-relative URL of each step, the page itself last; empty for home."""
    if page.src == HOME:
        return []
    steps = [{"title": catalogue(page.language).say("site.home"), "url": home_url(site, page.language)}]
    shelf = site.page(page.language, f"faq/{page.collection}/index.md") if page.collection and page.kind != "collection" else None
    if shelf:
        steps.append({"title": shelf.title, "url": shelf.url})
    return [*steps, {"title": page.title, "url": page.url}]


def json_ld(site: Site, page: Page) -> list[dict[str, Any]]:
    """What a page says to machines: the way to it, of an article its questions with their answers, and the offers whose prices it shows."""
    context = context_of(site.book, site.plan, page.language)
    trail = breadcrumbs([(step["title"], step["url"]) for step in breadcrumb(site, page)], site.url)
    questions = faq_page(page, context, site.url) if page.kind == "article" else None
    return [*filter(None, (trail, questions)), *offers(page, context, site.url)]


def _alternates(site: Site, page: Page) -> dict[str, Any]:
    """The page in every language: relative to the site for the switcher, with whole addresses for machines, which accept nothing else.

    Where a language lacks the page the switcher leads to its home; machines are told of no such version.
    """
    versions = {language: site.page(language, page.src) for language in site.plan.pages}
    there = [(language, other.url) for language, other in versions.items() if other]
    absolute = [{"lang": language, "url": site.url + url} for language, url in there]
    default = [{"lang": "x-default", "url": site.url + url} for language, url in there if language == site.plan.default_language]
    return {
        "alternates": [
            {
                "lang": language,
                "name": site.tongues.get(language, language),
                "url": (other.url if other else home_url(site, language)) or "./",
            }
            for language, other in versions.items()
        ],
        "translations": [*absolute, *default] if len(there) > 1 else [],
    }


def _day(day: str, language: str) -> dict[str, str] | None:
    return {"day": day, "text": load(language).date(day)} if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


def _script_safe(text: str) -> str:
    """JSON that cannot end the script element it stands in."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def escape(text: str) -> str:
    """Text as HTML, also within an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
