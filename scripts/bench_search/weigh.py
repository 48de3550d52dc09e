"""Files as a host sends them: compressed with brotli, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: Bytes above which a file is compressed at quality 9 instead of 11: that takes minutes there, for a few per cent.
LARGE = 8_000_000


@dataclass(frozen=True, slots=True)
class Packed:
    """A file as it is sent; ``encoding`` is empty when brotli would not make it smaller."""

    body: bytes
    encoding: str

    def __len__(self) -> int:
        return len(self.body)


def packed(content: bytes) -> Packed:
    """The content as brotli, or as it is when that is less."""
    large = len(content) > LARGE
    smaller = brotli.compress(content, quality=9 if large else 11, lgwin=24 if large else 22)
    return Packed(smaller, "br") if len(smaller) < len(content) else Packed(content, "")


def folder(path: Path) -> dict[str, Packed]:
    """Every file below a folder, by its path in it, compressed."""
    files = sorted(file for file in path.rglob("*") if file.is_file())
    with ThreadPoolExecutor(2) as pool:
        contents = pool.map(lambda file: packed(file.read_bytes()), files)
        return {file.relative_to(path).as_posix(): content for file, content in zip(files, contents, strict=True)}


def total(files: dict[str, Packed], wanted: Callable[[str], bool]) -> int:
    """The bytes of the files whose path is wanted."""
    return sum(len(content) for path, content in files.items() if wanted(path))
