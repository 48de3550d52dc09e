"""Runs of `answerbook index` that are stopped, killed, or at work in one folder: the index is whole or absent, and nothing else stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from answerbook.search import engine
from answerbook.site import alone, indexing
from folders import found, refused, write

from tests.running import run

PARTS = {"manifest.json", "search", "whoosh"}
#: A run that is killed when it moves its first, second … file or folder.
KILLED = """
import os, sys
from pathlib import Path
from answerbook.site.indexing import index_folder

moves, move = int(sys.argv[3]), Path.replace
def replace(path, to):
    global moves
    moves -= 1
    if not moves:
        os._exit(9)
    return move(path, to)

Path.replace = replace
index_folder(Path(sys.argv[1]), Path(sys.argv[2]), "en")
"""


@pytest.fixture
def more(tmp_path: Path) -> Path:
    return write(tmp_path / "more", {"duck.md": "# Duck", "geese.md": "# Ducks and geese", "swan.md": "# A swan is no duck"})


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def none_here(index: Path) -> None:
    said = f"{index}: there is no complete index here. Build it again with answerbook index."
    refused(run("search", "duck", "--index", index), said)


@pytest.mark.parametrize("count", range(6))
def test_a_run_stopped_among_its_moves_leaves_the_old_index_or_none(
    index: Path, more: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    moves, move = iter(range(count)), Path.replace

    def stopped(path: Path, to: Path) -> Path:
        if next(moves, None) is None:
            raise KeyboardInterrupt
        return move(path, to)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            indexing.index_folder(more, index, "en")
    assert names(index) <= PARTS
    if count:
        none_here(index)
    else:
        assert found(index, "duck") == ["duck.md"]
    assert run("index", more, index, "--lang", "en").exit_code == 0
    assert len(found(index, "duck")) == 3


@pytest.mark.parametrize("moves", [1, 3, 4, 6])
def test_what_a_killed_run_left_is_taken_away_by_the_next(index: Path, more: Path, moves: int) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, more, index, str(moves)], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (9, b"")
    assert any(name.startswith(".answerbook-") for name in names(index))
    if moves > 1:
        none_here(index)
    assert run("index", more, index, "--lang", "en").exit_code == 0
    assert names(index) == PARTS
    assert len(found(index, "duck")) == 3


def test_a_folder_of_others_is_not_taken_for_what_a_killed_run_left(pages: Path, index: Path) -> None:
    write(index, {".answerbook-mine/notes.txt": "mine"})
    (index / ".answerbook-note").write_text("mine")
    assert run("index", pages, index, "--lang", "en").exit_code == 0
    assert names(index) == {*PARTS, ".answerbook-mine", ".answerbook-note"}
    assert (index / ".answerbook-mine" / "notes.txt").read_text() == "mine"


def test_a_run_beside_another_is_refused_and_disturbs_nothing(
    pages: Path, index: Path, more: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = engine.write

    def meanwhile(*given: object) -> engine.Engine:
        monkeypatch.setattr(engine, "write", real)
        said = f"{index}: another run is writing here; try again when it has ended."
        for _ in range(2):
            refused(run("index", pages, index, "--lang", "en"), said)
        assert found(index, "duck") == ["duck.md"]
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "write", meanwhile)
    assert run("index", more, index, "--lang", "en").exit_code == 0
    assert names(index) == PARTS
    assert len(found(index, "duck")) == 3


def test_a_lock_whose_run_was_killed_stops_nobody(pages: Path, index: Path) -> None:
    (index / ".answerbook-lock").touch()
    assert run("index", pages, index, "--lang", "en").exit_code == 0
    assert names(index) == PARTS


def test_a_lock_taken_away_before_it_was_held_is_taken_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, real, tries = tmp_path / "lock", alone._lock, [0]

    def late(handle: int) -> None:
        real(handle)
        tries[0] += 1
        if tries[0] == 1:
            file.unlink()

    monkeypatch.setattr(alone, "_lock", late)
    with alone.alone(file) as locked:
        assert (locked, tries, file.exists()) == (True, [2], True)
        with pytest.raises(BlockingIOError), alone.alone(file):
            pass
    assert not file.exists()


def test_where_there_are_no_locks_an_index_is_written_and_nothing_taken_away(
    pages: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: int) -> None:
        raise OSError(38, "Function not implemented")

    write(index, {".answerbook-abcdefgh/whoosh/part": ""})
    monkeypatch.setattr(alone, "_lock", missing)
    assert run("index", pages, index, "--lang", "en").exit_code == 0
    assert names(index) == {*PARTS, ".answerbook-abcdefgh"}
    assert found(index, "duck") == ["duck.md"]


def test_an_index_replaced_while_it_is_opened_is_no_damage(index: Path, more: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, read = indexing._digest, []

    def slow(folder: Path) -> str:
        if not read and folder.parent == index:
            read.append(folder)
            assert run("index", more, index, "--lang", "en").exit_code == 0
        return real(folder)

    monkeypatch.setattr(indexing, "_digest", slow)
    assert len(found(index, "duck")) == 3


@pytest.mark.parametrize("failing", range(6))
def test_a_system_that_refuses_a_rename_leaves_the_old_index(
    pages: Path, index: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    real, calls = Path.replace, []

    def refuse(path: Path, to: Path) -> Path:
        if index in {path.parent, to.parent}:
            calls.append(path)
            if len(calls) == failing + 1:
                raise PermissionError(13, "Permission denied", str(path))
        return real(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    write(pages, {"swan.md": "# Swan\n"})
    done = run("index", pages, index, "--lang", "en")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert names(index) == PARTS
    assert (found(index, "duck"), found(index, "swan")) == (["duck.md"], [])
