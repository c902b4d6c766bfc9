"""What is written stands there whole or not at all, and takes the place of files only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.errors import GraphkitError
from graphkit.whole_file import check_place, write_whole, written_aside


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name in a folder")
def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        check_place(pipe)
        write_whole(pipe, "Baku")
        assert reader.communicate(timeout=60)[0] == b"Baku"
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        with written_aside(pipe) as written:
            written.write("Baku")
        assert reader.communicate(timeout=60)[0] == b"Baku"
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_place_is_looked_at_without_a_trace(tmp_path: Path) -> None:
    older = tmp_path / "older.txt"
    older.write_text("Baku", encoding="utf-8")
    check_place(older)
    check_place(tmp_path / "new.txt")
    assert older.read_text(encoding="utf-8") == "Baku"
    assert list(tmp_path.iterdir()) == [older]


@pytest.mark.parametrize("place", ["folder", "absent/graph.json"])
def test_a_place_where_nothing_can_be_written_is_refused_like_the_writing(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(GraphkitError, match="cannot be written") as looked:
        check_place(tmp_path / place)
    with pytest.raises(GraphkitError) as written:
        write_whole(tmp_path / place, "Baku")
    if sys.platform != "win32":  # which has other words for the second
        assert str(looked.value) == str(written.value)
