"""What every store does, on the real engines: each test runs on the embedded engine and on a Neo4j."""

from __future__ import annotations

import networkx as nx
import pytest
from sample_graph import HOSTILE_TEXTS, GraphMaker, conference_graph, hostile_graph

from graphkit.errors import QueryError, StoreUnavailable, VocabularyError
from graphkit.graph import Graph
from graphkit.records import Article
from graphkit.stores import Changes, Rows, Store, open_store


def same(one: Graph, other: Graph) -> bool:
    return bool(nx.utils.graphs_equal(one, other))


def column(rows: Rows) -> list[object]:
    return [row[0] for row in rows.rows]


def test_prepared_store_is_empty(store: Store) -> None:
    assert same(store.read(), nx.MultiDiGraph())
    assert store.articles() == []


@pytest.mark.parametrize("make", [conference_graph, hostile_graph])
def test_reads_back_exactly_what_was_written(store: Store, make) -> None:
    graph = make()
    store.write(graph)
    assert same(store.read(), graph)


def test_reads_back_after_closing_and_opening_again(store: Store) -> None:
    store.write(conference_graph())
    with open_store(store.url) as again:
        assert same(again.read(), conference_graph())


def test_read_graph_has_nodes_and_edges_in_order(store: Store) -> None:
    store.write(conference_graph())
    graph = store.read()
    assert list(graph) == sorted(graph)
    assert list(graph.edges(keys=True)) == sorted(graph.edges(keys=True))


def test_writing_twice_changes_nothing(store: Store) -> None:
    first = store.write(conference_graph())
    second = store.write(conference_graph())
    assert first == Changes(nodes_added=15, edges_added=30)
    assert second == Changes()
    assert first
    assert not second


def test_order_of_nodes_and_edges_does_not_matter(store: Store) -> None:
    graph = conference_graph()
    backwards: Graph = nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    backwards.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    store.write(backwards)
    assert not store.write(graph)


def test_a_growing_graph_ends_as_the_whole_graph(store: Store) -> None:
    graph = conference_graph()
    people = graph.subgraph([node for node in graph if not node.startswith("article/")])
    store.write(nx.MultiDiGraph(people))
    changes = store.write(graph)
    assert changes == Changes(nodes_added=3, edges_added=7)
    assert same(store.read(), graph)


def test_changed_properties_are_written_and_counted(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    graph.nodes["forum/media"].update(city="Łódź", aliases=["MD", "Дни"])
    graph.nodes["forum/summit"].update(city=None, theme="")
    graph.edges["person/aisha", "agency/bank", "x1-100"].update(role=None, former=True, confidence=0.25)
    assert store.write(graph) == Changes(nodes_changed=2, edges_changed=1)
    assert same(store.read(), graph)


def test_what_is_gone_is_removed_and_nothing_else(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    graph.remove_node("person/dan")  # with four edges
    graph.remove_edge("person/aisha", "forum/summit", "x1-200")  # one of parallel edges
    assert store.write(graph) == Changes(nodes_removed=1, edges_removed=5)
    assert same(store.read(), graph)


def test_node_that_changes_its_label_keeps_its_edges(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    as_agency = GraphMaker()
    as_agency.node("Agency", "person/bob", "Bob O'Neil")
    graph.remove_edge("person/bob", "agency/anadolu", "x1-110")
    graph.nodes["person/bob"].update(as_agency.graph.nodes["person/bob"])
    changes = store.write(graph)
    assert (changes.nodes_added, changes.nodes_removed) == (1, 1)
    assert same(store.read(), graph)


def test_edge_that_changes_its_type_is_another_edge(store: Store) -> None:
    maker = GraphMaker()
    person, forum = maker.node("Person", "p", "P"), maker.node("Forum", "f", "F")
    key = maker.edge("ATTENDED", person, forum, "x", 1, status="attended")
    store.write(maker.graph)
    maker.graph.remove_edge(person, forum, key)
    maker.edge("QUOTED_AT", person, forum, "x", 1, text="T", kind="direct")
    assert store.write(maker.graph) == Changes(edges_added=1, edges_removed=1)
    assert same(store.read(), maker.graph)


def test_empty_graph_empties_the_store(store: Store) -> None:
    store.write(conference_graph())
    assert store.write(nx.MultiDiGraph()) == Changes(nodes_removed=15, edges_removed=30)
    assert same(store.read(), nx.MultiDiGraph())


def test_clear_empties_the_store_which_can_be_filled_again(store: Store) -> None:
    store.write(conference_graph())
    store.clear()
    assert same(store.read(), nx.MultiDiGraph())
    store.write(conference_graph())
    assert same(store.read(), conference_graph())


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda graph: graph.nodes["person/dan"].update(label="Alien"), "Alien"),
        (lambda graph: graph.nodes["person/dan"].update(shoe_size="44"), "shoe_size"),
        (lambda graph: graph.nodes["person/dan"].update(name=None), "name"),
        (lambda graph: graph.nodes["person/dan"].update(aliases="D."), "aliases"),
        (lambda graph: graph.nodes["person/dan"].update(aliases=["D.", None]), "aliases"),
        (lambda graph: graph.add_node(7, label="Country", name="Seven", aliases=[]), "id"),
        (lambda graph: graph.nodes["person/dan"].update(name="half a pair \ud83d"), "name"),
        (lambda graph: graph.edges["person/bob", "forum/summit", "x1-30"].update(start="30"), "start"),
        (lambda graph: graph.edges["person/bob", "forum/summit", "x1-30"].update(start=True), "start"),
        (lambda graph: graph.add_edge("person/dan", "person/bob", key="k", type="ATTENDED"), "ATTENDED"),
    ],
)
def test_graph_outside_the_model_is_refused_and_nothing_written(store: Store, spoil, says: str) -> None:
    store.write(conference_graph())
    spoiled = conference_graph()
    spoiled.remove_node("country/ke")
    spoil(spoiled)
    with pytest.raises(VocabularyError, match=says):
        store.write(spoiled)
    assert same(store.read(), conference_graph())


def test_property_left_out_counts_as_null(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    del graph.nodes["forum/media"]["theme"]
    assert not store.write(graph)


def test_articles_come_back_as_they_were_read(store: Store) -> None:
    store.write(conference_graph())
    assert store.articles() == [
        Article("x1", "First text.", title="Summit opens", url="https://example.org/1", date="2025-11-10"),
        Article("x2", "Second text.", source="A paper", author="Nigar Ali; John Holt"),
        Article("x3", "Third text."),
    ]


def test_hostile_text_is_data_in_a_parameter(store: Store) -> None:
    store.write(hostile_graph())
    for text in HOSTILE_TEXTS:
        found = store.run("MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name", {"name": text})
        assert found.rows == ((text,),)
    assert same(store.read(), hostile_graph())


def test_nodes_come_as_plain_dicts_without_nulls(store: Store) -> None:
    store.write(conference_graph())
    found = store.run("MATCH (f:Forum) WHERE f.id = $id RETURN f", {"id": "forum/summit"})
    assert found.columns == ("f",)
    assert found.rows[0][0] == {
        "id": "forum/summit",
        "label": "Forum",
        "name": "Antalya Summit",
        "aliases": ["The Summit"],
        "city": "Antalya",
        "start": "2025-11-10",
        "end": "2025-11-12",
    }
    assert list(found.rows[0][0]) == ["id", "label", "name", "aliases", "city", "start", "end"]


def test_relationships_name_their_ends_even_alone(store: Store) -> None:
    store.write(conference_graph())
    found = store.run("MATCH ()-[r:HELD_IN]->() RETURN r ORDER BY r.key")
    assert found.rows[0][0] == {
        "type": "HELD_IN",
        "source": "forum/summit",
        "target": "country/tr",
        "key": "x1-300",
        "city": "Antalya",
        "article": "x1",
        "start": 300,
        "end": 305,
        "sentence": "x1 at 300.",
        "rule": "by.hand",
        "confidence": 0.9,
    }


def test_paths_and_nested_values_are_plain(store: Store) -> None:
    store.write(conference_graph())
    found = store.run(
        "MATCH p = (a:Person)-[r:REPRESENTS]->(b:Country) RETURN p, [a] AS people, {who: a.name, edge: r} AS map"
    )
    path, people, map_ = found.rows[0]
    assert [node["id"] for node in path["nodes"]] == ["person/seyma", "country/tr"]
    assert path["relationships"] == [map_["edge"]]
    assert people == path["nodes"][:1]
    assert map_["who"] == "Şeyma Çelik"
    assert map_["edge"]["source"] == "person/seyma"


def test_numbers_dates_and_nulls_are_plain(store: Store) -> None:
    found = store.run(
        "UNWIND [1, 2] AS x RETURN sum(x) AS total, 0.5 AS half, null AS nothing, date('2025-11-10') AS day"
    )
    assert found.rows == ((3, 0.5, None, "2025-11-10"),)
    assert [type(value) for value in found.rows[0]] == [int, float, type(None), str]


def test_neo4js_functions_and_the_name_end_work(store: Store) -> None:
    store.write(conference_graph())
    found = store.run(
        "MATCH (f:Forum)-[r:HELD_IN]->(c) WHERE r.end > 0 AND r.key = 'x1-300' "
        "RETURN labels(c) AS labels, head(labels(f)) AS label, type(r) AS type, toString(r.end) AS text, "
        "toInteger('7') AS seven, toFloat('0.5') AS half, split('a,b', ',') AS parts, "
        "'labels(n).end' AS quoted, "
        "CASE WHEN r.end > 0 THEN 'yes' ELSE 'no' END AS sure, r.end AS end ORDER BY end"
    )
    expected = (["Country"], "Forum", "HELD_IN", "305", 7, 0.5, ["a", "b"], "labels(n).end", "yes", 305)
    assert found.rows == (expected,)
    assert found.columns[-1] == "end"


def test_optional_match_over_an_absent_pair_finds_nothing(store: Store) -> None:
    store.write(conference_graph())
    found = store.run(
        "MATCH (c:Country) OPTIONAL MATCH (c)-[r:QUOTED_AT]->(f) WITH c, count(r) AS quotes "
        "RETURN c.name AS name, quotes, EXISTS { MATCH (c)-[:REPRESENTS]->(x) } AS represents ORDER BY name"
    )
    assert found.rows == (("Kenya", 0, False), ("Türkiye", 0, False))


def test_path_that_optional_match_does_not_find_is_null(store: Store) -> None:
    store.write(conference_graph())
    found = store.run("MATCH (c:Country) OPTIONAL MATCH p = (c)-[:QUOTED_AT]->(f) RETURN p")
    assert found.rows == ((None,), (None,))


@pytest.mark.parametrize(("limit", "rows", "truncated"), [(None, 15, False), (15, 15, False), (4, 4, True)])
def test_limit_cuts_the_rows_and_says_so(store: Store, limit, rows: int, truncated: bool) -> None:
    store.write(conference_graph())
    found = store.run("MATCH (n) RETURN n.id AS id ORDER BY id", limit=limit)
    assert len(found.rows) == rows
    assert found.truncated is truncated


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Person {id: 'new', name: 'New', aliases: []})",
        "MATCH (p:Person) SET p.name = 'x'",
        "MATCH (p:Person) DETACH DELETE p",
        "MERGE (p:Person {id: 'new'})",
        "MATCH (p:Person) RETURN p.name AS name; MATCH (p) DETACH DELETE p",
        "COMMIT; MATCH (p) DETACH DELETE p",
        "/* MATCH */ DROP TABLE Person",
        "DROP CONSTRAINT graphkit_person_id",
        "",
        " // nothing\n",
    ],
)
def test_query_that_is_no_question_is_refused(store: Store, cypher: str) -> None:
    store.write(conference_graph())
    with pytest.raises(QueryError):
        store.run(cypher)
    assert same(store.read(), conference_graph())


def test_write_lets_a_query_change_the_store(store: Store) -> None:
    store.write(conference_graph())
    store.run(
        "MATCH (p:Person {id: $id}) SET p.name = $name",
        {"id": "person/dan", "name": "Dan B. Lee"},
        write=True,
    )
    assert store.read().nodes["person/dan"]["name"] == "Dan B. Lee"
    assert store.write(conference_graph()) == Changes(nodes_changed=1)


def test_syntax_error_shows_the_line_with_a_caret(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.run("MATCH (n)\n  WHERE n.end > 0 AND labels(n) = [] RETRN n")
    message = str(caught.value)
    assert message.startswith("Line 2, column 38 of the query:")
    assert "'RETRN'" in message.splitlines()[0]
    shown, caret = message.splitlines()[1:]
    assert shown[caret.index("^") :].startswith("RETRN")


@pytest.mark.parametrize(
    ("cypher", "says"),
    [("MATCH (n) RETURN nobody", "nobody"), ("RETURN no_such_function(1)", "(?i)no_such_function")],
)
def test_error_in_a_query_names_what_is_wrong(store: Store, cypher: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        store.run(cypher)


def test_missing_parameter_is_named(store: Store) -> None:
    with pytest.raises(QueryError, match=r"\$name"):
        store.run("MATCH (p:Person) WHERE p.name = $name RETURN p")


def test_dollar_in_a_string_is_no_parameter(store: Store) -> None:
    assert store.run("RETURN '$5 // not a comment' AS price // $nor_this").rows == (("$5 // not a comment",),)


@pytest.mark.parametrize("value", [2**70, "half a pair \ud83d"])
def test_parameter_that_cannot_be_sent_is_refused(store: Store, value: object) -> None:
    with pytest.raises(QueryError, match="parameter"):
        store.run("RETURN $value AS value", {"value": value})
    assert store.run("RETURN 1 AS one").rows == ((1,),)


def test_query_over_its_time_is_stopped(store: Store) -> None:
    with pytest.raises(QueryError, match=r"longer than 0\.3 s"):
        store.run("UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN sum(x * y) AS z", timeout=0.3)
    assert store.run("RETURN 1 AS one").rows == ((1,),)


def test_closed_store_says_so(store: Store) -> None:
    with open_store(store.url) as other:
        other.prepare()
    with pytest.raises(StoreUnavailable, match="was closed"):
        other.read()
    other.close()


def test_two_stores_of_one_address_see_each_others_writing(store: Store) -> None:
    with open_store(store.url) as other:
        other.write(conference_graph())
        assert same(store.read(), conference_graph())
        store.write(nx.MultiDiGraph())
        assert column(other.run("MATCH (n) RETURN count(n) AS n")) == [0]


def test_property_that_a_label_lacks_is_null(store: Store) -> None:
    store.write(conference_graph())
    found = store.run(
        "MATCH (p:Person)-[r]->(f:Forum) RETURN DISTINCT p.city AS city, p.iso2 AS iso2, r.surface AS surface, "
        "f.sha256 IS NULL AS lacks"
    )
    assert found.rows == ((None, None, None, True),)


def test_path_of_any_length_uses_an_edge_once(store: Store) -> None:
    maker = GraphMaker()
    person, forum = maker.node("Person", "p", "P"), maker.node("Forum", "f", "F")
    maker.edge("ATTENDED", person, forum, "x", 1, status="attended")
    store.write(maker.graph)
    for hops in ("*1..3", "*1", "*..3", "*", " * 1..2"):
        found = store.run(f"MATCH p = (a:Person)-[:ATTENDED{hops}]-(b) RETURN b.id AS id, length(p) AS length")
        assert found.rows == (("f", 1),)
    assert store.run("RETURN [2*3] AS six").rows == (([6],),)


def test_rows_become_dicts_and_a_data_frame(store: Store) -> None:
    store.write(conference_graph())
    found = store.run("MATCH (f:Forum) RETURN f.name AS forum, f.city AS city ORDER BY forum")
    assert found.as_dicts()[0] == {"forum": "Antalya Summit", "city": "Antalya"}
    frame = found.to_pandas()
    assert list(frame.columns) == ["forum", "city"]
    assert frame["forum"].tolist() == [row[0] for row in found.rows]
