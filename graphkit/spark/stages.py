"""Steps of a run, each written as a table once it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812

from graphkit.version import __version__

_DONE: Final = "done"


class Stages:
    """The tables of one run, in a folder of any file system that Spark writes to.

    A table that was written whole is read instead of made again; what a killed run left half written is overwritten.
    """

    def __init__(self, spark: SparkSession, folder: str) -> None:
        self._spark = spark
        self._folder = folder.rstrip("/")

    def once(self, name: str, make: Callable[[], DataFrame]) -> DataFrame:
        """The table of a step, made only if no run has made it before."""
        table, done = f"{self._folder}/{name}", f"{self._folder}/{name}.{_DONE}"
        if not self._is_written(done):
            make().write.mode("overwrite").parquet(table)
            self._spark.range(1).coalesce(1).write.mode("overwrite").parquet(done)
        return self._spark.read.parquet(table)

    def _is_written(self, path: str) -> bool:
        """Whether a table of one row is there, and not just what is left of writing it."""
        try:
            return bool(self._spark.read.schema("id bigint").parquet(path).take(1))
        except AnalysisException:
            return False


def stages_of(articles: DataFrame, folder: str) -> tuple[Stages, int]:
    """The steps for these articles and this version of graphkit, and how many articles there are."""
    count, content = articles.agg(F.count("*"), F.bit_xor(F.xxhash64(*sorted(articles.columns)))).collect()[0]
    name = f"{__version__}-{count}-{(content or 0) & 0xFFFF_FFFF_FFFF_FFFF:016x}"
    return Stages(articles.sparkSession, f"{folder.rstrip('/')}/{name}"), count
