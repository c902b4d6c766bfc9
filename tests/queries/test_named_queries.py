"""The named queries: their files, their parameters, and their rows on every store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from empty_store import conference_store
from expected_rows import EXPECTED, EXPECTED_OF_COLLEAGUES, colleagues_and_a_name
from sample_graph import conference_graph

from graphkit.errors import QueryError, QueryNotFound
from graphkit.packaged import packaged_folder
from graphkit.pipeline import load
from graphkit.queries import check_parameters, find_query, list_queries, run_query
from graphkit.stores import Store, open_store


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def conference(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of each kind that holds the conference graph."""
    with conference_store(request, tmp_path_factory.mktemp("queries")) as opened:
        yield opened


CASES = [(name, given, rows) for name, cases in EXPECTED.items() for given, rows in cases]


@pytest.mark.parametrize(
    ("name", "given", "rows"), CASES, ids=[f"{name} {list(given.values())}" for name, given, _ in CASES]
)
def test_query_gives_the_expected_rows(
    conference: Store, name: str, given: dict[str, str], rows: list[tuple[Any, ...]]
) -> None:
    found = run_query(conference, name, given)
    assert list(found.rows) == rows
    assert found.columns == find_query(name).columns


def test_query_gives_the_expected_rows_of_colleagues(conference: Store) -> None:
    conference.write(colleagues_and_a_name())
    try:
        for name, cases in EXPECTED_OF_COLLEAGUES.items():
            for given, rows in cases:
                assert list(run_query(conference, name, given).rows) == rows
        assert nx.utils.graphs_equal(conference.read(), colleagues_and_a_name())
    finally:
        conference.write(conference_graph())


def test_every_query_has_expected_rows() -> None:
    expected = EXPECTED | EXPECTED_OF_COLLEAGUES
    assert {query.name for query in list_queries()} == set(expected)
    assert all(any(rows for _, rows in cases) for cases in expected.values())


def test_free_cypher_runs_too(conference: Store) -> None:
    found = run_query(conference, "MATCH (p:Person) WHERE p.name = $n RETURN p.id AS id", {"n": "Bob O'Neil"})
    assert found.rows == (("person/bob",),)


def test_limit_holds_for_named_queries(conference: Store) -> None:
    found = run_query(conference, "co_attendance", limit=1)
    assert found.rows == (("Aisha Karimova", "Şeyma Çelik", 2),)
    assert found.truncated


@pytest.mark.parametrize("value", ["' OR 1=1 //", "x') DETACH DELETE n //", "$other", "\\", "`", "*"])
def test_hostile_value_of_a_parameter_finds_nothing(conference: Store, value: str) -> None:
    assert run_query(conference, "quotes_of_person", {"person": value}).rows == ()
    assert run_query(conference, "path_between", {"person": value, "other": value}).rows == ()


def test_named_query_cannot_be_made_to_write(conference: Store) -> None:
    with pytest.raises(QueryError, match="--write"):
        run_query(conference, "MATCH (n) DETACH DELETE n")


def test_queries_are_listed_by_group_and_name() -> None:
    listed = [(query.group, query.name) for query in list_queries()]
    assert listed == sorted(listed)
    assert len(listed) >= 30


def test_header_gives_purpose_parameters_and_columns() -> None:
    query = find_query("attendees-of-forum")
    assert query.purpose.startswith("Who attended a forum")
    assert query.group == "attendance"
    assert [(p.name, p.type, p.default) for p in query.parameters] == [
        ("forum", "text", None),
        ("status", "text", ""),
    ]
    assert query.parameters[0].example
    assert query.columns == ("attendee", "label", "status", "articles")


def test_unknown_query_names_near_ones() -> None:
    with pytest.raises(QueryNotFound, match=r"atendees_of_forum.*attendees_of_forum.*graphkit queries"):
        find_query("atendees_of_forum")


def test_unknown_query_without_near_ones_says_where_all_are() -> None:
    with pytest.raises(QueryNotFound, match="graphkit queries") as caught:
        find_query("zzzzzzzz")
    assert "Did you mean" not in str(caught.value)


def test_every_example_is_answered_by_the_two_articles(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph.lbug")) as store:
        load([packaged_folder("seeds")], store)
        unanswered = [
            query.name
            for query in list_queries()
            if query.parameters
            and not run_query(store, query.name, {its.name: its.example for its in query.parameters}).rows
        ]
    assert unanswered == []


def test_missing_parameter_is_named_with_an_example() -> None:
    with pytest.raises(QueryError, match="--param person="):
        check_parameters(find_query("quotes_of_person"), {})


def test_empty_value_counts_as_missing() -> None:
    with pytest.raises(QueryError, match="needs person"):
        check_parameters(find_query("quotes_of_person"), {"person": ""})


def test_unknown_parameter_is_named_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"'persom'.*it has person"):
        check_parameters(find_query("quotes_of_person"), {"person": "x", "persom": "y"})
    with pytest.raises(QueryError, match="it has none"):
        check_parameters(find_query("speakers"), {"x": "y"})


def test_value_of_the_wrong_type_is_named_with_an_example() -> None:
    with pytest.raises(QueryError, match=r"minimum to be integer, not 'two'.*--param minimum=1"):
        check_parameters(find_query("co_attendance"), {"minimum": "two"})


def test_values_are_converted_and_defaults_filled_in() -> None:
    assert check_parameters(find_query("co_attendance"), {"minimum": "3"}) == {"minimum": 3}
    assert check_parameters(find_query("co_attendance"), {"minimum": 3}) == {"minimum": 3}
    assert check_parameters(find_query("least_certain_edges"), {}) == {"below": 0.7}
