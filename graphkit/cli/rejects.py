"""What was refused, said as it comes and kept in a file, so that it can be mended and read again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli.terminal import Refusals
from graphkit.errors import GraphkitError

if TYPE_CHECKING:
    from graphkit.read import Refusal


@contextmanager
def refusals_kept_in(file: Path | None) -> Iterator[Refusals]:
    """Refusals of articles, which a file takes as JSON Lines when all are done, whatever became of the rest.

    The file may be one of those that are read: it stays as it was until then.

    Raises:
        GraphkitError: the file cannot be written.
    """
    if file is None:
        yield Refusals()
        return
    place = file.resolve()
    unfinished = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        lines = unfinished.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        advice = "Give a file in a folder that is there and that you may write to"
        raise GraphkitError(f"{file}: cannot be written ({error.strerror}). {advice}.") from error
    try:
        with lines:
            yield Refusals(keep=lambda refusal: print(_as_line(refusal), file=lines))
    finally:
        unfinished.replace(place)


def _as_line(refusal: Refusal) -> str:
    """One refusal as JSON; what JSON cannot hold, such as a date of Parquet, as its text."""
    kept = {
        "where": refusal.where,
        "reason": refusal.reason,
        "advice": refusal.advice,
        "record": refusal.record,
    }
    return json.dumps(kept, default=str)
