"""One article of ``faq/``: front matter with positions, questions as headings, answers as Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from annotated_types import MinLen
from pydantic import Field

from . import forms, references, yaml_nodes
from .catalogue import finding
from .model import Article, Entry, Position
from .schema import Closed
from .sentences import near, validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.findings import Finding

    from .model import Book
    from .yaml_nodes import Node

ANCHOR = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"

_HEADING = re.compile(r"(#{1,2})[ ]+(?=[^ ])")
_ID = re.compile(r"\{:?[ ]*#([^\s}]+)[^{}]*\}")


class EntryShape(Closed):
    """What the front matter says of one question."""

    asks: Annotated[list[forms.Line], MinLen(1)] = Field(description="How people ask for it, in their own words.")
    rules: list[forms.Dotted] = Field(default_factory=list, description="Rules it is about, beside those its answer refers to.")


class ArticleShape(Closed):
    """The front matter of an article."""

    id: str = Field(description="The article's id: its file name without .md, the same in every language.")
    title: forms.Line = Field(description="The title of the page.")
    description: forms.Line = Field(description="One sentence for search engines and lists.")
    collection: forms.Snake = Field(description="The collection it belongs to: its folder.")
    author: forms.Line = Field(description="Who wrote it.")
    updated: forms.Day = Field(description="The day it was last changed.")
    numbered: Literal["true", "false"] = Field("false", description="Whether its questions are numbered.")
    about: list[forms.Dotted] = Field(default_factory=list, description="Rules, or the beginnings of their ids, that it is about.")
    entries: dict[str, EntryShape] = Field(description="Its questions by id.")


@dataclass(frozen=True, slots=True)
class Heading:
    """A question in the body: its id (empty when none is written), text and place, and the answer below it."""

    id: str
    question: str
    position: Position
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An article that has been read and not yet linked: its front matter and texts, also when ``article`` is None (it has findings)."""

    name: str
    front: Node
    intro: str
    intro_line: int
    headings: tuple[Heading, ...]
    article: Article | None


def read_article(name: str, text: str, language: str) -> tuple[Draft | None, list[Finding]]:
    """The article in file ``name`` (below the book's folder), without rules from prose, and findings about its form.

    References and rule ids are checked by ``link``, when the whole ``faq/`` is known.
    """
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None:
        message = "The article has no front matter." if lines[0].rstrip() != "---" else "The front matter does not end."
        return None, [finding("AB100", Position(name, 1, 1), message, "Start the file with `---`, the keys, and `---` again.")]
    root, findings = yaml_nodes.parse(name, "\n".join(lines[1:end]) + "\n", first_line=2)
    intro, intro_line, headings, wrong = _split(name, lines, end + 1)
    findings = [*findings, *wrong]
    if root is None:
        return None, findings
    shape, wrong = validate(ArticleShape, root)
    seen = {(each.line, each.column) for each in findings}
    findings += [each for each in wrong if (each.line, each.column) not in seen]
    findings += _ids(name, root, headings)
    article = _article(name, language, shape, (intro, intro_line), headings) if shape else None
    return Draft(name, root, intro, intro_line, tuple(headings), article), findings


def _split(name: str, lines: list[str], start: int) -> tuple[str, int, list[Heading], list[Finding]]:
    """The body as intro and questions; headings inside code are none."""
    shown = references.blank_code("\n".join(lines[start:])).split("\n")
    marks: list[tuple[int, int]] = []
    findings = []
    for number, line in enumerate(shown, start=start):
        match = _HEADING.match(line)
        if match and len(match[1]) == 1:
            message = "A first-level heading stands in the body."
            findings.append(
                finding(
                    "AB116", Position(name, number + 1, 1), message, "Put the title in the front matter, and questions on the second level."
                )
            )
        elif match:
            marks.append((number, match.end()))
    headings = []
    for index, (number, column) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(lines)
        body, body_line = _block(lines, number + 1, end)
        question, entry = _question(lines[number][column:])
        headings.append(Heading(entry, question, Position(name, number + 1, column + 1), body, body_line))
    intro, intro_line = _block(lines, start, marks[0][0] if marks else len(lines))
    return intro, intro_line, headings, findings


def _question(heading: str) -> tuple[str, str]:
    """The text of a heading and the id written behind it, if any."""
    text = heading.rstrip()
    start = text.rfind("{")
    match = _ID.fullmatch(text, start) if start >= 0 else None
    return (text[:start] if match else text).rstrip(" #"), match[1] if match else ""


def _block(lines: list[str], start: int, end: int) -> tuple[str, int]:
    """Lines ``start`` to ``end`` without blank ones around them, and the file's line on which they begin."""
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return "\n".join(lines[start:end]), start + 1


def _ids(name: str, root: Node, headings: list[Heading]) -> list[Finding]:
    """Questions and front matter name the same entries, each once and well; the article is where and what it says it is."""
    below = root.get("entries")
    entries = dict(below.entries()) if below else {}
    asked = {heading.id: heading.position for heading in reversed(headings)}  # the first place of each id wins
    spare = sorted(entries.keys() - asked.keys())
    findings = [each for heading in headings for each in _heading_ids(heading, asked[heading.id], entries, spare)]
    for key, node in entries.items():
        if key not in asked:
            hint = f"Add a heading `## Question {{ #{key} }}`, or take it away."
            findings.append(finding("AB105", node.start, f"The entry `{key}` has no question in the article.", hint))
        findings += _asks(node)
    return [*findings, *_whereabouts(name, root)]


def _heading_ids(heading: Heading, first: Position, entries: dict[str, Node], spare: list[str]) -> list[Finding]:
    """A question has an id of its own (``first`` is where that id first stands), paraphrases in the front matter, and an answer."""
    where, entry = heading.position, heading.id
    if not entry:
        message = f"The question “{heading.question}” has no id."
        return [finding("AB103", where, message, "Write `{ #id }` behind it, the same in every language.")]
    findings = []
    if first != where:
        hint = f"Rename it; the first is on line {first.line}."
        findings.append(finding("AB102", where, f"The entry id `{entry}` is given a second time.", hint))
    elif not re.fullmatch(ANCHOR, entry):
        hint = "Write lower-case letters, digits and single hyphens."
        findings.append(finding("AB117", where, f"`{entry}` is not an entry id.", hint))
    elif entry not in entries:
        hint = near(entry, spare) or "List them under `entries` in the front matter."
        findings.append(finding("AB104", where, f"The entry `{entry}` has no paraphrases.", hint))
    if not heading.body:
        findings.append(finding("AB106", where, f"The entry `{entry}` has no answer.", "Write it under the question."))
    return findings


def _whereabouts(name: str, root: Node) -> list[Finding]:
    """The file is named after the article and lies in the folder of its collection."""
    folder, stem = name.removesuffix(".md").split("/")[-2:]
    own, shelf = root.get("id"), root.get("collection")
    findings = []
    if own and own.text and own.text != stem:
        message = f"The article `{own.text}` stands in the file {stem}.md."
        findings.append(finding("AB115", own.position, message, "Give both one name, in every language."))
    elif own and not re.fullmatch(ANCHOR, stem):
        hint = "Name the file in lower-case letters, digits and single hyphens."
        findings.append(finding("AB117", own.position, f"`{stem}` is not an article id.", hint))
    if shelf and shelf.text and shelf.text != folder:
        message = f"The article says collection `{shelf.text}` and stands in the folder {folder}."
        findings.append(finding("AB101", shelf.position, message, "Move it, or mend the key."))
    return findings


def _asks(entry: Node) -> list[Finding]:
    asks = entry.get("asks")
    seen: set[str] = set()
    findings = []
    for ask in asks.elements() if asks else ():
        if ask.text and ask.text.casefold() in seen:
            findings.append(finding("AB048", ask.position, f"“{ask.text}” is listed twice.", "Keep one."))
        seen.add(ask.text.casefold())
    return findings


def _article(name: str, language: str, shape: ArticleShape, intro: tuple[str, int], headings: list[Heading]) -> Article:
    entries = []
    for heading in headings:
        said = shape.entries.get(heading.id)
        asks, rules = (tuple(said.asks), tuple(dict.fromkeys(said.rules))) if said else ((), ())
        entries.append(Entry(heading.id, shape.id, heading.question, asks, rules, heading.body, heading.position, heading.body_line))
    return Article(
        id=shape.id,
        language=language,
        path="/".join(name.removesuffix(".md").split("/")[-2:]),
        collection=shape.collection,
        title=shape.title,
        description=shape.description,
        author=shape.author,
        updated=shape.updated,
        about=tuple(shape.about),
        intro=intro[0],
        entries=tuple(entries),
        numbered=shape.numbered == "true",
        position=Position(name, 1, 1),
        intro_line=intro[1],
    )


def link(draft: Draft, book: Book, known: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Findings about what the article points to: references in its prose, rule ids in its front matter."""
    findings = references.check(draft.name, draft.intro, known, draft.intro_line)
    for heading in draft.headings:
        findings += references.check(draft.name, heading.body, known, heading.body_line)
    for element in _listed(draft.front.get("about")):
        if element.text not in book.rules and not any(rule.startswith(f"{element.text}.") for rule in book.rules):
            message = f"No rule is called `{element.text}` or starts with it."
            findings.append(finding("AB109", element.position, message, near(element.text, [*book.rules, *book.topics])))
    entries = draft.front.get("entries")
    for _, node in entries.entries() if entries else ():
        for element in _listed(node.get("rules")):
            if element.text not in book.rules:
                findings.append(finding("AB109", element.position, f"There is no rule `{element.text}`.", near(element.text, book.rules)))
    return findings


def _listed(node: Node | None) -> tuple[Node, ...]:
    return node.elements() if node else ()
