from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.corrections import append_correction, parse_line, read_corrections
from graphkit.corrections.kinds import Correction
from graphkit.errors import CorrectionError
from graphkit.read import Refusal

LINE = 'same Person "Elnur Rzaev" "Elnur Rzayev"'


def parsed(line: str) -> Correction:
    correction = parse_line(line)
    assert correction is not None
    return correction


def test_a_new_file_says_what_it_is_and_holds_the_line(tmp_path: Path) -> None:
    file = tmp_path / "corrections.txt"
    place = append_correction(file, parsed(LINE))
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[-1] == LINE
    assert all(line.startswith("#") for line in lines[:-1])
    assert place == f"{file}, line {len(lines)}"


@pytest.mark.parametrize(
    "before", [b"", b"# by hand", b"# by hand\n", b"# by hand\r\n\r\n", b"\xef\xbb\xbf# by hand\n"]
)
def test_a_line_is_appended_and_what_was_there_stays(tmp_path: Path, before: bytes) -> None:
    file = tmp_path / "corrections.txt"
    file.write_bytes(before)
    place = append_correction(file, parsed(LINE))
    assert file.read_bytes().startswith(before)
    (line,) = read_corrections(file).lines
    assert (line.place, line.correction) == (place, parsed(LINE))


def test_what_cannot_be_read_is_named_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "corrections.txt"
    file.write_bytes(b"# ok\nsame Person\n\n" + LINE.encode() + b"\nrename Person caf\xe9 to x\n")
    reported: list[Refusal] = []
    found = read_corrections(file, reported.append)
    assert [line.place for line in found.lines] == [f"{file}, line 4"]
    assert [refusal.where for refusal in reported] == [f"{file}, line 2", f"{file}, line 5"]
    assert "is not UTF-8" in str(reported[1])


def test_the_first_line_that_cannot_be_read_raises_where_nobody_is_told(tmp_path: Path) -> None:
    file = tmp_path / "corrections.txt"
    file.write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(CorrectionError, match=r"line 1: there is no correction 'nonsense'"):
        read_corrections(file)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="graphkit correct"):
        read_corrections(tmp_path / "none.txt")
