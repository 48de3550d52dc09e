"""Closed lists that more than one module of this room needs."""

from __future__ import annotations

#: Languages a book may be in. The package must be able to write and read figures in each.
LANGUAGES = ("nl", "en", "de", "fr")
