"""Facts of a language at build time: Babel's patterns, separators and month names, joined with our own words. Plain JSON values.

Babel's own formatter is not used for output: it rounds half to even and ignores the locale's minus sign and minimum grouping,
and a second formatter would have to agree with it in the browser. Both engines apply these facts instead.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

from answerbook.figures import MINOR_DIGITS

if TYPE_CHECKING:
    from babel import Locale

#: Languages that group only from five digits on (CLDR, minimumGroupingDigits 2); Babel does not carry this fact.
_GROUPS_FROM_FIVE_DIGITS = {"bg", "es", "hu", "it", "pl", "pt"}
_DATE_FIELD = re.compile(r"d+|M+|y+")
_NUMBER_PART = re.compile(r"[#0][#0,.]*")
_HIGHEST_TRIED = 200


@cache
def own_words(code: str) -> dict[str, Any]:
    """Our own words of a language, from ``data/<code>.yaml``. Raises FileNotFoundError."""
    text = resources.files(__package__).joinpath("data", f"{code}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@cache
def reading_facts(code: str) -> dict[str, Any]:
    """All that reading a text of a language needs: number words, lexicon, habits and the grammar; JSON for both engines."""
    own = own_words(code)["reading"]
    grammar = yaml.safe_load(resources.files(__package__).joinpath("data", "grammar.yaml").read_text(encoding="utf-8"))
    rules = {name: [*rows, *own.get("rules", {}).get(name, [])] for name, rows in grammar.items()}
    parts = {kind: {word: str(value) for word, value in words.items()} for kind, words in own["parts"].items()}
    written = format_facts(code)
    fixed = {"lang": code, "decimal": written["decimal"], "group": written["group"], "parts": parts, "rules": rules}
    return {**{key: value for key, value in own.items() if key not in {"habits", "parts", "rules"}}, **own["habits"], **fixed}


@cache
def format_facts(code: str) -> dict[str, Any]:
    """All that writing figures in a language needs, as JSON for both engines."""
    from babel import Locale

    own = own_words(code)
    locale = Locale.parse(own["locale"])
    symbols = locale.number_symbols["latn"]
    return {
        "lang": code,
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "minus": symbols["minusSign"],
        "min_group": 2 if code in _GROUPS_FROM_FIVE_DIGITS else 1,
        "currencies": {currency: _currency(locale, currency) for currency in sorted(MINOR_DIGITS)},
        "percent": _NUMBER_PART.sub("{0}", locale.percent_formats[None].pattern),
        "date": _date(locale.date_formats["long"].pattern),
        "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        "list": {key: locale.list_patterns["standard"][key] for key in ("2", "start", "middle", "end")},
        "one": [n for n in range(_HIGHEST_TRIED) if locale.plural_form(n) == "one"],
        "one_with_decimals": bool(locale.plural_form(Decimal("1.5")) == "one"),
        "units": own["units"],
        "multiple": own["multiple"],
    }


def _currency(locale: Locale, currency: str) -> dict[str, Any]:
    """How amounts of one currency look: patterns around ``{0}`` for positive and negative, and the digits of its minor unit."""
    symbol = locale.currency_symbols.get(currency, currency)
    pattern = locale.currency_formats["standard"].pattern
    positive, _, negative = pattern.partition(";")
    minus = locale.number_symbols["latn"]["minusSign"]
    return {
        "positive": _with_symbol(positive, symbol),
        "negative": _with_symbol(negative.replace("-", minus) if negative else minus + positive, symbol),
        "digits": MINOR_DIGITS[currency],
    }


def _with_symbol(pattern: str, symbol: str) -> str:
    """The pattern with its number as ``{0}`` and the symbol in place; letters get a no-break space before a digit."""
    text = _NUMBER_PART.sub("{0}", pattern)
    if not unicodedata.category(symbol[-1]).startswith("S"):
        text = text.replace("¤{0}", "¤\u00a0{0}")
    if not unicodedata.category(symbol[0]).startswith("S"):
        text = text.replace("{0}¤", "{0}\u00a0¤")
    return text.replace("¤", symbol)


def _date(pattern: str) -> str:
    """A long date pattern with ``{d}``, ``{M}`` (name) and ``{y}``: ``d MMMM y`` becomes ``{d} {M} {y}``."""
    return _DATE_FIELD.sub(lambda field: "{" + field[0][0] + "}", pattern)
