"""What changed between two graphs: by hand, and between graphs that the pipeline made."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from sample_graph import GraphMaker, conference_graph

from graphkit.compare import Change, Node, compare_graphs, comparison_as_json
from graphkit.corrections import read_corrections
from graphkit.graph import Graph
from graphkit.pipeline import derive_graph
from graphkit.records import Article

ARTICLES = (
    "Elnur Rzayev, Chairman of the Press Council, spoke at the Lake Forum. Rzayev said the lake is deep.",
    "Elnur Rzaev, Chairman of the Press Council, attended the Sea Forum. Rzaev said the sea is wide.",
)


def mentioned(*groups: tuple[str, tuple[int, ...]]) -> Graph:
    """People, each with mentions at some places of one article, and at a forum by the first of them."""
    maker = GraphMaker()
    maker.article("a")
    maker.node("Forum", "forum/f", "Lake Forum")
    for person, places in groups:
        maker.node("Person", person, person)
        maker.edge("ATTENDED", person, "forum/f", "a", places[0], status="attended")
        for place in places:
            maker.edge("MENTIONED_IN", person, "article/a", "a", place, surface=person)
    return maker.graph


def ids(nodes: tuple[Node, ...]) -> list[str]:
    return [node.id for node in nodes]


def test_a_graph_is_the_same_as_itself_put_together_in_another_order() -> None:
    graph, other = conference_graph(), Graph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert compare_graphs(graph, other).same


def test_a_property_that_is_left_out_is_null() -> None:
    graph = conference_graph()
    bare = copy.deepcopy(graph)
    for _, data in bare.nodes(data=True):
        for name in [name for name, value in data.items() if value is None]:
            del data[name]
    assert compare_graphs(graph, bare).same


def test_new_and_gone_nodes_and_edges_are_each_other_backwards() -> None:
    new = conference_graph()
    old = copy.deepcopy(new)
    old.remove_node("person/dan")
    forwards, backwards = compare_graphs(old, new), compare_graphs(new, old)
    assert ids(forwards.new_nodes) == ids(backwards.gone_nodes) == ["person/dan"]
    assert forwards.new_edges == backwards.gone_edges
    assert {edge.source.id for edge in forwards.new_edges} == {"person/dan"}
    assert forwards.gone_nodes == forwards.gone_edges == forwards.changed_nodes == ()


def test_changed_properties_are_told_with_both_values() -> None:
    old = conference_graph()
    new = copy.deepcopy(old)
    new.nodes["person/aisha"].update(name="Aisha K.", aliases=["Karimova"])
    (key,) = [key for _, _, key, data in new.edges(keys=True, data=True) if data.get("role") == "Minister"]
    new.edges["person/seyma", "country/tr", key]["confidence"] = 0.1
    found = compare_graphs(old, new)
    (changed,) = found.changed_nodes
    name, aliases = changed.changes
    assert name == Change("name", "Aisha Karimova", "Aisha K.")
    assert (aliases.taken, aliases.given) == (["A. Karimova"], ["Karimova"])
    (edge,) = found.changed_edges
    assert edge.changes == (Change("confidence", 0.9, 0.1),)


def test_two_that_became_one_are_a_merge_and_their_edges_follow() -> None:
    old = mentioned(("person/a", (10, 20)), ("person/b", (30,)))
    new = mentioned(("person/a", (10, 20, 30)))
    new.add_edge("person/a", "forum/f", **old.edges["person/b", "forum/f", "a-30"], key="a-30")
    found = compare_graphs(old, new)
    (merge,) = found.merges
    assert (merge.into.id, ids(merge.parts)) == ("person/a", ["person/a", "person/b"])
    assert not found.gone_nodes
    assert not found.gone_edges
    assert not found.new_edges
    assert {(changed.old.source.id, changed.new.source.id) for changed in found.changed_edges} == {
        ("person/b", "person/a")
    }
    (split,) = compare_graphs(new, old).splits
    assert (split.whole.id, ids(split.into)) == ("person/a", ["person/a", "person/b"])


def test_one_under_another_id_is_neither_new_nor_gone() -> None:
    found = compare_graphs(mentioned(("person/a", (10, 20))), mentioned(("person/z", (10, 20))))
    (changed,) = found.new_ids
    assert (changed.old.id, changed.new.id) == ("person/a", "person/z")
    assert changed.changes == (Change("name", "person/a", "person/z"),)
    assert not any((found.new_nodes, found.gone_nodes, found.merges, found.splits, found.moved))


def test_a_mention_that_went_to_another_is_no_merge() -> None:
    old = mentioned(("person/a", (10, 20, 30)), ("person/b", (40, 50)))
    new = mentioned(("person/a", (10, 20)), ("person/b", (30, 40, 50)))
    found = compare_graphs(old, new)
    assert [(moved.old.id, moved.new.id, moved.mentions) for moved in found.moved] == [("person/a", "person/b", 1)]
    assert not any((found.merges, found.splits, found.new_ids, found.new_nodes, found.gone_nodes))


def test_who_has_nothing_in_common_is_gone_and_new() -> None:
    found = compare_graphs(mentioned(("person/a", (10,))), mentioned(("person/b", (20,))))
    assert ids(found.gone_nodes) == ["person/a"]
    assert ids(found.new_nodes) == ["person/b"]


@pytest.mark.parametrize(("line", "kind"), [("same", "merges"), ("not-same", "splits")])
def test_what_people_say_of_who_is_who_is_a_merge_or_a_split(line: str, kind: str, tmp_path: Path) -> None:
    name = ("Elnur Rzayev", "Elnur Rzayev") if line == "not-same" else ("Elnur Rzayev", "Elnur Qasimov")
    second = ARTICLES[1].replace("Elnur Rzaev", name[1]).replace("Rzaev", name[1].split()[1])
    articles = [Article("a1", ARTICLES[0]), Article("a2", second)]
    file = tmp_path / "corrections.txt"
    file.write_text(f'{line} Person "{name[0]}" in a1 "{name[1]}" in a2\n', encoding="utf-8")
    old, new = derive_graph(articles), derive_graph(articles, corrections=read_corrections(file))
    found = compare_graphs(old, new)
    (told,) = getattr(found, kind)
    assert {node.name for node in (told.parts if kind == "merges" else told.into)} == set(name)
    assert not any((found.new_edges, found.gone_edges, found.new_nodes, found.gone_nodes))


def test_json_has_every_list_and_the_whole_edges() -> None:
    new = conference_graph()
    old = copy.deepcopy(new)
    old.remove_node("person/dan")
    data = json.loads(comparison_as_json(compare_graphs(old, new)))
    assert data["format"] == "graphkit-diff/1"
    assert data["same"] is False
    assert data["new"]["nodes"]["Person"] == data["old"]["nodes"]["Person"] + 1
    assert data["new_nodes"] == [{"id": "person/dan", "label": "Person", "name": "Dan Lee"}]
    quoted = next(edge for edge in data["new_edges"] if edge["type"] == "QUOTED_IN")
    assert quoted["properties"]["text"] == "I was not there"
    assert quoted["target"]["label"] == "Article"


def test_the_docs_name_every_key_of_the_json() -> None:
    page = (Path(__file__).parents[2] / "docs" / "diff.md").read_text(encoding="utf-8")
    data = json.loads(comparison_as_json(compare_graphs(Graph(), Graph())))
    assert [key for key in data if f"`{key}`" not in page] == []
