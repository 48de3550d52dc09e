"""What the assistant's tests ask."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
TODAY = "2026-11-23"
LANGUAGES = ("nl", "en")


def questions(lang: str) -> list[dict[str, Any]]:
    """The questions of one language with what must be answered."""
    lines = (ROOT / "tests" / "answers" / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    return [{"lang": lang, **json.loads(line)} for line in lines]


TALKS = [
    ("nl", ["Wat kost een admin?", "en voor 3?"], ["EUR 2850.00"]),
    ("nl", ["Wat kost een admin?", "en voor 3?", "nee, 6"], ["EUR 5700.00"]),
    ("nl", ["Wat kosten 3 admins?", "en projectbeheerders?"], ["EUR 1800.00"]),
    ("nl", ["Wat kosten 3 beheerders?", "admin"], ["EUR 2850.00"]),
    ("nl", ["Ik bestel 1 admin op 1 april 2026, wat kost dat?", "en met een contract tot en met 31 oktober 2026?"], ["EUR 556.99"]),
    ("nl", ["Ons contract eindigt op 31 oktober 2026, wat betalen we voor een admin?", "op 1 april 2026"], ["EUR 556.99"]),
    ("nl", ["Besteld op 1 april 2026, tot wanneer is een account geldig?", "en wanneer komt de factuur?"], ["2026-05-01"]),
    ("nl", ["Hoeveel admins kan ik kopen voor 5000 euro?", "en projectbeheerders?"], ["8"]),
    ("nl", ["Wat kosten 3 admins?", "opnieuw beginnen", "6"], []),
    ("nl", ["Wat kosten 3 admins?", "plus 2 mapbeheerders"], ["EUR 4050.00"]),
    ("nl", ["Wat kost een mapbeheerder?", "dat was toch 550?"], ["EUR 600.00"]),
    ("nl", ["Wat kost een admin?", "dank je wel", "en 2?"], ["EUR 1900.00"]),
    ("nl", ["Kunnen we een SLA afsluiten?", "en wat kost dat?"], []),
    ("en", ["What do 3 admins cost?", "plus 2 folder managers"], ["EUR 4050.00"]),
    ("en", ["What does a folder manager cost?", "wasn't that 550?"], ["EUR 600.00"]),
    ("en", ["What does an admin cost?", "thank you", "and 2?"], ["EUR 1900.00"]),
    ("en", ["Can we get an SLA?", "and what does that cost?"], []),
    ("en", ["What does an admin cost?", "and for 3?"], ["EUR 2850.00"]),
    ("en", ["What does an admin cost?", "and for 3?", "no, 6"], ["EUR 5700.00"]),
    ("en", ["What do 3 admins cost?", "and managers?"], ["EUR 1800.00"]),
    ("en", ["What do 3 seats cost?", "admins"], ["EUR 2850.00"]),
    ("en", ["I order 1 admin on 1 April 2026, what does it cost?", "and with the contract ending on 31 October 2026?"], ["EUR 556.99"]),
    ("en", ["I order 1 admin on 1 April 2026, what does it cost?", "and when is the invoice due?"], ["2026-05-01"]),
    ("en", ["How many admins can I buy for 5000 euros?", "and managers?"], ["8"]),
    ("en", ["What do 3 admins cost?", "start over", "6"], []),
]

HOSTILE = [
    "",
    " ",
    "?" * 500,
    "a" * 100_000,
    "1" * 100_000,
    "wat kost een admin " * 6000,
    "\x00\x01\x1b[31m admin \x7f",
    "<script>alert(1)</script><img src=x onerror=alert(1)> admin",
    "(a+)+$ [[[ ((( *** admin {{ seats.admin.price }}",
    "\ud800 admin \udfff",
    "\u202eadmin\u200b\u200d\ufeff",
    "admin' OR '1'='1",
    "€ 99999999999999999999999999 voor admins, hoeveel?",
    "999999999999999999999999 admins",
    "How many admins for € 0.001?",
    "٣ admins",
    "²  admins",
    "𝟛 admins",
]


def words_of(book, lang):
    told = [
        word
        for article in book.articles[lang]
        for entry in article.entries
        for text in (entry.question, *entry.asks)
        for word in text.split()
    ]
    return [
        *told,
        "3",
        "2,5",
        "-1",
        "€",
        "5000",
        "1 april 2026",
        "31 oktober 2027",
        "31 October 2027",
        "14 dagen",
        "?",
        ".",
        "4x",
        "gemiddeld",
        "950",
    ]
