"""Exact figures: money in minor units, fractions, multiples and periods. No floats anywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

#: Digits after the decimal point of each currency (ISO 4217, "minor unit").
MINOR_DIGITS = {"EUR": 2, "USD": 2, "GBP": 2, "CHF": 2, "NOK": 2, "SEK": 2, "DKK": 2, "PLN": 2, "JPY": 0}

_MONEY = re.compile(r"(-?)([0-9]{1,15})(?:\.([0-9]+))?")
_DECIMAL = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_PERIOD = re.compile(r"P(?:([0-9]{1,4})([DWMY])|T([0-9]{1,4})([HM]))")


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount: ``minor`` is a whole number of the currency's smallest unit (cents)."""

    minor: int
    currency: str

    @classmethod
    def parse(cls, text: str, currency: str) -> Money:
        """Read ``950``, ``950.0`` or ``950.00``. Raises ValueError for anything else or more digits than the currency has."""
        digits = MINOR_DIGITS[currency]
        match = _MONEY.fullmatch(text)
        if match is None or len(match[3] or "") > digits:
            message = f"not an amount in {currency}: {text!r}"
            raise ValueError(message)
        minor = int(match[2] + (match[3] or "").ljust(digits, "0"))
        return cls(-minor if match[1] else minor, currency)

    @property
    def text(self) -> str:
        """The amount as a decimal without currency, always with all its minor digits: ``950.00``."""
        digits = MINOR_DIGITS[self.currency]
        sign = "-" if self.minor < 0 else ""
        whole, rest = divmod(abs(self.minor), 10**digits)
        return f"{sign}{whole}.{rest:0{digits}d}" if digits else f"{sign}{whole}"

    def __str__(self) -> str:
        """The normalised figure with its currency: ``EUR 950.00``."""
        return f"{self.currency} {self.text}"

    def exact(self) -> Fraction:
        """The amount in whole units of the currency, as an exact fraction."""
        return Fraction(self.minor, 10 ** MINOR_DIGITS[self.currency])


def round_half_up(value: Fraction, currency: str) -> Money:
    """The nearest amount of ``currency``; exactly half a minor unit rounds away from zero."""
    scaled = abs(value) * 10 ** MINOR_DIGITS[currency]
    minor = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Money(-minor if value < 0 else minor, currency)


def parse_decimal(text: str) -> Fraction:
    """Read a plain decimal such as ``3``, ``2.5`` or ``99.99``, exactly. Raises ValueError."""
    if _DECIMAL.fullmatch(text) is None:
        message = f"not a decimal number: {text!r}"
        raise ValueError(message)
    return Fraction(text)


def fraction_text(value: Fraction) -> str:
    """A fraction in lowest terms: ``214/365``, or ``3`` when whole."""
    return str(value)


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in one unit: ``D`` days, ``W`` weeks, ``M`` months, ``Y`` years, ``TH`` hours, ``TM`` minutes."""

    count: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an ISO 8601 duration of one unit: ``P1Y``, ``P30D``, ``PT1H``. Raises ValueError."""
        match = _PERIOD.fullmatch(text)
        if match is None:
            message = f"not a period of one unit: {text!r}"
            raise ValueError(message)
        return cls(int(match[1]), match[2]) if match[1] else cls(int(match[3]), "T" + match[4])

    @property
    def iso(self) -> str:
        """The ISO 8601 duration: ``P1Y``, ``PT1H``."""
        return f"PT{self.count}{self.unit[1]}" if self.unit.startswith("T") else f"P{self.count}{self.unit}"

    @property
    def figure(self) -> str:
        """The normalised figure: ``30 days``, ``1 hour``, ``1 year``."""
        return f"{self.count} {UNIT_NAMES[self.unit]}{'' if self.count == 1 else 's'}"


UNIT_NAMES = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute"}
