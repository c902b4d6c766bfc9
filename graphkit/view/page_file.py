"""One HTML file out of a pyvis network and its evidence: everything inside, no request, no stranger's script."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup
from pyvis.network import Network

from graphkit.pages import content_security_policy, page_templates
from graphkit.version import __version__
from graphkit.view.network import MANY_LINES
from graphkit.view.style import colours_as_css

_PAGE: Final = Path(__file__).with_name("page")
_SCRIPTS: Final = (
    "data.js",
    "geometry.js",
    "search.js",
    "choice.js",
    "paths.js",
    "address.js",
    "captions.js",
    "vis_surface.js",
    "canvas_surface.js",
    "gestures.js",
    "scene.js",
    "words.js",
    "panel.js",
    "legend.js",
    "table.js",
    "takeaway.js",
    "svg.js",
    "main.js",
)
"""The page's own scripts, in the order in which they stand in the page."""
_STYLES: Final = ("frame.css", "picture.css", "legend.css", "panel.css", "table.css", "screens.css")
"""The page's own styles, in the order in which they stand in the page: what comes later overrides."""
_LIBRARY: Final = "templates/lib/vis-9.1.2/vis-network.min.js"
"""The drawing library that pyvis brings along; its style sheet is for parts that the page does not use."""
_TRUSTED_TYPES: Final = ("require-trusted-types-for 'script'", "trusted-types 'none'")
_UNSAFE: Final = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def render_page(network: Network, evidence: dict[str, Any]) -> str:
    """Let pyvis render the network into the page's template.

    Args:
        network: the pyvis network.
        evidence: plain data for the panel, the search and the table.

    Returns:
        the whole page. It forbids itself every request, and every script and style but its own, by hash. Where
        there are too many lines for pyvis' drawing library the library is left out, and a plain canvas draws.
    """
    own = '"use strict";\n' + "\n".join(_page_part(name) for name in _SCRIPTS)
    library, licences = "", ""
    if len(network.edges) <= MANY_LINES:
        library = (resources.files("pyvis") / _LIBRARY).read_text(encoding="utf-8")
        licences = _page_part("LICENCES.txt")
    scripts = [script for script in (library, own) if script]
    style = _style_sheet()
    environment = page_templates(_PAGE)
    environment.filters["as_data"] = as_data
    environment.globals.update(
        policy=content_security_policy(style, scripts, *_TRUSTED_TYPES),
        scripts=[Markup(script) for script in scripts],
        style=Markup(style),
        licences=licences,
        evidence=evidence,
        version=__version__,
    )
    network.templateEnv, network.path = environment, "network.html.jinja"
    return str(network.generate_html())


def as_data(value: object) -> Markup:
    r"""JSON that can stand in a `<script type="application/json">` whatever strings it holds.

    No string can end the element or begin a comment in it: `<`, `>`, `&` are written as `\u003c` and so on,
    as are the line separators U+2028 and U+2029 and surrogates that UTF-8 has no bytes for.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


def _style_sheet() -> str:
    return colours_as_css(in_the_dark=":root:not(.paper)") + "".join(map(_page_part, _STYLES))


def _page_part(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")
