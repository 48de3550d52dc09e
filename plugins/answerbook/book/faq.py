"""``faq/``: words, collections and articles of every language, and what must agree between them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from . import articles, references, texts
from .catalogue import finding
from .model import Article, Dated, Position
from .names import read_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from answerbook.findings import Finding

    from .model import Book, Collection, Words

FAQ = "faq"
WORDS = "words.yaml"


@dataclass(slots=True)
class _Shelf:
    """What one language's folder holds. ``files`` are all its articles' paths, also of those that cannot be read."""

    language: str
    words: Mapping[str, Words] = field(default_factory=dict)
    collections: Mapping[str, Collection] = field(default_factory=dict)
    drafts: list[articles.Draft] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def articles(self) -> list[Article]:
        """Its articles, in order of path."""
        return [draft.article for draft in self.drafts if draft.article]


def read_faq(folder: Path, book: Book) -> tuple[Book, list[Finding]]:
    """The book with what ``faq/`` says, and every finding about it."""
    root = folder / FAQ
    if not root.is_dir():
        hint = f"Create {FAQ}/{book.default_language}/{WORDS}, or read the rules alone."
        return book, [finding("AB001", Position(FAQ, 1, 1), f"The folder {FAQ} does not exist.", hint)]
    findings = _folders(root, book)
    shelves = []
    for language in book.languages:
        shelf, wrong = _read_language(folder, language, book)
        shelves.append(shelf)
        findings += wrong
    findings += _entry_ids(shelves)
    findings += _translations(shelves)
    known = references.targets(book, [heading.id for shelf in shelves for draft in shelf.drafts for heading in draft.headings])
    for shelf in shelves:
        for draft in shelf.drafts:
            findings += articles.link(draft, book, known)
    read = replace(
        book,
        words={shelf.language: shelf.words for shelf in shelves},
        collections={shelf.language: shelf.collections for shelf in shelves},
        dated=(*book.dated, *(day for shelf in shelves for draft in shelf.drafts for day in _changed(draft))),
        articles={shelf.language: tuple(_with_rules(article, known) for article in shelf.articles) for shelf in shelves},
    )
    return read, findings


def _changed(draft: articles.Draft) -> list[Dated]:
    """The day on which the article was last changed, when it says one."""
    node = draft.front.get("updated")
    return [Dated("updated", draft.article.updated, node.position)] if node and draft.article else []


def _folders(root: Path, book: Book) -> list[Finding]:
    """Folders of languages that the book does not list: nobody would ever see what stands in them."""
    names = sorted(path.name for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    return [
        finding(
            "AB114",
            Position(f"{FAQ}/{name}", 1, 1),
            f"The language `{name}` is not listed.",
            "Add it to `languages` in pricing.yaml, or take the folder away.",
        )
        for name in names
        if name not in book.languages
    ]


def _read_language(folder: Path, language: str, book: Book) -> tuple[_Shelf, list[Finding]]:
    shelf = _Shelf(language)
    name = f"{FAQ}/{language}/{WORDS}"
    text, findings = texts.read_file(folder, name)
    if text is not None:
        shelf.words, shelf.collections, wrong = read_names(name, text, book)
        findings = [*findings, *wrong]
    base = folder / FAQ / language
    for path in sorted(base.rglob("*.md")):
        parts = path.relative_to(base).parts
        if any(part.startswith(".") for part in parts) or not path.is_file():
            continue
        findings += _read_one(folder, shelf, path.relative_to(folder).as_posix(), parts)
    return shelf, findings


def _read_one(folder: Path, shelf: _Shelf, name: str, parts: tuple[str, ...]) -> list[Finding]:
    """Read one article onto the shelf."""
    start = Position(name, 1, 1)
    if len(parts) != 2:  # noqa: PLR2004 - collection and file
        return [finding("AB119", start, "The article stands in no collection.", f"Move it to {FAQ}/{shelf.language}/<collection>/.")]
    shelf.files.append("/".join(parts).removesuffix(".md"))
    findings = []
    if shelf.words and parts[0] not in shelf.collections:
        message = f"The collection `{parts[0]}` has no title in this language."
        findings.append(finding("AB101", start, message, f"Add it under `collections` in {FAQ}/{shelf.language}/{WORDS}."))
    text, wrong = texts.read_file(folder, name)
    findings += wrong
    if text is not None:
        draft, wrong = articles.read_article(name, text, shelf.language)
        findings += wrong
        if draft:
            shelf.drafts.append(draft)
    return findings


def _entry_ids(shelves: list[_Shelf]) -> list[Finding]:
    """An entry id belongs to one question of a language: links name nothing else."""
    findings = []
    for shelf in shelves:
        seen: dict[str, Article] = {}
        for article in shelf.articles:
            for entry in article.entries:
                first = seen.setdefault(entry.id, article)
                if entry.id and first is not article:
                    message = f"The entry id `{entry.id}` is given a second time."
                    findings.append(finding("AB102", entry.position, message, f"Rename it; the first is in {first.position.file}."))
    return findings


def _translations(shelves: list[_Shelf]) -> list[Finding]:
    """What exists in one language and not in another."""
    findings = []
    for shelf in shelves:
        for other in shelves:
            if shelf is not other:
                findings += _missing(shelf, other)
    return list(dict.fromkeys(findings))


def _missing(shelf: _Shelf, other: _Shelf) -> list[Finding]:
    """What the language of ``other`` has and that of ``shelf`` lacks."""
    findings = []
    base = f"{FAQ}/{shelf.language}"
    for path in other.files:
        if path not in shelf.files:
            where = Position(f"{base}/{path}.md", 1, 1)
            message = f"The article {path} is missing in `{shelf.language}`."
            findings.append(finding("AB110", where, message, f"Translate {FAQ}/{other.language}/{path}.md."))
    own = {article.path: {entry.id for entry in article.entries} for article in shelf.articles}
    for article in other.articles:
        for entry in article.entries:
            if entry.id and article.path in own and entry.id not in own[article.path]:
                where = Position(f"{base}/{article.path}.md", 1, 1)
                message = f"The entry `{entry.id}` is missing in `{shelf.language}`."
                findings.append(finding("AB111", where, message, f"Translate it from {entry.position.file}, line {entry.position.line}."))
    if shelf.words and other.words:
        for key in other.collections:
            if key not in shelf.collections:
                message = f"The collection `{key}` is missing in `{shelf.language}`."
                findings.append(
                    finding("AB118", Position(f"{base}/{WORDS}", 1, 1), message, f"Title it as in {FAQ}/{other.language}/{WORDS}.")
                )
    return findings


def _with_rules(article: Article, known: Mapping[str, tuple[str, ...]]) -> Article:
    """The article with the rules that the answers' prose refers to added to those of the front matter."""
    entries = []
    for entry in article.entries:
        told = [rule for reference in references.find(entry.body) for rule in known.get(reference.target, ())]
        entries.append(replace(entry, rules=tuple(dict.fromkeys([*entry.rules, *told]))))
    return replace(article, entries=tuple(entries))
