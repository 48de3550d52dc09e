"""The index as files for browsers: everything the ranking reads, small, named by content, fetched only when needed.

``search/<lang>/manifest.<hash>.json`` (`FORMAT`) holds the small things (fields, stop words, synonyms) and says where each **block** is:
its first key, file, offset and length. A small site has all blocks of terms, words and titles in one file; from `SHARDED` documents on each
block is a file of its own, and the reader does not see the difference. Texts (for snippets and sections) are always apart. Files that are
not JSON are called ``.txt``: hosts compress that.

Numbers are unsigned LEB128 varints, texts UTF-8. Keys are front-coded: length shared with the key before, length of the rest, the rest.

lengths
    for each field, for each document, one byte: a place in the manifest's table of lengths; then a byte for each title's number of words
terms
    number of terms; for each: key, number of documents, bytes of postings; then the postings: difference of document numbers, and either
    twice the occurrences in the body, or (fields as bits x 2 + 1) and the occurrences in each of them, in order
words
    number of words; for each: key, letters to drop for the stem, bytes to add, these bytes, commonness
titles
    JSON: ``[[title, url, collection], …]``, 64 documents each
texts
    JSON: ``[[description, [[anchor, heading, text, asks?], …]], …]``
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from .. import canonical
from ..language.words import stop_words
from .repair import LINKS
from .source import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .documents import Document
    from .index import WhooshIndex
    from .source import Postings

FORMAT = "answerbook-search/1"
SHARDED = 500
TERM_BYTES, WORD_BYTES, TEXT_BYTES, TITLES = 24_000, 16_000, 32_000, 64
BODY = list(FIELDS).index("body")


def files(index: WhooshIndex) -> tuple[str, dict[str, bytes]]:
    """The manifest's path and every file by path. The same documents give the same bytes, whatever their order or the machine."""
    kinds: dict[str, list[tuple[object, bytes]]] = {
        "lengths": [(0, _lengths(index))],
        "terms": _blocks(_terms(index), TERM_BYTES),
        "words": _blocks(_words(index), WORD_BYTES),
        "titles": list(_titles(index)),
        "texts": list(_texts(index)),
    }
    folder = f"search/{index.lang}"
    written: dict[str, bytes] = {}
    manifest = {**_about(index), **_place(kinds, written, sharded=index.count >= SHARDED)}
    content = canonical.dumps(manifest).encode()
    name = _name("manifest", content, "json")
    return f"{folder}/{name}", {f"{folder}/{path}": data for path, data in sorted({name: content, **written}.items())}


def _about(index: WhooshIndex) -> dict[str, object]:
    return {
        "format": FORMAT,
        "lang": index.lang,
        "count": index.count,
        "fields": list(FIELDS.values()),
        "totals": list(index.totals),
        "table": _table(index),
        "stop": sorted(stop_words(index.lang)),
        "links": list(LINKS.get(index.lang, ("",))),
        "synonyms": [list(group) for group in index.synonyms],
    }


def _name(kind: str, content: bytes, suffix: str) -> str:
    return f"{kind}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}"


def _place(kinds: dict[str, list[tuple[object, bytes]]], written: dict[str, bytes], *, sharded: bool) -> dict[str, object]:
    """Put the blocks into files; for each kind the list of [first key, file, offset, length]."""
    names: list[str] = []

    def keep(kind: str, content: bytes) -> int:
        name = _name(kind, content, "txt")
        if name not in written:
            written[name] = content
            names.append(name)
        return names.index(name)

    places: dict[str, object] = {}
    together = b"" if sharded else b"".join(block for kind in kinds if kind != "texts" for _, block in kinds[kind])
    file = None if sharded else keep("index", together)
    offset = 0
    for kind, blocks in kinds.items():
        rows: list[list[object]] = []
        for key, block in blocks:
            if file is None or kind == "texts":
                rows.append([key, keep(kind, block), 0, len(block)])
            else:
                rows.append([key, file, offset, len(block)])
                offset += len(block)
        places[kind] = rows
    return {**places, "files": names}


def varint(number: int) -> bytes:
    """``number`` in as many bytes as it needs, seven bits in each, the lowest first."""
    out = bytearray()
    while number > 0x7F:  # noqa: PLR2004
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def _table(index: WhooshIndex) -> list[int]:
    return sorted({length for lengths in index.lengths for length in lengths})


def _lengths(index: WhooshIndex) -> bytes:
    places = {length: number for number, length in enumerate(_table(index))}
    rows = b"".join(bytes(places[length] for length in lengths) for lengths in index.lengths)
    return rows + bytes(min(size, 255) for size in index.sizes)


def _terms(index: WhooshIndex) -> Iterator[tuple[str, bytes, bytes]]:
    """Each term with what follows its key, and its postings."""
    for term in index.terms():
        postings, documents = _postings(index.term(term))
        yield term, varint(documents) + varint(len(postings)), postings


def _postings(fields: Sequence[Postings]) -> tuple[bytes, int]:
    rows: dict[int, list[int]] = {}
    for number, postings in enumerate(fields):
        for document, tf in postings:
            rows.setdefault(document, [0] * len(fields))[number] = tf
    out, before = bytearray(), 0
    for document in sorted(rows):
        counts = rows[document]
        out += varint(document - before)
        before = document
        used = [number for number, tf in enumerate(counts) if tf]
        if used == [BODY]:
            out += varint(counts[BODY] * 2)
        else:
            out += varint(sum(1 << number for number in used) * 2 + 1)
            for number in used:
                out += varint(counts[number])
    return bytes(out), len(rows)


def _words(index: WhooshIndex) -> Iterator[tuple[str, bytes, bytes]]:
    for word in index.vocabulary.words:
        shared = 0
        for letter, other in zip(word.text, word.stem, strict=False):
            if letter != other:
                break
            shared += 1
        rest = word.stem[shared:].encode()
        yield word.text, varint(len(word.text) - shared) + varint(len(rest)) + rest + varint(word.size), b""


def _blocks(entries: Iterable[tuple[str, bytes, bytes]], most: int) -> list[tuple[object, bytes]]:
    """Front-coded blocks of about ``most`` bytes, each with its first key."""
    blocks: list[tuple[object, bytes]] = []
    first, count, before, heads, tails = "", 0, b"", bytearray(), bytearray()
    for text, head, tail in entries:
        if count and len(heads) + len(tails) + len(tail) > most:
            blocks.append((first, varint(count) + bytes(heads + tails)))
            count, before, heads, tails = 0, b"", bytearray(), bytearray()
        key = text.encode()
        shared = 0
        while shared < min(len(key), len(before)) and key[shared] == before[shared]:
            shared += 1
        first = first if count else text
        heads += varint(shared) + varint(len(key) - shared) + key[shared:] + head
        tails += tail
        before, count = key, count + 1
    if count:
        blocks.append((first, varint(count) + bytes(heads + tails)))
    return blocks


def _documents(index: WhooshIndex) -> Iterator[Document]:
    return (index.document(number) for number in range(index.count))


def _titles(index: WhooshIndex) -> Iterator[tuple[object, bytes]]:
    rows = [[document.title, document.url, document.collection] for document in _documents(index)]
    for first in range(0, len(rows), TITLES):
        yield first, canonical.dumps(rows[first : first + TITLES]).encode()


def _texts(index: WhooshIndex) -> Iterator[tuple[object, bytes]]:
    rows: list[str] = []
    first, size = 0, 0
    for number, document in enumerate(_documents(index)):
        parts = [[part.anchor, part.heading, part.text] + ([part.asks] if part.asks else []) for part in document.parts]
        row = canonical.dumps([document.description, parts])
        if rows and size + len(row) > TEXT_BYTES:
            yield first, f"[{','.join(rows)}]".encode()
            first, rows, size = number, [], 0
        rows.append(row)
        size += len(row)
    if rows:
        yield first, f"[{','.join(rows)}]".encode()
