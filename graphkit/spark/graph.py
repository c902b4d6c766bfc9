"""Nodes and edges as tables, with the columns of graphkit's own Parquet export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    DoubleType,
    LongType,
    StringType,
    StructField,
    StructType,
)

from graphkit import vocabulary
from graphkit.export.rows import EDGE_COLUMNS, EDGE_HEAD, NODE_COLUMNS, NODE_HEAD
from graphkit.graph import article_id, article_node, edges_of
from graphkit.ledger.written import read_again
from graphkit.portraits import Portrait
from graphkit.records import ARTICLE_SUBJECT
from graphkit.spark.batches import MEMBERS, gathered, mapped, members_of
from graphkit.stores.rows import edge_row, node_row
from graphkit.vocabulary import EVIDENCE, Property, PropertyType

_TYPES: Final[dict[PropertyType, DataType]] = {
    "string": StringType(),
    "strings": ArrayType(StringType()),
    "integer": LongType(),
    "float": DoubleType(),
    "boolean": BooleanType(),
}
NODE_NAMES: Final = (*NODE_HEAD, *(its.name for its in NODE_COLUMNS))
EDGE_NAMES: Final = (*EDGE_HEAD, *(its.name for its in (*EDGE_COLUMNS, *EVIDENCE)))
_ENDS: Final = ("source_label", "target_label")


def _schema(names: Iterable[str], columns: Iterable[Property]) -> StructType:
    fields = [StructField(name, StringType()) for name in names]
    return StructType(fields + [StructField(its.name, _TYPES[its.type]) for its in columns])


_NODES: Final = _schema(NODE_HEAD, NODE_COLUMNS)
_EDGES: Final = _schema((*_ENDS, *EDGE_HEAD), (*EDGE_COLUMNS, *EVIDENCE))


def nodes_of(readings: DataFrame, resolution: DataFrame) -> DataFrame:
    """The nodes: articles, and the entities with all that is said of them.

    Args:
        readings: the column `reading` of `graphkit.ledger.written.written`.
        resolution: every subject with its `label`, `said` and `entity`.
    """
    articles = mapped(readings.select("reading"), _article_nodes, _NODES)
    saying = F.explode(F.from_json("said", "array<array<string>>")).alias("saying")
    said = resolution.select("entity", "label", saying)
    said = said.select("entity", "label", F.col("saying")[0].alias("what"), F.col("saying")[1].alias("value"))
    counted = said.groupBy("entity", "label", "what", "value").agg(F.count("*").alias("times"))
    portraits = gathered(counted, ["entity", "label"], ["what", "value", "times"])
    return articles.union(mapped(portraits, _entity_nodes, _NODES))


def edges_with_labels(readings: DataFrame, resolution: DataFrame) -> DataFrame:
    """The edges, with the labels of their ends before the columns of `EDGE_NAMES`; the arguments are as for nodes."""
    ids = gathered(resolution, ["article"], ["subject", "label", "entity"]).withColumnRenamed("article", "key")
    return mapped(readings.join(ids, "key", "left").select("reading", MEMBERS), _edges, _EDGES)


def _article_nodes(rows: Iterator[tuple[bytes]]) -> Iterable[tuple[Any, ...]]:
    for (reading,) in rows:
        article = read_again(reading).article
        yield _node(article_id(article.key), article_node(article))


def _entity_nodes(rows: Iterator[tuple[str, str, str]]) -> Iterable[tuple[Any, ...]]:
    for entity, label, members in rows:
        said = Counter({(its["what"], its["value"]): its["times"] for its in members_of(members)})
        yield _node(entity, Portrait(label, said).node())


def _node(node: str, data: Mapping[str, Any]) -> tuple[Any, ...]:
    row = node_row(data["label"], node, data) | {"label": data["label"]}
    return tuple(row.get(name) for name in NODE_NAMES)


def _edges(rows: Iterator[tuple[bytes, str | None]]) -> Iterable[tuple[Any, ...]]:
    for data, members in rows:
        reading = read_again(data)
        subjects = members_of(members) if members is not None else []
        itself = article_id(reading.article.key)
        ids = {its["subject"]: its["entity"] for its in subjects} | {ARTICLE_SUBJECT: itself}
        labels = {its["entity"]: its["label"] for its in subjects} | {itself: vocabulary.ARTICLE}
        found = {(source, target, key): given for source, target, key, given in edges_of(reading, ids)}
        for (source, target, key), given in found.items():
            row = edge_row(given["type"], source, target, key, given) | {"type": given["type"]}
            yield (labels[source], labels[target], *(row.get(name) for name in EDGE_NAMES))
