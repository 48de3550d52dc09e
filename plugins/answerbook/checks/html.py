"""Reads everything out of a built page that could be a figure, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Stands in running text where a figure element stood.
FIGURE = "\ufffc"


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


@dataclass(slots=True)
class Loose:
    """Running text of one block of a page, or one attribute that people are shown, figure elements replaced by ``FIGURE``.

    ``pieces`` are the offsets at which its parts begin, with their place in the file.
    """

    language: str
    text: str = ""
    pieces: list[tuple[int, int, int]] = field(default_factory=list)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of an offset in the text."""
        start, line, column = next(piece for piece in reversed(self.pieces) if piece[0] <= offset)
        before = self.text[start:offset]
        rows = before.count("\n")
        return line + rows, len(before) - before.rfind("\n") if rows else column + len(before)


@dataclass(slots=True)
class Page:
    """What a page holds. ``cited`` are rules named without a figure, ``json_ld`` the structured data, each with line and column.

    ``headings`` are the texts of headings by their id.
    """

    marked: list[Marked] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    headings: dict[str, str] = field(default_factory=dict)
    cited: list[tuple[int, int, str]] = field(default_factory=list)
    json_ld: list[tuple[int, int, str]] = field(default_factory=list)


# A block of code shows how something is written, it claims nothing; scripts and styles are not shown.
_SILENT = {"script", "style", "pre"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
#: What the mark beside a heading is, which is no part of it.
_PERMALINK = "headerlink"
_SHOWN = ("alt", "aria-label", "aria-description", "placeholder", "title", "content", "label")
#: An amount may run through these: € <b>950</b> is one.
INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "copy-link",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "s",
    ),
    *("small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
}


class _Reader(HTMLParser):
    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[tuple[str, str]] = [("", language)]
        self._silent: list[str] = []
        self._data: Marked | None = None
        self._run: Loose | None = None
        self._heading = ""

    @property
    def _language(self) -> str:
        return self._open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in INLINE or "lang" in given:
            self._run = None
        self._note_heading(tag, given)
        language = given.get("lang", "").partition("-")[0].lower() or self._language
        self._note(tag, given, language)
        if tag in _VOID:
            return
        self._open.append((tag, language))
        if tag in _SILENT:
            self._silent.append("json" if given.get("type", "").strip().lower() == "application/ld+json" else tag)
        if tag == "data":
            self._figure(given, language)

    def _note(self, tag: str, given: dict[str, str], language: str) -> None:
        line, column = self.getpos()
        if "id" in given:
            self.page.anchors.add(given["id"])
        if tag != "data" and given.get("data-rule"):
            self.page.cited.append((line, column + 1, given["data-rule"]))
        for name in _SHOWN:
            if given.get(name):
                self.page.loose.append(Loose(language, given[name], [(0, line, column + 1)]))

    def _note_heading(self, tag: str, given: dict[str, str]) -> None:
        if tag in _HEADINGS:
            self._heading = given.get("id", "")
            self.page.headings.setdefault(self._heading, "")
        elif self._heading and tag == "img":
            self.page.headings[self._heading] += f" {given.get('alt', '')} "
        elif self._heading and _PERMALINK in given.get("class", "").split():
            self._heading = ""  # it stands last

    def _figure(self, given: dict[str, str], language: str) -> None:
        line, column = self.getpos()
        self._append(FIGURE)
        self._data = Marked(line, column + 1, language, given.get("value", ""), given.get("data-rule", ""), given.get("data-ref", ""))
        self.page.marked.append(self._data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "data":
            self._data = None
        if tag not in INLINE:
            self._run = None
        if tag in _HEADINGS:
            self._heading = ""
        if tag in _SILENT and self._silent:
            self._silent.pop()
        places = [place for place, (name, _) in enumerate(self._open) if name == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        if self._heading and not self._silent:
            self.page.headings[self._heading] += data
        if self._silent:
            if self._silent[-1] == "json":
                line, column = self.getpos()
                self.page.json_ld.append((line, column + 1, data))
        elif self._data is not None:
            self._data.text += data
        else:
            self._append(data)

    def _append(self, data: str) -> None:
        line, column = self.getpos()
        if self._run is None:
            self._run = Loose(self._language)
            self.page.loose.append(self._run)
        self._run.pieces.append((len(self._run.text), line, column + 1))
        self._run.text += data


def read_page(html: str, language: str) -> Page:
    """The figures, running text, anchors and structured data of one page.

    ``language`` holds where the page names none. Raises ValueError for what is no HTML.
    """
    reader = _Reader(language)
    try:
        reader.feed(html)
        reader.close()
    except AssertionError as error:  # how the parser of the standard library calls a declaration it does not know
        raise ValueError(str(error)) from error
    reader.page.loose = [loose for loose in reader.page.loose if loose.text.strip()]
    return reader.page
