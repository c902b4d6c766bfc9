"""Lines that were broken to fit a page or a screen → paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_WIDEST: Final = 160
"""Characters that a broken line has at most; longer ones are paragraphs already."""

_FULL: Final = 0.7
"""A line that is filled so far goes on in the next one; the last of a paragraph is mostly shorter."""

_OWN_LINE: Final = re.compile(r"\s*(?:[-*•–>|]|\d+[.)])\s")
"""How an item of a list or a quoted line begins."""


def unwrapped(text: str) -> str:
    r"""Join the lines of each paragraph; its end is an empty line, or a line that is far from full.

    >>> unwrapped("The minister of foreign affairs went to\nthe forum in Baku.\n\nTalks began.")
    'The minister of foreign affairs went to the forum in Baku.\n\nTalks began.'
    """
    lines = [line.rstrip() for line in text.split("\n")]
    widest = max(map(len, lines))
    if widest > _WIDEST:
        return text
    joined = lines[:1]
    for before, line in pairwise(lines):
        if len(before) >= _FULL * widest and line and not _OWN_LINE.match(line):
            joined[-1] += " " + line.lstrip()
        else:
            joined.append(line)
    return "\n".join(joined)


_NARROWEST: Final = 50
_WIDEST_BY_HAND: Final = 100
"""How wide text is that somebody, or their program, broke to fit."""

_GOES_ON: Final = 0.4
"""Of the full lines of a broken text so many at least are followed by one that begins in small letters."""


def unwrapped_in_place(text: str) -> str:
    r"""Put a space where a line was broken to fit, if a text was broken so; every character stays where it is.

    Other than `unwrapped` it is for texts that are mostly not broken: a line each may be a paragraph.

    >>> unwrapped_in_place("Rain is near.\nSun is far.")
    'Rain is near.\nSun is far.'
    """
    lines = text.split("\n")
    widest = max(map(len, lines))
    if not _NARROWEST <= widest <= _WIDEST_BY_HAND:
        return text
    full = [len(before) >= _FULL * widest and bool(line.strip()) for before, line in pairwise(lines)]
    going_on = sum(goes_on and line[:1].islower() for goes_on, line in zip(full, lines[1:], strict=True))
    if going_on < max(2, _GOES_ON * sum(full)):
        return text
    joined = lines[0]
    for is_full, line in zip(full, lines[1:], strict=True):
        joined += (" " if is_full and not _OWN_LINE.match(line) else "\n") + line
    return joined
