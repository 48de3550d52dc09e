"""The index as files for browsers: everything the ranking reads, small, named by content, fetched only when needed.

``search/<lang>/manifest.<hash>.json`` (`FORMAT`) holds the small things (fields, stop words, synonyms, collections, the letters that stand
second in words) and under ``blocks``
for each kind of **block** where it is: ``first`` (what tells its first key from the block before) and ``hash`` (twelve digits for each
block, whose file is ``<kind>.<digits>.txt``). A small site has all blocks but those of places and texts in the file ``index.<hash>.txt``,
one after the other in the order of the manifest's ``order``; then ``size`` stands in for ``hash``. The reader does not see the difference.
It becomes many files when one would make a first search too heavy: beyond `SHARDED` bytes, some two hundred pages of help.

Files that are not JSON are called ``.txt``: hosts compress that. How a block of keys is laid out is told in `blocks`.

lengths
    for each field, for each document, one byte: a place in the manifest's table of lengths; then a varint for each document's collection
sizes
    a byte for each document: the number of different words of its title, stop words apart unless it has no others, 255 at most. Read only
    when a title may be exactly what was asked
terms
    columns: letters shared; rests, a line each; documents; differences of document numbers; for each of them three times the occurrences
    that count in the body alone, that + 1 when one of them is in the opening, or (fields as bits x 3 + 2) and those in each, in order
places
    a block for each of terms, without keys. Columns: the bytes that each term takes; for each term, for each document
    with it in a placed field, the differences of its places x 2, + 1 when another follows. Read only for what stands in quotes or in a row
words
    columns: letters shared; rests, a line each; the block's rules by number; the rules, a line each: letters to drop for the stem, letters
    to add, commonness, parted by spaces
rests
    the first letters that go with what follows the first letter of words, which stands as its `blocks.mark`. Columns: differences of marks;
    how many letters; the letters. Only when blocks are files of their own: a reader who has all words makes them
titles
    JSON: ``[[title, url, collection], …]``, as many documents each as ``step`` says
texts
    JSON: ``[[description, [[anchor, heading, text, asks?], …]], …]``. Where its blocks are stands in the manifest, or when that is long in
    the file ``texts.<hash>.json``, which the manifest names: it is read with the first snippet
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

from .. import canonical
from ..language.words import stop_words
from .blocks import Block, Entry, blocks, columns, groups, marked, rule, starts, varint
from .neighbours import PARTICLES
from .repair import LINKS
from .source import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .documents import Document
    from .index import WhooshIndex
    from .source import Postings

FORMAT = "answerbook-search/6"
#: Of thousands of files that browsers keep for years no two may share a name: eight digits are too few for that.
DIGITS = 12
#: About 45 kB compressed: with the modules and the manifest a first search of 65 kB, and later ones ask for no more than places and texts.
SHARDED = 110_000
#: The least and the most of a block of terms and of words: with more pages they grow, as a list of many blocks would be heavy too.
TERM_BYTES, WORD_BYTES = (3_000, 12_000), (2_000, 4_000)
TEXT_BYTES, LIST_BYTES = 12_000, 4_000
#: A block has so many titles, or all when there are no more than that.
TITLES, ALL_TITLES = 32, 250
#: More files of texts than that no host should be asked to keep.
MOST_TEXTS = 8_000
ORDER = ("lengths", "sizes", "terms", "words", "titles")
BODY, OPENING = (list(FIELDS).index(name) for name in ("body", "opening"))


class _Files:
    """Files by path, named by their content."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.written: dict[str, bytes] = {}

    def keep(self, kind: str, content: bytes, suffix: str = "txt", count: int = 8) -> str:
        """Keep a file; the digits of its name."""
        digits = canonical.digits(content, count)
        self.written[f"{self.folder}/{kind}.{digits}.{suffix}"] = content
        return digits

    def keep_all(self, kind: str, found: Iterable[bytes]) -> str:
        """Keep files of one kind; the digits of their names, one after the other."""
        return "".join(self.keep(kind, content, count=DIGITS) for content in found)


def files(index: WhooshIndex) -> tuple[str, dict[str, bytes]]:
    """The manifest's path and every file by path. The same documents give the same bytes, whatever their order or the machine."""
    kept = _Files(f"search/{index.lang}")
    rows = [(term, _postings(index.term(term)), index.walks(term)) for term in index.terms()]
    terms = blocks([Entry(term, postings) for term, postings, _ in rows], TERM_BYTES)
    kinds, where = _kinds(index, terms)
    sharded = sum(len(content) for contents in kinds.values() for content in contents) > SHARDED
    if sharded:
        rests = marked(index.vocabulary.rests, max(WORD_BYTES[0], 4 * isqrt(3 * len(index.vocabulary.rests))))
        kinds["rests"], where["rests"] = [content for _, content in rests], {"first": [first for first, _ in rests]}
    for kind, contents in kinds.items():
        where[kind] |= {"hash": kept.keep_all(kind, contents)} if sharded else {"size": [len(content) for content in contents]}
    where["places"] = {"hash": kept.keep_all("places", _places(terms, [walks for *_, walks in rows]))}
    manifest = {**_about(index), "blocks": where, "order": list(ORDER), "texts": _texts(index, kept)}
    if not sharded:
        manifest["index"] = kept.keep("index", b"".join(content for kind in ORDER for content in kinds[kind]))
    digits = kept.keep("manifest", canonical.dumps(manifest).encode(), "json")
    return f"{kept.folder}/manifest.{digits}.json", dict(sorted(kept.written.items()))


def _kinds(index: WhooshIndex, terms: Sequence[Block]) -> tuple[dict[str, list[bytes]], dict[str, dict[str, object]]]:
    """The blocks of each kind in `ORDER`, and what a reader must know to choose one."""
    words = blocks([Entry(word.text, rule=rule(word.text, word.stem, word.size)) for word in index.vocabulary.words], WORD_BYTES)
    step = max(index.count, 1) if index.count <= ALL_TITLES else TITLES
    contents = {
        "lengths": [_lengths(index)],
        "sizes": [bytes(min(size, 255) for size in index.sizes)],
        "terms": [block.content for block in terms],
        "words": [block.content for block in words],
        "titles": list(_titles(index, step)),
    }
    known: dict[str, dict[str, object]] = {
        "lengths": {},
        "sizes": {},
        "terms": {"first": [block.first for block in terms]},
        "words": {"first": [block.first for block in words]},
        "titles": {"step": step},
    }
    return contents, known


def _about(index: WhooshIndex) -> dict[str, object]:
    return {
        "format": FORMAT,
        "lang": index.lang,
        "count": index.count,
        "fields": list(FIELDS.values()),
        "totals": list(index.totals),
        "table": _table(index),
        "stop": sorted(stop_words(index.lang)),
        "seconds": index.vocabulary.seconds,
        "links": list(LINKS.get(index.lang, ("",))),
        "particles": sorted(PARTICLES.get(index.lang, ())),
        "synonyms": [list(group) for group in index.synonyms],
        "collections": list(index.collections),
    }


def _table(index: WhooshIndex) -> list[int]:
    return sorted({length for lengths in index.lengths for length in lengths})


def _lengths(index: WhooshIndex) -> bytes:
    places = {length: number for number, length in enumerate(_table(index))}
    rows = b"".join(bytes(places[length] for length in lengths) for lengths in index.lengths)
    return rows + b"".join(map(varint, index.shelves))


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
        if used == [BODY] or (used == [BODY, OPENING] and counts[OPENING] == 1):
            shapes += varint(counts[BODY] * 3 + len(used) - 1)
        else:
            shapes += varint(sum(1 << number for number in used) * 3 + 2)
            for number in used:
                shapes += varint(counts[number])
    return varint(len(rows)), bytes(steps), bytes(shapes)


def _places(terms: Sequence[Block], walks: Sequence[bytes]) -> Iterator[bytes]:
    """For each block of terms the block of their places."""
    first = 0
    for block in terms:
        found = walks[first : first + block.keys]
        first += block.keys
        yield columns([b"".join(varint(len(each)) for each in found), b"".join(found)], block.keys)


def _documents(index: WhooshIndex) -> Iterator[Document]:
    return (index.document(number) for number in range(index.count))


def _titles(index: WhooshIndex, step: int) -> Iterator[bytes]:
    rows = [[document.title, document.url, document.collection] for document in _documents(index)]
    for first in range(0, len(rows), step):
        yield canonical.dumps(rows[first : first + step]).encode()


def _texts(index: WhooshIndex, kept: _Files) -> object:
    """Keep the texts; where each is, or the digits of the file that tells it when that is long."""
    rows = []
    for document in _documents(index):
        parts = [[part.anchor, part.heading, part.text] + ([part.asks] if part.asks else []) for part in document.parts]
        rows.append(canonical.dumps([document.description, parts]).encode())
    sizes = groups(map(len, rows), max(TEXT_BYTES, sum(map(len, rows)) // MOST_TEXTS))
    contents = [b"[" + b",".join(rows[first : first + size]) + b"]" for first, size in starts(sizes)]
    found = {"first": [first for first, _ in starts(sizes)], "hash": kept.keep_all("texts", contents)}
    told = canonical.dumps(found).encode()
    return kept.keep("texts", told, "json") if len(told) > LIST_BYTES else found
