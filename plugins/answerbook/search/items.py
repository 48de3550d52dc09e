"""Where an item of a list can begin: a number at the start of a line that stands elsewhere is read as any other."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTE = r"(?:>[ \t]?)*[ \t]*"
_TASK = r"[ \t]+(?:\[[ xX]\][ \t]+)?"
_MARKER = re.compile(rf"{_QUOTE}(?:(?:[-*+]|[0-9]{{1,9}}\.){_TASK})?")
#: In the middle of a paragraph only these begin an item, as in CommonMark: any other number there ends a sentence.
_IN_TEXT = re.compile(rf"{_QUOTE}(?:(?:[-*+]|1\.){_TASK})?")


@dataclass(slots=True)
class Items:
    """What is known of the block that a line stands in: whether it began with an item, and whether its next line is as a first one.

    A list right below a line of text is text for Python-Markdown, and a list for CommonMark and for whoever wrote it: its marks are
    left out, but no heading stands in it.
    """

    #: Whether the block is a list for Python-Markdown.
    listed: bool = False
    #: Whether the line is the first of a block, or of what stands in one.
    begins: bool = True
    _numbered: bool = False
    _opens: bool = False
    _quoted: bool = False

    def marker(self, bare: str, *, fresh: bool) -> str:
        """The marks before the text of the next line: of quotes, items and tasks. ``fresh`` says whether the line begins a block."""
        if bare[0].isalpha():
            if fresh or self._opens:
                self.listed = self._numbered = self._opens = self._quoted = False
            return ""
        quoted = bare[0] == ">"
        self.begins = begins = fresh or self._opens or (quoted and not self._quoted)
        found = (_MARKER if begins or self._numbered else _IN_TEXT).match(bare)[0]  # type: ignore[index]  # it matches nothing, too
        item = found.strip("> \t")
        if begins:
            self.listed = self._numbered = bool(item)
        self._numbered = self._numbered or item[:1] == "1"
        self._quoted = quoted or (self._quoted and not fresh)
        self._opens = bare.startswith(("!!!", "???", "===")) or not bare.strip("> \t") or (bare[0] == "<" and bare[-1] == ">")
        return found
