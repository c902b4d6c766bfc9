"""Made-up readings full of namesakes, variants and editions, for whom it matters in which order articles come."""

from __future__ import annotations

from random import Random

from graphkit import vocabulary
from graphkit.records import Article, Claim, Evidence, Mention, Reading, Subject

GIVEN = ("Ali", "Davit", "David", "Mira", "J.", "James", "James Ali", "")
FAMILY = ("Okafor", "Aliyev", "Aliyeva", "Hasanov", "Khasanov", "Ali")
BODIES = ("Tide Bureau", "Seed Bank", "Ministry of Energy", "Ministry of Energy of Norway", "Norwegian Seed Bank", "TB")
COUNTRIES = ("Norway", "Kenya", "Georgia")
POSTS = ("minister", "director", "deputy minister", "adviser", None)
FORUMS = ("Tide Forum", "2nd Tide Forum", "Tide Forum 2024", "Tide Forum 2025", "Annual Seed Forum")


def random_reading(key: str, random: Random) -> Reading:
    """One article that names people, bodies, countries and gatherings, and says who represents what."""
    people = _some(random, vocabulary.PERSON, [f"{one} {other}".strip() for one in GIVEN for other in FAMILY], 4)
    agencies = _some(random, vocabulary.AGENCY, BODIES, 3)
    countries = _some(random, vocabulary.COUNTRY, COUNTRIES, 2)
    forums = _some(random, vocabulary.FORUM, FORUMS, 2)
    subjects = (*people, *agencies, *countries, *forums)
    claims = [
        _claim(vocabulary.REPRESENTS, one, random.choice(bodies), random.choice(POSTS))
        for one in people
        for bodies in (agencies, countries)
        if bodies and random.random() < 0.4
    ]
    claims += [
        _claim(vocabulary.REPRESENTS, one, countries[0], None)
        for one in agencies
        if countries and random.random() < 0.3
    ]
    mentions = tuple(Mention(its.key, its.name, _evidence(its.name)) for its in subjects)
    return Reading(Article(key, f"Text of {key}", author=f"Author of {key}"), subjects, mentions, tuple(claims))


def _some(random: Random, label: str, names: tuple[str, ...] | list[str], most: int) -> list[Subject]:
    chosen = random.sample(names, random.randint(0, min(most, len(names))))
    return [
        Subject(
            f"{label}/{name}",
            label,
            name,
            aliases=tuple(random.sample((name.upper(), f"the {name}"), random.randint(0, 2))),
            properties={"city": random.choice(("Oslo", "Baku", None))} if label == vocabulary.FORUM else {},
        )
        for name in chosen
    ]


def _claim(type_: str, source: Subject, target: Subject, role: str | None) -> Claim:
    return Claim(type_, source.key, target.key, _evidence(source.name), {"role": role, "former": False})


def _evidence(words: str) -> Evidence:
    return Evidence(0, len(words), words, "test", 0.9)
