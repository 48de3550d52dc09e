from __future__ import annotations

import json
from typing import TYPE_CHECKING

from answerbook.site.folder import LEDGER, write_files

if TYPE_CHECKING:
    from pathlib import Path


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": b"one", "b/c.md": b"two"})
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = write_files(tmp_path, {"a.md": b"one", "b/c.md": b"two"})
    assert str(again) == "0 written, 2 unchanged, 0 stale ones deleted"
    assert stamps == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}


def test_stale_files_go_with_their_empty_folders(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": b"one", "b/c/d.md": b"two"})
    write_files(tmp_path, {"a.md": b"new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [LEDGER, "a.md"]


def test_what_others_wrote_or_changed_stays(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": b"one", "b.md": b"two"})
    (tmp_path / "own.md").write_bytes(b"mine")
    (tmp_path / "b.md").write_bytes(b"changed by hand")
    written = write_files(tmp_path, {"a.md": b"one"})
    assert (tmp_path / "own.md").exists()
    assert (tmp_path / "b.md").read_bytes() == b"changed by hand"
    assert written.kept == ("b.md",)


def test_a_forged_ledger_deletes_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"x")
    folder = tmp_path / "out"
    folder.mkdir()
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    (folder / LEDGER).write_text(json.dumps({"files": {"../outside.md": digest, str(outside): digest}}))
    write_files(folder, {})
    assert outside.exists()
