"""Posts: "First Vice Minister of National Economy", "deputy editor-in-chief", "Chairman of the Board".

A post is its head noun with the modifiers before it and the topic behind it. What organisation or state it is
of is not part of it: that is read off the names around it (see `graphkit.extract.representation`).
"""

from __future__ import annotations

from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import is_english_word
from graphkit.extract.names.growing import Grower
from graphkit.extract.names.professions import is_post_noun
from graphkit.extract.names.spans import Name, NameTable

_VERBS_TOO = frozenset("head lead chair host coach author pilot judge doctor".split())
_BEFORE_VERBS = frozenset("to will would can could should must they we and who may".split())
_SECOND_HEADS = frozenset(
    "extraordinary general designate d'affaires magnificus elect emeritus officer plenipotentiary".split()
)
_BOARD_MEMBERS = frozenset("directors trustees governors management ministers regents experts".split())
_BOARD_MODIFIERS = frozenset(
    "the management supervisory executive advisory governing editorial trustees central".split()
)
_STATES = frozenset("state states country countries nation nations".split())
_TOPIC_PREPOSITIONS = frozenset("of for on".split())
_PAST_VERBS = frozenset("sent said told made took came held gave led met spoke left went became won".split())
_DETERMINERS = frozenset("a an the its his her their our another".split())


def posts(document: Document, grower: Grower, table: NameTable) -> Iterator[Name]:
    """All posts, capitalised or not, that no name of the table holds."""
    for sentence in document.sentences:
        indices = document.token_range(sentence)
        index = indices.start
        while index < indices.stop:
            found = _post(document, grower, table, index, indices)
            if found is None:
                index += 1
            else:
                yield found
                index = found.last


def _post(document: Document, grower: Grower, table: NameTable, index: int, sentence: range) -> Name | None:
    tokens = document.tokens
    token = tokens[index]
    if not is_post_noun(token) or not table.is_free(index, index + 1):
        return None
    if index > 0 and _is_addressed(document, index):
        return None  # "Mr. King"
    compound = index > 0 and tokens[index - 1].text == "-" and tokens[index - 1].end == token.start
    if compound or (token.lower == "member" and index + 1 < len(tokens) and tokens[index + 1].lower in _STATES):
        return None  # "20-member delegation", "member states"
    if _later_head(document, table, index, sentence.stop) or _is_verb(document, index):
        return None
    last = _joined_heads(document, index + 1, sentence.stop)
    first = _modifiers(document, table, index, sentence.start)
    last = _inner_organ(document, last, sentence.stop)
    last = _topic(document, grower, table, last, sentence.stop)
    return Name(first, last, None, "post")


def _is_addressed(document: Document, index: int) -> bool:
    """Whether "Mr", "Mrs" or "Ms" stands before: the word is a family name."""
    tokens = document.tokens
    before = index - 2 if tokens[index - 1].text == "." else index - 1
    return before >= 0 and tokens[before].lower in ("mr", "mrs", "ms", "miss") and tokens[index].is_capitalised


def _later_head(document: Document, table: NameTable, index: int, stop: int) -> bool:
    """Whether the head comes later in the same noun phrase ("Deputy Minister", "State Secretary")."""
    tokens = document.tokens
    for later in range(index + 1, min(index + 4, stop)):
        if not tokens[later].is_word or not table.is_free(later, later + 1):
            return False
        if is_post_noun(tokens[later]):
            return tokens[later].is_capitalised == tokens[index].is_capitalised
        if tokens[later].is_capitalised != tokens[index].is_capitalised or not is_english_word(tokens[later].text):
            return False
        if tokens[later].lower in lexicon.FUNCTION_WORDS:
            return False
    return False


def _is_verb(document: Document, index: int) -> bool:
    """ "to head", "will lead", "they chair": the word is a verb here."""
    tokens = document.tokens
    token = tokens[index]
    if token.is_capitalised or token.lower not in _VERBS_TOO:
        return False
    before = tokens[index - 1].lower if index else ""
    if before in ("and", "who") and index + 1 < len(tokens) and tokens[index + 1].lower == "of":
        return False
    return before in _BEFORE_VERBS


def _joined_heads(document: Document, last: int, stop: int) -> int:
    """Heads written in several words: "editor in chief", "Secretary General", "Chief Executive Officer"."""
    tokens = document.tokens
    while last < stop and tokens[last].lower in _SECOND_HEADS:
        last += 1
        if last + 1 < stop and tokens[last].lower == "and" and tokens[last + 1].lower == "plenipotentiary":
            last += 2
    if last + 1 < stop and tokens[last].lower == "in" and tokens[last + 1].lower == "chief":
        last += 2
    if last + 1 < stop and tokens[last].lower == "of" and tokens[last + 1].lower == "state":
        last += 2
    return last


def _modifiers(document: Document, table: NameTable, head: int, floor: int) -> int:
    """Index of the first word of the post."""
    tokens = document.tokens
    first = head
    while first > floor and table.is_free(first - 1, first):
        token = tokens[first - 1]
        joint = (
            token.lower == "and"
            and first - 2 >= floor
            and table.is_free(first - 2, first)
            and _is_modifier(document, first - 2, head)
        )
        if joint and tokens[first - 2].lower in lexicon.POST_MODIFIERS:
            first -= 2
        elif _is_modifier(document, first - 1, head):
            first -= 1
        else:
            break
    while first < head and not _begins_post(document, table, first, floor):
        first += 1
    return first


def _is_modifier(document: Document, index: int, head: int) -> bool:
    token = document.tokens[index]
    if not token.is_word or token.lower in lexicon.HONORIFICS | lexicon.TIME_WORDS:
        return False
    if token.lower in lexicon.POST_MODIFIERS:
        return True
    if token.lower in lexicon.FUNCTION_WORDS or head - index > 4:
        return False
    if document.tokens[head].is_capitalised:
        return token.is_capitalised and is_english_word(token.text)
    verb = token.lower.endswith(("ed", "ly", "ing")) or token.lower in _PAST_VERBS
    return is_english_word(token.text) and not verb


def _begins_post(document: Document, table: NameTable, first: int, floor: int) -> bool:
    """A plain noun begins a post only behind a determiner, an owner, a comma; a modifier does anywhere."""
    token = document.tokens[first]
    if token.lower in lexicon.POST_MODIFIERS or token.is_capitalised:
        return True
    if first == floor:
        return False
    before = document.tokens[first - 1]
    owned = before.is_possessive or before.lower in _DETERMINERS or before.text == ","
    owner = table.at(first - 1)
    return owned or (owner is not None and owner.label in (vocabulary.COUNTRY, vocabulary.AGENCY))


def _inner_organ(document: Document, last: int, stop: int) -> int:
    """The end of "of the Management Board", "on the board of directors": an organ that is not named by itself."""
    tokens = document.tokens
    if last + 1 >= stop or tokens[last].lower not in ("of", "on"):
        return last
    for index in range(last + 1, min(last + 5, stop)):
        if tokens[index].lower in ("board", "presidium"):
            with_members = index + 2 < stop and tokens[index + 1].lower == "of"
            return index + 3 if with_members and tokens[index + 2].lower in _BOARD_MEMBERS else index + 1
        if not tokens[index].is_word or tokens[index].lower not in _BOARD_MODIFIERS:
            break
    return last


def _topic(document: Document, grower: Grower, table: NameTable, last: int, stop: int) -> int:
    """The end of the topic: "of Digital Technologies", "for the South Caucasus", "of journalism"."""
    tokens = document.tokens
    last = _charge(document, last, stop)
    while last < stop and tokens[last].lower in _TOPIC_PREPOSITIONS:
        index = last + 1
        if index < stop and tokens[index].lower == "the":
            index += 1
        if index >= stop:
            break
        named = table.at(index)
        if named is not None and named.is_region:
            last = named.last
            continue
        if named is not None and _is_portfolio(document, named, index, last):
            last = named.last  # "secretary of state for Local Administration"
            continue
        if named is not None:
            break
        capitalised = tokens[index].is_capitalised
        if capitalised and not is_english_word(tokens[index].text):
            break
        end = grower.topic(index, stop) if capitalised else _plain_topic(document, table, index, stop)
        end = next((at for at in range(index, end) if not table.is_free(at, at + 1)), end)
        if end == index:
            break
        last = end
    return last


def _charge(document: Document, last: int, stop: int) -> int:
    """The end of "in charge of Enforcement", "responsible for ports"."""
    tokens = document.tokens
    words = tuple(token.lower for token in tokens[last : last + 3])
    begin = last + 3 if words == ("in", "charge", "of") else last + 2 if words[:2] == ("responsible", "for") else stop
    end = begin
    while end < stop and end - begin < 4 and tokens[end].is_word and tokens[end].lower not in lexicon.FUNCTION_WORDS:
        end += 1
    return end if end > begin else last


def _is_portfolio(document: Document, named: Name, index: int, preposition: int) -> bool:
    """Whether what stands behind "for" or a minister's "of" is a field of work: no article, no known body."""
    heads = {token.lower for token in document.tokens[max(0, preposition - 3) : preposition]}
    senior = not heads.isdisjoint(("minister", "ministers", "undersecretary"))
    senior |= document.tokens[preposition].lower == "for" and not heads.isdisjoint(
        ("secretary", "state", "commissioner")
    )
    plain = named.label == vocabulary.AGENCY and named.canonical is None and named.rule == "agency.head-noun"
    return senior and plain and index == preposition + 1


def _plain_topic(document: Document, table: NameTable, index: int, stop: int) -> int:
    """One or two nouns in lower case that are no organisation ("of journalism", "for the sea")."""
    tokens = document.tokens
    end = index
    while end < stop and end - index < 3 and table.is_free(end, end + 1):
        token = tokens[end]
        if not token.is_word or token.is_capitalised or token.lower in lexicon.FUNCTION_WORDS:
            break
        if (
            token.lower
            in lexicon.ORGANISATION_HEADS | lexicon.AGENCY_NOUNS | lexicon.UNIT_HEADS | lexicon.FORUM_ANAPHORS
        ):
            return index
        if not is_english_word(token.text) or token.lower.endswith("ed"):
            break
        end += 1
    if end < stop and not table.is_free(end, end + 1):
        return index  # "of the opposition Clean Future Movement": the noun belongs to the name
    closed = end >= stop or not tokens[end].is_word or tokens[end].lower in lexicon.FUNCTION_WORDS
    return end if closed or (end < stop and tokens[end].is_capitalised) else index + (end > index)
