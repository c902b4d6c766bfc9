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
