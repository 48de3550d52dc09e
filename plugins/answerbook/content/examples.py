"""A worked example as a list of what is given and what comes out, computed by the engine like any other answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerbook.engine.outcome import Refusal
from answerbook.engine.requests import outcome_of
from answerbook.wording.outcomes import refusal_text

from .markup import Markup, element, markup
from .resolve import Figure, resolve

if TYPE_CHECKING:
    from .context import Context

#: What is told of an example, in the order people read it. A part of a term is told only when the contract ends first.
_ASKED = ("order", "contract_end", "own", "average")
_TOLD = ("total", "to", "invoice_by", "ratio")
_TOLD_OF_A_PART = ("days", "of_days", "full", "total", "credit", "to", "invoice_by")


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One thing given or computed: its label and its figure, or a sentence when there is no figure."""

    label: str
    said: Figure | str


def example_rows(context: Context, example_id: str) -> list[ExampleRow]:
    """What the example asks and what the engine answers. Raises LookupError for an unknown example."""
    example = context.book.examples[example_id]
    outcome = outcome_of(context.book, example.ask, context.as_of)
    if isinstance(outcome, Refusal):
        return [ExampleRow(context.text("example_refused"), refusal_text(outcome, context.say))]
    ask: Any = example.ask
    told = _TOLD if getattr(outcome, "credit", None) is None else _TOLD_OF_A_PART
    rows = [_quantity(context, example_id, line["item"]) for line in ask.get("buy", ()) if line["quantity"]]
    return [*rows, *(row for row in (_row(context, example_id, name) for name in (*_ASKED, *told)) if row)]


def _quantity(context: Context, example_id: str, item: str) -> ExampleRow:
    figure = _figure(context, f"examples.{example_id}.quantity:{item}")
    return ExampleRow(context.text("example_quantity", item=context.names(item)), figure)


def _row(context: Context, example_id: str, name: str) -> ExampleRow | None:
    """A field of the example; None when this kind of example has no such field."""
    try:
        return ExampleRow(context.text(f"example_{name}"), _figure(context, f"examples.{example_id}.{name}"))
    except LookupError:
        return None


def _figure(context: Context, ref: str) -> Figure:
    return resolve(ref, context.book, context.language, context.as_of)


def example_list(context: Context, example_id: str) -> Markup:
    """The example as a description list."""
    pairs = [element("div", element("dt", row.label), element("dd", _said(row.said))) for row in example_rows(context, example_id)]
    title = element("p", context.text("example"), class_="ab-example__title")
    return element("div", title, element("dl", *pairs), class_="ab-example", data_example=example_id)


def _said(said: Figure | str) -> Markup:
    return said.html if isinstance(said, Figure) else markup(said)


def example_lines(context: Context, example_id: str) -> list[str]:
    """The example as lines of text."""
    rows = example_rows(context, example_id)
    return [f"{row.label}: {row.said.text if isinstance(row.said, Figure) else row.said}" for row in rows]
