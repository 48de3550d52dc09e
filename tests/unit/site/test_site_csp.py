from __future__ import annotations

import base64
import hashlib

from answerbook.site.csp import policy


def source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_every_inline_script_and_style_is_named_by_its_hash() -> None:
    html = "<style>a{}</style><script>run()</script><script src='x.js'></script><p style='color:red'>"
    found = policy([html, html])
    assert f"script-src 'self' {source('run()')};" in found
    assert f"style-src 'self' {source('a{}')} 'unsafe-hashes' {source('color:red')};" in found


def test_data_needs_no_hash_and_nothing_else_is_allowed() -> None:
    found = policy(['<script type="application/ld+json">{}</script><script type="application/json">{}</script>'])
    assert "script-src 'self';" in found
    assert found.startswith("default-src 'self';")
    assert "unsafe" not in found
