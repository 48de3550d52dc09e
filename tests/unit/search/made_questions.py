"""Questions by the thousand about some pages, of every kind that people and pests ask: the same ones in every run."""

from __future__ import annotations

import random
import unicodedata
from itertools import cycle
from typing import TYPE_CHECKING

from answerbook.language.words import fold, stop_words, tokens
from answerbook.search.neighbours import PARTICLES
from corpus import HOSTILE
from made_pages import COLLECTIONS
from made_words import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from answerbook.search.documents import Document

LETTERS = "abcdefghijklmnopqrstuvwxyzéëöüåç1𐀀"
ENDINGS = ["s", "en", "e", "n", "ing", "ed", "ung", "es", "ment", "'s", "na"]
LINKS = ["", "", "s", "e", "en", "n", "-", "'", "\u00ad", "/"]
QUOTES = [('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("» ", " «"), ("'", "'")]
AMOUNTS = [
    "{}",
    "€{}",
    "€ {}",
    "{} €",
    "EUR {}",
    "{},00",
    "{}.00",
    "{},50",
    "1.{}",
    "1,{}",
    "{}%",
    "-{}",
    "+{}",
    "{}k",
    "x{}",
    "0{}",
    "{}.",
    "{},",
]
ODD = [
    *(*HOSTILE[:5], "x" * 5_000, "ab " * 3_000, *HOSTILE[7:]),
    *('"' * 999, "«»" * 300, "' " * 500, "a" * 1_999 + " b", "é" * 2_001, "👍" * 2_001, "𠮷 " * 1_500, "-" * 2_000, "1." * 900, "1," * 17),
    *("\ud800", "a\udc00b", "\ufeff", "\u2028\u2029", "e\u0301" * 40, "\u0301\u0301", "İ", "ſ", "K", "ǅ", "ﷺ", "½ ² ㎏", "\u200d\u200c"),
    *(
        '"\'"',
        '"a" "b" "c"',
        "''''",
        "l'l'l'l'",
        "d’’d",
        "qu'",
        "12,5.0,1",
        "٣٫٥",
        "１２",
        "-1",
        "1e9",
        "0x1F",
        "title:",
        "a*",
        "?*",
        "~",
        "^2",
        "\\",
    ),
    # Words at the same place, in a row without a space, and where the order of code points and that of code units differ.
    *(
        "e email",
        "email mail",
        "xdprinter",
        "dprinter ",
        "xsale",
        "up uptodate",
        "l'orant",
        "d'lorant",
        "𐌰𐌱",
        "𐌰𐌱𐌲 ",
        "﨎",
        "﨑 𠮷",
        "𐐨",
        "𠀀﨏",
    ),
]


class Asker:
    """Makes questions from the words of pages."""

    def __init__(self, lang: str, pages: Sequence[Document], synonyms: Iterable[Iterable[str]]) -> None:
        self.chance = random.Random(f"questions {lang} {len(pages)}")  # noqa: S311  repeatable, not secret
        self.pick = self.chance.choice
        self.titles = [page.title for page in pages]
        self.headings = sorted({part.heading for page in pages for part in page.parts if part.anchor})
        self.texts = [
            text.split()[:400] for page in pages for part in page.parts for text in (part.heading, part.text) if len(text.split()) > 3
        ]
        self.words = sorted({word for text in self.texts for word in text})
        self.lang = lang
        self.plain = [word for word in self.words if word.isalpha()]
        self.stop = sorted(stop_words(lang)) or ["och", "att", "det"]
        self.same = [words for group in synonyms for words in group] or ["synonym"]
        self.numbers = sorted({token.text for page in pages for token in tokens(page.body[:5_000]) if token.text[0].isdigit()}) or ["1"]

    def some(self, words: Sequence[str], most: int, least: int = 1) -> list[str]:
        return [self.pick(words) for _ in range(self.chance.randint(least, most))]

    def stretch(self, most: int) -> list[str]:
        text = self.pick(self.texts)
        start = self.chance.randrange(len(text))
        return text[start : start + self.chance.randint(1, most)]

    def title(self) -> str:
        return self.pick(self.titles)

    def heading(self) -> str:
        return self.pick(self.headings)

    def cut_short(self) -> str:
        text = " ".join(self.stretch(14))
        return text[: self.chance.randint(1, len(text))]

    def several(self) -> str:
        return " ".join(self.some(self.words, 5)) + self.pick(["", " ", "?", "..."])

    def beginning(self) -> str:
        *words, last = self.some(self.words, 3)
        return " ".join([*words, last[: self.chance.randint(1, len(last))]])

    def misspelt(self) -> str:
        words = self.some(self.pick([self.plain, self.plain, NAMES]), 3)
        for place in range(self.chance.randint(1, len(words))):
            words[place] = self.mistake(words[place], self.chance.randrange(len(words[place])))
        return " ".join(words) + self.pick(["", " "])

    def twice_misspelt(self) -> str:
        word = self.pick(self.plain)
        for _ in range(2):
            word = self.mistake(word, self.chance.randrange(len(word) or 1))
        return word + self.pick(["", " "])

    def first_letter(self) -> str:
        return self.mistake(self.pick(self.plain), 0) + self.pick(["", " ", f" {self.pick(self.plain)} "])

    def mistake(self, word: str, place: int) -> str:
        """A letter missing, too many, another, or swapped with the next."""
        before, letter, after = word[:place], word[place : place + 1], word[place + 1 :]
        other = self.pick(LETTERS)
        return before + self.pick([after, other + letter + after, other + after, after[:1] + letter + after[1:]])

    def joined(self) -> str:
        first, second = self.pick([self.some(self.plain, 2, 2), (self.stretch(2) * 2)[:2]])
        return first + self.pick(LINKS) + second + self.pick(["", " "])

    def parted(self) -> str:
        word = self.pick(self.plain)
        place = self.chance.randrange(len(word))
        return f"{word[:place]}{self.pick([' ', '-', '  ', '/'])}{word[place:]}" + self.pick(["", " "])

    def begun_apart(self) -> str:
        """A word after a stop word that it may begin with: one that makes a known word, or any."""
        particles = sorted(PARTICLES.get(self.lang, ["on", "de", "en"]))
        known = [(first, word[len(first) :]) for word in self.plain for first in particles if word.startswith(first) and word != first]
        first, second = self.pick([self.pick(known or [("in", "voice")]), (self.pick(particles), self.pick(self.plain))])
        return " ".join(
            [*self.some(self.words, 1, 0), f"{first}{self.pick([' ', '-', '  '])}{second}", *self.some(self.words, 2, 0)]
        ) + self.pick(["", " "])

    def ended_apart(self) -> str:
        """A word whose beginning ends the question, as Dutch and German part their verbs, or any word before a particle."""
        particles = sorted(PARTICLES.get(self.lang, ["on", "de", "en"]))
        known = [(first, word[len(first) :]) for word in self.plain for first in particles if word.startswith(first) and word != first]
        first, second = self.pick([self.pick(known or [("in", "voice")]), (self.pick(particles), self.pick(self.plain))])
        return " ".join([*self.some(self.words, 1, 0), second, *self.some(self.words, 2, 0), first]) + self.pick(["", " ", "?"])

    def synonym(self) -> str:
        words = [self.pick(self.same), *self.some(self.words, 2)]
        self.chance.shuffle(words)
        return " ".join(words) + self.pick(["", " "])

    def quoted(self) -> str:
        first, last = self.pick(QUOTES)
        words = [first + " ".join(self.stretch(4)) + last, *self.some(self.words, 2)[1:]]
        self.chance.shuffle(words)
        return " ".join(words)

    def quoted_in_another_form(self) -> str:
        words = self.stretch(3)
        place = self.chance.randrange(len(words))
        words[place] = self.pick([words[place] + self.pick(ENDINGS), words[place][:-1], words[place].upper(), fold(words[place])])
        return f'"{" ".join(words)}"'

    def quoted_in_vain(self) -> str:
        words = self.stretch(4)
        self.chance.shuffle(words)
        return f'"{" ".join(words)} {self.pick(self.words)}"'

    def quoted_badly(self) -> str:
        text = list(" ".join(self.stretch(5)))
        for _ in range(self.chance.randint(1, 3)):
            text.insert(self.chance.randint(0, len(text)), self.pick('""“”„«»'))
        return "".join(text)

    def number(self) -> str:
        words = [
            self.pick(AMOUNTS).format(self.pick([*self.numbers, "1250", "1 250", "1\u202f250", "12 345", "12,5", "12.50", "950"])),
            *self.some(self.words, 2)[1:],
        ]
        self.chance.shuffle(words)
        return " ".join(words)

    def stop_words(self) -> str:
        return " ".join(self.some(self.stop, 5)) + self.pick(["", " "])

    def long(self) -> str:
        kinds = [self.words, [*self.plain, "zqxj"], self.stop, [f"zq{first}{last}" for first in "abcdefg" for last in "hijklmn"]]
        return " ".join(word for _ in range(3) for word in self.some(self.pick(kinds), 40, 5))

    def written_otherwise(self) -> str:
        text = " ".join(self.stretch(3))
        forms = [str.upper, str.title, str.swapcase, fold, lambda text: unicodedata.normalize("NFD", text)]
        forms.append(lambda text: text.replace("ß", "ss").replace("ö", "oe").replace("'", "’").replace("-", ""))
        return self.pick(forms)(text)

    def dressed_up(self) -> str:
        around = [
            "<b>{}</b>",
            "({})",
            "{}👍",
            "\u202e{}",
            "*{}*",
            "title:{}",
            "{}~2",
            "{}\x00",
            "_{}_",
            "[{}](x)",
            "{} AND NOT {}",
            "{}\u00ad{}",
            "-{}",
            "#{}",
        ]
        return self.pick(around).format(self.pick(self.words), self.pick(self.words))


KINDS: list[Callable[[Asker], str]] = [
    *(Asker.title, Asker.heading, Asker.cut_short, Asker.several, Asker.beginning, Asker.beginning, Asker.misspelt, Asker.misspelt),
    *(
        Asker.twice_misspelt,
        Asker.first_letter,
        Asker.joined,
        Asker.parted,
        Asker.begun_apart,
        Asker.ended_apart,
        Asker.synonym,
        Asker.quoted,
        Asker.quoted_in_another_form,
    ),
    *(Asker.quoted_in_vain, Asker.quoted_badly, Asker.number, Asker.stop_words, Asker.long, Asker.written_otherwise, Asker.dressed_up),
]


def requests(lang: str, pages: Sequence[Document], synonyms: Iterable[Iterable[str]], count: int) -> list[dict[str, object]]:
    """So many different requests, some for one collection, each with the number of hits that is wanted."""
    asker = Asker(lang, pages, synonyms)
    questions = dict.fromkeys(ODD)
    for kind in cycle(KINDS):
        if len(questions) >= count:
            break
        questions[kind(asker)] = None
    limits = cycle([10, 50, 10, 1, 10, 10, 3, 0])
    found: list[dict[str, object]] = [{"q": question, "limit": limit} for question, limit in zip(questions, limits, strict=False)]
    for request in asker.chance.sample(found, count // 5):
        request["collection"] = asker.pick([*COLLECTIONS, "help", "nowhere", "__proto__"])
    return found
