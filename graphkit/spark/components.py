"""Connected components, found by the cluster without holding a whole component anywhere.

The algorithm is that of large and small stars (R. Kiveris et al., Connected components in MapReduce and beyond, 2014):
each node points its greater neighbours, then its lesser ones, at the least of them, until nothing changes; every node
then points at the least of its component.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit.spark.stages import Stages

LINKS: Final = "left string, right string"
"""The schema of pairs that are connected."""


def components(links: DataFrame, stages: Stages, name: str) -> DataFrame:
    """Find what is connected.

    Args:
        links: pairs with the columns of `LINKS`, in any order and as often as may be.
        stages: keep every round.
        name: begins the names of the rounds.

    Returns:
        columns `node` and `component`, the least node that it is connected with; a row for every node with a link.
    """
    found = stages.once(f"{name}-0", partial(_directed, links))
    before, round_ = None, 0
    while (now := _state(found)) != before:
        before, round_ = now, round_ + 1
        found = stages.once(f"{name}-{round_}", partial(_small_star, _large_star(found)))
    stars = found.select(F.col("lesser").alias("component"), F.col("greater").alias("node"))
    roots = stars.select("component", F.col("component").alias("node"))
    return stars.union(roots).select("node", "component").distinct()


def _directed(links: DataFrame) -> DataFrame:
    ends = (F.greatest("left", "right").alias("greater"), F.least("left", "right").alias("lesser"))
    return links.where(F.col("left") != F.col("right")).select(*ends).distinct()


def _large_star(links: DataFrame) -> DataFrame:
    """Point the greater neighbours of each node at the least of its neighbours and itself."""
    forth = links.select(F.col("lesser").alias("node"), F.col("greater").alias("neighbour"))
    back = links.select(F.col("greater").alias("node"), F.col("lesser").alias("neighbour"))
    least = back.groupBy("node").agg(F.min("neighbour").alias("least"))
    return (
        forth.join(least, "node", "left")
        .select(F.col("neighbour").alias("greater"), F.coalesce("least", "node").alias("lesser"))
        .distinct()
    )


def _small_star(links: DataFrame) -> DataFrame:
    """Point the lesser neighbours of each node, and itself, at the least of them."""
    least = links.groupBy("greater").agg(F.min("lesser").alias("least"))
    others = links.join(least, "greater").where(F.col("lesser") != F.col("least"))
    moved = others.select(F.col("lesser").alias("greater"), F.col("least").alias("lesser"))
    return moved.union(least.select("greater", F.col("least").alias("lesser"))).distinct()


def _state(links: DataFrame) -> tuple[int, int | None]:
    """What is the same as long as the links are."""
    count, content = links.agg(F.count("*"), F.bit_xor(F.xxhash64("greater", "lesser"))).collect()[0]
    return count, content
