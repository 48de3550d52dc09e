"""What each number of a question is: a count of something sold, an amount supposed, or a thing to ask about.

Twin: browser/answers/counting.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .question import Figure, Question
    from .service import Service

#: Most words between a number and what it counts ("3 nieuwe extra beheerders").
_FAR = 3
_YEAR_DIGITS = 4
#: Concepts whose phrases may hold a number that counts nothing sold ("half a year").
_LENGTHS = {"short", "per_month", "per_week", "per_year", "per_hour"}
#: Concepts that part a number from a thing behind it: "600 and a manager", "is 950 the price of".
_PARTING = {"price", "one", "claim", "is"}
#: Concepts whose words a number does not count.
_ASKING = {"claim", "price", "is", "join", "budget", "per_year", "per_month", "per_piece", "assent", "total"}
_STOPS = set(",;:?!()\n")


@dataclass(frozen=True, slots=True)
class Sold:
    """Something sold that is named: the items it may mean (all of a topic where only the topic is named) and its place in words."""

    items: tuple[str, ...]
    topic: str
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Items with their numbers; a number of things not named and what it may count; amounts supposed; what is not understood.

    ``puzzle`` is a number that nothing explains, ``uncounted`` are items named beside counted ones without a number.
    """

    counts: tuple[tuple[str, str], ...] = ()
    loose: str = ""
    unsure: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    puzzle: str = ""
    uncounted: tuple[str, ...] = ()


Pair = tuple["Figure", Sold]


def counting(service: Service, question: Question, sold: list[Sold]) -> list[Figure]:
    """The figures that may count things: numbers, and multiples that stand right before a thing ("3x admin"); no years, no list numbers."""
    places = {question.words[one.first].start for one in sold}
    lengths = [question.place(mention) for mention in question.concepts if mention.ids[0] in _LENGTHS]
    found = []
    for figure in question.figures:
        if any(start < figure.end and figure.start < end for start, end in lengths):
            continue
        following = [word.start for word in question.words if word.start >= figure.end][:1]
        counted = (
            figure.kind == "number" and question.text[figure.end : figure.end + 1] != ")" and not is_year(service, question, sold, figure)
        )
        if counted or (figure.kind == "multiple" and following and following[0] in places):
            found.append(figure)
    return found


def is_year(service: Service, question: Question, sold: list[Sold], figure: Figure) -> bool:
    """Whether a bare number is a year: four digits of these centuries, and not the number of several things right behind it."""
    raw = question.text[figure.start : figure.end]
    if figure.kind != "number" or len(raw) != _YEAR_DIGITS or raw != figure.value or raw[:2] not in {"19", "20"}:
        return False
    if raw.endswith("00"):
        return False
    behind = [question.words[one.after - 1].fold for one in sold if _between(question, figure.end, question.words[one.first].start) == 0]
    known = service.words["phrased"]
    return not any(word[:-1] in known or word[:-2] in known for word in behind[:1])


def counts_of(service: Service, question: Question, sold: list[Sold], numbers: list[Figure]) -> Counts:
    """What the numbers of a question count; a number is never dropped: what nothing explains is told as such."""
    pairs = _pairs(question, sold, numbers)
    if question.has("of_which") and len(pairs) > 1:
        return Counts(unsure=pairs[0][1].items, puzzle=pairs[0][0].value)
    used = {number for number, _ in pairs}
    rest = [number for number in numbers if number not in used]
    found = _told(question, sold, pairs)
    rest = [number for number in rest if not (pairs and _elsewhere(service, question, sold, number))]
    asked = [question.place(mention)[0] for mention in question.concepts if mention.ids[0] == "asking"]
    rest = [number for number in rest if not any(place >= number.end and _between(question, number.end, place) == 0 for place in asked)]
    if question.has("average") or not rest:
        return found
    more = _explained(question, sold, found, rest[0], pairs) if len(rest) == 1 else ()
    if more:
        return Counts(more)
    supposed = tuple(number.value for number in rest if _supposed(service, question, number, counted=bool(pairs)))
    puzzle = next((number.value for number in rest if number.value not in supposed), found.puzzle)
    return Counts(found.counts, found.loose, found.unsure, supposed, puzzle, found.uncounted)


def _explained(question: Question, sold: list[Sold], found: Counts, number: Figure, pairs: list[Pair]) -> tuple[tuple[str, str], ...]:
    """Items with their numbers where the one number left counts each of them, people who get them, or how many there shall be."""
    named = _named(sold)
    if len(named) > 1 and not found.counts and question.has("both"):
        return tuple((item, number.value) for item in named)
    value = (_of_people(question, sold, found, number, named[0]) or _growth(question, found, number, pairs)) if len(named) == 1 else ""
    return ((named[0], value),) if value else ()


def _named(sold: list[Sold]) -> list[str]:
    return list(dict.fromkeys(one.items[0] for one in sold if len(one.items) == 1))


def _pairs(question: Question, sold: list[Sold], numbers: list[Figure]) -> list[Pair]:
    """Each number with the thing it counts: the thing after it, else the one right before it."""
    pairs: list[Pair] = []
    for index, one in enumerate(sold):
        start = question.words[one.first].start
        floor = question.words[sold[index - 1].after - 1].end if index else 0
        before = [number for number in numbers if floor <= number.start and number.end <= start]
        if before and _leads(question, before[-1], start):
            pairs.append((before[-1], one))
    taken, counted = {number for number, _ in pairs}, [one for _, one in pairs]
    for index, one in enumerate(sold):
        end = question.words[one.after - 1].end
        ceiling = question.words[sold[index + 1].first].start if index + 1 < len(sold) else len(question.text)
        behind = [number for number in numbers if end <= number.start < ceiling and number not in taken]
        if behind and one not in counted and _labels(question, one, behind[0]):
            pairs.append((behind[0], one))
    return pairs


def _leads(question: Question, number: Figure, start: int) -> bool:
    """Whether a number counts the thing that begins at a place behind it: few words between, none that part the two."""
    gap = question.text[number.end : start]
    if _between(question, number.end, start) > _FAR or not _STOPS.isdisjoint(gap) or ". " in gap:
        return False
    parted = [question.place(mention) for mention in question.concepts if mention.ids[0] in _PARTING or mention.ids[0] == "join"]
    return not any(number.end <= first and after <= start for first, after in parted)


def _labels(question: Question, one: Sold, number: Figure) -> bool:
    """Whether a number right behind a thing counts it ("admins: 2"), and is no price supposed for it ("an admin 700, right?")."""
    end = question.words[one.after - 1].end
    gap = question.text[end : number.start]
    if _between(question, end, number.start) or "," in gap or "\n" in gap or ". " in gap or "?" in gap:
        return False
    return ":" in gap or not (question.has("claim") or _has_article(question, [one], one.items))


def _elsewhere(service: Service, question: Question, sold: list[Sold], number: Figure) -> bool:
    """Whether a number counts something else in a sentence of its own ("We start with three projects. For those …")."""
    ends = [at for at in range(len(question.text)) if question.text[at] in "?!\n" or question.text[at : at + 2] in {". ", "."}]
    start = max((at for at in ends if at < number.start), default=question.start)
    end = min((at for at in ends if at >= number.end), default=question.end)
    here = any(start <= question.words[one.first].start < end for one in sold)
    behind = [word for word in question.words if number.end <= word.start < end][:2]
    return not here and any(word.fold not in service.words["stops"] for word in behind)


def _supposed(service: Service, question: Question, number: Figure, *, counted: bool) -> bool:
    """Whether a number is an amount that somebody supposes or has to spend: said to be the price, or joined to an amount of money."""
    if number.kind != "number" or _counts_a_word(service, question, number):
        return False
    if question.has("claim") or (question.has("budget") and not counted):
        return True
    before = max((word.end for word in question.words if word.end <= number.start), default=-1)
    near = {mention.ids[0] for mention in question.concepts if question.place(mention)[1] == before}
    money = [figure.start for figure in question.figures if figure.kind == "currency" and figure.start >= number.end]
    joined = bool(money) and _between(question, number.end, money[0]) <= 1
    behind = any(one for one in question.things if question.place(one)[1] == before)
    return joined or behind or not near.isdisjoint({"price", "is"})


def _counts_a_word(service: Service, question: Question, number: Figure) -> bool:
    """Whether a number stands right before a word that says something: it counts that."""
    index = next((at for at, word in enumerate(question.words) if word.start >= number.end), -1)
    if index < 0 or not _STOPS.isdisjoint(question.text[number.end : question.words[index].start]):
        return False
    asking = {at for mention in question.concepts if mention.ids[0] in _ASKING for at in range(mention.first, mention.after)}
    return index not in asking and question.words[index].fold not in service.words["stops"]


def _between(question: Question, start: int, end: int) -> int:
    if end < start:
        return len(question.words)
    return sum(1 for word in question.words if word.start >= start and word.end <= end)


def _told(question: Question, sold: list[Sold], pairs: list[Pair]) -> Counts:
    """Items with their numbers, a number of things not named, and the items an ambiguous counted word may mean."""
    counts: dict[str, str] = {}
    loose, unsure, puzzle = "", tuple[str, ...](), ""
    for number, one in sorted(pairs, key=lambda pair: pair[0].start):
        if len(one.items) != 1:
            puzzle = puzzle or (number.value if loose and loose != number.value else "")
            loose, unsure = number.value, one.items
        elif one.items[0] not in counts:
            counts[one.items[0]] = number.value
        else:
            summed = _sum(question, counts[one.items[0]], number.value)
            puzzle, counts[one.items[0]] = puzzle or ("" if summed else number.value), summed or counts[one.items[0]]
    named = _named(sold)
    open_items = [item for item in named if item not in counts]
    if loose and not unsure and len(named) == 1 and not counts:
        return Counts(((named[0], loose),), puzzle=puzzle)
    each = question.has("both") and len(set(counts.values()) | ({loose} - {""})) == 1
    if each and open_items:
        value = loose or next(iter(counts.values()))
        return Counts(tuple((item, value) for item in named), puzzle=puzzle)
    return _with_articles(question, sold, counts, Counts((), loose, unsure, (), puzzle))


def _with_articles(question: Question, sold: list[Sold], counts: dict[str, str], told: Counts) -> Counts:
    """Things with "a" before them count as one beside counted ones, and where a total is asked."""
    named = _named(sold)
    open_items = [item for item in named if item not in counts]
    articles = [item for item in open_items if _has_article(question, sold, (item,))]
    one_each = question.has("total", "adds") and len(named) > 1 and articles == named
    if not counts and not one_each:
        return told
    found = tuple((item, counts.get(item, "1")) for item in named if item in counts or item in articles)
    puzzle = told.puzzle or (told.loose if told.unsure and counts else "")
    return Counts(found, "", (), (), puzzle, tuple(item for item in open_items if item not in articles))


def _sum(question: Question, old: str, new: str) -> str:
    """Two numbers of one thing: added where that is said, the same when told twice, else nothing."""
    if question.has("adds") and old.isdigit() and new.isdigit():
        return str(int(old) + int(new))
    return old if old == new else ""


def _has_article(question: Question, sold: list[Sold], items: tuple[str, ...]) -> bool:
    """Whether a thing stands with "a" or "one" before it."""
    places = [one.first for one in sold if one.items == items]
    ones = [mention for mention in question.concepts if mention.ids[0] == "one"]
    return any(place - mention.after in {0, 1} for place in places for mention in ones)


def _of_people(question: Question, sold: list[Sold], found: Counts, number: Figure, item: str) -> str:
    """The number of people who all become the one thing that is named ("3 people who need to be admin"); else nothing."""
    people = [question.place(mention)[0] for mention in question.concepts if mention.ids[0] in {"colleague", "people"}]
    counted = any(_between(question, number.end, place) == 0 for place in people)
    named = counted and not found.counts and not found.loose and not _has_article(question, sold, (item,))
    return number.value if named else ""


def _growth(question: Question, found: Counts, number: Figure, pairs: list[Pair]) -> str:
    """How many more of one thing are wanted than there are ("we have 3 and want 5"); nothing where that is not said."""
    if not question.has("grows") or len(pairs) != 1 or len(found.counts) != 1:
        return ""
    had, wanted = sorted((number, pairs[0][0]), key=lambda figure: figure.start)
    more = int(wanted.value) - int(had.value) if had.value.isdigit() and wanted.value.isdigit() else 0
    return str(more) if more > 0 else ""


def uses(question: Question, numbers: list[Figure]) -> tuple[str, str]:
    """A use and the average it is compared with, by the words beside two numbers; nothing where they do not say which is which."""
    if len(numbers) != len("ab") or not question.has("average"):
        return "", ""
    first, second = numbers
    zones = ((first.end, second.start), (question.start, first.start), (second.end, question.end))
    kinds = [_last_mark(question, *zones[0]), _last_mark(question, *zones[1]), _last_mark(question, *zones[2], first=True)]
    average_last = kinds[0] == "average" or (kinds[0] == "" and (kinds[1] == "ours" or (kinds[1] == "" and kinds[2] == "average")))
    average_first = kinds[0] == "ours" or (kinds[0] == "" and kinds[1] == "average")
    if average_last:
        return first.value, second.value
    return (second.value, first.value) if average_first else ("", "")


def _last_mark(question: Question, start: int, end: int, *, first: bool = False) -> str:
    """Of the words for one's own and for average in a part of the question, the last; or the first."""
    found = []
    for mention in question.concepts:
        place = question.place(mention)
        if mention.ids[0] in {"ours", "average"} and start <= place[0] and place[1] <= end:
            found.append((place[0], mention.ids[0]))
    ordered = sorted(found)
    return (ordered[0] if first else ordered[-1])[1] if ordered else ""
