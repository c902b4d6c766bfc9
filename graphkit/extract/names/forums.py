"""Gatherings: "Caspian Energy Forum", "12th meeting of the Joint Commission", "third global media forum"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import city_country
from graphkit.extract.names.growing import Grower
from graphkit.extract.names.spans import Name, NameTable
from graphkit.extract.ordinals import is_ordinal

_EMPTY_MODIFIERS = frozenset("annual international regular joint next last previous current main major day".split())
_TITLED_HEADS = frozenset("forum summit conference congress symposium seminar roundtable exhibition festival".split())
_KINDS_BEFORE = frozenset("international scientific practical regional republican national joint annual global".split())
_BEFORE_TITLE = frozenset(", on the theme topic themed titled entitled under of title called named".split())
_KINDS_OF_EVENT = frozenset(
    """forum summit conference congress symposium convention expo exhibition fair festival biennale salon trade-fair
    hackathon gathering""".split()
)
_ENDS_KIND = frozenset("who of which that at for in with from to on by whose and".split())
_GEOGRAPHIC = frozenset("island islands beach coast hill mount lake street square avenue river bay peninsula".split())
_BEFORE_HEADS = {
    "day": frozenset("markets investor investors industry careers career open demo science media donor donors".split()),
    "show": frozenset(
        """agricultural motor boat air trade horse dog flower fashion home garden county food wine livestock royal farm
        travel""".split()
    ),
}
_LONGEST_TITLE = 30
_VERBS_BEHIND = frozenset("opened opens took begins began starts started kicks kicked closed ended concluded".split())
_BODIES_IN_SESSION = frozenset("committee commission council board conference".split())
_GATHERING_OF_BODY = frozenset("meeting session summit assembly plenary congress conference sitting".split())
_SESSION_KINDS = frozenset("plenary regular extraordinary annual ordinary special informal joint general".split())


def forums(document: Document, grower: Grower) -> Iterator[Name]:
    """All gatherings that their own words give away."""
    for sentence in document.sentences:
        indices = document.token_range(sentence)
        for index in indices:
            found = (
                _titled(document, index, indices)
                or _of_a_body(document, grower, index, indices)
                or _own_session(document, grower, index, indices)
                or _capitalised(document, grower, index, indices)
                or _edition(document, index, indices)
                or _numbered(document, index, indices)
            )
            if found is not None:
                yield found


def _capitalised(document: Document, grower: Grower, head: int, sentence: range) -> Name | None:
    tokens = document.tokens
    token = tokens[head]
    if re.fullmatch(r"COP-?\d{1,2}", token.text):
        return Name(head, head + 1, vocabulary.FORUM, "forum.acronym")
    is_head = token.lower in lexicon.FORUM_HEADS or _is_day_or_show(document, head, sentence.start)
    if not token.is_capitalised or not is_head or _later_head(document, head, sentence.stop):
        return None
    first, last = (
        grower.left(head, sentence.start, numbers=True),
        grower.right(head, sentence.stop, stop_at_heads=False),
    )
    last = _before_place(document, head, last)
    if last < sentence.stop and re.fullmatch(r"(?:19|20)\d\d", tokens[last].text):
        last += 1
    modifiers = head - first
    if last - first < 2 or (modifiers == 0 and not is_theme(document, head, last)):
        return None
    if token.lower in lexicon.WEAK_FORUM_HEADS and not _is_strong(document, first, head, last):
        return None
    if token.lower == "assembly" and tokens[head - 1].lower in lexicon.BODY_ASSEMBLIES:
        return None
    return Name(first, last, vocabulary.FORUM, "forum.head-noun")


def _is_day_or_show(document: Document, head: int, floor: int) -> bool:
    """ "Capital Markets Day", "Valley Agricultural Show": heads that mean a gathering behind some words only."""
    before = document.tokens[head - 1].lower if head > floor else ""
    return before in _BEFORE_HEADS.get(document.tokens[head].lower, ())


def _before_place(document: Document, head: int, last: int) -> int:
    """ "Summit on Bere Island": where it is held, not what it is on."""
    tokens = document.tokens
    if last > head + 2 and tokens[head + 1].lower == "on" and tokens[last - 1].lower in _GEOGRAPHIC:
        return head + 1
    return last


def _edition(document: Document, index: int, sentence: range) -> Name | None:
    """ "the sixth edition of the Black Sea Outlook": whatever has editions and stands where people meet."""
    tokens = document.tokens
    if tokens[index].text != "edition" or not is_ordinal(tokens[index - 1].lower) or index + 3 >= sentence.stop:
        return None
    first = index + 2 + (tokens[index + 2].lower == "the")
    if tokens[index + 1].lower != "of":
        return None
    last = first
    while last < sentence.stop and tokens[last].is_capitalised and tokens[last].is_word and _adjoins(document, last):
        last += 1
    return Name(first, last, vocabulary.FORUM, "forum.edition-of") if last - first >= 2 else None


def _adjoins(document: Document, index: int) -> bool:
    return document.tokens[index].start <= document.tokens[index - 1].end + 1


def forums_in_apposition(document: Document, table: NameTable) -> Iterator[Name]:
    """Free capitals that their neighbours call a gathering: "Gulf Waters, a trade fair for", "the fair Gulf Waters"."""
    tokens = document.tokens
    for sentence in document.sentences:
        indices = document.token_range(sentence)
        index = indices.start
        while index < indices.stop:
            last = index
            while last < indices.stop and _is_free_name_word(document, table, index, last):
                last += 1
            if last == index:
                index += 1
                continue
            if _called_gathering(document, index, last, indices) and not city_country(tokens[index].text):
                yield Name(index, last, vocabulary.FORUM, "forum.apposition")
            index = last


def _is_free_name_word(document: Document, table: NameTable, first: int, index: int) -> bool:
    token = document.tokens[index]
    adjoins = index == first or _adjoins(document, index)
    plain = token.lower in lexicon.FUNCTION_WORDS or token.lower in lexicon.TIME_WORDS
    owner = table.at(index)
    free = owner is None or owner.rule == "agency.camel-case"
    dated = index > first and re.fullmatch(r"20\d\d", token.text) is not None
    return free and adjoins and (dated or (token.is_capitalised and token.is_word and not plain))


def _called_gathering(document: Document, first: int, last: int, sentence: range) -> bool:
    tokens = document.tokens
    if first > sentence.start + 1 and tokens[first - 1].text in _KINDS_OF_EVENT:
        return tokens[first].follows(tokens[first - 1])
    if last + 2 >= sentence.stop or tokens[last].text != "," or tokens[last + 1].lower not in ("a", "an", "the"):
        return False
    for token in tokens[last + 2 : min(last + 8, sentence.stop)]:
        if token.lower in _ENDS_KIND or not token.is_word:
            return False
        if token.text in _KINDS_OF_EVENT:
            return True
    return False


def _titled(document: Document, head: int, sentence: range) -> Name | None:
    """ "International Conference “Karakum Transit – 2026”", "a conference on “One Sea”": the words in the marks."""
    tokens = document.tokens
    if tokens[head].lower not in _TITLED_HEADS or not _is_named_kind(document, head, sentence.start):
        return None
    index = head + 1
    while index < sentence.stop and index - head <= 6 and tokens[index].lower in _BEFORE_TITLE:
        index += 1
    if index + 2 >= sentence.stop or tokens[index].text not in '"“«':
        return None
    last = index + 1
    while last < sentence.stop and tokens[last].text not in '"”»' and last - index <= _LONGEST_TITLE:
        last += 1
    if last >= sentence.stop or last - index > _LONGEST_TITLE or tokens[last].text not in '"”»':
        return None
    while last > index + 2 and tokens[last - 1].text in ".,;!":
        last -= 1
    words = [token for token in tokens[index + 1 : last] if token.is_word]
    if len(words) < 2 or not words[0].is_capitalised:
        return None
    return Name(index + 1, last, vocabulary.FORUM, "forum.titled")


def _is_named_kind(document: Document, head: int, floor: int) -> bool:
    """Whether a word before makes it a gathering of its own: "international conference", not "the conference"."""
    before = {token.lower for token in document.tokens[max(floor, head - 3) : head]}
    return document.tokens[head].is_capitalised or not before.isdisjoint(_KINDS_BEFORE)


def is_theme(document: Document, head: int, last: int) -> bool:
    """Whether the complement is a theme ("Conference on …"), not an owner."""
    return last > head + 1 and document.tokens[head + 1].lower in ("on", "for", "of")


def _is_strong(document: Document, first: int, head: int, last: int) -> bool:
    return head - first >= 2 or is_theme(document, head, last)


def _later_head(document: Document, head: int, stop: int) -> bool:
    if head + 1 >= stop:
        return False
    following = document.tokens[head + 1]
    adjacent = following.follows(document.tokens[head])
    return adjacent and following.is_capitalised and following.lower in lexicon.NAME_HEADS


def _of_a_body(document: Document, grower: Grower, head: int, sentence: range) -> Name | None:
    """ "12th meeting of the Commission": a numbered gathering of a named body."""
    tokens = document.tokens
    if tokens[head].lower not in _GATHERING_OF_BODY:
        return None
    first = head
    while first > sentence.start and tokens[first - 1].lower in _SESSION_KINDS:
        first -= 1
    if first == sentence.start or not is_ordinal(tokens[first - 1].lower):
        return None
    if head + 1 >= sentence.stop or tokens[head + 1].lower != "of":
        return None
    last = grower.right(head, sentence.stop, stop_at_heads=False)
    if last <= head + 2:
        return None
    return Name(first - 1, last, vocabulary.FORUM, "forum.of-body")


def _own_session(document: Document, grower: Grower, head: int, sentence: range) -> Name | None:
    """ "the Committee on X opened its sixteenth session": the session of the body named before."""
    tokens = document.tokens
    if tokens[head].lower not in ("session", "meeting") or not is_ordinal(tokens[head - 1].lower):
        return None
    if tokens[head - 2].lower != "its":
        return None
    for index in range(head - 3, sentence.start - 1, -1):
        token = tokens[index]
        if token.is_capitalised and token.lower in _BODIES_IN_SESSION:
            first, last = grower.left(index, sentence.start), grower.right(index, sentence.stop)
            if last - first > 1:
                body = document.text_of(document.span(first, last))
                name = f"{tokens[head - 1].text} {tokens[head].text} of the {body}"
                return Name(head - 1, head + 1, vocabulary.FORUM, "forum.own-session", canonical=name)
    return None


def _numbered(document: Document, head: int, sentence: range) -> Name | None:
    """ "third global media forum": an edition, with what the gathering is about, in lower case."""
    tokens = document.tokens
    token = tokens[head]
    if token.is_capitalised or token.lower not in lexicon.FORUM_HEADS - lexicon.WEAK_FORUM_HEADS:
        return None
    first = head - 1
    while first > sentence.start and head - first <= 5 and not is_ordinal(tokens[first].lower):
        if not tokens[first].is_word or tokens[first].lower in lexicon.FUNCTION_WORDS:
            return None
        first -= 1
    modifiers = {token.lower for token in tokens[first + 1 : head]}
    last = _end_of_purpose(document, head + 1, sentence.stop)
    named = modifiers - _EMPTY_MODIFIERS or (modifiers and last > head + 2)
    if not is_ordinal(tokens[first].lower) or not named:
        return None
    return Name(first, last, vocabulary.FORUM, "forum.numbered")


def _end_of_purpose(document: Document, index: int, stop: int) -> int:
    """The end of "for OTS member states", "on seismic safety of schools" after a gathering in lower case."""
    tokens = document.tokens
    if index >= stop or tokens[index].lower not in ("for", "of", "on"):
        return index
    end = index + 1
    while end < stop and end - index <= 6 and tokens[end].is_word and _is_purpose_word(tokens[end].lower):
        end += 1
    while tokens[end - 1].lower in ("of", "and"):
        end -= 1
    return end if end > index + 1 else index


def _is_purpose_word(lower: str) -> bool:
    if lower in ("of", "and"):
        return True
    return lower not in lexicon.FUNCTION_WORDS and lower not in _VERBS_BEHIND and lower not in lexicon.TIME_WORDS
