"""The house rules that a tool can hold: small rooms, small functions, no floats for money, no machine's paths."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "plugins" / "answerbook"
MODULES = sorted(PACKAGE.rglob("*.py"))
BROWSER = sorted([*PACKAGE.rglob("*.js"), *PACKAGE.rglob("*.mjs")])
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
LONG_FUNCTION = 25


def functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            found.append((node.name, (body[-1].end_lineno or 0) - body[0].lineno + 1))
    return found


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", [*MODULES, *(path for path in BROWSER if "stemmers" not in path.parts)], ids=lambda path: path.name)
def test_no_room_holds_two_ideas(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_functions_can_be_read_at_a_glance() -> None:
    sizes = sorted((size, f"{path.relative_to(PACKAGE)}:{name}") for path in MODULES for name, size in functions(path))
    assert [entry for entry in sizes if entry[0] > LONGEST_FUNCTION] == []
    assert sizes[len(sizes) * 9 // 10][0] <= LONG_FUNCTION


@pytest.mark.parametrize("path", [path for path in MODULES if "search" not in path.parts], ids=lambda path: path.name)
def test_no_float_comes_near_money(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    literals = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert literals == []


@pytest.mark.parametrize("path", BROWSER, ids=lambda path: path.name)
def test_no_markup_or_text_is_ever_run_in_the_browser(path: Path) -> None:
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    assert re.findall(ways, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [path for path in MODULES if "site" not in path.parts], ids=lambda path: path.name)
def test_only_the_site_room_knows_mkdocs(path: Path) -> None:
    assert re.findall(r"^\s*(?:from|import) mkdocs", path.read_text(encoding="utf-8"), re.MULTILINE) == []


def test_no_file_names_a_machine_or_a_package_registry() -> None:
    pattern = re.compile(rb"(?<![\w./-])/(?:work|root|home|tmp)/[a-z]|files\.pythonhosted|pypi\.org/simple|registry\.npmjs|deb\.debian")
    guilty = {path.name for path in tracked() if path != Path(__file__) and pattern.search(path.read_bytes())}
    assert guilty == set()
