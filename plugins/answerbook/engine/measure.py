"""Where own use stands against a fair-use policy: a zone and an action, never an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerbook.figures import fraction_text

from .outcome import Refusal, Step, Verdict

if TYPE_CHECKING:
    from fractions import Fraction

    from answerbook.book.model import Book, Zone


def measure(book: Book, policy: str, own: Fraction | None, average: Fraction | None) -> Verdict | Refusal:
    """The zone that own use falls in, or why it cannot be told.

    Args:
        book: The rules.
        policy: Id of the policy.
        own: The own use.
        average: The use to compare with, in the same unit; without one, or with zero, nothing can be measured.
    """
    found = book.policies.get(policy)
    if found is None:
        return Refusal("unknown_policy")
    limit_rule = f"{policy}.limit"
    if own is None:
        return Refusal("missing_input", ("own",), limit_rule)
    if not average:
        return Refusal("not_measurable", ("average",), limit_rule)
    if own < 0 or average < 0:
        return Refusal("quantity_negative", (), limit_rule)
    ratio = own / average
    steps = [Step("ratio", (fraction_text(own), fraction_text(average)), fraction_text(ratio), policy)]
    zone = _zone(found.zones, ratio, limit_rule, steps)
    return Verdict(zone.id, fraction_text(ratio), zone.action, tuple(steps))


def _zone(zones: tuple[Zone, ...], ratio: Fraction, rule: str, steps: list[Step]) -> Zone:
    """The first zone that fits; the book sees to it that the last one takes the rest."""
    for zone in zones[:-1]:
        if zone.up_to is None:
            return zone
        least = min(ratio, zone.up_to)
        steps.append(Step("min", (fraction_text(ratio), fraction_text(zone.up_to)), fraction_text(least), rule))
        if least == ratio:
            return zone
    return zones[-1]
