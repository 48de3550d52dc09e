"""How a site makes the ids of headings: what its settings say of the extension ``toc``, and the function that does it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerbook.search.headings import slug

if TYPE_CHECKING:
    from collections.abc import Callable

_TOC = "markdown.extensions.toc"
_PYMDOWN = "pymdownx.slugs.slugify"
_TRUE = {"true", "True", "TRUE"}


@dataclass(frozen=True, slots=True)
class Slugs:
    """What the settings say: the dotted name of a function (none is Python-Markdown's own), what it is called with, and the separator."""

    function: str = ""
    options: tuple[tuple[str, str], ...] = ()
    separator: str = "-"

    def make(self) -> Callable[[str], str] | None:
        """What makes an id from a heading's text; None when the settings name a function that is not one of those known here.

        A settings file may name any function of any module; only these few are ever called.
        """
        if self == PLAIN:
            return slug
        function = _known(self.function, dict(self.options))
        if function is None:
            return None
        separator = self.separator
        try:
            function("Some text", separator)
        except (ValueError, TypeError, re.error):  # options or a separator that it does not take
            return None
        return lambda text: function(text, separator)


#: When the settings say nothing.
PLAIN = Slugs()


def _known(name: str, options: dict[str, str]) -> Callable[[str, str], str] | None:
    if name in {"", f"{_TOC}.slugify", f"{_TOC}.slugify_unicode"}:
        from markdown.extensions import toc

        return toc.slugify_unicode if name.endswith("_unicode") else toc.slugify
    if name != _PYMDOWN:
        return None
    try:
        from pymdownx import slugs
    except ImportError:
        return None
    given = {key: value in _TRUE if key == "percent_encode" else value for key, value in options.items()}
    made: Callable[[str, str], str] = slugs.slugify(**given)
    return made
