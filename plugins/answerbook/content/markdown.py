"""The Markdown extension: references in prose become figures, links and blocks. Knows no site generator, so it works in any of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from answerbook.calendar import is_day

from .blocks import block_html
from .check import check_references
from .context import Context
from .links import entry_link
from .resolve import resolve
from .syntax import REFERENCE, Target, parse

if TYPE_CHECKING:
    import re

    from markdown import Markdown

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class AnswerbookExtension(Extension):
    """Resolves ``{{ … }}`` in Markdown.

    Options: ``context`` (a Context, from Python), or for use in any generator's settings ``book`` (a folder), ``language`` (default: the
    book's first) and ``as_of`` (the day the pages are made for).
    """

    def __init__(self, **options: Any) -> None:
        """Take the options of a generator's settings or of Python."""
        self.config = {
            "context": ["", "what the page refers to, given from Python"],
            "book": ["", "folder of pricing.yaml and faq/"],
            "language": ["", "language of the pages; the book's first when empty"],
            "as_of": ["", "the day the pages are made for, as YYYY-MM-DD"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Add the processors. Raises FindingsError or ValueError when there is no usable book or day."""
        context = self.getConfig("context")
        if not isinstance(context, Context):
            context = standalone(self.getConfig("book"), self.getConfig("language"), self.getConfig("as_of"))
        # First of all: the text as written, so that findings name its lines.
        md.preprocessors.register(_Check(md, context), "answerbook-check", 1000)
        # Behind code (80), before paragraphs (10).
        md.parser.blockprocessors.register(_Blocks(md, context), "answerbook-block", 12)
        # Behind code (190) and escapes (180), before links (160): a figure may stand in a link's text.
        md.inlinePatterns.register(_References(md, context), "answerbook", 175)
        # Behind the table of contents (5), which would take the copy link for a part of the question.
        md.treeprocessors.register(_Questions(md, context), "answerbook-questions", 4)


def standalone(folder: str, language: str, as_of: str) -> Context:
    """A context read from a folder, for generators that only know Markdown extensions: links lead to ``<entry>`` on the same page.

    Raises:
        ValueError: no day, or none that exists.
        FindingsError: the book cannot be used.
    """
    from answerbook.book import load
    from answerbook.language import load as load_language
    from answerbook.wording import catalogue

    if not is_day(as_of):
        message = f"answerbook: the option as_of needs a day written as YYYY-MM-DD, not {as_of!r}"
        raise ValueError(message)
    book = load(Path(folder or "."))
    code = language or book.default_language
    return Context(book, load_language(code), as_of, catalogue(code))


class _Check(Preprocessor):
    """Refuses a page with references that lead nowhere."""

    def __init__(self, md: Markdown, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        check_references("\n".join(lines), self.context)
        return lines


class _Blocks(BlockProcessor):
    """A paragraph that is a block reference and nothing else."""

    def __init__(self, md: Markdown, context: Context) -> None:
        super().__init__(md.parser)
        self.md, self.context = md, context

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        return _lone_block(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        target = _lone_block(blocks.pop(0))
        if target:
            SubElement(parent, "p").text = self.md.htmlStash.store(block_html(self.context, target.id, target.rest))


def _lone_block(block: str) -> Target | None:
    text = block.strip()
    if not (text.startswith("{{") and text.endswith("}}")) or "}}" in text[2:-2]:
        return None
    target = parse(text[2:-2])
    return target if target.kind == "block" else None


class _References(InlineProcessor):
    """A reference within a line."""

    def __init__(self, md: Markdown, context: Context) -> None:
        super().__init__(REFERENCE, md)
        self.context = context

    def handleMatch(  # type: ignore[override] # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        del data
        return self._made(parse(m[1])), m.start(0), m.end(0)

    def _made(self, target: Target) -> Element | str | None:
        if target.kind == "cite":
            return Element("span", {"data-rule": target.id, "hidden": "hidden"})
        if target.kind == "link":
            # Stored as HTML: a generator that rewrites links would take it for a path of its own.
            return self.md.htmlStash.store(entry_link(self.context, target.id, target.rest))
        if target.kind == "block":
            return None
        return self._figure(target.id)

    def _figure(self, ref: str) -> Element:
        found = resolve(ref, self.context.book, self.context.language, self.context.as_of)
        made = Element("data", {"class": "ab-figure", "value": found.value, "data-rule": found.rule, "data-ref": found.ref})
        made.text = AtomicString(found.text)
        return made


class _Questions(Treeprocessor):
    """Marks the headings that are questions of the book, and gives each a link to copy."""

    def __init__(self, md: Markdown, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: Element) -> None:
        for heading in root.iter():
            entry = heading.get("id", "")
            if heading.tag in _HEADINGS and self._stands_here(entry):
                self._mark(heading, entry)

    def _stands_here(self, entry: str) -> bool:
        link = self.context.links.get(entry)
        return link is not None and link.url == f"{self.context.url}#{entry}"

    def _mark(self, heading: Element, entry: str) -> None:
        for permalink in [child for child in heading if child.tag == "a" and "headerlink" in child.get("class", "")]:
            heading.remove(permalink)
        numbered = any(one.numbered and one.id == self.context.links[entry].article for one in self._articles())
        heading.set("class", " ".join(filter(None, [heading.get("class"), "ab-entry", "ab-numbered" if numbered else ""])))
        copy = SubElement(heading, "copy-link")
        link = SubElement(copy, "a", {"href": f"#{entry}", "aria-label": self.context.text("copy_link")})
        link.text = AtomicString("#")

    def _articles(self) -> tuple[Any, ...]:
        return self.context.book.articles.get(self.context.language.code, ())


def makeExtension(**options: Any) -> AnswerbookExtension:  # noqa: N802 - Python-Markdown's name
    """The extension, for settings that name this module instead of the entry point."""
    return AnswerbookExtension(**options)
