"""Worked examples: what the engine answers must be what the book says, and its proof must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answerbook.book import compile_book
from answerbook.book.compile import rests_on_untold
from answerbook.engine.requests import answer
from answerbook.engine.verify import verify
from answerbook.findings import RequestError

if TYPE_CHECKING:
    from answerbook.book.model import Book, Example

    from .result import Result


def check_examples(book: Book, as_of: str, result: Result) -> None:
    """AB150: a field of an example differs from the engine's; AB152: its proof does not re-derive."""
    compiled = compile_book(book)
    for example in book.examples.values():
        if rests_on_untold(example, book, as_of):
            continue
        got = _answer(book, example, as_of)
        result.count("worked examples")
        for key, wanted in example.get.items():
            found = _field(got, key)
            if str(found) != str(wanted):
                said = "nothing" if found is None else found
                message = f"Example {example.id} expects {key} {wanted}, the rules give {said}."
                result.add("AB150", _at(book, example, key), message, "Mend the example, or the rule it rests on.")
        for problem in verify(compiled, got.get("steps", [])):
            message = f"The proof of example {example.id} does not hold: {problem}."
            result.add("AB152", _at(book, example), message, "This is a mistake in answerbook itself: report it.")


def _answer(book: Book, example: Example, as_of: str) -> dict[str, Any]:
    try:
        return answer(book, dict(example.ask), as_of)
    except RequestError as error:
        return {"error": str(error)}


def _field(got: dict[str, Any], key: str) -> object:
    if key == "refuse":
        return got.get("refusal", {}).get("code")
    if "lines" in got and key in {"days", "of_days"}:
        values = {line[key] for line in got["lines"]}
        return values.pop() if len(values) == 1 else None
    if "verdict" in got:
        return got["verdict"].get(key)
    return got.get(key)


def _at(book: Book, example: Example, key: str = "") -> tuple[str, int, int]:
    """Where the field ``key`` of an example stands when the book knows, else where the example begins."""
    where = book.example_positions.get(f"{example.id}.{key}", book.example_positions[example.id])
    return where.file, where.line, where.column
