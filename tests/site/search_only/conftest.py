"""Sites that want only the search."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from searched import search_only
from sites import Built, Project, reproducible


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return search_only(tmp_path / "pages")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The pages in three languages, built once and strictly."""
    with reproducible():
        return search_only(tmp_path_factory.mktemp("pages")).build()


@pytest.fixture
def copy(site: Built, tmp_path: Path) -> Path:
    return Path(shutil.copytree(site.folder.parent, tmp_path / "copy"))
