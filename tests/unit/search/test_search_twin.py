"""The browser's search: the same hits as Python's, from files that are small, stable, and sometimes broken."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from answerbook import canonical
from answerbook.search import export
from answerbook.search.documents import Part
from answerbook.search.engine import BrokenIndexError, Document, build, open_index
from answerbook.search.requests import search
from corpus import PAGES, documents, questions
from forms import FORMS

from tests.node import run_node

SCRIPT = Path(__file__).parent / "search.mjs"


def write(engine, folder: Path) -> str:
    manifest, files = engine.files()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return manifest


def ask(folder: Path, manifest: str, asked: list[str], other: str | None = None) -> list[str]:
    given = json.dumps({"folder": str(folder), "manifest": manifest, "other": other, "questions": asked})
    return run_node(SCRIPT, stdin=given).split("\n")[:-1]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", PAGES)
def test_the_browser_gives_the_same_hits_to_the_byte(engine, tmp_path, monkeypatch, lang, form):
    for name, value in FORMS[form].items():
        monkeypatch.setattr(export, name, value)
    asked = questions(lang)
    expected = [canonical.dumps(search(engine(lang), {"q": question})) for question in asked]
    assert len(asked) > 80
    for question, python, browser in zip(asked, expected, ask(tmp_path, write(engine(lang), tmp_path), asked), strict=True):
        assert browser == python, question[:80]


def test_without_a_hit_in_the_readers_language_both_offer_hits_of_the_other(engine, tmp_path):
    asked = ["wachtwoord", "wachtwoodr", "password", "qzxv", ""]
    expected = [search(engine("en"), {"q": question}, 10, lambda: engine("nl")) for question in asked]
    assert [[hit.get("lang") for hit in answer["hits"]] for answer in expected] == [["nl"], ["nl"], [None], [], []]
    assert expected[1]["repaired"]
    found = ask(tmp_path, write(engine("en"), tmp_path), asked, write(engine("nl"), tmp_path))
    assert found == [canonical.dumps(answer) for answer in expected]


def test_when_the_other_index_cannot_be_had_nothing_was_found_and_no_more_is_said(engine, tmp_path):
    def other():
        return open_index(tmp_path / "nowhere")

    with pytest.raises(BrokenIndexError):
        other()
    expected = search(engine("en"), {"q": "wachtwoord"}, 10, other)
    assert expected == {"hits": []}
    manifest, second = write(engine("en"), tmp_path), write(engine("nl"), tmp_path)
    for path in [*tmp_path.rglob("search/nl/index.*"), tmp_path / second]:
        path.unlink()
        assert ask(tmp_path, manifest, ["wachtwoord"], second) == [canonical.dumps(expected)]


def test_the_same_documents_give_the_same_files_in_any_order(engine):
    pages = documents("nl")
    random.Random(4).shuffle(pages)  # noqa: S311  repeatable, not secret
    assert build(pages, "nl").files() == build(documents("nl"), "nl").files()
    assert build(pages[1:], "nl").files()[0] != build(pages, "nl").files()[0]


def test_a_small_site_needs_one_file_besides_its_manifest_places_and_texts(engine):
    manifest, files = engine("nl").files()
    kinds = sorted(Path(path).name.split(".")[0] for path in files)
    assert kinds == ["index", "manifest", "places", "texts"]
    assert manifest.startswith("search/nl/manifest.")


def test_markup_in_a_page_stays_text(tmp_path):
    engine = build([Document("a.html", "<img src=x onerror=alert(1)>")], "en")
    expected = search(engine, {"q": "img"})
    assert expected["hits"][0]["title"] == "<img src=x onerror=alert(1)>"
    assert ask(tmp_path, write(engine, tmp_path), ["img"]) == [canonical.dumps(expected)]


def test_an_empty_site_is_searched_in_peace(tmp_path):
    engine = build([], "nl")
    assert ask(tmp_path, write(engine, tmp_path), ["iets", ""]) == ['{"hits":[]}', '{"hits":[]}']


def test_without_its_texts_a_page_is_still_found(engine, tmp_path):
    manifest = write(engine("nl"), tmp_path)
    for path in tmp_path.rglob("texts.*"):
        path.unlink()
    hit = json.loads(ask(tmp_path, manifest, ["wachtwoord"])[0])["hits"][0]
    assert (hit["url"], hit["title"]) == ("wachtwoord.html", "Wachtwoord vergeten")


@pytest.mark.parametrize("damage", ["missing", "empty", "half", "noise"])
def test_a_damaged_index_is_reported_in_a_sentence(engine, tmp_path, damage):
    manifest = write(engine("nl"), tmp_path)
    (path,) = tmp_path.rglob("index.*")
    content = path.read_bytes()
    path.unlink()
    if damage != "missing":
        path.write_bytes({"empty": b"", "half": content[: len(content) // 2], "noise": b"\xff" * len(content)}[damage])
    said = ask(tmp_path, manifest, ["wachtwoord vergeten"])
    assert list(json.loads(said[-1])) in (["sentence"], ["hits"])
    if damage != "noise":
        assert json.loads(said[-1])["sentence"].endswith(".")


DAMAGED = "A file of this search index is damaged."
OTHER = "This search index was built by another version of answerbook."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", DAMAGED),
        ("{", DAMAGED),
        ("null", OTHER),
        ("[]", OTHER),
        ('{"format":"answerbook-search/1"}', OTHER),
        ('{"format":"answerbook-search/999"}', OTHER),
        (f'{{"format":"{export.FORMAT}"}}', DAMAGED),
    ],
)
def test_an_index_older_or_newer_than_the_page_is_reported_in_a_sentence(engine, tmp_path, content, sentence):
    manifest = write(engine("nl"), tmp_path)
    (tmp_path / manifest).write_text(content, encoding="utf-8")
    assert json.loads(ask(tmp_path, manifest, ["x"])[0]) == {"sentence": sentence}


def test_a_question_of_many_words_run_together_gives_the_same_sections(tmp_path):
    chance = random.Random(7)  # noqa: S311  repeatable, not secret
    words = ["".join(chance.choices("bcdfglmnprst", k=7)) for _ in range(120)]
    pages = [
        Document(
            f"{number}.html",
            f"Page {number}",
            tuple(Part(f"s{part}", f"Part {part}", " ".join(chance.sample(words, 25))) for part in range(4)),
        )
        for number in range(20)
    ]
    engine = build(pages, "en")
    asked = [" ".join(first + second for first, second in zip(words[:48:2], words[1:48:2], strict=True)), " ".join(words[:24])]
    assert len(engine._planner.plan(asked[0]).groups) == 31
    expected = [canonical.dumps(search(engine, {"q": question})) for question in asked]
    assert ask(tmp_path, write(engine, tmp_path), asked) == expected
