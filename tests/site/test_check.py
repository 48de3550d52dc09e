"""The check over whole help centres: the demo with its built site and both engines, and the books of other vendors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answerbook.checks import run
from answerbook.site.checking import HelpCentre
from sites import DAY, ROOT, Built

if TYPE_CHECKING:
    from pathlib import Path

#: The day examples/README.md has them checked for; one of them was last updated in that year.
EXAMPLES_DAY = "2027-03-01"


def test_the_demo_and_its_site_agree_in_everything(demo: Built) -> None:
    result = run(ROOT, demo.folder, DAY, HelpCentre(ROOT))
    assert [str(finding) for finding in result.findings] == []
    assert result.notes == []
    assert result.counts["figures"] > 100
    assert result.counts["answers of the browser engine"] > 1000


def test_a_site_elsewhere_is_called_by_its_own_path(tmp_path: Path) -> None:
    (tmp_path / "answerbook").mkdir()
    (tmp_path / "answerbook" / "manifest.json").write_text("{")
    result = run(ROOT, tmp_path, DAY, HelpCentre(ROOT))
    assert [finding.file for finding in result.findings] == [f"{tmp_path}/answerbook/manifest.json"]


@pytest.mark.parametrize("folder", sorted(path.parent for path in (ROOT / "examples").glob("*/pricing.yaml")), ids=lambda path: path.name)
def test_every_example_is_clean(folder: Path) -> None:
    result = run(folder, None, EXAMPLES_DAY, HelpCentre(folder))
    assert [str(finding) for finding in result.findings] == []
