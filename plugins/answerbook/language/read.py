"""Text read into entities: the longest phrase first at each place, none overlapping.

The browser twin, read.js, runs the same grammar over the same pack and gives the same entities.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from . import dates, durations, money, periods, ranges
from .amounts import plain
from .durations import Length
from .grammar import Parse, compile_rules
from .leaves import Leaves, lexicon_of
from .money import Amount, AmountRange, Figure
from .numbers import Numbers
from .scan import DIGITS, SIGN, WORD, Token, scan
from .times import OutOfRangeError, Time, iso

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What is looked for at each place; of readings equally long the first in this row counts.
_KINDS = ("date", "daterange", "duration", "currencyrange", "currency", "percent", "multiple", "ordinal", "number")
_KEPT_TOKENS = 64
#: Actions that let a day which does not exist through; all others refuse one.
_INVALID_PASSES = frozenset({"dated", "nonexistent"})


@dataclass(frozen=True, slots=True)
class Entity:
    """Something read in a text. Values are text; ``start`` and ``end`` count code points.

    ``value`` is a decimal for number, percent, multiple and ordinal, a day for date, START/END for daterange (END the first day after,
    ``..`` open). ``timex`` is the day or span as said, with X where it names no year. A daterange by an open phrase has ``mod`` (before,
    until, since, after); ``first`` is its first day where that was said ("from"), ``last`` its last where that was said to be in it
    ("through"). An ``invalid`` one has a ``reason``.
    """

    type: str
    text: str
    start: int
    end: int
    value: str | None = None
    amount: str | None = None
    currency: str | None = None
    min: str | None = None
    max: str | None = None
    timex: str | None = None
    mod: str | None = None
    first: str | None = None
    last: str | None = None
    vague: bool | None = None
    reason: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The entity as ``answerbook parse`` prints it; absent fields are left out."""
        return {key: value for key, value in asdict(self).items() if value is not None}


class Reader:
    """Reads texts of one language by its reading pack."""

    def __init__(self, pack: dict[str, Any]) -> None:
        """Compile the pack's grammar and lexicon, once for many texts."""
        self._numbers = Numbers(pack)
        self._lexicon = lexicon_of(pack["lexicon"])
        self._roots = compile_rules(pack["rules"])
        self._habits = pack
        self._not_one_after = frozenset(pack["not_one_after"])
        end_month = int(pack["year_end_month"])
        undated = durations.ACTIONS | money.ACTIONS
        self._undated: dict[str, Callable[[dict[str, Any]], Any]] = undated
        self._dated: dict[str, Callable[[int | None, dict[str, Any]], Any]] = (
            dates.ACTIONS | periods.actions(end_month) | ranges.actions(end_month)
        )

    def read(self, text: str, reference: str | None) -> list[Entity]:
        """The entities of ``text``, in order. Without a reference day, days such as "tomorrow" are not read and others have no value."""
        tokens = scan(text)
        today = None if reference is None else date.fromisoformat(reference).toordinal()
        leaves = Leaves(tokens, self._numbers, self._lexicon, self._habits)
        parse = Parse(self._roots, leaves, lambda action, values: self._act(today, action, values))
        found: list[Entity] = []
        i = kept = 0
        read: tuple[int, Any] | None = None
        while i < len(tokens):
            read = _listed_year(leaves, i, read) or self._longest(tokens, parse, i)
            if read is None:
                i += 1
            else:
                end, value = read
                start = tokens[i].start
                entity = _entity(value, text[start : tokens[end - 1].end], start, today)
                found += [entity] if entity is not None else []
                i = end
            if i - kept > _KEPT_TOKENS:
                leaves.forget()
                parse.forget()
                kept = i
        return found

    def _act(self, today: int | None, action: str, values: dict[str, Any]) -> Any:
        if action == "only":
            return next(iter(values.values()), None)
        try:
            if action in self._undated:
                return self._undated[action](values)
            if action not in _INVALID_PASSES and any(isinstance(value, Time) and value.kind == "invalid" for value in values.values()):
                return None
            return self._dated[action](today, values)
        except OutOfRangeError:
            return None

    def _longest(self, tokens: Sequence[Token], parse: Parse, i: int) -> tuple[int, Any] | None:
        readings = [(-end, rank, value) for rank, kind in enumerate(_KINDS) for end, value in parse.read(kind, i)]
        for end, _, value in sorted(readings, key=lambda reading: reading[:2]):
            if self._stands_free(tokens, i, -end, value):
                return -end, value
        return None

    def _stands_free(self, tokens: Sequence[Token], i: int, end: int, value: Any) -> bool:
        """Whether a phrase ends and begins where words do, and is not cut out of a longer code or number."""
        before = tokens[i - 1] if i and not tokens[i].gap else None
        after = tokens[end] if end < len(tokens) and not tokens[end].gap else None
        if (before is not None and before.kind != SIGN and tokens[i].kind != SIGN) or (
            after is not None and after.kind != SIGN and tokens[end - 1].kind != SIGN
        ):
            return False
        if isinstance(value, Amount | AmountRange) and before is not None and before.kind == WORD:
            return False  # the sign of some other currency: abc$ 5
        if isinstance(value, Time):
            return not (_code(tokens, i - 1, i - 2, before) or _code(tokens, end, end + 1, after))
        if isinstance(value, Figure) and value.kind == "number" and value.value == 1 and tokens[i].kind != DIGITS and end == i + 1:
            return not (i and tokens[i - 1].text in self._not_one_after)
        return True


def _listed_year(leaves: Leaves, i: int, before: tuple[int, Any] | None) -> tuple[int, Any] | None:
    """A bare year in a list of years: the second of "in 2025 and 2026"."""
    if before is None or not isinstance(before[1], Time) or before[1].grain != "Y":
        return None
    after = i + 1 if not leaves.at(i).keys().isdisjoint({"and", "or", "comma"}) else i
    year = leaves.at(after).get("YEAR")
    return (year[0][0], periods.year_time(year[0][1])) if after > i and year else None


def _code(tokens: Sequence[Token], sign: int, digits: int, touching: Token | None) -> bool:
    """Whether a date goes on in a code or telephone number: ``133-03-03-2020``."""
    if touching is None or touching.text not in {"-", "/"} or not 0 <= digits < len(tokens):
        return False
    return tokens[digits].kind == DIGITS and not tokens[max(sign, digits)].gap


def _entity(value: Any, text: str, start: int, today: int | None) -> Entity | None:
    end = start + len(text)
    if isinstance(value, Figure):
        return Entity(value.kind, text, start, end, value=plain(value.value))
    if isinstance(value, Amount):
        return Entity("currency", text, start, end, amount=plain(value.value), currency=value.currency)
    if isinstance(value, AmountRange):
        low, high = (None if edge is None else plain(edge) for edge in (value.low, value.high))
        return Entity("currencyrange", text, start, end, min=low, max=high, currency=value.currency)
    if isinstance(value, Length):
        return Entity("duration", text, start, end, timex=value.timex, vague=value.vague or None)
    return _time_entity(value, text, start, today) if isinstance(value, Time) else None


def _time_entity(time: Time, text: str, start: int, today: int | None) -> Entity | None:
    end = start + len(text)
    if time.kind == "invalid":
        return Entity("invalid", text, start, end, reason="no_such_day")
    try:
        span = time.spans(today)
        if time.kind == "date":
            day = None if span is None or span[0] is None else iso(span[0])
            return Entity("date", text, start, end, value=day, timex=time.timex)
        value = None if span is None else "/".join(".." if edge is None else iso(edge) for edge in span)
        last = None if span is None else time.last(span)
        said = None if last is None else iso(last)
        begins = iso(span[0]) if time.begins and span is not None and span[0] is not None else None
    except OutOfRangeError:
        return None
    return Entity("daterange", text, start, end, value=value, timex=time.timex or None, mod=time.mod or None, first=begins, last=said)
