"""The report as tidy CSV: one score a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from graphkit.report.content import Report

COLUMNS: Final = ("entity", "id", "label", "network", "measure", "value", "rank", "low", "high")

_READ_AS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def report_as_csv(report: Report) -> str:
    """Every score of the report, one a row, under the columns `COLUMNS`.

    Ranks are among the entities of one label in one network, `low` and `high` the 5th and 95th percentile of
    the rank; they are empty where there is none. A text that a spreadsheet would run as a formula has an
    apostrophe put before it.
    """
    lines = [_line(COLUMNS)]
    for section in report.sections:
        for score in section.scores:
            sure = section.interval(score)
            texts = map(harmless, (report.names[score.entity], score.entity, score.label, score.network, score.measure))
            bounds = (sure.low, sure.high) if sure else ("", "")
            lines.append(_line((*texts, score.value, score.rank or "", *bounds)))
    return "".join(lines)


def harmless(text: str) -> str:
    """A text that a spreadsheet shows and does not run.

    Example:
        >>> harmless("=1+1"), harmless("Ana")
        ("'=1+1", 'Ana')
    """
    return "'" + text if text.startswith(_READ_AS_FORMULA) else text


def _line(cells: Iterable[str | float]) -> str:
    """One row; written with both line ends in mind, so that a cell with either of them is quoted."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue().removesuffix("\r\n") + "\n"
