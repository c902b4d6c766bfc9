"""The report as one HTML file that needs no network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from graphkit.report import wording
from graphkit.report.content import Report

_PAGE: Final = Path(__file__).with_name("page")


def report_as_html(report: Report) -> str:
    """The report as an HTML page.

    Style and script are inside. The page's Content-Security-Policy lets nothing but these two run and
    nothing be fetched; every name and sentence is escaped.
    """
    style = (_PAGE / "report.css").read_text(encoding="utf-8")
    script = (_PAGE / "report.js").read_text(encoding="utf-8")
    return _template().render(
        report=report,
        head=report.head,
        anchors={dossier.entity: number for number, dossier in enumerate(report.dossiers, start=1)},
        article_anchors={article: number for number, article in enumerate(report.articles, start=1)},
        wording=wording,
        style=Markup(style),
        script=Markup(script),
        policy=(
            f"default-src 'none'; style-src '{_source(style)}'; script-src '{_source(script)}'; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        ),
    )


def _source(inline: str) -> str:
    digest = hashlib.sha256(inline.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.jinja")
