"""A help centre to begin with: a made-up vendor's small book, to be written over."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


def new(folder: Path) -> list[Path]:
    """Write a small help centre into ``folder`` and return the files written.

    Args:
        folder: A folder that does not exist yet, or is empty.

    Raises:
        FileExistsError: With a sentence, when something stands there already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} is not an empty folder; nothing was written. Name a new one."
        raise FileExistsError(message)
    return _copy(resources.files(__package__) / "starter", folder)


def _copy(source: Traversable, target: Path) -> list[Path]:
    if source.is_file():
        target.write_bytes(source.read_bytes())
        return [target]
    target.mkdir(parents=True, exist_ok=True)
    return [path for each in sorted(source.iterdir(), key=lambda each: each.name) for path in _copy(each, target / each.name)]
