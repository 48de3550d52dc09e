"""The pages of a built site against the plan: each is there, with its questions and the figures its text refers to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote

from answerbook.book import references
from answerbook.content.syntax import parse

from .html import read_page
from .opened import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerbook.book.model import Entry
    from answerbook.content.values import Page as PlannedPage

    from .comparison import Comparison
    from .html import Page
    from .opened import BuiltSite
    from .result import Result


def read_pages(default: str, site: BuiltSite, result: Result) -> dict[str, Page]:
    """Every page of the site by its path, in the language ``default`` where nothing names another; AB167 for those that cannot be read."""
    bases = sorted(((files.base, code) for code, files in site.manifest.languages.items()), reverse=True)
    pages: dict[str, Page] = {}
    for path in sorted(site.folder.rglob("*.html")):
        if not path.is_file():
            continue
        name = path.relative_to(site.folder).as_posix()
        language = next((code for base, code in bases if name.startswith(base)), default)
        result.count("pages")
        try:
            pages[name] = read_page(path.read_bytes().decode("utf-8"), language)
        except ValueError:
            result.add("AB167", (site.called(name), 1, 1), "The page is no HTML in UTF-8, so its figures were not compared.")
    return pages


def file_of(url: str) -> str:
    """The file that a site-relative URL shows."""
    path = unquote(url.partition("#")[0])
    return f"{path}index.html" if path.endswith("/") or not path else path


def check_pages(of: Comparison) -> None:
    """AB166, AB168, AB169, AB171: pages, questions and figures that the site lacks, and questions only the site has."""
    for code, planned in of.plan.pages.items():
        if code not in of.site.manifest.languages:
            of.result.add("AB168", (of.site.called(MANIFEST), 1, 1), f"The site has no pages in {code}.")
            continue
        for page in planned:
            _check_page(of, page)
        _check_questions(of, code)


def _check_page(of: Comparison, planned: PlannedPage) -> None:
    name = file_of(planned.url)
    page = of.pages.get(name)
    if page is None:
        if not (of.site.folder / name).is_file():  # else reported as AB167
            of.result.add("AB168", (of.site.called(name), 1, 1), f"The page {planned.src} is not there in {planned.language}.")
        return
    targets = (parse(reference.text[2:-2]) for reference in references.find(planned.markdown))
    wanted = Counter(target.id for target in targets if target.kind == "figure")
    shown = Counter(marked.ref for marked in page.marked if marked.language == planned.language)
    for ref in wanted - shown:
        message = f"The text of {planned.src} refers to {ref} {_times(wanted[ref])}; the page shows it {_times(shown[ref])}."
        of.result.add("AB169", (of.site.called(name), 1, 1), message)


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once"}.get(count, f"{count} times")


def _check_questions(of: Comparison, code: str) -> None:
    name = f"answerbook/{of.site.manifest.languages[code].language}"
    data = of.site.json(name)
    links = data.get("links") if isinstance(data, dict) else None
    links = links if isinstance(links, dict) else {}
    entries = {entry.id: entry for article in of.book.articles.get(code, ()) for entry in article.entries}
    for entry in entries.values():
        link = links.get(entry.id)
        _check_question(of, code, entry, link if isinstance(link, dict) else {})
    for extra in sorted(set(links) - set(entries)):
        of.result.add("AB171", (of.site.called(name), 1, 1), f"The built site has the question {extra} in {code}; the book does not.")


def _check_question(of: Comparison, code: str, entry: Entry, link: Mapping[str, object]) -> None:
    of.result.count("questions")
    place = (entry.position.file, entry.position.line, entry.position.column)
    planned = of.plan.entries[code][entry.id]
    path, _, anchor = str(link.get("url", planned.url)).partition("#")
    page = of.pages.get(file_of(path))
    if page is None or unquote(anchor) not in page.anchors:
        of.result.add("AB166", place, f"The built site has no place for the question {entry.id} in {code}.")
    elif link and link.get("question") != planned.question:
        of.result.add("AB171", place, f"The built site words the question {entry.id} differently in {code}.")
