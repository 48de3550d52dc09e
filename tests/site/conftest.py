"""The shop and the demo, each built once and strictly, and a shop for a test to change."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from sites import EPOCH, ROOT, Built, Project, build, reproducible

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "shop")


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The shop as it stands, built once."""
    with reproducible():
        return Project(tmp_path_factory.mktemp("shop")).build()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The repository's own help centre, built once and strictly."""
    with reproducible():
        return build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("demo") / "site")


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
