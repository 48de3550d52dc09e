"""A fair-use policy in words: how far each zone reaches and what happens there. Never an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .markup import Markup, element, joined
from .resolve import resolve

if TYPE_CHECKING:
    from fractions import Fraction

    from answerbook.book.model import Policy

    from .context import Context


def meter(context: Context, policy_id: str) -> Markup:
    """The meter's element, holding what a reader without script needs. Raises LookupError for an unknown policy."""
    policy = context.book.policies[policy_id]
    limit = resolve(f"{policy_id}.limit", context.book, context.language, context.as_of).html
    zones = element("ul", *(element("li", line) for line in _zones(context, policy, limit)))
    return element("fair-use-meter", element("p", context.text("meter_zones")), zones, policy=policy_id)


def meter_lines(context: Context, policy_id: str) -> list[str]:
    """The same as lines of text."""
    policy = context.book.policies[policy_id]
    limit = resolve(f"{policy_id}.limit", context.book, context.language, context.as_of).text
    return _zones(context, policy, limit)


def _zones(context: Context, policy: Policy, limit: str) -> list[str]:
    """A line for each zone: how far it reaches and what happens there. ``limit`` is the policy's limit as text or HTML."""
    say, join = (context.html, joined) if isinstance(limit, Markup) else (context.text, _concatenated)

    def bound(value: Fraction) -> str:
        return limit if value == policy.limit else context.language.multiple(value)

    lines = []
    before: Fraction | None = None
    for zone in policy.zones:
        action = _action(context, zone.action)
        if zone.up_to is not None:
            lines.append(join(say("meter_up_to", limit=bound(zone.up_to)), ": ", action, "."))
        else:
            reach = (say("meter_above", limit=bound(before)), ": ") if before is not None else ()
            lines.append(join(*reach, action, "."))
        before = zone.up_to
    return lines


def _action(context: Context, action: str) -> str:
    """What happens, in words: a sentence of ours, else what the book calls it, else its id as it reads."""
    if context.say.has(f"site.action_{action}"):
        return context.text(f"action_{action}")
    words = context.words(action)
    return words.one if words else action.replace("_", " ")


def _concatenated(*parts: str) -> str:
    return "".join(parts)
