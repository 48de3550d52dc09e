"""Where `answerbook index` reads and writes, in which language, and `answerbook search --index` over indexes that are none."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from answerbook.site.codes import spoken, without_region
from folders import found, refused, write
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.running import run

if TYPE_CHECKING:
    from collections.abc import Callable


# Where it is read from and written to.


def test_a_file_is_no_folder_of_pages(pages: Path, tmp_path: Path) -> None:
    refused(run("index", pages / "duck.md", tmp_path / "out", "--lang", "en"), f"{pages / 'duck.md'}: this is a file, not a folder.")
    refused(run("index", tmp_path / "no", tmp_path / "out", "--lang", "en"), f"{tmp_path / 'no'}: no such folder.")


def test_the_index_may_stand_among_the_pages_and_is_not_indexed_itself(pages: Path) -> None:
    for _ in range(2):
        assert run("index", pages, pages / "search", "--lang", "en").stdout.startswith("2 pages indexed")
    assert found(pages / "search", "duck") == ["duck.md"]


@pytest.mark.parametrize(
    "others",
    [{"notes.txt": "mine"}, {"manifest.json": "{}"}, {"search/en/mine.12345678.txt": ""}, {"whoosh": "a file"}, {"whoosh/mine.py": "mine"}],
)
def test_files_of_others_are_never_written_over(pages: Path, tmp_path: Path, others: dict[str, str]) -> None:
    out = write(tmp_path / "theirs", others)
    before = sorted(path.relative_to(out) for path in out.rglob("*"))
    done = run("index", pages, out, "--lang", "en")
    refused(done, f"{out}: this folder holds files of others; give one that is empty, new, or written by answerbook index.")
    assert sorted(path.relative_to(out) for path in out.rglob("*")) == before
    refused(
        run("index", pages, pages, "--lang", "en"),
        f"{pages}: this folder holds files of others; give one that is empty, new, or written by answerbook index.",
    )


def test_an_index_takes_no_place_of_a_file(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    refused(run("index", pages, tmp_path / "file", "--lang", "en"), f"{tmp_path / 'file'}: this is a file, not a folder.")
    done = run("index", pages, tmp_path / "file" / "below", "--lang", "en")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_a_full_disk_leaves_the_old_index_and_nothing_else(pages: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from answerbook.search import engine

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(engine, "write", fail)
    refused(run("index", pages, index, "--lang", "en"), f"{index}: No space left on device.")
    assert {path.name for path in index.iterdir()} == {"manifest.json", "search", "whoosh"}
    assert found(index, "duck") == ["duck.md"]


def test_indexing_again_in_another_language_leaves_nothing_of_the_first(pages: Path, index: Path) -> None:
    assert run("index", pages, index, "--lang", "nl").exit_code == 0
    assert [path.name for path in (index / "search").iterdir()] == ["nl"]


# Languages.


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nl", "2 pages indexed in {out}.\n"),
        ("nl-BE", "2 pages indexed in {out} as nl.\n"),
        ("NL_be", "2 pages indexed in {out} as nl.\n"),
        ("xx", "2 pages indexed in {out}. There is no stemmer for xx: words are found as they are spelt.\n"),
        ("ja", "2 pages indexed in {out}. There is no stemmer for ja: words are found as they are spelt.\n"),
        ("pt-BR", "2 pages indexed in {out} as pt. There is no stemmer for pt: words are found as they are spelt.\n"),
    ],
)
def test_any_language_is_indexed_and_one_without_a_stemmer_says_so(pages: Path, tmp_path: Path, code: str, said: str) -> None:
    out = tmp_path / "out"
    done = run("index", pages, out, "--lang", code)
    assert (done.exit_code, done.stdout, done.stderr) == (0, said.format(out=out), "")
    assert found(out, "duck", "--lang", code) == ["duck.md"]


@pytest.mark.parametrize("code", ["..", "", "e", "english", "../nl", "nl/", "n1", "nl\n", "ñl", "nl-", "-nl"])
def test_what_is_no_code_of_a_language_is_refused(pages: Path, index: Path, code: str) -> None:
    said = f"{code}: a language is a code of two or three letters, such as nl or nl-BE."
    refused(run("index", pages, index.parent / "new", f"--lang={code}"), said)
    assert not (index.parent / "new").exists()
    refused(run("search", "duck", "--index", index, f"--lang={code}"), said)


def test_an_index_in_another_language_than_asked_for_says_so(index: Path) -> None:
    refused(run("search", "duck", "--index", index, "--lang", "nl"), f"nl: the index in {index} is in en.")


@pytest.mark.parametrize(
    ("code", "default", "language"),
    [("nl", "en", "nl"), ("nl-BE", "en", "nl"), ("pt", "nl", "nl"), ("pt", "de", "de"), ("de", "fr", "de"), ("ja", "ja", "en")],
)
def test_a_language_without_sentences_borrows_those_of_the_default_or_english(code: str, default: str, language: str) -> None:
    assert spoken(code, default) == language


@given(st.from_regex(r"[a-zA-Z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}", fullmatch=True))
@settings(max_examples=40)
def test_a_language_without_its_region_is_a_code_itself(code: str) -> None:
    assert without_region(without_region(code)) == without_region(code)


# How many hits.


@pytest.mark.parametrize("limit", ["0", "-1", "1.5", "two", "", "010", "٣", "1e3", "+1"])
def test_a_limit_that_is_no_number_of_hits_is_refused(index: Path, limit: str) -> None:
    refused(run("search", "duck", "--index", index, f"--limit={limit}"), f"--limit {limit}: give a whole number of 1 or more.")


@pytest.mark.parametrize(("limit", "count"), [("1", 1), ("2", 2), ("1001", 2), ("9" * 30, 2), ("9" * 5_000, 2)])
def test_a_limit_may_be_larger_than_there_are_pages(index: Path, limit: str, count: int) -> None:
    assert len(run("search", "a duck or a goose", "--index", index, "--limit", limit).stdout.splitlines()) == count


# Indexes that are none.


def test_a_folder_that_is_no_index_is_named(index: Path, pages: Path, tmp_path: Path) -> None:
    for folder, reason in ((pages / "duck.md", "this is a file, not a folder"), (tmp_path / "nowhere", "no such folder")):
        refused(run("search", "duck", "--index", folder), f"{folder}: {reason}. Give one that answerbook index wrote.")
    for folder in (pages, index / "whoosh", tmp_path):
        refused(
            run("search", "duck", "--index", folder), f"{folder}: there is no complete index here. Build it again with answerbook index."
        )


@pytest.mark.parametrize("place", ["whoosh", "whoosh/answerbook.json", "."])
def test_an_index_or_a_folder_that_may_not_be_entered_is_told(
    index: Path, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    closed = index / place

    def guarded(name: str) -> Callable[[Path], bool]:
        real = getattr(Path, name)

        def ask(path: Path) -> bool:
            if path == closed or path.is_relative_to(closed):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path)

        return ask

    for name in ("is_dir", "is_file", "exists"):
        monkeypatch.setattr(Path, name, guarded(name))
    done = run("search", "duck", "--index", index)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(": Permission denied.\n")
    closed = pages
    assert "Permission denied" in run("index", pages, tmp_path / "new", "--lang", "en").stderr


def test_what_a_file_manager_leaves_in_an_index_is_no_damage(index: Path) -> None:
    (index / "whoosh" / ".DS_Store").write_bytes(b"\x00")
    assert found(index, "duck")


@pytest.mark.parametrize("number", [1, 99])
def test_an_older_or_newer_index_is_told_from_a_damaged_one(index: Path, number: int) -> None:
    from answerbook.site.indexing import _seal

    about = index / "whoosh" / "answerbook.json"
    about.write_text(json.dumps({**json.loads(about.read_text()), "version": number}))
    _seal(index)
    done = run("search", "duck", "--index", index)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"this index is of version {number}, this program reads" in done.stderr


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_any_damage_to_an_index_is_told_and_never_met(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    pages = write(folder / "pages", {"duck.md": "# Duck\n\nA duck swims.\n", "goose.md": "goose"})
    assert run("index", pages, folder / "out", "--lang", "en").exit_code == 0
    paths = sorted(
        path for path in (folder / "out").rglob("*") if path.is_file() and "LOCK" not in path.name and "search" not in path.parts
    )
    path = data.draw(st.sampled_from(paths))
    content = path.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    damaged = data.draw(st.sampled_from([content[:place], content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]]))
    path.write_bytes(damaged)
    done = run("search", "duck", "--index", folder / "out")
    # A damaged name in the manifest that nobody reads changes nothing.
    assert (done.exit_code, done.stdout) == (2, "") or done.stdout == "duck.md  Duck\n"
    assert done.stderr.count("\n") <= 1
    shutil.rmtree(folder)
