"""The files for neo4j-admin, imported by the real one."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from neo4j_server import FILL_EMPTY_LISTS, neo4j_after_import
from sample_graph import HOSTILE_TEXTS, conference_graph

from graphkit.export import export_graph
from graphkit.stores import open_store


@pytest.mark.usefixtures("startable_neo4j")
def test_imported_database_holds_the_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = conference_graph()
    texts = ("a form feed \x0c and \x01", "=1+1", *HOSTILE_TEXTS)
    for node, text in zip(sorted(graph), texts, strict=False):
        graph.nodes[node]["name"] = text[:1000]
    graph.nodes["person/aisha"]["aliases"] = ['a; b, "c" | [d]\n', "=1+1", "A. Karimova"]
    graph.nodes["forum/media"].update(city="", theme=None)
    export_graph(graph, tmp_path / "import", "neo4j-admin")
    with neo4j_after_import(tmp_path / "import") as server:
        server.sign_in(monkeypatch)
        with open_store(server.url) as store:
            store.run(FILL_EMPTY_LISTS, write=True)
            store.prepare()
            assert nx.utils.graphs_equal(store.read(), graph)
            assert store.examine()[1] == []
            assert not store.write(graph)
