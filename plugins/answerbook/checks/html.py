"""Reads the figures out of a built page, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Marked:
    """A figure that names its rule: a ``<data>`` element with what it claims and what it shows."""

    line: int
    column: int
    language: str
    value: str
    rule: str
    ref: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """Running text outside any ``<data>`` element."""

    line: int
    column: int
    language: str
    text: str


@dataclass(slots=True)
class PageFigures:
    """Everything of a page that could be a figure; ``anchors`` are its element ids, ``links`` its local link targets."""

    marked: list[Marked] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: list[tuple[int, int, str]] = field(default_factory=list)


_SILENT = {"script", "style", "template", "code", "pre", "svg"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PageFigures()
        self._languages: list[tuple[str, str]] = []
        self._silent: list[str] = []
        self._open: Marked | None = None

    @property
    def _language(self) -> str:
        return next((language for _, language in reversed(self._languages) if language), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        line, column = self.getpos()
        if "id" in given:
            self.page.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            self.page.links.append((line, column + 1, given["href"]))
        if tag in _VOID:
            return
        self._languages.append((tag, given.get("lang", "")))
        if tag in _SILENT:
            self._silent.append(tag)
        if tag == "data":
            self._open = Marked(line, column + 1, self._language, given.get("value", ""), given.get("data-rule", ""), given.get("data-ref", ""))
            self.page.marked.append(self._open)

    def handle_endtag(self, tag: str) -> None:
        if tag == "data":
            self._open = None
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
        for place in range(len(self._languages) - 1, -1, -1):
            if self._languages[place][0] == tag:
                del self._languages[place:]
                break

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._open is not None:
            self._open.text += data
        elif data.strip():
            line, column = self.getpos()
            self.page.loose.append(Loose(line, column + 1, self._language, data))


def read_page(html: str) -> PageFigures:
    """The figures, running text, anchors and links of one page of HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page
