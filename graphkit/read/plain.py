"""Plain text and Markdown: one file, one article."""

from __future__ import annotations

from graphkit.read.decode import decode
from graphkit.read.fields import whole_article
from graphkit.read.opened import Opened
from graphkit.records import Article


def read_plain(opened: Opened) -> Article:
    """Read a file as the text of one article."""
    return whole_article(decode(opened.whole(), opened.charset), key=opened.key, url=opened.url)
