"""What was refused, said as it comes and kept in a file, so that it can be mended and read again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli.terminal import Refusals
from graphkit.whole_file import written_aside

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
    with written_aside(file) as lines:
        yield Refusals(keep=lambda refusal: print(_as_line(refusal), file=lines))


def _as_line(refusal: Refusal) -> str:
    """One refusal as JSON; what JSON cannot hold, such as a date of Parquet, as its text."""
    return json.dumps({its.name: getattr(refusal, its.name) for its in fields(refusal)}, default=str)
