"""Proof that nothing disagrees with the book: one function per thing that can go wrong."""

from .run import Result, run

__all__ = ["Result", "run"]
