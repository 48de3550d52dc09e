"""One run at a time in a folder. The system holds the lock and lets go when the process ends, however it ends: no lock outlives its run."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: How a system says that somebody else has the lock; a file system that has no locks says something else.
_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


@contextmanager
def alone(file: Path) -> Iterator[bool]:
    """Hold the lock on ``file``, made for it and taken away after; False where the file system has no locks, and nothing is held.

    Raises:
        BlockingIOError: another run has it.
        OSError: the file cannot be made.
    """
    handle = _take(file)
    while handle is not None and not _stands(handle, file):
        # It was taken away between opening and locking: who holds that file holds nothing.
        os.close(handle)
        handle = _take(file)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            _give_back(handle, file)


def _take(file: Path) -> int | None:
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        if error.errno in _HELD:
            raise BlockingIOError(errno.EAGAIN, "another run is writing here; try again when it has ended", str(file.parent)) from error
        with suppress(OSError):
            file.unlink()
        return None
    return handle


def _stands(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _give_back(handle: int, file: Path) -> None:
        # Windows takes no file away that somebody has open: neither our own before it is closed, nor that of who came next.
        os.close(handle)
        with suppress(OSError):
            file.unlink()

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_back(handle: int, file: Path) -> None:
        # While it is held, or the file of who came next would be taken away.
        with suppress(OSError):
            file.unlink()
        os.close(handle)
