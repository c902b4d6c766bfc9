"""Verbs of speech: a gazetteer of English, and the forms of each verb.

What a verb takes decides how it is read:

* THAT: a clause with "that" ("he stressed that it works");
* BARE: a clause without it ("he said it works");
* ADDRESSEE: whom it is said to, before the clause ("he told the panel it works");
* QUESTION: a clause with how or why ("she explained how it works");
* INFINITIVE: an infinitive, which is no statement ("he promised to come");
* a verb with none of these introduces only words in quotation marks ("he joked", "she called it …").

NOUN marks verbs whose forms are nouns as well ("claims", "reports", "states"): these forms count as verbs
only with "that" or quotation marks behind a subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto


class Takes(Flag):
    """What may follow a verb of speech."""

    MARKS = 0
    THAT = auto()
    BARE = auto()
    ADDRESSEE = auto()
    QUESTION = auto()
    NOUN = auto()
    INFINITIVE = auto()


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb of speech.

    Attributes:
        lemma: the verb in its base form.
        tense: "past", "third" (says), "base" (say) or "ing" (saying).
        takes: what may follow it.
    """

    lemma: str
    tense: str
    takes: Takes


_CLAUSE_VERBS = """
    state stress emphasize emphasise underline underscore highlight mention remark observe assert affirm
    reaffirm reiterate concede recall recommend propose forecast hint reveal disclose report reply
    respond answer counter retort conclude clarify specify elaborate complain lament joke quip tweet
    testify allege deny demand boast muse reason speculate object protest indicate opine proclaim
    confide confess attest contend maintain swear stipulate recount reflect summarise summarize comment
    repeat imply signal worry marvel decree agree certify suspect theorize theorise posit venture quote
    cite vow pledge promise urge ask
"""
_BARE_VERBS = """
    say note add argue claim insist announce confirm acknowledge admit suggest predict estimate write
    declare believe think hope fear figure reckon guess explain
"""
_ADDRESSEE_VERBS = "remind inform assure advise notify caution reassure brief counsel convince persuade"
_BARE_ADDRESSEE_VERBS = "tell warn promise"
_INFINITIVE_VERBS = "promise vow pledge threaten offer propose ask urge demand swear beg plead"
_QUESTION_VERBS = "explain describe detail outline"
_MARKS_VERBS = """
    begin continue wonder exclaim shout whisper murmur mutter sigh laugh smile chant sing yell
    scream cry plead echo liken disagree read post offer interject interrupt call label
    brand dub criticize criticise praise slam blast denounce condemn dismiss hail characterize
    characterise term accuse mock ridicule deride decry tout deem refer appeal invite pray snap
    deadpan rant fume thunder gush intone crow enthuse press inquire query retweet
    implore beg cheer greet sum scoff sneer bemoan
"""
_NOUN_VERBS = """
    reason object state note remark report claim demand estimate comment forecast hint answer reply
    counter joke protest promise hope fear figure quote offer label brand term call post echo laugh
    smile sigh cry shout murmur whisper appeal urge signal worry press cheer scream chant boast vow
    pledge guess
"""

_IRREGULAR = {
    "say": ("said", "says", "saying"),
    "tell": ("told", "tells", "telling"),
    "write": ("wrote", "writes", "writing"),
    "think": ("thought", "thinks", "thinking"),
    "begin": ("began", "begins", "beginning"),
    "sing": ("sang", "sings", "singing"),
    "swear": ("swore", "swears", "swearing"),
    "read": ("read", "reads", "reading"),
    "forecast": ("forecast", "forecasts", "forecasting"),
    "admit": ("admitted", "admits", "admitting"),
    "quip": ("quipped", "quips", "quipping"),
    "dub": ("dubbed", "dubs", "dubbing"),
    "snap": ("snapped", "snaps", "snapping"),
    "refer": ("referred", "refers", "referring"),
    "slam": ("slammed", "slams", "slamming"),
    "beg": ("begged", "begs", "begging"),
    "sum": ("summed", "sums", "summing"),
    "make": ("made", "makes", "making"),
    "put": ("put", "puts", "putting"),
    "go": ("went", "goes", "going"),
    "shoot": ("shot", "shoots", "shooting"),
}

JUDGEMENTS = frozenset(
    """
    call describe liken label brand dub criticize criticise praise slam blast denounce condemn dismiss
    hail characterize characterise term accuse mock ridicule deride decry tout deem refer urge appeal
    cite quote propose demand highlight emphasize emphasise stress underline underscore recall promise
    vow pledge mention
    """.split()
)
"""Verbs whose object may hold quoted words: "called it a “first step”"."""

WEAK = frozenset("believe think hope fear figure reckon guess suspect worry wonder rule read brief".split())
"""Verbs of opinion or with other meanings: speech only with "that", or next to quotation marks."""

FEELINGS = frozenset(
    """
    hope hopes confidence concern concerns regret conviction belief fear fears certainty optimism
    satisfaction doubt doubts worry worries alarm dismay disappointment readiness
    opinion view assurance assurances gratitude surprise
    """.split()
)
"""What one expresses or voices, with a clause behind it: "expressed confidence that …"."""

TEXTS = frozenset(
    """
    statement sign letter message text note caption tweet post headline banner resolution document email
    invitation inscription plaque poster placard slogan memo report declaration communique
    """.split()
)
"""What reads: "the statement read, “…”"; a person who reads something quotes nobody."""

EXPRESSING = {
    form: tense
    for tense, listed in {
        "past": "expressed voiced reiterated shared conveyed stated gave",
        "third": "expresses voices reiterates shares conveys gives",
        "ing": "expressing voicing reiterating sharing conveying giving",
    }.items()
    for form in listed.split()
}
"""Verbs that speak with one of the feelings as their object, and the tense of each form."""

_PHRASES = {
    "point out": Takes.THAT | Takes.BARE,
    "make clear": Takes.THAT,
    "make it clear": Takes.THAT,
    "make the point": Takes.THAT,
    "put it": Takes.MARKS,
    "go on": Takes.MARKS,
    "sum up": Takes.MARKS,
    "shoot back": Takes.THAT,
    "fire back": Takes.MARKS,
    "chime in": Takes.MARKS,
    "spell out": Takes.QUESTION,
}


def _regular(lemma: str) -> tuple[str, str, str]:
    if lemma.endswith("e"):
        return lemma + "d", lemma + "s", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"
    sibilant = lemma.endswith(("s", "sh", "ch", "x", "z", "o"))
    return lemma + "ed", lemma + ("es" if sibilant else "s"), lemma + "ing"


def _verbs() -> dict[str, Takes]:
    verbs: dict[str, Takes] = {}
    for listed, takes in (
        (_CLAUSE_VERBS, Takes.THAT),
        (_BARE_VERBS, Takes.THAT | Takes.BARE),
        (_ADDRESSEE_VERBS, Takes.THAT | Takes.ADDRESSEE),
        (_BARE_ADDRESSEE_VERBS, Takes.THAT | Takes.BARE | Takes.ADDRESSEE),
        (_INFINITIVE_VERBS, Takes.INFINITIVE),
        (_QUESTION_VERBS, Takes.QUESTION),
        (_MARKS_VERBS, Takes.MARKS),
        (_NOUN_VERBS, Takes.NOUN),
    ):
        for lemma in listed.split():
            verbs[lemma] = verbs.get(lemma, Takes.MARKS) | takes
    return verbs


def _inflected(lemma: str) -> dict[str, str]:
    """The forms of a verb, each with its tense; "read" and "put" count as past."""
    past, third, ing = _IRREGULAR.get(lemma) or _regular(lemma)
    return {lemma: "base", third: "third", ing: "ing", past: "past"}


FORMS = {
    (form,): Form(lemma, tense, takes) for lemma, takes in _verbs().items() for form, tense in _inflected(lemma).items()
} | {
    (form, *phrase.split()[1:]): Form(phrase, tense, takes)
    for phrase, takes in _PHRASES.items()
    for form, tense in _inflected(phrase.split()[0]).items()
}
"""Every form of every verb and phrase of speech, as words in lower case."""

LONGEST_FORM = max(len(words) for words in FORMS)
