"""One request of ``answerbook quote`` in, one answer out: the JSON edge of the engine.

A malformed request raises RequestError with a text of a closed set, the same in both engines: ``not_an_object``,
``missing_field: NAME``, ``wrong_type: NAME`` (and ``bad_json``, from ``lines``). A well-formed one that the
book cannot serve is a refusal. ``null`` counts as absent.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NoReturn

from answerbook.calendar import looks_like_day
from answerbook.figures import parse_decimal
from answerbook.findings import RequestError

from .measure import measure
from .outcome import to_json
from .quote import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Book

    from .order import Quantity
    from .outcome import Quote, Refusal, Verdict

#: What a number too large for any computer number counts as; it is refused for its size.
_HUGE = 10**400


def answer(book: Book, request: object, today: str | None = None) -> dict[str, Any]:
    """The answer to one request as JSON (``lines`` adds the id). Raises RequestError for a malformed one."""
    if not isinstance(request, dict):
        message = "not_an_object"
        raise RequestError(message)
    return to_json(outcome_of(book, request, today))


def outcome_of(book: Book, request: Mapping[str, Any], today: str | None = None) -> Quote | Verdict | Refusal:
    """The outcome of one request: a quote, a verdict or a refusal. Raises RequestError for a malformed one."""
    asked = request.get("measure")
    if asked is not None:
        if not isinstance(asked, dict):
            _wrong("measure")
        return measure(book, _text(asked, "policy"), _use(asked, "own", required=True), _use(asked, "average"))
    return quote(
        book,
        _buy(request),
        _day(request, "order", required=True) or "",
        _day(request, "contract_end"),
        _optional_text(request, "currency"),
        _optional_text(request, "cycle"),
        today=_day(request, "today") or today,
    )


def _wrong(name: str) -> NoReturn:
    message = f"wrong_type: {name}"
    raise RequestError(message)


def _required(request: Mapping[str, Any], name: str) -> Any:
    if request.get(name) is None:
        message = f"missing_field: {name}"
        raise RequestError(message)
    return request[name]


def _optional_text(request: Mapping[str, Any], name: str) -> str | None:
    value = request.get(name)
    if value is not None and not isinstance(value, str):
        _wrong(name)
    return value


def _text(request: Mapping[str, Any], name: str) -> str:
    _required(request, name)
    return _optional_text(request, name) or ""


def _day(request: Mapping[str, Any], name: str, *, required: bool = False) -> str | None:
    text = _text(request, name) if required else _optional_text(request, name)
    if text is not None and not looks_like_day(text):
        _wrong(name)
    return text


def _buy(request: Mapping[str, Any]) -> list[tuple[str, Quantity]]:
    lines = _required(request, "buy")
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        _wrong("buy")
    return [(_text(line, "item"), _quantity(_required(line, "quantity"))) for line in lines]


def _quantity(value: object) -> Quantity:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        _wrong("quantity")
    if isinstance(value, float):
        # The fraction of a float is only asked whether it is whole and how large: no figure comes from it.
        return Fraction(value) if math.isfinite(value) else (_HUGE if value > 0 else -_HUGE)
    return value


def _use(request: Mapping[str, Any], name: str, *, required: bool = False) -> Fraction | None:
    """A use as an exact number: from a whole number, a decimal number (as it is written) or decimal text."""
    value = _required(request, name) if required else request.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        _wrong(name)
    text = format(Decimal(repr(value)), "f").removesuffix(".0") if isinstance(value, float) else str(value)
    try:
        return parse_decimal(text)
    except ValueError:
        _wrong(name)
