"""The stages in their order, as in `graphkit.pipeline.derive_graph`: copies → readings → who is who → graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit.errors import ArticleError
from graphkit.extract import extract, unread
from graphkit.ledger.written import written
from graphkit.records import Article
from graphkit.spark.batches import mapped
from graphkit.spark.copies import find_copies
from graphkit.spark.graph import EDGE_NAMES, edges_with_labels, nodes_of
from graphkit.spark.reading import COLUMNS, one_of_each
from graphkit.spark.resolution import resolve
from graphkit.spark.stages import stages_of
from graphkit.spark.subjects import subjects_of

_Given: TypeAlias = tuple[str, str, str | None, str | None, str | None, str | None, str | None, bool]
"""The columns of an article, and whether it is a copy."""

_ARTICLES_IN_A_TASK: Final = 500
"""Half a minute of work or less: what is lost with a task."""


@dataclass(frozen=True)
class SparkGraph:
    """A graph as tables.

    Attributes:
        nodes: the columns `id`, `label` and those of all properties of nodes; other labels' are null.
        edges_with_labels: `source_label` and `target_label` before the columns of `edges`.
        resolution: `article`, `subject`, `label`, and `entity`, its id, for every subject of every article.
        copies: `key` of each article that is a copy, and `copy_of`, the one that counts for it.
    """

    nodes: DataFrame
    edges_with_labels: DataFrame
    resolution: DataFrame
    copies: DataFrame

    @property
    def edges(self) -> DataFrame:
        """The columns `source`, `target`, `key`, `type`, those of all properties of edges, and the evidence."""
        return self.edges_with_labels.select(*EDGE_NAMES)


def derive_graph(articles: DataFrame, work: str) -> SparkGraph:
    """Derive the graph of articles: the nodes and edges that `graphkit.pipeline.derive_graph` derives of them.

    Args:
        articles: columns key, text, title, source, url, date and author (the last five may be null), as
            `read_articles` reads them; their order does not matter.
        work: a folder for the tables of all steps, of any file system that Spark writes to. A run for the same
            articles by the same version of graphkit goes on with what is there.

    Raises:
        ArticleError: there is no article, one has no key or text, or two texts have one key.
    """
    given = articles.select(*COLUMNS)
    stages, count = stages_of(given, work)
    if not count:
        raise ArticleError("The table has no articles. Check what was read, and what was refused.")
    kept = stages.once("articles", partial(one_of_each, given))
    copies = stages.once("copies", partial(find_copies, kept, stages))
    readings = stages.once("readings", partial(_readings, kept, copies, count // _ARTICLES_IN_A_TASK + 1))
    subjects = stages.once("subjects", partial(subjects_of, readings))
    resolution = resolve(subjects, stages)
    nodes = stages.once("nodes", partial(nodes_of, readings, resolution))
    edges = stages.once("edges", partial(edges_with_labels, readings, resolution))
    return SparkGraph(nodes, edges, resolution.drop("said"), copies)


def _readings(articles: DataFrame, copies: DataFrame, tasks: int) -> DataFrame:
    """What each article says, as `graphkit.ledger.written.written` writes it."""
    told = articles.join(copies, "key", "left").select(*COLUMNS, F.col("copy_of").isNotNull().alias("is_copy"))
    return mapped(told.repartition(tasks, "key"), _read, "key string, reading binary")


def _read(rows: Iterator[_Given]) -> Iterable[tuple[str, bytes]]:
    for key, text, title, source, url, date, author, is_copy in rows:
        article = Article(key, text, title, source, url, date, author)
        yield key, written(unread(article) if is_copy else extract(article))
