"""The graph of more articles than one machine takes in, on Apache Spark: the same nodes and edges as on one machine.

Every step is a Parquet table in a working folder, so that a run that was killed goes on where it was, and a task that
is tried again doubles nothing. Rows are read and written by the same functions as on one machine; Spark brings those
together that have to be looked at together. See `docs/spark.md`.

Example:
    >>> from graphkit.spark import derive_graph, read_articles, write_parquet
    >>> articles, refused = read_articles(spark, "s3a://news/2025/*.jsonl")  # doctest: +SKIP
    >>> graph = derive_graph(articles, "s3a://news/work")  # doctest: +SKIP
    >>> write_parquet(graph, "s3a://news/graph")  # doctest: +SKIP
"""

from __future__ import annotations

from graphkit.errors import GraphkitError

try:
    import pandas as _pandas  # noqa: F401
    import pyspark as _pyspark  # noqa: F401
except ImportError as error:
    raise GraphkitError('Spark is not installed; get it with: pip install "forum-graphkit[spark]"') from error

from graphkit.spark.derivation import SparkGraph, derive_graph
from graphkit.spark.into_neo4j import write_neo4j
from graphkit.spark.reading import ReadArticles, read_articles
from graphkit.spark.writing import write_neo4j_admin, write_parquet

__all__ = [
    "ReadArticles",
    "SparkGraph",
    "derive_graph",
    "read_articles",
    "write_neo4j",
    "write_neo4j_admin",
    "write_parquet",
]
