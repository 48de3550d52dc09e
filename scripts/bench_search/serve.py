"""A server on the loopback interface that sends brotli and remembers what it sent."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from . import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".txt": "text/plain"}
# Both let a page measure time to 5 microseconds, and its memory.
ISOLATED = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}


@dataclass
class Site:
    """What is served: an index at ``/index/``, already compressed, and folders by their first name; and what was asked for."""

    lang: str
    index: dict[str, weigh.Packed]
    folders: dict[str, Path]
    url: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)
    _known: dict[Path, weigh.Packed] = field(default_factory=dict)

    def answer(self, path: str) -> weigh.Packed | None:
        """What is sent for a path; None when nothing is there."""
        first, _, rest = path.lstrip("/").partition("/")
        if not first:
            # A script that is no module is read in the page's character set, which is not UTF-8 unless the page says so.
            page = f'<!doctype html><html lang="{self.lang}"><meta charset="utf-8"><title>Search</title></html>'
            return weigh.Packed(page.encode(), "")
        if first == "index":
            return self.index.get(rest)
        file = self.folders[first] / rest if first in self.folders else None
        if file is None or not file.is_file():
            return None
        if file not in self._known:
            self._known[file] = weigh.packed(file.read_bytes())
        return self._known[file]

    def fetched(self) -> list[tuple[str, int]]:
        """Paths and bytes sent since the list was last emptied, without the benchmark's own page and scripts."""
        return [(path, size) for path, size in self.sent if path != "/" and not path.startswith("/clients/")]


@contextmanager
def served(site: Site) -> Iterator[Site]:
    """Serve a site while the block runs; its address is in ``site.url``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    site.url = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            found = site.answer(path)
            answer = weigh.Packed(b"", "") if found is None else found
            self.send_response(HTTPStatus.OK if found is not None else HTTPStatus.NOT_FOUND)
            kind = "text/html" if path == "/" else TYPES.get(Path(path).suffix, "application/octet-stream")
            encoding = {"Content-Encoding": answer.encoding} if answer.encoding else {}
            size = {"Content-Type": kind, "Content-Length": str(len(answer)), "Cache-Control": "max-age=3600"}
            for name, value in {**ISOLATED, **encoding, **size}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)
            if found is not None:
                site.sent.append((path, len(answer)))

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    return Handler
