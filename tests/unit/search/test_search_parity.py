"""A thousand questions in each language: the browser answers every one as Python does, to the byte; and every word has one stem."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from answerbook.book import load
from answerbook.canonical import dumps
from answerbook.language.words import fold, stem, tokens
from answerbook.search import export
from answerbook.search.documents import from_pages
from answerbook.search.engine import build
from answerbook.search.requests import search
from answerbook.site.plan import make_plan
from forms import ONE_FILE, many_files
from made_pages import pages
from made_questions import requests
from made_words import TONGUES

from tests.node import ROOT, find_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from answerbook.search.documents import Document
    from answerbook.search.engine import Engine

SCRIPT = Path(__file__).parent / "twin.mjs"
#: Nobody waits longer for some thousands of answers.
PATIENCE = 120
FORMS = {"one file": ONE_FILE, "many files": many_files(300, 3)}
#: The made pages, in one language without a stemmer, and those of this repository.
MADE = {"nl": 1_000, "en": 1_000, "de": 1_000, "fr": 1_000, "sv": 400}
OURS = {"our nl": 200, "our en": 200}


@cache
def _book() -> tuple[Any, Any]:
    book = load(ROOT)
    return book, make_plan(book, ROOT, "2026-11-23")


def documents(name: str) -> Sequence[Document]:
    return from_pages(_book()[1].pages[name[-2:]]) if name in OURS else pages(name)


def synonyms(name: str) -> list[list[str]]:
    if name in MADE:
        return TONGUES[name].synonyms
    return [[words.one, words.other, *words.synonyms] for words in _book()[0].words[name[-2:]].values()]


@cache
def engine(name: str) -> Engine:
    return build(documents(name), name[-2:], synonyms(name))


class Twin:
    """The browser's search over one engine's files in each form, answering lines while Python does too."""

    def __init__(self, folder: Path, name: str, lines: list[str], forms: Iterable[str]) -> None:
        self.folder, self.lines = folder, lines
        self.running = {form: self._start(name, form) for form in forms}

    def _start(self, name: str, form: str) -> subprocess.Popen[bytes]:
        here = self.folder / form
        with pytest.MonkeyPatch.context() as patch:
            for constant, value in FORMS[form].items():
                patch.setattr(export, constant, value)
            manifest, files = engine(name).files()
        for path, content in files.items():
            (here / path).parent.mkdir(parents=True, exist_ok=True)
            (here / path).write_bytes(content)
        (here / "asked").write_text("".join(f"{line}\n" for line in self.lines))
        command = [find_node(), str(SCRIPT), str(here), manifest]
        with (here / "asked").open() as asked, (here / "answered").open("wb") as answered, (here / "failed").open("wb") as failed:
            return subprocess.Popen(command, stdin=asked, stdout=answered, stderr=failed, cwd=ROOT)

    def answers(self) -> Iterator[tuple[str, list[str]]]:
        """Each form with its answers."""
        for form, process in self.running.items():
            assert process.wait(PATIENCE) == 0, (self.folder / form / "failed").read_text()
            yield form, (self.folder / form / "answered").read_text(encoding="utf-8").split("\n")[:-1]


@contextmanager
def twin(folder: Path, name: str, lines: list[dict[str, Any]], forms: Iterable[str] = FORMS) -> Iterator[Twin]:
    started = Twin(folder, name, [json.dumps(line) for line in lines], forms)
    try:
        yield started
    finally:
        for process in started.running.values():
            process.kill()
            process.wait()


@pytest.mark.parametrize("name", [*MADE, *OURS])
def test_a_thousand_questions_have_the_same_answers_to_the_byte(tmp_path, name):
    asked = requests(name[-2:], documents(name), synonyms(name), (MADE | OURS)[name])
    assert len(asked) == (MADE | OURS)[name]
    with twin(tmp_path, name, asked) as browser:
        expected = [dumps(search(engine(name), request, request["limit"])) for request in asked]
        for form, answers in browser.answers():
            different = [
                (request, python, other) for request, python, other in zip(asked, expected, answers, strict=True) if python != other
            ]
            assert different[:3] == [], f"{len(different)} of {len(asked)} differ with {form}"


def test_the_thousand_questions_try_everything_that_an_answer_can_say():
    for name in MADE:
        said = Counter()
        for request in requests(name, documents(name), synonyms(name), 600):
            answer = search(engine(name), request, request["limit"])
            said.update(answer.keys())
            said.update({f"hit {member}" for hit in answer["hits"] for member in hit})
            said["none" if not answer["hits"] else "some"] += 1
        assert set(said) == {
            *("hits", "found", "collections", "repaired", "unquoted", "none", "some", "hit url", "hit title", "hit score"),
            *("hit section", "hit collection", "hit snippet", "hit highlights", "hit sections"),
        }
        assert min(said.values()) >= 15, (name, said)


def spellings(name: str) -> set[str]:
    """Every word of the pages and of the vocabulary, and what is left of it without its last letter, as when it is being typed."""
    texts = (f"{page.title}\n{page.headings}\n{page.body}\n{page.hints}\n{page.description}" for page in documents(name))
    words = {token.text for text in texts for token in tokens(text)}
    words |= {fold(word) for word in words} | {word.text for word in engine(name).source.vocabulary.words}
    return words | {word[:-1] for word in words if len(word) > 1}


@pytest.mark.parametrize("lang", MADE)
def test_every_word_of_every_vocabulary_has_one_stem(tmp_path, lang):
    words = sorted(set().union(*map(spellings, MADE | OURS)))
    with twin(tmp_path, lang, [{"stem": word} for word in words], ["one file"]) as browser:
        expected = [dumps(stem(lang, word)) for word in words]
        for _, answers in browser.answers():
            assert [row for row in zip(words, expected, answers, strict=True) if row[1] != row[2]] == []


@pytest.mark.parametrize("name", [*MADE, *OURS])
def test_the_browser_reads_the_vocabulary_back_as_it_was(tmp_path, name):
    beginnings = ["", *sorted({word.text[:size] for word in engine(name).source.vocabulary.words for size in (1, 3)})]
    with twin(tmp_path, name, [{"starting": text} for text in beginnings]) as browser:
        found = (engine(name).source.vocabulary.starting(text) for text in beginnings)
        expected = [dumps([[word.text, word.stem, word.size] for word in words]) for words in found]
        for form, answers in browser.answers():
            assert answers == expected, form
