"""Which subjects of which articles are one entity, as `graphkit.resolve.resolve` says, block by block.

Blocks hold profiles, not subjects: of a name that millions of articles have there are few, and they stand for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit.ledger.profiles import profile_key
from graphkit.resolve.clusters import clustered_profiles
from graphkit.resolve.conflicts import CONFLICTS
from graphkit.spark.batches import gathered, mapped, members_of
from graphkit.spark.ids import entity_ids
from graphkit.spark.stages import Stages
from graphkit.spark.subjects import CANDIDATE, candidate_of, digest_of, profiles_of
from graphkit.spark.variants import variants_joined

_CLUSTERED: Final = "profile string, article string, subject string"


def resolve(subjects: DataFrame, stages: Stages) -> DataFrame:
    """Give every subject its entity.

    Args:
        subjects: as `graphkit.spark.subjects.subjects_of` gives them.
        stages: keep what is found on the way.

    Returns:
        columns `article`, `subject`, `label`, `said`, and `entity`, its id.
    """
    profiles = stages.once("profiles", partial(profiles_of, subjects))
    clusters = stages.once("clusters", partial(_clusters, profiles))
    itself = F.struct("article", "subject")
    clustered = subjects.join(clusters, "profile").withColumn("cluster", F.coalesce("cluster", itself))
    joined = variants_joined(profiles.join(clusters, "profile"), clustered, stages)
    entities = clustered.join(joined, "cluster", "left").withColumn("first", F.coalesce("first", "cluster"))
    placed = stages.once("placed", lambda: entities.select("article", "subject", "label", "name", "said", "first"))
    ids = stages.once("entities", partial(entity_ids, placed))
    return stages.once(
        "resolution", lambda: placed.join(ids, "first").select("article", "subject", "label", "said", "entity")
    )


def _clusters(profiles: DataFrame) -> DataFrame:
    """The cluster of each profile, named by its first subject; null where each of its subjects stays by itself."""
    blocks = gathered(profiles.withColumn("block", F.col("key")), ["label", "block"], list(CANDIDATE))
    cluster = F.when(F.col("article").isNotNull(), F.struct("article", "subject")).alias("cluster")
    return mapped(blocks.drop("block"), _clustered, _CLUSTERED).select("profile", cluster)


def _clustered(rows: Iterator[tuple[str, str]]) -> Iterable[tuple[str, str | None, str | None]]:
    for label, members in rows:
        candidates = [candidate_of(row) for row in members_of(members)]
        clusters, alone = clustered_profiles(candidates, CONFLICTS[label])
        for candidate in alone:
            yield digest_of(profile_key(candidate)), None, None
        for cluster in clusters:
            for candidate in cluster:
                yield digest_of(profile_key(candidate)), *cluster[0].reference
