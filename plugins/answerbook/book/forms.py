"""The micro-forms of ``pricing.yaml``: one regular expression each, text to exact value."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, NoReturn

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from answerbook.calendar import is_day, looks_like_day
from answerbook.figures import Period

SNAKE = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
# No number starts with a needless zero: some readers of YAML take it for octal, and in a price it is a slip of the finger.
DURATION = r"(0|[1-9][0-9]{0,3}) (minute|hour|day|week|month|year)s?"
AMOUNT = r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?"
DECIMAL = AMOUNT
MULTIPLE = rf"((?:0|[1-9][0-9]{{0,5}})(?:\.[0-9]{{1,6}})?) x ({SNAKE})"
PERCENT = r"((?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,6})?)%"
COUNT = r"(0|[1-9][0-9]{0,8})"
EMAIL = r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}"
INTEGER = r"-?(0|[1-9][0-9]{0,14})"

#: Of a value that is refused, enough to recognise it.
LONGEST_SHOWN = 60

_UNITS = {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}


def _refuse(kind: str, value: object, sentence: str, hint: str) -> NoReturn:
    """Refuse with the error that ``sentences`` turns into a finding of ``kind``; ``{given}`` is the text as written."""
    if not isinstance(value, str):
        needed = "string_type"
        raise PydanticCustomError(needed, "text needed")
    given = value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…"
    raise PydanticCustomError(kind, "{sentence}", {"sentence": sentence.format(given=f"`{given}`"), "hint": hint})


def _match(form: str, value: object) -> re.Match[str] | None:
    return re.fullmatch(form, value) if isinstance(value, str) else None


def day(value: object) -> str:
    """An existing day written YYYY-MM-DD."""
    text = date_form(value)
    if not is_day(text):
        _refuse("AB026", value, "The day {given} does not exist.", "Write an existing day.")
    return text


def date_form(value: object) -> str:
    """A text written YYYY-MM-DD; the day may not exist (examples show what is refused)."""
    if not isinstance(value, str) or not looks_like_day(value):
        _refuse("AB025", value, "{given} is not a date.", "Write year, month and day with hyphens: YYYY-MM-DD.")
    return value


def duration(value: object) -> Period:
    """``30 days`` as a period."""
    match = _match(DURATION, value)
    if match is None:
        _refuse(
            "AB027",
            value,
            "{given} is not a length of time.",
            "Write a whole number and a unit: minutes, hours, days, weeks, months or years.",
        )
    return Period(int(match[1]), _UNITS[match[2]])


def amount(value: object) -> str:
    """An amount as it is written; its currency decides how many decimals it may have."""
    if _match(AMOUNT, value) is None:
        _refuse("AB028", value, "{given} is not an amount.", "Write digits only, no zero in front, with a point before the cents.")
    return str(value)


def multiple(value: object) -> tuple[Fraction, str]:
    """``3 x average_need`` as the factor and the name of what is multiplied."""
    match = _match(MULTIPLE, value)
    if match is None:
        _refuse("AB029", value, "{given} is not a multiple.", "Write a number, the letter x and a name: `<number> x <name>`.")
    return Fraction(match[1]), match[2]


def percent(value: object) -> Fraction:
    """``99.99%`` as the exact number before the sign."""
    match = _match(PERCENT, value)
    if match is None or Fraction(match[1]) > 100:  # noqa: PLR2004 - the whole
        _refuse("AB030", value, "{given} is not a percentage.", "Write a number up to the whole with a percent sign: `<number>%`.")
    return Fraction(match[1])


def figure(value: object) -> Period | Fraction:
    """The figure of a statement: a length of time or a percentage."""
    if isinstance(value, str) and value.endswith("%"):
        return percent(value)
    match = _match(DURATION, value)
    if match is None:
        _refuse("AB037", value, "{given} is neither a length of time nor a percentage.", "Write `<number> <unit>` or `<number>%`.")
    return duration(value)


def bound(value: object) -> tuple[Fraction, str] | str:
    """How far a zone reaches: ``limit``, ``any`` or a multiple."""
    return value if isinstance(value, str) and value in {"limit", "any"} else multiple(value)


def count(value: object) -> int:
    """A whole number of zero or more."""
    if _match(COUNT, value) is None:
        _refuse("AB031", value, "{given} is not a whole number.", "Write digits only.")
    return int(str(value))


def integer(value: object) -> int:
    """A whole number, also a negative one (examples show what is refused)."""
    if _match(INTEGER, value) is None:
        _refuse("AB031", value, "{given} is not a whole number.", "Write digits only.")
    return int(str(value))


def decimal(value: object) -> str:
    """A decimal number as it is written."""
    if _match(DECIMAL, value) is None:
        _refuse("AB033", value, "{given} is not a decimal number.", "Write digits only, with a point before decimals.")
    return str(value)


def snake(value: object) -> str:
    """An id of one part: ``average_need``."""
    if _match(SNAKE, value) is None:
        _refuse("AB032", value, "{given} is not an id.", "Write lower-case letters, digits and single underscores, starting with a letter.")
    return str(value)


def dotted(value: object) -> str:
    """A dotted id: ``seats.admin.price``."""
    if _match(rf"{SNAKE}(\.{SNAKE})*", value) is None:
        _refuse("AB032", value, "{given} is not an id.", "Write ids of lower-case letters, digits and underscores, joined by points.")
    return str(value)


def line(value: object) -> str:
    """One line of visible text, without space around it."""
    if not isinstance(value, str) or not value.strip() or "\n" in value or "\t" in value:
        _refuse("AB036", value, "This is not one line of text.", "Write it on one line.")
    return value.strip()


def address(value: object) -> str:
    """A web address."""
    if _match(r"https?://[^\s<>\"]+", value) is None:
        _refuse("AB035", value, "{given} is not a web address.", "Start it with https://.")
    return str(value)


def email(value: object) -> str:
    """An e-mail address."""
    if _match(EMAIL, value) is None:
        _refuse("AB038", value, "{given} is not an e-mail address.", "Write name@domain, without spaces.")
    return str(value)


def _text(pattern: str, *more: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", *more] if more else "string", "pattern": f"^{pattern}$"})


Day = Annotated[str, PlainValidator(day), _text(DATE)]
DateForm = Annotated[str, PlainValidator(date_form), _text(DATE)]
Duration = Annotated[Period, PlainValidator(duration), _text(DURATION)]
Amount = Annotated[str, PlainValidator(amount), _text(AMOUNT, "number")]
Multiple = Annotated[tuple[Fraction, str], PlainValidator(multiple), _text(MULTIPLE)]
Bound = Annotated[tuple[Fraction, str] | str, PlainValidator(bound), _text(f"(limit|any|{MULTIPLE})")]
Figure = Annotated[Period | Fraction, PlainValidator(figure), _text(f"({DURATION}|{PERCENT})")]
Count = Annotated[int, PlainValidator(count), _text(COUNT, "integer")]
Integer = Annotated[int, PlainValidator(integer), _text(INTEGER, "integer")]
Decimal = Annotated[str, PlainValidator(decimal), _text(DECIMAL, "number")]
Snake = Annotated[str, PlainValidator(snake), _text(SNAKE)]
Dotted = Annotated[str, PlainValidator(dotted), _text(rf"{SNAKE}(\.{SNAKE})*")]
Line = Annotated[str, PlainValidator(line), WithJsonSchema({"type": "string", "minLength": 1})]
Address = Annotated[str, PlainValidator(address), _text(r"https?://[^\s<>\"]+")]
Email = Annotated[str, PlainValidator(email), _text(EMAIL)]
