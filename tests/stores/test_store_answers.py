"""What every store answers and what it refuses, on the real engines; the graph that it holds stays as it is."""

from __future__ import annotations

import networkx as nx
import pytest
from sample_graph import conference_graph

from graphkit.errors import QueryError, VocabularyError
from graphkit.records import Article
from graphkit.stores import Store


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
def test_graph_outside_the_model_is_refused_and_nothing_written(conference: Store, spoil, says: str) -> None:
    spoiled = conference_graph()
    spoiled.remove_node("country/ke")
    spoil(spoiled)
    with pytest.raises(VocabularyError, match=says):
        conference.write(spoiled)
    assert nx.utils.graphs_equal(conference.read(), conference_graph())


def test_articles_come_back_as_they_were_read(conference: Store) -> None:
    assert conference.articles() == [
        Article("x1", "First text.", title="Summit opens", url="https://example.org/1", date="2025-11-10"),
        Article("x2", "Second text.", source="A paper", author="Nigar Ali; John Holt"),
        Article("x3", "Third text."),
    ]


def test_nodes_come_as_plain_dicts_without_nulls(conference: Store) -> None:
    found = conference.run("MATCH (f:Forum) WHERE f.id = $id RETURN f", {"id": "forum/summit"})
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


def test_relationships_name_their_ends_even_alone(conference: Store) -> None:
    found = conference.run("MATCH ()-[r:HELD_IN]->() RETURN r ORDER BY r.key")
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


def test_paths_and_nested_values_are_plain(conference: Store) -> None:
    found = conference.run(
        "MATCH p = (a:Person)-[r:REPRESENTS]->(b:Country) RETURN p, [a] AS people, {who: a.name, edge: r} AS map"
    )
    path, people, map_ = found.rows[0]
    assert [node["id"] for node in path["nodes"]] == ["person/seyma", "country/tr"]
    assert path["relationships"] == [map_["edge"]]
    assert people == path["nodes"][:1]
    assert map_["who"] == "Şeyma Çelik"
    assert map_["edge"]["source"] == "person/seyma"


def test_numbers_dates_and_nulls_are_plain(conference: Store) -> None:
    found = conference.run(
        "UNWIND [1, 2] AS x RETURN sum(x) AS total, 0.5 AS half, null AS nothing, date('2025-11-10') AS day"
    )
    assert found.rows == ((3, 0.5, None, "2025-11-10"),)
    assert [type(value) for value in found.rows[0]] == [int, float, type(None), str]


def test_neo4js_functions_and_the_name_end_work(conference: Store) -> None:
    found = conference.run(
        "MATCH (f:Forum)-[r:HELD_IN]->(c) WHERE r.end > 0 AND r.key = 'x1-300' "
        "RETURN labels(c) AS labels, head(labels(f)) AS label, type(r) AS type, toString(r.end) AS text, "
        "toInteger('7') AS seven, toFloat('0.5') AS half, split('a,b', ',') AS parts, "
        "'labels(n).end' AS quoted, "
        "CASE WHEN r.end > 0 THEN 'yes' ELSE 'no' END AS sure, r.end AS end ORDER BY end"
    )
    expected = (["Country"], "Forum", "HELD_IN", "305", 7, 0.5, ["a", "b"], "labels(n).end", "yes", 305)
    assert found.rows == (expected,)
    assert found.columns[-1] == "end"


def test_optional_match_over_an_absent_pair_finds_nothing(conference: Store) -> None:
    found = conference.run(
        "MATCH (c:Country) OPTIONAL MATCH (c)-[r:QUOTED_AT]->(f) WITH c, count(r) AS quotes "
        "RETURN c.name AS name, quotes, EXISTS { MATCH (c)-[:REPRESENTS]->(x) } AS represents ORDER BY name"
    )
    assert found.rows == (("Kenya", 0, False), ("Türkiye", 0, False))


def test_path_that_optional_match_does_not_find_is_null(conference: Store) -> None:
    found = conference.run("MATCH (c:Country) OPTIONAL MATCH p = (c)-[:QUOTED_AT]->(f) RETURN p")
    assert found.rows == ((None,), (None,))


@pytest.mark.parametrize(("limit", "rows", "truncated"), [(None, 15, False), (15, 15, False), (4, 4, True)])
def test_limit_cuts_the_rows_and_says_so(conference: Store, limit, rows: int, truncated: bool) -> None:
    found = conference.run("MATCH (n) RETURN n.id AS id ORDER BY id", limit=limit)
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
def test_query_that_is_no_question_is_refused(conference: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        conference.run(cypher)
    assert nx.utils.graphs_equal(conference.read(), conference_graph())


def test_syntax_error_shows_the_line_with_a_caret(conference: Store) -> None:
    with pytest.raises(QueryError) as caught:
        conference.run("MATCH (n)\n  WHERE n.end > 0 AND labels(n) = [] RETRN n")
    message = str(caught.value)
    assert message.startswith("Line 2, column 38 of the query:")
    assert "'RETRN'" in message.splitlines()[0]
    shown, caret = message.splitlines()[1:]
    assert shown[caret.index("^") :].startswith("RETRN")


@pytest.mark.parametrize(
    ("cypher", "says"),
    [("MATCH (n) RETURN nobody", "nobody"), ("RETURN no_such_function(1)", "(?i)no_such_function")],
)
def test_error_in_a_query_names_what_is_wrong(conference: Store, cypher: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        conference.run(cypher)


def test_missing_parameter_is_named(conference: Store) -> None:
    with pytest.raises(QueryError, match=r"\$name"):
        conference.run("MATCH (p:Person) WHERE p.name = $name RETURN p")


def test_dollar_in_a_string_is_no_parameter(conference: Store) -> None:
    assert conference.run("RETURN '$5 // not a comment' AS price // $nor_this").rows == (("$5 // not a comment",),)


@pytest.mark.parametrize("value", [2**70, "half a pair \ud83d"])
def test_parameter_that_cannot_be_sent_is_refused(conference: Store, value: object) -> None:
    with pytest.raises(QueryError, match="parameter"):
        conference.run("RETURN $value AS value", {"value": value})
    assert conference.run("RETURN 1 AS one").rows == ((1,),)


def test_query_over_its_time_is_stopped(conference: Store) -> None:
    with pytest.raises(QueryError, match=r"longer than 0\.3 s"):
        conference.run("UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN sum(x * y) AS z", timeout=0.3)
    assert conference.run("RETURN 1 AS one").rows == ((1,),)


def test_property_that_a_label_lacks_is_null(conference: Store) -> None:
    found = conference.run(
        "MATCH (p:Person)-[r]->(f:Forum) RETURN DISTINCT p.city AS city, p.iso2 AS iso2, r.surface AS surface, "
        "f.sha256 IS NULL AS lacks"
    )
    assert found.rows == ((None, None, None, True),)


def test_rows_become_dicts_and_a_data_frame(conference: Store) -> None:
    found = conference.run("MATCH (f:Forum) RETURN f.name AS forum, f.city AS city ORDER BY forum")
    assert found.as_dicts()[0] == {"forum": "Antalya Summit", "city": "Antalya"}
    frame = found.to_pandas()
    assert list(frame.columns) == ["forum", "city"]
    assert frame["forum"].tolist() == [row[0] for row in found.rows]
