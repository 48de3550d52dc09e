"""A settings file as nodes of YAML: no tag in it is ever constructed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from answerbook.findings import Finding, FindingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def key_lines(path: Path) -> dict[str, int]:
    """The line of each top-level key of a settings file, to say where a finding about it stands."""
    root = _compose(path)
    return {name: key.start_mark.line + 1 for name, key, _ in pairs(root)}


def with_parents(path: Path) -> list[yaml.Node | None]:
    """What stands in a settings file and in those it inherits from, the nearest first."""
    found: dict[Path, yaml.Node | None] = {}
    while path.is_file():
        known = path.resolve()
        if known in found:
            raise FindingsError([_in_a_circle(next(iter(found)))])
        found[known] = _compose(path)
        path = path.parent / text_of(below(found[known], "INHERIT"))
    return list(found.values())


def text_of(node: yaml.Node | None) -> str:
    """The text of a scalar; none for anything else, and none of what is empty or behind a tag."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) and not node.tag.startswith("!") and not is_nothing(node) else ""


def is_nothing(node: yaml.Node) -> bool:
    """Whether a value is the empty one, as in ``key:`` and ``key: ~``: the default holds."""
    return bool(node.tag == "tag:yaml.org,2002:null")


def pairs(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """The keys of a mapping that are text, each with its node and its value; nothing of anything else."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            yield str(key.value), key, value


def below(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key in a mapping, or in the mappings of a list, such as that of the plugins."""
    mappings = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return next((value for one in mappings for name, _, value in pairs(one) if name == key), None)


def _compose(path: Path) -> yaml.Node | None:
    try:
        # Composing builds nodes only: a tag such as !!python/name names a function and must never be constructed here.
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, OSError, RecursionError) as error:
        raise FindingsError([_not_yaml(path, error)]) from None


def _not_yaml(path: Path, error: Exception) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Finding(path.name, line, column, "AB301", "This file cannot be read as YAML.", "Mend the line named here.")


def _in_a_circle(path: Path) -> Finding:
    message = "This file inherits from itself, at once or by way of others, so its settings have no end."
    return Finding(path.name, key_lines(path).get("INHERIT", 1), 1, "AB301", message, "Take one INHERIT of the circle away.")
