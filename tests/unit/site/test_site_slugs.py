"""How headings get their ids is read from the settings; a function is called only when it is one of those known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answerbook.site.settings import read_settings
from answerbook.site.slugs import PLAIN, Slugs

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Été & Hiver_1"


def read(folder: Path, extensions: str) -> Slugs:
    (folder / "mkdocs.yml").write_text(f"site_name: x\n{extensions}\n", encoding="utf-8")
    return read_settings(folder).slugs


@pytest.mark.parametrize(
    ("extensions", "made"),
    [
        ("", "ete-hiver_1"),
        ("markdown_extensions: [toc, attr_list]", "ete-hiver_1"),
        ("markdown_extensions:\n  - toc:\n      permalink: true", "ete-hiver_1"),
        ("markdown_extensions:\n  - toc:\n      separator: _", "ete_hiver_1"),
        ("markdown_extensions:\n  toc:\n    separator: ''", "etehiver_1"),
        ("markdown_extensions:\n  - markdown.extensions.toc:\n      separator: _", "ete_hiver_1"),
        ("markdown_extensions:\n  - toc:\n      slugify: !!python/name:markdown.extensions.toc.slugify_unicode", "été-hiver_1"),
        (
            "markdown_extensions:\n  - toc:\n      slugify: !!python/object/apply:pymdownx.slugs.slugify\n        kwds: {case: lower}",
            "été--hiver_1",
        ),
        ("markdown_extensions:\n  - toc:\n      slugify: !!python/object/apply:pymdownx.slugs.slugify {}", "Été--Hiver_1"),
        ("markdown_extensions:\n  - toc:\n      slugify: null", "ete-hiver_1"),
        ("markdown_extensions:\n  - toc:\n      slugify: ~", "ete-hiver_1"),
        ("markdown_extensions:\n  - toc:\n      slugify:", "ete-hiver_1"),
        ("markdown_extensions:\n  - toc:\n      separator: null", "ete-hiver_1"),
        (
            "markdown_extensions:\n  - toc:\n      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {[a]: b, case: ~}}",
            "Été--Hiver_1",
        ),
    ],
)
def test_ids_are_made_as_the_settings_say(tmp_path: Path, extensions: str, made: str) -> None:
    make = read(tmp_path, extensions).make()
    assert make is not None
    assert make(TEXT) == made


@pytest.mark.parametrize(
    "toc",
    [
        "slugify: !!python/name:os.abort",
        "slugify: !!python/object/apply:os.abort []",
        "slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {normalize: none such}}",
        "slugify: my.function",
        "slugify: [a]",
        "slugify: !ENV x",
        "separator: z-a",
        "separator: '\\'",
    ],
)
def test_what_is_not_known_makes_no_ids_and_is_not_called(tmp_path: Path, toc: str) -> None:
    assert read(tmp_path, f"markdown_extensions:\n  - toc:\n      {toc}").make() is None


@pytest.mark.parametrize("extensions", ["markdown_extensions: toc", "markdown_extensions: {toc: [a]}", "markdown_extensions: [[toc]]"])
def test_settings_of_another_shape_say_nothing(tmp_path: Path, extensions: str) -> None:
    assert read(tmp_path, extensions) == PLAIN


def test_settings_that_are_inherited_count(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("markdown_extensions:\n  - toc:\n      separator: _\n", encoding="utf-8")
    assert read(tmp_path, "INHERIT: base.yml\nmarkdown_extensions: [attr_list]").separator == "_"
