"""The prose of a page as plain text, section by section: what search, answers and machines read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from answerbook.book import references

from .blocks import block_lines
from .links import entry_question
from .render import render
from .resolve import resolve
from .syntax import parse
from .values import Section

if TYPE_CHECKING:
    from .context import Context

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_LINES = {"p", "li", "dt", "dd", "tr", "caption", "blockquote", "pre", "div", "ul", "ol", "table", "br", "summary"}
# Where a line of text ends; no character of the text itself.
_BREAK = "\ue000"

# No prose: what works instead of saying, and what stands beside the text.
_SILENT = {"script", "style", "template", "nav", "copy-link", "article-feedback", "svg"}


def sections(markdown: str, context: Context, *, marks: bool = False) -> tuple[Section, ...]:
    """The parts of a page under their headings. The first is the page's start: anchor empty, its heading the page's title.

    Tables of figures, calculators, navigation and the question at the end are left out: they are no prose. With ``marks`` an item of a
    list begins with a dash; without, as in an excerpt, it is a line like any other.
    """
    reader = _Reader("- " if marks else "")
    reader.feed(render(markdown, context))
    reader.close()
    return tuple(Section(part.anchor, _line(part.heading), _text(part.text)) for part in reader.parts)


def plain(markdown: str, context: Context) -> str:
    """Markdown as plain text with its figures: a line for each paragraph and each item of a list."""
    parts = sections(markdown, context, marks=True)
    return "\n".join(text for part in parts for text in (part.heading, part.text) if text)


def resolved(markdown: str, context: Context) -> str:
    """The same Markdown with every reference written out as text; blocks become lists."""
    pieces, place = [], 0
    for reference in references.find(markdown):
        pieces += [markdown[place : reference.start], _written(reference.text[2:-2], context)]
        place = reference.end
    return "".join([*pieces, markdown[place:]])


def _written(inner: str, context: Context) -> str:
    target = parse(inner)
    if target.kind == "cite":
        return ""
    if target.kind == "figure":
        return resolve(target.id, context.book, context.language, context.as_of).text
    if target.kind == "block":
        return "\n".join(f"- {line}" for line in block_lines(context, target.id, target.rest))
    link = context.links.get(target.id)
    text = target.rest or entry_question(context, target.id)
    return f"[{text}]({context.link(link.url)})" if link else text


@dataclass(slots=True)
class _Part:
    anchor: str = ""
    heading: str = ""
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Gathers text under headings, leaving silent elements out."""

    def __init__(self, mark: str) -> None:
        super().__init__(convert_charrefs=True)
        self._mark = mark
        self.parts = [_Part()]
        self._open: list[tuple[str, bool]] = []
        self._heading: _Part | None = None

    def _quote(self, mark: str) -> None:
        """Without the looks of a link, a question within a sentence needs quotation marks."""
        if not self._silent:
            self.parts[-1].text.append(mark)

    @property
    def _silent(self) -> bool:
        return any(silent for _, silent in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _LINES:
            self.parts[-1].text.append(f"{_BREAK}{self._mark}" if tag == "li" and not self._silent else _BREAK)
        if tag in _VOID:
            return
        permalink = tag == "a" and "headerlink" in (given.get("class") or "")
        if "data-question" in given:
            self._quote("“")
        self._open.append(
            (f"{tag}?" if "data-question" in given else tag, tag in _SILENT or "hidden" in given or "data-ab-block" in given or permalink)
        )
        if tag in _HEADINGS and not self._silent:
            self._heading = self.parts[0] if tag == "h1" and not self.parts[0].heading else _Part(given.get("id") or "")
            if self._heading is not self.parts[0]:
                self.parts.append(self._heading)

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self.parts[-1].text.append(_BREAK)
        if tag in _HEADINGS:
            self._heading = None
        places = [place for place, (name, _) in enumerate(self._open) if name in {tag, f"{tag}?"}]
        if places:
            name = self._open[places[-1]][0]
            del self._open[places[-1] :]
            if name.endswith("?"):
                self._quote("”")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._heading is not None:
            self._heading.heading += data
        else:
            self.parts[-1].text.append(data)


# No-break spaces belong to the figures they stand in, so only ordinary white space is drawn together.
def _line(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def _text(pieces: list[str]) -> str:
    """The pieces as lines without needless space; a line end of the source is a space."""
    lines = (_line(line) for line in "".join(pieces).split(_BREAK))
    return "\n".join(line for line in lines if line not in {"", "-"})
