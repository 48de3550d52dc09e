"""One way to write JSON, the same to the byte in Python and in the browser twin."""

from __future__ import annotations

import hashlib
import json


def dumps(value: object) -> str:
    """Canonical JSON: keys sorted, no spaces, text unescaped where JSON allows it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(value: object) -> str:
    """The SHA-256 of the canonical JSON of ``value``, as 64 hexadecimal digits."""
    return hashlib.sha256(dumps(value).encode()).hexdigest()
