"""HTML written piece by piece, every text in it escaped."""

from __future__ import annotations

from html import escape

_VOID = {"br", "hr", "img", "input"}


class Markup(str):
    """Text that is HTML already; any other text is escaped where it is put into an element."""

    __slots__ = ()


def markup(text: str) -> Markup:
    """``text`` as HTML: as it is when it is HTML already, else escaped."""
    return text if isinstance(text, Markup) else Markup(escape(text, quote=False))


def joined(*parts: str) -> Markup:
    """Several pieces after each other."""
    return Markup("".join(markup(part) for part in parts))


def element(tag: str, *children: str, **attributes: str | bool | None) -> Markup:
    """An element around its children.

    Attribute names are Python's: ``class_`` is ``class``, ``data_rule`` is ``data-rule``. False and None leave an attribute out.

    >>> element("p", "1 < 2", element("b", "so"), class_="a")
    '<p class="a">1 &lt; 2<b>so</b></p>'
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    return Markup(f"<{tag}{written}>" if tag in _VOID else f"<{tag}{written}>{joined(*children)}</{tag}>")


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    key = name.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{escape(value)}"'
