"""When things hold and when money moves: term, pro rata, invoice, confirmation, refund. Twin: browser/answers/terms.js."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import telling
from .buying import bought, counted, items, order_day, quote, refused, topic, unclear, unit, which_item
from .figuring import claim, period_figure, same_period, verdict
from .reply import ANSWERED, CLARIFY, Chip, Reply, capital

if TYPE_CHECKING:
    from .days import Day
    from .reply import Turn

_LEAP_CYCLE = 4
_LAST_YEAR = 9999


def term(turn: Turn) -> Reply:
    """The last day for an order date, or how long the term is where no date is told."""
    sale = turn.service.book["topics"].get(topic(turn), {}).get("sale")
    if sale is None:
        return telling.best(turn, "term")
    rules = (f"{topic(turn)}.term",)
    order = turn.situation.order
    if order is None and "today" in turn.features:
        return _last_day(turn, turn.today, named=True)
    if order is not None:
        return _last_day(turn, order.iso, named=order.year_named)
    entry = turn.home(*rules)
    figures = (period_figure(sale["term"]),)
    text = turn.say("term_lasts", period=turn.service.format.period(sale["term"]))
    if turn.situation.durations:
        right = all(same_period(one, sale["term"]) for one in turn.situation.durations)
        return Reply(ANSWERED, capital(verdict(turn, text, right=right)), "term", figures, rules, entry)
    return (
        telling.told(turn, entry, "term", figures=figures, rules=rules) if entry else Reply(ANSWERED, capital(text), "term", figures, rules)
    )


def _last_day(turn: Turn, order: str, *, named: bool) -> Reply:
    about = items(turn)
    quoted = unit(turn, about[0], order)
    if "refusal" in quoted:
        return refused(turn, quoted["refusal"]["code"], "term")
    steps = tuple(step for step in quoted["steps"] if step["op"] == "term_end")
    last = quoted["to"]
    open_year = not named and _same_every_year(turn, about[0], order, last)
    figure = "XXXX" + last[4:] if open_year else last
    write = turn.service.format.date
    slots = (
        {"order": telling.day_month(turn, order), "last": telling.day_month(turn, last)}
        if open_year
        else {"order": write(order), "last": write(last)}
    )
    text = turn.say("term_open_year" if open_year and last[5:] < order[5:] else "term", **slots)
    claimed = turn.situation.claimed_day
    if claimed is not None:
        right = claimed.iso == last or (claimed.iso[4:] == last[4:] and not (claimed.year_named and named))
        text = verdict(turn, text, right=right)
    rules = (f"{topic(turn)}.term",)
    return Reply(ANSWERED, capital(text), "term", (figure,), rules, turn.home(*rules), steps=steps)


def _same_every_year(turn: Turn, item: str, order: str, last: str) -> bool:
    """Whether the last day is the same in years with and without a leap day."""
    if int(order[:4]) > _LAST_YEAR - _LEAP_CYCLE:
        return False
    ends = set()
    for later in range(_LEAP_CYCLE):
        day = f"{int(order[:4]) + later:04d}{order[4:]}"
        ends.add(unit(turn, item, day).get("to", "")[4:])
    return ends == {last[4:]}


def prorate(turn: Turn) -> Reply:
    """What an order costs, or gives back, when the contract ends first; the rule itself where no day is told."""
    situation = turn.situation
    rules = (f"{topic(turn)}.pro_rata",)
    entry = turn.home(*rules)
    end = situation.contract_end
    if end is None and not situation.order and not situation.month:
        return telling.told(turn, entry, "prorate", rules=rules) if entry else refused(turn, "missing_input", "prorate")
    if end is None:
        return _ask_end(turn, entry, rules)
    if situation.order is None and "today" not in turn.features:
        return _ask_order(turn, end, entry, rules)
    if situation.puzzle or situation.uncounted:
        return unclear(turn, "prorate")
    if situation.loose or not (situation.items or situation.counts):
        return _with_days(turn, which_item(turn, "prorate"), end)
    lines, wrong = bought(turn)
    lines = lines or [(item, 1) for item in situation.items]
    if not situation.counts and len(lines) > 1:
        return _with_days(turn, which_item(turn, "prorate"), end)
    quoted: dict[str, Any] = {} if wrong else quote(turn, lines, contract_end=end.iso)
    if wrong or "refusal" in quoted:
        return refused(turn, wrong or quoted["refusal"]["code"], "prorate")
    return _shortened(turn, quoted, end) if "credit" in quoted else _unchanged(turn, quoted, end)


def until(turn: Turn) -> Reply:
    """The last day of an order when the contract may end first."""
    end = turn.situation.contract_end
    if end is None:
        return term(turn)
    quoted = unit(turn, items(turn)[0], contract_end=end.iso)
    if "refusal" in quoted:
        return refused(turn, quoted["refusal"]["code"], "term")
    write = turn.service.format.date
    text = turn.say("until", order=write(quoted["from"]), end=write(end.iso), last=write(quoted["to"]))
    rules = (f"{topic(turn)}.pro_rata", f"{topic(turn)}.term")
    steps = tuple(step for step in quoted["steps"] if step["op"] in {"term_end", "min"})
    return Reply(ANSWERED, capital(text), "term", (quoted["to"],), rules, turn.home(*rules), steps=steps)


def _slots(turn: Turn, quoted: dict[str, Any], end: Day) -> dict[str, str]:
    write, line = turn.service.format, quoted["lines"][0]
    return {
        "things": write.join([counted(turn, one["item"], one["quantity"]) for one in quoted["lines"]]),
        "order": write.date(quoted["from"]),
        "end": write.date(end.iso),
        "last": write.date(quoted["to"]),
        "total": turn.money(quoted["total"]),
        "full": turn.money(quoted["full"]),
        "credit": turn.money(quoted.get("credit", quoted["total"])),
        "days": write.number(line["days"]),
        "of_days": write.number(line["of_days"]),
    }


def _wants(turn: Turn) -> tuple[bool, bool]:
    """Whether the cost is asked for, and whether what comes back is."""
    back = not turn.features.isdisjoint({"refund", "credit"})
    cost = "price" in turn.features and not turn.features.issuperset({"refund", "how_many"})
    return cost or not back, back


def _shortened(turn: Turn, quoted: dict[str, Any], end: Day) -> Reply:
    cost, back = _wants(turn)
    amounts = [quoted["total"]] * cost + [quoted["credit"]] * back
    text = turn.say("prorate_credit" if back and not cost else "prorate", **_slots(turn, quoted, end))
    rules = (f"{topic(turn)}.pro_rata", *(line["rule"] for line in quoted["lines"]))
    figures = tuple(turn.figure(amount, quoted["currency"]) for amount in amounts)
    text = capital(claim(turn, text, amounts))
    return Reply(ANSWERED, text, "prorate", figures, rules, turn.home(rules[0]), steps=tuple(quoted["steps"]))


def _unchanged(turn: Turn, quoted: dict[str, Any], end: Day) -> Reply:
    cost, _ = _wants(turn)
    text = capital(turn.say("prorate_unchanged", **_slots(turn, quoted, end)))
    rules = (f"{topic(turn)}.pro_rata", *(line["rule"] for line in quoted["lines"]))
    figures = (turn.figure(quoted["total"], quoted["currency"]),) if cost else ()
    return Reply(ANSWERED, text, "prorate", figures, rules, turn.home(rules[0]), steps=tuple(quoted["steps"]))


def _ask_end(turn: Turn, entry: str, rules: tuple[str, ...]) -> Reply:
    """The question on which day the contract ends, with the last day of the month that was named."""
    chips: list[Chip] = []
    if turn.situation.month:
        day = turn.service.format.date(turn.situation.month)
        chips += (
            [Chip(day, _order_question(turn, order_day(turn), turn.situation.month))] if order_day(turn) <= turn.situation.month else []
        )
    text = f"{capital(turn.say('prorate_rule'))} {capital(turn.say('which_end'))}"
    return Reply(CLARIFY, text, "prorate", rules=rules, entry=entry, reason="which_end", chips=tuple(chips))


def _ask_order(turn: Turn, end: Day, entry: str, rules: tuple[str, ...]) -> Reply:
    text = f"{capital(turn.say('prorate_rule'))} {capital(turn.say('which_order', end=turn.service.format.date(end.iso)))}"
    chips = (Chip(turn.service.format.date(turn.today), _order_question(turn, turn.today, end.iso)),) if turn.today <= end.iso else ()
    return Reply(CLARIFY, text, "prorate", rules=rules, entry=entry, reason="which_order", chips=chips)


def _order_question(turn: Turn, order: str, end: str, things: str = "", count: int = 0) -> str:
    """The whole question what an order costs, to tap; of one of the first item where nothing was counted."""
    numbers = [(item, int(text)) for item, text in turn.situation.counts if text.isdigit()] or [(items(turn)[0], 1)]
    things = things or turn.service.format.join([counted(turn, item, number) for item, number in numbers])
    write = turn.service.format.date
    count = count or sum(number for _, number in numbers)
    return turn.say("chip_prorate", things=things, order=write(order), end=write(end), count=count)


def _with_days(turn: Turn, reply: Reply, end: Day) -> Reply:
    """The question which item is meant, its chips carrying the days along."""
    if reply.status != CLARIFY:
        return reply
    count = int(turn.situation.loose or 1)
    chips = tuple(Chip(chip.label, _order_question(turn, order_day(turn), end.iso, chip.label, count)) for chip in reply.chips)
    return Reply(reply.status, reply.text, "prorate", reply.figures, reply.rules, reply.entry, reply.reason, chips, reply.steps)


def invoice(turn: Turn) -> Reply:
    """When the invoice comes: by a day for an order date, else within how long."""
    sale = turn.service.book["topics"].get(topic(turn), {}).get("sale")
    if sale is None:
        return telling.best(turn, "invoice")
    rules = (f"{topic(turn)}.invoice",)
    within = turn.service.format.period(sale["invoice"])
    order = turn.situation.order or turn.situation.claimed_day
    if order is None and not ("today" in turn.features and "order" in turn.features):
        text = turn.say("invoice", within=within)
        if turn.situation.durations:
            text = verdict(turn, text, right=all(same_period(one, sale["invoice"]) for one in turn.situation.durations))
        return Reply(ANSWERED, capital(text), "invoice", (period_figure(sale["invoice"]),), rules, turn.home(*rules))
    return _by_day(turn, order.iso if order else turn.today, "invoice", within)


def confirmation(turn: Turn) -> Reply:
    """When an order is confirmed."""
    sale = turn.service.book["topics"].get(topic(turn), {}).get("sale")
    if sale is None:
        return telling.best(turn, "confirmation")
    rules = (f"{topic(turn)}.confirmation",)
    same_day = sale["confirmation"] in {"P0D", "P0W", "P0M", "P0Y"}
    order = turn.situation.order
    if order is not None:
        return _by_day(turn, order.iso, "confirmation", turn.service.format.period(sale["confirmation"]))
    text = (
        turn.say("confirmation_same_day") if same_day else turn.say("confirmation", within=turn.service.format.period(sale["confirmation"]))
    )
    if turn.situation.durations:
        text = verdict(turn, text, right=all(same_period(one, sale["confirmation"]) for one in turn.situation.durations))
    return Reply(
        ANSWERED, capital(text), "confirmation", () if same_day else (period_figure(sale["confirmation"]),), rules, turn.home(*rules)
    )


def _by_day(turn: Turn, order: str, part: str, within: str) -> Reply:
    quoted = unit(turn, items(turn)[0], order)
    if "refusal" in quoted:
        return refused(turn, quoted["refusal"]["code"], part)
    day = quoted["invoice_by" if part == "invoice" else "confirm_by"]
    steps = [
        step
        for step in quoted["steps"]
        if step["op"] == "add" and step["rule"] in {f"{topic(turn)}.confirmation", f"{topic(turn)}.invoice"}
    ]
    write = turn.service.format.date
    text = turn.say(part + "_by", order=write(order), day=write(day), within=within)
    rules = (f"{topic(turn)}.{part}",)
    return Reply(ANSWERED, capital(text), part, (day,), rules, turn.home(*rules), steps=tuple(steps if part == "invoice" else steps[:1]))


def refund(turn: Turn) -> Reply:
    """Whether money comes back while the contract goes on."""
    rules = tuple(rule for rule in (f"{topic(turn)}.refund",) if rule in turn.service.book["rules"])
    entry = turn.home(*rules)
    return telling.told(turn, entry, "refund") if entry else telling.best(turn, "refund")


def quantity(turn: Turn) -> Reply:
    """How many may be ordered."""
    rules = tuple(rule for rule in (f"{topic(turn)}.quantity",) if rule in turn.service.book["rules"])
    entry = turn.home(*rules)
    return telling.told(turn, entry, "quantity", figures=(), rules=rules) if entry else telling.best(turn, "quantity")


def short(turn: Turn) -> Reply:
    """A term shorter than the one sold: told by its entry, else that it is not sold."""
    rules = (f"{topic(turn)}.cycle",)
    entry = turn.home(*rules)
    asked = "price" in turn.features
    if entry and not asked:
        return telling.told(turn, entry, "short", rules=rules)
    from . import prices

    return prices.month(turn)
