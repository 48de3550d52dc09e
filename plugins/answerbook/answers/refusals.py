"""Questions that get no figure: not published, another topic, impossible, not ours to do. Twin: browser/answers/refusals.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import buying, telling
from .reply import ABSTAINED, Chip, Reply, capital

if TYPE_CHECKING:
    from .reply import Turn

_MOST_CHIPS = 3
#: What is asked of every vendor about prices, told with the price there is.
_OF_PRICES = {"not_told.vat", "not_told.discount", "not_told.payment_method", "not_told.future_price", "not_told.trial"}
_QUANTITIES = {
    "zero": "quantity_zero",
    "negative": "quantity_negative",
    "fraction": "quantity_fractional",
    "too_large": "quantity_too_large",
}


def whom(turn: Turn, contact: str) -> str:
    """The sentence that says whom to ask."""
    statement = turn.service.book["statements"].get(contact)
    if statement is None:
        return ""
    key = "ask_channel" if statement["kind"] == "channel" else "ask_contact"
    return capital(turn.say(key, contact=turn.service.label(contact)))


def contact_of(turn: Turn, topic: str) -> str:
    """Whom to ask about a topic: its first channel, else its first contact."""
    held = turn.service.book["statements"]
    about = [key for key in turn.service.ids("statements") if held[key]["topic"] == topic]
    return next((key for kind in ("channel", "contact") for key in about if held[key]["kind"] == kind), "")


@dataclass(frozen=True, slots=True)
class Fact:
    """A related thing that is known: a sentence, the rules it rests on and what proves its figures."""

    text: str = ""
    rules: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()


def fact(turn: Turn, rule: str) -> Fact:
    """The nearest thing that is known about a rule."""
    from . import prices

    item = rule.removesuffix(".price")
    if item in turn.service.book["items"] and item != rule:
        priced = buying.unit(turn, item)
        if "lines" in priced:
            return Fact(capital(prices.price_text(turn, {item: priced["lines"][0]["unit_price"]})), (rule,))
    entry = turn.home(rule)
    if not entry:
        return Fact()
    first = telling.passages(turn.service, entry, turn.today)[:1]
    return Fact(first[0].text, first[0].rules or (rule,), first[0].proof) if first else Fact()


def unpublished(turn: Turn, about: str = "") -> Reply:
    """Something people ask for that the book does not hold: the nearest fact and whom to ask."""
    named = turn.question.named()
    about = about or next(key for key in turn.service.ids("unpublished") if key in named)
    one = turn.service.book["unpublished"][about]
    said = _said(turn, about)
    nearest = fact(turn, one["nearest"]) if not said.text or one["nearest"].endswith(".price") else Fact()
    opening = capital(turn.say("unpublished", thing=turn.service.label(about)))
    text = " ".join(part for part in (opening, said.text, nearest.text, "" if said.text else whom(turn, one["ask"])) if part)
    rules = tuple(dict.fromkeys([*nearest.rules, *said.rules])) or (about,)
    return Reply(
        ABSTAINED,
        text,
        "unpublished",
        rules=rules,
        entry=turn.home(about, one["nearest"]),
        reason="not_published",
        proof=(*said.proof, *nearest.proof),
    )


def product_price(turn: Turn) -> Reply:
    """What a whole product costs, of which only a part is sold here: not published, with whom to ask."""
    named = turn.question.named()
    book = turn.service.book
    products = [key for key in book["products"] if key in named]
    topics = [key for key in turn.service.ids("topics") if book["topics"][key]["product"] in products] or [buying.topic(turn)]
    missing = [key for key in turn.service.ids("unpublished") if book["unpublished"][key]["topic"] in topics]
    about = next((key for key in missing if book["unpublished"][key]["nearest"].endswith(".price")), "")
    if about:
        return unpublished(turn, about)
    contact = contact_of(turn, topics[0])
    opening = capital(turn.say("unpublished", thing=turn.service.label(products[0])))
    return Reply(
        ABSTAINED,
        " ".join(part for part in (opening, whom(turn, contact)) if part),
        "unpublished",
        rules=(contact,) if contact else (),
        entry=turn.home(contact),
        reason="not_published",
    )


def _said(turn: Turn, about: str) -> Fact:
    """What the articles themselves say of something unpublished: the passage that cites it."""
    entry = turn.home(about)
    for passage in telling.passages(turn.service, entry, turn.today) if entry else ():
        if about in passage.rules:
            return Fact(passage.text, passage.rules, passage.proof)
    return Fact()


def not_told(turn: Turn) -> Reply:
    """Something every vendor is asked, which this book does not hold."""
    name = next(feature for feature in sorted(turn.features) if feature.startswith("not_told."))
    topic = buying.topic(turn) if name in _OF_PRICES and not turn.question.things else _topic(turn)
    facts: list[Fact] = []
    if topic and turn.service.items_of(topic) and name in _OF_PRICES:
        facts = [fact(turn, f"{item}.price") for item in buying.items(turn)]
    contact = contact_of(turn, topic)
    opening = capital(turn.say("not_told", thing=turn.say(name.replace("not_told.", "about_"))))
    text = " ".join(part for part in (opening, *(one.text for one in facts), whom(turn, contact)) if part)
    rules = tuple(rule for one in facts for rule in one.rules) or ((contact,) if contact else ())
    return Reply(ABSTAINED, text, "not_told", rules=rules, entry=turn.home(contact, *rules), reason="not_published")


def _topic(turn: Turn) -> str:
    """The topic a question belongs to: of what it names, else of the entry it is most like."""
    for mention in turn.question.things:
        for key in mention.ids:
            if topic := turn.service.topic_of(key):
                return topic
    rules = turn.service.model["entries"][turn.ranked[0][1]]["rules"] if turn.ranked else []
    return turn.service.topic_of(rules[0]) if rules else ""


def impossible(turn: Turn, code: str, intent: str = "invalid") -> Reply:
    """A day, number or use that does not exist."""
    return Reply(ABSTAINED, capital(turn.say("refused_" + code, item="", digits="", date="", least="")), intent, reason=code)


def invalid(turn: Turn) -> Reply:
    """A figure that the reader of the language marks as impossible."""
    given = turn.situation.invalid
    return impossible(turn, _QUANTITIES.get(given, given if given.startswith("quantity_") else "invalid_date"))


def guarded(turn: Turn, kind: str) -> Reply:
    """Something that is not ours to do."""
    return Reply(ABSTAINED, capital(turn.say("guard_" + kind.removeprefix("guard."))), "guard", reason="not_ours", chips=offers(turn))


def other_topic(turn: Turn) -> Reply:
    """A question about something else, with what can be asked here."""
    return Reply(ABSTAINED, capital(turn.say("other_topic")), "other_topic", reason="other_topic", chips=offers(turn))


def offers(turn: Turn) -> tuple[Chip, ...]:
    """The first question of each article, to start with."""
    firsts: dict[str, str] = {}
    for entry in turn.service.model["order"]:
        url = turn.service.links[entry].url.partition("#")[0]
        firsts.setdefault(url, turn.service.links[entry].question)
    return tuple(Chip(question, question) for question in list(firsts.values())[:_MOST_CHIPS])
