"""Writes docs/rules.md from the register of rules: `python docs/rules.py`. A test checks that it still holds."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from graphkit.extract.rules import RULES, Rule

PAGE = Path(__file__).with_suffix(".md")

_FAMILIES = {
    "agency": "Organisations, and the states that they are of",
    "country": "States",
    "forum": "Gatherings, and where they are held",
    "name": "Names that stand again",
    "person": "People, and whom they are of without a post",
    "post": "Posts",
    "side": "Sides and delegations",
    "attend": "Who took part",
    "quote": "Words said",
    "speaker": "Whose words they are",
    "spacy": "Names that a pipeline of the user found",
    "correction": "What people corrected",
}
_HEAD = """\
# The rules that read an article

Every name, edge and quotation carries the name of the rule that found it, and a confidence. This page is the whole
register, made from `graphkit/extract/rules.toml` by `python docs/rules.py`; the tests hold each rule to its two texts:
it fires on the first and not on the second. A claim that rests on several rules (a quotation on the one that found the
words and the one that found whose they are) has the product of their confidences.
"""


def page() -> str:
    """The text of docs/rules.md, a section a family."""
    sections = [_HEAD]
    for family, title in _FAMILIES.items():
        sections.append(f"\n## {title}\n")
        sections += [_entry(rule) for rule in RULES.values() if rule.name.partition(".")[0] == family]
    return "".join(sections)


def _entry(rule: Rule) -> str:
    words = f"\n**`{rule.name}`** {rule.confidence:.2f} · {rule.meaning}\n"
    if rule.example:
        words += f"\n- fires on: {_quoted(rule.example)}\n- not on: {_quoted(rule.counterexample)}\n"
    return words


def _quoted(text: str) -> str:
    """The text in italics, its paragraphs parted by a mark; what Markdown would read as markup stays as it is."""
    words = " ¶ ".join(part for part, _ in groupby(text.split("\n")) if part.strip())
    return "*" + words.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_").strip() + "*"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
