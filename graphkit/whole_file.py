"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from graphkit.errors import GraphkitError


def write_whole(path: Path, text: str, *, half_surrogates: str = "replace") -> None:
    """Write UTF-8 text beside the file and put it in its place when it is complete.

    Whatever stops the writing, an interruption included, leaves the older file as it was and nothing else
    behind.

    Args:
        path: the file.
        text: what shall stand in it.
        half_surrogates: Python's name for what becomes of half a surrogate pair, which UTF-8 cannot hold: a
            question mark, or for JSON an escape.

    Raises:
        GraphkitError: the folder is not there, or nothing can be written in it.
    """
    place = path.resolve()
    unfinished = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        try:
            unfinished.write_bytes(text.encode("utf-8", half_surrogates))
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise GraphkitError(
            f"{path}: cannot be written ({error.strerror}). Give a file in a folder that is there and "
            "that you may write to."
        ) from error
