"""Texts and the entities read in them. A line is ``{"text", "reference"?, "entities"}``; the texts are made from frames and figures."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from answerbook import canonical
from answerbook.figures import Money, Period
from answerbook.language import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerbook.language import Language

LANGUAGES = ("nl", "en", "de", "fr")
REFERENCES = ("2026-03-10", "2024-02-29")

FRAMES = {
    "nl": (
        "Wat kosten {n} beheerders en {m} managers per {date}?",
        "Wij willen {n} extra plekken vanaf {date}, ons contract loopt tot {end}.",
        "Is {money} per jaar voor {n} mensen genoeg?",
        "Op {date} komen er {n} collega's bij, {end} gaan er {m} weg.",
        "Graag {n} beheerders ({date}); voor {period}? Niet {money}!",
        "van {date} tot en met {end}, dus {period}",
    ),
    "en": (
        "What do {n} admins and {m} managers cost from {date}?",
        "We want {n} more seats starting {date}; our contract runs until {end}.",
        "Is {money} a year enough for {n} people?",
        "On {date} {n} colleagues join us, {end} {m} leave.",
        "{n} admins please ({date}); for {period}? Not {money}!",
        "from {date} through {end}, so {period}",
    ),
    "de": (
        "Am {date} kommen {n} dazu, {money} für {period}?",
        "Was kosten {n} Administratoren und {m} Manager ab dem {date}?",
        "vom {date} bis zum {end}, also {period} für {money}",
    ),
    "fr": (
        "Le {date} il y en a {n}, {money} pour {period} ?",
        "Combien coûtent {n} administrateurs et {m} gestionnaires à partir du {date} ?",
        "du {date} au {end}, soit {period} pour {money}",
    ),
}
COUNTS = {
    "nl": (
        "3",
        "drie",
        "vijfentwintig",
        "tweeëntwintig",
        "honderdvijf",
        "een dozijn",
        "1.250",
        "2x",
        "negenduizend negenhonderdnegenennegentig",
    ),
    "en": (
        "3",
        "three",
        "twenty-five",
        "a hundred and five",
        "half a dozen",
        "a couple of",
        "1,250",
        "2x",
        "nine thousand nine hundred and ninety-nine",
    ),
    "de": ("3", "drei", "fünfundzwanzig", "hundertfünf", "ein Dutzend"),
    "fr": ("3", "trois", "vingt et un", "quatre-vingt-dix-sept", "une douzaine"),
}
DATES = {
    "nl": (
        "1 april 2026",
        "1 april",
        "01-04-2026",
        "2026-04-01",
        "1/4/2026",
        "1 apr. 2026",
        "morgen",
        "volgende maand",
        "31 november",
        "29 februari 2025",
    ),
    "en": (
        "1 April 2026",
        "1 April",
        "April 1, 2026",
        "1st of April",
        "2026-04-01",
        "1/4/2026",
        "tomorrow",
        "next month",
        "31 November",
        "Feb 29, 2025",
    ),
    "de": ("1. April 2026", "01.04.2026", "morgen", "nächsten Monat", "31. November"),
    "fr": ("1er avril 2026", "01/04/2026", "demain", "31 novembre"),
}
ENDS = {
    "nl": ("31 oktober 2026", "eind oktober"),
    "en": ("31 October 2026", "the end of October"),
    "de": ("31. Oktober 2026",),
    "fr": ("31 octobre 2026",),
}
PHRASES = {
    "nl": (
        *(
            "volgende week",
            "komende drie dagen",
            "afgelopen 10 weken",
            "vorig jaar",
            "dit kwartaal",
            "het eerste kwartaal van 2027",
            "week 31",
        ),
        *(
            "eind oktober",
            "begin 2027",
            "halverwege mei",
            "voor 1 mei",
            "na 1 mei",
            "sinds 2025",
            "tot 1 juli",
            "t/m 31 maart 2027",
            "tussen 3 en 12 sept",
        ),
        *(
            "vandaag",
            "overmorgen",
            "maandag",
            "volgende vrijdag",
            "maandag 21!",
            "op de 15e.",
            "twee dagen na morgen",
            "over twee weken",
            "3 maanden geleden",
        ),
        *(
            "half jaar",
            "anderhalf uur",
            "2 jaar en 3 maanden",
            "een paar maanden",
            "drie keer",
            "driemaal",
            "3x",
            "dubbel",
            "2,5 keer",
            "99,99%",
            "tien procent",
        ),
        *(
            "€ 950",
            "EUR 950",
            "950 euro",
            "€ 1.234,56",
            "950,-",
            "minder dan 1000 euro",
            "tussen 10 en 20 euro",
            "20 dollar 43 cent",
            "2k",
            "1,5 miljoen",
        ),
        *("een half", "driekwart", "twee derde", "twee en een half", "3/4", "2 1/4", "min drie", "-3", "- 3 beheerders", "1 op de 3", "½"),
        *(
            "de derde",
            "2e",
            "21ste",
            "honderdachtste",
            "1 234 567",
            "180ml",
            "abc123",
            "133-03-03-2020",
            "een beheerder",
            "deze een",
            "in 2025 en 2026",
        ),
        *(
            "15 mrt '26",
            "dec-2018",
            "12-2015",
            "20260401",
            "12/13/2026",
            "30-02",
            "1-10 tot 7-11",
            "van 25-10 tot 25-1",
            "nov-feb 2017",
            "32 januari",
        ),
    ),
    "en": (
        *(
            "next week",
            "the next three days",
            "the last 10 weeks",
            "last year",
            "this quarter",
            "the first quarter of 2027",
            "week 31",
            "Q3 2026",
            "H1 2027",
        ),
        *(
            "end of October",
            "early 2027",
            "mid-May",
            "before 1 May",
            "after May",
            "since 2025",
            "until 1 July",
            "through 31 March 2027",
            "between 3 and 12 Sept",
        ),
        *(
            "today",
            "the day after tomorrow",
            "Monday",
            "next Friday",
            "Monday 21!",
            "on the 15th.",
            "two days after tomorrow",
            "in two weeks",
            "3 months ago",
        ),
        *(
            "half a year",
            "an hour and a half",
            "2 years and 3 months",
            "a few months",
            "three times",
            "threefold",
            "3x",
            "twice",
            "2.5 times",
            "99.99%",
            "ten percent",
        ),
        *(
            "€950",
            "EUR 950",
            "950 euros",
            "€1,234.56",
            "$5",
            "less than 1000 euros",
            "between 10 and 20 dollars",
            "20 dollars 43 cents",
            "2k",
            "1.5 million",
        ),
        *(
            "a half",
            "three quarters of an hour",
            "two thirds",
            "two and a half",
            "3/4",
            "2 1/4",
            "minus three",
            "-3",
            "- 3 admins",
            "1 out of 3",
            "½",
        ),
        *(
            "the third",
            "2nd",
            "21st",
            "twenty-fifth",
            "1 234 567",
            "180ml",
            "abc123",
            "133-03-03-2020",
            "an admin",
            "this one",
            "in 2025 and 2026",
        ),
        *(
            "15 Mar '26",
            "Dec-2018",
            "12-2015",
            "20260401",
            "12/13/2026",
            "2/30",
            "from Jan 1 to Feb 7",
            "Nov-Feb 2017",
            "she may ask",
            "in May",
            "May 9, 2026",
        ),
    ),
    "de": (
        "nächste Woche",
        "Ende Oktober",
        "vor 3 Tagen",
        "in zwei Wochen",
        "22.04.",
        "am 22.04",
        "zweieinhalb",
        "dreimal",
        "10 Prozent",
        "1.234,56 €",
        "KW 31",
        "ein halbes Jahr",
    ),
    "fr": (
        "la semaine prochaine",
        "fin octobre",
        "il y a 3 jours",
        "dans deux semaines",
        "trois fois",
        "10 %",
        "1\u202f234,56 €",
        "soixante-dix-sept",
        "2 millions d'euros",
    ),
}
EDGES = (
    *(
        "",
        " ",
        "\u0000\u0001\u0002",
        "€",
        "€€€ 5",
        "1.",
        ".5",
        "1,,2",
        "1-2-3-4-5",
        "--5",
        "+5",
        "9" * 40,
        "1" * 33,
        "0",
        "00",
        "1e400",
        "1e10",
        "2^40",
        "1/0",
        "0/5",
    ),
    *(
        "\u202e1 april 2026\u202c",
        "١٢٣",
        "😀3😀",
        "3\u00a0april",
        "e\u0301e\u0301n",
        "constructor __proto__ toString 3",
        "http://x.example/1-2-2026 4",
        "İ 5 ß ĳ ſ 6",
    ),
    *(
        "2026-02-30",
        "0000-01-01",
        "9999-12-31",
        "31-12-9999",
        "99-99-9999",
        "1-1-26",
        "1.2.3.4",
        "1 2 3",
        "10%5",
        "5%%",
        "$-5",
        "-€5",
        "€ -1.234,50",
        "1'000",
    ),
)


def _figures(language: Language) -> Iterator[str]:
    """Figures of every kind as the language itself writes them."""
    for minor in (0, 5, 95000, 60000, 55699, 123450, 99999900, -39301):
        yield from (language.money(Money(minor, currency)) for currency in ("EUR", "USD", "GBP", "CHF", "JPY"))
    yield from (language.date(day) for day in ("2026-04-01", "2024-02-29", "2026-12-31", "2027-08-15", "2030-05-10", "2026-09-30"))
    yield from (language.period(Period.parse(text)) for text in ("P1D", "P30D", "P1W", "P6M", "P1Y", "PT1H", "PT45M", "P5Y", "P1000D"))
    yield from (language.multiple(Fraction(text)) for text in ("1", "3", "5/2", "10/3", "1000"))
    yield from (language.percent(text) for text in ("99.99", "10", "0.5", "100"))
    yield from (language.number(text) for text in ("7", "999", "1000", "12345", "1234567", "0.5", "1234.5"))


def _texts(lang: str) -> Iterator[str]:
    counts, dates, ends = COUNTS[lang], DATES[lang], ENDS[lang]
    language = load(lang)
    money, period = language.money(Money(95000, "EUR")), language.period(Period(6, "M"))
    for index, (frame, count, date) in enumerate(product(FRAMES[lang], counts, dates)):
        yield frame.format(n=count, m=counts[index % len(counts)], date=date, end=ends[index % len(ends)], money=money, period=period)
    yield from PHRASES[lang]
    yield from _figures(language)
    yield from EDGES


def lines(lang: str) -> Iterator[str]:
    """Every text once, with one of the reference days in turn; the phrases with both, and without any."""
    language = load(lang)
    texts = [(text, REFERENCES[index % 2]) for index, text in enumerate(dict.fromkeys(_texts(lang)))]
    again = [(text, reference) for text in PHRASES[lang] for reference in (*REFERENCES, None)]
    for text, reference in dict.fromkeys(texts + again):
        entities = [entity.as_dict() for entity in language.read(text, reference)]
        yield canonical.dumps({"text": text, **({"reference": reference} if reference else {}), "entities": entities})
