"""PDF with text in it."""

from __future__ import annotations

import io
import logging
import re
from typing import Final

from graphkit.read.fields import whole_article
from graphkit.read.limits import MOST_PAGES
from graphkit.read.opened import Opened
from graphkit.read.refusal import MissingLibrary, Unreadable
from graphkit.read.wrapped import unwrapped
from graphkit.records import Article

_HYPHENATED: Final = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[^\W\d_A-Z])")

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what matters of it is told as a refusal


def read_pdf(opened: Opened) -> Article:
    """Read the text of all pages as one article."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise MissingLibrary("pypdf", error) from error
    data = opened.whole()
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("this PDF is encrypted", "Save it without a password")
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(f"more than {MOST_PAGES:,} pages", "Split it")
        pages = [page.extract_text() for page in reader.pages]
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
    except Unreadable:
        raise
    except Exception as error:  # pypdf raises all kinds on what is broken inside a PDF
        raise Unreadable(f"this PDF is broken ({error})", "Print it to a new PDF, or save its text as .txt") from error
    text = "\n\n".join(pages)
    if not text.strip():
        reason = "no text in this PDF: its pages are pictures"
        raise Unreadable(reason, "Make a PDF with text of it, for instance with ocrmypdf")
    return whole_article(
        unwrapped(_HYPHENATED.sub("", text)),
        key=opened.key,
        title=str(title) if title else None,
        url=opened.url,
        author=str(author) if author else None,
    )
