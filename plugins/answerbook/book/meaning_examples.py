"""Worked examples: questions the engine can be asked, and answers it could give. Whether it does is checked by running them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerbook import canonical
from answerbook.calendar import is_day
from answerbook.figures import MINOR_DIGITS

from . import forms
from .catalogue import finding
from .sentences import near

if TYPE_CHECKING:
    from answerbook.findings import Finding

    from .declared import Declared
    from .yaml_nodes import Node

_ORDER_ASK = {"buy", "order", "contract_end", "currency", "cycle"}
_MEASURE_ASK = {"measure", "own", "average"}
ORDER_GET = {"total", "full", "credit", "currency", "from", "to", "confirm_by", "invoice_by", "days", "of_days"}
MEASURE_GET = {"zone", "ratio", "action"}
_AMOUNTS = ("total", "full", "credit")


def check_examples(root: Node, declared: Declared) -> list[Finding]:
    """Findings about `examples`."""
    examples = root.get("examples")
    currency = root.get("currency")
    found: list[Finding] = []
    asked: dict[str, int] = {}
    for _, example in examples.entries() if examples else ():
        ask, get = example.get("ask"), example.get("get")
        if ask is None or get is None or not isinstance(ask.value, dict) or not isinstance(get.value, dict):
            continue  # the shape tells it
        found += _kinds(ask, get)
        found += _asked_things(ask, get, declared)
        found += _days(ask, get)
        found += _amounts(ask, get, currency.text if currency else "")
        text = canonical.dumps(ask.plain())
        if text in asked:
            found.append(
                finding("AB074", ask.start, "This example asks the same as another.", f"Keep one; the other is on line {asked[text]}.")
            )
        asked.setdefault(text, ask.start.line)
    return found


def _refusal(get: Node) -> str:
    refuse = get.get("refuse")
    return refuse.text if refuse else ""


def _kinds(ask: Node, get: Node) -> list[Finding]:
    """An order or a measurement, and answers of the same kind."""
    keys = dict(ask.entries())
    buys, measures = bool(_ORDER_ASK & keys.keys()), bool(_MEASURE_ASK & keys.keys())
    refusal = _refusal(get)
    if buys and measures:
        return [finding("AB070", ask.start, "The example both orders and measures.", "Make two examples of it.")]
    needed = ("measure", "own") if measures else ("buy", "order")
    found = [
        finding("AB070", ask.start, f"The example says no `{key}`.", "Ask with `buy` and `order`, or with `measure` and `own`.")
        for key in needed
        if key not in keys
    ]
    if not get.entries():
        found.append(finding("AB034", get.start, "`get` is empty.", "Say what must come out."))
    fitting = {"refuse"} if refusal else MEASURE_GET if measures else ORDER_GET
    for key, node in get.entries():
        if key not in fitting and key in ORDER_GET | MEASURE_GET:
            reason = "the example is refused" if refusal else "that is not what this example asks"
            found.append(finding("AB071", node.start, f"`{key}` cannot be given: {reason}.", f"Expect {', '.join(sorted(fitting))}."))
    return found


def _asked_things(ask: Node, get: Node, declared: Declared) -> list[Finding]:
    """The items bought and the policy measured are in the book, unless the refusal of them is expected."""
    found = []
    items, policies = declared.things["items"], declared.things["policies"]
    sold = {**items, **declared.things["add_ons"]}
    buy, measure = ask.get("buy"), ask.get("measure")
    if buy and isinstance(buy.value, dict) and not buy.value and _refusal(get) not in {"missing_input", "quantity_zero"}:
        found.append(finding("AB034", buy.start, "`buy` is empty.", "Say what is ordered and how many of each."))
    for name, node in buy.entries() if buy else ():
        if name not in sold and _refusal(get) != "unknown_item":
            found.append(finding("AB072", node.start, f"There is no item `{name}`.", near(name, sold)))
    if measure and measure.text and measure.text not in policies and _refusal(get) != "unknown_policy":
        found.append(finding("AB073", measure.position, f"There is no policy `{measure.text}`.", near(measure.text, policies)))
    policy = policies.get(measure.text) if measure else None
    if policy:
        found += _verdict(get, policy)
    return found


def _verdict(get: Node, policy: Node) -> list[Finding]:
    """The zone exists, and its action is the one expected."""
    zones = policy.get("zones")
    actions = {each.get("zone"): each.get("action") for each in (zones.elements() if zones else ())}
    known = {name.text: action.text for name, action in actions.items() if name and action}
    zone, action = get.get("zone"), get.get("action")
    if zone and zone.text and zone.text not in known:
        return [finding("AB075", zone.position, f"The policy has no zone `{zone.text}`.", near(zone.text, known))]
    wanted = known.get(zone.text) if zone else None
    if action and action.text and wanted and action.text != wanted:
        return [finding("AB075", action.position, f"The zone has another action than `{action.text}`.", f"It is `{wanted}`.")]
    return []


def _days(ask: Node, get: Node) -> list[Finding]:
    """Days exist, unless the example shows that a day that does not is refused."""
    if _refusal(get) == "invalid_date":
        return []
    days = [ask.get("order"), ask.get("contract_end")]
    return [
        finding(
            "AB026", node.position, f"The day `{node.text}` does not exist.", "Write an existing day, or expect `refuse: invalid_date`."
        )
        for node in days
        if node and re.fullmatch(forms.DATE, node.text) and not is_day(node.text)
    ]


def _amounts(ask: Node, get: Node, currency: str) -> list[Finding]:
    """Expected amounts have no more decimals than the currency, and a ratio is compared exactly."""
    asked = ask.get("currency")
    code = asked.text if asked else currency
    found = []
    if asked and code not in MINOR_DIGITS and _refusal(get) != "currency_not_offered":
        found.append(finding("AB046", asked.position, f"The currency `{code}` is not known.", near(code, MINOR_DIGITS)))
    for key in _AMOUNTS:
        node = get.get(key)
        if not node or code not in MINOR_DIGITS or not re.fullmatch(forms.AMOUNT, node.text):
            continue
        if len(node.text.partition(".")[2]) > MINOR_DIGITS[code]:
            message = f"`{node.text}` has more decimals than {code} has."
            found.append(finding("AB053", node.position, message, f"{code} has {MINOR_DIGITS[code] or 'none'}."))
        elif node.text.startswith("-"):
            found.append(finding("AB054", node.position, f"The amount `{node.text}` is below zero.", "Write what comes out."))
    return found
