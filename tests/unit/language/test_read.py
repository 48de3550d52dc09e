"""How texts are read."""

from __future__ import annotations

import json
import time
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from answerbook.figures import MINOR_DIGITS, Money, Period
from answerbook.findings import RequestError
from answerbook.language import load
from answerbook.language.requests import parse
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.node import ROOT, run_node

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = "2026-03-10"
LANGUAGES = ("nl", "en", "de", "fr")

# fmt: off
UNITS = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
    "vijftien", "zestien", "zeventien", "achttien", "negentien",
]
TENS = [
    "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
]
EN_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
EN_TENS = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]

# fmt: on


def read(lang: str, text: str, reference: str | None = TODAY) -> list[tuple[Any, ...]]:
    """Type and value of what is read, short enough to compare by eye."""
    found = load(lang).read(text, reference)
    return [(e.type, e.value or e.amount or e.timex or (e.min, e.max) if e.type != "invalid" else e.reason) for e in found]


def dutch(number: int) -> str:
    """A number in Dutch words, written together."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        unit = UNITS[number % 10]
        return (unit + ("ën" if unit.endswith("e") else "en") if number % 10 else "") + TENS[number // 10 - 2]
    head, size, word = (number // 1000, 1000, "duizend") if number >= 1000 else (number // 100, 100, "honderd")
    return ("" if head == 1 else dutch(head)) + word + (dutch(number % size) if number % size else "")


def english(number: int) -> str:
    """A number in English words."""
    if number < 20:
        return EN_UNITS[number]
    if number < 100:
        return EN_TENS[number // 10 - 2] + (f"-{EN_UNITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{EN_UNITS[number // 100]} hundred" + (f" and {english(number % 100)}" if number % 100 else "")
    rest = number % 1000
    return f"{english(number // 1000)} thousand" + (f"{' and' if rest < 100 else ''} {english(rest)}" if rest else "")


@pytest.mark.parametrize(("lang", "spell"), [("nl", dutch), ("en", english)])
def test_number_words_are_read_through_nine_thousand_nine_hundred_ninety_nine(lang: str, spell: Callable[[int], str]) -> None:
    numbers = [*range(2, 1000), *range(1000, 10_000, 37), 9999]
    for number in numbers:
        assert read(lang, spell(number)) == [("number", str(number))], spell(number)


@pytest.mark.parametrize(
    ("lang", "text", "want"),
    [
        (
            "nl",
            "Wat kosten vijfentwintig beheerders en twee managers per 1 april 2026?",
            [("number", "25"), ("number", "2"), ("date", "2026-04-01")],
        ),
        ("nl", "een beheerder", []),
        ("nl", "één beheerder", [("number", "1")]),
        ("nl", "een dozijn, een paar", [("number", "12")]),
        ("nl", "- 3 beheerders\n- 2 managers", [("number", "3"), ("number", "2")]),
        ("nl", "-2 beheerders of 1,5", [("number", "-2"), ("number", "1.5")]),
        ("nl", "2.000 en 12.50 en 12,50", [("number", "2000"), ("number", "12.5"), ("number", "12.5")]),
        ("en", "2,000 and 12.50 and 5,00", [("number", "2000"), ("number", "12.5"), ("number", "5")]),
        ("en", "half a dozen, a pair of, a hundred and five", [("number", "6"), ("number", "2"), ("number", "105")]),
        ("en", "this one, abc123, 180ml", []),
    ],
)
def test_quantities(lang: str, text: str, want: list[tuple[str, str]]) -> None:
    assert read(lang, text) == want


@pytest.mark.parametrize(
    "text", ["€ 950", "EUR 950", "950 euro", "€950", "€ 950,00", "€\u00a0950,00", "950,00 EUR", "negenhonderdvijftig euro"]
)
def test_an_amount_however_it_is_written(text: str) -> None:
    assert [(e.type, Decimal(e.amount or 0), e.currency) for e in load("nl").read(f"Kost dat {text}?", TODAY)] == [("currency", 950, "EUR")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        *(
            ("nl", text)
            for text in (
                "1 april 2026",
                "1 apr. 2026",
                "01-04-2026",
                "1/4/2026",
                "1.4.2026",
                "2026-04-01",
                "de eerste april 2026",
                "1-4-26",
            )
        ),
        *(
            ("en", text)
            for text in (
                "1 April 2026",
                "April 1, 2026",
                "1st of April 2026",
                "the first of April, 2026",
                "1/4/2026",
                "2026-04-01",
                "Apr 1 2026",
            )
        ),
        *(("de", text) for text in ("1. April 2026", "01.04.2026")),
        *(("fr", text) for text in ("1er avril 2026", "1 avril 2026", "01/04/2026")),
    ],
)
def test_a_day_however_it_is_written(lang: str, text: str) -> None:
    assert read(lang, text) == [("date", "2026-04-01")]


def test_a_day_without_a_year_is_the_coming_one_and_says_so() -> None:
    (entity,) = load("nl").read("op 1 maart", TODAY)
    assert (entity.timex, entity.value) == ("XXXX-03-01", "2027-03-01")
    (entity,) = load("nl").read("op 29 februari", TODAY)
    assert entity.value == "2028-02-29"
    (entity,) = load("nl").read("op 1 maart", None)
    assert (entity.timex, entity.value) == ("XXXX-03-01", None)


@pytest.mark.parametrize(
    "text", ["31 november", "29 februari 2025", "30-02-2026", "2026-02-30", "32 januari", "tot 31-11", "maandag 31 juni"]
)
def test_a_day_that_does_not_exist_is_told_apart(text: str) -> None:
    assert read("nl", text) == [("invalid", "no_such_day")]


@pytest.mark.parametrize(
    ("lang", "text", "value", "last"),
    [
        ("nl", "van 1 april 2026 tot 31 oktober 2026", "2026-04-01/2026-10-31", None),
        ("nl", "van 1 april 2026 tot en met 31 oktober 2026", "2026-04-01/2026-10-31", "2026-10-31"),
        ("nl", "van mei t/m augustus", "2026-05-01/2026-08-01", "2026-08-31"),
        ("nl", "t/m 31 maart 2027", "../2027-04-01", "2027-03-31"),
        ("nl", "tot 31 maart 2027", "../2027-03-31", None),
        ("nl", "vanaf 1 mei", "2026-05-01/..", None),
        ("nl", "eind oktober", "2026-10-16/2026-11-01", None),
        ("en", "through 31 March 2027", "../2027-04-01", "2027-03-31"),
        ("en", "in May", "2026-05-01/2026-06-01", None),
        ("en", "next month", "2026-04-01/2026-05-01", None),
        ("en", "the first quarter of 2027", "2027-01-01/2027-04-01", None),
    ],
)
def test_spans(lang: str, text: str, value: str, last: str | None) -> None:
    (entity,) = load(lang).read(text, TODAY)
    assert (entity.type, entity.value, entity.last) == ("daterange", value, last)


@pytest.mark.parametrize(
    ("lang", "text", "timex"),
    [
        *(
            ("nl", text, timex)
            for text, timex in (
                ("3 maanden", "P3M"),
                ("half jaar", "P6M"),
                ("anderhalf jaar", "P1Y6M"),
                ("30 dagen", "P30D"),
                ("1 uur", "PT1H"),
            )
        ),
        *(
            ("en", text, timex)
            for text, timex in (
                ("3 months", "P3M"),
                ("half a year", "P6M"),
                ("an hour and a half", "PT1H30M"),
                ("2 years and 3 months", "P2Y3M"),
            )
        ),
    ],
)
def test_lengths(lang: str, text: str, timex: str) -> None:
    assert read(lang, text) == [("duration", timex)]


def test_a_few_months_is_a_vague_length() -> None:
    (entity,) = load("nl").read("een paar maanden", TODAY)
    assert (entity.timex, entity.vague) == ("P2M", True)


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        *(("nl", text, "3") for text in ("3x", "drie keer", "driemaal", "drievoudig", "3 maal", "3 ×")),
        *(("en", text, "3") for text in ("3x", "three times", "triple", "threefold")),
        *(("nl", text, "2") for text in ("dubbel", "twee keer", "tweemaal")),
        ("en", "twice", "2"),
    ],
)
def test_multiples(lang: str, text: str, value: str) -> None:
    assert read(lang, text) == [("multiple", value)]


@pytest.mark.parametrize(
    "text", ["She may ask.", "This may take long", "May I?", "one may ask", "Have a great month.", "Good morning", "up-to-date"]
)
def test_words_that_look_like_days_are_left_alone(text: str) -> None:
    assert [e for e in read("en", text) if e[0] in {"date", "daterange", "duration"}] == []


# What a language writes it reads.

amounts = st.integers(-(10**11), 10**11)


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), amounts, st.sampled_from(sorted(MINOR_DIGITS)))
def test_every_amount_written_is_read_back(lang: str, minor: int, currency: str) -> None:
    money = Money(minor, currency)
    (entity,) = load(lang).read(f"x: {load(lang).money(money)}.", TODAY)
    assert (entity.type, Decimal(entity.amount or "x"), entity.currency) == ("currency", Decimal(money.text), currency)


@settings(deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.dates(min_value=date(1500, 1, 1), max_value=date(2199, 12, 31)),
)
def test_every_day_written_is_read_back(lang: str, day: Any) -> None:
    (entity,) = load(lang).read(f"x: {load(lang).date(day.isoformat())}.", TODAY)
    assert (entity.type, entity.value, entity.timex) == ("date", day.isoformat(), day.isoformat())


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.integers(1, 9999), st.sampled_from(["D", "W", "M", "Y", "TH", "TM"]))
def test_every_period_written_is_read_back(lang: str, count: int, unit: str) -> None:
    period = Period(count, unit)
    assert read(lang, f"x: {load(lang).period(period)}.") == [("duration", period.iso)]


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.decimals(min_value=0, max_value=10**9, places=2))
def test_every_number_percentage_and_multiple_written_is_read_back(lang: str, value: Decimal) -> None:
    language, text = load(lang), format(value, "f")
    exact = Fraction(value)
    for kind, written in (("number", language.number(text)), ("percent", language.percent(exact)), ("multiple", language.multiple(exact))):
        (entity,) = language.read(f"x: {written}!", TODAY)
        assert (entity.type, Fraction(entity.value or "0")) == (kind, exact), written


# Whatever comes in.

odd = st.text(st.sampled_from("0123456789.,-/'€$%:!? \n\u00a0\u202eaàéx½😀١\u0301") | st.characters(), max_size=60)
# fmt: off
PIECES = [
    "1", "12", "2026", "april", "van", "tot", "en", "met", "de", "volgende", "week", "maand", "€", "euro", "31", "drie", "-", "/", ".",
    ",", "half", "jaar", "keer", "eind", "voor", "%", "om", "1e", "tussen", "laatste", "eerste",
]
# fmt: on
phrases = st.lists(
    st.sampled_from(PIECES),
    max_size=14,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LANGUAGES), odd | phrases, st.sampled_from([None, TODAY, "0001-01-01", "9999-12-31"]))
def test_no_text_breaks_the_reader(lang: str, text: str, reference: str | None) -> None:
    entities = load(lang).read(text, reference)
    end = 0
    for entity in entities:
        assert end <= entity.start < entity.end
        assert entity.text == text[entity.start : entity.end]
        end = entity.end
    json.dumps([entity.as_dict() for entity in entities])


@pytest.mark.parametrize(
    "piece", ["1 ", "1.", "-", "van 1 april tot ", "drie en ", "a", "9", "€", "\u0000", "😀", "شسي ", "1/2/", "tussen "]
)
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    language = load("nl")
    started = time.process_time()
    language.read(piece * (25_000 // len(piece)), TODAY)
    assert time.process_time() - started < 30


def test_the_browser_reads_odd_texts_the_same() -> None:
    seeds = [
        f"{a}{b}{c}"
        for a in ("1", "één ", "-", "€", "\u202e", "van ")
        for b in ("/", " april ", "½", "\u0301", "😀", ".")
        for c in ("2", "12-2026", "e", " euro", "%")
    ]
    packs = {lang: {"formats": load(lang).pack(), "reading": load(lang).reading_pack()} for lang in LANGUAGES}
    asked = [{"lang": lang, "text": text, "reference": TODAY} for lang in LANGUAGES for text in seeds]
    script = ROOT / "tests" / "vectors" / "language.mjs"
    got = run_node(script, stdin="\n".join(json.dumps(line) for line in [packs, *asked])).split("\n")
    for request, line in zip(asked, got, strict=True):
        assert json.loads(line) == parse(request, request["lang"]), request


# Requests.


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({}, "missing_field: text"),
        ({"text": 3}, "wrong_type: text"),
        ({"text": None}, "wrong_type: text"),
        ({"text": "x", "reference": "morgen"}, "wrong_type: reference"),
        ({"text": "x", "reference": "2026-02-30"}, "wrong_type: reference"),
        ({"text": "x", "reference": 20260401}, "wrong_type: reference"),
    ],
)
def test_a_malformed_request_gets_a_closed_text(request_: dict[str, object], message: str) -> None:
    with pytest.raises(RequestError) as raised:
        parse(request_, "nl")
    assert str(raised.value) == message


def test_a_request_gives_entities_without_absent_fields() -> None:
    answer = parse({"id": 1, "text": "3 beheerders", "other": True}, "nl")
    assert answer == {"entities": [{"type": "number", "text": "3", "start": 0, "end": 1, "value": "3"}]}
