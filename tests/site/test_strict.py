"""A strict build stops on everything that is wrong, however little of it is shown."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sites import Project

FAILING = "pricing.yaml:28:3: AB150 Example one_bike expects total 240.00, the rules give 250.00."


def dearer(project: Project) -> Project:
    """The shop with a price that its worked example does not know of."""
    pricing = project.folder / "pricing.yaml"
    pricing.write_text(pricing.read_text().replace("EUR: 240.00", "EUR: 250.00"), encoding="utf-8")
    return project


def command(project: Project, *options: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "mkdocs", "build", "-f", str(project.save()), "-d", str(project.folder / "site"), *options]
    return subprocess.run(line, capture_output=True, text=True, check=False)


def test_a_worked_example_that_fails_stops_a_strict_build(project: Project) -> None:
    done = command(dearer(project), "--strict")
    assert done.returncode == 1
    assert FAILING in done.stderr
    assert "1 warnings" in done.stdout + done.stderr


@pytest.mark.parametrize("translated", [True, False])
def test_a_strict_build_that_is_told_to_be_quiet_stops_too(project: Project, translated: bool) -> None:
    if not translated:
        project.without("i18n").write("docs/nl\ndocs/en\nfaq/en\ndocs/index.md\n  | # Hulp\n")
        pricing = project.folder / "pricing.yaml"
        pricing.write_text(pricing.read_text().replace("languages: [nl, en]", "languages: [nl]"), encoding="utf-8")
    assert command(project, "--strict", "--quiet").returncode == 0
    done = command(dearer(project), "--strict", "--quiet")
    assert done.returncode == 1
    assert FAILING in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_that_is_not_strict_warns_and_goes_on(project: Project) -> None:
    done = command(dearer(project))
    assert done.returncode == 0
    assert FAILING in done.stderr


def test_a_preview_warns_and_goes_on(project: Project) -> None:
    site = dearer(project).build(command="serve", strict=False)
    assert any(FAILING in line for line in site.log)
    assert "250" in site.text("index.html", "article")
