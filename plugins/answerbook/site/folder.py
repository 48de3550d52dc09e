"""Writing files into a folder that others own too: only what changed, and deleting only what was written here before."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: Remembers what was written, with digests: a file a person has changed since is theirs and stays.
LEDGER = ".answerbook-export.json"


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to a folder: numbers of files, and the stale ones it left because somebody had changed them."""

    new: int
    same: int
    deleted: int
    kept: tuple[str, ...]

    def __str__(self) -> str:
        """One line for the terminal."""
        told = f"{self.new} written, {self.same} unchanged, {self.deleted} stale ones deleted"
        return f"{told}; left alone because they were changed by hand: {', '.join(self.kept)}" if self.kept else told


def write_files(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make ``folder`` hold ``files`` (by path below it). Raises OSError when it cannot be written."""
    before = _ledger(folder)
    new = 0
    for name, content in files.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        new += 1
    stale = [name for name in before if name not in files and (folder / name).is_file()]
    kept = tuple(name for name in stale if _digest((folder / name).read_bytes()) != before[name])
    for name in stale:
        if name not in kept:
            (folder / name).unlink()
            _remove_empty((folder / name).parent, folder)
    ledger = {name: _digest(content) for name, content in sorted(files.items())}
    _replace(folder / LEDGER, json.dumps({"files": ledger}, indent=1).encode())
    return Written(new, len(files) - new, len(stale) - len(kept), kept)


def _ledger(folder: Path) -> dict[str, str]:
    try:
        files = json.loads((folder / LEDGER).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    # A ledger from elsewhere must not make us delete outside the folder.
    inside = {name: digest for name, digest in files.items() if not name.startswith("/") and ".." not in name.split("/")}
    return {str(name): str(digest) for name, digest in inside.items()}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _replace(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
