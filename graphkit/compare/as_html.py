"""A comparison as one HTML file that needs no network."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Template
from markupsafe import Markup

from graphkit.compare.comparison import Comparison
from graphkit.in_words import details_in_words
from graphkit.pages import content_security_policy, page_templates, style_of
from graphkit.version import __version__

_PAGE: Final = Path(__file__).with_name("page")
_LONGEST: Final = 200


def comparison_as_html(comparison: Comparison) -> str:
    """The comparison as an HTML page without a script; every name and sentence is escaped."""
    style = style_of(_PAGE / "comparison.css")
    return _template().render(
        comparison=comparison,
        version=__version__,
        style=Markup(style),
        policy=content_security_policy(style, [], "img-src data:"),
    )


def _in_short(value: Any) -> str:
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


@cache
def _template() -> Template:
    environment = page_templates(_PAGE)
    environment.filters |= {"in_words": details_in_words, "in_short": _in_short}
    return environment.get_template("comparison.html.jinja")
