"""The report as tidy CSV: one score a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from graphkit.report.content import Report

COLUMNS: Final = ("entity", "id", "label", "network", "measure", "value", "rank")

_READ_AS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def report_as_csv(report: Report) -> str:
    """Every score of the report, one a row, under the columns `entity,id,label,network,measure,value,rank`.

    Ranks are among the entities of one label in one network. A name that a spreadsheet would run as a
    formula has an apostrophe put before it; the id is always as it is in the graph.
    """
    lines = [_line(COLUMNS)]
    for section in report.sections:
        for score in section.scores:
            name = "'" + score.name if score.name.startswith(_READ_AS_FORMULA) else score.name
            lines.append(
                _line((name, score.entity, score.label, score.network, score.measure, score.value, score.rank))
            )
    return "".join(lines)


def _line(cells: Iterable[str | float]) -> str:
    """One row; written with both line ends in mind, so that a cell with either of them is quoted."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue().removesuffix("\r\n") + "\n"
