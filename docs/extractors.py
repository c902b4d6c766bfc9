"""Writes the keys of an endpoint's answer, as the vocabulary has them, into the table of docs/extractors.md.

Run as `python docs/extractors.py`. A test checks that it still holds.
"""

from __future__ import annotations

import re
from pathlib import Path

from graphkit.extractors.chat.question import ASKED, MEANINGS, NAMED, asked_properties

PAGE = Path(__file__).with_suffix(".md")
_TABLE = re.compile(r"(<!-- answer -->\n).*?(?=<!-- /answer -->)", re.DOTALL)


def page() -> str:
    """The text of docs/extractors.md: what stands there, with the present table."""
    return _TABLE.sub(lambda found: found[1] + _answer(), PAGE.read_text(encoding="utf-8"))


def _answer() -> str:
    rows = [
        ("key", "is"),
        ("---", "---"),
        ("`type`", f"one of {', '.join(f'`{name}`' for name in ASKED)}"),
        (
            "`source`",
            f"`label`, one of {', '.join(f'`{label}`' for label in NAMED)}, and `name` as the article writes it",
        ),
        ("`target`", "the same, or null for what ends at the article"),
        ("`evidence`", "the words of the article that say so; for a quotation, what was said"),
        *((f"`{name}`", MEANINGS[name]) for name in asked_properties()),
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
