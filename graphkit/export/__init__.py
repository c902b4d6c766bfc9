"""The graph for other programs, in the formats of `FORMATS`.

Example:
    >>> from graphkit.centrality.examples import three_forums
    >>> export_graph(three_forums(), "network.gexf")  # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path

from graphkit.errors import GraphkitError
from graphkit.export.formats import DEFAULT, FORMATS, FileFormat, FolderFormat
from graphkit.export.rows import rows_of
from graphkit.graph import Graph
from graphkit.whole_file import STANDARD_OUTPUT, whole_folder, write_or_print

__all__ = ["FORMATS", "FileFormat", "FolderFormat", "export_graph", "format_of"]


def export_graph(graph: Graph, path: Path | str, form: str | None = None, *, with_text: bool = True) -> tuple[str, ...]:
    """Write the graph for other programs; the same graph gives the same bytes.

    Args:
        graph: nodes and edges of the vocabulary.
        path: the file, or the folder, which has to be new or empty; `-` is standard output. It is there whole or
            not at all.
        form: a name in `FORMATS`; None takes it from the ending of the path.
        with_text: False leaves the articles' texts, the sentences and the quoted words out.

    Returns:
        in words what of this graph the format could not take in, beside what it never can (see `docs/export.md`).

    Raises:
        GraphkitError: the format is not known or not told, or the path cannot be written.
        VocabularyError: the graph holds something that the graph model does not have.
    """
    chosen = _named(form) if form is not None else format_of(path)
    rows = rows_of(graph, with_text=with_text)
    if isinstance(chosen, FolderFormat):
        if str(path) == STANDARD_OUTPUT:
            raise GraphkitError(f"The format {chosen.name} is a folder of files; name one with -o.")
        with whole_folder(Path(path)) as folder:
            chosen.write(rows, folder)
        return ()
    text, lost = chosen.render(rows)
    write_or_print(path, text)
    return lost


def _named(form: str) -> FileFormat | FolderFormat:
    if form not in FORMATS:
        raise GraphkitError(f"{form!r} is no format; choose one of {', '.join(FORMATS)}.")
    return FORMATS[form]


def format_of(path: Path | str) -> FileFormat | FolderFormat:
    """The format that the ending of a path tells; a path without an ending is a folder of the default one.

    Raises:
        GraphkitError: the ending tells none.
    """
    by_ending = {its: known for known in FORMATS.values() if isinstance(known, FileFormat) for its in known.endings}
    told = [ending for ending in by_ending if Path(path).name.lower().endswith(ending)]
    if told:
        return by_ending[max(told, key=len)]
    if not Path(path).suffix and str(path) != STANDARD_OUTPUT:
        return FORMATS[DEFAULT]
    raise GraphkitError(
        f"{path}: its ending tells no format. Name one with --format ({', '.join(FORMATS)}), "
        f"or let the name end in {', '.join(by_ending)}."
    )
