"""Resolution: which subjects of which articles are one entity, and why.

Subjects are blocked by a key made of their name; within a block what else the articles say decides. Nothing
here depends on the order of the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias

from graphkit import vocabulary
from graphkit.records import Merge, Reading, Resolution
from graphkit.resolve.candidates import candidates_of
from graphkit.resolve.clusters import Candidate, Cluster, clustered
from graphkit.resolve.conflicts import CONFLICTS
from graphkit.resolve.ids import entity_ids
from graphkit.resolve.people import join_variants

__all__ = ["resolve"]


Regroup: TypeAlias = Callable[[Sequence[Cluster], Sequence[Merge]], tuple[Sequence[Cluster], Sequence[Merge]]]
"""Joins and parts clusters, and says which merges hold afterwards."""


def resolve(readings: Sequence[Reading], regroup: Regroup | None = None) -> Resolution:
    """Give every subject of every reading its entity.

    Args:
        readings: at most one of each article, in any order.
        regroup: what people say of who is who, applied to the entities before they get their ids.

    Returns:
        an entity id for each (article key, subject key), and the reason for each merge.
    """
    blocks: defaultdict[tuple[str, tuple[str, ...]], list[Candidate]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.article.key):
        for candidate in candidates_of(reading):
            blocks[candidate.subject.label, candidate.key].append(candidate)
    merges: list[Merge] = []
    clusters: list[Cluster] = []
    people: list[Cluster] = []
    for (label, _), candidates in sorted(blocks.items()):
        found = people if label == vocabulary.PERSON else clusters
        found.extend(clustered(candidates, CONFLICTS[label], merges))
    clusters += join_variants(people, CONFLICTS[vocabulary.PERSON], merges)
    grouped, reasons = regroup(clusters, merges) if regroup else (clusters, merges)
    return Resolution(entity_ids(grouped), tuple(reasons))
