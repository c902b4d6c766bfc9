"""The centrality report: who holds the networks together, in figures, with the sentences behind each name.

Example:
    >>> import tempfile
    >>> from pathlib import Path
    >>> from graphkit.centrality.examples import three_forums
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_report(three_forums(), Path(folder) / "report.csv")
    ...     print(path.read_text(encoding="utf-8").splitlines()[1])
    Cem Caan,cem,Person,people-by-forums,degree,3.0,1,,
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from graphkit.centrality import Selection
from graphkit.centrality.stability import DEFAULT_RESAMPLES, FEWEST_RESAMPLES
from graphkit.errors import GraphkitError
from graphkit.graph import Graph
from graphkit.report.as_csv import report_as_csv
from graphkit.report.as_html import report_as_html
from graphkit.report.as_json import report_as_json
from graphkit.report.as_markdown import report_as_markdown
from graphkit.report.content import Report, build_report
from graphkit.report.sections import DEFAULT_SEED, DEFAULT_TOP, Choices
from graphkit.watching import Watch, unwatched
from graphkit.whole_file import write_whole

__all__ = [
    "FORMATS",
    "Choices",
    "Report",
    "build_report",
    "check_report_file",
    "compose_report",
    "save_report",
    "write_report",
]

FORMATS: Final = {
    ".html": report_as_html,
    ".htm": report_as_html,
    ".md": report_as_markdown,
    ".csv": report_as_csv,
    ".json": report_as_json,
}
"""File ending → how a report is written; CSV and JSON hold every score, HTML and Markdown the first ones."""


def write_report(
    graph: Graph,
    path: Path | str,
    *,
    selection: Selection | None = None,
    top: int = DEFAULT_TOP,
    resamples: int = DEFAULT_RESAMPLES,
    seed: int = DEFAULT_SEED,
    watch: Watch = unwatched,
) -> Path:
    """Write the centrality report of a graph, in the format that the file's ending names.

    The same graph and options give the same bytes. The file is there whole or not at all.

    Args:
        graph: the graph, from `graphkit.graph` or a store.
        path: ends in `.html`, `.md`, `.csv` or `.json`; an older file of that name is replaced.
        selection: which edges count; by default no planned attendance, no former posts, no low confidence.
        top: how many entities of a label the HTML and Markdown tables show for each measure, at least 1.
        resamples: how many times the articles are drawn for the rank intervals, at least 20, or 0 for none.
        seed: of those draws and of the communities.
        watch: is told what is worked on, to show how far it is.

    Returns:
        the path written.

    Raises:
        GraphkitError: the ending is none of these, `top` is below 1, `resamples` between 0 and 20, or the file
            cannot be written.
    """
    check_report_file(path)
    composed = compose_report(graph, selection, top=top, resamples=resamples, seed=seed, watch=watch)
    return save_report(composed, path)


def compose_report(
    graph: Graph,
    selection: Selection | None = None,
    *,
    top: int = DEFAULT_TOP,
    resamples: int = DEFAULT_RESAMPLES,
    seed: int = DEFAULT_SEED,
    watch: Watch = unwatched,
) -> Report:
    """Work out all that a report says, to be saved in one or several formats; see `write_report`."""
    if top < 1:
        raise GraphkitError(f"A table of the first {top} shows nothing; give 1 or more.")
    if 0 < resamples < FEWEST_RESAMPLES or resamples < 0:
        raise GraphkitError(
            f"{resamples} resamples have no 5th percentile; give {FEWEST_RESAMPLES} or more, or 0 for none."
        )
    if seed < 0:
        raise GraphkitError(f"The seed is {seed}; give 0 or more.")
    return build_report(graph, selection or Selection(), Choices(top, resamples, seed), watch)


def save_report(report: Report, path: Path | str) -> Path:
    """Write a report that was worked out before; see `write_report`."""
    check_report_file(path)
    path = Path(path)
    write_whole(path, FORMATS[path.suffix.lower()](report))
    return path


def check_report_file(path: Path | str) -> None:
    """Refuse a file whose ending names no format, before anything is worked out.

    Raises:
        GraphkitError: the ending is none of those of `FORMATS`.
    """
    ending = Path(path).suffix
    if ending.lower() not in FORMATS:
        raise GraphkitError(
            f"{path}: {f'a report cannot be written as {ending!r}' if ending else 'the name has no ending'}; "
            f"let it end in {', '.join(FORMATS)}."
        )
