"""Which entities the subjects of new articles are, found by looking at nothing but the names that are like theirs.

It comes to what `graphkit.resolve.resolve` makes of all articles together, by the same steps: the subjects of a block
are clustered, and people are joined with the variants of their names. A profile stands for all its members there,
and of all people only those are looked at whom a chain of variants links with somebody in a new article.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphkit import vocabulary
from graphkit.corrections.subjects import Reference
from graphkit.ledger.profiles import (
    Block,
    Member,
    Profile,
    articles_of,
    blocks_of_entities,
    blocks_with_marks,
    member_candidate,
    members_of,
    profile_key,
    profiles_of_block,
)
from graphkit.resolve.clusters import Candidate, Cluster, clustered_profiles
from graphkit.resolve.conflicts import CONFLICTS
from graphkit.resolve.people import join_variants, related


@dataclass(slots=True)
class Group:
    """One entity as it becomes: whole profiles, and members of profiles whose members are each by themselves."""

    first: Reference
    profiles: list[Profile] = field(default_factory=list)
    alone: list[tuple[Profile, Member]] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The label of all its members."""
        profile = self.profiles[0] if self.profiles else self.alone[0][0]
        return profile.candidate.subject.label


@dataclass(slots=True)
class _Block:
    clusters: list[Cluster]
    was: set[str]


class Joining:
    """Finds the groups that the subjects of new articles are in.

    Attributes:
        groups: every group that may have changed.
        was: the entities that their members were so far; all members of these are in the groups.
        blocks: the blocks that their members are in.
    """

    def __init__(
        self, tables: sqlite3.Connection, candidates: Iterable[Candidate], blocks: Iterable[Block] = ()
    ) -> None:
        """Join the subjects of new articles.

        Args:
            tables: the ledger without them.
            candidates: these subjects.
            blocks: what else is joined anew.
        """
        self._tables = tables
        self._arriving: defaultdict[Block, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self._arriving[candidate.subject.label, candidate.key].append(candidate)
        for block in blocks:
            self._arriving.setdefault(block, [])
        self._blocks: dict[Block, _Block] = {}
        self._origins: dict[Reference, tuple[Profile, Member | None]] = {}
        clusters = [cluster for block in self._arriving for cluster in self._block(block).clusters]
        people = [cluster for cluster in clusters if cluster[0].subject.label == vocabulary.PERSON]
        others = [cluster for cluster in clusters if cluster[0].subject.label != vocabulary.PERSON]
        linked = self._linked(people)
        joined = join_variants(linked, CONFLICTS[vocabulary.PERSON], [], self._articles_of)
        self.was = {entity for cluster in (*others, *linked) for entity in self._was(cluster)}
        for block in self._arriving:
            self.was |= self._blocks[block].was
        self.blocks = {(its.subject.label, its.key) for cluster in (*others, *linked) for its in cluster}
        self.groups = [self._group(cluster) for cluster in (*others, *joined)]

    def _block(self, block: Block) -> _Block:
        if block not in self._blocks:
            self._blocks[block] = self._clustered(block)
        return self._blocks[block]

    def _clustered(self, block: Block) -> _Block:
        label, key = block
        profiles = {profile_key(its.candidate): its for its in profiles_of_block(self._tables, block)}
        for candidate in self._arriving.get(block, ()):
            profile = profiles.setdefault(profile_key(candidate), Profile(None, candidate, None))
            profile.take(candidate)
        groups, bare = clustered_profiles([its.candidate for its in profiles.values()], CONFLICTS[label])
        apart = {candidate.reference for candidate in bare}
        together = [its for its in profiles.values() if its.candidate.reference not in apart]
        for profile in profiles.values():
            if profile.candidate.reference in apart:
                all_of_them = label == vocabulary.PERSON and len(key) > 1
                groups += [[its] for its in self._by_themselves(profile, all_of_them)]
        self._origins |= {its.candidate.reference: (its, None) for its in together}
        was_alone = [its for its in together if its.id is not None and its.entity is None]
        was = {member.entity for profile in was_alone for member in members_of(self._tables, profile) if member.entity}
        return _Block(groups, was)

    def _by_themselves(self, profile: Profile, all_of_them: bool) -> Iterable[Candidate]:
        """The members of a profile as candidates: those that come, and of the others those that may change."""
        members = list(profile.coming)
        if profile.entity is not None or (all_of_them and profile.id is not None):
            members += members_of(self._tables, profile)
        for member in members:
            self._origins[member.reference] = profile, member
            yield member_candidate(profile, member)

    def _linked(self, people: Sequence[Cluster]) -> list[Cluster]:
        """These people, and all whom a chain of variants, or of what was one entity so far, links with them."""
        linked = {cluster[0].reference: cluster for cluster in people}
        apart: dict[Reference, Cluster] = {}
        new = list(linked.values())
        while new:
            blocks = blocks_with_marks(self._tables, [its for cluster in new for its in cluster])
            was = {entity for cluster in new for entity in self._was(cluster)}
            for block in sorted(blocks | blocks_of_entities(self._tables, was)):
                for cluster in self._block(block).clusters:
                    if cluster[0].reference not in linked:
                        apart[cluster[0].reference] = cluster
            new = self._reached(new, list(apart.values()), was)
            for cluster in new:
                linked[cluster[0].reference] = apart.pop(cluster[0].reference)
        return list(linked.values())

    def _reached(self, new: Sequence[Cluster], apart: Sequence[Cluster], was: set[str]) -> list[Cluster]:
        """Which of the clusters apart have a variant among the new ones, or were one entity with one of them."""
        everybody = [*new, *apart]
        links = [sorted(pair) for pair in related(everybody)]
        reached = {there for here, there in links if here < len(new) <= there}
        reached |= {place for place in range(len(new), len(everybody)) if was & self._was(everybody[place])}
        return [everybody[place] for place in sorted(reached)]

    def _was(self, cluster: Cluster) -> set[str]:
        """The entities that the members of a cluster were so far."""
        entities = set()
        for candidate in cluster:
            profile, member = self._origins[candidate.reference]
            entities |= {profile.entity, member.entity if member is not None else None}
        return {entity for entity in entities if entity is not None}

    def _articles_of(self, candidate: Candidate) -> frozenset[str]:
        profile, member = self._origins[candidate.reference]
        return articles_of(self._tables, profile) if member is None else frozenset((member.reference[0],))

    def _group(self, cluster: Cluster) -> Group:
        group = Group(cluster[0].reference)
        for candidate in cluster:
            profile, member = self._origins[candidate.reference]
            if member is None:
                group.profiles.append(profile)
            else:
                group.alone.append((profile, member))
        return group
