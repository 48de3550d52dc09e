"""Proof that nothing disagrees with the book: one function per thing that can go wrong."""

from .result import Result
from .run import run

__all__ = ["Result", "run"]
