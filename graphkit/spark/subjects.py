"""What every article says of each of its subjects, as rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812

from graphkit.ledger.profiles import profile_key
from graphkit.ledger.written import read_again
from graphkit.portraits import sayings_of
from graphkit.records import Subject
from graphkit.resolve.candidates import candidates_of
from graphkit.resolve.clusters import Candidate
from graphkit.spark.batches import mapped

PROFILE: Final = ("label", "key", "context", "posts", "initial")
"""What is alike in the subjects of one profile, as `graphkit.ledger.profiles.profile_key` writes it."""

CANDIDATE: Final = ("article", "subject", "name", *PROFILE)
"""What `candidate_of` reads."""

_SUBJECTS: Final = ", ".join(f"{name} string" for name in (*CANDIDATE, "profile", "said"))


def subjects_of(readings: DataFrame) -> DataFrame:
    """The subjects of all articles.

    Args:
        readings: the column `reading` of `graphkit.ledger.written.written`.

    Returns:
        the columns of `CANDIDATE`, `profile`, the same for subjects that are alike in all but their article, and
        `said`, pairs of what is said of it, as JSON.
    """
    return mapped(readings.select("reading"), _subjects, _SUBJECTS)


def profiles_of(subjects: DataFrame) -> DataFrame:
    """One of each profile: its first subject stands for all that are like it."""
    first = F.min(F.struct("article", "subject", "name")).alias("first")
    return subjects.groupBy("profile", *PROFILE).agg(first).select("profile", *PROFILE, "first.*")


def _subjects(rows: Iterator[tuple[bytes]]) -> Iterable[tuple[str, ...]]:
    for (reading,) in rows:
        for candidate in candidates_of(read_again(reading)):
            profile = profile_key(candidate)
            said = json.dumps(list(sayings_of(candidate.subject)))
            yield (*candidate.reference, candidate.subject.name, *profile, digest_of(profile), said)


def candidate_of(row: Mapping[str, Any]) -> Candidate:
    """The subject of a row with the columns of `CANDIDATE`."""
    return Candidate(
        row["article"],
        Subject(row["subject"], row["label"], row["name"]),
        tuple(json.loads(row["key"])),
        frozenset(json.loads(row["context"])),
        frozenset(json.loads(row["posts"])),
        row["initial"],
    )


def digest_of(parts: object) -> str:
    """A short name for what can be written as JSON: 128 bits of its SHA-256, in hexadecimal."""
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:32]
