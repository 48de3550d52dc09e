"""Every finding is explained once, for people too."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from answerbook.book.catalogue import CATALOGUE
from answerbook.checks.catalogue import KINDS as CHECKED
from answerbook.site.catalogue import KINDS as BUILT

ROOT = Path(__file__).parents[3]


def test_the_page_of_findings_is_what_the_script_writes() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts" / "make_findings.py"), "--check"], check=False)
    assert done.returncode == 0, "run scripts/make_findings.py"


def test_every_id_in_the_code_is_in_exactly_one_catalogue() -> None:
    catalogues = [set(CATALOGUE), set(CHECKED), set(BUILT)]
    every = set().union(*catalogues)
    assert sum(map(len, catalogues)) == len(every)
    source = (ROOT / "plugins" / "answerbook").rglob("*.py")
    used = {found for path in source for found in re.findall(r'"(AB\d{3})"', path.read_text(encoding="utf-8"))}
    assert used == every


def test_every_id_of_this_room_is_held_by_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert sorted(name for name in {**CHECKED, **BUILT} if name not in tests) == []


def test_the_page_lists_every_id_in_order() -> None:
    listed = re.findall(r"^\| (AB\d{3}) ", (ROOT / "FINDINGS.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == sorted({**CATALOGUE, **CHECKED, **BUILT})


def test_titles_and_explanations_read_as_a_table() -> None:
    for kind in [*CATALOGUE.values(), *CHECKED.values(), *BUILT.values()]:
        assert not kind.title.endswith(".")
        assert kind.explanation.endswith(".")
        assert "|" not in kind.title + kind.explanation
