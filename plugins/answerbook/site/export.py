"""The data of a site as bytes by path: what the browser twin, other sites and machines read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerbook import canonical
from answerbook.answers.compile import answers_pack
from answerbook.book import compile_book
from answerbook.language import load
from answerbook.wording import catalogue

from .machines import for_machines
from .modules import served
from .services import search_engine
from .urls import language_base

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerbook.book.model import Book
    from answerbook.content.values import Plan

BROWSER = Path(__file__).parent.parent / "browser"
#: Below a site's root.
JS = "answerbook/js/"

FORMAT = "answerbook-site/1"

#: Only for the terminal: no page asks for it.
_NOT_SHIPPED = ("cli.mjs", "lines.js", "package.json")


def data_files(book: Book, plan: Plan, *, site_url: str = "", names: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Every data file of a site by its path below the site's root, the same bytes for the same book, plan and package.

    Args:
        book: The rules and words.
        plan: The pages; its languages are the site's.
        site_url: The published address, for files that must hold whole addresses; those are left out without one.
        names: The site's name by language.
    """
    compiled = compile_book(book, plan.as_of)
    book_file = json_file("book", compiled)
    files = dict([book_file])
    languages: dict[str, Any] = {}
    for code in plan.pages:
        words = json_file(f"{code}.language", language_data(book, plan, code))
        answers = json_file(f"{code}.answers", answers_data(book, code))
        search, shards = search_engine(book, plan, code).files()
        files |= dict([words, answers]) | shards
        languages[code] = {
            "base": language_base(code, plan.default_language),
            "language": words[0],
            "answers": answers[0],
            "search": search,
            # Here, so that an embed on another site shows its button after one small file.
            "launcher": catalogue(code).say("elements.launcher"),
        }
    manifest = {
        "format": FORMAT,
        "as_of": plan.as_of,
        **_next_change(compiled, plan.as_of),
        "book": book_file[0],
        "book_hash": compiled["hash"],
        "default_language": plan.default_language,
        "languages": languages,
    }
    files["manifest.json"] = canonical.dumps(manifest).encode()
    data = {f"answerbook/{path}": content for path, content in files.items()}
    return data | dict(browser_modules()) | for_machines(book, plan, site_url, names or {})


def _next_change(compiled: dict[str, Any], as_of: str) -> dict[str, str]:
    """The first day on which a figure of the site becomes another one, if any: until then no page needs to look."""
    days = [price["from"] for item in compiled["items"].values() for price in item["prices"] if price["from"] > as_of]
    return {"next_change": min(days)} if days else {}


def language_data(book: Book, plan: Plan, language: str) -> dict[str, Any]:
    """What calculator, meter and search need to speak a language: how figures are written, sentences, names, and where answers stand."""
    rules = {entry.id: entry.rules for article in book.articles.get(language, ()) for entry in article.entries}
    return {
        "lang": language,
        "formats": load(language).pack(),
        "messages": catalogue(language).pack(),
        "labels": {thing: {"one": words.one, "other": words.other} for thing, words in book.words.get(language, {}).items()},
        "collections": {shelf.id: shelf.title for shelf in book.collections.get(language, {}).values()},
        "links": {
            link.entry: {"url": link.url, "question": link.question, "rules": list(rules.get(link.entry, ())), "place": place}
            for place, link in enumerate(plan.entries[language].values())
        },
    }


def answers_data(book: Book, language: str) -> dict[str, Any]:
    """What the assistant needs on top of that: how questions are read, and what can be asked of this book."""
    return {"reading": load(language).reading_pack(), "model": answers_pack(book, language)}


def browser_modules() -> Iterator[tuple[str, bytes]]:
    """The browser's style sheets as they are written and its modules as `modules` joins them, by the path they are served from."""
    yield from ((f"{JS}{name}", code.encode()) for name, code in served(module_sources()).items())
    yield from ((f"{JS}{path.name}", path.read_bytes()) for path in sorted(BROWSER.glob("*.css")))


def module_sources() -> dict[str, str]:
    """The modules of a site as they are written, by their path below `JS`."""
    written = {path.relative_to(BROWSER).as_posix(): path for path in sorted(BROWSER.rglob("*.js"))}
    return {name: path.read_text(encoding="utf-8") for name, path in written.items() if name not in _NOT_SHIPPED}


def json_file(name: str, value: object) -> tuple[str, bytes]:
    """A data file: its name holds the start of its digest, so that a browser may keep it for ever."""
    content = canonical.dumps(value).encode()
    return f"{name}.{canonical.digits(content)}.json", content
