"""The register of rules: what each looks for, and how sure what it finds is.

`rules.toml` beside this module is the register itself, to be read and changed by people who know language rather
than Python; `docs/rules.md` is made from it. A claim carries the name of the rule that made it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the extraction.

    Attributes:
        name: family and name: "attend.takes-part".
        meaning: what it looks for, in one line.
        confidence: the share of what it finds that is right, in (0, 1].
        example: a text that it fires on; empty for what people corrected and what a spaCy pipeline proposes.
        counterexample: a text much like it that it does not fire on.
    """

    name: str
    meaning: str
    confidence: float
    example: str = ""
    counterexample: str = ""


def _read() -> Mapping[str, Rule]:
    text = resources.files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: Rule(name, **said) for name, said in tomllib.loads(text).items()})


RULES: Final = _read()
"""Every rule by its name."""


def meaning_of(rule: str) -> str | None:
    """What a rule looks for, in one line; None for a rule that is not of this version's extraction."""
    if rule.startswith("chat."):
        return "what a language model claims, by its name; the words stand in the article"
    return RULES[rule].meaning if rule in RULES else None
