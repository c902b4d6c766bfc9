"""What is read and what is refused of files that a test writes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from graphkit.errors import ArticleError
from graphkit.read import Refusal, read_articles
from graphkit.records import Article

ReadFile = Callable[..., tuple[dict[str, Article], list[Refusal]]]
"""Of the fixture that writes a file and reads it."""


def reading(*paths: Path | str) -> tuple[list[Article], list[str]]:
    """What is read and what is refused; that nothing is read is seen in the empty list."""
    refusals: list[Refusal] = []
    articles: list[Article] = []
    with suppress(ArticleError):
        articles.extend(read_articles(paths, refusals.append))
    return articles, [str(refusal) for refusal in refusals]
