"""A small shop to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.sites import Project as SiteProject
from tests.site.sites import reproducible

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop with its built site in ``site``."""
    with reproducible():
        project = SiteProject(tmp_path_factory.mktemp("cli"))
        project.build()
    return project.folder
