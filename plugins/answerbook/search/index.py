"""The Whoosh index of one language. The only module that knows Whoosh, and only what 2.7.4 and whoosh-reloaded 2.7.5 share."""

from __future__ import annotations

import json
from functools import cached_property, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from whoosh import fields
from whoosh.filedb.filestore import FileStorage, copy_to_ram

from ..language.words import fold, tokens
from .analysis import Analyzer
from .documents import Document, Part
from .source import FIELDS, BrokenIndexError, Postings, Vocabulary, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Raised when what is written changes; an index of another number is not read.
VERSION = 2
ABOUT = "answerbook.json"
MEMORY_MB = 256
#: How many documents keep a stop word that stands in no title or heading, so that a question of nothing else has an answer.
KEEP_STOP = 10


class WhooshIndex:
    """The documents of one language, searchable; see `Source` for what its members give."""

    def __init__(self, index: Any, about: dict[str, Any]) -> None:
        """Read an index that exists; `create` and `load` make one."""
        self._index = index
        self._reader = index.reader()
        self.lang: str = about["lang"]
        self.synonyms = tuple(tuple(group) for group in about["synonyms"])
        #: The number of different words of each title, stop words apart.
        self.sizes: tuple[int, ...] = tuple(about["sizes"])
        self.count: int = self._reader.doc_count_all()
        self.term = lru_cache(maxsize=20_000)(self._term)
        self.document = lru_cache(maxsize=2_000)(self._document)

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The number of terms in all documents, for each field."""
        return tuple(int(self._reader.field_length(name)) for name in FIELDS)

    @cached_property
    def lengths(self) -> tuple[Sequence[int], ...]:
        """For each field the number of terms of each document, as exactly as Whoosh keeps it: in one byte."""
        length = self._reader.doc_field_length
        return tuple([int(length(number, name, 0) or 0) for number in range(self.count)] for name in FIELDS)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the documents."""
        words = []
        for raw, info in self._reader.iter_field("words"):
            text, _, stem = raw.decode().partition("|")
            words.append(Word(text, stem or text, int(info.doc_frequency()).bit_length()))
        return Vocabulary(words)

    def terms(self) -> Iterator[str]:
        """Every term of any field, in order."""
        yield from sorted(set().union(*self._stems.values()))

    @cached_property
    def _stems(self) -> dict[str, set[str]]:
        # Whoosh looks a term up by hashing it; most terms are asked for in fields that lack them.
        return {name: {raw.decode() for raw in self._reader.lexicon(name)} for name in FIELDS}

    def _term(self, stem: str) -> tuple[Postings, ...]:
        found = tuple(self._postings(name, stem) for name in FIELDS)
        return found if any(found) else ()

    def _postings(self, field: str, stem: str) -> Postings:
        if stem not in self._stems[field]:
            return ()
        matcher, found = self._reader.postings(field, stem), []
        while matcher.is_active():
            found.append((matcher.id(), int(matcher.weight())))
            matcher.next()
        return tuple(found)

    def _document(self, number: int) -> Document:
        data = json.loads(self._reader.stored_fields(number)["data"])
        parts = tuple(Part(*part) for part in data.pop("parts"))
        return Document(parts=parts, **data)


def _schema() -> Any:
    texts = {name: fields.KEYWORD(scorable=True) for name in FIELDS}
    return fields.Schema(data=fields.STORED(), words=fields.KEYWORD(), **texts)


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
    analyzer = Analyzer(about["lang"])
    writer = FileStorage(str(folder)).create_index(_schema()).writer(limitmb=MEMORY_MB)
    sizes = []
    documents = tuple(documents)
    left = dict.fromkeys(_named(documents, analyzer), 0)
    for document in documents:
        writer.add_document(**_row(document, analyzer, left))
        sizes.append(_size(document.title, analyzer))
    writer.commit(optimize=True)
    complete = {**about, "sizes": sizes}
    (folder / ABOUT).write_text(json.dumps(complete, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return _opened(folder, complete)


def _size(title: str, analyzer: Analyzer) -> int:
    words = [token.text for token in tokens(title)]
    return len({analyzer.stem(word) for word in [word for word in words if not analyzer.is_stop(word)] or words})


def _named(documents: Iterable[Document], analyzer: Analyzer) -> set[str]:
    """Every stem of a title or heading."""
    words = {word for document in documents for word in analyzer.words(f"{document.title}\n{document.headings}")}
    return {analyzer.stem(word) for word in words}


def _kept(words: list[str], analyzer: Analyzer, left: dict[str, int]) -> Iterator[str]:
    """The stop words that a document keeps in a field; ``left`` says for each stem how often that may still be done."""
    for word in sorted({word for word in words if analyzer.is_stop(word)}):
        stem = analyzer.stem(word)
        if left.setdefault(stem, KEEP_STOP):
            left[stem] -= 1
            yield word


def _row(document: Document, analyzer: Analyzer, left: dict[str, int]) -> dict[str, str]:
    row: dict[str, str] = {}
    surface: set[str] = set()
    for name in FIELDS:
        words = list(analyzer.words(getattr(document, name)))
        content = [word for word in words if not analyzer.is_stop(word)]
        surface.update(content)
        # What is short keeps its stop words: they tell an exact title, and find a page when a question has no other words.
        indexed = words if name in {"title", "headings"} else [*content, *_kept(words, analyzer, left)]
        stems = " ".join(filter(None, map(analyzer.stem, indexed)))
        if stems:
            row[name] = stems
    pairs = {(fold(word), analyzer.stem(word)) for word in surface if word.strip("0123456789.")}
    vocabulary = " ".join(sorted(text if text == stem else f"{text}|{stem}" for text, stem in pairs if text))
    if vocabulary:
        row["words"] = vocabulary
    parts = [[part.anchor, part.heading, part.text, part.asks] for part in document.parts]
    keep = {"url": document.url, "title": document.title, "description": document.description, "keywords": document.keywords}
    row["data"] = json.dumps({**keep, "collection": document.collection, "parts": parts}, ensure_ascii=False)
    return row


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
