"""Resolves short texts, and articles of given subjects, so that a test can ask who is who."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract import extract
from graphkit.records import Article, Evidence, Mention, Reading, Resolution, Subject
from graphkit.resolve import resolve


@dataclass(frozen=True)
class Resolved:
    readings: tuple[Reading, ...]
    resolution: Resolution

    def ids(self, label: str) -> list[str | None]:
        """The entity of the one subject of that label in each article; None where there is none."""
        return [self._id(reading, label) for reading in self.readings]

    def _id(self, reading: Reading, label: str) -> str | None:
        found = [subject for subject in reading.subjects if subject.label == label]
        assert len(found) < 2, found
        return self.resolution.entity_ids[reading.article.key, found[0].key] if found else None

    def are_one(self, label: str) -> bool:
        ids = self.ids(label)
        assert None not in ids, "every article names one"
        return len(set(ids)) == 1

    def are_apart(self, label: str) -> bool:
        ids = self.ids(label)
        assert None not in ids, "every article names one"
        return len(set(ids)) == len(ids)


def resolved(*texts: str) -> Resolved:
    """What resolution makes of articles a0, a1, … of these texts."""
    readings = tuple(extract(Article(f"a{number}", text)) for number, text in enumerate(texts))
    return Resolved(readings, resolve(readings))


def naming(key: str, label: str, *names: str) -> Reading:
    """An article that names some subjects and says nothing of them."""
    subjects = tuple(Subject(f"{label}/{name}", label, name) for name in names)
    mentions = tuple(
        Mention(subject.key, subject.name, Evidence(0, len(subject.name), subject.name, "test", 0.9))
        for subject in subjects
    )
    return Reading(Article(key, " ".join(names)), subjects, mentions, ())
