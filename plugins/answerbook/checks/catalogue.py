"""The closed list of findings about examples, prose, built sites and the twin: every id with its title and what it means."""

from __future__ import annotations

from answerbook.book.catalogue import FindingKind

KINDS = {
    kind.id: kind
    for kind in (
        FindingKind("AB150", "example differs", "A worked example promises another figure than the rules give."),
        FindingKind("AB151", "figure typed in prose", "A figure in prose does not follow its rule when the rule changes."),
        FindingKind("AB152", "proof does not hold", "A step of an answer does not re-derive by the verifier, which shares no code with the engine."),
        FindingKind("AB160", "site of another book", "The site was built from other rules than those checked."),
        FindingKind("AB161", "data file damaged", "A data file's name carries its hash; this one is absent or has other contents."),
        FindingKind("AB162", "figure without a rule", "A figure on a page does not say which rule it comes from."),
        FindingKind("AB163", "figure of an unknown rule", "A figure on a page names a rule that the book does not have."),
        FindingKind("AB164", "figure differs from its rule", "The text or the machine value of a figure is not what its rule gives on the site's day."),
        FindingKind("AB165", "amount without a rule", "An amount stands on a page outside any figure element, so nothing proves it."),
        FindingKind("AB166", "question without a place", "A question of the book has no page and anchor on the built site."),
        FindingKind("AB180", "browser engine differs", "The browser's engine gives another answer than Python to the same request."),
        FindingKind("AB181", "browser engine stopped", "The browser's engine could not answer from the files of the site."),
    )
}
