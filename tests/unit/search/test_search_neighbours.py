"""Words that make another word with those around them: with a hyphen, with a particle, as a figure, as what was begun."""

from __future__ import annotations

import pytest
from answerbook.search.documents import Part
from answerbook.search.engine import Document, build
from answerbook.search.requests import search
from answerbook.search.source import FIELDS


def found(lang: str, asked: str, *texts: str) -> list[str]:
    """The texts of the pages found, best first."""
    pages = [Document(f"{number}/", "", (Part("", "", text),)) for number, text in enumerate(texts)]
    return [texts[int(hit["url"].split("/")[0])] for hit in search(build(pages, lang), {"q": asked})["hits"]]


@pytest.mark.parametrize(
    ("lang", "asked", "meant", "other"),
    [
        ("nl", "hoe zeg ik mijn plek op?", "Een plek opzeggen", "Iets zeggen over een plek"),
        ("nl", "hoe voeg ik een tabel in", "Tabellen invoegen", "Tabellen en voegen"),
        ("de", "wie melde ich mich ab", "Sie können sich abmelden", "Sie können einen Fehler melden"),
        ("de", "wie setze ich mein Passwort zurück", "Passwort zurücksetzen", "Passwort setzen"),
    ],
)
def test_a_particle_at_the_end_belongs_to_the_verb_before_it(lang, asked, meant, other):
    assert found(lang, asked, other, meant)[0] == meant


def test_a_particle_that_ends_a_question_and_makes_nothing_is_a_word_itself():
    assert found("de", "zurück", "Zurück zum Anfang", "Passwort setzen") == ["Zurück zum Anfang"]
    assert found("nl", "factuur terug", "Factuur", "Geld terug")[:2] == ["Factuur", "Geld terug"]


def test_an_accent_makes_another_word_than_the_stop_word():
    assert found("de", "wie ändere ich das", "Andere Fragen", "Etwas ändern")[0] == "Etwas ändern"


def test_a_stop_word_with_a_hyphen_is_the_beginning_of_a_word():
    assert found("fr", "sous-titres ", "Titres", "Les sous-titres")[0] == "Les sous-titres"
    assert found("fr", "titres ", "Titres", "Les sous-titres")[0] == "Titres"


def test_a_letter_with_a_hyphen_is_no_word_itself():
    assert found("en", "e-mail ", "Press E to go on", "Your e-mail", "Your email") == ["Your e-mail", "Your email"]
    assert found("en", "g-force ", "Press G to go on") == ["Press G to go on"]


@pytest.mark.parametrize("asked", ["1000000 ", "1 000 000 ", "1\u202f000 000 €"])
def test_a_figure_of_more_groups_is_found_as_well(asked):
    assert found("fr", asked, "Le prix de 12 places", "Le prix est 1\u202f000\u202f000 €") == ["Le prix est 1\u202f000\u202f000 €"]


def test_a_particle_in_quotes_or_elsewhere_too_is_a_word():
    texts = ["iets wegrij hier", "de weg is lang"]
    assert found("nl", 'rij "weg" ', *texts) == ["de weg is lang"]
    assert set(found("nl", "weg rij weg ", *texts)) == set(texts)


@pytest.mark.parametrize("asked", ["1250 ", "1 250 ", "1\u202f250 ", "1.250,00 ", "€1250 ", "1 250,00 € "])
@pytest.mark.parametrize("written", ["1\u202f250,00 €", "1250 €", "1.250 €"])
def test_a_figure_is_found_however_its_thousands_are_parted(asked, written):
    assert found("fr", asked, "Le prix de 12 places", f"Le prix est {written}")[0] == f"Le prix est {written}"


def test_a_word_is_not_less_than_a_rarer_one_that_it_begins():
    texts = ["Write EXCEL2003 today", *(f"Write {name} today" for name in ("Excel", "excel", "Word", "Calc", "Draw")), "Open Excel"]
    assert found("en", "excel", *texts)[-1] == texts[0]
    assert len(found("en", "excel", *texts)) == 4


def test_what_is_being_typed_for_the_second_time_is_still_a_beginning():
    assert found("nl", "fact fact", "Facturen") == ["Facturen"]


def test_words_in_quotes_count_however_many_stand_before_them():
    before = " ".join(f"word{chr(97 + number)}" for number in range(24))
    assert found("en", f'{before} "zebra crossing"', before, "A zebra crossing") == ["A zebra crossing"]


@pytest.mark.parametrize(("typed", "used"), [("contarct", "contract"), ("cotnract", "contract"), ("contct", "contact")])
def test_letters_that_are_swapped_are_a_likelier_mistake_than_one_that_is_missing(typed, used):
    pages = [Document(f"{number}/", title) for number, title in enumerate(["Contact", "Contact us", "Contract"])]
    answer = search(build(pages, "en"), {"q": f"{typed} "})
    assert answer["repaired"] == [{"typed": typed, "used": used}]


def test_a_word_more_edits_away_than_the_one_that_is_told_counts_half():
    pages = [Document("a/", "Contact"), Document("b/", "A form", (Part("", "", "The contract"),))]
    assert [hit["title"] for hit in search(build(pages, "en"), {"q": "cotnract "})["hits"]] == ["A form", "Contact"]


def test_a_text_that_repeats_the_description_is_said_once():
    start = Part("", "", "All about the service level.")
    pages = [
        Document("a/", "Support", (start,), "All about the service level."),
        Document("b/", "Agreement", (Part("", "", "The service level of an agreement is told here."),), "What holds."),
    ]
    whole = build(pages, "en").find("service level ", 2).hits
    apart = build([Document("a/", "Support", (start,), "All about it."), pages[1]], "en").source
    assert apart.term("servic")[list(FIELDS).index("opening")] != ()
    assert build(pages, "en").source.term("servic")[list(FIELDS).index("opening")] == ((1, 1),)
    assert len(whole) == 2
