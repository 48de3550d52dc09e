"""An index of any folder of Markdown: written to a folder of its own, opened again only when it is whole.

What holds there: a new index is written beside the old one and takes its place by renaming, the manifest going first and coming last.
A run that fails or is stopped while it writes leaves the old index; one that is stopped among the renames leaves no manifest, so no index.
The next run builds it again, and takes away what a killed one left. While one run writes, another is refused. Only where the file system
has no locks may two meet: nothing is then taken away, and a mix of their Whoosh indexes is told by its digest when it is opened.
"""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from answerbook.search import engine as engines
from answerbook.search.folder import read_folder
from answerbook.search.index import ABOUT

from .alone import alone
from .codes import without_region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerbook.search.folder import Folder

#: What stands in a folder that an index was written to, also when that was broken off.
_PARTS = {engines.MANIFEST, engines.WHOOSH, "search"}
_SCRATCH = ".answerbook-"
_LOCK = f"{_SCRATCH}lock"
#: Within the scratch: what stood in the folder before.
_OLD = "old"


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was done, in a sentence; ``unread`` says, in others, what was left out and why, and what was read in part."""

    done: str
    unread: str = ""


def index_folder(pages: Path, out: Path, code: str) -> Indexed:
    """Index the Markdown below ``pages`` into ``out``.

    Raises:
        FileExistsError: ``out`` holds files and was not written by this command.
        BlockingIOError: another run is writing to ``out``.
        OSError: a folder cannot be read or written.
        ValueError: ``code`` is no code of a language.
    """
    lang = without_region(code)
    _refuse_others(out)
    found = read_folder(pages)
    out.mkdir(parents=True, exist_ok=True)
    with alone(out / _LOCK) as locked:
        if locked:
            _sweep(out)
        engine = _write(found, lang, out)
    count = len(found.documents)
    told = [f"{count} {'page' if count == 1 else 'pages'} indexed in {out}{f' as {lang}' if lang != code else ''}."]
    told += [] if engine.stems else [plain(lang)]
    told += [] if count else [f"No file in {pages} is Markdown (its name would end in .md)."]
    return Indexed(" ".join(told), "\n".join(_unread(found)))


def _write(found: Folder, lang: str, out: Path) -> engines.Engine:
    with TemporaryDirectory(prefix=_SCRATCH, dir=out) as scratch:
        engine = engines.write(found.documents, lang, Path(scratch))
        _seal(Path(scratch))
        _swap(Path(scratch), out)
    return engine


def _unread(found: Folder) -> Iterator[str]:
    if found.unread:
        yield f"Left out because they cannot be read: {'; '.join(f'{path} ({reason})' for path, reason in found.unread)}."
    if found.garbled:
        yield f"Not in UTF-8, so words in them may be missing: {'; '.join(found.garbled)}. Save them as UTF-8 and index again."


def plain(lang: str) -> str:
    """What is said of a language whose words are only folded."""
    return f"There is no stemmer for {lang}: words are found as they are spelt."


def open_folder(folder: Path) -> engines.Engine:
    """The engine over the index in ``folder``. Raises BrokenIndexError with a sentence when it is not whole."""
    about = _about(folder)
    try:
        return _open(folder, about)
    except (OSError, engines.BrokenIndexError):
        if _about(folder) == about:
            raise
    # A run put another index there meanwhile: what was read of the two is no damage.
    return open_folder(folder)


def _open(folder: Path, about: dict[str, Any]) -> engines.Engine:
    if not folder.is_dir():
        reason = "this is a file, not a folder" if folder.exists() else "no such folder"
        message = f"{folder}: {reason}. Give one that answerbook index wrote."
        raise engines.BrokenIndexError(message)
    sealed = about.get("sealed")
    if sealed is None or not (folder / engines.WHOOSH).is_dir():
        message = f"{folder}: there is no complete index here. Build it again with answerbook index."
        raise engines.BrokenIndexError(message)
    if sealed != _digest(folder / engines.WHOOSH):
        message = f"{folder}: a file of this index is damaged. Build it again with answerbook index."
        raise engines.BrokenIndexError(message)
    return engines.open_index(folder)


def _refuse_others(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise FileExistsError(errno.EEXIST, "this is a file, not a folder", str(out))
    names = {path.name for path in out.iterdir() if not path.name.startswith(_SCRATCH)} if out.is_dir() else set()
    ours = str(_about(out).get("format", "")).startswith("answerbook-index/") or (names <= _PARTS and _is_unfinished(out))
    if names and not ours:
        reason = "this folder holds files of others; give one that is empty, new, or written by answerbook index"
        raise FileExistsError(errno.EEXIST, reason, str(out))


def _is_unfinished(out: Path) -> bool:
    """Whether this command left an index here without the manifest that it writes last: a folder's name alone is no sign of that."""
    return (out / engines.WHOOSH / ABOUT).is_file()


def _about(folder: Path) -> dict[str, Any]:
    try:
        about = json.loads((folder / engines.MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return about if isinstance(about, dict) else {}


def _swap(scratch: Path, out: Path) -> None:
    """Put a new index in the place of the old one, which the scratch then holds: with a manifest it is whole at any moment."""
    old = scratch / _OLD
    old.mkdir()
    # Nothing is left alone without the Whoosh index: by that a folder without a manifest is known as ours.
    parts = (engines.WHOOSH, "search", engines.MANIFEST)
    try:
        for name in reversed(parts):
            with suppress(FileNotFoundError):
                (out / name).replace(old / name)
        for name in parts:
            (scratch / name).replace(out / name)
    except OSError:
        for name in parts:
            _put_back(name, old, out, scratch)
        raise


def _put_back(name: str, old: Path, out: Path, scratch: Path) -> None:
    """Take one part of a new index away again where the old one's is at hand, as far as the system lets us."""
    with suppress(OSError):
        if (old / name).exists():
            if (out / name).exists():
                (out / name).replace(scratch / name)
            (old / name).replace(out / name)


def _sweep(out: Path) -> None:
    """Take away the scratch of runs that were killed: the lock is ours, so none of it is in use."""
    for path in out.glob(f"{_SCRATCH}*"):
        if path.is_dir() and not path.is_symlink() and {one.name for one in path.iterdir()} <= {*_PARTS, _OLD}:
            shutil.rmtree(path, ignore_errors=True)


def _seal(out: Path) -> None:
    """Note the digest of the index, so that damage is told when it is opened and not met while somebody searches."""
    about = {**_about(out), "sealed": _digest(out / engines.WHOOSH)}
    (out / engines.MANIFEST).write_text(json.dumps(about, sort_keys=True) + "\n", encoding="utf-8")


def _digest(folder: Path) -> str:
    found = hashlib.sha256()
    # Hidden files are none of ours: a file manager leaves them wherever somebody looks.
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith(".") and not path.name.endswith("LOCK"))
    for path in filter(Path.is_file, (folder / name for name in names)):
        content = path.read_bytes()
        found.update(f"{path.name} {len(content)}\n".encode() + content)
    return found.hexdigest()
