"""The file of the embedded engine: who may open it, what is left of it, what is no store."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import ladybug
import networkx as nx
import pytest
from sample_graph import conference_graph

from graphkit.errors import QueryError, StoreError, StoreUnavailable, VocabularyError
from graphkit.stores import filling, ladybug_file, ladybug_filling, open_store
from graphkit.stores.checking import check_store
from graphkit.stores.ladybug_apart import do_apart


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "graph.lbug"


@contextmanager
def another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the store open until its standard input closes."""
    program = (
        "import sys; from graphkit.stores import open_store; "
        "store = open_store(sys.argv[1]); store.prepare(); "
        "print('open', flush=True); sys.stdin.read(); store.close()"
    )
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process


@pytest.mark.parametrize("use", ["read", "articles", "clear"])
def test_store_that_is_not_there_says_how_to_make_one(path: Path, use: str) -> None:
    with pytest.raises(StoreUnavailable, match=r"there is no store.*graphkit load"):
        getattr(open_store(str(path)), use)()
    assert list(path.parent.iterdir()) == []


def test_a_graph_that_is_copied_in_many_steps_is_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []

    def noted(work: Callable[..., None], *given: object) -> None:
        done.append(given)
        do_apart(work, *given)

    monkeypatch.setattr(filling, "_ROWS_AT_ONCE", 3)
    monkeypatch.setattr(ladybug_filling, "_COPIED_TIMES", 20_000)
    monkeypatch.setattr(ladybug_file, "do_apart", noted)
    assert_filled(path)
    assert len(done) > 3


def test_a_graph_is_filled_in_where_little_memory_does_not_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladybug_filling, "_SPARING_BYTES", 1 << 24)
    assert_filled(path)


def assert_filled(path: Path) -> None:
    graph = conference_graph()
    with open_store(str(path)) as store:
        store.prepare()
        changes = store.fill(*filling.nodes_and_edges(graph))
        assert (changes.nodes_added, changes.edges_added) == (len(graph), graph.number_of_edges())
        assert nx.utils.graphs_equal(store.read(), graph)
    assert not list(path.parent.glob("*.rows"))


def test_a_folder_in_the_place_of_a_store_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"is a folder; name a file in it, such as .*graph\.lbug"):
        open_store(str(tmp_path)).read()


def test_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="Name a store in a folder that is there"):
        open_store(str(tmp_path / "missing" / "graph.lbug")).write(conference_graph())


def test_store_is_one_file_when_closed(path: Path) -> None:
    with open_store(str(path)) as store:
        store.write(conference_graph())
        store.write(nx.MultiDiGraph(conference_graph().subgraph(["person/bob"])))
    assert [file.name for file in path.parent.iterdir()] == ["graph.lbug"]


def test_store_open_elsewhere_names_the_process(path: Path) -> None:
    with another_process(path) as process:
        with pytest.raises(StoreUnavailable, match=rf"in use by process {process.pid}\b"):
            open_store(str(path)).read()
        process.communicate()
    assert len(open_store(str(path)).read()) == 0


def test_store_of_a_killed_process_opens_again(path: Path) -> None:
    with open_store(str(path)) as store:
        store.write(conference_graph())
    with another_process(path) as process:
        process.kill()
        process.wait()
    with open_store(str(path)) as store:
        assert not store.write(conference_graph())


def test_first_load_that_was_cut_short_leaves_nothing_behind(path: Path) -> None:
    path.with_name("graph.lbug.loading").write_bytes(b"half a load")
    path.with_name("graph.lbug.loading.wal").write_bytes(b"its log")
    with open_store(str(path)) as store:
        assert store.write(conference_graph())
    assert [file.name for file in path.parent.iterdir()] == ["graph.lbug"]


def test_log_of_a_store_that_was_deleted_is_not_played_into_the_new_one(path: Path) -> None:
    path.with_name("graph.lbug.wal").write_bytes(b"the log of another file")
    with open_store(str(path)) as store:
        store.write(conference_graph())
        assert nx.utils.graphs_equal(store.read(), conference_graph())


def test_refused_graph_makes_no_file(path: Path) -> None:
    graph = conference_graph()
    graph.nodes["person/dan"]["label"] = "Alien"
    with open_store(str(path)) as store, pytest.raises(VocabularyError):
        store.write(graph)
    assert list(path.parent.iterdir()) == []


def test_file_that_is_no_store_is_refused_and_kept(path: Path) -> None:
    path.write_bytes(b"something else" * 1000)
    store = open_store(str(path))
    for use in (store.read, store.prepare, store.clear, lambda: store.write(conference_graph())):
        with pytest.raises(StoreUnavailable, match="is no store"):
            use()
    assert path.read_bytes() == b"something else" * 1000


@pytest.mark.parametrize(("version", "age"), [(39, "an older"), (1000, "a newer")])
def test_file_of_another_version_of_the_engine_says_how_to_go_on(path: Path, version: int, age: str) -> None:
    with open_store(str(path)) as store:
        store.write(conference_graph())
    written = path.read_bytes()
    other = written[:4] + version.to_bytes(8, "little") + written[12:]  # the version stands behind the magic bytes
    path.write_bytes(other)
    store = open_store(str(path))
    for use in (store.read, lambda: store.write(conference_graph()), lambda: check_store(store)):
        with pytest.raises(StoreUnavailable, match=rf"{age} version of the engine \(storage {version};.*graphkit load"):
            use()
    assert path.read_bytes() == other


def test_database_of_another_schema_is_refused_and_kept(path: Path) -> None:
    with ladybug.Database(str(path), max_db_size=1 << 30) as database:
        ladybug.Connection(database).execute("CREATE NODE TABLE Person(id STRING PRIMARY KEY)").close()
        ladybug.Connection(database).execute("CREATE (:Person {id: 'somebody'})").close()
    store = open_store(str(path))
    for use in (store.prepare, store.read, store.clear, lambda: store.write(conference_graph())):
        with pytest.raises(StoreUnavailable, match="not made by this version"):
            use()
    with ladybug.Database(str(path), max_db_size=1 << 30) as database:
        kept = ladybug.Connection(database).execute("MATCH (p:Person) RETURN p.id")
        assert kept.get_all() == [["somebody"]]
        kept.close()


def test_one_file_under_two_names_is_one_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    with open_store(str(path)) as one, open_store("graph.lbug") as other:
        one.write(conference_graph())
        other.write(nx.MultiDiGraph(conference_graph().subgraph(["person/bob"])))
        assert list(one.read()) == ["person/bob"]


def test_threads_take_turns(path: Path) -> None:
    failed: list[BaseException] = []

    def write_and_read() -> None:
        try:
            with open_store(str(path)) as store:
                for _ in range(3):
                    store.write(conference_graph())
                    assert len(store.read()) == 15
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write_and_read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_forked_child_does_not_share_the_open_file(path: Path) -> None:
    with open_store(str(path)) as store:
        store.write(conference_graph())
        child = os.fork()
        if child == 0:
            try:
                open_store(str(path)).read()
            except StoreUnavailable:
                os._exit(7)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


@pytest.mark.parametrize(
    "cypher",
    [
        "COPY (MATCH (p:Person) RETURN p.name) TO '{file}'",
        "PROFILE COPY (MATCH (p:Person) RETURN p.name) TO '{file}'",
        "EXPORT DATABASE '{file}'",
        "CALL threads = 1",
        "INSTALL json",
        "ATTACH '{file}' AS other (dbtype lbug)",
    ],
)
def test_query_cannot_write_files_or_change_settings(path: Path, cypher: str) -> None:
    file = path.with_name("stolen")
    with open_store(str(path)) as store:
        store.write(conference_graph())
        with pytest.raises(QueryError, match="--write"):
            store.run(cypher.replace("{file}", str(file)))
    assert not file.exists()


def test_query_that_fills_the_memory_does_not_stop_the_next(path: Path) -> None:
    with open_store(str(path)) as store:
        store.write(conference_graph())
        with pytest.raises(QueryError, match="memory"):
            store.run("UNWIND range(1, 40000000) AS x RETURN collect(toString(x) + 'abcdefghijklmnopqrst') AS xs")
        assert store.run("MATCH (p:Person) RETURN count(p) AS people").rows == ((4,),)


def test_small_update_stays_in_the_journal_and_a_load_folds_it_in(path: Path) -> None:
    graph = conference_graph()
    with open_store(str(path)) as store:
        store.write(nx.MultiDiGraph(graph.subgraph([node for node in graph if node != "person/dan"])))
    size = path.stat().st_size
    with open_store(str(path)) as store:
        store.update(nx.MultiDiGraph(), graph)
    assert path.stat().st_size == size
    assert sorted(file.name for file in path.parent.iterdir()) == ["graph.lbug", "graph.lbug.wal"]
    graph.nodes["person/dan"]["name"] = "Daniel Lee"
    with open_store(str(path)) as store:
        store.write(graph)
    assert [file.name for file in path.parent.iterdir()] == ["graph.lbug"]
    with open_store(str(path)) as store:
        assert nx.utils.graphs_equal(store.read(), graph)


def test_journal_of_another_file_is_refused_and_kept(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.lbug"
    for file in (path, other):
        with open_store(str(file)) as store:
            store.write(conference_graph())
    with open_store(str(path)) as store:
        store.update(nx.MultiDiGraph(conference_graph().subgraph(["person/dan"])), nx.MultiDiGraph())
    other.replace(path)
    with open_store(str(path)) as store, pytest.raises(StoreUnavailable, match="journal"):
        store.read()
    assert path.with_name("graph.lbug.wal").exists()


def test_bytes_that_flipped_are_noticed(path: Path) -> None:
    with open_store(str(path)) as store:
        store.write(conference_graph())
    written = path.read_bytes()
    path.write_bytes(written.replace(b"Water is life", b"Water is lice"))
    with open_store(str(path)) as store, pytest.raises(StoreError, match=r"is damaged.*graphkit check"):
        store.read()


def test_change_by_a_query_is_no_damage(path: Path) -> None:
    with open_store(str(path)) as store:
        store.write(conference_graph())
        store.run("MATCH (p:Person {id: 'person/dan'}) SET p.name = 'Daniel'", write=True)
        assert store.read().nodes["person/dan"]["name"] == "Daniel"
        store.write(conference_graph())
        assert nx.utils.graphs_equal(store.read(), conference_graph())
