"""The forms that the browser's files can take, whatever their number: limits of `export` that make them so."""

from __future__ import annotations

ONE_FILE = {"SHARDED": 1_000_000_000}


def many_files(size: int, documents: int) -> dict[str, object]:
    """Blocks of about ``size`` bytes and of so many documents."""
    limits = {"TERM_BYTES": (size, size), "WORD_BYTES": (size, size), "TEXT_BYTES": 4 * size}
    return {"SHARDED": 0, **limits, "LIST_BYTES": 0, "TITLES": documents, "ALL_TITLES": 0}


FORMS = {"one file": ONE_FILE, "many files": many_files(50, 2)}
