"""What a validator complains of, as findings with a sentence, a hint and the place in the file."""

from __future__ import annotations

import difflib
import types
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .catalogue import CATALOGUE, finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

    from answerbook.findings import Finding

    from .yaml_nodes import Node

Shape = TypeVar("Shape", bound=BaseModel)


def validate(shape: type[Shape], root: Node) -> tuple[Shape | None, list[Finding]]:
    """The tree as ``shape``, or None with a finding for every place where it does not fit."""
    try:
        return shape.model_validate(root.plain()), []
    except ValidationError as error:
        return None, [_finding(shape, root, each) for each in error.errors(include_url=False)]


def near(word: str, known: Iterable[str]) -> str:
    """A hint towards the closest known words, or the whole list when it is short, or nothing."""
    names = sorted(set(known))
    close = difflib.get_close_matches(word[:80], names, n=5, cutoff=_cutoff(word))
    for name in close:
        if _same_thing(word[:80], name):
            return f"Did you mean `{name}`?"
    if names and len(names) <= 16:  # noqa: PLR2004 - more than this nobody reads
        return f"Known here: {', '.join(names)}."
    return ""


def _cutoff(word: str) -> float:
    return 3 / 5 if len(word) <= len("kind") else 7 / 10


def _same_thing(word: str, name: str) -> bool:
    """Whether a dotted id is misspelt only: alike part by part, so that one thing is never taken for its neighbour."""
    parts, known = word.split("."), name.split(".")
    if len(parts) == 1 or len(known) == 1:
        return True
    return all(bool(difflib.get_close_matches(part, [other], cutoff=_cutoff(part))) for part, other in zip(parts, known, strict=False))


def _finding(shape: type[BaseModel], root: Node, error: ErrorDetails) -> Finding:
    path = error["loc"]
    kind = error["type"]
    if path and path[-1] == "[key]":
        node = root.walk(path[:-1])
        return finding("AB032", node.start, f"`{_short(path[-2])}` is not an id.", error.get("ctx", {}).get("hint", ""))
    node = root.walk(path)
    if kind == "extra_forbidden":
        return _unknown(shape, root, path)
    if node.value == "" and kind != "missing":
        return finding("AB022", node.start, f"{_name(path)} has no value.", "Write one, or take the key away.")
    context = error.get("ctx", {})
    if kind in CATALOGUE:
        return _form(shape, root, path, kind, context)
    if kind == "missing":
        hint = _known_as(shape, path) or "Add it."
        return finding("AB021", node.start, f"The key `{path[-1]}` is missing{_where(path[:-1])}.", hint)
    if kind == "literal_error":
        choices = [str(choice) for choice in _choices(shape, path)]
        return finding("AB024", node.position, f"{_name(path)} cannot be `{_short(node.text)}`.", near(node.text, choices))
    if kind == "too_short":
        return finding("AB034", node.start, f"{_name(path)} is empty.", "Write at least one entry, or take the key away.")
    return finding("AB023", node.position, f"{_name(path)} is {_what(node)}.", f"Write {_NEEDED.get(kind, 'another value')}.")


def _unknown(shape: type[BaseModel], root: Node, path: tuple[int | str, ...]) -> Finding:
    key = str(path[-1])
    # `EUR: 950,00` between braces is an amount and a key that is called 00.
    comma = key.isdecimal() and root.walk(path).value == ""
    hint = "Write an amount with a point, not a comma." if comma else near(key, _keys(shape, path[:-1]))
    return finding("AB020", root.walk(path).start, f"The key `{_short(key)}` is unknown{_where(path[:-1])}.", hint)


_NEEDED = {
    "model_type": "a map of keys and values",
    "dict_type": "a map of keys and values",
    "list_type": "a list",
    "string_type": "a single value",
}


def _form(shape: type[BaseModel], root: Node, path: tuple[int | str, ...], kind: str, context: dict[str, Any]) -> Finding:
    node = root.walk(path)
    sentence, hint = context["sentence"], context["hint"]
    if kind == "AB037" and path[-1] not in _keys(shape, path[:-1]):
        keys = [key for key in _keys(shape, path[:-1]) if root.walk(path[:-1]).get(key) is None]
        guess = near(str(path[-1]), keys) if keys else ""
        if guess.startswith("Did"):
            return finding("AB020", node.start, f"The key `{_short(path[-1])}` is unknown{_where(path[:-1])}.", guess)
    return finding(kind, node.position, f"{_name(path)}: {sentence[0].lower()}{sentence[1:]}", hint)


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:60] + "…"  # noqa: PLR2004 - enough to recognise


def _what(node: Node) -> str:
    return "a single value" if isinstance(node.value, str) else "a list" if isinstance(node.value, tuple) else "a map"


def _name(path: tuple[int | str, ...]) -> str:
    """What a person calls the place: its key, or the entry of which list."""
    if not path:
        return "The file"
    last = path[-1]
    if isinstance(last, int):
        return f"Entry {last + 1} of `{_short(path[-2])}`" if len(path) > 1 else f"Entry {last + 1}"
    return f"`{_short(last)}`"


def _where(path: tuple[int | str, ...]) -> str:
    """``in `seats.admin```-like: the last two keys of the path, or nothing at the top."""
    keys = [_short(part) for part in path if isinstance(part, str)]
    return f" in `{'.'.join(keys[-2:])}`" if keys else ""


def _known_as(shape: type[BaseModel], path: tuple[int | str, ...]) -> str:
    """The description of a missing key, which says what to write."""
    model = _model(shape, path[:-1])
    if model is None:
        return ""
    for name, info in model.model_fields.items():
        if (info.alias or name) == path[-1] and info.description:
            return f"It says: {info.description[0].lower()}{info.description[1:]}"
    return ""


def _keys(shape: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    model = _model(shape, path)
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _choices(shape: type[BaseModel], path: tuple[int | str, ...]) -> tuple[Any, ...]:
    kind = _type(shape, path)
    return get_args(kind)


def _model(shape: type[BaseModel], path: tuple[int | str, ...]) -> type[BaseModel] | None:
    kind = _type(shape, path)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _type(shape: type[BaseModel], path: tuple[int | str, ...]) -> Any:
    """The type the shape has at ``path``."""
    kind: Any = shape
    for part in path:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = {info.alias or name: info for name, info in kind.model_fields.items()}
            kind = fields[str(part)].annotation if part in fields else None
        else:
            arguments = get_args(kind)
            kind = arguments[-1] if arguments else None
        kind = _bare(kind)
    return kind


def _bare(kind: Any) -> Any:
    """The type without ``Annotated`` and ``| None``."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in {Union, types.UnionType}:
            kind = next(each for each in get_args(kind) if each is not type(None))
        else:
            return kind
