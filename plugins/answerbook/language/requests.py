"""``answerbook parse``: one request, the entities of its text."""

from __future__ import annotations

from typing import Any

from answerbook.calendar import is_day
from answerbook.findings import RequestError

from .language import load


def parse(request: dict[str, Any], lang: str) -> dict[str, Any]:
    """``{"entities": […]}`` for ``{"text", "reference"?}``; whoever reads the line adds its id. Raises RequestError with a closed text."""
    if "text" not in request:
        message = "missing_field: text"
        raise RequestError(message)
    text, reference = request["text"], request.get("reference")
    if not isinstance(text, str):
        message = "wrong_type: text"
        raise RequestError(message)
    if reference is not None and not (isinstance(reference, str) and is_day(reference)):
        message = "wrong_type: reference"
        raise RequestError(message)
    return {"entities": [entity.as_dict() for entity in load(lang).read(text, reference)]}
