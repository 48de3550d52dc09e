"""Python and the browser's modules side by side: the same answers to the byte, and the same stems."""

from __future__ import annotations

import json
import subprocess
import threading
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import answerbook
from answerbook.canonical import dumps
from answerbook.language.words import fold, stem, tokens
from answerbook.search.engine import build
from answerbook.search.requests import search
from environment import node

from . import asking, pages
from .tables import say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

SHOWN = 5


def run(options: Namespace) -> int:
    """Print how many answers and stems are the same; 1 when one is not."""
    documents = pages.prepared(options.pages, options.most_pages)
    given = (query["q"] for query in pages.asked(options.queries, documents, options.most_queries))
    questions = asking.questions(given, documents, options.lang, options.count)
    folder = options.cache.resolve() / f"parity-{options.lang}"
    say("build")
    engine = build(documents, options.lang)
    manifest, files = engine.files()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    twin = [node(), Path(__file__).with_suffix(".mjs"), Path(answerbook.__file__).parent / "browser", folder, manifest, options.lang]
    say(f"{len(questions):,} questions")
    ours = (dumps(search(engine, {"q": question})) for question in questions)
    wrong = _compared(questions, ours, twin, "q")
    words = sorted(_words(page.title + "\n" + page.headings + "\n" + page.body for page in documents))
    say(f"{len(words):,} words")
    wrong += _compared(words, (dumps(stem(options.lang, word)) for word in words), twin, "word")
    return 1 if wrong else 0


def _words(texts: Iterable[str]) -> set[str]:
    """Every word of the texts, as spelt and folded, and what is left of it without its last letters, as when it is being typed."""
    words = {token.text for text in texts for token in tokens(text)}
    return words | {fold(word) for word in words} | {word[:-1] for word in words if len(word) > 1}


def _compared(asked: list[str], ours: Iterable[str], twin: list[Any], name: str) -> int:
    """Ask both sides, print the counts and the first differences; how many differ."""
    kinds: Counter[str] = Counter()
    shown: list[str] = []
    with _answers(twin, (json.dumps({name: one}) for one in asked)) as theirs:
        for one, python, browser in zip(asked, ours, theirs, strict=True):
            if python == browser:
                continue
            kind = "stem" if name == "word" else _difference(json.loads(python), json.loads(browser))
            kinds[kind] += 1
            if len(shown) < SHOWN:
                shown.append(f"- {kind}: {one!r}\n  Python  {python[:300]}\n  browser {browser[:300]}")
    what = "stems" if name == "word" else "answers (urls, order, scores, whole hits)"
    apart = "".join(f"; {count:,} differ in {kind}" for kind, count in sorted(kinds.items()))
    print("\n".join([f"{len(asked) - kinds.total():,} of {len(asked):,} {what} are the same to the byte{apart}.", *shown]), flush=True)
    return kinds.total()


def _difference(python: dict[str, Any], browser: dict[str, Any]) -> str:
    """In what two answers differ: the gravest thing."""
    urls = [[hit["url"].split("#")[0] for hit in answer["hits"]] for answer in (python, browser)]
    if sorted(urls[0]) != sorted(urls[1]):
        return "urls"
    if urls[0] != urls[1]:
        return "order"
    if [hit["score"] for hit in python["hits"]] != [hit["score"] for hit in browser["hits"]]:
        return "score"
    return "passage" if python["hits"] != browser["hits"] else "repair"


@contextmanager
def _answers(command: list[Any], lines: Iterable[str]) -> Iterator[Iterator[str]]:
    """The lines that a command answers to lines, while both still flow."""
    with subprocess.Popen([*map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        feeder = threading.Thread(target=_feed, args=(process.stdin, lines), daemon=True)
        feeder.start()
        yield (line.rstrip("\n") for line in process.stdout or ())
        feeder.join()


def _feed(pipe: IO[str], lines: Iterable[str]) -> None:
    with pipe:
        for line in lines:
            pipe.write(f"{line}\n")
