"""What the text of a browser module is made of: code, and the literals and comments in which it means nothing.

A slash divides after a name, a literal and a closing bracket; after anything else, a closing brace too, it starts a regular expression.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Repetitions are possessive and their choices differ in the first character, and what has no end is told at once: no text is read twice.
_TOKEN = re.compile(
    r"""
    (?P<code> [^"'`/{}]++ )
    | (?P<comment> //[^\n]*+ | /\*.*?\*/ )
    | (?P<literal> "(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+' )
    | (?P<endless> /\* | ["'] )
    | (?P<sign> [/{}] )
    """,
    re.VERBOSE | re.DOTALL,
)
#: A template as far as its end or the code in it, or on from the end of that code.
_TEMPLATE = re.compile(r"(?P<template>[`}](?:[^`\\$]|\\.|\$(?!\{))*+(?:`|\$\{))|(?P<endless>[`}])", re.DOTALL)
#: A regular expression; a line never ends in one.
_EXPRESSION = re.compile(r"(?!/[*/])(?:(?P<literal>/(?:[^/\\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*+\])++/)|(?P<endless>/))")
#: At the end of what stands before a slash: what is divided, and words that are not.
_DIVIDED = re.compile(r"""(?:[\w$)\]"'`]|\+\+|--)\Z""")
_NOT_DIVIDED = re.compile(r"(?<![\w$.])(?:await|case|delete|do|else|in|instanceof|new|of|return|throw|typeof|void|yield)\Z")
_TAIL = 20


class ModuleError(ValueError):
    """A module that cannot be served, or not joined with others; the text says which, and why."""


class Token(NamedTuple):
    """A piece of a module from ``start`` on; ``kind`` is code, sign (a brace or slash of code), comment, literal or template."""

    kind: str
    text: str
    start: int


def tokens(path: str, source: str) -> Iterator[Token]:
    """Every piece of a module in order; together they are its text.

    Raises ModuleError for a comment, literal or brace without an end: what follows it would be misread.
    """
    opened: list[Token] = []
    place, before = 0, ""
    while found := _found(source, place, before, in_template=bool(opened) and opened[-1].kind == "template"):
        token = Token(found.lastgroup or "", found[0], place)
        if token.kind == "endless":
            raise _unended(path, source, token)
        _nest(opened, token)
        yield token
        place = found.end()
        if token.kind != "comment":
            before = token.text.rstrip() or before
    if opened:
        raise _unended(path, source, opened[-1])


def _found(source: str, place: int, before: str, *, in_template: bool) -> re.Match[str] | None:
    first, special = source[place : place + 1], None
    if first == "`" or (first == "}" and in_template):
        special = _TEMPLATE.match(source, place)
    elif first == "/" and not _divided(before):
        special = _EXPRESSION.match(source, place)
    return special or _TOKEN.match(source, place)


def _divided(before: str) -> bool:
    tail = before[-_TAIL:]
    return bool(_DIVIDED.search(tail)) and not _NOT_DIVIDED.search(tail)


def _nest(opened: list[Token], token: Token) -> None:
    """Keep what is open: braces of code, and templates while the code in them is read."""
    if token.text[0] == "}" and token.kind in {"sign", "template"} and opened:
        opened.pop()
    if token.text == "{" or (token.kind == "template" and token.text[-1] == "{"):
        opened.append(token)


def _unended(path: str, source: str, token: Token) -> ModuleError:
    shown = token.text.splitlines()[0]
    return ModuleError(f"{located(path, source, token)}: cannot be read: {shown} has no end; close what it starts, or escape it")


def located(path: str, source: str, token: Token) -> str:
    """The path and line where a token starts."""
    return f"{path}:{source.count(chr(10), 0, token.start) + 1}"
