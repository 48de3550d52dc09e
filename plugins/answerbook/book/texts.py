"""Bytes of a file to text that is safe to parse, or findings that say why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .catalogue import finding
from .model import Position

if TYPE_CHECKING:
    from pathlib import Path

    from answerbook.findings import Finding

MAX_BYTES = 1_000_000

#: Characters YAML calls unprintable, and line breaks that editors do not count as one.
FORBIDDEN = re.compile("[^\t\n\r\\x20-\\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def read_file(folder: Path, name: str) -> tuple[str | None, list[Finding]]:
    """The text of the file ``name`` below ``folder``, line ends made newlines, or None with the findings that say why."""
    start = Position(name, 1, 1)
    try:
        with (folder / name).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None, [finding("AB001", start, f"The file {name} does not exist.", "Create it, or start from `answerbook new`.")]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return None, [finding("AB001", start, f"The file {name} cannot be read: {reason}.", "Mend the file or its permissions.")]
    return decode(name, data)


def decode(name: str, data: bytes) -> tuple[str | None, list[Finding]]:
    """The text of ``data`` without byte order mark and with newlines as line ends, or None with findings."""
    if len(data) > MAX_BYTES:
        message = f"The file {name} is larger than one megabyte."
        return None, [finding("AB002", Position(name, 1, 1), message, "Split it, or look for what was pasted into it.")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        message = f"The byte 0x{data[error.start]:02X} is not UTF-8 text."
        return None, [finding("AB003", place(name, before, len(before)), message, "Save the file as UTF-8.")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None, [finding("AB007", Position(name, 1, 1), f"The file {name} is empty.", "Write it, or take it away.")]
    bad = FORBIDDEN.search(text)
    if bad:
        message = f"The character U+{ord(bad[0]):04X} may not stand in a book."
        return None, [finding("AB004", place(name, text, bad.start()), message, "Delete it; it is invisible in most editors.")]
    return text, []


def place(name: str, text: str, offset: int) -> Position:
    """The position in file ``name`` of the character at ``offset`` of ``text``."""
    line = text.count("\n", 0, offset)
    return Position(name, line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)
