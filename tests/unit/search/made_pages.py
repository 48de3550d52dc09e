"""Middling help centres, the same in every run: some dozens of pages in collections, with everything in them that is hard on a search."""

from __future__ import annotations

import random
from functools import cache

import corpus
from answerbook.search.documents import Document, Part, clean
from made_words import NAMES, ODD, TONGUES

COLLECTIONS = ["", "money", "people", "planning", "constructor", "töwn & country"]
PAGES = 80
LONG_PAGE = 10_000


class Writer:
    """Writes pages in one language."""

    def __init__(self, lang: str) -> None:
        self.tongue = TONGUES[lang]
        self.chance = random.Random(f"pages {lang}")  # noqa: S311  repeatable, not secret

    def filled(self, forms: list[str]) -> str:
        """One of the forms with words in it; the first letter a capital."""
        kinds = {"N": self.tongue.nouns, "V": self.tongue.verbs, "A": self.tongue.adjectives}
        pick = self.chance.choice
        found = pick(forms)
        for letter, words in kinds.items():
            pieces = _apart(found, letter)
            found = pieces[0] + "".join(pick(words) + piece for piece in pieces[1:])
        return found[:1].upper() + found[1:]

    def text(self, most: int) -> str:
        """Some sentences, now and then with an amount."""
        found = []
        for _ in range(self.chance.randint(0, most)):
            found.append(self.filled(self.tongue.sentences))
            if self.chance.random() < 0.15:
                found.append(f"({self.chance.choice(self.tongue.amounts)})")
            if self.chance.random() < 0.3:
                found.append(f"{self.chance.choice(NAMES)}.")
        return " ".join(found)

    def page(self, number: int) -> Document:
        """A page with some sections."""
        title = self.filled(self.tongue.titles)
        parts = [Part("", title, self.text(3))]
        for section in range(self.chance.randint(0, 4)):
            asks = self.filled(self.tongue.headings) if self.chance.random() < 0.2 else ""
            parts.append(Part(f"s{section}", self.filled(self.tongue.headings), self.text(4), asks))
        keywords = " ".join(self.chance.sample(self.tongue.nouns, 2)) if self.chance.random() < 0.2 else ""
        description = self.filled(self.tongue.sentences) if self.chance.random() < 0.4 else ""
        return Document(f"page-{number:02}/", title, tuple(parts), description, keywords, self.chance.choice(COLLECTIONS))

    def long(self) -> Document:
        """A page of very many words, most of them in one section."""
        said: list[str] = []
        while len(said) < LONG_PAGE:
            said += self.filled(self.tongue.sentences).split()
        title = self.filled(self.tongue.titles)
        middle = Part("middle", self.filled(self.tongue.headings), " ".join(said))
        return Document(
            "long/", title, (Part("", title, self.text(2)), middle, Part("end", "Marmalade", self.text(3))), collection="planning"
        )


def _apart(text: str, letter: str) -> list[str]:
    """The text around a letter that stands alone."""
    words = [word if word.strip("?.,'’") != letter else word.replace(letter, "\0") for word in text.replace("'", "' ").split(" ")]
    return " ".join(words).replace("' ", "'").split("\0")


@cache
def pages(lang: str) -> tuple[Document, ...]:
    """The pages of one language: made ones, odd ones, a long one, one with nothing, and those of the small help centre."""
    writer = Writer(lang)
    made = [writer.page(number) for number in range(PAGES)]
    odd = [
        Document(
            f"odd/{number:02}.html", clean(title), (Part("", clean(title), clean(text)), Part("more", clean(title), clean(text[::-1])))
        )
        for number, (title, text) in enumerate(ODD)
    ]
    return (
        *made,
        *odd,
        writer.long(),
        Document("nothing/", ""),
        Document("only/ä%20b?c=d", "Only a title", collection="money"),
        *corpus.documents(lang),
    )
