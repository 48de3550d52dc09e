"""``pricing.yaml`` and ``faq/``, read with positions, validated and frozen into a ``Book``."""

from .ahead import ahead
from .compile import compile_book
from .explain import explain
from .reading import load, read
from .schema import schema

__all__ = ["ahead", "compile_book", "explain", "load", "read", "schema"]
