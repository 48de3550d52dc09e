"""JSON lines in, JSON lines out: one request a line, one answer a line, in order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from . import canonical
from .findings import RequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST_WHOLE_NUMBER = 300
_LARGEST_SAFE_INTEGER = 2**53 - 1


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _whole(text: str) -> int | float:
    # Beyond this many digits both engines see the same infinity; Python would otherwise refuse the line.
    return int(text) if len(text) <= _LONGEST_WHOLE_NUMBER else float(text)


def _well_formed(value: Any) -> Any:
    """The value with every lone surrogate replaced by U+FFFD, as a UTF-8 writer would."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_well_formed(part) for part in value]
    if isinstance(value, dict):
        return {_well_formed(key): _well_formed(part) for key, part in value.items()}
    return value


def parse(line: bytes) -> dict[str, Any]:
    """The request on one line. Raises RequestError ``bad_json`` or ``not_an_object``."""
    try:
        value = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant, parse_int=_whole)
        value = _well_formed(value)
    except (ValueError, RecursionError) as error:
        message = "bad_json"
        raise RequestError(message) from error
    if not isinstance(value, dict):
        message = "not_an_object"
        raise RequestError(message)
    return value


def identity(request: dict[str, Any]) -> dict[str, Any]:
    """``{"id": …}`` when the request carries a usable id (text, or a whole number both engines hold exactly), else nothing."""
    given = request.get("id")
    if isinstance(given, str):
        return {"id": given}
    if isinstance(given, bool) or not isinstance(given, int | float) or not abs(given) <= _LARGEST_SAFE_INTEGER:
        return {}
    return {"id": int(given)} if given == int(given) else {}  # the browser cannot tell 1.0 from 1


def respond(line: bytes, handle: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """What ``handle`` answers to the request on ``line``, with its id; ``{"id"?, "error"}`` for a malformed line."""
    try:
        request = parse(line)
    except RequestError as error:
        return {"error": str(error)}
    try:
        return {**handle(request), **identity(request)}
    except RequestError as error:
        return {**identity(request), "error": str(error)}


def serve(source: BinaryIO, handle: Callable[[dict[str, Any]], dict[str, Any]]) -> Iterator[str]:
    """The canonical JSON answer to every line of ``source`` that is not blank, in order."""
    for line in source:
        if line.strip(b" \t\r\n"):
            yield canonical.dumps(respond(line.strip(b" \t\r\n"), handle))
