"""Fair-use policies: zones that take everything, once, and agree with the limit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import forms
from .catalogue import finding
from .meaning_prices import period_at

if TYPE_CHECKING:
    from fractions import Fraction

    from answerbook.findings import Finding

    from .declared import Declared
    from .yaml_nodes import Node


def check_policies(declared: Declared) -> list[Finding]:
    """Findings about policies and the figures of statements."""
    found = []
    for policy in declared.things["policies"].values():
        found += _limit(policy)
        found += _zones(policy)
    for statement in declared.things["statements"].values():
        for key, node in statement.entries():
            period = period_at(node)
            if key not in {"kind", "source"} and period and period.count == 0:
                found.append(finding("AB058", node.position, f"`{node.text}` makes no sense for `{key}`.", "Write a number above zero."))
    return found


def _multiple(node: Node | None) -> tuple[Fraction, str] | None:
    match = re.fullmatch(forms.MULTIPLE, node.text) if node else None
    return forms.multiple(match[0]) if match else None


def _limit(policy: Node) -> list[Finding]:
    node = policy.get("limit")
    limit = _multiple(node)
    if node and limit and limit[0] == 0:
        return [finding("AB063", node.position, f"`{node.text}` allows nothing.", "Write a number above zero.")]
    return []


def _zones(policy: Node) -> list[Finding]:
    zones = policy.get("zones")
    limit = _multiple(policy.get("limit"))
    if zones is None or not zones.elements():
        return []
    bounds = [zone.get("up_to") for zone in zones.elements()]
    found = _ends(bounds) + _ids(zones.elements())
    if limit is None:
        return found
    reached: Fraction | None = None
    met = False
    for node in bounds:
        bound = limit if node and node.text == "limit" else _multiple(node)
        if node is None or bound is None:
            continue
        if bound[1] != limit[1]:
            message = f"`{node.text}` is a multiple of something else than the limit, which is a multiple of {limit[1]}."
            found.append(finding("AB064", node.position, message, f"Write `<number> x {limit[1]}`."))
            continue
        if reached is not None and bound[0] <= reached:
            found.append(
                finding(
                    "AB061", node.position, "This zone reaches no further than the one before.", "Put zones in order of how far they reach."
                )
            )
        reached = bound[0]
        met = met or bound[0] == limit[0]
    if not met and not found and all(node and (node.text in {"limit", "any"} or _multiple(node)) for node in bounds):
        found.append(finding("AB062", zones.start, "No zone ends at the limit.", "Write `up_to: limit` in the zone that is still fair."))
    return found


def _ends(bounds: list[Node | None]) -> list[Finding]:
    """Only the last zone takes the rest, and it does."""
    found = [
        finding(
            "AB060",
            node.position,
            "`any` stands before the last zone, so the zones after it never fit.",
            "Write `any` in the last zone only.",
        )
        for node in bounds[:-1]
        if node and node.text == "any"
    ]
    last = bounds[-1]
    if last and last.text and last.text != "any":
        found.append(finding("AB060", last.position, "The last zone does not take the rest.", "Write `up_to: any` in the last zone."))
    return found


def _ids(zones: tuple[Node, ...]) -> list[Finding]:
    found = []
    seen: dict[str, int] = {}
    for zone in zones:
        name = zone.get("zone")
        if name and name.text in seen:
            found.append(
                finding(
                    "AB040",
                    name.position,
                    f"The zone `{name.text}` is given a second time.",
                    f"Rename it; the first is on line {seen[name.text]}.",
                )
            )
        elif name and name.text:
            seen[name.text] = name.position.line
    return found
