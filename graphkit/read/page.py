"""HTML pages: the article in them, without menus, advertisements and comments."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from graphkit.read.decode import declared_in, decode
from graphkit.read.fields import whole_article
from graphkit.read.opened import Opened
from graphkit.read.refusal import MissingLibrary, Unreadable
from graphkit.records import Article

if TYPE_CHECKING:
    from trafilatura.settings import Document

_DATES: Final = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
"""The day of publication where the page states it, not a day guessed from its words; the same whenever it is read."""

for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())  # what matters of it is told as a refusal


def read_page(opened: Opened) -> Article:
    """Read the main text of a page, with its title, date, author and site."""
    data = opened.whole()
    markup = decode(data, opened.charset or declared_in(data))
    found = _main_text(markup, opened.url)
    if found is None or not (found.text or "").strip():
        raise Unreadable("no main text is found in this page", "Save the text of its article as a .txt file")
    return whole_article(
        found.text or "",
        key=opened.key,
        title=found.title,
        source=found.sitename or found.hostname,
        url=opened.url or found.url,
        date=found.date,
        author=found.author,
    )


def _main_text(markup: str, url: str | None) -> Document | None:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingLibrary("trafilatura", error) from error
    found = bare_extraction(
        markup, url=url, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    return None if isinstance(found, dict) else found
