"""A server on the loopback interface that sends brotli and remembers what it sent."""

from __future__ import annotations

import mimetypes
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from . import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".txt": "text/plain", ".html": "text/html"}
# Both let a page measure time to 5 microseconds, and its memory.
ISOLATED = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}


@dataclass
class Site:
    """What is served: an index at ``/index/``, already compressed, and folders by their first name; and what was asked for."""

    lang: str
    index: dict[str, bytes]
    folders: dict[str, Path]
    url: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)
    _known: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)

    def body(self, path: str) -> bytes | None:
        """What is sent for a path; None when nothing is there."""
        first, _, rest = path.lstrip("/").partition("/")
        if not first:
            return f'<!doctype html><html lang="{self.lang}"><meta charset="utf-8"><title>Search</title></html>'.encode()
        if first == "index":
            return self.index.get(rest)
        file = self.folders[first] / rest if first in self.folders else None
        if file is None or not file.is_file():
            return None
        content = file.read_bytes()
        if self._known.get(path, (b"", b""))[0] != content:
            self._known[path] = (content, weigh.packed(content))
        return self._known[path][1]

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
            body = site.body(path)
            self.send_response(HTTPStatus.NOT_FOUND if body is None else HTTPStatus.OK)
            suffix = path[path.rfind(".") :]
            kind = TYPES.get(suffix, mimetypes.guess_type(path)[0] or "application/octet-stream")
            plain = path == "/" or body is None or body[:2] == b"\x1f\x8b"
            headers = {**ISOLATED, "Content-Type": "text/html" if path == "/" else kind, "Content-Length": str(len(body or b""))}
            for name, value in (headers if plain else {**headers, "Content-Encoding": "br"}).items():
                self.send_header(name, value)
            self.send_header("Cache-Control", "max-age=3600")
            self.end_headers()
            self.wfile.write(body or b"")
            site.sent.append((path, len(body or b"")))

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    return Handler
