"""What a built site says to machines: structured data on its pages, llms.txt and llms-full.txt."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from answerbook.content.articles import article_source
from answerbook.content.context import Context
from answerbook.content.jsonld import faq_page, offers
from answerbook.content.llms import llms, llms_full
from answerbook.language import load
from answerbook.wording import catalogue

from .built import amounts
from .excerpts import apart, excerpt
from .pages import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerbook.book.model import Book
    from answerbook.content.values import Plan

    from .comparison import Comparison
    from .result import Result

#: Whole addresses: a site says where it stands, a plan does not know.
_ADDRESSES = {"url", "item"}
_PRICES = {"price", "lowPrice", "highPrice", "minPrice", "maxPrice"}


def context_of(book: Book, plan: Plan, language: str) -> Context:
    """What the pages of one language refer to, where the plan puts them."""
    urls = {page.src: page.url for page in plan.pages[language]}
    return Context(book, load(language), plan.as_of, catalogue(language), links=plan.entries[language], urls=urls)


def check_json_ld(of: Comparison) -> None:
    """AB172: structured data of a page that says another thing than its book, or holds a price the book does not give there."""
    for code, planned in of.plan.pages.items():
        context = context_of(of.book, of.plan, code)
        for page in planned:
            name = file_of(page.url)
            wanted = list(filter(None, [faq_page(page, context, "") if page.kind == "article" else None, *offers(page, context, "")]))
            for line, column, text in of.pages[name].json_ld if name in of.pages else ():
                _check_block((of.site.called(name), line, column), text, wanted, code, of.result)


def _check_block(place: tuple[str, int, int], text: str, wanted: list[dict[str, Any]], language: str, result: Result) -> None:
    result.count("blocks of structured data")
    try:
        block = json.loads(text)
    except (ValueError, RecursionError):
        result.add("AB172", place, "The structured data is not JSON.")
        return
    best = _closest(block, wanted)
    if best is not None:
        for path, said, told in _differences(block, best, ""):
            left, right = apart(_text(said), _text(told))
            result.add("AB172", place, f"The structured data says “{left}” at {path}; the book gives “{right}”.")
        return
    for key, value in _strings(block, ""):
        if key in _PRICES or any(True for _ in amounts(value, language)):
            result.add("AB172", place, f"The structured data holds an amount that the book does not give here: “{excerpt(value)}”.")


def _closest(block: Any, wanted: list[dict[str, Any]]) -> dict[str, Any] | None:
    """What the page should say in the place of a block: of the same type, and of the same rule and day where there are several."""
    if not isinstance(block, dict):
        return None
    same = [each for each in wanted if each["@type"] == block.get("@type") and each.get("identifier") == block.get("identifier")]
    day = [each for each in same if each.get("priceSpecification", {}).get("validFrom") == _valid_from(block)]
    return next(iter([each for each in day if each.get("priceCurrency") == block.get("priceCurrency")] or day or same), None)


def _valid_from(block: dict[str, Any]) -> object:
    specification = block.get("priceSpecification")
    return specification.get("validFrom") if isinstance(specification, dict) else None


def _differences(said: Any, told: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Where two values of JSON differ; an address may begin with where the site stands."""
    if isinstance(said, dict) and isinstance(told, dict):
        for key in sorted({*said, *told}):
            yield from _differences(said.get(key), told.get(key), f"{path}.{key}" if path else key)
    elif isinstance(said, list) and isinstance(told, list) and len(said) == len(told):
        for number, pair in enumerate(zip(said, told, strict=True)):
            yield from _differences(*pair, f"{path}[{number}]")
    elif path.rpartition(".")[2] in _ADDRESSES and isinstance(said, str) and isinstance(told, str):
        if not said.endswith(told):
            yield path, said, told
    elif said != told or isinstance(said, bool) != isinstance(told, bool):
        yield path, said, told


def _strings(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """Every text and number in a value of JSON, as text, with the key it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, key)
    elif value is not None and key not in _ADDRESSES:
        yield key, str(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def check_llms(of: Comparison) -> None:
    """AB173: lines of the files for language models that the book and the articles do not give."""
    for code in of.plan.pages:
        files = of.site.manifest.languages.get(code)
        for name, full in (("llms.txt", False), ("llms-full.txt", True)):
            path = f"{files.base}{name}" if files else ""
            content = of.site.read(path)
            if content is not None:  # a site need not have one
                said = content.decode("utf-8", "replace").split("\n")
                _compare(of.site.called(path), said, _told(of, code, said, full=full), of.result)


def _told(of: Comparison, code: str, said: list[str], *, full: bool) -> list[str]:
    """What the file should say, under the name, the description and the address that it gives itself."""
    context = context_of(of.book, of.plan, code)
    name = said[0].removeprefix("# ")
    about = next((line.removeprefix("> ") for line in said[1:4] if line.startswith("> ")), "")
    url = next((context.urls[article_source(article)] for article in of.book.articles.get(code, ())), "")
    shape = rf"^<(https?://[^>]*?){re.escape(url)}>$" if full else rf"\]\((https?://[^)]*?){re.escape(url)}\)"
    mark = re.search(shape, "\n".join(said), re.MULTILINE)
    base = mark[1] if mark else ""
    text = llms_full(name, about, context, base) if full else llms(name, about, of.plan.pages[code], context, base)
    return text.split("\n")


def _compare(file: str, said: list[str], told: list[str], result: Result) -> None:
    result.count("lines for machines", len(told))
    for number, (line, right) in enumerate(zip(said, told, strict=False), start=1):
        if line != right:
            left, told_here = apart(line, right)
            result.add("AB173", (file, number, 1), f"The line says “{left}”; the book gives “{told_here}”.")
    if len(said) != len(told):
        result.add("AB173", (file, min(len(said), len(told)), 1), f"The file has {len(said)} lines; the book gives {len(told)}.")
