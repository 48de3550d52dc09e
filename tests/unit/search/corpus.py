"""Small help centres in four languages, and questions of every kind made from them."""

# ruff: noqa: E501  a page is a line
from __future__ import annotations

import random

from answerbook.language.words import fold, tokens
from answerbook.search.documents import Document, Part

PAGES = {
    "nl": {
        "licenties": (
            "Extra licenties bestellen",
            "Elke gebruiker heeft een licentieplek nodig. Een extra plek kost € 950,00 per jaar.",
            ["Wat kost een extra plek?", "Plekken toewijzen"],
        ),
        "facturen": (
            "Facturen en betalen",
            "De factuur komt binnen 30 dagen na de orderbevestiging per e-mail.",
            ["Wanneer krijg ik de factuur?", "Factuuradres wijzigen"],
        ),
        "opzeggen": (
            "Een contract opzeggen",
            "Eindigt het contract eerder, dan rekenen we de kosten naar rato van de dagen.",
            ["Krijg ik geld terug?"],
        ),
        "ondersteuning": (
            "Ondersteuning en redelijk gebruik",
            "Ondersteuning is inbegrepen binnen redelijk gebruik. Foto's en video's helpen ons.",
            ["Wat valt buiten redelijk gebruik?"],
        ),
        "planning": (
            "Planningsoptimalisatie instellen",
            "Met planningsoptimalisatie verdeel je de werkvoorraad over de teams.",
            ["Werkvoorraad"],
        ),
        "wachtwoord": (
            "Wachtwoord vergeten",
            "Vraag een nieuw wachtwoord aan via het inlogscherm. Je krijgt een herstelmail.",
            ["Tweestapsverificatie"],
        ),
        "leeg": ("Binnenkort", "", []),
    },
    "en": {
        "seats": (
            "Buy extra seats",
            "Every colleague who plans needs a seat. An extra seat costs EUR 950.00 a year.",
            ["What does a seat cost?", "Assign a seat"],
        ),
        "invoices": (
            "Invoices and payment",
            "The invoice follows within 30 days after the confirmation e-mail.",
            ["When do I get the invoice?", "Change the billing address"],
        ),
        "ending": ("End a contract", "When a contract ends early, the cost is adjusted pro rata by days.", ["Do I get money back?"]),
        "support": (
            "Support and fair use",
            "Support is included within fair use. Don't wait: send a video of the problem.",
            ["What falls outside fair use?"],
        ),
        "password": (
            "Forgotten password",
            "Ask for a new password on the sign-in page. Customers' accounts stay safe.",
            ["Two-step verification"],
        ),
        "duplicate": ("Buy extra seats", "An older page of the same title, about chairs.", []),
    },
    "de": {
        "plaetze": (
            "Zusätzliche Plätze bestellen",
            "Jede Person braucht einen Platz. Ein Platz kostet 950,00 € im Jahr.",
            ["Was kostet ein Platz?"],
        ),
        "rechnung": (
            "Rechnungen",
            "Die Rechnungsadresse ändern Sie in den Einstellungen. Die Straße gehört dazu.",
            ["Wann kommt die Rechnung?"],
        ),
        "hilfe": ("Hilfe und Unterstützung", "Größere Anfragen beantworten wir in der Sprechstunde.", ["Öffnungszeiten"]),
    },
    "fr": {
        "licences": (
            "Commander des licences",
            "Chaque utilisateur a besoin d'une licence. L'élément coûte 950,00 € par an.",
            ["Combien coûte une licence ?"],
        ),
        "factures": (
            "Factures",
            "La facture arrive dans les 30 jours. L’adresse de facturation est modifiable.",
            ["Où trouver la facture ?"],
        ),
        "reseau": ("Réseau et sécurité", "Le réseau est protégé. Les données sont chiffrées.", ["Où sont les données ?"]),
    },
    "sv": {
        "platser": ("Beställa extra platser", "Varje användare behöver en plats. En plats kostar 950 kronor.", ["Vad kostar en plats?"]),
        "faktura": ("Fakturor", "Fakturan kommer inom 30 dagar.", []),
    },
}
SYNONYMS = {
    "nl": [["plek", "zitplaats", "stoel"], ["factuur", "rekening", "nota van betaling"], ["redelijk gebruik", "fair use", "coulance"]],
    "en": [["seat", "chair-free", "position"], ["password", "sign-in secret"]],
}
HOSTILE = [
    "", "   ", "?", "de het een", "the", "x" * 100_000, "ab " * 40_000, "\u202eabc", "👍🏽", "(.*)+$[a-z]{2}", 'a AND b OR NOT "c"~2 title:x^3', "\x00\x01a",
    "€ 12,50", "950", "€950", "950,00 euro", "١٢٣ مرحبا", "東京", "e\u0301le\u0301ment", "𝐀𝐁𝐂 ﬁx", "<script>alert(1)</script>", "../../etc/passwd", "%00%ff", "\ufffd\ufffe",
    "zzzzzzzz", "qqqq wwww", "'", "--", "l'", "l'e", "12.", "1.1.1.1.1.1", "__proto__ constructor toString", "hasOwnProperty",
    '"redelijk gebruik"', "„nieuw wachtwoord“ plek", '"gebruik redelijk"', "«extra plek»", '"the" "', '"wachtwoord', '"extra seat" cost', '"xtra seat"', '"fair use"',
    "puısqu'il", "PUİSQU'IL", "l\u017feau", "\ufeffinvoice", "invoice \ufeffprice", "plek \ufeff",
    "redelijk gebruik ", "wat is fair use ", "nota van betaling", "coulance", "een van met", "van zqxzqx", " ".join(f"zqx{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}" for n in range(40)) + " wachtwoord ",
]  # fmt: skip


def documents(lang: str) -> list[Document]:
    """The pages of one language; the second half of each text stands in its last section."""
    made = []
    for name, (title, text, headings) in PAGES[lang].items():
        first, _, second = text.partition(". ")
        parts = [Part("", title, first)] + [Part(f"s{number}", heading, second) for number, heading in enumerate(headings)]
        made.append(Document(f"{name}.html", title, tuple(parts), collection="help" if headings else ""))
    return made


def questions(lang: str) -> list[str]:
    """Titles, headings, words, beginnings of words, misspelt and run-together words, and hostile ones."""
    chance = random.Random(len(lang) + ord(lang[0]))  # noqa: S311  repeatable, not secret
    titles = [title for title, _, _ in PAGES[lang].values()]
    headings = [heading for *_, rows in PAGES[lang].values() for heading in rows]
    words = sorted({fold(token.text) for title, text, rows in PAGES[lang].values() for token in tokens(" ".join([title, text, *rows]))})
    asked = [*titles, *headings, *words, *[word[: len(word) // 2 + 1] for word in words]]
    for word in words:
        cut = chance.randrange(len(word))
        letter = chance.choice("aeio nstr")
        asked += [chance.choice("aeinstrwx") + word[1:], word[1:], chance.choice("tsé𝐀") + word, word[1:2] + word[:1] + word[2:]]
        asked += [word[:cut] + letter + word[cut + chance.randrange(2) :], f"{word} {chance.choice(words)} ", chance.choice(words) + word]
    return asked + HOSTILE
