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


def test_the_languages_are_those_the_translation_plugin_builds_the_default_one_first(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "theme: {name: material, language: nl}\nplugins:\n  - search\n  - i18n:\n      languages:\n"
        "        - {locale: pt, name: P, site_name: Nome}\n        - {locale: ja, name: J, build: false}\n"
        "        - {locale: nl, name: N, default: true}\n"
    )
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nexclude_docs: |\n  secret.md\n  /x/\n")
    found = read_settings(tmp_path)
    assert (found.languages, found.theme_language, found.left_out) == (("nl", "pt"), "nl", ("secret.md", "/x/"))
    assert found.names(found.languages) == {"nl": "", "pt": "Nome"}


def test_a_site_without_languages_is_in_the_one_of_its_theme(tmp_path: Path) -> None:
    for theme, language in (("material", "en"), ("{name: material, language: pt}", "pt"), ("{language: !ENV L}", "en"), ("[a]", "en")):
        (tmp_path / "mkdocs.yml").write_text(f"theme: {theme}\nplugins: [search, answerbook]")
        assert (read_settings(tmp_path).languages, read_settings(tmp_path).theme_language) == ((), language)


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
