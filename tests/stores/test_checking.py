"""`check_store` finds what is wrong, `repair` mends it, `copy_store` verifies what it wrote; on every store."""

from __future__ import annotations

from pathlib import Path

import ladybug
import networkx as nx
import pytest
from neo4j_server import Neo4jServer
from sample_graph import conference_graph, hostile_graph

from graphkit.errors import StoreError, StoreUnavailable
from graphkit.graph import Graph
from graphkit.packaged import packaged_folder
from graphkit.pipeline import load, read_graph, repair
from graphkit.stores import Store, open_store
from graphkit.stores.checking import check_store
from graphkit.stores.content import content_of
from graphkit.stores.copying import copy_store

SEEDS = packaged_folder("seeds")


@pytest.fixture
def loaded(store: Store) -> Store:
    load([SEEDS], store)
    return store


@pytest.fixture
def whole() -> Graph:
    return read_graph([SEEDS])


def says(store: Store) -> str:
    return "\n".join(map(str, check_store(store).faults))


def test_loaded_store_is_sound(loaded: Store, whole: Graph) -> None:
    checked = check_store(loaded)
    assert checked.faults == ()
    assert checked.content == content_of(whole)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("MATCH (a:Article) SET a.text = a.text + '!'", "is not the one that was loaded; load that article again"),
        ("MATCH ()-[r:ATTENDED]->() SET r.start = r.start + 1, r.end = r.end + 9000", "is not borne out by characters"),
        ("MATCH ()-[r:MENTIONED_IN]->() SET r.surface = 'somebody else'", "is not borne out by characters"),
        ("MATCH ()-[r:QUOTED_AT|QUOTED_IN]->() SET r.text = 'other words'", "is not borne out by characters"),
        (
            "MATCH ()-[r:REPRESENTS]->() SET r.article = 'nowhere'",
            "names the article 'nowhere', which",
        ),
        ("MATCH (p:Person) SET p.aliases = null", "has no aliases"),
        ("MATCH ()-[r:ATTENDED]->() SET r.rule = null", "has no rule"),
    ],
)
def test_change_of_a_store_is_found(loaded: Store, change: str, fault: str) -> None:
    loaded.run(change, write=True)
    assert fault in says(loaded)


def test_repair_derives_the_graph_anew(loaded: Store, whole: Graph) -> None:
    loaded.run("MATCH (p:Person) DETACH DELETE p", write=True)
    loaded.run("MATCH ()-[r:REPRESENTS]->() SET r.start = 0", write=True)
    assert repair(loaded) == []
    assert nx.utils.graphs_equal(loaded.read(), whole)
    assert check_store(loaded).faults == ()


def test_repair_leaves_out_an_article_that_is_damaged_and_names_it(loaded: Store) -> None:
    kept, damaged = sorted(article.key for article in loaded.articles())
    loaded.run("MATCH (a:Article) WHERE a.key = $key SET a.text = 'torn'", {"key": damaged}, write=True)
    assert repair(loaded) == [damaged]
    assert [article.key for article in loaded.articles()] == [kept]
    assert check_store(loaded).faults == ()


def test_flipped_bytes_are_repaired_and_the_damaged_file_is_kept(tmp_path: Path, whole: Graph) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(str(path)) as store:
        load([SEEDS], store)
    rule = max(data["rule"] for _, _, data in whole.edges(data=True)).encode("ascii")
    written = path.read_bytes()
    assert rule in written
    path.write_bytes(written.replace(rule, rule[:-1] + b"#"))
    with open_store(str(path)) as store:
        assert says(store)
        repair(store)
        assert nx.utils.graphs_equal(store.read(), whole)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "graph.lbug",
        "graph.lbug.damaged",
        "graph.lbug.ledger",
    ]


def test_store_of_another_version_is_derived_anew_from_its_articles(tmp_path: Path, whole: Graph) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(str(path)) as store:
        load([SEEDS], store)
    with ladybug.Database(str(path), max_db_size=1 << 38) as database:
        connection = ladybug.Connection(database)
        connection.execute("COMMENT ON TABLE Person IS 'graphkit of another time'").close()
        connection.execute("ALTER TABLE Article DROP author").close()
    with open_store(str(path)) as store:
        with pytest.raises(StoreUnavailable, match=r"not made by this version.*graphkit check --repair"):
            store.read()
        assert repair(store) == []
        assert nx.utils.graphs_equal(store.read(), whole)


def test_missing_constraint_and_doubles_are_found_and_repaired(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch, whole: Graph
) -> None:
    neo4j_server.sign_in(monkeypatch)
    with open_store(neo4j_server.url) as store:
        load([SEEDS], store)
        store.run("DROP CONSTRAINT graphkit_person_id", write=True)
        store.run("MATCH (a)-[r:HELD_IN]->(b) CREATE (a)-[s:HELD_IN]->(b) SET s = properties(r)", write=True)
        store.run("MATCH (p:Person) WITH p LIMIT 1 CREATE (q:Person) SET q = properties(p)", write=True)
        found = says(store)
        assert "graphkit_person_id is missing" in found
        assert "HELD_IN there is more than one" in found
        assert "Of 1 Person there is more than one" in found
        repair(store)
        assert check_store(store).faults == ()
        assert nx.utils.graphs_equal(store.read(), whole)
        store.clear()


@pytest.mark.parametrize("make", [conference_graph, hostile_graph])
def test_copy_holds_the_same(store: Store, tmp_path: Path, make) -> None:
    store.write(make())
    with open_store(str(tmp_path / "copy.lbug")) as copy:
        changes, content = copy_store(store, copy)
        assert changes.nodes_added == len(make())
        assert content == content_of(make())
        assert nx.utils.graphs_equal(copy.read(), make())
        assert not copy_store(store, copy)[0]
        store.clear()
        copy_store(copy, store)
    assert nx.utils.graphs_equal(store.read(), make())


def test_copy_onto_another_graph_is_refused_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    store.write(conference_graph())
    with open_store(str(tmp_path / "other.lbug")) as other:
        other.write(hostile_graph())
        with pytest.raises(StoreUnavailable, match=r"holds 20 nodes .* of another graph.*graphkit clear"):
            copy_store(store, other)
        assert nx.utils.graphs_equal(other.read(), hostile_graph())


def test_copy_that_arrives_otherwise_is_an_error(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(conference_graph())
    with open_store(str(tmp_path / "copy.lbug")) as copy:
        written = copy.write

        def loses_a_node(graph: Graph) -> object:
            return written(nx.MultiDiGraph(graph.subgraph([node for node in graph if node != "person/dan"])))

        monkeypatch.setattr(copy, "write", loses_a_node)
        with pytest.raises(StoreError, match="does not hold what"):
            copy_store(store, copy)
