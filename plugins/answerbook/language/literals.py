"""Numbers written in digits: ``1.234,56``, ``1 234 567``, ``3/4``, ``-2``, ``1e6``."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .scan import DIGITS, SIGN, WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .scan import Token

_TOKENS_JOINED = 14
_LONGEST = 32
_HIGHEST_POWER = 40
_GROUP = 3
#: Signs that can stand inside a number, and the letters of an exponent.
_INSIDE = frozenset(".,/'^+-")
_EXPONENT_LETTERS = frozenset("ex")
_POWER = re.compile(r"(?:(e)|x?(?:(10)\^|\^))([+-]?[0-9]{1,2})(?![0-9a-z.,])")
_FRACTION = re.compile(r"/([0-9]{1,3})(?![0-9/])")


class Literals:
    """Reads numbers in digits by the separators of one language; either separator is understood where there is no doubt."""

    def __init__(self, pack: dict[str, Any]) -> None:
        """Build the patterns from the pack's ``decimal`` and ``group`` separators."""
        point = pack["decimal"]
        group = "." if point == "," else ","
        p, g = re.escape(point), re.escape(group)
        self._spaces = not pack["group"].strip()
        self._forms = (
            (re.compile(rf"([0-9]{{1,3}}(?:{g}[0-9]{{3}})+)(?:{p}([0-9]+))?(?![0-9])"), group),
            (re.compile(rf"([0-9]{{1,3}}(?:{p}[0-9]{{3}})+){g}([0-9]+)(?![0-9])"), point),
            (re.compile(rf"([0-9]{{1,3}}(?:{p}[0-9]{{3}}){{2,}})()(?![0-9])"), point),
            (re.compile(rf"([0-9]+)(?:{p}([0-9]+))?(?![0-9])"), ""),
            (re.compile(rf"([0-9]+){g}([0-9]{{1,2}}|[0-9]{{4,}})(?![0-9]|[.,][0-9])"), ""),
        )
        self._leading_point = point == "."

    def read(self, tokens: Sequence[Token], i: int) -> tuple[Fraction, int] | None:
        """The number that starts at token ``i`` and the token after it."""
        token = tokens[i]
        if token.kind == DIGITS:
            return self._unsigned(tokens, i)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.kind != SIGN or following is None or following.gap or _touches(tokens, i):
            return None
        if token.text == "-":
            read = self._unsigned(tokens, i + 1) if following.kind == DIGITS else self._pointed(tokens, i + 1)
            return read and (-read[0], read[1])
        return self._pointed(tokens, i)

    def _pointed(self, tokens: Sequence[Token], i: int) -> tuple[Fraction, int] | None:
        """A decimal that begins with its point: ``.25``."""
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None or following.gap or tokens[i].text != ".":
            return None
        if self._leading_point and following.kind == DIGITS and len(following.text) <= _LONGEST:
            return Fraction("0." + following.text), i + 2
        return None

    def _unsigned(self, tokens: Sequence[Token], i: int) -> tuple[Fraction, int] | None:
        text, ends = _joined(tokens, i)
        best = self._longest(text)
        if best is None:
            return None
        value, at = best
        spaced = self._spaced(tokens, i, text[:at])
        if spaced is not None:
            return spaced
        fraction = _FRACTION.match(text, at) if value.denominator == 1 and text[:at].isdigit() else None
        power = _POWER.match(text, at)
        if fraction is not None and int(fraction[1]) > 0 and _ends_token(ends, fraction.end()):
            return value / int(fraction[1]), ends[fraction.end()]
        if power is not None and abs(int(power[3])) <= _HIGHEST_POWER and _ends_token(ends, power.end()) and value:
            raised = value * Fraction(10) ** int(power[3]) if power[1] or power[2] else value ** int(power[3])
            return raised, ends[power.end()]
        end = ends[at]
        return self._mixed(tokens, value, end)

    def _longest(self, text: str) -> tuple[Fraction, int] | None:
        best: tuple[Fraction, int] | None = None
        for pattern, separator in self._forms:
            match = pattern.match(text)
            if match is None or match.end() > _LONGEST or (best is not None and match.end() <= best[1]):
                continue
            whole = match[1].replace(separator, "") if separator else match[1]
            best = Fraction(f"{whole}.{match[2]}" if match[2] else whole), match.end()
        return best

    def _spaced(self, tokens: Sequence[Token], i: int, first: str) -> tuple[Fraction, int] | None:
        """Groups of three digits set apart by spaces: two groups or more, or one where the language writes it so."""
        if len(first) > _GROUP or not first.isdigit():
            return None
        j, digits = i + 1, first
        while j < len(tokens) and tokens[j].kind == DIGITS and len(tokens[j].text) == _GROUP and tokens[j].start == tokens[j - 1].end + 1:
            digits, j = digits + tokens[j].text, j + 1
        groups = j - i - 1
        if len(digits) > _LONGEST or groups < (1 if self._spaces else 2):
            return None
        return self._decimals(tokens, digits, j)

    def _decimals(self, tokens: Sequence[Token], digits: str, j: int) -> tuple[Fraction, int]:
        """Decimals after spaced groups: ``1 234,50``."""
        if j + 1 < len(tokens) and tokens[j].text in {".", ","} and not tokens[j].gap:
            following = tokens[j + 1]
            if following.kind == DIGITS and not following.gap and len(following.text) <= _LONGEST:
                return Fraction(f"{digits}.{following.text}"), j + 2
        return Fraction(digits), j

    def _mixed(self, tokens: Sequence[Token], value: Fraction, end: int) -> tuple[Fraction, int]:
        """A whole number and a fraction after it: ``2 1/4``."""
        if value.denominator == 1 and end + 2 < len(tokens) and tokens[end].kind == DIGITS and tokens[end].gap:
            text, ends = _joined(tokens, end)
            match = re.match(r"([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/])", text)
            if match is not None and int(match[1]) < int(match[2]):
                return value + Fraction(int(match[1]), int(match[2])), ends[match.end()]
        return value, end


def _touches(tokens: Sequence[Token], i: int) -> bool:
    """Whether a letter or digit stands directly before token ``i``."""
    return i > 0 and not tokens[i].gap and (tokens[i - 1].kind != SIGN or tokens[i - 1].text in {")", ".", "-"})


def _joined(tokens: Sequence[Token], i: int) -> tuple[str, dict[int, int]]:
    """The tokens from ``i`` on that touch and may belong to one number, as text, and where in it each token ends."""
    text, ends = "", {0: i}
    for j in range(i, min(len(tokens), i + _TOKENS_JOINED)):
        token = tokens[j]
        fits = (
            token.kind == DIGITS
            or (token.kind == SIGN and token.text in _INSIDE)
            or (token.kind == WORD and token.text in _EXPONENT_LETTERS)
        )
        if not fits or (j > i and token.gap) or len(text) + len(token.text) > 2 * _LONGEST:
            break
        text += token.text
        ends[len(text)] = j + 1
    return text, ends


def _ends_token(ends: dict[int, int], at: int) -> bool:
    return at in ends
