"""One line of ``answerbook search``: a question in, hits out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import RequestError
from .query import MILLION

if TYPE_CHECKING:
    from collections.abc import Callable

    from .documents import Document
    from .engine import Engine
    from .passages import Passage

DEFAULT_LIMIT = 10


def search(
    engine: Engine, request: dict[str, object], limit: int = DEFAULT_LIMIT, other: Callable[[], Engine] | None = None
) -> dict[str, object]:
    """The hits for ``{"q"}``, best first: ``{"hits": [{"url", "title", "score", …}], "repaired"?: [{"typed", "used"}]}``.

    Without any the hits of the ``other`` engine are offered, each with its ``lang``.

    Raises:
        RequestError: ``missing_field: q`` or ``wrong_type: q``.
    """
    if "q" not in request:
        raise RequestError("missing_field: q")  # noqa: EM101, TRY003  the closed texts of malformed lines
    question = request["q"]
    if not isinstance(question, str):
        raise RequestError("wrong_type: q")  # noqa: EM101, TRY003  the closed texts of malformed lines
    plan, found = engine.find(question, limit)
    mark: dict[str, object] = {}
    if not found and other:
        engine = other()
        plan, found = engine.find(question, limit)
        mark = {"lang": engine.source.lang}
    answer: dict[str, object] = {"hits": [{**_hit(document, units, passage), **mark} for document, units, passage in found]}
    if plan.repaired and found:
        answer["repaired"] = [{"typed": typed, "used": used} for typed, used in plan.repaired]
    return answer


def _hit(document: Document, units: int, passage: Passage) -> dict[str, object]:
    part = passage.part
    whole, rest = divmod(units, MILLION)
    hit: dict[str, object] = {
        "url": f"{document.url}#{part.anchor}" if part else document.url,
        "title": document.title,
        # A whole score is written without a fraction, as a browser writes it.
        "score": units / MILLION if rest else whole,
    }
    if part:
        hit["section"] = part.heading
    if document.collection:
        hit["collection"] = document.collection
    if passage.snippet:
        hit["snippet"] = passage.snippet
        hit["highlights"] = [list(place) for place in passage.highlights]
    if passage.others:
        hit["sections"] = [{"title": other.heading, "url": f"{document.url}#{other.anchor}"} for other in passage.others]
    return hit
