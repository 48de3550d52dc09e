"""What a page needs in order to be written: the book, a language, a day, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .markup import Markup, markup
from .urls import relative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Book, Words
    from answerbook.language import Language
    from answerbook.wording import Catalogue

    from .values import EntryLink

#: Hand-written pages that others link to, by their path below the language's folder of ``docs``.
CONTACT = "contact.md"
SEARCH = "search.md"
HOME = "index.md"


@dataclass(frozen=True, slots=True)
class Context:
    """Everything prose may refer to, for one language and one day.

    Attributes:
        book: The rules and the articles.
        language: How figures are written.
        as_of: The day the page is made for, as YYYY-MM-DD.
        say: The sentences of the pages themselves.
        links: Where each entry stands, by entry id, in this language.
        urls: Where each page stands, site-relative, by its path below the language (``faq/seats/extra-seats.md``).
        url: The page being written, site-relative; links come out relative to it.
        source: What a finding calls the page: a path relative to the book's folder.
        first_line: Line of that file on which the Markdown begins.
        base: The address put before links where they cannot be relative; None where they can.
    """

    book: Book
    language: Language
    as_of: str
    say: Catalogue
    links: Mapping[str, EntryLink] = field(default_factory=dict)
    urls: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    source: str = ""
    first_line: int = 1
    base: str | None = None

    def at(self, url: str, source: str, first_line: int = 1) -> Context:
        """The same for another page."""
        return replace(self, url=url, source=source, first_line=first_line)

    def text(self, key: str, **slots: str | int) -> str:
        """A sentence of the catalogue ``site``, as plain text."""
        return self.say.say(f"site.{key}", **slots)

    def html(self, key: str, **slots: str) -> Markup:
        """The same as HTML: sentence and slots escaped, but for slots that are HTML already."""
        marks = {name: f"\ue000{place}\ue001" for place, name in enumerate(slots)}
        sentence = str(markup(self.text(key, **marks)))
        for name, mark in marks.items():
            sentence = sentence.replace(mark, markup(slots[name]))
        return Markup(sentence)

    def words(self, thing: str) -> Words | None:
        """What a thing of the book is called in this language; None when it has no name."""
        return self.book.words.get(self.language.code, {}).get(thing)

    def name(self, thing: str) -> str:
        """The singular name of a thing; its id when the language has none."""
        words = self.words(thing)
        return words.one if words else thing

    def names(self, thing: str) -> str:
        """The plural name of a thing; its id when the language has none."""
        words = self.words(thing)
        return words.other if words else thing

    @property
    def mail(self) -> str | None:
        """The first e-mail address of the book: where a message goes when nobody else is named."""
        return next((one.email for one in self.book.statements.values() if one.email), None)

    def link(self, url: str) -> str:
        """A site-relative URL as a link on this page."""
        return relative(url, self.url) if self.base is None else self.base + url

    def page(self, src: str) -> str | None:
        """The link to a page by its path below the language; None when the site has no such page."""
        url = self.urls.get(src)
        return None if url is None else self.link(url)
