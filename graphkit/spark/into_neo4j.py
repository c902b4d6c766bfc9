"""The tables of a graph into Neo4j, by Neo4j's own connector for Spark."""

from __future__ import annotations

from typing import Final

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit import vocabulary
from graphkit.errors import StoreError
from graphkit.spark.derivation import SparkGraph
from graphkit.spark.failures import SPARK_ERRORS, reason_of
from graphkit.stores import open_store
from graphkit.stores.credentials import find_credentials
from graphkit.stores.neo4j_namespace import split_namespace
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES

CONNECTOR_PACKAGE: Final = "org.neo4j:neo4j-connector-apache-spark_2.13:5.3.8_for_spark_3"
"""Its Maven coordinates: the release that the tests run, on Spark 4."""

_CONNECTOR: Final = "org.neo4j.spark.DataSource"
_ROWS_AT_ONCE: Final = "10000"


def write_neo4j(graph: SparkGraph, url: str) -> None:
    """Write the graph into a Neo4j database, by the connector `CONNECTOR_PACKAGE`, which Spark has to be started with.

    Nodes and edges are merged by their ids and keys, so a write that was cut short, or a task that is tried again,
    doubles nothing. What the database holds of another graph stays: write into an empty one.

    Args:
        graph: what is written.
        url: as for `graphkit load --store`; the credentials come from the environment of the driver.

    Raises:
        StoreError: the server cannot be reached or refuses, or this Spark has no connector.
    """
    address, namespace = split_namespace(url)
    with open_store(url) as store:
        store.prepare()
    credentials = find_credentials(address)
    options = {"url": address, "batch.size": _ROWS_AT_ONCE, "authentication.type": "none"}
    if credentials.password:
        options |= {
            "authentication.type": "basic",
            "authentication.basic.username": credentials.username,
            "authentication.basic.password": credentials.password,
        }
    if credentials.database:
        options["database"] = credentials.database
    for label, declared in NODE_PROPERTIES.items():
        nodes = graph.nodes.where(F.col("label") == label).select("id", *(its.name for its in declared))
        _write(nodes, options | {"labels": f":{namespace.prefix}{label}", "node.keys": "id"}, address)
    for type_, edge_type in vocabulary.EDGE_TYPES.items():
        for source, target in sorted(edge_type.ends):
            edges = _edges(graph, type_, source, target)
            ends = (namespace.prefix + source, namespace.prefix + target)
            _write(edges, options | _relationship(namespace.prefix + type_, *ends, EDGE_PROPERTIES[type_]), address)


def _edges(graph: SparkGraph, type_: str, source: str, target: str) -> DataFrame:
    ends = (F.col("source_label") == source) & (F.col("target_label") == target)
    found = graph.edges_with_labels.where((F.col("type") == type_) & ends)
    # Two writers that lock the same nodes wait for each other, so edges go by one.
    return found.select("source", "target", "key", *(its.name for its in EDGE_PROPERTIES[type_])).coalesce(1)


def _relationship(type_: str, source: str, target: str, declared: tuple[vocabulary.Property, ...]) -> dict[str, str]:
    options = {"relationship": type_, "relationship.save.strategy": "keys", "relationship.keys": "key"}
    for end, label in (("source", source), ("target", target)):
        options |= {
            f"relationship.{end}.labels": f":{label}",
            f"relationship.{end}.node.keys": f"{end}:id",
            f"relationship.{end}.save.mode": "Match",
        }
    return options | {"relationship.properties": ",".join(its.name for its in declared)}


def _write(table: DataFrame, options: dict[str, str], address: str) -> None:
    try:
        table.write.format(_CONNECTOR).mode("Overwrite").options(**options).save()
    except SPARK_ERRORS as error:
        raise StoreError(
            f"Spark could not write into {address} ({reason_of(error)}). Start it with --packages "
            f"{CONNECTOR_PACKAGE}, and look whether the server answers the workers."
        ) from error
