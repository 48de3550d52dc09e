"""References in prose: where they are found, and what they can point to."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from answerbook.book import load, references
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[3]


def test_a_reference_is_found_with_its_target_label_and_place() -> None:
    (found,) = references.find("a\nSee {{ #card-price |  the\nprice }} now.")
    assert (found.target, found.label, found.line, found.column) == ("#card-price", "the price", 2, 5)
    assert found.text == "{{ #card-price |  the\nprice }}"


@pytest.mark.parametrize(
    "shown",
    [
        "`{{ x }}`",
        "``a ` {{ x }}``",
        "```\n{{ x }}\n```",
        "~~~~ yaml\n{{ x }}\n~~~\n{{ x }}\n~~~~",
        "<!-- {{ x }} -->",
        r"\{{ x }}",
        "```\n{{ x }}",
    ],
)
def test_nothing_is_found_in_code_and_comments(shown: str) -> None:
    assert references.find(shown) == []


def test_what_stands_behind_code_is_found() -> None:
    assert [each.target for each in references.find("`a` {{ x }} ` {{ y }}\n\n```\nb\n```\n{{ z }}")] == ["x", "y", "z"]


@given(st.text(alphabet="{}|`~<!-> \n\\a#.", max_size=200))
def test_any_text_keeps_its_length_and_lines_when_code_is_blanked(text: str) -> None:
    blanked = references.blank_code(text)
    assert [len(line) for line in blanked.split("\n")] == [len(line) for line in text.split("\n")]
    assert all(text[each.start : each.end] == each.text for each in references.find(text))


@pytest.mark.parametrize("part", ["{{", "<!--", "`", "``` ", "~~~\n", "{{ a }}", "\n# ", "{{ a }}\n\n"])
def test_no_text_takes_long(part: str) -> None:
    begun = time.perf_counter()
    references.check("a.md", part * 20_000, {})
    assert time.perf_counter() - begun < 10


def test_every_figure_that_can_be_pointed_to_is_one_the_engine_resolves() -> None:
    from answerbook.engine.values import UnknownReferenceError, value_of

    for folder, day in ((ROOT, "2026-11-02"), (ROOT / "examples/harbour_desk", "2027-03-01"), (ROOT / "examples/nordlys", "2025-06-01")):
        book = load(folder, faq=False)
        known = [each for each in references.targets(book) if "." in each and " " not in each]
        unresolved = []
        for target in known:
            try:
                value_of(book, target, day)
            except UnknownReferenceError:
                unresolved.append(target)
        # Only what depends on the day: a price announced, and the price after it.
        assert [each for each in unresolved if ".next" not in each] == []


EXAMPLE = {f"examples.team.{field}": () for field in ("total", "full", "credit", "order", "to", "days")} | {"examples.use.ratio": ()}


@pytest.mark.parametrize(
    "told",
    [
        "If you order on {{ examples.team.order }}, you pay {{ examples.team.total }}\ninstead of {{ examples.team.full }}.",
        "- ordered on {{ examples.team.order }}:\n  {{ examples.team.total }}\n- through {{ examples.team.to }}",
        "It runs through {{ examples.team.to }}, {{ examples.team.days }} days.",
        "You are at {{ examples.use.ratio }}.",
        "`{{ examples.team.total }}`",
    ],
)
def test_an_amount_of_an_example_told_with_its_order_day_is_well_told(told: str) -> None:
    assert references.check("a.md", told, EXAMPLE) == []


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("You pay\n{{ examples.team.total }}.", (8, 1)),
        ("Ordered on {{ examples.team.order }}.\n\nYou pay {{ examples.team.full }}.", (9, 9)),
        ("Ordered on {{ examples.team.order }}.\n \t\nYou pay {{ examples.team.full }}.", (9, 9)),
        ("- on {{ examples.team.order }}\n- {{ examples.team.credit }}", (8, 3)),
        ("1. on {{ examples.team.order }}\n2. {{ examples.team.credit }}", (8, 4)),
        ("On {{ examples.team.order }}:\n### {{ examples.team.total }}", (8, 5)),
        ("| {{ examples.team.order }} |\n| --- |\n| {{ examples.team.total }} |", (9, 3)),
    ],
)
def test_an_amount_of_an_example_is_told_with_its_order_day_in_the_same_paragraph(told: str, place: tuple[int, int]) -> None:
    (found,) = references.check("a.md", told, EXAMPLE, first_line=7)
    assert (found.id, found.line, found.column) == ("AB120", *place)
    assert found.hint == "Tell `{{ examples.team.order }}` in the same paragraph or list item."
