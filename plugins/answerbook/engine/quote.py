"""The price of an order, with its proof: every figure of the answer is the outcome of a step."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from answerbook import calendar
from answerbook.figures import Money, fraction_text, round_half_up

from .order import Quantity, Wanted, check_contract, check_currency, check_days, price_of, wanted
from .outcome import Line, Quote, Refusal, Refused, Step, StepValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerbook.book.model import Book, Price, Sale


@dataclass(frozen=True, slots=True)
class _Term:
    """The days paid for: ``used`` of ``full`` days; ``share`` is None unless the contract ends first, by the rule ``pro_rata``."""

    pro_rata: str
    ends: str
    used: int
    full: int
    share: Fraction | None


class _Proof:
    """The steps so far. Each method computes nothing: it writes down what was done and hands the outcome back."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def note(self, op: str, inputs: Sequence[StepValue], out: StepValue, rule: str) -> None:
        self.steps.append(Step(op, tuple(inputs), out, rule))

    def amount(self, op: str, inputs: Sequence[StepValue], out: Money, rule: str) -> Money:
        self.note(op, inputs, out.text, rule)
        return out


def quote(  # noqa: PLR0913, PLR0917 - an order has this many parts
    book: Book,
    buy: Sequence[tuple[str, Quantity]],
    order: str,
    contract_end: str | None = None,
    currency: str | None = None,
    cycle: str | None = None,
    *,
    today: str | None = None,
) -> Quote | Refusal:
    """The price of an order with its proof, or the reason why there is none.

    Args:
        book: The rules.
        buy: Item id and quantity of each order line; a zero item is dropped when another is positive.
        order: The order date, on which the term starts.
        contract_end: The last day of the customer's contract, when it matters.
        currency: Default: the book's.
        cycle: Default: the first one offered.
        today: The day on which it is asked; prices announced later are not told. Default: every price is told.
    """
    try:
        return _quote(book, buy, (order, contract_end, today), currency or book.currency, cycle)
    except Refused as refused:
        return refused.refusal
    except OverflowError:
        return Refusal("invalid_date")


def _quote(
    book: Book, buy: Sequence[tuple[str, Quantity]], days: tuple[str, str | None, str | None], currency: str, cycle: str | None
) -> Quote:
    order, contract_end, today = days
    check_days(*days)
    lines = wanted(book, buy, cycle)
    check_currency(lines, currency, today)
    check_contract(lines, order, contract_end)
    prices = [price_of(line, order, currency, today) for line in lines]
    proof = _Proof()
    for line, price in zip(lines, prices, strict=True):
        proof.amount("price", [line.item.id, currency, order], price.amounts[currency], f"{line.item.id}.price")
    topic = lines[0].item.topic
    term = _term(proof, lines[0].sale, topic, order, contract_end)
    priced = [_line(proof, line, price.amounts[currency], term, price) for line, price in zip(lines, prices, strict=True)]
    total, full, credit = _sums(proof, priced, term, currency)
    confirm_by = calendar.add(order, lines[0].sale.confirmation)
    proof.note("add", [order, lines[0].sale.confirmation.iso], confirm_by, f"{topic}.confirmation")
    invoice_by = calendar.add(confirm_by, lines[0].sale.invoice)
    proof.note("add", [confirm_by, lines[0].sale.invoice.iso], invoice_by, f"{topic}.invoice")
    found = tuple(line for line, _ in priced)
    return Quote(found, total, full, credit, currency, order, term.ends, confirm_by, invoice_by, tuple(proof.steps))


def _term(proof: _Proof, sale: Sale, topic: str, order: str, contract_end: str | None) -> _Term:
    pro_rata = f"{topic}.pro_rata"
    last = calendar.term_end(order, sale.term)
    proof.note("term_end", [order, sale.term.iso], last, f"{topic}.term")
    ends = last
    if contract_end is not None and sale.pro_rata:
        ends = min(last, contract_end)
        proof.note("min", [last, contract_end], ends, pro_rata)
    full = used = calendar.days(order, last)
    share = None
    if ends < last:
        used = calendar.days(order, ends)
        proof.note("days", [order, ends], used, pro_rata)
        share = Fraction(used, full)
    proof.note("days", [order, last], full, f"{topic}.term")
    if share is not None:
        proof.note("ratio", [used, full], fraction_text(share), pro_rata)
    return _Term(pro_rata, ends, used, full, share)


def _line(proof: _Proof, line: Wanted, unit: Money, term: _Term, price: Price) -> tuple[Line, Money]:
    """The priced line, and what it would cost for the full term."""
    rule = f"{line.item.id}.price"
    full = proof.amount("multiply", [unit.text, line.quantity], Money(unit.minor * line.quantity, unit.currency), rule)
    amount = full
    if term.share is not None:
        exact = fraction_text(full.exact() * term.share)
        proof.note("multiply", [full.text, fraction_text(term.share)], exact, term.pro_rata)
        smallest = Money(1, unit.currency).text
        amount = proof.amount("round", [exact, smallest, "half_up"], round_half_up(Fraction(exact), unit.currency), term.pro_rata)
    found = Line(line.item.id, line.quantity, unit.text, term.used, term.full, amount.text, rule, price.source, price.starts)
    return found, full


def _sums(proof: _Proof, priced: Sequence[tuple[Line, Money]], term: _Term, currency: str) -> tuple[str, str, str | None]:
    """Total, full and credit. The credit is told whenever the contract ends first, also when it rounds to nothing."""
    amounts = [line.amount for line, _ in priced]
    rule = priced[0][0].rule
    total = Money(sum(Money.parse(amount, currency).minor for amount in amounts), currency)
    proof.amount("add", amounts, total, rule if term.share is None else term.pro_rata)
    if term.share is None:
        return total.text, total.text, None
    full = Money(sum(amount.minor for _, amount in priced), currency)
    if len(priced) > 1:
        proof.amount("add", [amount.text for _, amount in priced], full, rule)
    credit = Money(full.minor - total.minor, currency)
    proof.amount("subtract", [full.text, total.text], credit, term.pro_rata)
    return total.text, full.text, credit.text
