"""Words of one family have one stem, also where Snowball gives them two; words of two families keep theirs."""

from __future__ import annotations

import re

import pytest
from answerbook.language.endings import ENDINGS, settled
from answerbook.language.words import fold, stem, tokens
from hypothesis import given
from hypothesis import strategies as st


def stems(lang: str, words: str) -> set[str]:
    return {stem(lang, token.text) for token in tokens(words)}


@pytest.mark.parametrize(
    ("lang", "family"),
    [
        ("nl", "installeer installeert installeren geïnstalleerd"),
        ("nl", "annuleer annuleert annuleren annulering"),
        ("nl", "betaal betaalt betaald betalen betaling"),
        ("nl", "stuur stuurt sturen"),
        ("nl", "wachtwoord wachtwoorden"),
        ("nl", "bedrag bedragen"),
        ("nl", "voltooien voltooit voltooid"),
        ("nl", "wijzigt gewijzigd"),
        ("nl", "regel regelt geregeld"),
        ("de", "aktivieren aktiviert Aktivierung"),
        ("de", "ändern ändert Änderung"),
        ("de", "erstellen erstellt Erstellung"),
        ("de", "speichern speichert Speicherung"),
        ("fr", "menu menus"),
        ("fr", "photo photos"),
        ("fr", "afficher affichent affichez"),
        ("fr", "vérifie vérifier vérifient"),
    ],
)
def test_words_of_a_family_have_one_stem(lang, family):
    assert len(stems(lang, family)) == 1


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", "bestand bestaan"),
        ("nl", "internet interne"),
        ("nl", "maan man"),
        ("nl", "taal tal"),
        ("de", "internet intern"),
        ("fr", "fichier fiche"),
        ("fr", "présent près"),
    ],
)
def test_words_of_two_families_have_two(lang, words):
    assert len(stems(lang, words)) == 2


@given(st.sampled_from(["nl", "en", "de", "fr", "sv"]), st.text(max_size=20))
def test_what_is_no_stem_of_letters_stays(lang, text):
    folded = fold(text)
    assert folded.startswith(settled(lang, folded)[:3])
    if lang not in ENDINGS or not re.search("[a-z]", folded):
        assert settled(lang, folded) == folded
