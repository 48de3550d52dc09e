"""Markdown taken apart: front matter, and sections of plain text. Made to survive whatever a folder holds; it does not render."""

from __future__ import annotations

import html
import re
import unicodedata

import yaml

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?([^{}\n]{0,200})\}[ \t]*$")
_ID = re.compile(r"#([^\s{}]+)")
_MARKER = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?")
_RULE = re.compile(r"[ \t]*(?:[-*_=|:+][ \t]*){3,}")
_NOTE = re.compile(r"[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w-]+[ \t]*\"?([^\"]*)\"?[ \t]*|\[!\w+\]")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.*")
_INLINE = (
    (re.compile(r"\{[{%][^{}]{0,500}[%}]\}|\{:?[ ]?[.#][^{}\n]{0,200}\}"), " "),
    (re.compile(r"\[\^[^\]\s]{1,50}\]:?"), " "),
    (re.compile(r"!?\[([^\[\]]{0,2000})\](?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})?\)|\[[^\[\]]{0,200}\])?"), r"\1"),
    (re.compile(r"</?[A-Za-z!][^<>]{0,2000}>"), " "),
    (re.compile(r"<?https?://[^\s<>]{1,2000}>?"), " "),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
    (re.compile(r"[*`|]+|(?<![^\W_])_+|_+(?![^\W_])|~~"), " "),
)
_SLUG = re.compile(r"[^\w\s-]")
DEEPEST = 3
_LONGEST_HEAD = 100_000
#: How YAML writes that there is no value.
_NOTHING = ("null", "Null", "NULL", "~")


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The front matter of ``text`` and what follows it. Front matter that is no YAML is read line by line, as far as it goes."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, text
    end = next((number for number, line in enumerate(lines[1:500], 1) if line.rstrip() in {"---", "..."}), None)
    if end is None:
        return {}, text
    head, rest = "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])
    try:
        # As text, every value: a date stays as it was written, and no number is too long to be read.
        meta = yaml.load(head[:_LONGEST_HEAD], Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text, lists and maps
    except (yaml.YAMLError, ValueError, RecursionError):
        pairs = (line.split(":", 1) for line in lines[1:end] if ":" in line and not line[:1].isspace())
        meta = {key.strip(): value.strip().strip("'\"") for key, value in pairs}
    return (meta if isinstance(meta, dict) else {}), rest


def words_of(value: object) -> str:
    """A front-matter value as text: a list one item a line; nothing, a mapping, or a list in a list as no text."""
    if isinstance(value, (list, tuple)):
        return "\n".join(words_of(item) for item in value if not isinstance(item, (list, tuple)))
    return "" if value is None or value in _NOTHING or isinstance(value, dict) else str(value)


def sections(source: str) -> list[tuple[str, str, str]]:
    """Anchor, heading and plain text of each section, the anchor made as Python-Markdown makes it; the first has neither."""
    found: list[tuple[str, str, list[str]]] = [("", "", [])]
    used: set[str] = set()
    fence = ""
    previous = ""
    for line in _without_comments(source).split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not line.strip().strip(fence[0]))):
            fence, previous = ("" if fence else mark[1]), ""
            continue
        heading = None if fence else _heading(line, previous)
        if heading is None:
            found[-1][2].append(line if fence else _plain_line(line))
            previous = "" if fence else line
            continue
        if _UNDERLINE.fullmatch(line):
            found[-1][2].pop()
        level, text, anchor = heading
        if level <= DEEPEST or not used:
            found.append((_unique(anchor or slug(text), used), text, []))
        else:
            found[-1][2].append(text)
        previous = ""
    return [(anchor, heading, inline("\n".join(lines))) for anchor, heading, lines in found]


def _heading(line: str, previous: str) -> tuple[int, str, str] | None:
    match = _HEADING.fullmatch(line) if len(line) <= 2000 else None  # noqa: PLR2004  no heading is longer
    if match:
        level, raw = len(match[1]), match[2] or ""
    elif previous.strip() and _UNDERLINE.fullmatch(line) and not _MARKER.match(previous)[0].strip() and "|" not in previous:  # type: ignore[index]
        level, raw = (1 if "=" in line else 2), previous
    else:
        return None
    attributes = _ATTRIBUTES.search(raw[-250:])
    anchor = _ID.search(attributes[1]) if attributes else None
    if attributes:
        raw = raw[: len(raw) - len(attributes[0])]
    return level, " ".join(inline(raw).split()), anchor[1] if anchor else ""


def _plain_line(line: str) -> str:
    if _RULE.fullmatch(line[:500]) or _DEFINITION.fullmatch(line[:500]):
        return ""
    note = _NOTE.fullmatch(line.strip().lstrip("> "))
    if note:
        return note[1] or ""
    return line[_MARKER.match(line).end() :]  # type: ignore[union-attr]


def inline(text: str) -> str:
    """``text`` without emphasis, links, tags and entities: what a reader sees."""
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return html.unescape(text)


def _without_comments(text: str) -> str:
    parts, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        parts.append(text[position:start])
        position = end + 3
    return "".join(parts) + text[position:]


def slug(text: str) -> str:
    """The anchor that Python-Markdown gives a heading of this text."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", _SLUG.sub("", plain).strip().lower())


def _unique(anchor: str, used: set[str]) -> str:
    name, count = anchor or "_1", 1
    while name in used:
        name, count = f"{anchor}_{count}", count + 1
    used.add(name)
    return name
