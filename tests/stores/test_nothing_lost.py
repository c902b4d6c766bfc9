"""Nothing is lost: writers killed at random moments, full disks, files cut short, lines that break.

GRAPHKIT_KILLS says how many writers are killed for each store; `make stores` kills fifty.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import networkx as nx
import pytest
from neo4j_server import Neo4jServer
from unreliable_line import UnreliableLine
from writer import big_graph, part

from graphkit.errors import StoreError, StoreUnavailable
from graphkit.stores import Store, open_store
from graphkit.stores.checking import check_store

KILLS = int(os.environ.get("GRAPHKIT_KILLS", "2"))
WRITER = str(Path(__file__).with_name("writer.py"))


def writer(url: str) -> subprocess.Popen[str]:
    """A process that is just about to write."""
    process = subprocess.Popen([sys.executable, WRITER, url], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def emptied(url: str) -> None:
    with open_store(url) as store:
        store.prepare()
        store.clear()


def test_killed_writer_leaves_a_store_that_opens_and_goes_on(url: str, tell: Callable[[str], None]) -> None:
    emptied(url)
    began = time.monotonic()
    with writer(url) as undisturbed:
        undisturbed.communicate()
    took = time.monotonic() - began
    assert undisturbed.returncode == 0
    in_the_middle = 0
    for number in range(KILLS):
        emptied(url)
        with writer(url) as process:
            time.sleep(Random(f"kill {number}").random() * took)
            process.kill()
            assert process.stdout is not None
            in_the_middle += "written" not in process.stdout.read()
        with open_store(url) as store:
            store.write(big_graph())
            assert nx.utils.graphs_equal(store.read(), big_graph())
    kind = "Neo4j" if "://" in url else "the embedded engine"
    tell(f"Killed -9 while writing into {kind}: {KILLS} writers, {in_the_middle} of them before they were done.")


def test_killed_writer_leaves_what_was_committed(tmp_path: Path) -> None:
    path = str(tmp_path / "graph.lbug")
    with open_store(path) as store:
        store.write(part(big_graph(), 0.3))
    with writer(path) as process:
        process.kill()
    with open_store(path) as store:
        assert len(store.read()) >= len(part(big_graph(), 0.3))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("room", [1 << 16, 1 << 20])
def test_full_disk_is_said_so_and_leaves_the_store_as_it_was(tmp_path: Path, room: int) -> None:
    path = tmp_path / "graph.lbug"
    before = part(big_graph(), 0.3)
    with open_store(str(path)) as store:
        store.write(before)
    limited = (
        "import resource, sys; sys.path.insert(0, sys.argv[2]); from writer import main; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room})); main(sys.argv[1])"
    )
    command = [sys.executable, "-c", limited, str(path), str(Path(WRITER).parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    with open_store(str(path)) as store:
        held = store.read()
        if done.returncode:
            assert "graphkit.errors.Store" in done.stderr
        assert check_store_keeps(store)
        assert len(held) in {len(part(big_graph(), share)) for share in (0.3, 0.6, 1.0)}
        store.write(big_graph())
        assert nx.utils.graphs_equal(store.read(), big_graph())


def check_store_keeps(store: Store) -> bool:
    """Whether the store's own checksum fits; the sample's evidence is made up."""
    return store.examine()[1] == []


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_file_that_was_cut_short_is_refused_with_what_to_do(tmp_path: Path, share: float) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(str(path)) as store:
        store.write(big_graph())
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with open_store(str(path)) as store, pytest.raises(StoreError, match=r"graph\.lbug"):
        store.read()
    path.write_bytes(whole)
    with open_store(str(path)) as store:
        assert nx.utils.graphs_equal(store.read(), big_graph())


@pytest.mark.parametrize("far", ["journal aside", "file replaced"])
def test_swap_that_was_interrupted_is_finished(tmp_path: Path, far: str) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(str(path)) as store:
        store.write(big_graph(20))
    with open_store(str(path)) as store:
        store.update(nx.MultiDiGraph(), big_graph(25))
    if far == "journal aside":  # and the new file is there, but not in its place yet
        path.with_name("graph.lbug.wal").replace(path.with_name("graph.lbug.wal.old"))
        path.with_name("graph.lbug.loading").write_bytes(b"a new file")
    else:
        path.with_name("graph.lbug.wal.old").write_bytes(path.with_name("graph.lbug.wal").read_bytes())
    with open_store(str(path)) as store:
        assert nx.utils.graphs_equal(store.read(), big_graph(25))


def test_two_writers_at_once_end_in_the_whole_graph(url: str) -> None:
    emptied(url)
    with writer(url) as one, writer(url) as other:
        one.communicate()
        other.communicate()
    assert 0 in (one.returncode, other.returncode)
    with open_store(url) as store:
        assert nx.utils.graphs_equal(store.read(), big_graph())


def test_line_that_breaks_in_mid_batch_is_tried_again_and_nothing_doubles(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.stores.neo4j_rows.ROWS_AT_ONCE", 100)
    neo4j_server.sign_in(monkeypatch)
    with UnreliableLine(neo4j_server.url) as line, open_store(line.url) as store:
        store.prepare()
        line.break_after(bytes_sent=100_000, times=2)
        assert store.write(big_graph()).edges_added == big_graph().number_of_edges()
        assert line.broken == 2
        assert nx.utils.graphs_equal(store.read(), big_graph())
        assert not [fault for fault in check_store(store).faults if "more than one" in str(fault)]
        store.clear()


def test_line_that_stays_broken_is_said_so(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.stores.neo4j._RETRY_TIME_S", 0.5)
    neo4j_server.sign_in(monkeypatch)
    with UnreliableLine(neo4j_server.url) as line, open_store(line.url) as store:
        store.prepare()
        line.break_after(bytes_sent=0, times=10_000)
        with pytest.raises(StoreUnavailable, match=r"try again|No Neo4j answers"):
            store.write(big_graph())
