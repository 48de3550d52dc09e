"""YAML with positions and without surprises: every scalar is text, and only plain maps, lists and scalars are read.

Built from parser events instead of ``yaml.safe_load``, which takes duplicate keys silently, reads ``no`` as False and
``1.10`` as 1.1, and walks aliases (a bomb); events also cannot overflow the stack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from .catalogue import finding
from .model import Position
from .texts import FORBIDDEN

if TYPE_CHECKING:
    from answerbook.findings import Finding

MAX_DEPTH = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A map, list or text of a YAML file: where its value starts and, in a map, where its key stands."""

    value: str | tuple[Node, ...] | dict[str, Node]
    position: Position
    key: Position | None = None

    @property
    def start(self) -> Position:
        """Where a person looks for it: its key, or its value when it has none."""
        return self.key or self.position

    @property
    def text(self) -> str:
        """Its text; empty for a map or list."""
        return self.value if isinstance(self.value, str) else ""

    def entries(self) -> list[tuple[str, Node]]:
        """Keys and values of a map in file order; nothing for a list or text."""
        return [] if isinstance(self.value, (str, tuple)) else list(self.value.items())

    def elements(self) -> tuple[Node, ...]:
        """The elements of a list; nothing for a map or text."""
        return self.value if isinstance(self.value, tuple) else ()

    def get(self, *keys: str) -> Node | None:
        """The value reached through maps by ``keys``, or None where one of them is absent."""
        node: Node | None = self
        for key in keys:
            node = node.value.get(key) if node and isinstance(node.value, dict) else None
        return node

    def walk(self, path: tuple[str | int, ...]) -> Node:
        """The deepest node that exists along ``path`` (keys and list indexes)."""
        node = self
        for part in path:
            below: Node | None = None
            if isinstance(part, int):
                elements = node.elements()
                below = elements[part] if part < len(elements) else None
            else:
                below = node.get(part)
            if below is None:
                break
            node = below
        return node

    def plain(self) -> object:
        """The value as dicts, lists and text, as the schema takes it."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, tuple):
            return [element.plain() for element in self.value]
        return {key: value.plain() for key, value in self.value.items()}


def parse(name: str, text: str, first_line: int = 1) -> tuple[Node | None, list[Finding]]:
    """The tree of a YAML text and every finding about its writing.

    Args:
        name: File name for positions.
        text: Text without forbidden characters (see ``texts``).
        first_line: Line of the file on which ``text`` begins (front matter begins on its second).
    """
    findings = [
        finding("AB005", Position(name, first_line + number, line.index("\t") + 1), "A tab stands here.", "Use spaces.")
        for number, line in enumerate(text.split("\n"))
        if "\t" in line
    ]
    if findings:
        return None, findings
    builder = _Builder(name, first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _TooDeepError:
        return None, builder.findings
    except yaml.YAMLError as error:
        return None, [*builder.findings, _syntax(error, name, first_line)]
    except (ValueError, OverflowError):  # escapes past the last code point, in the loader without libyaml
        message = "A character escape means no character."
        return None, [*builder.findings, finding("AB006", Position(name, first_line, 1), message, "Write the character itself.")]
    if builder.root is None and not builder.findings:
        empty = finding("AB007", Position(name, first_line, 1), "There is nothing but comments here.", "Write the keys, or take it away.")
        builder.findings.append(empty)
    return builder.root, builder.findings


#: What the parser complains of, in words for somebody who mends a price list.
_PROBLEMS = (
    ("mapping values are not allowed", "A colon stands where no key can be", "Put text with a colon in quotes, or mend the indentation."),
    (
        "could not find expected ':'",
        "A line is neither a key with a colon nor a list entry",
        "Write `key: value`, and check the lines above.",
    ),
    (
        "did not find expected key",
        "The indentation or a bracket is wrong here",
        "Line it up with its neighbours, and check the line above.",
    ),
    ("did not find expected '-'", "The indentation of this list is wrong", "Line it up with its neighbours."),
    (
        "did not find expected ',' or",
        "A bracket or brace is not closed, or a comma is missing",
        "Close it here or above, or put a comma between entries.",
    ),
    ("cannot start any token", "This character cannot start a value", "Put the value in quotes."),
    ("unexpected end of stream", "A quote is not closed", "Close it."),
    ("expected <block end>", "The indentation or a bracket is wrong here", "Line it up with its neighbours, and check the line above."),
    (
        "expected ',' or",
        "A bracket or brace is not closed, or a comma is missing",
        "Close it here or above, or put a comma between entries.",
    ),
)


def _syntax(error: yaml.YAMLError, name: str, first_line: int) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "quoted scalar" in (getattr(error, "context", None) or "") and "end of stream" in (getattr(error, "problem", None) or ""):
        mark = getattr(error, "context_mark", None) or mark  # where the quote opens, not where the file ends
    position = Position(name, first_line + (mark.line if mark else 0), (mark.column if mark else 0) + 1)
    problem = getattr(error, "problem", None) or "it cannot be read"
    for known, sentence, hint in _PROBLEMS:
        if known in problem:
            return finding("AB006", position, f"This is not valid YAML: {sentence[0].lower()}{sentence[1:]}.", hint)
    return finding("AB006", position, f"This is not valid YAML: {problem}.", "Mend it here or on the line above.")


class _TooDeepError(Exception):
    """Reading stops: no construct of a book nests this deep."""


@dataclass(slots=True)
class _Open:
    """A map or list whose end has not been read. ``key`` is the key that waits for its value."""

    position: Position
    own_key: Position | None
    name: str | None
    entries: dict[str, Node] | None
    elements: list[Node] = field(default_factory=list)
    key: tuple[str | None, Position] | None = None


class _Builder:
    """Parser events to a tree, without recursion."""

    def __init__(self, name: str, first_line: int) -> None:
        self.name = name
        self.first_line = first_line
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.documents = 0
        self.open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        """Work in the next event."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._find("AB008", event, "A second document starts here.", "Keep one document in the file.")
        elif isinstance(event, yaml.AliasEvent):
            self._find("AB010", event, f"The alias *{event.anchor} stands here.", "Write the value itself.")
            self._add(Node(f"*{event.anchor}", self._at(event)))
        elif isinstance(event, yaml.NodeEvent):
            self._decorations(event)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            else:
                self._begin(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end()

    def _at(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        return Position(self.name, self.first_line + (mark.line if mark else 0), (mark.column if mark else 0) + 1)

    def _find(self, kind: str, event: yaml.Event, message: str, hint: str) -> None:
        self.findings.append(finding(kind, self._at(event), message, hint))

    def _decorations(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._find("AB010", event, f"The anchor &{event.anchor} stands here.", "Write the value where it holds.")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._find("AB011", event, f"The tag {tag.replace('tag:yaml.org,2002:', '!!')} stands here.", "Write the value without it.")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        bad = FORBIDDEN.search(event.value)
        if bad:
            self._find("AB004", event, f"The character U+{ord(bad[0]):04X} may not stand in a book.", "Take the escape away.")
        self._add(Node("" if bad else event.value, self._at(event)))

    def _begin(self, event: yaml.NodeEvent) -> None:
        if len(self.open) >= MAX_DEPTH:
            self._find(
                "AB012",
                event,
                f"This is nested more than {MAX_DEPTH} deep.",
                "No construct of a book needs that; look for a stray bracket.",
            )
            raise _TooDeepError
        at = self._at(event)
        parent = self.open[-1] if self.open else None
        waiting = parent.key if parent is not None and parent.entries is not None else None
        if parent is not None and parent.entries is not None and waiting is None:
            self._find("AB013", event, "A key is a list or a map here.", "Write a word as the key.")
            parent.key = (None, at)
            waiting = ("", at)  # its own content is read and forgotten
            self.open.append(_Open(at, None, "forget", {} if isinstance(event, yaml.MappingStartEvent) else None))
            return
        own_key = waiting[1] if waiting else None
        self.open.append(_Open(at, own_key, None, {} if isinstance(event, yaml.MappingStartEvent) else None))

    def _end(self) -> None:
        done = self.open.pop()
        if done.name == "forget":
            return
        self._add(Node(tuple(done.elements) if done.entries is None else done.entries, done.position))

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = self.root or node
            return
        parent = self.open[-1]
        if parent.entries is None:
            parent.elements.append(node)
        elif parent.key is None:
            self._key(parent, node)
        else:
            name, position = parent.key
            parent.key = None
            if name is not None:
                parent.entries[name] = Node(node.value, node.position, position)

    def _key(self, parent: _Open, node: Node) -> None:
        name: str | None = node.text
        entries = parent.entries or {}
        if name == "<<":
            self.findings.append(finding("AB010", node.position, "The merge key << stands here.", "Write the keys where they hold."))
            name = None
        elif name in entries:
            first = entries[name].start.line
            message = f"The key `{name}` stands here a second time."
            self.findings.append(finding("AB009", node.position, message, f"Keep one; the first is on line {first}."))
            name = None
        parent.key = (name, node.position)
