"""A second opinion: re-derives every step of an answer from the compiled book. Shares no code with the engine, on purpose."""

import calendar
import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PRICE, _SHARE = ".price", ".pro_rata"
#: Which rules may be the reason for an operation, by the end of their id. None takes the larger of two values yet.
_REASONS = {"price": _PRICE, "multiply": (_PRICE, _SHARE), "add": (_PRICE, _SHARE, ".confirmation", ".invoice"), "subtract": _SHARE}
_REASONS |= {"round": _SHARE, "term_end": ".term", "days": (".term", _SHARE), "min": (_SHARE, ".limit"), "max": ()}


def _later(day: str, period: str) -> date:
    count = int(period[1:-1])
    days, months = {"D": (count, 0), "W": (7 * count, 0), "M": (0, count), "Y": (0, 12 * count)}[period[-1]]
    start = date.fromisoformat(day) + timedelta(days)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _derive(book: dict[str, Any], op: str, given: list[Any]) -> object:
    """What the step must give: an exact number or an ISO day."""
    if op == "price":
        return Fraction([price for price in book["items"][given[0]]["prices"] if price["from"] <= given[2]][-1]["amounts"][given[1]])
    if op == "term_end":
        return (_later(*given) - timedelta(1)).isoformat()
    if op == "days":
        return Fraction((date.fromisoformat(given[1]) - date.fromisoformat(given[0])).days + 1)
    if _DAY.fullmatch(str(given[0])):
        return _later(*given).isoformat() if op == "add" else min(given) if op == "min" else max(given)
    first, *rest = numbers = [Fraction(value) for value in given if value != "half_up"]
    if op in {"add", "min", "max"}:
        return sum(numbers) if op == "add" else min(numbers) if op == "min" else max(numbers)
    if op == "round":
        return (first / rest[0] + Fraction(1, 2)) // 1 * rest[0]
    return first - rest[0] if op == "subtract" else first * rest[0] if op == "multiply" else first / rest[0]


def _brought(book: dict[str, Any], rule: str) -> set[str]:
    """The values that the rule itself brings into a step: its period, or the bounds of its policy's zones."""
    of, _, part = rule.rpartition(".")
    zones = book["policies"].get(of, {}).get("zones", []) if part == "limit" else []
    return {str(book["topics"].get(of, {}).get("sale", {}).get(part)), *(zone["up_to"] for zone in zones if "up_to" in zone)}


def _problem(book: dict[str, Any], step: dict[str, Any], outs: dict[str, set[str]], free: set[str] | None) -> str | None:
    op, rule, given, out = step["op"], step["rule"], step["in"], step["out"]
    derived, texts = _derive(book, op, given), [str(value) for value in given]
    if derived != (out if isinstance(derived, str) else Fraction(out)):
        return f"gives {derived}, not {out}"
    home = rule.replace(_SHARE, ".term") if op == "min" else rule  # where the value must come from that links the step to its rule
    own = outs.get(home, set()) | _brought(book, rule)
    anchors = texts[:1] if op == "add" and not _DAY.fullmatch(str(out)) else texts
    linked = rule == f"{given[0]}.price" if op == "price" else rule in book["policies"] or not own.isdisjoint(anchors)
    reasons = (_SHARE, *book["policies"]) if op == "ratio" else _REASONS[op]
    if rule not in book["rules"] or not rule.endswith(reasons) or not linked:
        return f"{rule} is no reason for it"
    # An amount is rounded to the last decimal it has, which is a fact of its currency; a tie goes up.
    rounding = {"half_up", str(Decimal(1).scaleb(-len(out.partition(".")[2])))} if op == "round" else set()
    strange = set(texts[2:] if op == "price" else texts) - set[str]().union(own, rounding, free or (), *outs.values())
    return f"{strange.pop()} comes from nowhere" if strange and free is not None else None


def verify(book: dict[str, Any], steps: list[dict[str, Any]], free: set[str] | None = None) -> list[str]:
    """Every step that does not follow from the book, as a sentence; ``free`` are values that may enter (the asker's), None: any."""
    problems, outs = [], dict[str, set[str]]()
    for number, step in enumerate(steps):
        try:
            problem = _problem(book, step, outs, free)
            outs.setdefault(step["rule"], set()).add(str(step["out"]))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            problem = f"cannot be derived ({type(error).__name__})"
        problems += [f"step {number}: {problem}"] if problem else []
    return problems


def verify_answer(book: dict[str, Any], request: dict[str, Any], answer: dict[str, Any]) -> list[str]:
    """``verify`` with nothing but the asker's values let in, and every figure of the answer looked up among the outs."""
    asked = request.get("measure") or {"order": request["order"], "end": request.get("contract_end")}
    lines, steps = answer.get("lines", []), answer["steps"]
    free = {str(Fraction(str(asked[name]))) if name in {"own", "average"} else str(asked[name]) for name in asked}
    figures = [answer.get(key) for key in ("total", "full", "credit", "to", "confirm_by", "invoice_by")]
    figures += [line[key] for line in lines for key in ("unit_price", "amount", "days", "of_days")]
    strange = {str(figure) for figure in figures if figure is not None} - {str(step["out"]) for step in steps}
    problems = verify(book, steps, free | {str(line["quantity"]) for line in lines}) + [
        f"{one} is no step's outcome" for one in sorted(strange)
    ]
    if verdict := answer.get("verdict"):
        zones, ratio = book["policies"][asked["policy"]]["zones"], steps[0]["out"]
        fits = next(zone for zone in zones if Fraction(zone.get("up_to", ratio)) >= Fraction(ratio))
        right = {"zone": fits["id"], "action": fits["action"], "ratio": ratio} == verdict
        problems += (
            [] if right and len(steps) == zones.index(fits) + 1 + ("up_to" in fits) else [f"{verdict['zone']} is not where {ratio} falls"]
        )
    return problems
