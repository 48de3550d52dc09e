from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from answerbook.site.preflight import Settled, check_settings

if TYPE_CHECKING:
    from pathlib import Path

BOOK = cast("Any", SimpleNamespace(languages=("nl", "en"), default_language="nl"))


@pytest.fixture
def good(tmp_path: Path) -> Settled:
    return Settled(
        file="mkdocs.yml",
        lines={"site_url": 2, "theme": 3, "plugins": 9},
        site_url="https://help.example.org/sub/",
        theme="material",
        features=("navigation.tabs",),
        has_search=True,
        docs=tmp_path,
        languages=("nl", "en"),
        structure="folder",
    )


def test_good_settings_have_no_findings(good: Settled) -> None:
    assert check_settings(good, BOOK) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"site_url": ""}, "mkdocs.yml:2:1: AB302 site_url is absent"),
        ({"site_url": "help.example.org"}, "mkdocs.yml:2:1: AB302 site_url is absent or no web address"),
        ({"theme": "readthedocs"}, "mkdocs.yml:3:1: AB303 The theme is readthedocs"),
        ({"features": ("navigation.instant",)}, "mkdocs.yml:3:1: AB304 The feature navigation.instant"),
        ({"has_search": False}, "mkdocs.yml:9:1: AB305 The plugin search is not listed"),
        ({"structure": "suffix"}, "mkdocs.yml:9:1: AB307 docs_structure is suffix"),
        ({"languages": ("en", "nl")}, "mkdocs.yml:9:1: AB308 The site's default language is en, the book's is nl."),
        ({"languages": ("nl", "en", "de")}, "mkdocs.yml:9:1: AB308 The site is built in nl, en, de; pricing.yaml says nl, en."),
    ],
)
def test_each_trap_in_the_settings_is_a_finding_where_it_stands(good: Settled, change: dict[str, Any], found: str) -> None:
    findings = check_settings(replace(good, **change), BOOK)
    assert [str(one)[: len(found)] for one in findings] == [found]
    assert all(one.hint for one in findings)


def test_folders_per_language_need_the_translation_plugin(good: Settled) -> None:
    (good.docs / "en").mkdir()
    findings = check_settings(replace(good, languages=None, structure=None), BOOK)
    assert [one.id for one in findings] == ["AB306"]


def test_all_findings_come_at_once(good: Settled) -> None:
    findings = check_settings(replace(good, site_url="", theme="mkdocs", has_search=False), BOOK)
    assert [one.id for one in findings] == ["AB302", "AB303", "AB305"]
