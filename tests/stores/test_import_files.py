"""The files for neo4j-admin, imported by the real one."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from neo4j_server import Neo4jMissing, neo4j_after_import
from sample_graph import HOSTILE_TEXTS, conference_graph

from graphkit.errors import GraphkitError
from graphkit.stores import open_store
from graphkit.stores.import_files import write_import_files

# A CSV cannot tell an empty list from none.
LISTS = "MATCH (n:Person|Agency|Country|Forum|Article) WHERE n.aliases IS NULL SET n.aliases = []"


def test_imported_database_holds_the_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = conference_graph()
    for node, text in zip(sorted(graph), HOSTILE_TEXTS, strict=False):
        graph.nodes[node]["name"] = text[:1000]
    graph.nodes["forum/media"].update(city="", theme=None)
    write_import_files(graph, tmp_path / "import")
    try:
        with neo4j_after_import(tmp_path / "import") as server:
            server.sign_in(monkeypatch)
            with open_store(server.url) as store:
                store.run(LISTS, write=True)
                store.prepare()
                assert nx.utils.graphs_equal(store.read(), graph)
                assert store.examine()[1] == []
                assert not store.write(graph)
    except Neo4jMissing as missing:
        pytest.skip(str(missing))


def test_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(GraphkitError, match="is not empty"):
        write_import_files(conference_graph(), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.csv"]
