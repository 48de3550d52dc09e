"""Text as people read it, for the reader of figures: one character for one character, so that every place stays where it was."""

from __future__ import annotations

import unicodedata

#: The block of full-width forms, which East Asian keyboards write: ９５０ is read as 950.
_WIDE = range(0xFF00, 0xFFF0)


def plain(text: str) -> str:
    """``text`` with the digits of other scripts and full-width signs as the plain ones that they are read as."""
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.digit(sign))
    alike = unicodedata.normalize("NFKC", sign) if ord(sign) in _WIDE else sign
    return alike if len(alike) == 1 else sign
