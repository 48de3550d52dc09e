"""The text of a browser module as code, comments and literals."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from answerbook.site.export import module_sources
from answerbook.site.tokens import ModuleError, tokens


def read(source: str) -> list[tuple[str, str]]:
    found = list(tokens("a.js", source))
    assert "".join(token.text for token in found) == source
    return [(token.kind, token.text) for token in found if token.kind not in {"code", "sign"}]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a / b / `c`", [("template", "`c`")]),
        ("(a) / b[0] / 'c/'", [("literal", "'c/'")]),
        ("i++ / 2 / `c`", [("template", "`c`")]),
        ("return /`/.test(a)", [("literal", "/`/")]),
        ("a.return / 2 / `c`", [("template", "`c`")]),
        ("x = /[/`]\\/[^\\]`]/u", [("literal", "/[/`]\\/[^\\]`]/")]),
        ("x = // `\n/* ' */ /'/", [("comment", "// `"), ("comment", "/* ' */"), ("literal", "/'/")]),
        ("if (a) {}\n/`/.test(a)", [("literal", "/`/")]),
        ("'\\'`' + \"//\"", [("literal", "'\\'`'"), ("literal", '"//"')]),
        ("`\\`$\\${ $` + `{`", [("template", "`\\`$\\${ $`"), ("template", "`{`")]),
        ("`a${ {b: `c${d}e`} }f`", [("template", part) for part in ("`a${", "`c${", "}e`", "}f`")]),
        ("{ `${a / 2}` } /}/", [("template", "`${"), ("template", "}`"), ("literal", "/}/")]),
    ],
)
def test_literals_are_told_from_code(source: str, told: list[tuple[str, str]]) -> None:
    assert read(source) == told


def test_every_module_can_be_read() -> None:
    assert all(read(source) for source in module_sources().values())


@pytest.mark.parametrize("start", ["`a", "`${a}b", "`${a", "'a", '"a', "/* a", "x = /a", "x = {a"])
def test_what_has_no_end_is_told(start: str) -> None:
    with pytest.raises(ModuleError, match=r"^a\.js:2: cannot be read: .+ has no end; close what it starts, or escape it$"):
        list(tokens("a.js", f"let x;\n{start}\n"))


@pytest.mark.parametrize("part", ["$", "\\a", "/[", "=/[\\", "`${", "/* ", "'\\", "{/", " ", "`$\\"])
def test_no_text_takes_long(part: str) -> None:
    began = time.process_time()
    with suppress(ModuleError):
        list(tokens("a.js", part * 50_000))
    assert time.process_time() - began < 2
