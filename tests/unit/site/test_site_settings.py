from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answerbook.findings import FindingsError
from answerbook.site.settings import Settings, key_lines, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_without_settings_is_read_as_the_generator_would(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings(directory_urls=True, docs="docs")


def test_tags_are_never_constructed(tmp_path: Path) -> None:
    lines = ["site_url: !ENV SITE", "use_directory_urls: false", "hook: !!python/name:os.system", "docs_dir: pages"]
    (tmp_path / "mkdocs.yml").write_text("\n".join(lines))
    assert read_settings(tmp_path) == Settings(site_url="", directory_urls=False, docs="pages")


def test_what_is_inherited_counts(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("use_directory_urls: false\nsite_name: Base")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Own")
    assert read_settings(tmp_path) == Settings(site_name="Own", directory_urls=False)


def test_properdocs_settings_come_first(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: One")
    (tmp_path / "properdocs.yml").write_text("site_name: Other")
    assert read_settings(tmp_path).site_name == "Other"


def test_a_broken_file_is_a_finding_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nnav: [a")
    with pytest.raises(FindingsError) as caught:
        read_settings(tmp_path)
    assert [(one.file, one.id) for one in caught.value.findings] == [("mkdocs.yml", "AB301")]


def test_keys_are_found_on_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text("# comment\nsite_name: x\n\ntheme:\n  name: material\n")
    assert key_lines(path) == {"site_name": 2, "theme": 4}
