"""The data files of a built site: there, intact, and what the book gives."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from answerbook.book import compile_book
from answerbook.search.export import DIGITS

from .opened import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerbook.book.model import Book

    from .opened import BuiltSite
    from .result import Result

# What a name of a data file ends in: the first digits of its digest.
_DIGEST = re.compile(r"\.([0-9a-f]{8,64})\.[a-z]+\Z")


def check_data(book: Book, site: BuiltSite, wanted: Mapping[str, bytes], result: Result) -> None:
    """AB160, AB161, AB170: rules of another book, files absent or damaged, and files with other contents than the book gives.

    ``wanted`` are the files that a site of this book has, by path below the site's root.
    """
    other_book = site.manifest.book_hash != compile_book(book, site.as_of)["hash"]
    if other_book:
        result.add("AB160", (site.called(MANIFEST), 1, 1), "The site was built from another pricing.yaml than the one checked.")
    bad = check_intact(site, result)
    for path, content in sorted(wanted.items()):
        if not path.startswith("answerbook/") or path in bad or (other_book and not path.startswith("answerbook/js/")):
            continue  # said already: these follow from another book
        result.count("data files")
        found = site.read(path)
        if found is None:
            result.add("AB170", (site.called(path), 1, 1), "A data file that the book gives is not there.")
        elif found != content:
            result.add("AB170", (site.called(path), 1, 1), "The data file is not what the book gives.")


def check_intact(site: BuiltSite, result: Result) -> set[str]:
    """AB161 for every promised file that is absent or damaged; their paths."""
    return {path for path in _named(site) if not _intact(site, path, result)}


def _named(site: BuiltSite) -> Iterator[str]:
    """Every file that the manifest, and the search manifests in it, promise."""
    if site.manifest.book is not None:
        yield f"answerbook/{site.manifest.book}"
    for files in site.manifest.languages.values():
        yield from (f"answerbook/{name}" for name in (files.language, files.answers, files.search) if name is not None)
        yield from _shards(site, files.search)


def _shards(site: BuiltSite, manifest: str) -> Iterator[str]:
    """Every file that a search manifest promises; ``search.export`` says how it names them."""
    about = site.json(f"answerbook/{manifest}")
    about = about if isinstance(about, dict) else {}
    folder = f"answerbook/{manifest.rpartition('/')[0]}"
    texts = about.get("texts")
    if isinstance(texts, str):
        yield f"{folder}/texts.{texts}.json"
        texts = site.json(f"{folder}/texts.{texts}.json")
    if isinstance(about.get("index"), str):
        yield f"{folder}/index.{about['index']}.txt"
    blocks = about.get("blocks")
    for kind, place in [*(blocks.items() if isinstance(blocks, dict) else ()), ("texts", texts)]:
        given = place.get("hash") if isinstance(place, dict) else None
        digits = given if isinstance(given, str) else ""
        yield from (f"{folder}/{kind}.{digits[start : start + DIGITS]}.txt" for start in range(0, len(digits), DIGITS))


def _intact(site: BuiltSite, path: str, result: Result) -> bool:
    """Whether a file is there with the digest that its name promises; AB161 when not."""
    content, promised = site.read(path), _DIGEST.search(path)
    if content is not None and promised and hashlib.sha256(content).hexdigest().startswith(promised[1]):
        return True
    what = "is not there" if content is None else "is not the one its name promises"
    result.add("AB161", (site.called(path), 1, 1), f"The data file {what}.")
    return False
