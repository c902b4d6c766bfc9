"""Properties, dates and numbers as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

MONTHS: Final = "January February March April May June July August September October November December".split()

_TEXT: Final = "text"
_WITHOUT_YEAR: Final = re.compile(r"--(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)", re.ASCII)


def given(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that say something: not null, not false, not empty."""
    return {name: value for name, value in properties.items() if value not in (None, False, "", [])}


def details_in_words(properties: Mapping[str, Any]) -> str:
    """`role: Director; former` of `{"role": "Director", "unit": None, "former": True}`.

    An article's text and the words of a quotation are no detail among others, and left out; dates are as
    `date_in_words` has them.
    """
    said = given({name: value for name, value in properties.items() if name != _TEXT}).items()
    return "; ".join(name if value is True else f"{name}: {_as_text(value)}" for name, value in said)


def _as_text(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else date_in_words(str(value))


def date_in_words(date: str) -> str:
    """A date as people read it: a day without a year in words, everything else as it is stored.

    Example:
        >>> date_in_words("--12-05"), date_in_words("2025-12-05")
        ('5 December', '2025-12-05')
    """
    match = _WITHOUT_YEAR.fullmatch(date)
    return f"{int(match['day'])} {MONTHS[int(match['month']) - 1]}" if match else date


def number_of(number: int, noun: str, nouns: str = "") -> str:
    """A number of things.

    Args:
        number: how many.
        noun: the word for one.
        nouns: the word for more, where that is not just an `s` longer.

    Example:
        >>> number_of(1, "node"), number_of(1200, "node"), number_of(2, "entity", "entities")
        ('1 node', '1,200 nodes', '2 entities')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or noun + 's'}"
