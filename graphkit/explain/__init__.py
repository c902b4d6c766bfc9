"""Why the graph holds what it holds: one article with everything that was read out of it, and by which rule.

Example:
    >>> from graphkit.pipeline import derive_graph
    >>> from graphkit.records import Article
    >>> graph = derive_graph([Article("a1", "Minister Aynur Hasanova attended the Caspian Energy Forum.")])
    >>> [claim.rule for claim in explain_article(graph, "a1").claims]
    ['attend.attends']
"""

from __future__ import annotations

from pathlib import Path

from graphkit.explain.as_html import explanation_as_html
from graphkit.explain.content import ExplainedClaim, Explanation, NamedEntity, explain_article
from graphkit.explain.marked_text import Closing, Opening, pieces
from graphkit.pages import check_page_file
from graphkit.whole_file import write_whole

__all__ = [
    "Closing",
    "ExplainedClaim",
    "Explanation",
    "NamedEntity",
    "Opening",
    "explain_article",
    "explanation_as_html",
    "pieces",
    "write_explanation",
]


def write_explanation(explanation: Explanation, path: Path | str) -> Path:
    """Write the explanation as one HTML page that opens offline; the same explanation gives the same bytes.

    Args:
        explanation: from `explain_article`.
        path: ends in `.html`; an older file of that name is replaced. It is there whole or not at all.

    Returns:
        the path written.

    Raises:
        GraphkitError: the name ends otherwise, or the file cannot be written.
    """
    path = Path(path)
    check_page_file(path, "an explanation")
    write_whole(path, explanation_as_html(explanation))
    return path
