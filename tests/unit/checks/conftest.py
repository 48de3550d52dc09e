"""A small shop with its built site, to be damaged in one place at a time."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from answerbook.checks import Result, run, twin
from answerbook.site import export
from answerbook.site.checking import HelpCentre

from tests.site.sites import DAY, EPOCH, Project

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Shop:
    """A copy of the shop: its folder, with the built site in ``site``."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def edit(self, path: str, old: str, new: str, count: int = 1) -> Shop:
        """Replace a text that must be there."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        (self.folder / path).write_text(text.replace(old, new, count), encoding="utf-8")
        return self

    def write(self, path: str, content: str | bytes) -> Shop:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def remove(self, path: str) -> Shop:
        (self.folder / path).unlink()
        return self

    def line(self, path: str, text: str) -> int:
        """The line on which a text stands first."""
        before, found, _ = (self.folder / path).read_text(encoding="utf-8").partition(text)
        assert found, f"{path} has no {text!r}"
        return before.count("\n") + 1

    def run(self, *, site: bool = True, day: str = DAY) -> Result:
        return run(self.folder, self.site if site else None, day, HelpCentre(self.folder))

    def told(self, *, site: bool = True, day: str = DAY) -> list[str]:
        """The whole text of every finding."""
        return [str(finding) for finding in self.run(site=site, day=day).findings]

    def manifest(self) -> dict[str, Any]:
        return json.loads((self.site / "answerbook/manifest.json").read_text(encoding="utf-8"))

    def data_file(self, start: str) -> str:
        """The path of a data file, whose name holds its digest, by how it starts."""
        (found,) = (self.site / "answerbook").rglob(f"{start}.*.*")
        return found.relative_to(self.folder).as_posix()


@pytest.fixture(scope="session", autouse=True)
def browser_modules() -> Iterator[None]:
    """The browser's files as they are now: who edits them while the tests run has not damaged a site."""
    files = tuple(export.browser_modules())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(export, "browser_modules", lambda: iter(files))
        yield


@pytest.fixture(scope="session")
def built_shop(tmp_path_factory: pytest.TempPathFactory, browser_modules: None) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        project = Project(tmp_path_factory.mktemp("checked"))
        project.build()
    shutil.rmtree(project.folder / "site" / "assets")  # nothing there is read, and a copy a test is made
    return project.folder


@pytest.fixture
def shop(built_shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """The shop, without Node: the tests of the twin give it back."""
    monkeypatch.setattr(twin, "find_node", lambda: None)
    return Shop(Path(shutil.copytree(built_shop, tmp_path / "shop")))
