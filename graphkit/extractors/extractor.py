"""The shape of every extractor, and what those that come with graphkit are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from graphkit.records import Article, Reading

Extractor: TypeAlias = Callable[[Article], Reading]
"""Reads one article; `graphkit.extract.extract` is the one that is used where none is named."""

RULES: Final = "rules"
SPACY: Final = "spacy"
CHAT: Final = "chat"
