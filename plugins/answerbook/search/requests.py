"""One line of ``answerbook search``: a question in, hits out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import RequestError
from .ranking import MILLION
from .source import BrokenIndexError

if TYPE_CHECKING:
    from collections.abc import Callable

    from .documents import Document
    from .engine import Engine, Found
    from .passages import Passage

DEFAULT_LIMIT = 10


def search(
    engine: Engine, request: dict[str, object], limit: int = DEFAULT_LIMIT, other: Callable[[], Engine] | None = None
) -> dict[str, object]:
    """The hits for ``{"q", "collection"?}``, best first: ``{"hits": [{"url", "title", "score", …}]}``.

    Beside them, where there is reason to: ``found`` (how many pages have something of the question, beyond the limit, in any collection),
    ``collections`` (how many of these in each, unless all are in one or none in any), ``repaired`` (words taken for others), ``unquoted``
    (true when no page has the phrases in quotes, so that they were taken as plain words). When no page is found at all, the hits of the
    ``other`` engine are offered, each with its ``lang``. Where that cannot be had nothing was found, and that is the answer: the engine
    that was asked is whole.

    Raises:
        RequestError: ``missing_field: q``, ``wrong_type: q`` or ``wrong_type: collection``.
    """
    if "q" not in request:
        raise RequestError("missing_field: q")  # noqa: EM101, TRY003  the closed texts of malformed lines
    question, collection = request["q"], request.get("collection")
    for name, value in (("q", question), ("collection", collection)):
        if not isinstance(value, str) and (name == "q" or name in request):
            message = f"wrong_type: {name}"
            raise RequestError(message)
    found = engine.find(str(question), limit, None if collection is None else str(collection))
    mark: dict[str, object] = {}
    if not found.ranking.found and other:
        found, mark = _offered(other, str(question), limit) or (found, mark)
    answer: dict[str, object] = {"hits": [{**_hit(document, units, passage), **mark} for document, units, passage in found.hits]}
    if found.ranking.found:
        answer["found"] = found.ranking.found
    if found.ranking.collections and found.ranking.collections[0][1] < found.ranking.found:
        answer["collections"] = [{"collection": name, "hits": hits} for name, hits in found.ranking.collections]
    if found.plan.repaired and found.ranking.found:
        answer["repaired"] = [{"typed": typed, "used": used} for typed, used in found.plan.repaired]
    if found.unquoted and found.ranking.found:
        answer["unquoted"] = True
    return answer


def _offered(other: Callable[[], Engine], question: str, limit: int) -> tuple[Found, dict[str, object]] | None:
    try:
        engine = other()
        return engine.find(question, limit), {"lang": engine.source.lang}
    except BrokenIndexError:
        return None


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
