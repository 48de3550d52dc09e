"""Number words and numbers in digits, read from tokens: ``tweeëntwintig``, ``a hundred and five``, ``2,5 miljoen``, ``twee derde``.

A word is looked up whole, else cut into the parts that compounds are made of. Each part has a kind: ``u`` one to nineteen, ``t`` tens,
``h`` hundred, ``s`` thousand and up, ``a`` and, ``x`` article (one, but no number by itself), ``n`` digits, ``f`` a fraction word,
``g`` a fraction sign, ``o`` an ordinal (also a denominator), ``q`` a denominator only, ``z`` dozen, ``p`` decimal point, ``m`` minus.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from .literals import Literals
from .scan import DIGITS, SIGN, WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .scan import Token

_MOST_TOKENS = 16
_LONGEST_COMPOUND = 60
_HUNDRED = 100
_HIGHEST = 10**18


class Part(NamedTuple):
    """One part of a number phrase; ``end`` is the token after it, or None inside a compound word."""

    kind: str
    value: Fraction
    end: int | None


class Read(NamedTuple):
    """A number and the index after it; ``tail`` holds what stood before a last small part, for ``hundred and three quarters``."""

    value: Fraction
    at: int
    tail: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A number at a place: the token after it, its value, and whether it came from digits alone."""

    end: int
    value: Fraction
    digits: bool = False


class Numbers:
    """Reads numbers and ordinals by the words of one language."""

    def __init__(self, pack: dict[str, Any]) -> None:
        """Take the number words (``parts``), suffixes and habits of a reading pack."""
        self.literals = Literals(pack)
        self._parts = {word: (kind, Fraction(value)) for kind, words in pack["parts"].items() for word, value in words.items()}
        self._compound = {word for kind, words in pack["parts"].items() if kind in pack["compounds"] for word in words}
        self._lengths = sorted({len(word) for word in self._compound}, reverse=True)
        self._suffixes = pack["suffixes"]
        self._ordinal_suffixes = frozenset(pack["ordinal_suffixes"])
        self._units_first = bool(pack["units_first"])
        self._tens_to = int(pack["tens_to"])
        self._tens_and = bool(pack["tens_and"])
        self._splits: dict[str, list[tuple[str, Fraction]]] = {}

    def at(self, tokens: Sequence[Token], i: int) -> list[Found]:
        """The numbers that start at token ``i``, longest first."""
        parts = self._parts_at(tokens, i)
        found = []
        whole = self._number(parts, 0)
        if whole is not None and self._end(parts, whole.at) is not None:
            found.append(Found(parts[whole.at - 1].end or 0, whole.value, digits=whole.at == 1 and parts[0].kind == "n"))
        if parts and parts[0].kind in {"u", "n"} and parts[0].end is not None and (not found or found[0].end != parts[0].end):
            found.append(Found(parts[0].end, parts[0].value, digits=parts[0].kind == "n"))
        return found

    def ordinals_at(self, tokens: Sequence[Token], i: int) -> list[Found]:
        """The ordinal that starts at token ``i``: ``3e``, ``derde``, ``twenty-fifth``."""
        token = tokens[i]
        if token.kind == DIGITS:
            suffix = tokens[i + 1] if i + 1 < len(tokens) else None
            if (
                suffix is None
                or len(token.text) > len("1234")
                or (suffix.gap and suffix.text != "ste")
                or suffix.text not in self._ordinal_suffixes
            ):
                return []
            return [Found(i + 2, Fraction(token.text), digits=True)]
        parts = self._parts_at(tokens, i)
        for at, part in enumerate(parts):
            if part.kind == "o" and part.end is not None:
                base = self._phrase(parts, 0) if at else Read(Fraction(0), 0)
                if (
                    base is not None
                    and (base.at == at or (base.at == at - 1 and parts[at - 1].kind == "a"))
                    and (self._rounded(base.value, part.value) or self._turned(parts, at, base.value))
                ):
                    return [Found(part.end, base.value + part.value)]
                return []
        return []

    def word(self, text: str) -> Fraction | None:
        """The number that one word or compound is, without any other: ``drie``, ``vijfentwintig``."""
        known = self._parts.get(text)
        parts = [known] if known is not None else self._cut(text) if len(text) <= _LONGEST_COMPOUND else []
        row = [Part("u" if kind == "x" else kind, value, None) for kind, value in parts]
        read = self._number(row, 0) if row else None
        return read.value if read is not None and read.at == len(row) else None

    def _rounded(self, base: Fraction, last: Fraction) -> bool:
        """Whether an ordinal can follow: twenty and fifth, hundred and third, not three and fifth."""
        return base == 0 or (last < _HUNDRED and base % _HUNDRED == 0) or (last < 10 and base % 10 == 0 and base >= 20)  # noqa: PLR2004

    def _turned(self, parts: list[Part], at: int, base: Fraction) -> bool:
        """Whether tens follow their units: vijfentwintigste."""
        last = parts[at].value
        return self._units_first and parts[at - 1].kind == "a" and 20 <= last < _HUNDRED and last % 10 == 0 and 0 < base % _HUNDRED < 10  # noqa: PLR2004

    def _end(self, parts: list[Part], at: int) -> int | None:
        return parts[at - 1].end

    # Parts of words.

    def _parts_at(self, tokens: Sequence[Token], i: int) -> list[Part]:
        parts: list[Part] = []
        j = i
        while j < len(tokens) and j < i + _MOST_TOKENS:
            token = tokens[j]
            if token.kind == DIGITS or (j == i and token.kind == SIGN and token.text in {"-", "."}):
                literal = self.literals.read(tokens, j) if not parts or parts[-1].kind in {"a", "s", "h", "m"} else None
                if literal is None:
                    break
                parts.append(Part("n", literal[0], literal[1]))
                j = self._suffix(tokens, literal[1], parts)
                continue
            if token.kind == SIGN and token.text == "-" and self._hyphen(tokens, j, parts):
                j += 1
                continue
            words = self.split(token)
            if not words:
                break
            parts.extend(Part(kind, value, None) for kind, value in words[:-1])
            parts.append(Part(*words[-1], j + 1))
            j += 1
        return parts

    def _suffix(self, tokens: Sequence[Token], j: int, parts: list[Part]) -> int:
        """A suffix such as ``k`` or ``mln`` right after digits becomes a scale."""
        if j < len(tokens) and tokens[j].kind == WORD:
            scale = self._suffixes.get(tokens[j].source)
            if scale and (not tokens[j].gap or len(tokens[j].source) > 1 or tokens[j].text == "k"):
                parts.append(Part("s", Fraction(scale), j + 1))
                return j + 1
        return j

    def _hyphen(self, tokens: Sequence[Token], j: int, parts: list[Part]) -> bool:
        """Whether a hyphen joins two number words: both sides close, or both apart."""
        if (
            j + 1 >= len(tokens)
            or not parts
            or parts[-1].kind in {"n", "s"}
            or tokens[j + 1].kind != WORD
            or tokens[j].gap != tokens[j + 1].gap
        ):
            return False
        return bool(self.split(tokens[j + 1]))

    def split(self, token: Token) -> list[tuple[str, Fraction]]:
        """The parts of one word, whole or compound; empty when it is no number word."""
        known = self._parts.get(token.lower) or self._parts.get(token.text)
        if known is not None:
            return [known]
        if token.kind != WORD or len(token.text) > _LONGEST_COMPOUND:
            return []
        if token.text not in self._splits:
            if len(self._splits) > 10_000:  # noqa: PLR2004 - a bound on memory
                self._splits.clear()
            self._splits[token.text] = self._cut(token.text)
        return self._splits[token.text]

    def _cut(self, word: str) -> list[tuple[str, Fraction]]:
        """A compound as parts: the longest part first at each place, going back where that leaves a rest."""
        best: list[list[tuple[str, Fraction]] | None] = [None] * (len(word) + 1)
        best[len(word)] = []
        for start in range(len(word) - 1, -1, -1):
            for length in self._lengths:
                rest = best[start + length] if start + length <= len(word) else None
                if rest is not None and word[start : start + length] in self._compound:
                    kind, value = self._parts[word[start : start + length]]
                    best[start] = [("u" if kind == "x" else kind, value), *rest]
                    break
        parts = best[0] or []
        return parts if self._sound(parts) else []

    def _sound(self, parts: list[tuple[str, Fraction]]) -> bool:
        """Whether the parts of one word make one number."""
        if not parts:
            return False
        row = [Part(kind, value, None) for kind, value in parts]
        if row[-1].kind == "o":
            base = self._phrase(row, 0)
            return base is not None and base.at in {len(row) - 1, len(row) - 2} and all(p.kind in {"a", "o"} for p in row[base.at :])
        read = self._number(row, 0)
        return read is not None and read.at == len(row)

    # Phrases.

    def _kind(self, parts: list[Part], at: int) -> str:
        return parts[at].kind if at < len(parts) else ""

    def _below_hundred(self, parts: list[Part], at: int) -> Read | None:
        kind = self._kind(parts, at)
        if kind in {"u", "x"}:
            one = parts[at].value
            if self._units_first and one < 10 and self._kind(parts, at + 1) == "a" and self._kind(parts, at + 2) == "t":  # noqa: PLR2004
                return Read(one + parts[at + 2].value, at + 3)
            if self._tens_to == 20 and one == 4 and self._kind(parts, at + 1) == "t" and parts[at + 1].value == 20:  # noqa: PLR2004 - quatre-vingt
                return self._tens(parts, at + 2, Fraction(80))
            return Read(one, at + 1) if kind == "u" else None
        if kind != "t":
            return None
        return self._tens(parts, at + 1, parts[at].value)

    def _tens(self, parts: list[Part], after: int, ten: Fraction) -> Read:
        """A number in tens, with the units after it where the language puts them there."""
        low = after + 1 if self._tens_and and self._kind(parts, after) == "a" else after
        top = 20 if ten % 20 == 0 and ten >= 60 else 10  # noqa: PLR2004 - soixante-dix, quatre-vingt-dix
        if (
            self._kind(parts, low) in {"u", "x"}
            and parts[low].value < min(top, self._tens_to)
            and (parts[low].kind == "u" or self._tens_and)
        ):
            return Read(ten + parts[low].value, low + 1)
        return Read(ten, after)

    def _group(self, parts: list[Part], at: int) -> Read | None:
        """A number up to the hundreds, or one in digits."""
        kind = self._kind(parts, at)
        if kind == "n":
            head: Read | None = Read(parts[at].value, at + 1)
        elif kind == "x" and self._kind(parts, at + 1) in {"h", "s", "z"}:
            head = Read(Fraction(1), at + 1)
        elif kind == "h":
            head = Read(Fraction(1), at)
        else:
            head = self._below_hundred(parts, at)
        if head is None or self._kind(parts, head.at) != "h":
            return head
        value, after = head.value * parts[head.at].value, head.at + 1
        return self._rest(parts, value, after) or Read(value, after)

    def _rest(self, parts: list[Part], value: Fraction, after: int) -> Read | None:
        """What follows the hundreds, with or without "and"."""
        joined = self._kind(parts, after) == "a"
        start = after + 1 if joined else after
        rest = self._below_hundred(parts, start)
        if rest is None and self._kind(parts, start) == "n" and 0 < parts[start].value < _HUNDRED and parts[start].value.denominator == 1:
            rest = Read(parts[start].value, start + 1)
        if rest is None or self._kind(parts, rest.at) == "h" or (rest.value == 0):
            return None
        return Read(value + rest.value, rest.at, (value, rest.value))

    def _phrase(self, parts: list[Part], at: int) -> Read | None:
        """A whole number in groups: millions, thousands, hundreds."""
        total, limit, tail = Fraction(0), Fraction(_HIGHEST), None
        done = None
        while True:
            start = at + 1 if done is not None and self._kind(parts, at) == "a" else at
            bare = self._kind(parts, start) == "s" and done is None and parts[start].value == 1000  # noqa: PLR2004
            group = Read(Fraction(1), start) if bare else self._group(parts, start)
            if group is None or (done is not None and group.value >= limit):
                return done
            value, at, scaled = group.value, group.at, Fraction(1)
            while self._kind(parts, at) == "s" and scaled * parts[at].value <= _HIGHEST:
                scaled, at = scaled * parts[at].value, at + 1
            if done is not None and (scaled >= limit or (scaled == 1 and value >= limit) or value == 0):
                return done
            before = total
            total += value * scaled
            tail = (before + group.tail[0], group.tail[1]) if group.tail else (before, value) if done is not None else None
            done = Read(total, at, tail if scaled == 1 else None)
            if scaled == 1:
                return done
            limit = scaled

    def _number(self, parts: list[Part], at: int) -> Read | None:
        """Any number: minus, whole, decimals in words, fraction, dozen, scale after a fraction."""
        if self._kind(parts, at) == "m":
            read = self._number(parts, at + 1) if self._kind(parts, at + 1) != "m" else None
            if read is None and self._kind(parts, at + 1) == "x":
                read = Read(Fraction(1), at + 2)
            return read and Read(-read.value, read.at)
        read = self._part_of_one(parts, at) or self._phrase(parts, at)
        if read is None:
            return None
        if self._kind(parts, read.at) == "p":
            read = self._decimals(parts, read) or read
        read = self._with_fraction(parts, read)
        if self._kind(parts, read.at) == "z" and read.tail is not None:
            return Read(read.tail[0] + read.tail[1] * parts[read.at].value, read.at + 1)
        if self._kind(parts, read.at) == "x" and self._kind(parts, read.at + 1) == "z" and read.value < 1:
            read = Read(read.value, read.at + 1)
        while self._kind(parts, read.at) in {"z", "s"} and read.value * parts[read.at].value < _HIGHEST:
            read = Read(read.value * parts[read.at].value, read.at + 1)
        return read

    def _decimals(self, parts: list[Part], read: Read) -> Read | None:
        """Decimals in words: komma vijf, point nought four."""
        at, digits = read.at + 1, ""
        while self._kind(parts, at) in {"u", "n"} and parts[at].value < 10 and parts[at].value.denominator == 1:  # noqa: PLR2004
            digits, at = digits + str(parts[at].value), at + 1
        if not digits:
            low = self._below_hundred(parts, at)
            if low is None:
                return None
            digits, at = str(low.value), low.at
        return Read(read.value + Fraction("0." + digits), at)

    def _part_of_one(self, parts: list[Part], at: int) -> Read | None:
        """A fraction by itself: een half, driekwart, a fifth."""
        kind = self._kind(parts, at)
        start = at + 1 if kind == "x" else at
        if self._kind(parts, start) in {"f", "g"}:
            return Read(parts[start].value, start + 1)
        if kind == "z":
            return Read(parts[at].value, at + 1)
        if kind == "x" and self._kind(parts, start) in {"o", "q"} and parts[start].value > 2:  # noqa: PLR2004
            return Read(1 / parts[start].value, start + 1)
        return None

    def _with_fraction(self, parts: list[Part], read: Read) -> Read:
        """A fraction after a whole number: twee en een half, five eighths, hundred and three quarters."""
        kind = self._kind(parts, read.at)
        if kind in {"o", "q"} and parts[read.at].value > 2 and (kind == "q" or not self._rounded(read.value, parts[read.at].value)):  # noqa: PLR2004
            under = parts[read.at].value
            if read.tail is not None and read.tail[1] < under:
                return Read(read.tail[0] + read.tail[1] / under, read.at + 1)
            return Read(read.value / under, read.at + 1)
        if kind == "f" and parts[read.at].value < Fraction(1, 2):
            before, last = read.tail or (Fraction(0), read.value)
            return Read(before + last * parts[read.at].value, read.at + 1)
        if kind in {"f", "g"}:
            return Read(read.value + parts[read.at].value, read.at + 1)
        if kind != "a":
            return read
        part_of_one = self._part_of_one(parts, read.at + 1)
        if part_of_one is None and self._kind(parts, read.at + 1) == "u" and self._kind(parts, read.at + 2) in {"o", "q", "f"}:
            under = parts[read.at + 2].value
            part_of_one = Read(parts[read.at + 1].value * (under if under < 1 else 1 / under), read.at + 3)
        low = self._below_hundred(parts, read.at + 1)
        if part_of_one is None and low is not None and self._kind(parts, low.at) in {"o", "q"}:
            part_of_one = Read(low.value / parts[low.at].value, low.at + 1)
        if part_of_one is None or part_of_one.value >= 1:
            return read
        spoken = parts[read.at - 1]
        unit = spoken.value if spoken.kind == "s" else Fraction(1)
        return Read(read.value + part_of_one.value * unit, part_of_one.at)
