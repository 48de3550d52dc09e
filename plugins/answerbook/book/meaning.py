"""What ``pricing.yaml`` means, checked on its tree: references, prices, terms, zones.

Lenient towards what the shape refuses, so that one run tells everything that is wrong.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from babel.core import get_global

from answerbook.figures import MINOR_DIGITS

from .catalogue import finding
from .meaning_examples import check_examples
from .meaning_policies import check_policies
from .meaning_prices import check_sales
from .sentences import near
from .vocabulary import LANGUAGES

if TYPE_CHECKING:
    from answerbook.findings import Finding

    from .declared import Declared
    from .yaml_nodes import Node


#: Nothing is spelt nearly so: what was meant was taken away, or has another name now.
_NO_HINT = "Name what replaces it, or take this away."


def check(root: Node, declared: Declared) -> list[Finding]:
    """Every finding about the meaning of the file."""
    return [
        *declared.findings,
        *_head(root),
        *_names(root, declared),
        *_references(root, declared),
        *_addresses(declared),
        *check_sales(root),
        *check_policies(declared),
        *check_examples(root, declared),
    ]


def _head(root: Node) -> list[Finding]:
    """Languages, currency and time zone."""
    found = []
    languages = root.get("languages")
    for element in languages.elements() if languages else ():
        if element.text and element.text not in LANGUAGES:
            message = f"The language `{element.text}` is not known."
            found.append(finding("AB045", element.position, message, near(element.text, LANGUAGES)))
    found += _twice(languages)
    currency = root.get("currency")
    if currency and currency.text and currency.text not in MINOR_DIGITS:
        message = f"The currency `{currency.text}` is not known."
        found.append(finding("AB046", currency.position, message, near(currency.text, MINOR_DIGITS)))
    zone = root.get("time_zone")
    if zone and zone.text and zone.text not in _zones():
        message = f"The time zone `{zone.text}` is not known."
        found.append(finding("AB047", zone.position, message, near(zone.text, _zones()) or "Write it as Area/City."))
    return found


def _zones() -> set[str]:
    """Names of the tz database, from the tables that travel with Babel, so that no machine decides."""
    return {*get_global("zone_territories"), *get_global("zone_aliases"), "UTC"}


def _twice(node: Node | None) -> list[Finding]:
    """A finding for every element of a list that stood there before."""
    seen: Counter[str] = Counter()
    found = []
    for element in node.elements() if node else ():
        seen[element.text] += 1
        if element.text and seen[element.text] > 1:
            found.append(finding("AB048", element.position, f"`{element.text}` is listed twice.", "Keep one."))
    return found


def _names(root: Node, declared: Declared) -> list[Finding]:
    """Products listed once, and no id that is both a product and a topic: their words would be one."""
    found = _twice(root.get("products"))
    topics = root.get("topics")
    for name, node in topics.entries() if topics else ():
        if name in declared.products:
            message = f"`{name}` is both a product and a topic."
            found.append(finding("AB040", node.start, message, "Rename one; words are looked up by id."))
    return found


def _references(root: Node, declared: Declared) -> list[Finding]:
    """Sources, products, contacts and rules that are named but not there."""
    found = []
    rules, contacts = set(declared.rules), declared.contacts()
    for node in _all_maps(root.get("topics")):
        for key, known, kind, what in (
            ("source", declared.sources, "AB041", "source"),
            ("product", declared.products, "AB042", "product"),
            ("nearest", rules, "AB043", "rule"),
            ("ask", contacts, "AB044", "contact or channel"),
        ):
            value = node.get(key)
            if value and value.text and value.text not in known:
                found.append(finding(kind, value.position, f"There is no {what} `{value.text}`.", near(value.text, known) or _NO_HINT))
    examples = root.get("examples")
    for _, example in examples.entries() if examples else ():
        because = example.get("because")
        found += _twice(because)
        for element in because.elements() if because else ():
            if element.text and element.text not in rules:
                hint = near(element.text, rules) or _NO_HINT
                found.append(finding("AB043", element.position, f"There is no rule `{element.text}`.", hint))
    return found


def _addresses(declared: Declared) -> list[Finding]:
    """An e-mail address stands only with whom to turn to."""
    told = [(name, node.get("email")) for name, node in declared.things["statements"].items() if name not in declared.contacts()]
    hint = "Take it away, or make the statement a contact."
    return [finding("AB065", email.start, f"`{name}` is no contact, so nobody reads its address.", hint) for name, email in told if email]


def _all_maps(node: Node | None) -> list[Node]:
    """Every map below a node, in file order."""
    if node is None:
        return []
    below = [*node.elements(), *(value for _, value in node.entries())]
    inner = [each for child in below for each in _all_maps(child)]
    return [node, *inner] if node.entries() else inner
