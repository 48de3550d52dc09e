"""Message files held against each other: the same messages with the same slots in every language, and no figure in any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerbook.findings import Finding

from .catalogue import FOLDER, SEARCH, SLOT, Message, is_search_alone, read_messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_DIGIT = re.compile(r"\d")
_STRAY_BRACE = re.compile(r"[{}]")


def check_messages(folder: Path = FOLDER) -> list[Finding]:
    """Findings about the message files below ``folder`` (one folder a language), in file order.

    AB190: not a message. AB191: a language lacks a message. AB192: slots differ between languages. AB193: a message holds a digit.
    AB194: a brace that is no slot. AB195: the count that chooses the form is not a slot of its own.
    """
    found: list[Finding] = []
    languages: dict[str, Mapping[str, Message]] = {}
    for language in sorted(path for path in folder.iterdir() if path.is_dir()):
        try:
            languages[language.name] = read_messages(language)
        except ValueError as error:
            found.append(Finding(f"{language.name}/", 1, 1, "AB190", f"{error}.", "Write a sentence, or by, one and other."))
    for code, messages in languages.items():
        every = {key for other in languages.values() for key in other}
        for key in sorted(key for key in every if key.startswith(SEARCH) or not is_search_alone(messages)):
            same = [other[key] for other in languages.values() if key in other]
            file, line = _place(folder, code, key)
            found += [Finding(file, line, 1, *problem) for problem in _problems(key, messages.get(key), same)]
    return sorted(found)


def _problems(key: str, message: Message | None, same: list[Message]) -> Iterator[tuple[str, str, str]]:
    """Id, sentence and hint of what is wrong with a message, next to the same message in all languages."""
    if message is None:
        yield "AB191", f"There is no message {key}.", "Translate it, or take it out of the other languages."
        return
    texts = [text for text in (message.one, message.other) if text]
    if any(_DIGIT.search(text) for text in texts):
        yield "AB193", f"The message {key} holds a digit.", "Let the figure come in as a slot."
    if any(_STRAY_BRACE.search(SLOT.sub("", text)) for text in texts):
        yield "AB194", f"The message {key} holds a brace that is no slot.", "Write a slot as {name}."
    if any((slots(other), other.by) != (slots(message), message.by) for other in same):
        every = ", ".join(sorted(set().union(*map(slots, same)))) or "none"
        yield "AB192", f"The slots of {key} differ between languages.", f"All slots: {every}."
    if message.by and not re.fullmatch(r"[a-z_]+", message.by):
        yield "AB195", f"`{message.by}` cannot choose the form of {key}.", "Write the name of a slot that is a count."


def slots(message: Message) -> frozenset[str]:
    """The slots that a message uses, in either form; the singular may leave out the number."""
    return frozenset(SLOT.findall(message.one) + SLOT.findall(message.other))


def _place(folder: Path, language: str, key: str) -> tuple[str, int]:
    """The file of a message and the line it starts on; the first line when it is absent."""
    stem, _, name = key.partition(".")
    path = folder / language / f"{stem}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    starts = (number for number, text in enumerate(lines, 1) if re.match(rf"[\"']?{re.escape(name)}[\"']?:", text))
    return f"{language}/{stem}.yaml", next(starts, 1)
