"""Questions by the thousand, made from the pages' own words: the same ones in every run."""

from __future__ import annotations

import random
import re
from itertools import cycle, islice
from typing import TYPE_CHECKING

from answerbook.language.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from answerbook.search.documents import Document

LETTERS = "abcdefghijklmnopqrstuvwxyzéëöü"
TEXT = re.compile(r"\S+")
PLAIN = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"\S*\d\S*")
AROUND = ["{}", " {}", "{} ", "{}.", "({})", "{}!?", "\t{}", "“{}”", "'{}'", "{}…", "-{}", "{} -", "#{}", "{}\u00ad", "{}😀"]


class Maker:
    """Makes questions of ten kinds from pages."""

    def __init__(self, pages: Sequence[Document], lang: str) -> None:
        """Know the words and running texts of the pages."""
        self._random = random.Random(7)  # noqa: S311  to be the same in every run is the point
        self._texts = [TEXT.findall(f"{page.title} {page.headings} {page.body}") for page in pages]
        said = " ".join(" ".join(text) for text in self._texts)
        self._words = sorted(set(PLAIN.findall(said)))
        self._long = [word for word in self._words if len(word) > 9]
        self._numbers = sorted(set(NUMBER.findall(said))) or ["1"]
        self._stop = sorted(stop_words(lang)) or ["a"]

    def questions(self) -> Iterator[str]:
        """Questions without end, each kind in turn."""
        for kind in cycle(KINDS):
            yield kind(self)

    def mixture(self) -> str:
        """One to six words from anywhere."""
        return " ".join(self._some(self._words, 6))

    def misspelling(self) -> str:
        """Words of which one or two have one or two mistakes, anywhere in them."""
        words = self._some(self._words, 4)
        for number in range(min(len(words), self._random.randint(1, 2))):
            for _ in range(self._random.randint(1, 2)):
                words[number] = self._mistake(words[number])
        return " ".join(words)

    def prefix(self) -> str:
        """Words of which the last is still being typed."""
        *words, last = self._some(self._words, 3)
        return " ".join([*words, last[: self._random.randint(1, len(last))]])

    def phrase(self) -> str:
        """Words as they stand in a page, in quotation marks, sometimes with a word before or after them."""
        words = [f'"{self._passage(5)}"', *self._some(self._words, 2)[1:]]
        self._random.shuffle(words)
        return " ".join(words)

    def number(self) -> str:
        """A number as a page writes it, with or without words."""
        words = [self._random.choice(self._numbers), *self._some(self._words, 3)[1:]]
        self._random.shuffle(words)
        return " ".join(words)

    def stop(self) -> str:
        """Stop words, with or without another word among them."""
        words = self._some(self._stop, 4) + self._some(self._words, 2)[1:]
        self._random.shuffle(words)
        return " ".join(words)

    def split(self) -> str:
        """A long word as two."""
        word = self._random.choice(self._long)
        place = self._random.randint(3, len(word) - 3)
        return f"{word[:place]}{self._random.choice(' -')}{word[place:]}"

    def joined(self) -> str:
        """Two words as one, with or without a letter between, or with a hyphen."""
        first, second = (self._random.choice(self._words) for _ in range(2))
        return f"{first}{self._random.choice(['', 's', 'e', 'en', '-'])}{second}"

    def odd(self) -> str:
        """Words in capitals or between signs; now and then none at all, or far too many."""
        form = self._random.choice([str.upper, str.title, str.swapcase, str.lower])
        words = self._some(self._words, self._random.choice([2, 2, 2, 40])) if self._random.random() > 0.02 else []
        return self._random.choice(AROUND).format(form(" ".join(words)))

    def run(self) -> str:
        """A run of words as they stand in a page."""
        return self._passage(12)

    def _some(self, words: Sequence[str], most: int) -> list[str]:
        return [self._random.choice(words) for _ in range(self._random.randint(1, most))]

    def _passage(self, most: int) -> str:
        text = self._random.choice(self._texts)
        start = self._random.randrange(len(text) or 1)
        return " ".join(text[start : start + self._random.randint(2, most)])

    def _mistake(self, word: str) -> str:
        place = self._random.randrange(len(word) or 1)
        before, letter, after = word[:place], word[place : place + 1], word[place + 1 :]
        other = self._random.choice(LETTERS)
        swapped = after[:1] + letter + after[1:]
        return before + self._random.choice([after, other + after, other + letter + after, swapped])


#: One kind of question after the other.
KINDS: list[Callable[[Maker], str]] = [
    *(Maker.mixture, Maker.misspelling, Maker.prefix, Maker.phrase, Maker.number),
    *(Maker.stop, Maker.split, Maker.joined, Maker.odd, Maker.run),
]


def questions(given: Iterable[str], pages: Sequence[Document], lang: str, count: int) -> list[str]:
    """So many different questions: those given, then made ones."""
    chosen = dict.fromkeys(islice(given, count))
    for question in Maker(pages, lang).questions():
        if len(chosen) >= count:
            return list(chosen)
        chosen[question] = None
    return list(chosen)
