# ruff: noqa: E501 - a line of a file stays one line
"""Any bytes at all: findings or a book, never a traceback."""

from __future__ import annotations

from answerbook.book import texts
from answerbook.book.articles import read_article
from answerbook.book.reading import parse_pricing
from hypothesis import given
from hypothesis import strategies as st
from library import ARTICLE, PRICING

_SNIPPETS = st.sampled_from(["{", "}", "[", "]", ": ", "- ", "&a ", "*a", "!!int ", "? ", "<<: ", "'", '"', "|\n", ">\n", "\n", "  ", "\t", "---\n", "...\n",
                             "null", "0x1F", "1e9", "2024-02-30", "\\x00", "%YAML 1.1\n", "é", "\u2028", "#", ",", "@", "`", "a: b\n"])  # fmt: skip


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_with_findings(data: bytes) -> None:
    text, findings = texts.decode("pricing.yaml", data)
    assert (text is None) == bool(findings)
    if text is not None:
        assert parse_pricing(text)[1]


@given(st.lists(_SNIPPETS | st.text(max_size=5), max_size=30).map("".join))
def test_any_yaml_is_refused_with_findings(text: str) -> None:
    read, findings = texts.decode("pricing.yaml", text.encode("utf-8", "replace"))
    assert findings if read is None else parse_pricing(read)[1]


@given(st.integers(0, len(PRICING)), st.integers(0, 12), _SNIPPETS | st.text(max_size=3))
def test_a_sound_file_with_one_place_changed_gives_a_book_or_findings(start: int, length: int, new: str) -> None:
    text, findings = texts.decode("pricing.yaml", (PRICING[:start] + new + PRICING[start + length :]).encode("utf-8", "replace"))
    book, findings = parse_pricing(text) if text else (None, findings)
    assert (book is None) == bool(findings)
    for each in findings:
        assert each.line >= 1
        assert each.column >= 1


@given(st.integers(0, len(ARTICLE)), st.integers(0, 12), _SNIPPETS | st.text(max_size=3))
def test_an_article_with_one_place_changed_never_gives_a_traceback(start: int, length: int, new: str) -> None:
    text, _ = texts.decode("x.md", (ARTICLE[:start] + new + ARTICLE[start + length :]).encode("utf-8", "replace"))
    if text is not None:
        draft, findings = read_article("faq/en/cards/library-cards.md", text, "en")
        assert draft or findings


def test_a_bomb_of_aliases_is_refused_without_being_walked() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]" for level in range(1, 60))]
    findings = parse_pricing("\n".join(lines))[1]
    assert {each.id for each in findings} >= {"AB010"}


def test_a_file_of_a_hundred_thousand_brackets_is_refused() -> None:
    assert [each.id for each in parse_pricing("[" * 100_000)[1]] == ["AB012"]
