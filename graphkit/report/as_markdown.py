"""The report as Markdown (CommonMark with tables), its names and sentences escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from graphkit.centrality.references import REFERENCES
from graphkit.in_words import date_in_words
from graphkit.report.content import Head, Report
from graphkit.report.evidence import Dossier, Fact, Passage
from graphkit.report.sections import Cell, Section, Table, kept_of_first
from graphkit.report.wording import (
    FAMILIES,
    GRAPH_FILE,
    HOW_TO_READ,
    IN_SHORT,
    MOST_IN_SHORT,
    NO_EVIDENCE,
    NOTHING_HERE,
    PLURALS,
    SOURCES,
    TITLE,
    about,
    all_decimals,
    called,
    command,
    counted,
    estimated,
    figure,
    figures,
    how_often_first,
    how_sure,
    interval,
    options,
    size,
    span,
    still_first,
)

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|~$&#])")
_LIST_MARK: Final = re.compile(r"^(\d*)([-+=.)])")
"""At the beginning of a line it would make a list, a heading or a line across the page."""


def report_as_markdown(report: Report) -> str:
    """The report as Markdown text; each name links to its evidence further down."""
    anchors = {dossier.entity: f"evidence-{number}" for number, dossier in enumerate(report.dossiers, start=1)}
    lines = [f"# {TITLE}", "", *_head(report.head), *_in_short(report, anchors)]
    for section in report.sections:
        lines += _section(section, report, anchors)
    lines += ["## Evidence", ""]
    for dossier in report.dossiers:
        lines += _dossier(dossier, report, anchors)
    if not report.dossiers:
        lines += [NO_EVIDENCE, ""]
    if report.articles:
        lines += ["## Articles quoted", ""]
    lines += [f"- {_article(article)}" for article in report.articles.values()]
    lines += ["", f"## {SOURCES}", "", *(f"- {escaped(reference)}" for reference in REFERENCES)]
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    r"""Text that shows as itself within a line or a table cell of Markdown.

    Example:
        >>> print(escaped("<b>A|B</b>"))
        \<b\>A\|B\</b\>
    """
    return _LIST_MARK.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", " ".join(text.split())))


def _head(head: Head) -> Iterator[str]:
    yield from (f"graphkit {head.version}", "")
    nodes = ", ".join(f"{number:,} {called(label, number)}" for label, number in head.nodes.items())
    yield f"- In the graph: {nodes} ({span(head)})"
    for tally in head.counted:
        yield f"- {escaped(tally.type)} edges: {counted(tally)}"
    yield f"- Options: {options(head.selection)}"
    yield f"- How sure: {how_sure(head.choices)}"
    yield f"- Graph: SHA-256 `{head.fingerprint}`"
    yield f"- To repeat: `{command(head, 'md')}` {GRAPH_FILE}"
    yield ""


def _in_short(report: Report, anchors: Mapping[str, str]) -> Iterator[str]:
    """Who is first in each network, and how sure that is."""
    if not report.leading:
        return
    yield from (f"## {IN_SHORT}", "")
    for section, plot in report.leading:
        yield f"- {section.projection.title}, by the measure “{plot.measure}”:"
        for line in plot.lines[:MOST_IN_SHORT]:
            yield f"  - \\#{line.rank} {_link(line.entity, report, anchors)}, {how_often_first(line)}"
        if section.caution:
            yield f"  - {section.caution}"
    yield ""


def _section(section: Section, report: Report, anchors: Mapping[str, str]) -> Iterator[str]:
    yield from (f"## {section.projection.title}", "", f"{section.projection.meaning} {size(section)}", "")
    for warning in (section.caution, estimated(section), section.unsure):
        if warning:
            yield from (f"> **{warning}**", "")
    if not section.tables:
        yield from (NOTHING_HERE, "")
        return
    yield from ("; ".join(f"{one.title}: {said}" for one, said in figures(section)) + ".", "")
    for table in section.tables:
        yield from _table(table, report, anchors)
    yield from (HOW_TO_READ, "")
    yield from _surer_edges(section)
    yield from _bridges(section, report, anchors)
    for measure in section.measures:
        yield f"- *{measure.title}*: {about(measure)}"
    for one, _ in figures(section):
        yield f"- *{one.title}*: {about(one)}"
    yield ""


def _table(table: Table, report: Report, anchors: Mapping[str, str]) -> Iterator[str]:
    shown = (
        "" if len(table.rows) == table.total else f" ({len(table.rows):,} of {table.total:,}, the first in any measure)"
    )
    yield from (f"### {PLURALS[table.label]}: {FAMILIES[table.family].lower()}{shown}", "")
    yield _cells(["Name", *(measure.title for measure in table.measures)])
    yield _cells(["---", *("---:" for _ in table.measures)])
    digits = all_decimals(table)
    for row in table.rows:
        values = (_figure(cell, places) for cell, places in zip(row.cells, digits, strict=True))
        yield _cells([_link(row.entity, report, anchors), *values])
    yield ""


def _figure(cell: Cell | None, places: int) -> str:
    value = figure(cell, places)
    if cell is None:
        return value
    sure = f", {interval(cell)}" if cell.interval else ""
    return f"{value} (#{cell.score.rank}{sure})"


def _surer_edges(section: Section) -> Iterator[str]:
    """How many of the first ten stay when only surer edges count."""
    for label in dict.fromkeys(table.label for table in section.tables):
        rows = kept_of_first(section, label)
        if not section.dropped or not rows:
            continue
        yield from (f"### {PLURALS[label]}: the first ten, had only surer edges counted", "")
        yield _cells(["Measure", *(f"from {drop.confidence:g}" for drop in section.dropped)])
        yield _cells(["---", *("---:" for _ in section.dropped)])
        for measure, kept in rows:
            yield _cells([measure.title, *map(still_first, kept)])
        yield ""


def _bridges(section: Section, report: Report, anchors: Mapping[str, str]) -> Iterator[str]:
    if not section.whole.bridges:
        return
    pairs = (
        f"{_link(left, report, anchors)} – {_link(right, report, anchors)}" for left, right in section.whole.bridges
    )
    more = f"; and {section.whole.more_bridges:,} more" if section.whole.more_bridges else ""
    yield from (f"Bridges: {'; '.join(pairs)}{more}.", "")


def _cells(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _link(entity: str, report: Report, anchors: Mapping[str, str]) -> str:
    name = report.names[entity]
    return f"[{escaped(name)}](#{anchors[entity]})" if entity in anchors else escaped(name)


def _dossier(dossier: Dossier, report: Report, anchors: Mapping[str, str]) -> Iterator[str]:
    yield from (f'### <a id="{anchors[dossier.entity]}"></a>{escaped(report.names[dossier.entity])}', "")
    for facts in dossier.facts:
        yield from (f"{facts.heading}:", "")
        for fact in facts.shown:
            yield from _fact(fact, report, anchors)
        if facts.more:
            yield f"- and {facts.more:,} more"
        yield ""


def _fact(fact: Fact, report: Report, anchors: Mapping[str, str]) -> Iterator[str]:
    through = " ← ".join(_link(node, report, anchors) for node in fact.through)
    yield f"- {_link(fact.other, report, anchors)}" + (f", through {through}" if through else "")
    for passage in fact.passages:
        note = f"{escaped(passage.note)}: " if passage.note else ""
        key = escaped(report.articles[passage.article]["key"])
        yield f"  - {note}“{_sentence(passage)}” ({key}; {escaped(passage.rule)}, {passage.confidence:g})"
    if fact.more:
        yield f"  - and {fact.more:,} more"


def _article(article: Mapping[str, Any]) -> str:
    known = (article.get(name) for name in ("key", "title", "author", "source"))
    return " · ".join(escaped(part) for part in (*known, date_in_words(article.get("date") or "")) if part)


def _sentence(passage: Passage) -> str:
    """The sentence with the evidence in bold; spaces stay outside of the marks, as Markdown asks for."""
    whole = passage.before + passage.marked + passage.after
    if not passage.marked.strip():
        return escaped(whole)
    return f"{_kept(passage.before)}**{escaped(passage.marked)}**{_kept(passage.after)}"


def _kept(text: str) -> str:
    """Escaped text that keeps one space where it begins or ends with some."""
    return (" " if text[:1].isspace() else "") + escaped(text) + (" " if text[-1:].isspace() else "")
