"""The messages of one language: text with ``{slots}``, or a choice between singular and plural. The twin says them from ``pack``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from answerbook.language import UnknownLanguageError, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = Path(__file__).parent / "messages"
#: How the keys of what the search says begin.
SEARCH = "search."
SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with ``{slots}``. With ``by`` (the slot that holds a count), ``one`` is its singular form and ``other`` the rest."""

    other: str
    one: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of ``language`` by key: ``<file>.<name>``. ``ones`` are the counts that take the singular form."""

    language: str
    ones: tuple[int, ...]
    messages: Mapping[str, Message]

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self.messages

    def say(self, key: str, **slots: str | int) -> str:
        """The message with its slots filled in. Slots are text, already formatted; the count that chooses the form is a number.

        Raises KeyError for a message or slot that does not exist: a mistake in the program, never in what was asked.
        """
        message = self.messages[key]
        text = message.one if message.by and slots[message.by] in self.ones else message.other
        return SLOT.sub(lambda match: str(slots[match[1]]), text)

    def pack(self) -> dict[str, Any]:
        """All messages as JSON for the browser twin: text, or ``{"by", "one", "other"}``."""
        packed = {
            key: {"by": message.by, "one": message.one, "other": message.other} if message.by else message.other
            for key, message in sorted(self.messages.items())
        }
        return {"lang": self.language, "ones": list(self.ones), "messages": packed}


@cache
def catalogue(code: str) -> Catalogue:
    """The messages of a language. Raises UnknownLanguageError when nobody wrote them, or only those of the search."""
    said = _read(code)
    if is_search_alone(said.messages):
        raise UnknownLanguageError(code)
    return said


@cache
def search_catalogue(code: str) -> Catalogue:
    """The messages of the search in a language. Raises UnknownLanguageError when nobody wrote them."""
    said = _read(code)
    return replace(said, messages={key: message for key, message in said.messages.items() if key.startswith(SEARCH)})


def is_search_alone(keys: Iterable[str]) -> bool:
    """Whether the keys of a language are only those of the search: its pages can be searched, and no more is said in it."""
    return all(key.startswith(SEARCH) for key in keys)


def _read(code: str) -> Catalogue:
    folder = FOLDER / code
    ones = load(code).pack()["one"]
    if not folder.is_dir():
        raise UnknownLanguageError(code)
    return Catalogue(code, tuple(ones), read_messages(folder))


def read_messages(folder: Path) -> dict[str, Message]:
    """Every message of a language's folder, by key. Raises ValueError for a message of another shape."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        # The base loader makes text of every scalar: `no` stays a word.
        for name, raw in (yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or {}).items():  # noqa: S506
            found[f"{path.stem}.{name}"] = _message(f"{path.parent.name}/{path.name}: {name}", raw)
    return found


def _message(where: str, raw: object) -> Message:
    if isinstance(raw, str):
        return Message(raw)
    if isinstance(raw, dict) and set(raw) == {"by", "one", "other"} and all(isinstance(text, str) for text in raw.values()):
        return Message(raw["other"], raw["one"], raw["by"])
    message = f"{where}: a message is text, or a choice with by, one and other"
    raise ValueError(message)
