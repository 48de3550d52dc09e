"""Exact numbers as text: plain decimals without exponent, fractions that do not end with fifteen digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

_DIGITS = 15
_LONGEST = 40


def _ends(denominator: int) -> int | None:
    """The number of decimals after which a fraction with this denominator ends, or None."""
    decimals = 0
    for prime in (2, 5):
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        decimals = max(decimals, count)
    return decimals if denominator == 1 and decimals <= _LONGEST else None


def plain(value: Fraction) -> str:
    """The number as decimal text: exact where it ends, else rounded half up to fifteen digits: ``2.5``, ``0.333333333333333``."""
    decimals = _ends(value.denominator)
    if decimals is None:
        whole = abs(value.numerator) // value.denominator
        decimals = _DIGITS - len(str(whole)) if whole else _leading_zeros(abs(value)) + _DIGITS
        decimals = max(decimals, 0)
    scaled = 2 * abs(value.numerator) * 10**decimals + value.denominator
    digits = str(scaled // (2 * value.denominator)).rjust(decimals + 1, "0")
    text = digits[: len(digits) - decimals] + ("." + digits[len(digits) - decimals :] if decimals else "")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "-" + text if value < 0 and text != "0" else text


def _leading_zeros(value: Fraction) -> int:
    """Zeros between the point and the first digit of a number below one."""
    zeros = 0
    while value * 10 ** (zeros + 1) < 1:
        zeros += 1
    return zeros
