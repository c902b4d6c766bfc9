"""Writes the keys of an endpoint's answer, as the vocabulary has them, into docs/extractors.md.

python docs/extractors.py
"""

from __future__ import annotations

import re
from pathlib import Path

from graphkit.extractors.chat.question import ASKED, MEANINGS, NAMED, asked_properties

PAGE = Path(__file__).with_name("extractors.md")
_TABLE = re.compile(r"(<!-- answer -->\n).*?(?=<!-- /answer -->)", re.DOTALL)


def table() -> str:
    """The keys of a claim, as Markdown."""
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


def with_table(page: str) -> str:
    """The page with the present table."""
    return _TABLE.sub(lambda found: found[1] + table(), page)


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
