"""Tags of HTML in Markdown: which of them begin a block that Python-Markdown leaves as it stands, and what they say."""

from __future__ import annotations

import re

#: A tag of one of these names at the start of a line begins a block of raw HTML, as Python-Markdown has it.
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|canvas|center|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|group|"
    "h[1-6]|header|hgroup|hr|html|iframe|legend|li|main|map|math|menu|nav|noscript|object|ol|option|output|p|pre|progress|script|"
    "section|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video",
    re.IGNORECASE,
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Those whose content is no HTML either but stands as it is, and those of them whose content nobody sees.
VERBATIM, UNSEEN = frozenset(("pre", "script", "style", "textarea")), frozenset(("script", "style"))
#: Those of which nothing is seen between two letters: what they set apart is one word with what stands beside it.
WITHIN_WORDS = (
    "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_WITHIN_WORDS = frozenset(WITHIN_WORDS.split("|"))
#: Those that hold nothing and are not closed.
EMPTY = frozenset(("hr",))
#: Those in which ``markdown="1"`` makes Markdown of a line but no headings, or of nothing.
_WITHOUT_BLOCKS = frozenset(("address", "dd", "dt", "legend", "li", "p", "summary", "td", "th", "canvas", "math", "option"))
#: What stands in a tag behind its name: signs in quotes do not end it. A picture may be written there as a whole.
WITHIN_TAG = r"(?:[^<>\"']{1,2000}+|\"[^\"]{0,200000}+\"|'[^']{0,200000}+'){0,200}+"
#: The start of a comment, or a whole tag: whether it closes, its name, and its attributes.
TOKEN = re.compile(rf"<!--|<(/?)([A-Za-z][^\s/<>\"'`=]{{0,100}}+)({WITHIN_TAG})>")
_END = re.compile(r" {0,3}</([A-Za-z][A-Za-z0-9]{0,20})[ \t]*+>[ \t]*+$")
_BEGIN = re.compile(r" {0,3}<([A-Za-z][A-Za-z0-9]{0,20})(?=[\s/>]|$)")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]{1,200}+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>`]++)))?")
#: A tag may go on for so many lines.
_FAR = 20


def is_block(name: str) -> bool:
    """Whether a tag of this name is one of a block."""
    return bool(_BLOCK.fullmatch(name))


def begins_block(line: str) -> bool:
    """Whether a line begins with the name of a tag that begins a block."""
    found = _BEGIN.match(line)
    return bool(found) and is_block(found[1])  # type: ignore[index]  # it is found


def ends_block(line: str) -> bool:
    """Whether a line is nothing but the tag that closes a block."""
    found = _END.match(line)
    return bool(found) and is_block(found[1])  # type: ignore[index]  # it is found


def parts_words(name: str) -> bool:
    """Whether a tag of this name parts the words beside it."""
    return name not in _WITHIN_WORDS


def attributes(text: str) -> dict[str, str]:
    """What the attributes of a tag say, by their names in small letters; one without a value says its name."""
    found: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(text):
        name = one[1].lower()
        found.setdefault(name, name if one.lastindex == 1 else one[one.lastindex or 0])
    return found


def says_markdown(said: dict[str, str]) -> bool:
    """Whether what a tag says makes Markdown of what stands in it, as the extension ``md_in_html`` reads it."""
    return said.get("markdown") in {"1", "markdown", "block", "span"}


def holds_markdown(tag: re.Match[str]) -> bool:
    """Whether there are blocks of Markdown in a tag, and headings among them."""
    name = tag[2].lower()
    if "markdown" not in tag[3].lower() or name in VERBATIM or name in HEADINGS:
        return False
    said = attributes(tag[3]).get("markdown")
    return said == "block" or (said in {"1", "markdown"} and name not in _WITHOUT_BLOCKS)


def joined(lines: list[str], place: int, start: int) -> tuple[str, int] | None:
    """The last tag of the line at ``place`` with the lines it goes on in, and the last of them; None when it ends in its line, or never.

    It stands at ``start`` or after it.
    """
    line = lines[place]
    at = line.rfind("<")
    if at < start or not line[at + 1 : at + 3].strip("/")[:1].isalpha() or TOKEN.match(line, at):
        return None
    for end in range(place + 1, min(len(lines), place + _FAR)):
        if ">" in lines[end] and TOKEN.match(whole := " ".join([line[at:], *lines[place + 1 : end + 1]])):
            return whole, end
    return None
