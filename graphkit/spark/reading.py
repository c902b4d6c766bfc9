"""Articles as a table: out of JSON Lines and Parquet, and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from functools import partial
from typing import Final, NamedTuple

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812

from graphkit.errors import ArticleError
from graphkit.read import USUAL_FIELDS, FieldNames
from graphkit.read.fields import article_of
from graphkit.read.refusal import Unreadable
from graphkit.read.tables import record_of_line
from graphkit.records import Article
from graphkit.spark.batches import mapped
from graphkit.spark.failures import SPARK_ERRORS, reason_of

COLUMNS: Final = tuple(field.name for field in fields(Article))

_REFUSED: Final = ("reason", "advice", "record")
_READ_SCHEMA: Final = ", ".join(f"{name} string" for name in (*COLUMNS, *_REFUSED))


class ReadArticles(NamedTuple):
    """What was read.

    Attributes:
        articles: columns key, text, title, source, url, date, author.
        refused: columns reason, advice and record (as JSON), a row for each that is no article.
    """

    articles: DataFrame
    refused: DataFrame


def read_articles(
    spark: SparkSession, paths: str | list[str], names: FieldNames = USUAL_FIELDS, *, parquet: bool = False
) -> ReadArticles:
    """Read articles, one from every line of JSON Lines or every row of Parquet.

    They are read as `graphkit load` reads them: by the same names of fields, normalised alike.

    Args:
        spark: the session.
        paths: files, folders and patterns of any file system that Spark reads, also compressed.
        names: how the fields of records are called.
        parquet: they are Parquet, not JSON Lines.

    Raises:
        ArticleError: Spark finds nothing there, or cannot read it.
    """
    listed = [paths] if isinstance(paths, str) else paths
    try:
        if parquet:
            records = spark.read.parquet(*listed).select(F.to_json(F.struct("*")).alias("value"))
        else:
            records = spark.read.text(listed)
    except SPARK_ERRORS as error:
        raise ArticleError(f"{', '.join(listed)}: Spark cannot read this ({reason_of(error)}).") from error
    read = mapped(records.select("value"), partial(_articles, names), _READ_SCHEMA)
    articles = read.where(F.col("reason").isNull()).select(*COLUMNS)
    return ReadArticles(articles, read.where(F.col("reason").isNotNull()).select(*_REFUSED))


def _articles(names: FieldNames, lines: Iterator[tuple[str]]) -> Iterable[tuple[str | None, ...]]:
    for (line,) in lines:
        if not line.strip():
            continue
        try:
            its = article_of(record_of_line(line), names)
        except Unreadable as error:
            yield (*[None] * len(COLUMNS), error.reason, error.advice, line)
        else:
            yield (*astuple(its), None, None, None)


def all_columns(articles: DataFrame) -> DataFrame:
    """Articles with the columns that they may have, null where they lack one that is not needed."""
    lacking = set(COLUMNS[2:]) - set(articles.columns)
    return articles.select(*(F.lit(None).cast("string").alias(name) if name in lacking else name for name in COLUMNS))


def one_of_each(articles: DataFrame) -> DataFrame:
    """The articles, each once.

    Raises:
        ArticleError: one has no key or no text, or two texts have one key.
    """
    named = articles.select(*COLUMNS)
    if named.where(F.col("key").isNull() | F.col("text").isNull()).take(1):
        raise ArticleError("An article of the table has no key or no text. Fill the columns key and text in every row.")
    rest = F.struct(*COLUMNS[1:])
    grouped = named.groupBy("key").agg(F.min(rest).alias("its"), F.max("text").alias("other"))
    clash = grouped.where(F.col("its.text") != F.col("other")).select(F.min("key")).collect()[0][0]
    if clash is not None:
        raise ArticleError(f"Two texts of the table have the key {clash!r}. Give one of them another key.")
    return grouped.select("key", "its.*")
