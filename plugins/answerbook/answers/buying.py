"""What handlers of prices and terms share: asking the engine, telling its refusals, naming lines. Twin: browser/answers/buying.js."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .reply import ABSTAINED, CLARIFY, Chip, Reply, capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .reply import Turn

_LARGEST = 15


def items(turn: Turn) -> list[str]:
    """The items a question is about: those named, else all of the topic named, else all of the first topic that sells something."""
    if turn.situation.items:
        return list(turn.situation.items)
    return turn.service.items_of(topic(turn))


def topic(turn: Turn) -> str:
    """The topic that sells what a question is about."""
    if turn.situation.items:
        return turn.service.topic_of(turn.situation.items[0])
    selling = [key for key in turn.service.ids("topics") if turn.service.items_of(key)]
    return turn.situation.topic or (selling[0] if selling else "")


def order_day(turn: Turn) -> str:
    """The day of the order: as told, else the nearest day to today in the year or month told, else today."""
    if turn.situation.order:
        return turn.situation.order.iso
    first, last = turn.situation.span or ("", "9999-12-31")
    return first if turn.today < first else min(turn.today, last)


def unsettled(turn: Turn) -> bool:
    """Whether prices change within the year or month told, so that the day must be asked."""
    if turn.situation.order or not turn.situation.span:
        return False
    day, last = order_day(turn), turn.situation.span[1]
    other = turn.situation.span[0] if day == last else last
    lines = [[unit(turn, item, at).get("lines", [{}])[0].get("unit_price") for item in items(turn)] for at in (day, other)]
    return lines[0] != lines[1] and None not in lines[0]


def quote(turn: Turn, buy: Sequence[tuple[str, int]], **more: str) -> dict[str, Any]:
    """The engine's answer for an order of items and numbers."""
    lines = [{"item": item, "quantity": number} for item, number in buy]
    return turn.service.answer({"buy": lines, "order": order_day(turn), **more}, turn.today)


def unit(turn: Turn, item: str, order: str = "", **more: str) -> dict[str, Any]:
    """The engine's answer for as few of an item as are sold: its unit price and days hold for any number."""
    sale = turn.service.book["topics"][turn.service.topic_of(item)]["sale"]
    least = {"item": item, "quantity": sale["quantity"]["min"]}
    return turn.service.answer({"buy": [least], "order": order or order_day(turn), **more}, turn.today)


def price_steps(quoted: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps that only say what things cost."""
    return [step for step in quoted["steps"] if step["op"] == "price"]


def wrong_count(text: str) -> str:
    """Why a number is no number of things to order; empty when it is one."""
    if text.startswith("-"):
        return "quantity_negative"
    if "." in text or "/" in text:
        return "quantity_fractional"
    return "quantity_too_large" if len(text) > _LARGEST else ""


def bought(turn: Turn) -> tuple[list[tuple[str, int]], str]:
    """Items with their numbers, and the reason why one of them cannot be ordered."""
    wrong = next((reason for _, text in turn.situation.counts if (reason := wrong_count(text))), "")
    return ([] if wrong else [(item, int(text)) for item, text in turn.situation.counts]), wrong


def refused(turn: Turn, code: str, intent: str, rule: str = "") -> Reply:
    """The reply to an order that the engine refuses."""
    about = items(turn)
    first = about[0] if about else ""
    sale = turn.service.book["topics"].get(topic(turn), {}).get("sale", {})
    slots = {
        "item": turn.service.label(first),
        "least": turn.service.format.number(sale.get("quantity", {}).get("min", 1)),
        "digits": turn.service.format.number(sale.get("quantity", {}).get("max_digits", 0)),
    }
    if code == "before_first_price":
        slots["date"] = turn.service.format.date(turn.service.book["items"][first]["prices"][0]["from"])
    rule = rule or (f"{first}.price" if code == "before_first_price" else f"{topic(turn)}.quantity")
    if code == "order_after_contract_end":
        rule = f"{topic(turn)}.pro_rata"
    rules = (rule,) if rule in turn.service.book["rules"] else ()
    text = capital(turn.say("refused_" + code, **slots))
    return Reply(ABSTAINED, text, intent, rules=rules, entry=turn.home(*rules), reason=code)


def counted(turn: Turn, item: str, number: int) -> str:
    """A number of an item: ``3 admins``."""
    return f"{turn.service.format.number(number)} {turn.service.label(item, number)}"


def cycle(turn: Turn, item: str) -> str:
    """What an item's price is per, in words: ``year``."""
    day = order_day(turn)
    prices = [price for price in turn.service.book["items"][item]["prices"] if price["from"] <= day]
    per = (prices or turn.service.book["items"][item]["prices"])[-1]["per"]
    return turn.say("cycle_" + per)


def unclear(turn: Turn, intent: str) -> Reply:
    """The question what a number counts, or how many of a thing are meant, with the prices and a chip for each likely order."""
    situation = turn.situation
    about = items(turn)
    quoted = {item: unit(turn, item) for item in about}
    bad = next((one["refusal"]["code"] for one in quoted.values() if "refusal" in one), "")
    if bad:
        return refused(turn, bad, intent)
    number = situation.puzzle if situation.puzzle.isdigit() and not wrong_count(situation.puzzle) and int(situation.puzzle) else "1"
    sure = [counted(turn, item, int(text)) for item, text in situation.counts if text.isdigit() and not wrong_count(text)]
    likely = [(counted(turn, item, int(number)), int(number)) for item in about]
    if sure and situation.uncounted:
        things = turn.service.format.join([*sure, *(counted(turn, item, 1) for item in situation.uncounted)])
        likely = [(things, len(sure) + 1)]
    chips = tuple(Chip(things, turn.say("chip_total", things=things, count=count)) for things, count in likely)
    pieces = [
        turn.say("price_piece", item=turn.service.label(item), price=turn.money(one["lines"][0]["unit_price"]))
        for item, one in quoted.items()
    ]
    prices = turn.say("price_list", cycle=cycle(turn, about[0]), list=turn.service.format.join(pieces))
    figures = tuple(turn.figure(one["lines"][0]["unit_price"]) for one in quoted.values())
    rules = tuple(f"{item}.price" for item in about)
    steps = tuple(step for one in quoted.values() for step in price_steps(one))
    text = f"{capital(prices)} {capital(turn.say('how_many_of_which'))}"
    return Reply(CLARIFY, text, intent, figures, rules, turn.home(*rules), "unclear_number", chips, steps)


def which_item(turn: Turn, intent: str) -> Reply:
    """The question which item is meant, with the price of each and a chip for each."""
    about = list(turn.situation.unsure) or items(turn)
    number = turn.situation.loose
    wrong = wrong_count(number) or ("quantity_zero" if number and not int(number) else "")
    if wrong:
        return refused(turn, wrong, intent)
    quoted = {item: unit(turn, item) for item in about}
    bad = next((one["refusal"]["code"] for one in quoted.values() if "refusal" in one), "")
    if bad:
        return refused(turn, bad, intent)
    count = int(number) if number else 1
    chips = tuple(
        Chip(counted(turn, item, count), turn.say("chip_total", things=counted(turn, item, count), count=count)) for item in about
    )
    pieces = [
        turn.say("price_piece", item=turn.service.label(item), price=turn.money(one["lines"][0]["unit_price"]))
        for item, one in quoted.items()
    ]
    prices = turn.say("price_list", cycle=cycle(turn, about[0]), list=turn.service.format.join(pieces))
    asked = turn.say("which_item")
    figures = tuple(turn.figure(one["lines"][0]["unit_price"]) for one in quoted.values())
    rules = tuple(f"{item}.price" for item in about)
    steps = tuple(step for one in quoted.values() for step in price_steps(one))
    text = f"{capital(prices)} {capital(asked)}"
    return Reply(CLARIFY, text, intent, figures, rules, turn.home(*rules), "which_item", chips, steps)
