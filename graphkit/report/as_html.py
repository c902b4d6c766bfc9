"""The report as one HTML file that needs no network."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Template
from markupsafe import Markup

from graphkit.centrality import Measure
from graphkit.centrality.references import REFERENCES
from graphkit.in_words import date_in_words
from graphkit.pages import content_security_policy, page_templates, style_of
from graphkit.report import wording
from graphkit.report.content import Report
from graphkit.report.sections import Section, kept_of_first

_PAGE: Final = Path(__file__).with_name("page")


def report_as_html(report: Report) -> str:
    """The report as an HTML page.

    Style and script are inside. The page's Content-Security-Policy lets nothing but these two run and
    nothing be fetched; every name and sentence is escaped.
    """
    style = style_of(_PAGE / "report.css")
    script = (_PAGE / "report.js").read_text(encoding="utf-8")
    return _template().render(
        report=report,
        head=report.head,
        anchors={dossier.entity: number for number, dossier in enumerate(report.dossiers, start=1)},
        article_anchors={article: number for number, article in enumerate(report.articles, start=1)},
        surer={section.projection.name: _surer_edges(section) for section in report.sections},
        wording=wording,
        references=REFERENCES,
        style=Markup(style),
        script=Markup(script),
        policy=content_security_policy(style, [script], "img-src data:"),
    )


def _surer_edges(section: Section) -> dict[str, list[tuple[Measure, list[tuple[int, int] | None]]]]:
    """Label → what of the first ten in each measure stays when only surer edges count."""
    labels = dict.fromkeys(table.label for table in section.tables)
    return {label: kept for label in labels if (kept := kept_of_first(section, label))}


@cache
def _template() -> Template:
    environment = page_templates(_PAGE)
    environment.filters |= {"date_in_words": date_in_words, "thousands": "{:,}".format}
    return environment.get_template("report.html.jinja")
