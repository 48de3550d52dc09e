"""Which day of a question is the order's and which the contract's end. Twin: browser/answers/days.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerbook import calendar
from answerbook.figures import Period

from .counting import is_year

if TYPE_CHECKING:
    from .counting import Sold
    from .question import Figure, Question
    from .service import Service

_OPEN_YEAR = "XXXX-"
#: What it means that a day opens or closes a span.
_SPAN = {"first": ("order",), "last": ("ends",)}


@dataclass(frozen=True, slots=True)
class Day:
    """A day as understood, and whether its year was named."""

    iso: str
    year_named: bool


def roles(question: Question) -> dict[str, Day]:
    """The days of a clause by their part: ``order``, ``contract_end``, ``claimed`` (a last day somebody supposes)."""
    found: dict[str, Day] = {}
    floor = question.start
    dates = [figure for figure in question.figures if figure.kind == "date" and calendar.is_day(figure.value)]
    for index, figure in enumerate(dates):
        following = dates[index + 1].start if index + 1 < len(dates) else question.end
        ceiling = _border(question, floor, figure, following) if following < question.end else following
        role = _role(question, floor, figure, ceiling, found)
        if role and role not in found:
            found[role] = Day(figure.value, year_named=not figure.more.startswith(_OPEN_YEAR))
        floor = ceiling if following < question.end else figure.end
    return _in_order(_with_month(question, found))


def _border(question: Question, floor: int, figure: Figure, following: int) -> int:
    """Where the words between two days stop belonging to the first: at a comma or joining word, else after a verb of its own."""
    joins = [question.place(mention)[0] for mention in question.concepts if mention.ids[0] == "join"]
    commas = [at for at in range(figure.end, following) if question.text[at] in ",;.?!\n"]
    cuts = [at for at in (*joins, *commas) if figure.end <= at < following]
    if cuts:
        return min(cuts)
    verbs = [question.place(mention) for mention in question.concepts if mention.ids[0] in {"contract", "ends", "order"}]
    first = min((place for place in verbs if figure.end <= place[0] and place[1] <= following), default=(following, following))
    leads = "contract" not in _marks(question, *first)
    return first[1] if leads and not _marks(question, floor, figure.start) and first[1] < following else figure.end


def _role(question: Question, floor: int, figure: Figure, ceiling: int, found: dict[str, Day]) -> str:
    before = [*_marks(question, floor, figure.start), *_SPAN.get(figure.role, ())]
    after = _marks(question, figure.end, ceiling)
    if "contract" in before and "ends" not in [*before, *after] and question.has("signed"):
        return ""
    if "contract" in before or ("contract" in after and "order" not in before and "ends" in after):
        return "contract_end"
    if before and before[-1] == "ends" and ("order" in found or "order" in after):
        # Who asks what something costs from one day until another supposes no last day, but tells it.
        return "contract_end" if question.has("price") else "claimed"
    if before and before[-1] == "ends" and question.has("contract"):
        return "contract_end"
    if "order" not in found:
        return "order"
    return "contract_end" if question.has("contract") else "claimed"


def _marks(question: Question, start: int, end: int) -> list[str]:
    """The words for contract, ending and ordering between two places, in order."""
    found = []
    for mention in question.concepts:
        first, after = question.place(mention)
        if mention.ids[0] in {"contract", "ends", "order"} and first >= start and after <= end:
            found.append((first, mention.ids[0]))
    return [name for _, name in sorted(found)]


def _with_month(question: Question, found: dict[str, Day]) -> dict[str, Day]:
    """The end of a month, with a contract named, is the contract's end."""
    for figure in question.figures:
        after = figure.value.partition("/")[2]
        told = _is_month(figure) and "contract_end" not in found and _ends_with(question, figure) and calendar.is_day(after)
        if told and question.has("contract"):
            return {**found, "contract_end": Day(_day_before(after), year_named=not figure.more.startswith(_OPEN_YEAR))}
    return found


def _is_month(figure: Figure) -> bool:
    return figure.kind == "daterange" and len(figure.more) == len("YYYY-MM") and "W" not in figure.more


def _ends_with(question: Question, figure: Figure) -> bool:
    """Whether "the end of" stands right before or within a month."""
    places = [question.place(mention) for mention in question.concepts if mention.ids[0] == "end_of"]
    return any((start >= figure.start - 1 and start <= figure.end) or 0 <= figure.start - end <= 1 for start, end in places)


def _day_before(day: str) -> str:
    # The last day of a term of no length at all is the day before its start.
    return calendar.term_end(day, Period(0, "D"))


def _in_order(found: dict[str, Day]) -> dict[str, Day]:
    """Days without a year are the first ones that follow each other."""
    order, end = found.get("order"), found.get("contract_end")
    if order and end and not end.year_named and end.iso < order.iso:
        year = int(order.iso[:4]) + (end.iso[4:] < order.iso[4:])
        moved = f"{year:04d}{end.iso[4:]}"
        if calendar.is_day(moved):
            found["contract_end"] = Day(moved, year_named=False)
    return found


def month(question: Question) -> str:
    """The last day of a month that is named without a day, as ``YYYY-MM-DD``; empty where there is none."""
    for figure in question.figures:
        after = figure.value.partition("/")[2]
        if _is_month(figure) and calendar.is_day(after):
            return _day_before(after)
    return ""


def span(service: Service, question: Question, sold: list[Sold]) -> tuple[str, ...]:
    """The first and the last day of the year or month that is named for a price; nothing where a contract is told of."""
    if question.has("contract"):
        return ()
    for figure in question.figures:
        first, _, after = figure.value.partition("/")
        if figure.kind == "daterange" and figure.more.isdigit() and calendar.is_day(after):
            return (first, _day_before(after))
        if _is_month(figure) and calendar.is_day(first) and calendar.is_day(after):
            return (first, _day_before(after))
        if is_year(service, question, sold, figure):
            return (f"{figure.value}-01-01", f"{figure.value}-12-31")
    return ()
