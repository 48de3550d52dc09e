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
#: No request nests this deep; engines differ in how deep they can go.
_DEEPEST = 64


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _whole(text: str) -> int | float:
    # Beyond this many digits both engines see the same infinity; Python would otherwise refuse the line.
    return int(text) if len(text) <= _LONGEST_WHOLE_NUMBER else float(text)


def well_formed(value: Any, levels: int = _DEEPEST) -> Any:
    """The value with every lone surrogate replaced by U+FFFD, as a UTF-8 writer would. Raises ValueError for one nested too deep."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if not isinstance(value, (list, dict)):
        return value
    if not levels:
        message = "nested too deep"
        raise ValueError(message)
    if isinstance(value, list):
        return [well_formed(part, levels - 1) for part in value]
    return {well_formed(key): well_formed(part, levels - 1) for key, part in value.items()}


def parse(line: bytes) -> dict[str, Any]:
    """The request on one line. Raises RequestError ``bad_json`` or ``not_an_object``."""
    try:
        value = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant, parse_int=_whole)
        value = well_formed(value)
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
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not abs(given) <= _LARGEST_SAFE_INTEGER:
        return {}
    # A browser knows no difference between 1 and 1.0.
    return {"id": int(given)} if given == int(given) else {}


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
