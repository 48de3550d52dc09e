"""References in prose: ``{{ seats.admin.price }}``. Where they stand, whether they point to something, and to which rules.

Every target a book can have is listed beforehand (``targets``), so existence and near misses need no parsing of targets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .catalogue import finding
from .model import Position
from .sentences import near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from answerbook.findings import Finding

    from .model import Book, Example

_REFERENCE = re.compile(r"(?<!\\)\{\{((?:(?!\{\{|\}\}|\n[ \t]*\n).)*)\}\}", re.DOTALL)
_OPEN = re.compile(r"(?<!\\)\{\{")

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TICKS = re.compile(r"`+")

#: What ends the paragraph or list item before it: an empty line, the mark of a list, a heading, a row of a table.
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n|(?:[-*+]|[0-9]{1,9}[.)]|#{1,6})[ \t]|\|)")

#: The fields of an example that are amounts: they hold for the price of its order day.
_MONEY = {"total", "full", "credit"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it stands in Markdown.

    ``text`` is all of it with its braces, ``target`` what it points to (single spaces), ``label`` the text asked for behind ``|``.
    ``line`` and ``column`` count from 1, ``start`` and ``end`` are offsets in the Markdown.
    """

    text: str
    target: str
    line: int
    column: int
    label: str = ""
    start: int = 0
    end: int = 0


def find(markdown: str) -> list[Reference]:
    """Every reference in ``markdown``, in order; none in code or comments."""
    starts = _line_starts(markdown)
    found = []
    for match in _REFERENCE.finditer(blank_code(markdown)):
        target, _, label = match[1].partition("|")
        line, column = _place(starts, match.start())
        start, end = match.span()
        found.append(Reference(markdown[start:end], " ".join(target.split()), line, column, " ".join(label.split()), start, end))
    return found


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _place(starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def blank_code(markdown: str) -> str:
    """``markdown`` with code and comments blanked out, every line and column where it was."""
    lines = markdown.split("\n")
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        closes = fence and mark and mark[1].startswith(fence) and not line.strip(" " + fence[0])
        if fence or mark:
            lines[number] = " " * len(line)
        fence = "" if closes else fence or (mark[1] if mark else "")
    return "\n\n".join(_blank_spans(part) for part in _blank_comments("\n".join(lines)).split("\n\n"))


def _blank_comments(text: str) -> str:
    parts = []
    while "<!--" in text:
        before, _, rest = text.partition("<!--")
        inside, end, text = rest.partition("-->")
        parts += [before, _spaces("<!--" + inside + end)]
    return "".join([*parts, text])


def _blank_spans(paragraph: str) -> str:
    """The paragraph without inline code: from a run of backticks to the next run of the same length."""
    runs = list(_TICKS.finditer(paragraph))
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(len(runs[index][0]), []).append(index)
    parts, index, done = [], 0, 0
    while index < len(runs):
        same = later[len(runs[index][0])]
        while same and same[-1] <= index:
            same.pop()
        if same:
            end = runs[same[-1]].end()
            parts += [paragraph[done : runs[index].start()], _spaces(paragraph[runs[index].start() : end])]
            index, done = same[-1], end
        index += 1
    return "".join([*parts, paragraph[done:]])


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def check(file: str, markdown: str, known: Mapping[str, tuple[str, ...]], first_line: int = 1) -> list[Finding]:
    """Findings for references that do not close, hold nothing, or point to nothing.

    Args:
        file: File name for positions.
        markdown: What stands in the file from ``first_line`` on.
        known: What can be pointed to (see ``targets``).
        first_line: Line of the file on which ``markdown`` begins.
    """
    found = []
    references = find(markdown)
    opened = {reference.start for reference in references}
    starts = _line_starts(markdown)
    for match in _OPEN.finditer(blank_code(markdown)):
        if match.start() not in opened:
            line, column = _place(starts, match.start())
            message = "These double braces do not close."
            found.append(
                finding(
                    "AB108", Position(file, first_line + line - 1, column), message, "Write `{{ target }}`, or a backslash before them."
                )
            )
    for reference in references:
        position = Position(file, first_line + reference.line - 1, reference.column)
        if not reference.target:
            found.append(finding("AB108", position, "This reference holds nothing.", "Write what it points to."))
        elif reference.target not in known:
            message = f"The reference `{reference.target}` points to nothing."
            found.append(finding("AB107", position, message, _near(reference.target, known)))
    return [*found, *_undated(file, markdown, references, known, first_line)]


def _undated(
    file: str, markdown: str, references: list[Reference], known: Mapping[str, tuple[str, ...]], first_line: int
) -> Iterator[Finding]:
    """Amounts of an order told without its day: after the next price they would read as today's, and be wrong."""
    edges = [match.start() for match in _PARAGRAPH.finditer(markdown)]
    told = {(bisect_right(edges, each.start), each.target) for each in references}
    for each in references:
        example, _, field = each.target.rpartition(".")
        day = f"{example}.order"
        if field not in _MONEY or each.target not in known or day not in known or (bisect_right(edges, each.start), day) in told:
            continue
        message = f"`{each.target}` is told without the day of its order; after a change of price it would be wrong."
        hint = f"Tell `{{{{ {day} }}}}` in the same paragraph or list item."
        yield finding("AB120", Position(file, first_line + each.line - 1, each.column), message, hint)


def _near(target: str, known: Iterable[str]) -> str:
    """A hint among targets of the same sort: links with links, blocks with the same block."""
    word, space, _ = target.partition(" ")
    head = word + space if space else target[:1] if target.startswith("#") else ""
    alike = [each for each in known if (each.startswith(head) if head else " " not in each and each[0] != "#")]
    return near(target, alike or known)


def targets(book: Book, entries: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """Everything that can be pointed to, with the rules it tells: figures, examples, links to ``entries``, blocks and citations."""
    return {
        **dict(_figures(book)),
        **dict(_examples(book)),
        **{f"#{entry}": () for entry in entries},
        **dict(_blocks(book)),
        **{f"cite {rule}": (rule,) for rule in book.rules},
    }


def _figures(book: Book) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, item in book.items.items():
        rule = f"{key}.price"
        currencies = {code: None for price in item.prices for code in price.amounts}
        for when in ("", ".next") if len(item.prices) > 1 else ("",):
            for field in ("", ".from", *(f".{code}" for code in currencies)):
                yield f"{rule}{when}{field}", (rule,)
    for key, topic in book.topics.items():
        for part, field in (("quantity", "min"), ("term", "lasts"), ("confirmation", "within"), ("invoice", "within")):
            if topic.sale:
                yield f"{key}.{part}.{field}", (f"{key}.{part}",)
    for key in book.policies:
        yield f"{key}.limit", (f"{key}.limit",)
    for key, statement in book.statements.items():
        for slot in statement.slots:
            yield f"{key}.{slot}", (key,)


#: Which kinds of rule a field of an example tells; the other reasons of the example are not told by it.
_TELLS = {
    "total": {"price", "pro_rata"},
    "full": {"price"},
    "credit": {"pro_rata"},
    "days": {"pro_rata"},
    "of_days": {"pro_rata"},
    "from": {"term"},
    "to": {"term", "pro_rata"},
    "confirm_by": {"confirmation"},
    "invoice_by": {"invoice"},
    "ratio": {"limit"},
}


def _examples(book: Book) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, example in book.examples.items():
        for field in example_fields(example):
            kinds = _TELLS.get(field, set())
            yield f"examples.{name}.{field}", tuple(rule for rule in example.because if book.rules[rule].kind in kinds)


def example_fields(example: Example) -> list[str]:
    """The fields of a worked example that prose can tell; none for an example that is refused."""
    if "refuse" in example.get:
        return []
    measure, buy = example.ask.get("measure"), example.ask.get("buy")
    if isinstance(measure, dict):
        return [*(key for key in ("own", "average") if key in measure), "ratio"]
    fields = ["total", "full", "order", "from", "to", "invoice_by", "confirm_by", "days", "of_days"]
    if "contract_end" in example.ask:
        fields += ["contract_end", "credit"]
    return fields + [f"quantity:{line['item']}" for line in (buy if isinstance(buy, list) else ())]


def _blocks(book: Book) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in ("assistant", "collections", "contact", "questions", "search"):
        yield name, ()
    for topic, each in book.topics.items():
        prices = tuple(f"{key}.price" for key, item in book.items.items() if item.topic == topic)
        contacts = tuple(
            key for key, statement in book.statements.items() if statement.topic == topic and statement.kind in {"contact", "channel"}
        )
        if each.sale:
            yield f"calculator {topic}", ()
            yield f"prices {topic}", prices
        if contacts:
            yield f"contact {topic}", contacts
    for policy in book.policies:
        yield f"fair_use_meter {policy}", (f"{policy}.limit",)
    for name, example in book.examples.items():
        yield f"example {name}", example.because
