"""The Whoosh index of one language. The only module that knows Whoosh, and only what 2.7.4 and whoosh-reloaded 2.7.5 share."""

from __future__ import annotations

import json
from collections import Counter
from functools import cached_property, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from whoosh import fields, formats
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage, copy_to_ram

from ..language.words import tokens
from .analysis import Analyzer
from .blocks import walk, walked
from .documents import Document, Part
from .rows import Rows, size
from .source import FIELDS, LENGTH_BITS, MOST_TIMES, PLACED, BrokenIndexError, Postings, Vocabulary, Word, coarse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: Raised when what is written changes; an index of another number is not read.
VERSION = 5
ABOUT = "answerbook.json"
MEMORY_MB = 256


class WhooshIndex:
    """The documents of one language, searchable; see `Source` for what its members give."""

    def __init__(self, index: Any, about: dict[str, Any]) -> None:
        """Read an index that exists; `create` and `load` make one."""
        self._index = index
        self._reader = index.reader()
        self.lang: str = about["lang"]
        self.synonyms = tuple(tuple(group) for group in about["synonyms"])
        #: The number of different words of each title, stop words apart unless it has no others.
        self.sizes: tuple[int, ...] = tuple(about["sizes"])
        self.collections: tuple[str, ...] = tuple(about["collections"])
        #: For each document the number of its collection, counted from one; 0 when it is in none.
        self.shelves: tuple[int, ...] = tuple(about["shelves"])
        self._words: dict[str, int] = about["words"]
        self.count: int = self._reader.doc_count_all()
        # Who asks for a term asks for its places next, or never.
        self._found = lru_cache(maxsize=64)(self._read)
        self.term = lru_cache(maxsize=20_000)(self._term)
        self.places = lru_cache(maxsize=2_000)(self._places)
        self.document = lru_cache(maxsize=2_000)(self._document)

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The number of terms in all documents, for each field."""
        return tuple(int(self._reader.field_length(name)) for name in FIELDS)

    @cached_property
    def lengths(self) -> tuple[Sequence[int], ...]:
        """For each field the number of terms of each document, as `coarse` writes what Whoosh keeps."""
        length = self._reader.doc_field_length
        return tuple(
            [coarse(int(length(number, name, 0) or 0), bits) for number in range(self.count)] for name, bits in LENGTH_BITS.items()
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the documents."""
        words = []
        for word, documents in self._words.items():
            text, _, stem = word.partition("|")
            words.append(Word(text, stem or text, documents.bit_length()))
        return Vocabulary(words)

    def terms(self) -> Iterator[str]:
        """Every term of any field, in order."""
        yield from sorted(set().union(*self._stems.values()))

    @cached_property
    def _stems(self) -> dict[str, set[str]]:
        # Whoosh looks a term up by hashing it; most terms are asked for in fields that lack them.
        return {name: {raw.decode() for raw in self._reader.lexicon(name)} for name in FIELDS}

    def _term(self, stem: str) -> tuple[Postings, ...]:
        found = tuple(tuple((number, min(count, MOST_TIMES)) for number, count, _ in self._found(name, stem)) for name in FIELDS)
        return found if any(found) else ()

    def _places(self, stem: str) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        for name in PLACED:
            for number, _, kept in self._found(name, stem):
                found.setdefault(number, []).extend(walked(kept))
        return {number: sorted(set(places)) for number, places in sorted(found.items())}

    def walks(self, stem: str) -> bytes:
        """The `walk` of the places of a term in each document, one after the other."""
        found = [rows for rows in (self._found(name, stem) for name in PLACED) if rows]
        if len(found) == 1:
            return b"".join([kept for _, _, kept in found[0]])  # as Whoosh keeps them
        return b"".join(map(walk, self.places(stem).values()))

    def _read(self, field: str, stem: str) -> list[tuple[int, int, bytes]]:
        """Each document that has the term in the field: how often, and what Whoosh keeps of it besides."""
        if stem not in self._stems[field]:
            return []
        matcher, found = self._reader.postings(field, stem), []
        number, weight, value, go_on, is_active = matcher.id, matcher.weight, matcher.value, matcher.next, matcher.is_active
        while is_active():
            found.append((number(), int(weight()), value()))
            go_on()
        return found

    def _document(self, number: int) -> Document:
        data = json.loads(self._reader.stored_fields(number)["data"])
        parts = tuple(Part(*part) for part in data.pop("parts"))
        return Document(parts=parts, **data)


class _Walks(formats.Format):  # type: ignore[misc]
    """What is kept of a term in a document: its places, as `walk` writes them."""

    posting_size = -1


class _Terms(fields.FieldType):  # type: ignore[misc]
    """A field whose terms come ready made: Whoosh stores them, it need not find them again."""

    def __init__(self, kept: formats.Format) -> None:
        # Of a field that is not scored Whoosh would look for the file of lengths again with every posting.
        super().__init__(kept, None, scorable=True)

    def index(self, value: Any, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Each term with how often it occurs, and the walk of its places if it has any."""
        for term, found in value.items():
            if isinstance(found, int):
                yield term.encode(), found, float(found), b""
            else:
                yield term.encode(), len(found), float(len(found)), walk(found)


def _schema() -> Any:
    texts = {name: _Terms(_Walks() if name in PLACED else formats.Existence()) for name in FIELDS}
    return fields.Schema(data=fields.STORED(), **texts)


def create(documents: Iterable[Document], lang: str, synonyms: Iterable[Iterable[str]] = (), folder: Path | None = None) -> WhooshIndex:
    """Index documents, in the order given, in memory or in ``folder``."""
    analyzer = Analyzer(lang)
    groups = {tuple(sorted({_phrase(words, analyzer) for words in group} - {""})) for group in synonyms}
    about = {"version": VERSION, "lang": lang, "synonyms": sorted(group for group in groups if len(group) > 1)}
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        return _create(documents, about, folder)
    # Whoosh's own memory storage keeps its scratch files where another build would find them.
    with TemporaryDirectory(prefix="answerbook-") as scratch:
        return _create(documents, about, Path(scratch))


def _phrase(words: str, analyzer: Analyzer) -> str:
    """The stems of a name of one or more words, stop words apart; each once, as in a question."""
    content = [token.text for token in tokens(words) if not analyzer.is_stop(token.text)]
    return " ".join(dict.fromkeys(filter(None, map(analyzer.stem, content))))


def _create(documents: Iterable[Document], about: dict[str, Any], folder: Path) -> WhooshIndex:
    (folder / ABOUT).unlink(missing_ok=True)
    rows = Rows(Analyzer(about["lang"]))
    documents = tuple(documents)
    rows.named(documents)
    collections = sorted({document.collection for document in documents} - {""})
    # Blocks are not compressed: that takes Whoosh longer than all else, and nobody downloads them.
    writer = FileStorage(str(folder)).create_index(_schema()).writer(limitmb=MEMORY_MB, codec=W3Codec(compression=0))
    # How many documents have each word, however it is bent there. Whoosh would keep which ones, and take a third longer.
    words: Counter[str] = Counter()
    for document in documents:
        row = rows.row(document)
        words.update(row.words)
        terms = {name: found for name, found in {**row.placed, **row.counted}.items() if found}
        writer.add_document(data=row.data, **terms)
    writer.commit(optimize=True)
    complete = {
        **about,
        "collections": collections,
        "shelves": [collections.index(document.collection) + 1 if document.collection else 0 for document in documents],
        "sizes": [size(document.title, rows.analyzer) for document in documents],
        "words": words,
    }
    (folder / ABOUT).write_text(json.dumps(complete, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return _opened(folder, complete)


def load(folder: Path) -> WhooshIndex:
    """Open the index in ``folder``. Raises BrokenIndexError with a sentence when that cannot be done."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        version = about["version"]
        opened = _opened(folder, about) if version == VERSION else None
    except FileNotFoundError as error:
        message = f"{folder}: there is no complete index here. Build it again."
        raise BrokenIndexError(message) from error
    except Exception as error:  # whatever Whoosh raises on a damaged file
        message = f"{folder}: this index cannot be read. Build it again."
        raise BrokenIndexError(message) from error
    if opened is None:
        message = f"{folder}: this index is of version {version}, this program reads {VERSION}. Build it again."
        raise BrokenIndexError(message)
    return opened


def _opened(folder: Path, about: dict[str, Any]) -> WhooshIndex:
    # Read whole: Whoosh would leave the files of a damaged index open.
    opened = WhooshIndex(copy_to_ram(FileStorage(str(folder), readonly=True)).open_index(), about)
    if opened.count != len(opened.sizes):
        raise ValueError(folder)
    return opened
