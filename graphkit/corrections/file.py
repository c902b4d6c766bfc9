"""The corrections file: plain text in UTF-8, one correction a line, comments after `#`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graphkit.corrections.kinds import Correction, Forget
from graphkit.corrections.line import parse_line, write_line
from graphkit.corrections.reporting import NotApplied, raise_not_applied
from graphkit.errors import CorrectionError
from graphkit.read import Refusal, Refuse

DEFAULT_FILE = "corrections.txt"

_FIRST_LINES = """\
# What people corrected in this graph, one correction a line; `graphkit load` and `graphkit extract` apply them.
# To undo one, delete its line. How lines are written: graphkit correct --help
"""

Kind = TypeVar("Kind", bound=Correction)


@dataclass(frozen=True, slots=True)
class Line:
    """One correction, and the place where it stands: `corrections.txt, line 3`."""

    place: str
    correction: Correction


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections to apply, and who is told of those that cannot be.

    Attributes:
        lines: in any order.
        report: is told of every correction that finds no target or contradicts another; by default the first
            one raises a `CorrectionError`.
    """

    lines: tuple[Line, ...] = ()
    report: Refuse = raise_not_applied

    def of(self, kind: type[Kind]) -> list[tuple[Line, Kind]]:
        """The corrections of one kind with their lines."""
        return [(line, line.correction) for line in self.lines if isinstance(line.correction, kind)]

    @property
    def forgotten(self) -> list[Forget]:
        """Who is forgotten, in the order of the lines."""
        return [forget for _, forget in self.of(Forget)]

    @contextmanager
    def reporting(self, line: Line) -> Iterator[None]:
        """Report what keeps a line from being applied, and go on."""
        try:
            yield
        except NotApplied as error:
            self.report(Refusal(line.place, error.reason, error.advice))


NO_CORRECTIONS = Corrections()


def read_corrections(file: Path, report: Refuse = raise_not_applied) -> Corrections:
    """Read a corrections file.

    Args:
        file: where it is.
        report: is told of every line that cannot be read, and later of those that cannot be applied.

    Raises:
        CorrectionError: there is no such file; or whatever `report` raises.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise CorrectionError(
            f"{file}: cannot be read ({error.strerror}). Check the path, or make it with: graphkit correct"
        ) from error
    lines = []
    for number, encoded in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        place = place_of(file, number)
        try:
            correction = _parse(encoded)
        except NotApplied as error:
            report(Refusal(place, error.reason, error.advice))
            continue
        if correction is not None:
            lines.append(Line(place, correction))
    return Corrections(tuple(lines), report)


def _parse(encoded: bytes) -> Correction | None:
    try:
        return parse_line(encoded.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NotApplied("this is not UTF-8 text", "Save the file as UTF-8") from error


def place_of(file: Path, number: int) -> str:
    """How messages name a line."""
    return f"{file}, line {number}"


def append_correction(file: Path, correction: Correction) -> str:
    """Write a correction as the last line of the file, which is made if it is not there.

    Returns:
        the place where it stands.
    """
    head = _head(file)
    end = b"\r\n" if head.endswith(b"\r\n") else b"\n"
    already = len(file.read_bytes()) if file.exists() else 0
    with file.open("ab") as opened:
        opened.write(head[already:] + write_line(correction).encode("utf-8") + end)
    return place_of(file, head.count(b"\n") + 1)


def _head(file: Path) -> bytes:
    """What has to stand before the next line: what the file holds, with its last line ended."""
    if not file.exists():
        return _FIRST_LINES.encode("utf-8")
    data = file.read_bytes()
    return data if not data or data.endswith(b"\n") else data + b"\n"
