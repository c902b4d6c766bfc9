"""People whose names are variants of one another, joined as `graphkit.resolve.people.join_variants` joins them.

Names are compared where they share a mark; what is linked by a chain of variants is then decided together. Clusters
that are alike in name, marks and facts are compared as one `shape`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations
from typing import Final

from networkx.utils import UnionFind
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit import vocabulary
from graphkit.ledger.profiles import profile_key
from graphkit.records import Subject
from graphkit.resolve.clusters import Candidate
from graphkit.resolve.conflicts import CONFLICTS
from graphkit.resolve.people import join_variants, marks_of, variant_score
from graphkit.spark.batches import MEMBERS, gathered, mapped, members_of, sharing
from graphkit.spark.components import LINKS, components
from graphkit.spark.stages import Stages
from graphkit.spark.subjects import CANDIDATE, candidate_of, digest_of

_SHAPED: Final = (
    "article string, subject string, profile string, members string, "
    "shape string, key string, initial string, facts string, marks array<string>"
)
_JOINED: Final = "article string, subject string, first_article string, first_subject string"


def variants_joined(profiles: DataFrame, subjects: DataFrame, stages: Stages) -> DataFrame:
    """Join the clusters of people whose names are variants.

    Args:
        profiles: one of each profile, with its `cluster`, null where each subject of it stays by itself.
        subjects: every subject, with its `profile` and `cluster`.
        stages: keep what is found on the way.

    Returns:
        columns `cluster`, and `first`, the first subject of the person; only for those who may have variants.
    """
    shaped = stages.once("people", partial(_shaped, profiles))
    links = stages.once("people-links", partial(_links, shaped))
    connected = components(links, stages, "people").withColumnRenamed("node", "shape")
    linked = stages.once("people-linked", partial(_linked, shaped.join(connected, "shape"), subjects))
    return stages.once("people-joined", partial(_joined, linked, subjects))


def _shaped(profiles: DataFrame) -> DataFrame:
    """The shape of each cluster of people that has marks; `profile` where its subjects stay by themselves."""
    people = profiles.where(F.col("label") == vocabulary.PERSON)
    cluster = F.coalesce("cluster", F.struct("article", "subject")).alias("cluster")
    people = people.select(cluster, F.col("cluster").isNull().alias("alone"), *CANDIDATE)
    clusters = gathered(people, ["cluster", "alone"], list(CANDIDATE))
    return mapped(clusters.select("alone", MEMBERS), _shapes, _SHAPED)


def _shapes(rows: Iterator[tuple[bool, str]]) -> Iterable[tuple[object, ...]]:
    for alone, members in rows:
        cluster = sorted(map(candidate_of, members_of(members)), key=lambda its: its.reference)
        facts = sorted(frozenset().union(*(its.context for its in cluster)))
        marks = sorted({digest_of(mark) for its in cluster for mark in marks_of(its)})
        if marks:
            first = cluster[0]
            profile = digest_of(profile_key(first)) if alone else None
            shape = digest_of([first.key, first.initial, facts, marks])
            name = (shape, json.dumps(first.key), first.initial, json.dumps(facts), marks)
            yield (*first.reference, profile, members, *name)


def _links(shaped: DataFrame) -> DataFrame:
    """Pairs of shapes that are variants, enough to connect all that a chain of variants connects."""
    shapes = shaped.select("shape", "key", "initial", "facts", "marks").dropDuplicates(["shape"])
    marked = shapes.select("shape", "key", "initial", "facts", F.explode("marks").alias("mark"))
    met = gathered(sharing(marked, "mark"), ["mark"], ["shape", "key", "initial", "facts"])
    return mapped(met.select(MEMBERS), _variants, LINKS).distinct()


def _variants(rows: Iterator[tuple[str]]) -> Iterable[tuple[str, str]]:
    for (members,) in rows:
        met = {its["shape"]: _likeness(its) for its in members_of(members)}
        connected = UnionFind(met)
        in_order = sorted(met, key=lambda shape: (met[shape].key, shape))  # as join_variants compares them
        for left, right in combinations(in_order, 2):
            if connected[left] == connected[right]:
                continue
            if variant_score(met[left], met[right], bool(met[left].context & met[right].context)):
                connected.union(left, right)
                yield left, right


def _likeness(row: Mapping[str, str]) -> Candidate:
    """A candidate with the name of a shape and the facts of all that are of it."""
    nobody = Subject("", vocabulary.PERSON, "")
    facts = frozenset(json.loads(row["facts"]))
    return Candidate("", nobody, tuple(json.loads(row["key"])), facts, initial=row["initial"])


def _linked(shaped: DataFrame, subjects: DataFrame) -> DataFrame:
    """The clusters of each component, each with its profiles as JSON; who stays by itself is a cluster of one."""
    cluster = F.struct("article", "subject").alias("cluster")
    together = shaped.where(F.col("profile").isNull()).select("component", cluster, MEMBERS)
    alone = shaped.where(F.col("profile").isNotNull()).select("component", "profile")
    itself = F.to_json(F.array(F.struct(*CANDIDATE))).alias(MEMBERS)
    return together.union(alone.join(subjects, "profile").select("component", cluster, itself))


def _joined(linked: DataFrame, subjects: DataFrame) -> DataFrame:
    named = linked.join(_shared_articles(linked, subjects), "cluster", "left")
    met = gathered(named, ["component"], [MEMBERS, "articles"])
    first = F.struct(F.col("first_article").alias("article"), F.col("first_subject").alias("subject")).alias("first")
    return mapped(met.select(MEMBERS), _people, _JOINED).select(F.struct("article", "subject").alias("cluster"), first)


def _shared_articles(linked: DataFrame, subjects: DataFrame) -> DataFrame:
    """The articles that a cluster has in common with others of its component: those alone can keep two apart."""
    named = linked.select("component", "cluster").join(subjects.select("cluster", "article"), "cluster").distinct()
    met = named.groupBy("component", "article").agg(F.collect_list("cluster").alias("clusters"))
    several = met.where(F.size("clusters") > 1).select("article", F.explode("clusters").alias("cluster"))
    return several.groupBy("cluster").agg(F.collect_list("article").alias("articles"))


def _people(rows: Iterator[tuple[str]]) -> Iterable[tuple[str, str, str, str]]:
    for (members,) in rows:
        articles: dict[tuple[str, str], frozenset[str]] = {}
        clusters = []
        for met in members_of(members):
            cluster = sorted(map(candidate_of, members_of(met[MEMBERS])), key=lambda its: its.reference)
            articles[cluster[0].reference] = frozenset(met.get("articles", ()))
            clusters.append(cluster)
        # of a cluster, the first stands for the articles of all
        articles_of = partial(_articles_of, articles)
        found = join_variants(clusters, CONFLICTS[vocabulary.PERSON], [], articles_of)
        for person in found:
            for candidate in person:
                if candidate.reference in articles:
                    yield (*candidate.reference, *person[0].reference)


def _articles_of(articles: Mapping[tuple[str, str], frozenset[str]], candidate: Candidate) -> frozenset[str]:
    return articles.get(candidate.reference, frozenset())
