"""`answerbook export`: the site as files for any other generator, in step with the built one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from answerbook.cli import main
from click.testing import CliRunner
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser
from sites import DAY

if TYPE_CHECKING:
    from pathlib import Path

    from sites import Project

PAGE = "faq/hire/prices.md"


@pytest.fixture
def exported(project: Project, tmp_path: Path) -> Path:
    project.save()
    project.write("docs/nl/bike.svg\n  | <svg/>\ndocs/logo.svg\n  | <svg/>\n")
    assert "written" in run(project, tmp_path / "out")
    return tmp_path / "out"


def run(project: Project, out: Path) -> str:
    result = CliRunner().invoke(main, ["export", str(out), "--book", str(project.folder), "--as-of", DAY])
    assert result.exit_code == 0, result.output
    return result.output


def parts(path: Path) -> tuple[dict[str, object], str]:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def test_pages_stand_where_their_urls_are(exported: Path) -> None:
    wanted = {
        "index.md",
        PAGE,
        "faq/hire/index.md",
        "en/index.md",
        f"en/{PAGE}",
        "llms.txt",
        "answerbook/manifest.json",
        "bike.svg",
        "logo.svg",
    }
    assert wanted <= {path.relative_to(exported).as_posix() for path in exported.rglob("*")}


def test_an_exported_page_needs_nothing_of_ours(exported: Path) -> None:
    meta, body = parts(exported / "en" / PAGE)
    assert (meta["title"], meta["lang"], str(meta["as_of"])) == ("Hiring a bike", "en", DAY)
    assert "{{" not in body
    page = LexborHTMLParser(Markdown(extensions=["attr_list", "tables"]).convert(body))
    assert page.css_first("data[data-rule='hire.city.price']").attributes["value"] == "240.00"
    assert [node.attributes["id"] for node in page.css("h2")] == ["bike-price", "bike-desk"]


def test_an_exported_figure_is_the_one_of_the_built_site(project: Project, exported: Path) -> None:
    site = project.build()
    for base in ("", "en/"):
        built = {(node.attributes["data-ref"], node.text()) for node in site.html(f"{base}faq/hire/prices/index.html").css("data")}
        _, body = parts(exported / f"{base}{PAGE}")
        written = {(node.attributes["data-ref"], node.text()) for node in LexborHTMLParser(body).css("data")}
        assert written == built


def test_the_data_is_that_of_the_built_site(project: Project, exported: Path) -> None:
    site = project.build()
    for name in (one for one in site.files() if one.startswith("answerbook/") and "csp" not in one and "site.css" not in one):
        assert (exported / name).read_bytes() == (site.folder / name).read_bytes(), name


def test_a_second_run_writes_nothing_and_a_removed_page_goes(project: Project, exported: Path) -> None:
    assert ": 0 written," in run(project, exported)
    project.write("docs/nl/bike.svg\n")
    assert "1 stale ones deleted" in run(project, exported)
    assert not (exported / "bike.svg").exists()


def test_the_sources_are_never_written_among(project: Project, exported: Path) -> None:
    project.save()
    before = sorted(project.folder.rglob("*"))
    for out in (project.folder, project.folder / "docs"):
        result = CliRunner().invoke(main, ["export", str(out), "--book", str(project.folder), "--as-of", DAY])
        assert result.exit_code == 2
        assert result.output == f"{out}: this folder holds files of others; give one that is empty, new, or written by an export.\n"
    assert sorted(project.folder.rglob("*")) == before
    assert "written" in run(project, exported)


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(project: Project, tmp_path: Path) -> None:
    project.save()
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(main, ["export", str(tmp_path / "file"), "--book", str(project.folder), "--as-of", DAY])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
