"""Small closed classes of English words, and whether a stretch of words holds a finite verb."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract import lexicon
from graphkit.extract.document import Token

QUOTED = "“”"
"""The text of the token that stands for a whole stretch between quotation marks."""

BREAKS = frozenset({",", ";", ":", "–", "—", "―", "--", "-"})
DASHES = frozenset({"–", "—", "―", "--", "-"})
FINAL = frozenset(".!?…") | {"..."}

SUBJECT_PRONOUNS = frozenset("he she it they we i you who".split())
CLAUSE_PRONOUNS = SUBJECT_PRONOUNS | frozenset("there this these those that nobody everyone everybody".split())
DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our my your some any each every no both all several
    many most few another other one two three four five six seven eight nine ten more neither either
    such
    """.split()
)
POSSESSIVES = frozenset("his her its their our my your whose".split())
PREPOSITIONS = frozenset(
    """
    about above across after against along alongside amid among around as at before behind below beside
    between beyond by despite during except following for from in inside into like near of off on onto
    out outside over per regarding since through throughout to toward towards under until upon via with
    within without
    """.split()
)
SUBORDINATORS = frozenset(
    """
    while whereas although though because since if unless when whenever where after before until whether
    """.split()
)
RELATIVES = frozenset("who whom whose which".split())
CONJUNCTIONS = frozenset("and but or nor yet so".split())
CLAUSE_OPENERS = CLAUSE_PRONOUNS | DETERMINERS
MODALS = frozenset(
    """
    will would can could may might must shall should wo ca won't wouldn't can't couldn't shouldn't
    cannot 'll
    """.split()
)
BE = frozenset("is are was were am be been being isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had hasn't haven't hadn't having".split())
DO = frozenset("do does did don't doesn't didn't".split())
NEGATIONS = frozenset(
    """
    not never no neither nor without don't doesn't didn't won't wouldn't can't couldn't cannot hasn't
    haven't hadn't declined refused failed isn't wasn't aren't weren't
    """.split()
)
_FINITE = (MODALS | BE | HAVE | DO) - {"be", "been", "being", "having"}
_IRREGULAR_PASTS = frozenset(
    """
    became began bought broke brought built came caught chose cut drew drove fell felt fled flew forgot
    fought found gave got grew held hit hurt kept knew laid lay led left lent let lost made meant met
    paid put quit ran rang rose said sat saw sent set shook shot showed shut sold spent spoke spread
    stood stole struck swore took taught thought threw told understood went woke won wore wrote
    """.split()
)
_NOT_PAST = frozenset(
    """
    need indeed speed seed feed breed hundred united red bed exceed proceed succeed agreed-upon sacred
    naked wicked aged so-called
    """.split()
)
_NOT_ADVERBS = frozenset(
    """
    family ally assembly supply reply anomaly monopoly only early likely daily weekly monthly elderly
    friendly lovely lonely ugly holy bully rally jelly belly fly july italy imply apply comply rely
    multiply
    """.split()
)
ADVERBS = frozenset(
    """
    also then further again still later earlier once even just already now today yesterday thus too
    instead meanwhile moreover however furthermore nevertheless afterwards afterward often sometimes
    only soon ever famously always first once-again likewise therefore
    """.split()
)
TIME_WORDS = (lexicon.TIME_WORDS - lexicon.ABBREVIATED_TIMES) | frozenset(
    """
    may jan feb aug sept sep oct nov dec hour hours tonight night noon week month year weekend here
    """.split()
)
"""Words that say when, without the short ones that are verbs and nouns too ("sat", "sun", "mar")."""
TITLING = frozenset(
    """
    titled entitled themed called named dubbed theme title topic subject slogan motto headline headlined
    song album book film movie novel show series programme program project initiative exhibition article
    essay column play poem report paper panel session hashtag magazine newspaper video single track
    labeled labelled so-called known word words phrase term
    """.split()
)
"""What a title, a theme or a word named as a word stands behind."""


def is_adverb(token: Token) -> bool:
    """Whether it is an adverb that may stand between a subject and its verb."""
    word = token.lower
    return word in ADVERBS or (
        word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS and not token.is_capitalised
    )


def is_participle(token: Token) -> bool:
    """Whether it has the form of a present participle."""
    word = token.lower
    return word.endswith("ing") and len(word) > 5 and word not in ("nothing", "something", "everything", "anything")


def is_past(token: Token) -> bool:
    """Whether it has the form of a simple past; a past participle may look the same."""
    word = token.text
    if word.lower() in _IRREGULAR_PASTS:
        return True
    return word.endswith("ed") and len(word) > 4 and word.islower() and word not in _NOT_PAST


def is_auxiliary(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is there and a finite auxiliary, modal or irregular past: never part of a plain noun phrase."""
    if index >= len(tokens):
        return False
    word = tokens[index].lower
    if word in ("may", "march", "will", "might") and tokens[index].is_capitalised:
        return False
    return word in _FINITE or word in _IRREGULAR_PASTS or word.endswith(("n't", "'ll", "'re", "'ve", "'d"))


def begins_with_verb(words: str) -> bool:
    """Whether quoted words go on with the verb of the sentence around them: "“needs a new deck”"."""
    first = words.split()[0] if words.split() else ""
    return first.islower() and (first in _FINITE or first in _IRREGULAR_PASTS or first.endswith(("s", "ed")))


def is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a form of be, have or do or a modal stands among the tokens, outside relative clauses."""
    for index, token in enumerate(tokens):
        if token.lower in RELATIVES | {"that"}:
            return False
        if token.lower in _FINITE and not (token.lower in ("may", "will") and tokens[index].is_capitalised):
            return True
    return False


def has_auxiliary(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb that cannot be mistaken stands among the tokens."""
    return any(is_auxiliary(tokens, index) for index in range(len(tokens)))


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb may stand among the tokens: by its class, or by its ending behind a noun."""
    for index, token in enumerate(tokens):
        if is_auxiliary(tokens, index):
            return True
        if index == 0 or not token.text.islower():
            continue
        before = tokens[index - 1]
        if before.lower in DETERMINERS or before.lower in PREPOSITIONS:
            continue
        if is_past(token) and before.is_word:
            return True
        third = token.text.endswith("s") and not token.text.endswith(("ss", "us", "is"))
        if third and len(token.text) > 3 and (before.lower in CLAUSE_PRONOUNS or before.text[-1:] != "s"):
            return True
    return False
