"""Work done by several processes comes to what one does, and no process is left behind."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphkit import in_parallel
from graphkit.extract import extract
from graphkit.in_parallel import default_workers, spread_over
from graphkit.records import Article

DEV = sorted((Path(__file__).parent / "gold" / "dev").glob("*.txt"))[:6]
ARTICLES = [Article(file.stem, file.read_text(encoding="utf-8")) for file in DEV]
PROGRAM = """
import multiprocessing, sys
from graphkit import in_parallel

if __name__ == "__main__":
    in_parallel._WORTH_IT = 1
    with in_parallel.spread_over(2) as spread:
        list(spread(abs, range(40)))
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def any_number_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_parallel, "_WORTH_IT", 1)


@pytest.mark.usefixtures("any_number_is_worth_it")
@pytest.mark.parametrize("workers", [1, 2])
def test_several_processes_read_what_one_reads_in_the_same_order(workers: int) -> None:
    with spread_over(workers) as spread:
        assert list(spread(extract, ARTICLES)) == [extract(article) for article in ARTICLES]


@pytest.mark.usefixtures("any_number_is_worth_it")
def test_processes_that_rest_are_gone_and_further_work_begins_others() -> None:
    with spread_over(2) as spread:
        assert list(spread(abs, [-1, 2])) == [1, 2]
        assert len(multiprocessing.active_children()) > 0
        spread.rest()
        assert multiprocessing.active_children() == []
        assert list(spread(abs, [-3])) == [3]


def test_there_is_at_least_one_reader_and_no_crowd() -> None:
    assert 1 <= default_workers() <= 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells of a process in another way")
def test_readers_end_with_the_process_that_began_them(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, str(program)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        readers = [int(number) for number in process.stdout.readline().split()]
        process.kill()
    assert readers
    patience = time.monotonic() + 60
    while any(map(is_running, readers)):
        assert time.monotonic() < patience, "a reader is left behind"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    """Whether there is such a process that has not ended; one that nobody has asked about stays as a zombie."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not (state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")
    except (ProcessLookupError, FileNotFoundError):
        return False
