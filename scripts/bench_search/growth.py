"""More pages than a folder has, made from its pages so that they grow as real text does.

**What a copy is.** Copy k of a page has the page's words, but a third of its rare words are respelt: those of no stop list, found on fewer
than `RARE` pages, whose checksum together with k is divisible by three. Titles are respelt too and end in the number of the copy, so each
stays unique. The same word is respelt alike all through a copy, so that it keeps a document frequency as rare words have one.

**Why the vocabulary does not grow in proportion.** By Heaps' law a text m times as long has m^b times the distinct words, with b below 1.
A third of the rare words new in every copy would give b = 1. So the spelling is made from the word and the *generation* of its copy, and a
new generation begins only where the words so far, as reckoned, would fall behind the law: each is shared by ever more copies. The
exponent b is that of the folder itself, from the distinct words of every second page and of all pages. Where the law asks for more than
a third of the rare words can give, in the first copies of a text rich in them, there are fewer. `scale` prints the words there are
beside those that the law gives.

**Why it is fair.** A respelt word keeps its first letter, its length and its ending, and what stands between is as hard to compress as
letters can be; in real text new words are mostly compounds of known ones, which cost less. A page's address begins with a checksum, so
copies of a page are scattered over the numbers of the documents: no list of documents repeats itself and no two titles in a block are
alike. What it cannot show: subjects that only some pages have, and words found once only are fewer than in real text.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from dataclasses import replace
from hashlib import blake2b
from itertools import chain, count, islice
from typing import TYPE_CHECKING

from answerbook.language.words import fold, stop_words

from .pages import spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from answerbook.search.documents import Document

RARE = 20
VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvw"
WORD = re.compile(r"[^\W\d_]{4,}")


def distinct(page: Document) -> set[str]:
    """The different words of four letters or more on a page."""
    return {word.lower() for word in WORD.findall(f"{page.title} {page.headings} {page.body}")}


def exponent(pages: Sequence[Document]) -> float:
    """Heaps' exponent of the pages."""
    words = [set(chain.from_iterable(map(distinct, chosen))) for chosen in (pages, pages[::2])]
    return math.log(len(words[0]) / len(words[1])) / math.log(len(pages) / len(pages[::2]))


def grown(pages: Sequence[Document], size: int, lang: str) -> Iterator[Document]:
    """So many pages: some of those given, evenly spread, or all of them and then copies."""
    if size <= len(pages):
        yield from spread(pages, size)
        return
    yield from pages
    yield from islice(chain.from_iterable(_copy(pages, number, words) for number, words in _copies(pages, lang)), size - len(pages))


def _copies(pages: Sequence[Document], lang: str) -> Iterator[tuple[int, dict[str, str]]]:
    found = Counter(chain.from_iterable(map(distinct, pages)))
    stop = stop_words(lang)
    rare = [word for word, times in found.items() if times < RARE and fold(word) not in stop]
    for number, generation in enumerate(_generations(len(found), len(rare), exponent(pages)), 1):
        yield number, {word: respelt(word, generation) for word in rare if zlib.crc32(f"{word} {number}".encode()) % 3 == 0}


def _generations(words: float, rare: int, power: float) -> Iterator[int]:
    """The generation of each copy, of pages with so many words of which so many are rare."""
    start, generation, fresh = words, 0, 0.0
    for number in count(1):
        if words + fresh / 3 < start * (number + 1) ** power:
            generation, fresh = generation + 1, float(rare)
        words, fresh = words + fresh / 3, fresh * 2 / 3
        yield max(generation, 1)


def _copy(pages: Iterable[Document], number: int, words: dict[str, str]) -> Iterator[Document]:
    def changed(text: str) -> str:
        return WORD.sub(lambda match: _cased(match[0], words.get(match[0].lower())), text)

    for page in pages:
        parts = tuple(replace(part, heading=changed(part.heading), text=changed(part.text)) for part in page.parts)
        url = f"{zlib.crc32(f'{number} {page.url}'.encode()):08x}-{number}-{page.url}"
        yield replace(page, url=url, title=f"{changed(page.title)} {number + 1}", parts=parts)


def _cased(word: str, other: str | None) -> str:
    if other is None:
        return word
    return other.capitalize() if word[0].isupper() else other


def respelt(word: str, generation: int) -> str:
    """A made-up word: the first letter, the ending and the pattern of vowels of ``word``, other letters between."""
    ending = min(3, len(word) // 3)
    chosen = iter(blake2b(f"{word} {generation}".encode(), digest_size=64).digest() * 4)
    inner = [_letter(letter, next(chosen, 0)) for letter in word[1:-ending]]
    return f"{word[0]}{''.join(inner)}{word[-ending:]}"


def _letter(letter: str, byte: int) -> str:
    letters = VOWELS if letter in VOWELS else CONSONANTS
    return letters[byte % len(letters)]
