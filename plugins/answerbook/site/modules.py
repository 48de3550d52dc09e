"""The browser's modules as a site serves them: fewer files than they are written in, and without comments.

A browser finds a module only when it has read the one that imports it, and pays for each with a request. So a module to which only
one other leads stands in the file of that one, in the same folder; whatever is shared, or fetched only when needed, keeps its own.
Each joined module stays a scope of its own: a function that gives what the module exports. `rjsmin` takes out comments and spaces.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rjsmin import jsmin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STATIC = re.compile(r'(?:\bfrom|\bimport)\s*"(\.[^"]+)"')
_LAZY = re.compile(r'\bimport\(\s*["`](\.[^"`]+)["`]')
_IMPORT = re.compile(r'^import (?:(\{[^}]*\}|\* as \w+) from )?"([^"]+)";$', re.MULTILINE)
_PASSED_ON = re.compile(r'^export (\{[^}]*\}) from "([^"]+)";$', re.MULTILINE)
_LISTED = re.compile(r"^export (\{[^}]*\});$", re.MULTILINE)
_DECLARED = re.compile(r"^export (?=(?:async function\*?|function\*?|class|const) (\w+|\[[^\]]*\]))", re.MULTILINE)
_ALIAS = re.compile(r"(\w+)(?: as (\w+))?")
_LEFT = re.compile(r"^(?:import|export)\b(?! *\().*", re.MULTILINE)


def served(sources: Mapping[str, str]) -> dict[str, str]:
    """The files that take the place of ``sources``, which are modules by path; every file has the path and the exports of one of them."""
    graph = _Graph.of(sources)
    heads = graph.heads()
    return {head: jsmin(_joined(head, graph, sources, heads)) for head in sorted(set(heads.values()))}


@dataclass(frozen=True, slots=True)
class _Graph:
    """Which modules each module imports, in order, and those that some module fetches only when it needs them."""

    imports: dict[str, tuple[str, ...]]
    lazy: frozenset[str]

    @classmethod
    def of(cls, sources: Mapping[str, str]) -> _Graph:
        code = {path: jsmin(text) for path, text in sources.items()}  # comments name modules too
        imports = {path: tuple(dict.fromkeys(_at(path, found) for found in _STATIC.findall(text))) for path, text in code.items()}
        return cls(imports, frozenset(_at(path, found) for path, text in code.items() for found in _LAZY.findall(text)))

    def heads(self) -> dict[str, str]:
        """For each module the one in whose file it stands: its own unless only one file leads to it, which is in its folder."""
        users: dict[str, set[str]] = {path: set() for path in self.imports}
        for path, imported in self.imports.items():
            for other in imported:
                users[other].add(path)
        heads = {path: path for path in self.imports}
        moved = True
        while moved:
            moved = False
            for path in sorted(heads):
                leading = {heads[user] for user in users[path]}
                only = leading.pop() if len(leading) == 1 and path not in self.lazy else path
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


def _at(path: str, found: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), found))


def _joined(head: str, graph: _Graph, sources: Mapping[str, str], heads: Mapping[str, str]) -> str:
    members = graph.order(head, heads)
    if len(members) == 1:
        return sources[head]
    folder = posixpath.dirname(head)
    others = list(dict.fromkeys(other for path in members for other in graph.imports[path] if heads[other] != head))
    names = {path: f"${number}" for number, path in enumerate([*others, *members])}
    lines = [f'import * as {names[path]} from "{_relative(path, folder)}";' for path in others]
    for path in members:
        body, exported = _scope(path, sources[path], names)
        lines.append(f"const {names[path]} = (() => {{\n{body}\nreturn {{ {', '.join(exported.values())} }};\n}})();")
    return "\n".join([*lines, f"export const {{ {', '.join(exported)} }} = {names[head]};\n"])


def _relative(path: str, folder: str) -> str:
    found = posixpath.relpath(path, folder or ".")
    return found if found.startswith(".") else f"./{found}"


def _scope(path: str, source: str, names: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The body of a module as that of a function, and for each name it exports how the function gives it; ValueError when none can."""
    exported: dict[str, str] = {}

    def imported(match: re.Match[str]) -> str:
        clause, module = match[1] or "", names[_at(path, match[2])]
        if clause.startswith("*"):
            return f"const {clause.removeprefix('* as ')} = {module};"
        return f"const {clause.replace(' as ', ': ')} = {module};" if clause else ""

    def passed_on(match: re.Match[str]) -> str:
        exported.update({new: f"{new}: {names[_at(path, match[2])]}.{old}" for old, new in _names(match[1])})
        return ""

    def listed(match: re.Match[str]) -> str:
        exported.update({new: f"{new}: {old}" for old, new in _names(match[1])})
        return ""

    exported.update({name: name for found in _DECLARED.findall(source) for name, _ in _names(found)})
    body = _DECLARED.sub("", source)
    for pattern, replacement in ((_PASSED_ON, passed_on), (_LISTED, listed), (_IMPORT, imported)):
        body = pattern.sub(replacement, body)
    left = _LEFT.search(body)
    if left:
        message = f"{path}: cannot be joined with others: {left[0]}"
        raise ValueError(message)
    return body, exported


def _names(clause: str) -> Iterator[tuple[str, str]]:
    for old, new in _ALIAS.findall(clause):
        yield old, new or old
