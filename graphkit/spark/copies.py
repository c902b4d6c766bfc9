"""Which articles are copies of others, as `graphkit.read.copies.copies` finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from networkx.utils import UnionFind
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit.read.copies import Words
from graphkit.records import Article
from graphkit.spark.batches import gathered, mapped, members_of, sharing
from graphkit.spark.components import LINKS, components
from graphkit.spark.stages import Stages

_MARKS: Final = "key string, rank bigint, whole binary, bands array<bigint>"


def find_copies(articles: DataFrame, stages: Stages) -> DataFrame:
    """Find the articles that are copies of others.

    Args:
        articles: each once, with `key` and `text`.
        stages: keep what is found on the way.

    Returns:
        columns `key`, and `copy_of`: the article that is kept for it.
    """
    marked = stages.once("marks", partial(mapped, articles.select("key", "text"), _marks, _MARKS))
    first = marked.groupBy("whole").agg(F.min(F.struct("rank", "key")).alias("first"))
    kept = marked.join(first, "whole").select("key", "rank", "bands", F.col("first.key").alias("copy_of"))
    of_own_words = kept.where(F.col("key") == F.col("copy_of")).drop("copy_of")
    of_same_words = kept.where(F.col("key") != F.col("copy_of")).select("key", "copy_of")
    links = stages.once("copies-links", partial(_links, of_own_words, articles))
    roots = _roots(components(links, stages, "copies"), of_own_words)
    again = roots.select(F.col("key").alias("copy_of"), F.col("copy_of").alias("root"))
    same = of_same_words.join(again, "copy_of", "left").select("key", F.coalesce("root", "copy_of").alias("copy_of"))
    return roots.union(same)


def _marks(rows: Iterator[tuple[str, str]]) -> Iterable[tuple[str, int, bytes, list[int]]]:
    for key, text in rows:
        words = Words(Article(key, text))
        _, *bands = words.sketch.marks()
        yield key, words.rank[0], words.sketch.whole, bands


def _links(marked: DataFrame, articles: DataFrame) -> DataFrame:
    """Pairs of copies, enough to connect all that are copies of each other; only texts with a mark in common travel."""
    listed = marked.select("key", "bands", F.explode("bands").alias("band"))
    met = sharing(listed, "band").join(articles.select("key", "text"), "key")
    return mapped(gathered(met, ["band"], ["key", "text", "bands"]), _alike, LINKS)


def _alike(rows: Iterator[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    for band, members in rows:
        met = members_of(members)
        bands = {its["key"]: its["bands"] for its in met}
        place = met[0]["bands"].index(band)
        words = sorted((Words(Article(its["key"], its["text"])) for its in met), key=lambda its: its.rank)
        connected = UnionFind(bands)
        for at, one in enumerate(words):
            for other in words[:at]:
                if connected[one.key] == connected[other.key] or _met_before(bands[one.key], bands[other.key], place):
                    continue
                if one.is_like(other):
                    connected.union(one.key, other.key)
                    yield one.key, other.key


def _met_before(bands: list[int], other: list[int], place: int) -> bool:
    """Whether two articles have an earlier band in common, where they are compared."""
    return any(one == its for one, its in zip(bands[:place], other[:place], strict=True))


def _roots(connected: DataFrame, marked: DataFrame) -> DataFrame:
    """Of each component all but the first by its length and key, with that one."""
    ranked = connected.join(marked.select(F.col("key").alias("node"), "rank"), "node")
    first = ranked.groupBy("component").agg(F.min(F.struct("rank", "node")).alias("first"))
    found = ranked.join(first, "component").select(F.col("node").alias("key"), F.col("first.node").alias("copy_of"))
    return found.where(F.col("key") != F.col("copy_of"))
