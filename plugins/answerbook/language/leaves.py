"""What the reader reads without rules: words of the lexicon, numbers, and dates and months in digits."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .dates import calendar_day, full_year
from .periods import month_time
from .scan import DIGITS, SIGN, WORD, scan
from .times import exists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .numbers import Numbers
    from .scan import Token
    from .times import Time

_CLAUSE_ENDS = frozenset(".,;:!?)")
_FIRST_YEAR, _LAST_YEAR = 1500, 2199
_FIRST_WORD_YEAR, _FIRST_FOUR_DIGITS = 1900, 1000
_MONTHS, _HIGHEST_DAY = 12, 39
_DATE_TOKENS = 5
_HUNDRED = 100

#: What one symbol read at one place: the token after it, and the value.
Reading = tuple[int, Any]
#: A phrase of the lexicon after its first token: the rest, the symbol, and the value (None for mere filling).
Phrase = tuple[tuple[str, ...], str, Any]


def lexicon_of(words: dict[str, Any]) -> dict[str, list[Phrase]]:
    """The lexicon by first token, so that each place in a text looks at few phrases."""
    found: dict[str, list[Phrase]] = {}
    for symbol, phrases in words.items():
        for phrase in phrases:
            first, *rest = [token.text for token in scan(phrase)]
            found.setdefault(first, []).append((tuple(rest), symbol, phrases[phrase] if isinstance(phrases, dict) else None))
    return found


class Leaves:
    """The readings of single symbols in one text."""

    def __init__(self, tokens: Sequence[Token], numbers: Numbers, lexicon: dict[str, list[Phrase]], habits: dict[str, Any]) -> None:
        """Start without readings; they are kept by place."""
        self._tokens, self._numbers, self._lexicon, self._habits = tokens, numbers, lexicon, habits
        self._known: dict[int, dict[str, list[Reading]]] = {}

    def forget(self) -> None:
        """Drop kept readings."""
        self._known.clear()

    def at(self, i: int) -> dict[str, list[Reading]]:
        """All readings at token ``i``, or after the last, by symbol."""
        known = self._known.get(i)
        if known is None:
            known = self._known[i] = self._read(i) if i < len(self._tokens) else {"END": [(i, None)]}
        return known

    def _read(self, i: int) -> dict[str, list[Reading]]:
        token = self._tokens[i]
        found: dict[str, list[Reading]] = {} if token.gap else {"_": [(i, None)]}
        if token.text in _CLAUSE_ENDS:
            found["END"] = [(i, None)]
        for rest, symbol, value in self._lexicon.get(token.text, ()):
            if symbol == "unit_short" and token.source in self._habits["suffixes"]:
                continue  # 3M is three million, 3m three minutes
            if all(i + 1 + n < len(self._tokens) and self._tokens[i + 1 + n].text == text for n, text in enumerate(rest)):
                found.setdefault(symbol, []).append((i + 1 + len(rest), value))
        numbers = [(number.end, number.value) for number in self._numbers.at(self._tokens, i)]
        ordinals = [(number.end, number.value) for number in self._numbers.ordinals_at(self._tokens, i)]
        readings = {"NUMBER": numbers, "ORDINAL": ordinals, "YEAR": self._years(i, numbers), "MULTIPLE": self._multiple(i)}
        if token.kind == DIGITS:
            readings |= self._digit_dates(i)
        return found | {symbol: values for symbol, values in readings.items() if values}

    def _years(self, i: int, numbers: list[tuple[int, Fraction]]) -> list[Reading]:
        token = self._tokens[i]
        if token.kind == DIGITS:
            return [(i + 1, int(token.text))] if len(token.text) == len("2026") and _FIRST_YEAR <= int(token.text) <= _LAST_YEAR else []
        found: list[Reading] = []
        for end, value in numbers:
            if token.kind == WORD and _FIRST_WORD_YEAR <= value <= _LAST_YEAR and value.denominator == 1:
                found.append((end, int(value)))
            elif token.kind == WORD and 10 <= value <= 21 and value.denominator == 1 and end < len(self._tokens):  # noqa: PLR2004
                rest = [number for number in self._numbers.at(self._tokens, end) if not number.digits and 10 <= number.value < _HUNDRED]  # noqa: PLR2004
                found += [(number.end, int(value) * _HUNDRED + int(number.value)) for number in rest if number.value.denominator == 1]
        return found

    def _multiple(self, i: int) -> list[Reading]:
        """A compound such as driemaal."""
        token = self._tokens[i]
        for suffix in self._habits["multiple_suffixes"] if token.kind == WORD else ():
            stem = token.text.removesuffix(suffix)
            if stem and stem != token.text:
                value = self._numbers.word(stem)
                if value is not None:
                    return [(i + 1, value)]
        return []

    def _digit_dates(self, i: int) -> dict[str, list[Reading]]:
        """Dates and months in digits that start here."""
        run = self._tokens[i : i + _DATE_TOKENS + 1]
        found: dict[str, list[Reading]] = {"TWO_DIGITS": [(i + 1, run[0].text)] if len(run[0].text) == len("26") else []}
        if len(run[0].text) <= len("26"):
            found["DAY"] = [(i + 1, Fraction(run[0].text))]
        size = 1
        while size < len(run) and not run[size].gap and run[size].kind == (SIGN if size % 2 else DIGITS):
            size += 1
        sign = run[1].text if size > 1 else ""
        if size >= _DATE_TOKENS and sign in {"-", "/", "."} and run[3].text == sign:
            time = self._full(run[0].text, run[2].text, run[4].text)
            found["NUMERIC_DATE"] = [(i + _DATE_TOKENS, time)] if time is not None else []
            return found
        if len(run[0].text) == len("20260401") and run[0].text[:2] in {"19", "20"}:
            year, month, day = int(run[0].text[:4]), int(run[0].text[4:6]), int(run[0].text[6:])
            found["NUMERIC_DATE"] = [(i + 1, calendar_day(year, month, day))] if exists(year, month, day) else []
        if size >= len("d-m") and sign in ({"-", "/", "."} if self._habits["dot_dates"] else {"-", "/"}):
            self._short(i, run[0].text, run[2].text, sign, found)
        return found

    def _full(self, a: str, b: str, c: str) -> Time | None:
        """Three numbers as a date: the year first or last, else the day first."""
        if len(a) == len("2026"):
            year, month, day = int(a), b, c
        elif len(c) in {len("26"), len("2026")}:
            year, month, day = full_year(c), b, a
        else:
            return None
        if len(month) > len("12") or len(day) > len("31") or year < _FIRST_FOUR_DIGITS:
            return None
        return self._day(year, int(day), int(month))

    def _day(self, year: int | None, day: int, month: int) -> Time | None:
        """A day by its numbers; swapped where the language also writes the month first and only that fits."""
        if month > _MONTHS >= day and self._habits["month_first"]:
            day, month = month, day
        if not 1 <= day <= _HIGHEST_DAY or not 1 <= month <= _HIGHEST_DAY:
            return None
        return calendar_day(year, month, day)

    def _short(self, i: int, a: str, b: str, sign: str, found: dict[str, list[Reading]]) -> None:
        """A day and month without a year, or a month and year."""
        following = self._tokens[i + 3 : i + 5]
        if (
            len(following) > 1
            and following[0].text in {sign, ".", ","}
            and not following[0].gap
            and not following[1].gap
            and following[1].kind == DIGITS
        ):
            return
        if len(a) <= len("31") and len(b) <= len("12"):
            time = self._day(None, int(a), int(b))
            if time is not None:
                closed = sign == "." and following[:1] and following[0].text == sign and not following[0].gap
                end = i + 4 if closed else i + 3
                found["SHORT_DATE"] = [(end, time)]
                if time.kind == "date" and (closed or (sign == "/" and max(int(a), int(b)) > _MONTHS)):
                    found["SURE_DATE"] = [(end, time)]
        year, month = (a, b) if len(a) == len("2026") else (b, a)
        if (
            sign != "."
            and len(year) == len("2026")
            and len(month) <= len("12")
            and _FIRST_WORD_YEAR <= int(year) <= _LAST_YEAR
            and 1 <= int(month) <= _MONTHS
        ):
            found["NUMERIC_MONTH"] = [(i + 3, month_time(int(year), int(month)))]
