"""What a question holds, as names that patterns ask for. Twin: browser/answers/features.js."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .buying import wrong_count

if TYPE_CHECKING:
    from .question import Question
    from .service import Service
    from .situation import Situation


#: Words between a thing and what it is of ("licence of the platform").
_OF_THE = 3


def features(service: Service, question: Question, situation: Situation) -> frozenset[str]:
    """The concepts named in a question, the kinds of the book's things in it (``#policy``) and its figures (``#date``)."""
    named = {mention.ids[0] for mention in question.concepts}
    return frozenset(
        named
        | things(service, question.named())
        | _licence(service, question)
        | _figures(service, situation, named)
        | _strangers(service, question)
    )


def things(service: Service, named: set[str]) -> set[str]:
    """The kinds of the book's things among those named."""
    book, found = service.book, set[str]()
    for key in named:
        if key in book["items"]:
            found |= {"#item", "#sale"}
        elif service.items_of(key):
            found.add("#sale")
        elif key in book["topics"]:
            found.add("#service")
        elif key in book["products"]:
            found.add("#product")
        elif key in book["policies"]:
            found |= {"#policy"}
        elif key in book["add_ons"]:
            found.add("#add_on")
        elif key in book["unpublished"]:
            nearest = book["unpublished"][key]["nearest"]
            found.add("#average" if nearest.endswith(".limit") else "#unpublished")
            if nearest in book["statements"]:
                found.add("#allowed")
        elif book["statements"].get(key, {}).get("kind") in {"contact", "channel"}:
            found.add("#contact")
    return found


def _figures(service: Service, situation: Situation, named: set[str]) -> set[str]:
    own = service.book["currency"]
    numbers = [*(text for _, text in situation.counts), situation.loose]
    lengths = [period for period in situation.durations if not period.startswith("PT")]
    present = {
        "#count": bool(situation.counts or situation.loose),
        "#bad_count": any(wrong_count(text) or text == "0" for text in numbers if text)
        and not any(text.isdigit() and text != "0" for text in numbers),
        "#order": situation.order is not None,
        "#contract_end": situation.contract_end is not None,
        "#date": bool(situation.order or situation.contract_end or situation.claimed_day),
        "#month": bool(situation.month),
        "#money": bool(situation.amounts),
        "#foreign": any(code != own and code for _, code in situation.amounts)
        or any(one.startswith("currency.") and one != f"currency.{own}" for one in named),
        "#duration": bool(lengths),
        "#year": any(period in {"P1Y", "P12M"} for period in lengths),
        "#multiple": bool(situation.multiple),
        "#measure": bool(situation.own),
        "#often": situation.often,
        "#invalid": bool(situation.invalid),
    }
    return {name for name, there in present.items() if there}


def _licence(service: Service, question: Question) -> set[str]:
    """Whether something sold is named as that of a whole product ("the licence of the platform"), which is not what is sold here."""
    products = [mention for mention in question.things if any(key in service.book["products"] for key in mention.ids)]
    of = [mention.first for mention in question.concepts if mention.ids[0] == "of_it"]
    topics = [mention.after for mention in question.things if any(service.items_of(key) for key in mention.ids)]
    linked = any(after in of and after < one.first <= after + _OF_THE for after in topics for one in products)
    return {"#licence"} if linked else set()


def _strangers(service: Service, question: Question) -> set[str]:
    """Whether a name nobody here knows stands right before something sold: another vendor's product ("a Foo licence")."""
    sold = {mention.first for mention in question.things if any(service.topic_of(key) for key in mention.ids)}
    marks = {mention.after for mention in question.concepts if mention.ids[0] == "vendor_mark"}
    for index, word in enumerate(question.words):
        known = word.fold in service.words["common"] or word.stem in service.words["stems"]
        typed = question.text[word.start : word.start + 1]
        if not known and typed.isalpha() and typed != typed.lower() and (index + 1 in sold or index in marks):
            return {"#stranger"}
    return set()
