"""A strict content security policy for the built site: every inline script and style it really holds, by hash."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Types of script elements that hold data; a browser never runs them and no policy asks for their hash.
_DATA = ("application/json", "application/ld+json")

_HEAD = """# The strictest content security policy this site runs under. Send it as the Content-Security-Policy header.
# The hashes are those of the theme's own inline scripts; they change when the theme does.
"""


def policy(pages: Iterable[str]) -> str:
    """The policy as one header value, for the HTML of all pages of a site."""
    scripts: set[str] = set()
    styles: set[str] = set()
    attributes: set[str] = set()
    for html in pages:
        tree = LexborHTMLParser(html)
        scripts |= {
            _source(node.text(deep=True))
            for node in tree.css("script:not([src])")
            if (node.attributes.get("type") or "") not in _DATA and node.text(deep=True)
        }
        styles |= {_source(node.text(deep=True)) for node in tree.css("style")}
        attributes |= {_source(node.attributes["style"] or "") for node in tree.css("[style]")}
    hashed = ["'unsafe-hashes'", *sorted(attributes)] if attributes else []
    directives = [
        "default-src 'self'",
        " ".join(["script-src 'self'", *sorted(scripts)]),
        " ".join(["style-src 'self'", *sorted(styles), *hashed]),
        "img-src 'self' data:",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
    return "; ".join(directives)


def policy_file(pages: Iterable[str]) -> bytes:
    """The policy as a text file that says what it is for."""
    return f"{_HEAD}{policy(pages)}\n".encode()


def _source(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
