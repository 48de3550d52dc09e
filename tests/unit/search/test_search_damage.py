"""Whatever is missing of the browser's index, cut off, or changed on its way: an answer or a sentence, never anything else."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from answerbook.search import export
from forms import FORMS

from tests.node import ROOT, find_node

SCRIPT = Path(__file__).parent / "damage.mjs"
PATIENCE = 60
#: Milliseconds for some questions to an index that is damaged; a busy machine included.
SLOW = 3_000
#: Between them they read files of every kind.
REQUESTS = [
    {"q": "wachtwoord vergeten"},
    {"q": "factuur redelijk gebruik", "collection": "help"},
    {"q": '"redelijk gebruik" extra licenties'},
    {"q": "vactuur lanningsoptimalisatie facturenbetalen "},
    {"q": "rekening nota van betaling li"},
    {"q": ""},
]
#: What stands in for a part of a manifest.
WRONG = [None, True, 0, -1, 0.5, 1e15, "", "x", [], [None], [[]], [-1], ["x"], {}, {"first": 3, "hash": 5, "size": "x"}]


@pytest.fixture(scope="module", params=FORMS)
def site(request, engine, tmp_path_factory):
    """A folder with the browser's files in one of their forms, its manifest's path, and the files."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in FORMS[request.param].items():
            patch.setattr(export, name, value)
        manifest, files = engine("nl").files()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder, manifest, files


def told(site: Any, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the browser's search makes of each case. Fails on whatever is no answer and no sentence, and on what takes long."""
    folder, manifest, _ = site
    given = "".join(json.dumps(line) + "\n" for line in [REQUESTS, *cases])
    command = [find_node(), str(SCRIPT), str(folder), manifest]
    try:
        done = subprocess.run(command, input=given.encode(), capture_output=True, check=False, cwd=ROOT, timeout=PATIENCE)
    except subprocess.TimeoutExpired as late:
        pytest.fail(f"no end to {(late.stderr or b'').decode().splitlines()[-1:]}")
    assert done.returncode == 0, done.stderr.decode()[-2_000:]
    said = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(said) == len(cases)
    other = {error.split("node:")[0]: case for case, row in zip(cases, said, strict=True) for error in row["others"]}
    assert other == {}
    assert [case for case, row in zip(cases, said, strict=True) if row["took"] > SLOW] == []
    return said


def test_an_index_that_is_whole_answers_everything(site):
    assert told(site, [{}]) == [{"answers": len(REQUESTS), "sentences": 0, "others": [], "took": pytest.approx(0, abs=SLOW)}]


def test_any_file_may_be_missing_or_be_another(site):
    _, manifest, files = site
    others = ["", "null", "[]", "{}", '"x"', "[[]]", "[null]", "<!doctype html><title>404</title>", "\ufffd" * 50]
    cases = [{"path": path, "missing": True} for path in files]
    cases += [{"path": path, "content": content} for path in files for content in others]
    said = told(site, cases)
    assert all(row["sentences"] for case, row in zip(cases, said, strict=True) if case["path"] == manifest)


def test_any_file_may_be_cut_off_anywhere(site):
    chance = random.Random(5)  # noqa: S311  repeatable, not secret
    _, _, files = site
    each = max(8, 160 // len(files))
    lengths = {
        path: {0, 1, 2, len(content) - 1} | {chance.randrange(len(content) or 1) for _ in range(each)} for path, content in files.items()
    }
    told(site, [{"path": path, "length": length} for path, found in lengths.items() for length in sorted(found) if length >= 0])


def test_any_bits_of_any_file_may_be_turned_over(site):
    chance = random.Random(6)  # noqa: S311  repeatable, not secret
    _, _, files = site
    each = max(10, 1_000 // len(files))
    counts = [1, 1, 1, 2, 8]
    told(site, [
        {"path": path, "bits": [chance.randrange(8 * len(content)) for _ in range(chance.choice(counts))]}
        for path, content in files.items() if content for _ in range(each)
    ])  # fmt: skip


@pytest.mark.parametrize("rule", ["", "1", "1 a", "a 2", "x a 2", "1 a x", "1 a 2 3"])
def test_a_rule_that_is_none_makes_no_words_of_it(rule, engine, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "rule", lambda *_: rule)
    manifest, files = engine("nl").files()
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (row,) = told((tmp_path, manifest, files), [{}])
    assert row["sentences"] == len(REQUESTS) - 1  # all but the empty one ask for words


def changed(value: Any, new: Any) -> list[Any]:
    """The value in every way in which one part of it is missing or another."""
    if isinstance(value, dict):
        ways = [{other: part for other, part in value.items() if other != key} for key in value]
        return ways + [{**value, key: way} for key, part in value.items() for way in changed(part, new)] + [new]
    if isinstance(value, list) and value:
        return [[way, *value[1:]] for way in changed(value[0], new)] + [new]
    return [new]


def test_any_part_of_a_manifest_may_be_missing_or_another(site):
    _, path, files = site
    manifest = json.loads(files[path])
    ways = {json.dumps(way): way for new in WRONG for way in changed(manifest, new)}
    assert len(ways) > 300
    told(site, [{"path": path, "content": content} for content in ways])
