"""One way to write JSON, the same to the byte in Python and in the browser twin."""

from __future__ import annotations

import hashlib
import json


def dumps(value: object) -> str:
    """Canonical JSON: keys sorted, no spaces, text unescaped where JSON allows it."""
    return json.dumps(_whole(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _whole(value: object) -> object:
    """The same value with ``2.0`` written ``2``, as JavaScript does: it knows no difference."""
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_whole(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def digits(content: bytes, count: int = 8) -> str:
    """The first hexadecimal digits of the SHA-256 of ``content``: what the name of a file holds that may be kept for ever."""
    return hashlib.sha256(content).hexdigest()[:count]


def digest(value: object) -> str:
    """The SHA-256 of the canonical JSON of ``value``, as 64 hexadecimal digits."""
    return hashlib.sha256(dumps(value).encode()).hexdigest()
