"""What a page is about, and which other pages are about the same: computed from the rules they tell, never listed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerbook.book import references

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerbook.book.model import Article, Book


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that others may point to: its URL is site-relative."""

    url: str
    title: str
    rules: frozenset[str]


def rules_of(markdown: str, book: Book) -> frozenset[str]:
    """The rules a piece of Markdown tells: those its figures, examples, blocks and citations rest on."""
    known = references.targets(book)
    told = {rule for reference in references.find(markdown) for rule in known.get(reference.target, ())}
    return frozenset(told | _of_calculators(markdown, book))


def _of_calculators(markdown: str, book: Book) -> set[str]:
    """A calculator tells every rule of the sale of its topic."""
    targets = (reference.target.split(" ") for reference in references.find(markdown))
    topics = {words[1] for words in targets if words[0] == "calculator" and len(words) > 1}
    return {rule.id for rule in book.rules.values() if rule.topic in topics}


def article_rules(article: Article) -> frozenset[str]:
    """The rules an article tells."""
    return frozenset(rule for entry in article.entries for rule in entry.rules)


def related(url: str, rules: frozenset[str], candidates: Iterable[Candidate], limit: int = 3) -> tuple[Candidate, ...]:
    """The other pages that share most rules with a page, best first, at most ``limit``; pages that share none are left out."""
    sharing = [(len(rules & one.rules), one) for one in candidates if one.url != url and rules & one.rules]
    return tuple(one for _, one in sorted(sharing, key=lambda each: -each[0])[:limit])
