from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from answerbook import canonical, lines
from answerbook.book import load
from answerbook.engine.outcome import OPS, REFUSALS, Refusal
from answerbook.engine.requests import answer
from answerbook.language import load as language
from answerbook.wording import catalogue
from answerbook.wording.outcomes import Voice, refusal_text, tell
from answerbook.wording.steps import _TELL

from tests.node import run_node

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
LABELS = {
    "nl": {
        "seats.admin": {"one": "beheerder", "other": "beheerders"},
        "seats.manager": {"one": "projectleider", "other": "projectleiders"},
    },
    "en": {"seats.admin": {"one": "admin seat", "other": "admin seats"}, "call_first": {"one": "we call you first", "other": ""}},
}


@pytest.fixture(scope="module")
def books():
    return {"demo": load(ROOT, faq=False), "studio": load(ROOT / "tests" / "books" / "studio", faq=False)}


def voice(code: str) -> Voice:
    return Voice(language(code), catalogue(code), LABELS[code])


def plain(text: str) -> str:
    """With ordinary spaces, so that tests can be read."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(books, code: str, request: dict, book: str = "demo") -> dict:
    return json.loads(plain(json.dumps(tell(voice(code), answer(books[book], request)), ensure_ascii=False)))


CUT_SHORT = {"buy": [{"item": "seats.admin", "quantity": 1}], "order": "2026-04-01", "contract_end": "2026-10-31"}
TEAM = {"buy": [{"item": "seats.admin", "quantity": 3}, {"item": "seats.manager", "quantity": 1}], "order": "2026-04-01"}


def test_an_order_is_told_in_dutch(books) -> None:
    assert told(books, "nl", TEAM) == {
        "summary": "Voor 3 beheerders en 1 projectleider betaal je € 3.450,00."
        " Dat is voor de periode van 1 april 2026 tot en met 31 maart 2027.",
        "lines": ["3 beheerders: € 950,00 per stuk, samen € 2.850,00.", "1 projectleider: € 600,00."],
        "term": "De looptijd begint op 1 april 2026 en eindigt op 31 maart 2027. Beide dagen tellen mee.",
        "invoice": "Je krijgt uiterlijk op 1 april 2026 een bevestiging en uiterlijk op 1 mei 2026 de factuur.",
        "steps": [
            "1 beheerder kost € 950,00 als je op 1 april 2026 bestelt.",
            "1 projectleider kost € 600,00 als je op 1 april 2026 bestelt.",
            "Een looptijd van 1 jaar die begint op 1 april 2026, eindigt op 31 maart 2027.",
            "Van 1 april 2026 tot en met 31 maart 2027: 365 dagen, de eerste en de laatste dag meegeteld.",
            "3 beheerders voor de volle looptijd: 3 keer € 950,00 is € 2.850,00.",
            "1 projectleider voor de volle looptijd: € 600,00.",
            "€ 2.850,00 en € 600,00 is samen € 3.450,00.",
            "De bevestiging komt op de dag van je bestelling, 1 april 2026.",
            "De factuur komt binnen 30 dagen na de bevestiging, dus uiterlijk op 1 mei 2026.",
        ],
    }


def test_a_contract_that_ends_first_is_told_in_english(books) -> None:
    assert told(books, "en", CUT_SHORT) == {
        "summary": "For 1 admin seat you pay €556.99 instead of €950.00, because your contract ends before the term does."
        " That covers 1 April 2026 through 31 October 2026.",
        "lines": ["1 admin seat: €950.00 each for the full term; for 214 of its 365 days you pay €556.99."],
        "term": "The term starts on 1 April 2026 and ends on 31 October 2026. Both days are included.",
        "invoice": "You receive a confirmation by 1 April 2026 and the invoice by 1 May 2026.",
        "credit": "The full term costs €950.00. Because your contract ends sooner, you get €393.01 of that back as credit.",
        "steps": [
            "1 admin seat costs €950.00 when you order on 1 April 2026.",
            "A term of 1 year that starts on 1 April 2026 ends on 31 March 2027.",
            "Your contract ends sooner, on 31 October 2026, and the term ends with it.",
            "From 1 April 2026 through 31 October 2026: 214 days, counting the first and the last day.",
            "From 1 April 2026 through 31 March 2027: 365 days, counting the first and the last day.",
            "So you pay for 214 of the 365 days.",
            "1 admin seat for the full term: €950.00.",
            "Of €950.00 you pay 214/365, in proportion to the days.",
            "Rounded to €0.01 that is €556.99. Exactly half goes up.",
            "The total is €556.99.",
            "€950.00 less €556.99 is €393.01. That is your credit.",
            "The confirmation comes on the day you order, 1 April 2026.",
            "The invoice comes within 30 days of the confirmation, so by 1 May 2026.",
        ],
    }


def test_a_contract_that_outlasts_the_term_is_told(books) -> None:
    steps = told(books, "nl", {**CUT_SHORT, "contract_end": "2028-01-31"})["steps"]
    assert (
        "Je contract loopt tot en met 31 januari 2028. De looptijd kan dus helemaal worden uitgediend, tot en met 31 maart 2027." in steps
    )


def test_a_verdict_is_told_by_its_action(books) -> None:
    asked = {"measure": {"policy": "support.fair_use", "own": "7.5", "average": 2}}
    assert told(books, "nl", asked) == {
        "summary": "Je gebruik is 3,75 keer het gemiddelde. Dat is meer dan is inbegrepen."
        " Neem contact met ons op, dan kijken we samen wat jullie verder helpt.",
        "steps": [
            "Je eigen gebruik is 7,5, het gemiddelde is 2. Dat is 3,75 keer het gemiddelde.",
            "Dat is meer dan 3 keer het gemiddelde.",
        ],
    }
    assert told(books, "en", {"measure": {**asked["measure"], "own": 2}})["summary"] == (
        "Your use is 1 time the average. That is included, so there is nothing you need to do."
    )


def test_an_action_without_a_sentence_is_named(books) -> None:
    outcome = {"verdict": {"zone": "above", "ratio": "4", "action": "call_first"}, "steps": []}
    assert tell(voice("en"), outcome)["summary"].endswith("What happens then: we call you first.")
    assert tell(voice("nl"), outcome)["summary"].endswith("Wat er dan gebeurt: call first.")


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_reason_has_a_sentence_of_its_own(code) -> None:
    sentences = {reason: refusal_text(Refusal(reason), catalogue(code)) for reason in REFUSALS}
    assert len(set(sentences.values())) == len(REFUSALS)
    assert refusal_text(Refusal("missing_input", ("buy",)), catalogue(code)) != sentences["missing_input"]


def test_every_operation_has_a_sentence() -> None:
    assert set(_TELL) == set(OPS)


def test_no_sentence_holds_a_figure_that_is_not_in_the_outcome(books) -> None:
    outcome = answer(books["demo"], CUT_SHORT)
    text = plain(" ".join(told(books, "nl", CUT_SHORT)["steps"]))
    known = set(re.findall(r"\d+", json.dumps(outcome))) | {str(int(number)) for number in re.findall(r"\d+", json.dumps(outcome))}
    assert set(re.findall(r"\d+", text)) <= known


def test_the_browser_tells_the_same_sentences(books) -> None:
    vectors = [json.loads(line) for line in (ROOT / "tests/vectors/quotes.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")]
    told_apart = {canonical.dumps(one["answer"].get("refusal", one["line"])): one for one in vectors if "error" not in one["answer"]}
    chosen = list(told_apart.values())[::3]
    assert len(chosen) > 400
    asked = []
    for number, one in enumerate(chosen):
        outcome = lines.respond(one["line"].encode(), lambda request, one=one: answer(books[one["book"]], request, "2026-11-02"))
        asked.append([("nl", "en")[number % 2], outcome])
    asked += [
        ["nl", {"refusal": {"code": "missing_input", "missing": ["own"]}}],
        ["en", {"verdict": {"zone": "x", "ratio": "10/3", "action": "call_first"}, "steps": []}],
    ]
    maximum = {"op": "max", "in": ["5/2", "3"], "out": "3", "rule": "x.limit"}
    asked.append(["nl", {"verdict": {"zone": "x", "ratio": "3", "action": "nothing"}, "steps": [maximum]}])
    packs = {code: {"formats": language(code).pack(), "messages": catalogue(code).pack(), "labels": LABELS[code]} for code in LABELS}
    got = run_node(HERE / "outcomes.mjs", stdin=json.dumps({"packs": packs, "asked": asked})).split("\n")
    assert len(got) == len(asked)
    for (code, outcome), browser in zip(asked, got, strict=True):
        assert browser == canonical.dumps(tell(voice(code), outcome)), outcome
