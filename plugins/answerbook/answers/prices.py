"""What things cost: a price, a total, a comparison, how many for an amount, what has no price. Twin: browser/answers/prices.js."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from . import terms
from .buying import bought, counted, cycle, items, price_steps, quote, refused, topic, unclear, unit, unsettled, which_item
from .figuring import claim, money_text, verdict
from .reply import ANSWERED, Reply, capital

if TYPE_CHECKING:
    from .reply import Turn

#: Digits of the largest number of things told for a budget.
_MOST_DIGITS = 9


def price(turn: Turn, intent: str = "price", opening: str = "", rules: tuple[str, ...] = (), currency: str = "") -> Reply:
    """The price of one of each thing asked for; ``opening`` is said first, ``rules`` are cited before the prices."""
    about = items(turn)
    if about and unsettled(turn):
        return refused(turn, "missing_input", intent)
    if turn.situation.puzzle and not opening:
        return unclear(turn, intent)
    more = {"currency": currency} if currency else {}
    quoted = {item: unit(turn, item, **more) for item in about}
    bad = next((one["refusal"]["code"] for one in quoted.values() if "refusal" in one), "")
    if bad or not about:
        return refused(turn, bad or "unknown_item", intent)
    prices = {item: one["lines"][0]["unit_price"] for item, one in quoted.items()}
    text = price_text(turn, prices, currency)
    text = f"{opening} {capital(text)}" if opening else _held_against(turn, text, prices)
    cited = (*rules, *(f"{item}.price" for item in about))
    figures = tuple(turn.figure(amount, currency) for amount in prices.values())
    steps = tuple(step for one in quoted.values() for step in price_steps(one))
    return Reply(ANSWERED, capital(text), intent, figures, cited, turn.home(*cited), steps=steps)


def _held_against(turn: Turn, text: str, prices: dict[str, str]) -> str:
    """The prices led by yes or no where amounts are supposed: of several items each supposed amount goes with its own, in order."""
    supposed = [amount for amount, _ in turn.situation.amounts]
    if len(prices) > 1 and len(supposed) == len(prices):
        right = all(Fraction(amount) == Fraction(price) for amount, price in zip(supposed, prices.values(), strict=True))
        return verdict(turn, text, right=right)
    if "free" in turn.features and "claim" in turn.features:
        return verdict(turn, text, right=False)
    return claim(turn, text, list(prices.values()))


def price_text(turn: Turn, prices: dict[str, str], currency: str = "") -> str:
    """The sentence that tells prices per item."""
    per = cycle(turn, next(iter(prices)))
    if len(prices) == 1:
        ((item, amount),) = prices.items()
        return turn.say("price_one", item=turn.service.label(item), price=turn.money(amount, currency), cycle=per)
    pieces = [turn.say("price_piece", item=turn.service.label(item), price=turn.money(amount, currency)) for item, amount in prices.items()]
    return turn.say("price_list", cycle=per, list=turn.service.format.join(pieces))


def total(turn: Turn) -> Reply:
    """What an order costs for the full term; asks which item where a number counts something ambiguous."""
    situation = turn.situation
    if situation.contract_end:
        return terms.prorate(turn)
    if situation.puzzle or situation.uncounted:
        return unclear(turn, "total")
    if unsettled(turn):
        return refused(turn, "missing_input", "total")
    if not situation.counts:
        return which_item(turn, "total") if situation.loose else price(turn)
    lines, wrong = bought(turn)
    quoted: dict[str, Any] = {} if wrong else quote(turn, lines)
    if wrong or "refusal" in quoted:
        return refused(turn, wrong or quoted["refusal"]["code"], "total")
    if [line["quantity"] for line in quoted["lines"]] == [1]:
        return price(turn)
    text = total_text(turn, quoted)
    rules = tuple(line["rule"] for line in quoted["lines"])
    figures = (turn.figure(quoted["total"], quoted["currency"]),)
    return Reply(
        ANSWERED, capital(claim(turn, text, [quoted["total"]])), "total", figures, rules, turn.home(*rules), steps=tuple(quoted["steps"])
    )


def total_text(turn: Turn, quoted: dict[str, Any]) -> str:
    """The sentence that tells what an order costs, each line with its own price."""
    lines = quoted["lines"]
    pieces = [
        turn.say(
            "line",
            things=counted(turn, line["item"], line["quantity"]),
            price=turn.money(line["unit_price"]),
            number=turn.service.format.number(line["quantity"]),
        )
        for line in lines
    ]
    slots = {"lines": turn.service.format.join(pieces), "total": turn.money(quoted["total"]), "cycle": cycle(turn, lines[0]["item"])}
    return turn.say("total_one" if len(lines) == 1 else "total_many", **slots)


def compare(turn: Turn) -> Reply:
    """Two prices side by side, or two orders when both are counted, with the difference."""
    about = items(turn)
    if len(about) == 1:
        about += [item for item in turn.service.items_of(topic(turn)) if item not in about]
    if len(about) == 1:
        return price(turn)
    counts = {item: int(text) for item, text in turn.situation.counts if text.isdigit() and text != "0"}
    whole = {item: quote(turn, [(item, counts.get(item, 1))]) for item in about}
    bad = next((one["refusal"]["code"] for one in whole.values() if "refusal" in one), "")
    if bad:
        return refused(turn, bad, "compare")
    amounts = {item: one["total"] for item, one in whole.items()}
    steps = [
        step
        for one in whole.values()
        for step in one["steps"]
        if step["op"] == "price" or (step["op"] == "multiply" and step["in"][1] != 1)
    ]
    ranked = sorted(amounts, key=lambda item: -Fraction(amounts[item]))
    high, low = amounts[ranked[0]], amounts[ranked[-1]]
    gap = money_text(Fraction(high) - Fraction(low), high)
    # The lower price and the difference make the higher one: the operations of a proof subtract only what is owed.
    steps.append({"op": "add", "in": [low, gap], "out": high, "rule": f"{ranked[-1]}.price"})
    pieces = [
        turn.say(
            "compare_piece",
            things=counted(turn, item, counts[item]) if item in counts else turn.say("a_thing", item=turn.service.label(item)),
            price=turn.money(amounts[item]),
        )
        for item in about
    ]
    key = "compare_same" if high == low else "compare"
    text = turn.say(key, cycle=cycle(turn, about[0]), list=turn.service.format.join(pieces), difference=turn.money(gap))
    only_gap = "difference" in turn.features
    figures = (turn.figure(gap),) if only_gap else tuple(turn.figure(amount) for amount in amounts.values())
    rules = tuple(f"{item}.price" for item in about)
    return Reply(ANSWERED, capital(text), "compare", figures, rules, turn.home(*rules), steps=tuple(steps))


def budget(turn: Turn) -> Reply:
    """How many of each thing an amount is enough for: whole ones only."""
    amount, currency = turn.situation.amounts[0]
    if currency and currency != turn.service.book["currency"]:
        return other_currency(turn)
    said, about = Fraction(amount), items(turn)
    quoted = {item: unit(turn, item) for item in about}
    bad = next((one["refusal"]["code"] for one in quoted.values() if "refusal" in one), "")
    if bad or said < 0:
        return refused(turn, bad or "quantity_negative", "budget")
    sentences, figures = [], []
    steps: list[dict[str, Any]] = []
    for item, one in quoted.items():
        each = one["lines"][0]["unit_price"]
        number = int(said // Fraction(each))
        if len(str(number)) > _MOST_DIGITS:
            return refused(turn, "quantity_too_large", "budget")
        sentences.append(_enough(turn, item, number, each, steps))
        figures.append(str(number))
        steps[:0] = price_steps(one)
    rules = tuple(f"{item}.price" for item in about)
    spoken = turn.money(money_text(said, quoted[about[0]]["lines"][0]["unit_price"]))
    opening = turn.say("budget", budget=spoken, cycle=cycle(turn, about[0]))
    text = f"{opening} {turn.service.format.join(sentences)}."
    return Reply(ANSWERED, capital(text), "budget", tuple(dict.fromkeys(figures)), rules, turn.home(*rules), steps=tuple(steps))


def _enough(turn: Turn, item: str, number: int, each: str, steps: list[dict[str, Any]]) -> str:
    """How many of one item, in words, with the step that proves what they cost."""
    cost = money_text(number * Fraction(each), each)
    steps.append({"op": "multiply", "in": [each, number], "out": cost, "rule": f"{item}.price"})
    key = "budget_enough" if number else "budget_short"
    return turn.say(key, things=counted(turn, item, number), total=turn.money(cost), item=turn.service.label(item), price=turn.money(each))


def month(turn: Turn) -> Reply:
    """There is no price for a shorter cycle: the price there is instead."""
    about = items(turn)
    sale = turn.service.book["topics"].get(topic(turn), {}).get("sale", {})
    if "per_month" in turn.features and "month" in sale.get("cycles", ()):
        return price(turn)
    opening = turn.say("no_shorter_price", cycle=cycle(turn, about[0]) if about else "")
    return price(turn, "month", capital(opening), (f"{topic(turn)}.cycle",))


def other_currency(turn: Turn) -> Reply:
    """The price in the currency asked for where there is one, else in the book's, and that nothing is converted."""
    asked = [more for _, more in turn.situation.amounts] + [
        name.removeprefix("currency.") for name in sorted(turn.features) if name.startswith("currency.")
    ]
    own = turn.service.book["currency"]
    for code in dict.fromkeys(asked):
        if code != own and code and all(code in turn.service.book["items"][item]["prices"][-1]["amounts"] for item in items(turn)):
            return price(turn, "currency", currency=code)
    opening = capital(turn.say("no_other_currency", currency=turn.say("currency_name", code=own)))
    counted_out = total(turn) if turn.situation.counts and not turn.situation.amounts else None
    if counted_out is not None and counted_out.status == ANSWERED:
        return replace(counted_out, text=f"{opening} {counted_out.text}", intent="currency")
    return price(turn, "currency", opening)
