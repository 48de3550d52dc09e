"""The closed list of findings about the settings and pages of a site, AB300-AB399: every id with its title and what it means."""

from __future__ import annotations

from answerbook.book.catalogue import FindingKind

KINDS = {
    kind.id: kind
    for kind in (
        FindingKind("AB301", "settings cannot be read", "The generator's settings file is no YAML, or inherits in a circle."),
        FindingKind("AB302", "no address of the site", "Language switcher, site map and data need the address the site is published at."),
        FindingKind("AB303", "another theme", "The pages are made for the theme Material."),
        FindingKind("AB304", "instant navigation", "It keeps the words of the first language on pages of another."),
        FindingKind(
            "AB305", "search plugin not listed", "Without it the theme leaves out the place of the search box; its index is not shipped."
        ),
        FindingKind(
            "AB306", "folders of languages, one language built", "The pages of the other languages would be published as pages of this one."
        ),
        FindingKind("AB307", "unsupported docs structure", "Each language keeps its pages in its own folder."),
        FindingKind("AB308", "languages of site and book differ", "The site is built in the languages of the book, with the same default."),
        FindingKind("AB310", "page cannot be read", "A page is not UTF-8 text, or its front matter is not YAML."),
        FindingKind(
            "AB311",
            "page missing in a language",
            "A hand-written page exists in another language; it would be borrowed or dropped without notice.",
        ),
        FindingKind(
            "AB312",
            "ids of headings unknown",
            "The settings leave the ids of headings to a function that the search does not know: hits name sections by other ids.",
        ),
        FindingKind(
            "AB313", "two pages at one address", "Only one of them is published there; the search finds both, and leads to that one."
        ),
    )
}
