"""The gazetteers: states, well-known organisations, cities, personal names and English words.

All are data files beside this module, with their sources and licences in `data/LICENSES.md`.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graphkit.spelling import LATIN

_LEARNED_SUFFIXES = (
    "ology", "ologies", "ography", "onomy", "onomics", "itics", "istics", "matics", "isation", "ization", "ability",
    "ivity", "ationship", "manship", "fulness", "lessness", "icology", "iculture", "aculture",
)  # fmt: skip
_NOT_FOLDED = frozenset("œðþ")
"""Plain letters for these would give entities that are named with them other ids than they have in people's stores."""

_PLAIN = str.maketrans({letter: plain for letter, plain in LATIN.items() if letter not in _NOT_FOLDED})


def fold(text: str) -> str:
    """Lower case without diacritics, other scripts as they are: the form in which names are looked up and compared."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@dataclass(frozen=True, slots=True)
class State:
    """A state: canonical English short name, ISO 3166 alpha-2 code (None where it has none), other words."""

    name: str
    iso2: str | None
    adjectives: tuple[str, ...]
    names: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A well-known organisation: its name, its kind and its other names."""

    name: str
    kind: str
    names: tuple[str, ...]


def _read(name: str) -> str:
    data = resources.files("graphkit.extract").joinpath("data", name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")


def _rows(name: str) -> Iterator[list[str]]:
    for line in _read(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


@cache
def states() -> tuple[State, ...]:
    """All states, in the order of the file."""
    rows = ([*row, "", "", "", ""][:5] for row in _rows("countries.tsv"))
    return tuple(
        State(
            name,
            None if iso2 == "-" else iso2,
            _several(adjectives),
            (name, *_several(names)),
            _several(capitals),
        )
        for iso2, name, adjectives, names, capitals in rows
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """All well-known organisations, in the order of the file."""
    rows = ([*row, "", ""][:3] for row in _rows("organisations.tsv"))
    return tuple(Organisation(name, kind, (name, *_several(names))) for name, kind, names in rows)


@cache
def gatherings() -> dict[str, str]:
    """Every name of the well-known gatherings whose names do not say what they are → the first of its names."""
    rows = ([*row, ""][:2] for row in _rows("gatherings.tsv"))
    return {spelling: name for name, others in rows for spelling in (name, *_several(others))}


@cache
def state_by_any_name() -> dict[str, State]:
    """Every name of every state, as it is written."""
    return {name: state for state in states() for name in state.names}


@cache
def state_adjectives() -> frozenset[str]:
    """The adjectives and demonyms of all states, as they are written."""
    return frozenset(adjective for state in states() for adjective in state.adjectives)


@cache
def organisation_by_any_name() -> dict[str, Organisation]:
    """Every name of every well-known organisation."""
    return {name: organisation for organisation in organisations() for name in organisation.names}


@cache
def state_named(name: str) -> State | None:
    """The state of that canonical name."""
    return next((state for state in states() if state.name == name), None)


@cache
def _words() -> frozenset[str]:
    return frozenset(_read("words.txt.gz").split())


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, kind in _rows("names.txt.gz"):
        names[name] = names.get(name, "") + kind
    return names


@cache
def _cities() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("cities.txt.gz")}


@cache
def _regions() -> frozenset[str]:
    return frozenset(_read("regions.txt.gz").splitlines())


def is_region(name: str) -> bool:
    """Whether it is a state, province or district of a country."""
    return fold(name) in _regions()


@cache
def is_english_word(word: str) -> bool:
    """Whether English writes the word in lower case: known, a compound of known words, or of a learned form."""
    folded = fold(word)
    if len(folded) > 7 and (folded.endswith(_LEARNED_SUFFIXES) or _is_compound(folded)):
        return True
    return folded in _words() or (folded.endswith("s") and folded[:-1] in _words()) or _hyphenated_word(folded)


def _is_compound(folded: str) -> bool:
    """ "shipowners": the plural of a doer, made of two words of four letters and more."""
    if not folded.endswith(("ers", "ors", "men")):
        return False
    folded = folded.removesuffix("s")
    return any(folded[:cut] in _words() and folded[cut:] in _words() for cut in range(4, len(folded) - 3))


def _hyphenated_word(folded: str) -> bool:
    return "-" in folded and all(part in _words() for part in folded.split("-") if part)


@cache
def is_given_name(word: str) -> bool:
    """Whether the word is known as a given name."""
    return any("g" in _names().get(part, "") for part in (fold(word), *fold(word).split("-")[:1]))


@cache
def is_family_name(word: str) -> bool:
    """Whether the word is known as a family name."""
    return "f" in _names().get(fold(word), "")


@cache
def city_country(name: str) -> str | None:
    """ISO 3166 alpha-2 code of the country of the largest city of that name, or None."""
    return _cities().get(fold(name))
