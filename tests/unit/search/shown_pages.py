"""What Python-Markdown makes of a page, read off the HTML as a browser shows it: its sections, their ids and their words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown import Markdown

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self.in_heading = self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = self.hidden or tag in {"script", "style"}
        if tag in _HEADINGS and (given := dict(attrs).get("id")):
            self.found.append((given, [], []))
            self.in_heading = True
        if tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = self.hidden and tag not in {"script", "style"}
        self.in_heading = self.in_heading and tag not in _HEADINGS

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found[-1][1 if self.in_heading else 2].append(data)


def shown(source: str, *more: str) -> list[tuple[str, str, list[str]]]:
    """The id, the heading and the words of every section of the page; ``more`` are extensions. The first has neither id nor heading."""
    reader = _Shown()
    reader.feed(Markdown(extensions=[*EXTENSIONS, *more]).convert(source))
    reader.close()
    return [(given, " ".join("".join(heading).split()), words(" ".join(text))) for given, heading, text in reader.found]


def words(text: str) -> list[str]:
    """What of a text is words: no marks and no numbers."""
    return re.findall(r"[^\W\d_]\w*", text)
