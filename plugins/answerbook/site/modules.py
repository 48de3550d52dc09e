"""The browser's modules as a site serves them: fewer files than they are written in, and without comments.

A browser finds a module only when it has read the one that imports it, and pays for each with a request. So a module to which only
one other leads stands in the file of that one, in the same folder; whatever is shared, fetched only when needed, or imports itself in a
circle keeps its own. `rjsmin` takes out comments and spaces.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rjsmin import jsmin

from .joining import joined, resolved
from .tokens import ModuleError, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STATIC = re.compile(r"""(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']""")
_LAZY = re.compile(r"""\b(?:import|new URL)\(\s*["'`](\.[^"'`$]+)["'`]""")


def served(sources: Mapping[str, str]) -> dict[str, str]:
    """The files that take the place of ``sources``, which are modules by path; every file has the path and the exports of one of them.

    Raises ModuleError when a module asks for what is not there, or is written in a form that cannot be joined or shortened.
    """
    graph = _Graph.of(sources)
    heads = graph.heads()
    return {head: _shortened(head, _file(head, graph, sources, heads)) for head in sorted(set(heads.values()))}


def imported(source: str) -> list[str]:
    """What a module imports or passes on, as it is called there, each once, in order; comments name modules too, and do not count."""
    return list(dict.fromkeys(_STATIC.findall(jsmin(source))))


def _file(head: str, graph: _Graph, sources: Mapping[str, str], heads: Mapping[str, str]) -> str:
    members = graph.order(head, heads)
    if len(members) == 1:
        return sources[head]
    others = dict.fromkeys(other for path in members for other in graph.imports[path] if heads[other] != head)
    return joined(members, list(others), sources)


def _shortened(path: str, text: str) -> str:
    """The file without comments and spaces; `rjsmin` would read a template within the code of another as code, and take from it."""
    short: str = jsmin(text)
    for written, left in zip_longest(_literals(path, text), _literals(path, short)):
        if written != left:
            message = f"{path}: cannot be shortened: {written or left} would be changed; keep a template out of the code of another"
            raise ModuleError(message)
    return short


def _literals(path: str, text: str) -> Iterator[str]:
    return (token.text for token in tokens(path, text) if token.kind in {"literal", "template"})


@dataclass(frozen=True, slots=True)
class _Graph:
    """Which modules each module imports, in order, and those that some module fetches only when it needs them."""

    imports: dict[str, tuple[str, ...]]
    lazy: frozenset[str]

    @classmethod
    def of(cls, sources: Mapping[str, str]) -> _Graph:
        imports = {path: tuple(resolved(path, found) for found in imported(text)) for path, text in sources.items()}
        for path, others in imports.items():
            for other in others:
                if other not in sources:
                    message = f"{path}: imports {other}, which is not there"
                    raise ModuleError(message)
        return cls(imports, frozenset(resolved(path, found) for path, text in sources.items() for found in _LAZY.findall(jsmin(text))))

    def heads(self) -> dict[str, str]:
        """For each module the one in whose file it stands: its own unless only one file leads to it, which is in its folder."""
        users: dict[str, set[str]] = {path: set() for path in self.imports}
        for path, others in self.imports.items():
            for other in others:
                users[other].add(path)
        heads = {path: path for path in self.imports}
        apart = self.lazy | {path for path in self.imports if path in self._reached(path)}
        moved = True
        while moved:
            moved = False
            for path in sorted(heads):
                leading = {heads[user] for user in users[path]}
                only = leading.pop() if len(leading) == 1 and path not in apart else path
                if only != heads[path] and posixpath.dirname(only) == posixpath.dirname(path):
                    heads[path], moved = only, True
        return heads

    def order(self, head: str, heads: Mapping[str, str]) -> list[str]:
        """The modules of a file, each after those it imports."""
        done: dict[str, None] = {}

        def visit(path: str) -> None:
            if heads[path] != head or path in done:
                return
            for other in self.imports[path]:
                visit(other)
            done[path] = None

        visit(head)
        return list(done)

    def _reached(self, path: str) -> set[str]:
        """Every module that ``path`` leads to; itself when they go in a circle."""
        found: set[str] = set()
        waiting = list(self.imports[path])
        while waiting:
            other = waiting.pop()
            if other not in found:
                found.add(other)
                waiting += self.imports[other]
        return found
