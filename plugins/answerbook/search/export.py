"""The index as files for browsers: everything the ranking reads, small, named by content, fetched only when needed.

``search/<lang>/manifest.<hash>.json`` (`FORMAT`) holds the small things (fields, stop words, synonyms) and says where each **block** is:
its first key, file, offset and length. A small site has all blocks of terms, words and titles in one file; when that would hold more than
`SHARDED` bytes (a hundred long pages or so) each block is a file of its own, and the reader does not see the difference. Texts (for
snippets and sections) are always apart. Files that are not JSON are called ``.txt``: hosts compress that.

Numbers are unsigned LEB128 varints, texts UTF-8. A block of terms or words begins with the number of its keys and the lengths of its
columns, each column of one kind of thing, which is what compresses well. Keys are front-coded: letters shared with the key before, and
what follows them.

lengths
    for each field, for each document, one byte: a place in the manifest's table of lengths; then a byte for each title's number of words
terms
    columns: letters shared; rests, a line each; documents; differences of document numbers; for each of them twice the occurrences in the
    body, or (fields as bits x 2 + 1) and the occurrences in each of them, in order
words
    columns: letters shared; rests, a line each; the block's rules by number; the rules, a line each: letters to drop for the stem, letters
    to add, commonness, parted by spaces
rests
    columns as of words: what follows the first letter of words; the rules: the first letters that go with it. Only when blocks are files of
    their own: a reader who has all words makes them
titles
    JSON: ``[[title, url, collection], …]``, 32 documents each
texts
    JSON: ``[[description, [[anchor, heading, text, asks?], …]], …]``
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
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
SHARDED = 100_000
TERM_BYTES, WORD_BYTES, TEXT_BYTES, TITLES = 12_000, 8_000, 32_000, 32
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
    size = sum(len(block) for kind, blocks in kinds.items() if kind != "texts" for _, block in blocks)
    if size > SHARDED:
        kinds["rests"] = _blocks((_Entry(rest, rule=firsts) for rest, firsts in sorted(index.vocabulary.rests.items())), WORD_BYTES)
    manifest = {**_about(index), **_place(kinds, written, sharded=size > SHARDED)}
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


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key and what its block must hold of it: columns of bytes, or for a word its rule."""

    key: str
    columns: tuple[bytes, ...] = ()
    rule: str = ""


def _terms(index: WhooshIndex) -> Iterator[_Entry]:
    for term in index.terms():
        yield _Entry(term, _postings(index.term(term)))


def _postings(fields: Sequence[Postings]) -> tuple[bytes, bytes, bytes]:
    rows: dict[int, list[int]] = {}
    for number, postings in enumerate(fields):
        for document, tf in postings:
            rows.setdefault(document, [0] * len(fields))[number] = tf
    steps, shapes, before = bytearray(), bytearray(), 0
    for document in sorted(rows):
        counts = rows[document]
        steps += varint(document - before)
        before = document
        used = [number for number, tf in enumerate(counts) if tf]
        if used == [BODY]:
            shapes += varint(counts[BODY] * 2)
        else:
            shapes += varint(sum(1 << number for number in used) * 2 + 1)
            for number in used:
                shapes += varint(counts[number])
    return varint(len(rows)), bytes(steps), bytes(shapes)


def _words(index: WhooshIndex) -> Iterator[_Entry]:
    for word in index.vocabulary.words:
        shared = _shared(word.text, word.stem)
        yield _Entry(word.text, rule=f"{len(word.text) - shared} {word.stem[shared:]} {word.size}")


def _shared(first: str, second: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (number for number, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), min(len(first), len(second))
    )


def _blocks(entries: Iterable[_Entry], most: int) -> list[tuple[object, bytes]]:
    """Blocks of about ``most`` bytes, each with its first key."""
    blocks: list[tuple[object, bytes]] = []
    block: list[_Entry] = []
    size = 0
    for entry in entries:
        weight = len(entry.key) // 2 + sum(map(len, entry.columns)) + 1
        if block and size + weight > most:
            blocks.append((block[0].key, _block(block)))
            block, size = [], 0
        block.append(entry)
        size += weight
    return [*blocks, (block[0].key, _block(block))] if block else blocks


def _block(entries: Sequence[_Entry]) -> bytes:
    befores = ["", *(entry.key for entry in entries)]
    shared = [_shared(before, entry.key) for before, entry in zip(befores, entries, strict=False)]
    rests = "\n".join(entry.key[length:] for entry, length in zip(entries, shared, strict=True))
    columns = [b"".join(map(varint, shared)), rests.encode()]
    if entries[0].columns:
        columns += [b"".join(column) for column in zip(*(entry.columns for entry in entries), strict=True)]
    else:
        common = Counter(entry.rule for entry in entries)
        rules = sorted(common, key=lambda rule: (-common[rule], rule))
        numbers = {rule: number for number, rule in enumerate(rules)}
        columns += [b"".join(varint(numbers[entry.rule]) for entry in entries), "\n".join(rules).encode()]
    return varint(len(entries)) + b"".join(varint(len(column)) for column in columns) + b"".join(columns)


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
