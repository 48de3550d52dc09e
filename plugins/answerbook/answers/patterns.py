"""Which question is asked: the first pattern that fits what is named. Twin: browser/answers/patterns.js."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def fitting(patterns: Sequence[dict[str, Any]], features: Iterable[str]) -> str:
    """The intent of the first pattern that fits, or nothing."""
    named = set(features)
    return next((pattern["intent"] for pattern in patterns if _fits(pattern, named)), "")


def _fits(pattern: dict[str, Any], named: set[str]) -> bool:
    one_of = [pattern[key] for key in ("any", "also") if key in pattern]
    return (
        named.issuperset(pattern.get("all", ()))
        and all(not named.isdisjoint(names) for names in one_of)
        and named.isdisjoint(pattern.get("none", ()))
    )
