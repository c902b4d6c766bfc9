"""Which names of an article are one and the same person, agency, country or forum."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.full_names import full_names
from graphkit.extract.gazetteers import fold, state_named, states
from graphkit.extract.names import Name, Names
from graphkit.extract.names.organisations import kind_of
from graphkit.extract.ordinals import is_ordinal, ordinal_number

_ARTICLES = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


_KINDS_OF_NOUNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("company", "firm", "operator", "manufacturer", "producer", "airline", "bank"), ("company",)),
    **dict.fromkeys(("university", "school", "institute", "college"), ("academic",)),
    **dict.fromkeys(("newspaper", "broadcaster", "outlet"), ("media",)),
    **dict.fromkeys(("party", "foundation", "charity", "nonprofit", "ngo", "association"), ("civil society",)),
    "organisation": ("civil society", "international"),
    "organization": ("civil society", "international"),
}
"""Which kind of agency a common noun can refer to, when no agency bears it in its name."""


@dataclass(eq=False)
class LocalSubject:
    """One subject while the article is being read: its names, in the order of the text."""

    key: str
    label: str
    names: list[Name] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)
    properties: dict[str, str | None] = field(default_factory=dict)
    edition: str | None = None

    @property
    def is_international(self) -> bool:
        """Whether it is an organisation of several states."""
        return self.properties.get("kind") == "international"

    @property
    def first(self) -> int:
        """Index of the first token that names it."""
        return min((name.first for name in self.names), default=0)


class Subjects:
    """The subjects of one article, and which name stands for which of them."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document = document
        self.by_key: dict[str, LocalSubject] = {}
        self._of_name: dict[Name, str] = {}
        self._states_inside: defaultdict[int, list[Name]] = defaultdict(list)
        for state in names.inside:
            if state.label == vocabulary.COUNTRY:
                self._states_inside[state.first].append(state)
        self._agencies_by_noun: dict[str, list[tuple[int, str]]] = {}
        self.bracketed = names.bracketed
        self._state_ends = {name.last: name for name in names.table if name.label == vocabulary.COUNTRY}
        self._add_countries([*names.table, *names.inside])
        self._add_people([name for name in names.table if name.label == vocabulary.PERSON])
        agencies = [name for name in [*names.table, *names.inside] if name.label == vocabulary.AGENCY]
        self._add_agencies(agencies, names.bracketed)
        self._add_forums([name for name in names.table if name.label == vocabulary.FORUM], names.bracketed)

    def of(self, name: Name) -> LocalSubject | None:
        """The subject that a name stands for; None for an anaphor that refers to nothing."""
        key = self._of_name.get(name)
        return None if key is None else self.by_key[key]

    def named(self, label: str, name: str) -> LocalSubject | None:
        """The subject of that label and name, the name as keys have it ("european-commission")."""
        return self.by_key.get(_key(label, name))

    def is_labelled(self, key: str, label: str) -> bool:
        """Whether the subject of that key has the label."""
        return key in self.by_key and self.by_key[key].label == label

    def labelled(self, label: str) -> list[LocalSubject]:
        """All subjects of a label, in the order in which the text names them."""
        found = (subject for subject in self.by_key.values() if subject.label == label)
        return sorted(found, key=lambda subject: (subject.first, subject.key))

    def agency_like(self, noun: str, before: int) -> LocalSubject | None:
        """The agency that "the <noun>" refers to: the last one named before with that head noun, else the first.

        Args:
            noun: the noun in lower case.
            before: index of the token where it stands.
        """
        mentions = self._agencies_by_noun.get(noun)
        if mentions is None:
            mentions = self._agencies_by_noun[noun] = self._mentions_like(noun)
        at = bisect_left(mentions, (before, ""))
        if at == 0 and mentions and not self._bears(mentions[0][1], noun):
            return None  # a kind of agency refers back only
        return self.by_key[mentions[at - 1 if at else 0][1]] if mentions else None

    def _mentions_like(self, noun: str) -> list[tuple[int, str]]:
        """Where agencies with that head noun are named, else those of the kind that the noun means."""
        agencies = [subject for subject in self.by_key.values() if subject.label == vocabulary.AGENCY]
        like = [subject for subject in agencies if self._bears(subject.key, noun)]
        kinds = _KINDS_OF_NOUNS.get(noun, ())
        chosen = like or [subject for subject in agencies if subject.properties.get("kind") in kinds]
        named = ((name.first, s.key) for s in chosen for name in s.names if name.rule != "agency.anaphor")
        return sorted(named)

    def _bears(self, key: str, noun: str) -> bool:
        return _head_matches(self.by_key[key].spellings, noun)

    def country_of(self, name: Name) -> LocalSubject:
        """The country that a name means, made when it is new; the name is one more mention of it."""
        subject = self.country(name.canonical or name.text(self.document))
        self._take(subject, name)
        return subject

    def country(self, name: str) -> LocalSubject:
        """The country of that canonical name, made when it is new."""
        subject = self._get(vocabulary.COUNTRY, fold(name))
        if not subject.spellings:
            state = state_named(name)
            subject.spellings.append(name)
            subject.properties["iso2"] = state.iso2 if state else None
        return subject

    def states_inside(self, name: Name) -> list[Name]:
        """The names of states that are part of a longer name."""
        inside = (state for index in range(name.first, name.last) for state in self._states_inside.get(index, ()))
        return [state for state in inside if name.covers(state)]

    def forget(self, name: Name) -> None:
        """Take a name away from its subject: it turned out to name a part of something else."""
        self._agencies_by_noun.clear()
        key = self._of_name.pop(name, None)
        if key is not None and key in self.by_key:
            subject = self.by_key[key]
            subject.names.remove(name)
            if not subject.names:
                del self.by_key[key]

    def _get(self, label: str, name: str) -> LocalSubject:
        key = _key(label, name)
        return self.by_key.setdefault(key, LocalSubject(key, label))

    def _take(self, subject: LocalSubject, name: Name, spelling: str | None = None) -> None:
        if self._of_name.get(name) == subject.key:
            return
        self._agencies_by_noun.clear()
        self._of_name[name] = subject.key
        subject.names.append(name)
        text = spelling or name.text(self.document)
        if text not in subject.spellings:
            subject.spellings.append(text)

    def _add_countries(self, names: Iterable[Name]) -> None:
        for name in names:
            if name.label == vocabulary.COUNTRY and name.canonical is not None:
                self.country_of(name)

    def _add_people(self, names: list[Name]) -> None:
        people = full_names([(self._name_words(name), name.first) for name in names])
        for name, person in zip(names, people, strict=True):
            subject = self._get(vocabulary.PERSON, "-".join(person))
            self._take(subject, name, _as_written(name.text(self.document)))

    def _name_words(self, name: Name) -> tuple[str, ...]:
        tokens = self.document.tokens[name.first : name.last]
        return tuple(part for token in tokens if token.is_word for part in fold(token.text).split(".") if part)

    def _add_agencies(self, names: list[Name], bracketed: Mapping[Name, Name]) -> None:
        initials: dict[str, str] = {}
        states: dict[str, str] = {}
        full = [name for name in names if name.rule != "agency.anaphor" and name not in bracketed]
        ministries = {_agency_key(name.text(self.document)) for name in full if name.rule == "agency.head-noun"}
        for name in sorted(full, key=lambda name: (name.rule == "agency.acronym", name.first)):
            text = name.text(self.document)
            key = _agency_key(name.canonical or text)
            if name.rule == "agency.topical-ministry":
                longer = [other for other in ministries if other.startswith(f"{key}-and-")]
                key = longer[0] if len(longer) == 1 else key
            if name.rule == "agency.acronym":
                key = initials.get(text, key)
            else:
                initials.setdefault(_initials(text), key)
            state = self._state_beside(name)
            if state is not None and states.setdefault(key, state) != state:
                key = f"{key}-of-{fold(state).replace(' ', '-')}"
            subject = self._get(vocabulary.AGENCY, key)
            self._take(subject, name)
            if name.canonical and name.canonical not in subject.spellings:
                subject.spellings.append(name.canonical)
            subject.properties.setdefault("kind", name.kind or kind_of(text))
        self._add_bracketed(bracketed, vocabulary.AGENCY, full)
        self._join_beginnings()
        self._add_anaphors([name for name in names if name.rule == "agency.anaphor"])

    def _state_beside(self, name: Name) -> str | None:
        """The state that owns the agency: "X's Ministry of Health", "Ministry of Health of X"."""
        inside = [state for state in self.states_inside(name) if state.last == name.last]
        owner = self._state_ends.get(name.first - 1)
        owned = owner is not None and self.document.tokens[name.first - 1].is_possessive
        state = inside[0] if inside else (owner if owned else None)
        return state.canonical if state is not None else None

    def _forum_key_of(self, name: Name, text: str) -> tuple[str, str]:
        """Key and edition of a forum; "the third X Forum" has its edition before the name."""
        key, edition = _forum_key(text)
        before = [token.lower for token in self.document.tokens[max(0, name.first - 2) : name.first]]
        ordinal = next((word for word in reversed(before) if is_ordinal(word)), None)
        adjacent = ordinal is not None and (before[-1] == ordinal or before[-1] == "annual")
        return key, edition or (ordinal_number(ordinal) if ordinal is not None and adjacent else "")

    def _join_beginnings(self) -> None:
        """ "the State Agency" is the State Agency for Crafts that was named before."""
        agencies = {subject.key: subject for subject in self.labelled(vocabulary.AGENCY)}
        keys = sorted(agencies)
        for short in list(agencies.values()):
            begin = short.key + "-"
            at = bisect_left(keys, begin)
            like = [agencies[key] for key in keys[at : at + 3] if key.startswith(begin)]
            longer = [other for other in like if other.first < short.first]
            behind = [other.key[len(begin) :].split("-")[0] for other in longer]
            if len(longer) == 1 and behind[0] in ("for", "of", "on") and "-" in short.key:
                for name in list(short.names):
                    self.forget(name)
                    self._take(longer[0], name)

    def _add_anaphors(self, names: Iterable[Name]) -> None:
        """ "the Agency" with a capital is the same agency throughout the article."""
        fixed: dict[str, LocalSubject] = {}
        for name in names:
            noun = self.document.tokens[name.first].lower
            meant = fixed.get(noun) or self.agency_like(noun, 0) or self.agency_like(noun, name.first)
            if meant is not None:
                fixed[noun] = meant
                self._of_name[name] = meant.key
                meant.names.append(name)

    def _add_bracketed(self, bracketed: Mapping[Name, Name], label: str, others: list[Name]) -> None:
        """A name in brackets is the one before it, everywhere in the article."""
        spelled: defaultdict[str, list[Name]] = defaultdict(list)
        for name in others:
            spelled[name.text(self.document)].append(name)
        for alias, owner in bracketed.items():
            subject = self.of(owner)
            if alias.label != label or subject is None:
                continue
            self._take(subject, alias)
            for name in spelled[alias.text(self.document)]:
                if self.of(name) is not subject:
                    self.forget(name)
                    self._take(subject, name)

    def _add_forums(self, names: list[Name], bracketed: Mapping[Name, Name]) -> None:
        texts = {name: name.canonical or name.text(self.document) for name in names if name not in bracketed}
        keys = {name: self._forum_key_of(name, text) for name, text in texts.items()}
        editions: defaultdict[str, set[str]] = defaultdict(set)
        for key, edition in keys.values():
            editions[key] |= {edition} - {""}
        for name, (key, edition) in keys.items():
            several = len(editions[key]) > 1
            subject = self._get(vocabulary.FORUM, f"{key}-{edition}" if several and edition else key)
            subject.edition = subject.edition or edition or None
            self._take(subject, name)
            if texts[name] not in subject.spellings:
                subject.spellings.append(texts[name])
        self._add_bracketed(bracketed, vocabulary.FORUM, list(texts))


def _key(label: str, name: str) -> str:
    """The key of a subject within its article."""
    return f"{label.lower()}/{name}"


def _as_written(text: str) -> str:
    """A person's name with a capital at the head of each word only."""
    words = text.split()
    return " ".join(_particle(word) if position else _capitalised(word) for position, word in enumerate(words))


def _particle(word: str) -> str:
    """ "DEL" → "del" inside a name; other words as `_capitalised` writes them."""
    return word.lower() if word.isupper() and word.lower() in lexicon.PARTICLES else _capitalised(word)


def _capitalised(word: str) -> str:
    """ "RESTREPO" → "Restrepo"; initials and two-letter words stay."""
    return (
        "-".join(part.capitalize() for part in word.split("-"))
        if word.isupper() and len(word) > 2 and "." not in word
        else word
    )


def _initials(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    return "".join(word[0] for word in words if word[0].isupper())


def _agency_key(text: str) -> str:
    """The name without article, state and company's suffix."""
    folded = fold(_ARTICLES.sub("", text)).replace("organisation", "organization")
    folded = re.sub(r"['’]s?(?=\W|$)", "", folded)
    words = re.findall(r"\w+", folded)
    while len(words) > 1 and words[-1] in lexicon.COMPANY_SUFFIXES:
        words.pop()
    joined = ministry_of(" ".join(words))
    for state in _state_endings():
        if joined.endswith(state) and len(joined) > len(state):
            joined = joined[: -len(state)]
            break
    return joined.replace(" ", "-")


def ministry_of(name: str) -> str:
    """ "culture ministry" → "ministry of culture", "foreign ministry" → "ministry of foreign affairs"."""
    topic = name.removesuffix(" ministry")
    if topic == name or (" " in topic and topic.split()[0] in ("the", "a")):
        return name
    return "ministry of " + {"foreign": "foreign affairs", "interior": "internal affairs"}.get(topic, topic)


@cache
def _state_endings() -> tuple[str, ...]:
    """ " of <state>", longest first."""
    names = {fold(name) for state in states() for name in state.names}
    endings = {f" of {name}" for name in names} | {f" of the {name}" for name in names}
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))


def _forum_key(text: str) -> tuple[str, str]:
    """The name without ordinals, years and "annual", and the edition that they give ("3 2025" or "")."""
    words = re.findall(r"\w+", fold(_ARTICLES.sub("", text)))
    years = [word for word in words if re.fullmatch(r"(?:19|20)\d\d", word)]
    kept = [word for word in words if word not in years and word != "annual"]
    ordinal = ""
    while len(kept) > 2 and is_ordinal(kept[0]):
        ordinal = ordinal_number(kept.pop(0))
    return "-".join(kept), "-".join([ordinal, *years]).strip("-")


def _head_matches(spellings: Iterable[str], noun: str) -> bool:
    """Whether the noun is the head of one of the spellings: before "of …", or the last word."""
    for spelling in spellings:
        words = re.findall(r"[\w-]+", re.split(r" (?:of|for|on|against) ", spelling)[0].lower())
        if words and (words[-1] == noun or (noun == "council" and "council" in words)):
            return True
    return False
