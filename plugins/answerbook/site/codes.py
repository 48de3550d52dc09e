"""Codes of languages as people write them (``nl``, ``nl-BE``, ``pt_BR``), and what this package has for each."""

from __future__ import annotations

import re

from answerbook.language import UnknownLanguageError
from answerbook.wording import search_catalogue

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")

#: What speaks where neither the language itself nor the site's default has sentences here.
_LAST = "en"


def without_region(code: str) -> str:
    """The language of a code, in small letters: ``nl`` of ``nl-BE``. Raises ValueError for what is no code of a language."""
    match = _CODE.fullmatch(code)
    if match is None:
        raise ValueError(code)
    return match[1].lower()


def spoken(code: str, default: str) -> str:
    """The language whose sentences the search says in ``code``: its own, else the site's ``default``, else English."""
    return next((one for one in (without_region(code), without_region(default)) if _speaks(one)), _LAST)


def _speaks(code: str) -> bool:
    try:
        search_catalogue(code)
    except UnknownLanguageError:
        return False
    return True
