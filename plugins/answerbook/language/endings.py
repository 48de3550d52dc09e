"""Endings that Snowball's stemmers leave to some words of a family and take from others.

What people ask with and what pages say are often two forms of one verb: *hoe annuleer ik* and *bestelling annuleren*, *wird aktiviert* and
*aktivieren*, *les options affichent* and *afficher*. Snowball takes an ending only where little is left to chance, so those have two stems.
Here they get one. In French the gain is a plural in *-os* or *-us* as well. English needs none.

The twin is ``browser/language/endings.js``.
"""

from __future__ import annotations

import re

#: What is left of a folded stem: the group of each pattern that the whole of it matches, one pattern after the other.
ENDINGS = {
    "nl": (
        # annuleert, bepaalt, opent; voltooit
        "([a-z]{4,}[bcdfghjklmnpqrsvwxz]|[a-z]{3,}[aeiou]{2})t",
        # betaald, geregeld, gewijzigd, voltooid, woord beside woorden; not bestand
        "(?=[a-z]{5})([a-z]*(?:[aeiou]{2}[lnr]|[bcdfghjklmnpqrsvwxz]e[lnr]|[bcdfghjkmpqsvwxz]|[aeiou]{2}))d",
    ),
    "de": (
        # aktiviert, erstellt
        "([a-z]{4,}[bcdfghjklmnpqrsvwxz])t",
        # Änderung beside ändern, Formatierung beside formatieren: there Snowball takes -ern and -eren
        "([a-z]{2,}[a-hj-z]|[a-z]{3,}i)er",
    ),
    "fr": (
        # menus, photos
        "([a-z]{3,}[ou])s",
        # affichent; not document
        "([a-z]{4,}[a-ln-z])ent",
        # vérifier beside vérifie
        "([a-z]{5,})i",
    ),
}
#: Dutch writes a vowel twice or once by the syllable it stands in: annuleer and annuleren, bedrag and bedragen. Of short words that makes
#: others (maan is no man).
_DOUBLED, _SHORT = re.compile("([aeou])\\1"), 6
_PATTERNS = {code: [re.compile(pattern) for pattern in patterns] for code, patterns in ENDINGS.items()}


def settled(code: str, stem: str) -> str:
    """The stem that all words of its family have in the language ``code``: ``stem``, a folded one, without what Snowball leaves to some."""
    for pattern in _PATTERNS.get(code, ()):
        if found := pattern.fullmatch(stem):
            stem = found[1]
    return _DOUBLED.sub(r"\1", stem) if code == "nl" and len(stem) >= _SHORT else stem
