"""Plain text and Markdown: one file, one article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from graphkit.read.decode import NotText, decode, normalise
from graphkit.read.refusal import Refusal, Refuse
from graphkit.records import Article

_UNDECODED = re.compile("[\ud800-\udfff]")
"""How Python shows the bytes of a file's name that are not in the system's encoding."""


def read_plain(file: Path, refuse: Refuse) -> Iterator[tuple[str, Article]]:
    """Read a file as the text of one article, whose key is the file's stem."""
    try:
        text = normalise(decode(file.read_bytes()))
    except NotText as error:
        refuse(error.refusal(file))
        return
    key = unicodedata.normalize("NFC", file.stem)
    if _UNDECODED.search(key):
        refuse(Refusal(str(file), "the name, which is to be the article's key, is not UTF-8", "Rename the file"))
    elif text.strip():
        yield str(file), Article(key=key, text=text)
