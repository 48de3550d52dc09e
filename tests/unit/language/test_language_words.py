"""Words, their folded spelling and their stems, in both engines."""

from __future__ import annotations

import json
import random
import runpy
import sys
from pathlib import Path

import pytest
import Stemmer
from answerbook.language import stem as stem_module
from answerbook.language.stem import ALGORITHMS
from answerbook.language.words import chains, fold, stem, stop_words, tokens
from answerbook.search.analysis import Analyzer

from tests.node import ROOT, run_node

TEXTS = [
    "L’été à Zürich: foto's, don't e-mail €1.250,00 en 12,50 of 3.11.7 99,99% ½ m² NEN7510",
    "東京 e\u0301te\u0301 d'r z'n qu'il 3.5mm İstanbul soft\u00adhyphen 👍🏽 𝐀𝐁𝐂 ﬁx Straße ΣΑΣ",
    "١٢٣ مرحبا بالعالم \u202eabc\u202c \x00\x01 (.*)+$[a-z]{2} \"quoted\" a--b _c_ 'd'",
    "1.1.1.1.1.1.1.1.1.1.1x 1,2.3 1.000.000,00 0,5 00 1234567890123456789012345678901234567890.5",
    "",
    "x" * 5_000 + " " + "ab " * 5_000,
    "a" + "\u0327\u0301" * 5_000 + " é" + "\u00ad" * 2_000 + "é",
]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("12,50", "12.5"),
        ("€ 12.50", "12.5"),
        ("950,00", "950"),
        ("€950", "950"),
        ("1.250,00", "1250"),
        ("1,250.00", "1250"),
        ("1.250", "1250"),
        ("99,99%", "99.99"),
        ("3.11.7", "3.11.7"),
        ("0,5", "0.5"),
        ("0,500", "0.5"),
        ("0.125", "0.125"),
        ("1\u202f250,00 €", "1250"),
        ("1\u00a0250", "1250"),
        ("12\u2009345\u2009678", "12345678"),
    ],
)
def test_a_number_is_one_word_however_it_is_written(written, word):
    assert [token.text for token in tokens(written)] == [word]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("12,50EUR", ["12.5", "eur"]),
        ("2.5GB", ["2.5", "gb"]),
        ("1 250", ["1", "250"]),
        ("5\u202f1000", ["5", "1000"]),
        ("0\u202f250", ["0", "250"]),
        ("1.2.3rc4", ["1.2.3", "rc4"]),
        ("ｶﾀｶﾞﾅ", ["カ", "タ", "ガ", "ナ"]),
    ],
)
def test_what_is_next_to_a_number_is_a_word_of_its_own(written, words):
    assert [token.text for token in tokens(written)] == words


def test_what_two_or_three_words_are_without_their_hyphens():
    found = [(token.text, token.start, token.end) for token in chains("👍 2 E-mail, op-en-top; a-b-c-d 24-7 ٣-٤ x--y")]
    assert found == [("email", 4, 10), ("opentop", 12, 21), ("٣٤", 36, 39)]
    assert [token.text for token in chains("foto's-map 2.5-inch aujourd'hui-x e-l'un")] == ["foto'smap", "2.5inch", "aujourd'huix", "el"]
    assert chains("a" * 100_000 + " - " + "-" * 100_000 + "1" * 50_000) == []


def test_apostrophes_and_hyphens_part_words_where_people_part_them():
    assert [token.text for token in tokens("L'adresse, foto's, don’t en e-mail")] == ["l", "adresse", "foto's", "don't", "en", "e", "mail"]


def test_a_word_says_where_it_stands_in_code_points():
    text = "👍 Één 𝐀 zin"
    assert [(token.text, text[token.start : token.end]) for token in tokens(text)] == [("één", "Één"), ("a", "𝐀"), ("zin", "zin")]


@pytest.mark.parametrize(
    ("code", "word", "is_one"),
    [
        ("de", "andere", True),
        ("de", "ändere", False),
        ("de", "über", True),
        ("de", "uber", True),
        ("fr", "sur", True),
        ("fr", "sûr", False),
        ("nl", "één", True),
    ],
)
def test_a_word_with_accents_is_a_stop_word_where_the_list_writes_it_so(code, word, is_one):
    assert Analyzer(code).is_stop(word) == is_one


def test_folding_takes_away_what_two_spellings_differ_in():
    assert [fold(word) for word in ["ÉÉN", "Straße", "œuvre", "foto’s", "İstanbul", "ß", "Ångström"]] == [
        "een",
        "strasse",
        "oeuvre",
        "fotos",
        "istanbul",
        "ss",
        "angstrom",
    ]


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("nl", ["factuur", "facturen"]),
        ("nl", ["foto", "foto's"]),
        ("en", ["license", "licenses"]),
        ("de", ["Rechnung".lower(), "rechnungen"]),
        ("fr", ["licence", "licences"]),
    ],
)
def test_forms_of_a_word_share_their_stem(code, forms):
    assert len({stem(code, form) for form in forms}) == 1


def test_a_language_without_a_stemmer_only_folds():
    assert stem("xx", "Éléments".lower()) == "elements"
    assert stop_words("xx") == frozenset()
    assert stop_words("../../etc") == frozenset()


def test_stop_words_are_listed_with_and_without_accents_and_leave_the_subject_alone():
    assert {"hoe", "een", "wat"} <= stop_words("nl")
    assert "kost" not in stop_words("nl")
    assert {"fur", "für", "uber", "über"} <= stop_words("de")
    assert "ändere" not in stop_words("de")


def made_up_words() -> list[str]:
    """Words that are real, and words that try every rule of a stemmer."""
    chance = random.Random(11)  # noqa: S311  repeatable, not secret
    articles = sorted((ROOT / "faq").rglob("*.md")) + sorted((ROOT / "docs").rglob("*.md"))
    real = sorted({token.text for path in articles for token in tokens(path.read_text(encoding="utf-8"))})
    endings = [
        "en",
        "s",
        "t",
        "de",
        "heid",
        "lijk",
        "ingen",
        "isch",
        "atie",
        "eren",
        "ements",
        "ation",
        "ités",
        "ives",
        "erions",
        "keit",
        "ungen",
    ]
    endings += ["ational", "fully", "edly", "'s", "tjes", "pje"]
    letters = "abcdefghijklmnopqrstuvwxyzeenstéèêëïôûüöäçßœæ'IYUHj𝐀"
    random_words = ["".join(chance.choice(letters) for _ in range(chance.randrange(1, 13))) for _ in range(4_000)]
    return real + random_words + [chance.choice(real) + chance.choice(endings) for _ in range(6_000)] + ["ge" + word for word in real]


def test_the_browser_finds_the_same_words_and_stems():
    words = made_up_words()
    given = json.loads(run_node(Path(__file__).parent / "words.mjs", stdin=json.dumps({"texts": TEXTS, "words": words})))
    assert given["texts"] == [[[token.text, token.start, token.end, fold(token.text)] for token in tokens(text)] for text in TEXTS]
    for code, stems in given["stems"].items():
        assert stems == [stem(code, word) for word in words], code
    kinds = ((point, len(tokens(f"a{chr(point)}b"))) for point in range(0x110000))
    assert given["kinds"] == [[point, count] for point, count in kinds if count != 2]


@pytest.mark.parametrize("algorithm", ALGORITHMS.values())
def test_the_compiled_stemmer_is_the_generated_one(algorithm):
    compiled, generated = stem_module.compiled(algorithm), stem_module.generated(algorithm)
    words = made_up_words()
    assert list(map(compiled, words)) == list(map(generated, words))


@pytest.mark.parametrize(("release", "is_taken"), [("3.1.9", True), ("3.2.0", False), ("2.1.1", False)])
def test_a_compiled_stemmer_of_another_release_is_not_taken(monkeypatch, release, is_taken):
    monkeypatch.setattr(stem_module, "version", lambda _: "3.1.1")
    monkeypatch.setattr(Stemmer, "version", lambda: release)
    assert (stem_module.compiled("dutch") is not None) == is_taken


def test_where_the_compiled_stemmer_is_missing_it_is_not_taken(monkeypatch):
    monkeypatch.setitem(sys.modules, "Stemmer", None)
    assert stem_module.compiled("dutch") is None


def test_without_the_compiled_stemmer_words_have_the_same_stems(monkeypatch):
    monkeypatch.setattr(stem_module, "compiled", lambda _: None)
    stem_module.stemmer.cache_clear()
    try:
        assert stem_module.stemmer("nl")("beheerders") == stem_module.generated("dutch")("beheerders") == "beheer"
    finally:
        stem_module.stemmer.cache_clear()


def test_the_browsers_stemmers_are_what_the_installed_release_gives(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["make_stemmers.py", "--check"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "scripts" / "make_stemmers.py"), run_name="__main__")
    assert ended.value.code == 0


def test_only_the_letters_of_an_elision_make_one():
    assert [token.text for token in tokens("Puisqu'il LORSQU\u2019elle")] == ["puisqu", "il", "lorsqu", "elle"]
    assert [token.text for token in tokens("puısqu'il")] == ["puısqu'il"]


def test_a_byte_order_mark_is_no_letter():
    assert [token.text for token in tokens("\ufeffprice \ufeff")] == ["price"]
