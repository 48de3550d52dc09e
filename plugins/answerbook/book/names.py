"""``faq/<language>/words.yaml``: what the things of the book are called, and the titles of the collections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from annotated_types import MinLen
from pydantic import Field

from . import forms, yaml_nodes
from .catalogue import finding
from .model import Collection, Position, Words
from .schema import Closed
from .sentences import near, validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.findings import Finding

    from .model import Book
    from .yaml_nodes import Node


class WordsShape(Closed):
    """What a thing is called."""

    one: forms.Line = Field(description="Its name for one of it.")
    other: forms.Line | None = Field(None, description="Its name for several. Absent: the same as for one.")
    synonyms: list[forms.Line] = Field(default_factory=list, description="Other names people use for it.")


class CollectionShape(Closed):
    """A shelf of articles."""

    title: forms.Line = Field(description="Its title.")
    description: forms.Line = Field(description="One sentence on what stands on it.")


class NamesShape(Closed):
    """The words of a book in one language."""

    words: Annotated[dict[forms.Dotted, WordsShape], MinLen(1)] = Field(description="Names by id of `pricing.yaml`.")
    collections: dict[forms.Snake, CollectionShape] = Field(default_factory=dict, description="Collections by the name of their folder.")


def read_names(name: str, text: str, book: Book) -> tuple[Mapping[str, Words], Mapping[str, Collection], list[Finding]]:
    """Words and collections in file ``name``, and findings about it; both are empty when it cannot be read."""
    root, findings = yaml_nodes.parse(name, text)
    if root is None:
        return {}, {}, findings
    shape, wrong = validate(NamesShape, root)
    seen = {(each.line, each.column) for each in findings}
    findings += [each for each in wrong if (each.line, each.column) not in seen]
    findings += _complete(name, root, book)
    if shape is None:
        return {}, {key: Collection(key, "", "") for key, _ in _entries(root, "collections")}, findings
    words = {key: Words(each.one, each.other or each.one, tuple(dict.fromkeys(each.synonyms))) for key, each in shape.words.items()}
    return words, {key: Collection(key, each.title, each.description) for key, each in shape.collections.items()}, findings


def _entries(root: Node, key: str) -> list[tuple[str, Node]]:
    below = root.get(key)
    return below.entries() if below else []


def needed_words(book: Book) -> list[str]:
    """The ids that need a name in every language: whatever a sentence about the book has to call something."""
    contacts = [key for key, each in book.statements.items() if each.kind == "contact"]
    asked = [*(each.ask for each in book.add_ons.values()), *(each.ask for each in book.unpublished.values())]
    ids = [*book.products, *book.topics, *book.items, *book.policies, *book.add_ons, *book.unpublished, *contacts, *asked]
    return list(dict.fromkeys(ids))


def _complete(name: str, root: Node, book: Book) -> list[Finding]:
    """Everything that needs a name has one, and nothing else has."""
    given = dict(_entries(root, "words"))
    zones = [zone for policy in book.policies.values() for zone in policy.zones]
    known = {*needed_words(book), *book.rules, *(zone.id for zone in zones), *(zone.action for zone in zones)}
    at = root.get("words")
    where = at.start if at else Position(name, 1, 1)
    findings = [
        finding("AB112", where, f"There are no words for `{key}`.", f"Add `{key}: {{one: …, other: …}}`.")
        for key in needed_words(book)
        if key not in given
    ]
    for key, node in given.items():
        if key not in known:
            findings.append(finding("AB113", node.start, f"There is no `{key}` in pricing.yaml.", near(key, known)))
    return findings
