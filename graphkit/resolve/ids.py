"""Ids of entities that people can read."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from graphkit.extract.gazetteers import fold
from graphkit.portraits import commonest_name
from graphkit.resolve.clusters import Cluster


def entity_ids(clusters: Sequence[Cluster]) -> dict[tuple[str, str], str]:
    """An id for every candidate, such as `person/javid-musayev`; of namesakes, all but the first get a suffix."""
    by_slug: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_slug[slug_of(cluster)].append(cluster)
    ids: dict[tuple[str, str], str] = {}
    for plain, namesakes in by_slug.items():
        firsts = [min(candidate.reference for candidate in cluster) for cluster in namesakes]
        for cluster, first in zip(namesakes, firsts, strict=True):
            entity = plain if first == min(firsts) else suffixed(plain, first)
            ids |= {candidate.reference: entity for candidate in cluster}
    return ids


def slug_of(cluster: Cluster) -> str:
    """The slug of candidates that are one entity."""
    return slug(cluster[0].subject.label, Counter(its.subject.name for its in cluster))


def slug(label: str, names: Mapping[str, int]) -> str:
    """The label and the commonest name, in plain letters.

    Args:
        label: a node label.
        names: how often each name is given.
    """
    name = commonest_name(names)
    words = re.findall(r"[a-z0-9]+", fold(re.sub(r"['’ʻʼ`]", "", name)))
    return label.lower() + "/" + ("-".join(words) or "unnamed")


def suffixed(plain: str, first: tuple[str, str]) -> str:
    """The id of a namesake, told from the others by its first subject: article and subject key."""
    mark = hashlib.sha256("\0".join(first).encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{plain}-{mark}"
