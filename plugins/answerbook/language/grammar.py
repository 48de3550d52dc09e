"""A small grammar engine: rules as data, every reading of every phrase, in time linear in the text.

A rule is a row of symbols and the name of an action: ``month_name of? year : month``. A symbol with ``?`` may be absent; ``a|b`` is either.
A symbol that is no rule's name is a word of the lexicon or one of the reader's own readings (NUMBER, ORDINAL, YEAR, NUMERIC_DATE …).
``_`` asks that no space comes before the next token, ``END`` that a clause ends here. Rules know no recursion, so a phrase has a
greatest length.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from .leaves import Leaves

Values = dict[str, Any]


@dataclass(slots=True)
class Node:
    """A state between two symbols of a rule; ``action`` is set where a rule ends."""

    following: dict[str, Node] = field(default_factory=dict)
    action: str | None = None
    #: The symbols outside the rules that can come next.
    wanted: frozenset[str] = frozenset()


def compile_rules(rules: dict[str, list[str]]) -> dict[str, Node]:
    """The rules as one tree for each name, so that rules which begin alike are read once."""
    roots: dict[str, Node] = {}
    for name, lines in rules.items():
        root = roots[name] = Node()
        for line in lines:
            body, _, action = line.partition(" : ")
            for row in _expand(body.split()):
                node = root
                for symbol in row:
                    node = node.following.setdefault(symbol, Node())
                node.action = node.action or action.strip()
    _foresee(roots)
    return roots


def _foresee(roots: dict[str, Node]) -> None:
    """Give each state what it can go on with, so that most places in a text are passed over at once."""

    def of(name: str) -> frozenset[str]:
        if name not in found:
            found[name] = wanted(roots[name])
        return found[name]

    def wanted(node: Node) -> frozenset[str]:
        return frozenset().union(*(of(symbol) if symbol in roots else {symbol} for symbol in node.following))

    found: dict[str, frozenset[str]] = {}
    waiting = list(roots.values())
    while waiting:
        node = waiting.pop()
        node.wanted = wanted(node)
        waiting.extend(node.following.values())


def _expand(symbols: list[str]) -> list[list[str]]:
    """Every row without options that a row with options stands for; rows with the optional symbol come first."""
    choices = [[*symbol.rstrip("?").split("|"), *([""] if symbol.endswith("?") else [])] for symbol in symbols]
    return [[symbol for symbol in row if symbol] for row in product(*choices)]


class Parse:
    """The readings of one text. ``leaves`` read what is no rule; ``act`` turns what was read into a value, or None to refuse."""

    def __init__(self, roots: dict[str, Node], leaves: Leaves, act: Callable[[str, Values], Any]) -> None:
        """Start without readings; they are kept by symbol and place."""
        self._roots, self._leaves, self._act = roots, leaves, act
        self._known: dict[tuple[str, int], list[tuple[int, Any]]] = {}

    def forget(self) -> None:
        """Drop kept readings; called as the reader moves on, so that memory stays bounded."""
        self._known.clear()

    def read(self, symbol: str, i: int) -> list[tuple[int, Any]]:
        """All readings of a rule at token ``i``; of several with the same end the first row's counts."""
        known = self._known.get((symbol, i))
        if known is None:
            found: dict[int, Any] = {}
            self._walk(self._roots[symbol], i, i, {}, found)
            known = self._known[symbol, i] = list(found.items())
        return known

    def _readings(self, symbol: str, i: int, here: dict[str, list[tuple[int, Any]]]) -> list[tuple[int, Any]]:
        """The readings of a rule or a single symbol at token ``i``, where ``here`` is what the leaves read."""
        root = self._roots.get(symbol)
        if root is None:
            return here.get(symbol, [])
        return [] if root.wanted.isdisjoint(here) else self.read(symbol, i)

    def _walk(self, node: Node, start: int, i: int, values: Values, found: dict[int, Any]) -> None:
        if node.action is not None and i > start and i not in found:
            value = self._act(node.action, values)
            if value is not None:
                found[i] = value
        here = self._leaves.at(i)
        if node.wanted.isdisjoint(here):
            return
        for symbol, following in node.following.items():
            for end, value in self._readings(symbol, i, here):
                self._walk(following, start, end, values if value is None else _with(values, symbol, value), found)


def _with(values: Values, symbol: str, value: Any) -> Values:
    """The values with one more; a second one of the same symbol gets the symbol's name with a 2."""
    return {**values, symbol + "2" if symbol in values else symbol: value}
