"""An explanation as one HTML file that needs no network."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Template
from markupsafe import Markup

from graphkit import vocabulary
from graphkit.explain.content import Explanation
from graphkit.explain.marked_text import Closing, Opening, pieces
from graphkit.extract.rules import meaning_of
from graphkit.in_words import date_in_words, details_in_words
from graphkit.pages import content_security_policy, page_templates, style_of
from graphkit.version import __version__
from graphkit.view.style import colours_as_css

_PAGE: Final = Path(__file__).with_name("page")
_NAMED: Final = tuple(label for label in vocabulary.NODE_LABELS.values() if label.name != vocabulary.ARTICLE)


def explanation_as_html(explanation: Explanation) -> str:
    """The explanation as an HTML page.

    Style and script are inside. The page's Content-Security-Policy lets nothing but these two run and nothing
    be fetched; every word of the article is escaped.
    """
    style = colours_as_css() + style_of(_PAGE / "explanation.css")
    script = (_PAGE / "explanation.js").read_text(encoding="utf-8")
    marked = {mention.mark.name: entity for entity in explanation.entities for mention in entity.mentions}
    said = {claim.mark.name: claim for claim in explanation.claims}
    return _template().render(
        article=explanation,
        pieces=pieces(explanation.text, explanation.marks()),
        entity_of=marked,
        claim_of=said,
        labels=_NAMED,
        kinds=vocabulary.QUOTE_KINDS,
        version=__version__,
        style=Markup(style),
        script=Markup(script),
        policy=content_security_policy(style, [script], "img-src data:"),
    )


@cache
def _template() -> Template:
    environment = page_templates(_PAGE)
    environment.globals.update(meaning_of=meaning_of)
    environment.filters |= {"in_words": details_in_words, "date_in_words": date_in_words}
    environment.tests["opening"] = lambda piece: isinstance(piece, Opening)
    environment.tests["closing"] = lambda piece: isinstance(piece, Closing)
    environment.tests["quotation"] = lambda claim: claim.type in vocabulary.QUOTATIONS
    return environment.get_template("explanation.html.jinja")
