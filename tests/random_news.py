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
    text = " ".join([f"Text of {key}.", *(f"{its.name} came." for its in subjects)])
    claims = [
        _represents(text, one, random.choice(bodies), random.choice(POSTS))
        for one in people
        for bodies in (agencies, countries)
        if bodies and random.random() < 0.4
    ]
    claims += [_represents(text, one, countries[0], None) for one in agencies if countries and random.random() < 0.3]
    claims += [
        Claim(vocabulary.ATTENDED, one.key, forum.key, _evidence(text, one), {"status": "attended"})
        for one in people
        for forum in forums
        if random.random() < 0.3
    ]
    mentions = tuple(Mention(its.key, its.name, _evidence(text, its)) for its in subjects)
    return Reading(Article(key, text, author=f"Author of {key}"), subjects, mentions, tuple(claims))


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


def _represents(text: str, source: Subject, target: Subject, role: str | None) -> Claim:
    evidence = _evidence(text, source)
    return Claim(vocabulary.REPRESENTS, source.key, target.key, evidence, {"role": role, "former": False})


def _evidence(text: str, subject: Subject) -> Evidence:
    sentence = f"{subject.name} came."
    start = text.index(f" {sentence}") + 1
    return Evidence(start, start + len(subject.name), sentence, "test", 0.9)
