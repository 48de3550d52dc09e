"""The closed list of findings about prose, examples, built sites and the twin: every id with its title and what it means.

AB150-AB189 are this room's, AB190-AB199 the wording room's, which has no list of its own. FINDINGS.md is written from all lists.
"""

from __future__ import annotations

from answerbook.book.catalogue import FindingKind

KINDS = {
    kind.id: kind
    for kind in (
        FindingKind("AB150", "example differs", "A worked example promises another figure than the rules give."),
        FindingKind("AB151", "figure typed in prose", "A figure in prose does not follow its rule when the rule changes."),
        FindingKind(
            "AB152", "proof does not hold", "A step of an answer does not re-derive by the verifier, which shares no code with the engine."
        ),
        FindingKind("AB153", "page is not UTF-8", "The bytes are not UTF-8 text, so figures in it cannot be found."),
        FindingKind(
            "AB154", "reference in single braces", "A reference has double braces; with single ones customers see it as it is written."
        ),
        FindingKind("AB160", "site of another book", "The site was built from other rules than those checked."),
        FindingKind(
            "AB161", "data file absent or damaged", "A data file's name carries its digest; this one is absent or has other contents."
        ),
        FindingKind("AB162", "figure without a rule", "A figure on a page does not say which rule it comes from."),
        FindingKind("AB163", "figure of an unknown rule", "A page names a rule, or a figure of a rule, that the book does not have."),
        FindingKind(
            "AB164",
            "figure differs from its rule",
            "The text, the machine value or the rule of a figure is not what the book gives on the site's day.",
        ),
        FindingKind("AB165", "amount without a rule", "An amount stands on a page outside any figure element, so nothing proves it."),
        FindingKind("AB166", "question without a place", "A question of the book has no page and anchor on the built site."),
        FindingKind(
            "AB167", "site cannot be read", "The manifest of the site, or a page of it, is broken, so what it says cannot be compared."
        ),
        FindingKind("AB168", "page missing", "A page that the book and the docs give in this language is not on the built site."),
        FindingKind(
            "AB169",
            "figure missing from its page",
            "The text of a page refers to a figure that the built page does not show, whatever built it.",
        ),
        FindingKind(
            "AB170",
            "data file differs",
            "A data file is intact, but it is not what the book, the articles and this version of the package give.",
        ),
        FindingKind(
            "AB171", "site of other questions", "The built site knows a question that the book does not, or words one differently."
        ),
        FindingKind("AB172", "structured data differs", "What a page says to machines is not what its book gives."),
        FindingKind(
            "AB173", "text for machines differs", "A line of llms.txt or llms-full.txt is not what the articles and the book give."
        ),
        FindingKind(
            "AB174",
            "site of earlier prices",
            "A price has changed since the day that the site was built for, and the site shows the old one.",
        ),
        FindingKind(
            "AB175",
            "file of the site differs",
            "A file for machines or for the host is absent, or not what book, pages and settings give.",
        ),
        FindingKind(
            "AB176",
            "search leads nowhere",
            "A hit would name a section of a page by an id that its heading does not have on the built site.",
        ),
        FindingKind("AB180", "browser engine differs", "The browser's engine gives another answer than Python to the same request."),
        FindingKind("AB181", "browser engine stopped", "The browser's engine could not answer from the files of the site."),
        FindingKind("AB190", "not a message", "An entry of a message file is neither a sentence nor the forms of one."),
        FindingKind(
            "AB191", "message missing in a language", "Every message stands in every language; one may have those of the search alone."
        ),
        FindingKind(
            "AB192", "slots differ between languages", "A message has the same slots in every language, else a figure would be lost."
        ),
        FindingKind("AB193", "digit in a message", "Figures reach a message through its slots only."),
        FindingKind("AB194", "brace that is no slot", "A slot is a name in braces; anything else between them is a mistake."),
        FindingKind("AB195", "form chosen by nothing", "The slot that chooses between singular and plural is a count of the message."),
    )
}
