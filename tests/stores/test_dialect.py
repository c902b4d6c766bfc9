"""What the engines take differently: found in a text, and named in the embedded engine's errors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sample_graph import conference_graph

from graphkit.errors import QueryError
from graphkit.stores import Store, open_store
from graphkit.stores.cypher_text import bare
from graphkit.stores.dialect import DIVERGENCES

# For each divergence of the table a query that has it.
EXAMPLES = (
    "MATCH (a:Person) MATCH p = shortestPath((a)-[*..3]-(b:Person)) RETURN p",
    "CALL { MATCH (n) RETURN n } RETURN n",
    "MATCH (a) WHERE EXISTS { (a)-[:ATTENDED]->() } RETURN a",
    "RETURN [x IN [1, 2] WHERE x > 1] AS y",
    "RETURN reduce(s = 0, x IN [1, 2] | s + x) AS y",
    "MATCH (n:Person) RETURN n {.name, .id} AS m",
    "MATCH (n) FOREACH (x IN [1] | SET n.a = x)",
    "MATCH (n) WHERE n:Person RETURN n.id",
    "MATCH (n:Person) SET n += {name: 'x'}",
    "MATCH (n:Person) REMOVE n.name",
    "MATCH (n:Person) RETURN n['name'] AS x",
    "RETURN 'a' || 'b' AS x",
    "MATCH (n)-[r]->() WHERE 1 < r.start < 10 RETURN r.key",
    "MATCH (n:Person&!Agency) RETURN n.id",
    "MATCH (a)-[:ATTENDED]->{1,3}(b) RETURN b.id",
    "RETURN stDev(1) AS x",
    "RETURN round(1.5) AS x",
    "RETURN substring('abc', 1) AS x",
    "RETURN datetime() AS x",
    "MATCH (a)-[:ATTENDED]->(b)<-[:ATTENDED]-(c) RETURN c.id",
    "MATCH (a:Person), (b:Person) RETURN a.id",
    "MATCH (n:Person:Agency) RETURN n.id",
    "RETURN reverse([1, 2]) AS x",
    "MATCH (n) WHERE any(x IN n.aliases WHERE x = $name) RETURN n",
    "MATCH (n) WHERE $name IS NULL OR n.name = $name RETURN n",
    "MATCH (n) WITH n ORDER BY n.name RETURN collect(n.name) AS xs",
    "MATCH (n) OPTIONAL MATCH (m:Person) WHERE n.city IS NULL RETURN m",
    "MATCH (n) OPTIONAL MATCH p = (n)-[:QUOTED_AT]->(f) RETURN length(p) AS hops",
)
CASES = list(zip(DIVERGENCES, EXAMPLES, strict=True))


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("dialect") / "graph.lbug")) as store:
        store.write(conference_graph())
        yield store


@pytest.mark.parametrize(("its", "example"), CASES, ids=[its.what for its in DIVERGENCES])
def test_divergence_is_found_in_its_example(its, example: str) -> None:
    assert its.pattern.search(bare(example))


@pytest.mark.parametrize(
    ("its", "example"),
    [case for case in CASES if not case[0].silent],
    ids=[d.what for d in DIVERGENCES if not d.silent],
)
def test_error_names_what_the_engine_lacks_and_the_portable_spelling(embedded: Store, its, example: str) -> None:
    with pytest.raises(QueryError) as caught:
        embedded.run(example, write="SET" in example or "REMOVE" in example)
    assert f"does not know {its.what}; instead: {its.instead}." in str(caught.value)


@pytest.mark.parametrize(
    ("cypher", "says"),
    [
        (
            "RETURN 1 AS order",
            "The name order is a reserved word of the embedded engine; put it in backquotes: `order`.",
        ),
        ("MATCH (p:Persn) RETURN p.id", "Did you mean Person?"),
        ("MATCH (p:Person)-[:ATENDED]->(f) RETURN p.id", "Did you mean ATTENDED?"),
        ("MATCH (p:Person) RETURN p.nam AS name", "Did you mean name?"),
        ("MATCH (p:Zebra) RETURN p.id", "There are: Person, Agency, Country"),
    ],
)
def test_error_in_a_name_says_what_to_write(embedded: Store, cypher: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        embedded.run(cypher)
    assert says in str(caught.value)


def test_error_of_another_kind_gets_no_hint(embedded: Store) -> None:
    with pytest.raises(QueryError) as caught:
        embedded.run("MATCH (n) RETRN n.name")
    assert len(str(caught.value).splitlines()) == 3
