"""Words of a text: where they stand, how they are compared.

The same text gives the same words in ``browser/language/words.js``, to the byte. To that end what separates words is a closed list of
ranges here and there, not a property of whichever Unicode version an interpreter happens to carry. Only lower case and normal forms of
letters younger than the interpreter (than Unicode 14 in Python 3.11) are its own, and may differ.

A word is written in NFKC and lower case with its accents (stemmers need them); a number or amount in one canonical form, so that
``12,50``, ``12.5`` and ``12.50`` are the same word. `fold` takes accents and apostrophes away, for comparing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .endings import settled
from .stem import stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Longest word kept, in code points; what is longer is cut (nobody types it, and an index needs an end).
LONGEST = 64
_LONGEST_RUN = 16 * LONGEST

#: Characters between words, as the inside of a character class. Everything else, letters, digits and marks of any script, makes words.
SEPARATORS = (
    "\\0-/:-@\\[-`{-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02df\u037e\u0387"
    "\u055a-\u055f\u0589-\u058f\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd\u0964\u0965"
    "\u0e3f\u0e4f\u0e5a\u0e5b\u1680\u2000-\u200b\u200e-\u205f\u2061-\u2070\u207a-\u207e\u208a-\u208e\u20a0-\u20cf\u2100-\u2bff\u2e00-\u2e7f"
    "\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ud800-\uf8ff\ufd3e-\ufd4f\ufdfc-\ufdff\ufe10-\ufe1f\ufe30-\ufe6f"
    "\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff\U0001f000-\U0001faff\U000e0000-\U0010ffff"
)
_CJK = "\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U000323af"
#: What parts thousands in a figure and is no other space: the French write 1\u202f250.
_THIN = "\u00a0\u2009\u202f"
_WORD = f"[^{SEPARATORS}{_CJK}]"
_RUN = (
    f"(?:[1-9][0-9]{{0,2}}(?:[{_THIN}][0-9]{{3}}){{1,8}}(?:[.,][0-9]{{1,32}})?|[0-9]{{1,32}}(?:[.,][0-9]{{1,32}}){{1,8}})(?![0-9])"
    f"|[{_CJK}][\u3099\u309a\uff9e\uff9f]?|{_WORD}+(?:['\u2019]{_WORD}+)*"
)
_IGNORED = re.compile(f"[\u00ad\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]|(?!['])[{SEPARATORS}]")
# Spelt in both cases: what else counts as a letter's other case differs between here and a browser.
_ELIDED = re.compile("(?:[CDJLMNSTcdjlmnst]|(?:[Jj][Uu][Ss]|[Ll][Oo][Rr][Ss]|[Pp][Uu][Ii][Ss]|[Qq][Uu][Oo][Ii])?[Qq][Uu])['\u2019](?=..)")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)")
_DECIMAL = re.compile(r"([1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)|[0-9]+)[.,]([0-9]+)")
_THIN_SPACE = re.compile(f"[{_THIN}]")
_PARTED = re.compile(f"[.,{_THIN}]")
_MARKS = re.compile("[\u0300-\u036f]")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ς": "σ", "'": None}
)
_TOKEN, _CHAIN = re.compile(_RUN), re.compile(f"(?:{_RUN})(?:-(?:{_RUN}))*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its canonical text and where it stands, in code points of the text it was found in."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and numbers of ``text`` in order. Hyphens separate, apostrophes inside a word do not, elided articles stand alone."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start = match.start()
        found += [Token(word, start + begin, start + end) for word, begin, end in parts(match[0])]
    return found


def chains(text: str) -> list[Token]:
    """What two or three words joined by hyphens are without them (see `whole`), where they stand."""
    found: list[Token] = []
    for match in _CHAIN.finditer(text):
        if "-" in match[0]:
            start, chain = match.start(), list[Token]()
            for token in [*tokens(match[0]), None]:
                if chain and (token is None or match[0][chain[-1].end : token.start] != "-"):
                    word = whole([one.text for one in chain])
                    found += [Token(word, start + chain[0].start, start + chain[-1].end)] if word else []
                    chain = []
                chain += [token] if token else []
    return found


def whole(chain: Sequence[str]) -> str:
    """The word that words joined by hyphens are without them; empty for one, for a figure, and for more than three: a path or a rule."""
    text = "".join(chain) if len(chain) in {2, 3} else ""
    return text if len(text) <= LONGEST and not (text.isascii() and text.isdigit()) else ""


@lru_cache(maxsize=100_000)
def parts(raw: str) -> tuple[tuple[str, int, int], ...]:
    """What a run of characters without separators (as `runs` finds it) holds: each word with where it begins and ends; mostly one."""
    elided = _ELIDED.match(raw)
    cut = elided.end() if elided else 0
    pieces = [(raw[: cut - 1], 0, cut), (raw[cut:], cut, len(raw))] if elided else [(raw, 0, len(raw))]
    words = [(_word(piece), begin, end) for piece, begin, end in pieces]
    return tuple(word for word in words if word[0])


runs = _TOKEN.finditer


def _word(piece: str) -> str:
    return number(piece) if "0" <= piece[0] <= "9" and _PARTED.search(piece) else _normal(piece)


def _normal(word: str) -> str:
    if word.isascii():
        return word.lower()[:LONGEST]
    # Cut before it is normalised, which takes ever longer for a letter with thousands of marks.
    text = unicodedata.normalize("NFKC", word[:_LONGEST_RUN].replace("\u2019", "'")).lower()
    return unicodedata.normalize("NFC", _IGNORED.sub("", text))[:LONGEST]


def number(text: str) -> str:
    """``text`` with canonical separators: ``1.250,00``, ``1\u202f250`` and ``1,250`` are ``1250``, ``12,50`` is ``12.5``; others stay."""
    text = _THIN_SPACE.sub("", text)
    if _THOUSANDS.fullmatch(text):
        return text.replace(".", "").replace(",", "")
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return text
    whole, rest = match[1].replace(".", "").replace(",", ""), match[2].rstrip("0")
    return f"{whole}.{rest}" if rest else whole


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """``text`` in lower case without accents, ligatures and apostrophes: what two spellings of one word have in common."""
    if text.isascii():
        return text.lower().replace("'", "")
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    return unicodedata.normalize("NFC", _MARKS.sub("", plain).replace("\u2019", "'").translate(_LETTERS))


@lru_cache(maxsize=200_000)
def stem(code: str, word: str) -> str:
    """The folded stem of ``word`` in the language ``code``; the folded word itself where the language has no stemmer here."""
    return settled(code, fold(stemmer(code)(word)))


@lru_cache(maxsize=32)
def stop_words(code: str) -> frozenset[str]:
    """The words of a language that say nothing about the subject of a question; empty for a language without a list.

    Each as the list has it, apostrophes apart, and folded: who writes no accents means them, who writes others means another word.
    """
    path = files(__package__) / "stop" / f"{code}.txt"
    if not code.isalpha() or not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    return frozenset({fold(word) for word in words} | {bare(word) for word in words})


def bare(word: str) -> str:
    """A word as `tokens` writes it without its apostrophes: what the stop words are compared with."""
    return word.replace("'", "")
