from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answerbook.findings import FindingsError
from answerbook.site.settings import Settings, key_lines, read_settings, read_slugs

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


@pytest.mark.parametrize("other", ["mkdocs.yml", "base.yml", "./sub/../base.yml"])
def test_files_that_inherit_from_each_other_in_a_circle_are_a_finding(tmp_path: Path, other: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nINHERIT: {other}")
    (tmp_path / "base.yml").write_text("INHERIT: mkdocs.yml")
    for read in (read_settings, lambda folder: read_slugs(folder / "mkdocs.yml")):
        with pytest.raises(FindingsError) as caught:
            read(tmp_path)
        assert [(one.file, one.line, one.id) for one in caught.value.findings] == [("mkdocs.yml", 2, "AB301")]


@pytest.mark.parametrize(
    "text", ["markdown_extensions: &a [*a]", "plugins: &a {i18n: *a}", "{[a]: b}", "? {a: b}\n: c", "theme: &a [[*a]]"]
)
def test_settings_of_a_strange_shape_say_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert read_settings(tmp_path) == Settings()
    assert key_lines(tmp_path / "mkdocs.yml") in ({}, {text.partition(":")[0]: 1})


def test_what_is_nested_too_deep_to_be_read_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"a: {'[' * 5_000}{']' * 5_000}")
    with pytest.raises(FindingsError):
        read_settings(tmp_path)


def test_an_empty_value_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("docs_dir: pages\nsite_name: Base")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\ndocs_dir:\nsite_url: ~\nuse_directory_urls: null\ntheme: {language: null}")
    assert read_settings(tmp_path) == Settings(site_name="Base")
