"""Either Whoosh that the decision names writes the same files for browsers and gives the same hits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent.parent
ORIGINAL = ROOT / ".cache" / "whoosh-original"

PROGRAM = """
import hashlib, json, sys, pathlib, warnings
warnings.simplefilter("ignore")
import whoosh
from answerbook.book import load
from answerbook.search.requests import search
from answerbook.site.plan import make_plan
from answerbook.site.services import search_engine
root = pathlib.Path(sys.argv[1])
book = load(root)
plan = make_plan(book, root, "2026-11-23")
out = {"whoosh": [list(whoosh.__version__), str(pathlib.Path(whoosh.__file__).parent)]}
for lang in book.languages:
    engine = search_engine(book, plan, lang)
    manifest, files = engine.files()
    asks = [ask for article in book.articles[lang] for entry in article.entries for ask in entry.asks]
    out[lang] = {
        "files": {path: hashlib.sha256(content).hexdigest() for path, content in files.items()},
        "hits": [search(engine, {"q": ask}) for ask in asks],
    }
print(json.dumps(out))
"""


def indexed(*before: Path) -> dict[str, object]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, before))}
    command = [sys.executable, "-c", PROGRAM, str(ROOT)]
    finished = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout)


def test_the_original_whoosh_gives_the_same_files_and_hits() -> None:
    assert (ORIGINAL / "whoosh").is_dir(), "run scripts/test.py: it puts the original Whoosh there to compare with"
    ours, original = indexed(), indexed(ORIGINAL)
    assert ours.pop("whoosh") != original.pop("whoosh")
    assert ours == original
    assert all(answer["hits"] for language in ours.values() for answer in language["hits"])
