"""The report as tidy CSV: one score a row."""

from __future__ import annotations

import csv
import io
from typing import Final

from graphkit.report.content import Report

COLUMNS: Final = ("entity", "id", "label", "network", "measure", "value", "rank")

_READ_AS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def report_as_csv(report: Report) -> str:
    """Every score of the report, one a row, under the columns `entity,id,label,network,measure,value,rank`.

    Ranks are among the entities of one label in one network. A name that a spreadsheet would run as a
    formula has an apostrophe put before it; the id is always as it is in the graph.
    """
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(COLUMNS)
    for section in report.sections:
        for score in section.scores:
            name = "'" + score.name if score.name.startswith(_READ_AS_FORMULA) else score.name
            rows.writerow(
                (name, score.entity, score.label, score.network, score.measure, score.value, score.rank)
            )
    return written.getvalue()
