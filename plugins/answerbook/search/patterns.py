"""Patterns of what stands in a line of Markdown, for all that read it: each of them goes a bounded way."""

from __future__ import annotations

import re

_INNER = r"\[(?:[^\[\]]{1,500}+|\[[^\[\]]{0,200}\]){0,50}\]"
#: The text of a link or an image, in group 1, with brackets in brackets in it.
LABEL = rf"\[((?:[^\[\]]{{1,2000}}+|{_INNER}){{0,500}})\]"
_DEEPER = r"\((?:[^()]{1,500}+|\([^()]{0,500}\)){0,5}\)"
#: Where it leads, with parentheses in parentheses in it.
TARGET = rf"\((?:[^()]{{1,2000}}+|\((?:[^()]{{1,500}}+|{_DEEPER}){{0,5}}\)){{0,100}}\)"
#: An attribute list; what it says, which begins with a class, an id or a key, is in a group.
ATTRIBUTES = r"\{:?[ ]*((?:[.#]|[\w:-]{1,50}=)[^{}\n\x03\x04]{0,200})\}"
#: An address that is shown as it stands.
ADDRESS = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]{0,50}://[^<>]{0,1000}|[^<> !]{1,200}@[^@<> ]{1,200}))>")
#: What a page gives a name: an address, on the next line perhaps, and then, at most, a title. The name is in group 1; that of a
#: footnote is none of them.
DEFINITION = re.compile(r"\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]*+(?:\n[ \t]*+)?\S++[ \t]*+(?:\n[ \t]*+)?(?:([\"']).*\2[ \t]*|\(.*\)[ \t]*)?")
