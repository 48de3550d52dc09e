"""Every id that ``pricing.yaml`` declares, taken from its tree so that it is known also while parts of the file are wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .catalogue import finding
from .model import Dated, Rule

if TYPE_CHECKING:
    from answerbook.findings import Finding

    from .model import Position
    from .yaml_nodes import Node

#: The sections of a topic that hold things by id, and what their rules are called.
_SECTIONS = {
    "items": (".price", "price"),
    "policies": (".limit", "limit"),
    "add_ons": (".price", "quote"),
    "statements": ("", ""),
    "unpublished": ("", "unpublished"),
}


@dataclass(slots=True)
class Declared:
    """What can be referred to: things by section (id → its node) and rules by id."""

    sources: set[str] = field(default_factory=set)
    products: set[str] = field(default_factory=set)
    things: dict[str, dict[str, Node]] = field(default_factory=lambda: {section: {} for section in _SECTIONS})
    rules: dict[str, Rule] = field(default_factory=dict)
    examples: dict[str, Position] = field(default_factory=dict)
    dated: list[Dated] = field(default_factory=list)
    taken: dict[str, Position] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, rule: Rule) -> None:
        """Enter a rule; a second thing of the same id is a finding."""
        if self.take(rule.id, rule.position):
            self.rules[rule.id] = rule

    def take(self, name: str, position: Position) -> bool:
        """Whether the id was free until now."""
        first = self.taken.setdefault(name, position)
        if first is not position:
            message = f"The id `{name}` is given a second time."
            self.findings.append(finding("AB040", position, message, f"Rename this one; the first is on line {first.line}."))
        return first is position

    def contacts(self) -> set[str]:
        """The statements that say whom to ask."""
        return {name for name, node in self.things["statements"].items() if _text(node, "kind") in {"contact", "channel"}}


def _text(node: Node | None, *keys: str) -> str:
    found = node.get(*keys) if node else None
    return found.text if found else ""


def declare(root: Node) -> Declared:
    """Everything the file declares, in file order."""
    declared = Declared()
    declared.examples = {name: node.start for name, node in _entries(root, "examples")}
    declared.sources = {name for name, _ in _entries(root, "sources")}
    looked = [node.get("checked") for _, node in _entries(root, "sources")]
    declared.dated = [Dated("checked", node.text, node.position) for node in looked if node]
    products = root.get("products")
    declared.products = {element.text for element in products.elements()} if products else set()
    for topic, node in _entries(root, "topics"):
        _topic(declared, topic, node)
    return declared


def _entries(node: Node, key: str) -> list[tuple[str, Node]]:
    below = node.get(key)
    return below.entries() if below else []


def _topic(declared: Declared, topic: str, node: Node) -> None:
    product = _text(node, "product")
    for part, below in _entries(node, "sale"):
        declared.add(Rule(f"{topic}.{part}", part, topic, product, _sources(below), below.start))
    for section, (suffix, kind) in _SECTIONS.items():
        for name, below in _entries(node, section):
            thing = f"{topic}.{name}"
            declared.things[section].setdefault(thing, below)
            if section == "items":
                declared.take(thing, below.start)
                prices = below.get("price")
                sources = tuple(dict.fromkeys(_text(price, "source") for price in prices.elements())) if prices else ()
                declared.add(Rule(thing + suffix, kind, topic, product, sources, (prices or below).start))
                continue
            own_kind = {"policies": "policy", "add_ons": "add_on", "statements": _text(below, "kind")}.get(section, kind)
            declared.add(Rule(thing, own_kind, topic, product, _sources(below), below.start))
            if suffix:
                figure = below.get(suffix[1:]) or below
                declared.add(Rule(thing + suffix, kind, topic, product, _sources(below), figure.start))


def _sources(node: Node) -> tuple[str, ...]:
    source = _text(node, "source")
    return (source,) if source else ()
