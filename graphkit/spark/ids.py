"""The ids of entities, as `graphkit.resolve.ids.entity_ids` gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit.resolve.ids import slug, suffixed
from graphkit.spark.batches import MEMBERS, gathered, mapped, members_of

_SLUGS: Final = "article string, subject string, slug string"
_IDS: Final = "article string, subject string, entity string"


def entity_ids(placed: DataFrame) -> DataFrame:
    """Give every entity its id; of namesakes the first has the plain one.

    Args:
        placed: every subject, with its `label`, `name`, and `first`, the first subject of its entity.

    Returns:
        columns `first` and `entity`.
    """
    counted = placed.groupBy("first", "label", "name").agg(F.count("*").alias("times"))
    entities = gathered(counted, ["first", "label"], ["name", "times"]).select("first.*", "label", MEMBERS)
    first = F.struct("article", "subject").alias("first")
    slugs = mapped(entities, _slugs, _SLUGS).select(first, "slug")
    plain = slugs.groupBy("slug").agg(F.min("first").alias("plain"))
    told = slugs.join(plain, "slug").select("first.*", "slug", (F.col("first") == F.col("plain")).alias("is_plain"))
    return mapped(told, _ids, _IDS).select(first, "entity")


def _slugs(rows: Iterator[tuple[str, str, str, str]]) -> Iterable[tuple[str, str, str]]:
    for article, subject, label, members in rows:
        yield article, subject, slug(label, {its["name"]: its["times"] for its in members_of(members)})


def _ids(rows: Iterator[tuple[str, str, str, bool]]) -> Iterable[tuple[str, str, str]]:
    for article, subject, plain, is_plain in rows:
        yield article, subject, plain if is_plain else suffixed(plain, (article, subject))
