"""One file of several browser modules: each stays a scope of its own, a function that gives what the module exports.

It knows the few forms in which the modules of this package import and export, and stops at any other. They do nothing when they are read
but define elements, so that it does not matter when another file is read. `scripts/check_modules.mjs` holds it to what the TypeScript
compiler reads in them.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from .tokens import ModuleError, located, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_IMPORT = re.compile(r'^import (?:(\{[^}]*\}|\* as \w+) from )?"([^"]+)";$', re.MULTILINE)
_PASSED_ON = re.compile(r'^export (\{[^}]*\}) from "([^"]+)";$', re.MULTILINE)
_LISTED = re.compile(r"^export (\{[^}]*\});$", re.MULTILINE)
_DECLARED = re.compile(r"^export (?=(?:async function\*?|function\*?|class|const) (\w+|\[[^\]]*\]))", re.MULTILINE)
_ALIAS = re.compile(r"(\w+)(?: as (\w+))?")
_LEFT = re.compile(r"^(?:import|export|await)\b(?! *\().*", re.MULTILINE)
_FOREIGN = re.compile(r"\$\d|\bas default\b")
#: What a line of a template or string must not begin with: the forms above are found by their lines.
_TAKEN_FOR_CODE = re.compile(r"\n(import|export|await)\b")


def resolved(path: str, found: str) -> str:
    """The path of what a module at ``path`` calls ``found``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), found))


def joined(members: Sequence[str], others: Sequence[str], sources: Mapping[str, str]) -> str:
    """The file of ``members``, of which the last gives it its path and exports; ``others`` are imported, and ready before them.

    Raises ModuleError when a member is written in a form that is not known here.
    """
    head = members[-1]
    names = {path: f"${number}" for number, path in enumerate([*others, *members])}
    lines = [f'import * as {names[path]} from "{_relative(path, posixpath.dirname(head))}";' for path in others]
    given: dict[str, dict[str, str]] = {}
    for path in members:
        body, given[path] = _Scope(path, names, given).read(sources[path])
        lines.append(f"const {names[path]} = (() => {{\n{body}\nreturn {{ {', '.join(given[path].values())} }};\n}})();")
    return "\n".join([*lines, f"export const {{ {', '.join(given[head])} }} = {names[head]};\n"])


def _relative(path: str, folder: str) -> str:
    found = posixpath.relpath(path, folder or ".")
    return found if found.startswith(".") else f"./{found}"


class _Scope:
    """A module on its way to become a function."""

    def __init__(self, path: str, names: Mapping[str, str], given: Mapping[str, Mapping[str, str]]) -> None:
        """``names`` are the variables that hold modules, ``given`` what those joined before it export."""
        self.path = path
        self.names = names
        self.given = given
        self.exported: dict[str, str] = {}

    def read(self, source: str) -> tuple[str, dict[str, str]]:
        """The body of the function, and for each name that the module exports how the function gives it."""
        code = "".join(self._code(source))
        self._refuse(_FOREIGN.search(code))
        self.exported |= {name: name for found in _DECLARED.findall(code) for name, _ in _names(found)}
        body = _DECLARED.sub("", code)
        for pattern, replacement in ((_PASSED_ON, self._passed_on), (_LISTED, self._listed), (_IMPORT, self._imported)):
            body = pattern.sub(replacement, body)
        self._refuse(_LEFT.search(body))
        return body, self.exported

    def _code(self, source: str) -> Iterator[str]:
        """The source without comments, once no line of a literal can be taken for code."""
        for token in tokens(self.path, source):
            if token.kind == "comment":
                yield "\n" if "\n" in token.text else " "
                continue
            found = token.kind in {"literal", "template"} and _TAKEN_FOR_CODE.search(token.text)
            if found:
                where = located(self.path, source, token)
                message = f"{where}: cannot be joined with others: {found[1]} begins a line of this literal; write \\n there instead"
                raise ModuleError(message)
            yield token.text

    def _refuse(self, found: re.Match[str] | None) -> None:
        if found:
            message = f"{self.path}: cannot be joined with others: {found[0].strip()}"
            raise ModuleError(message)

    def _module(self, found: str, wanted: str) -> str:
        """The variable of a module that has all names of a clause."""
        other = resolved(self.path, found)
        lacking = {old for old, _ in _names(wanted)} - set(self.given.get(other, ()))
        if other in self.given and lacking:
            message = f"{other}: does not export {', '.join(sorted(lacking))}, which {self.path} imports, in a form that can be joined"
            raise ModuleError(message)
        return self.names[other]

    def _imported(self, match: re.Match[str]) -> str:
        clause = match[1] or ""
        if clause.startswith("*"):
            return f"const {clause.removeprefix('* as ')} = {self._module(match[2], '')};"
        module = self._module(match[2], clause)
        return f"const {clause.replace(' as ', ': ')} = {module};" if clause else ""

    def _passed_on(self, match: re.Match[str]) -> str:
        module = self._module(match[2], match[1])
        self.exported |= {new: f"{new}: {module}.{old}" for old, new in _names(match[1])}
        return ""

    def _listed(self, match: re.Match[str]) -> str:
        self.exported |= {new: f"{new}: {old}" for old, new in _names(match[1])}
        return ""


def _names(clause: str) -> Iterator[tuple[str, str]]:
    for old, new in _ALIAS.findall(clause):
        yield old, new or old
