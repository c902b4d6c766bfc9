"""The tables of a graph as files: Parquet, and CSV for Neo4j's offline import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit.export.csv_table import line_of
from graphkit.export.neo4j_admin import OPTIONS, edge_cells, edge_heads, node_cells, node_heads
from graphkit.export.rows import EDGE_HEAD, EdgeRow, NodeRow
from graphkit.spark.batches import RowFunction, mapped
from graphkit.spark.derivation import SparkGraph
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES

ARGUMENTS: Final = "arguments"


def write_parquet(graph: SparkGraph, folder: str) -> None:
    """Write the tables `nodes.parquet` and `edges.parquet`, with the columns that `graphkit export` gives them.

    Args:
        graph: what is written.
        folder: of any file system that Spark writes to; tables of these names in it are replaced.
    """
    graph.nodes.write.mode("overwrite").parquet(f"{folder.rstrip('/')}/nodes.parquet")
    graph.edges.write.mode("overwrite").parquet(f"{folder.rstrip('/')}/edges.parquet")


def write_neo4j_admin(graph: SparkGraph, folder: str) -> None:
    """Write CSV for `neo4j-admin database import full`: a folder for each label and type, and one with the arguments.

    Spark writes a table as many files, so each label and type is a folder with its head and its parts:

        cat arguments/part-* > import.args
        neo4j-admin database import full neo4j @import.args

    Args:
        graph: what is written.
        folder: of any file system that Spark writes to; folders of these names in it are replaced. The import reads
            it on the server's machine.

    Raises:
        pyspark.errors.PythonException: a name holds the character U+001F, which these files part names with.
    """
    folder = folder.rstrip("/")
    arguments = list(OPTIONS)
    for label, declared in NODE_PROPERTIES.items():
        nodes = graph.nodes.where(F.col("label") == label).select("id", *(its.name for its in declared))
        _write_lines(nodes, partial(_node_lines, label, nodes.columns), f"{folder}/{label}", node_heads(declared))
        arguments.append(f"--nodes={label}=./{label}/head/part-.*,./{label}/rows/part-.*")
    for type_, declared in EDGE_PROPERTIES.items():
        edges = graph.edges.where(F.col("type") == type_).select(*EDGE_HEAD, *(its.name for its in declared))
        _write_lines(edges, partial(_edge_lines, edges.columns), f"{folder}/{type_}", edge_heads(declared))
        arguments.append(f"--relationships={type_}=./{type_}/head/part-.*,./{type_}/rows/part-.*")
    _write_text(graph.nodes, arguments, f"{folder}/{ARGUMENTS}")


def _write_lines(table: DataFrame, lines: RowFunction, folder: str, heads: list[str]) -> None:
    mapped(table, lines, "value string").write.mode("overwrite").text(f"{folder}/rows")
    _write_text(table, [",".join(heads)], f"{folder}/head")


def _write_text(table: DataFrame, lines: list[str], folder: str) -> None:
    text = table.sparkSession.createDataFrame([("\n".join(lines),)], "value string")
    text.coalesce(1).write.mode("overwrite").text(folder)


def _node_lines(label: str, names: list[str], rows: Iterator[tuple[Any, ...]]) -> Iterable[tuple[str]]:
    for node, *values in rows:
        properties = {name: _plain(value) for name, value in zip(names[1:], values, strict=True)}
        yield (line_of(node_cells(NodeRow(node, label, properties))),)


def _edge_lines(names: list[str], rows: Iterator[tuple[Any, ...]]) -> Iterable[tuple[str]]:
    for source, target, key, type_, *values in rows:
        properties = dict(zip(names[len(EDGE_HEAD) :], values, strict=True))
        yield (line_of(edge_cells(EdgeRow(source, target, key, type_, properties))),)


def _plain(value: Any) -> Any:
    """A list that Arrow gave as an array is a list again."""
    return value.tolist() if hasattr(value, "tolist") else value
