"""WARC: what a crawler saved (ISO 28500) → the HTML pages in it."""

from __future__ import annotations

import io
from collections.abc import Generator
from dataclasses import replace
from typing import Any

from graphkit.read.kinds import content_type, ending_of_media_type
from graphkit.read.limits import LARGEST_WHOLE
from graphkit.read.opened import Opened
from graphkit.read.refusal import MissingLibrary, Refuse, Unreadable
from graphkit.read.unpacking import Bomb

_FOUND = "200"


def pages_of_warc(opened: Opened, refuse: Refuse) -> Generator[Opened]:
    """The pages that a crawler was given, each under its address; what else it saved is passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise MissingLibrary("warcio", error) from error
    try:
        for number, record in enumerate(ArchiveIterator(opened.stream), start=1):
            if _is_page(record):
                data = record.content_stream().read(LARGEST_WHOLE + 1)
                opened.budget.spend(len(data))
                page = opened.within(f"{opened.place}, record {number}", "page.html", io.BytesIO(data))
                address = record.rec_headers.get_header("WARC-Target-URI")
                yield replace(page, url=address.strip("<>"), charset=_content_type(record)[1])
    except (Bomb, OSError, EOFError):
        raise
    except Exception as error:  # warcio raises all kinds on broken records
        raise Unreadable(f"this is not WARC ({error})", "Fetch the file again; what came before was read") from error


def _is_page(record: Any) -> bool:
    return (
        record.rec_type == "response"
        and record.http_headers is not None
        and record.http_headers.get_statuscode() == _FOUND
        and ending_of_media_type(_content_type(record)[0]) == ".html"
        and bool(record.rec_headers.get_header("WARC-Target-URI"))
    )


def _content_type(record: Any) -> tuple[str, str | None]:
    return content_type(record.http_headers.get_header("Content-Type") or "")
