"""Before a reply is given: every figure in its text must stand in its proof. Twin: browser/answers/selfcheck.js."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from answerbook.language.words import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .reply import Reply

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def unproven(book: dict[str, Any], reply: Reply, told: Iterable[str]) -> list[str]:
    """The numbers in a reply's text that nothing stands behind: no step, rule, passage of an article or figure of the question.

    Args:
        book: The compiled book, for the values of the rules that the reply cites.
        reply: What is about to be said.
        told: Figures of the question that the reply may repeat.
    """
    known = {found for text in (*told, *reply.proof, *reply.figures) for found in numbers(text)}
    known |= {found for step in reply.steps for value in (*step["in"], step["out"]) for found in numbers(str(value))}
    known |= {found for rule in reply.rules for value in rule_values(book, rule) for found in numbers(value)}
    return [found for found in numbers(reply.text) if found not in known]


def numbers(text: str) -> list[str]:
    """The numbers of a text in one form: separators, trailing zeros and leading zeros gone."""
    return [_bare(number(match[0])) for match in _NUMBER.finditer(text)]


def _bare(text: str) -> str:
    whole, point, rest = text.partition(".")
    rest = rest.rstrip("0")
    return (whole.lstrip("0") or "0") + (point + rest if rest else "")


def rule_values(book: dict[str, Any], rule: str) -> Iterator[str]:
    """The values that a rule itself holds: prices and their days, periods, a limit, a statement's figures."""
    item = book["items"].get(rule.removesuffix(".price"))
    for price in item["prices"] if item else ():
        yield price["from"]
        yield from price["amounts"].values()
    topic, _, part = rule.rpartition(".")
    sale = book["topics"].get(topic, {}).get("sale", {})
    if isinstance(sale.get(part), str):
        yield sale[part]
    if part == "quantity" and sale:
        yield from (str(value) for value in sale["quantity"].values())
    policy = book["policies"].get(topic)
    if policy and part == "limit":
        yield policy["limit"]
    yield from (slot["value"] for slot in book["statements"].get(rule, {}).get("slots", {}).values())
