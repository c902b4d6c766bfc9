"""Loads that are cut short, first ones and those of more articles: going on ends in the same graph.

GRAPHKIT_KILLS says how many loads are killed for each store; `make stores` kills fifty.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import networkx as nx
import pytest

from graphkit.corrections import read_corrections
from graphkit.graph import Graph
from graphkit.pipeline import load, read_graph
from graphkit.stores import open_store

DEV = sorted((Path(__file__).parents[1] / "gold" / "dev").glob("*.txt"))
FIRST, ALL = DEV[:4], DEV[:14]
LOADER = str(Path(__file__).with_name("loader.py"))
KILLS = int(os.environ.get("GRAPHKIT_KILLS", "2"))


LINES = """
same Person "Adil Taghiyev" "Faig Mahmudov"
rename Forum "Azerbaijan-Georgia Media Forum" to "Media Forum of Baku"
relabel Agency "World Bank" to Forum
drop MENTIONED_IN Person "Ilham Aliyev"
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("corrected") / "corrections.txt"
    file.write_text(LINES, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def whole(file: Path) -> Graph:
    return read_graph(ALL, corrections=read_corrections(file))


def loader(url: str, file: Path, room: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "ignore", LOADER, url, str(room), str(file), *map(str, ALL)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def check_goes_on(url: str, file: Path, whole: Graph, held: int = 0) -> None:
    with open_store(url) as store:
        if held:
            assert len(store.articles()) >= held
            assert not store.examine()[1]
        load(ALL, store, corrections=read_corrections(file))
        assert nx.utils.graphs_equal(store.read(), whole)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_load_of_more_goes_on(url: str, file: Path, whole: Graph, number: int) -> None:
    with open_store(url) as store:
        load(FIRST, store)
    kill_in_mid_load(url, file, number)
    check_goes_on(url, file, whole, len(FIRST))


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_first_load_goes_on(url: str, file: Path, whole: Graph, number: int) -> None:
    kill_in_mid_load(url, file, number)
    check_goes_on(url, file, whole)


def kill_in_mid_load(url: str, file: Path, number: int) -> None:
    with loader(url, file) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(Random(f"kill {number}").random() * 2)
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("room", [1 << 14, 1 << 19])
def test_a_load_of_more_on_a_full_disk_loses_nothing(tmp_path: Path, file: Path, whole: Graph, room: int) -> None:
    path = str(tmp_path / "graph.lbug")
    with open_store(path) as store:
        load(FIRST, store)
    with loader(path, file, room) as process:
        _, says = process.communicate()
    assert process.returncode == 0 or "graphkit.errors.Store" in says, says
    check_goes_on(path, file, whole, len(FIRST))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal for one process")
def test_an_interrupted_load_says_how_to_go_on(tmp_path: Path, file: Path, whole: Graph) -> None:
    path = str(tmp_path / "graph.lbug")
    many = tmp_path / "many.csv"
    many.write_text("id,text\n" + "".join(f"a{at},{at} people came.\n" for at in range(100_000)), encoding="utf-8")
    program = (
        "import signal, sys; from graphkit.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it is ignored\n"
        "main(sys.argv[1:])"
    )
    command = [
        sys.executable,
        "-c",
        program,
        "load",
        *map(str, ALL),
        str(many),
        "--store",
        path,
        "--corrections",
        str(file),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not Path(f"{path}.ledger").exists():
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, says = process.communicate()
    assert process.returncode == 130
    assert "the same command goes on from there" in says
    check_goes_on(path, file, whole)
