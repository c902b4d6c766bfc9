"""What changed between two graphs: entities, edges, and who was merged with whom.

Example:
    >>> from graphkit.pipeline import derive_graph
    >>> from graphkit.records import Article
    >>> old = derive_graph([Article("a1", "Aynur Hasanova attended the Lake Forum.")])
    >>> new = derive_graph([Article("a1", "Aynur Hasanova attended the Caspian Forum.")])
    >>> [node.name for node in compare_graphs(old, new).new_nodes]
    ['Caspian Forum']
"""

from __future__ import annotations

from pathlib import Path

from graphkit.compare.as_html import comparison_as_html
from graphkit.compare.as_json import comparison_as_json
from graphkit.compare.comparing import compare_graphs
from graphkit.compare.comparison import (
    Change,
    ChangedEdge,
    ChangedNode,
    Comparison,
    Edge,
    Merge,
    Moved,
    Node,
    Split,
)
from graphkit.errors import GraphkitError
from graphkit.graph import Size
from graphkit.whole_file import write_whole

__all__ = [
    "Change",
    "ChangedEdge",
    "ChangedNode",
    "Comparison",
    "Edge",
    "Merge",
    "Moved",
    "Node",
    "Size",
    "Split",
    "compare_graphs",
    "comparison_as_html",
    "comparison_as_json",
    "write_comparison",
]


def write_comparison(comparison: Comparison, path: Path | str) -> Path:
    """Write the comparison as an HTML page that opens offline, or as JSON, by the ending of the name.

    Args:
        comparison: from `compare_graphs`; the same comparison gives the same bytes.
        path: ends in `.html` or `.json`; an older file of that name is replaced. It is there whole or not at all.

    Returns:
        the path written.

    Raises:
        GraphkitError: the name ends otherwise, or the file cannot be written.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending == ".json":
        write_whole(path, comparison_as_json(comparison), half_surrogates="backslashreplace")
    elif ending in (".html", ".htm"):
        write_whole(path, comparison_as_html(comparison))
    else:
        raise GraphkitError(f"{path}: what changed is written as HTML or JSON; let the name end in .html or .json.")
    return path
