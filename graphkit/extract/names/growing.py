"""How far a name reaches to the left and to the right of its head noun.

"Ministry" alone names nothing; "Ministry of Culture and Tourism of Türkiye" does. The head is found by a list,
the rest by the shape of the words: capitals, and whether English writes them in lower case as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Token
from graphkit.extract.gazetteers import city_country, is_english_word, is_family_name, is_given_name
from graphkit.extract.names.spans import NameTable

COMPLEMENT_PREPOSITIONS = frozenset(("of", "for", "on", "against", "to", "de", "du", "des", "di"))
_SOFT_POSTS = frozenset(
    """justice
    general executive chief member deputy federal graduate student press staff farmer farmers teacher teachers
    journalist journalists editors writers engineer engineers physicians nurses researchers authors consumer
    lawyers judges mayors ministers presidents rectors governors speakers parliamentarians women artists
    founders expert experts resident scientist scientists economist economists king queen prince princess
    historians architects astronauts cosmonauts fellow producers publishers trainers coaches directors chiefs heads
    leaders secretaries chairs chairpersons managers advisers advisors attorneys prosecutors""".split()
)
_REGIONAL_ADJECTIVES = frozenset("european african asian arab american eurasian islamic nordic baltic".split())
_PLURAL_TOPICS = frozenset("enterprises industries institutions institutes holdings".split())
_NUMBER_WORDS = frozenset("one two three four five six seven eight nine ten".split())
_LEADING_WORDS = lexicon.FUNCTION_WORDS - set(lexicon.ORDINAL_WORDS) - _NUMBER_WORDS
_SHARED_WORK = frozenset("cooperation co-operation relations work liaison communication coordination".split())
_TOPICS_TOO = frozenset(
    "enterprise press radio television news party fund trust church school police university library museum".split()
)
_POSSESSIVE_OWNERS = frozenset("children women men people veterans workers farmers growers".split())


def is_hard_post(token: Token) -> bool:
    """Whether the word names a post and cannot be a modifier inside the name of an organisation."""
    return token.lower in lexicon.POST_HEADS and token.lower not in _SOFT_POSTS


def begins_person(tokens: Sequence[Token], index: int) -> bool:
    """Whether a person's name seems to begin here, right after something else that has capitals."""
    token = tokens[index]
    if not token.is_capitalised or not token.is_word:
        return False
    if token.lower.rstrip(".") in lexicon.HONORIFICS:
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    surname_follows = (
        following is not None
        and following.is_capitalised
        and following.follows(token)
        and (not is_english_word(following.text) or is_family_name(following.text))
        and following.lower not in lexicon.CAPITALISED_ORGANISATION_HEADS
    )
    if not is_english_word(token.text):
        return is_given_name(token.text) or surname_follows or following is None or not following.is_capitalised
    return is_given_name(token.text) and surname_follows and not is_english_word(following.text if following else "")


def begins_full_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a given name, or a word that English lacks with one more behind it, begins here."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or not following.is_capitalised or not following.follows(tokens[index]):
        return False
    return begins_person(tokens, index)


class Grower:
    """Finds the reach of names in one document.

    Attributes:
        tokens: the article's tokens.
        known: the names that gazetteers found; a state inside a longer name is taken whole.
    """

    def __init__(self, document: Document, known: NameTable) -> None:
        self.tokens = document.tokens
        self.known = known

    def left(self, head: int, floor: int, *, numbers: bool = False, joints: bool = True) -> int:
        """Index of the first token of the name whose head noun is `head`.

        Args:
            head: index of the head noun.
            floor: the first token that may be taken (the sentence's first).
            numbers: whether ordinals and years belong to the name ("2nd", "2025").
            joints: whether modifiers may be joined by "and".
        """
        first = head
        while first > floor and (joints or self.tokens[first - 1].lower not in ("and", "&")):
            known = self.known.at(first - 1)
            if known is not None and known.is_region:
                first = known.first
                continue
            taken = _step_left(self.tokens, first, floor, numbers)
            if taken == first:
                break
            first = taken
        while first < head and self.tokens[first].lower in _LEADING_WORDS:
            first += 1
        return first

    def right(self, head: int, ceiling: int, *, stop_at_heads: bool = True) -> int:
        """Index after the last token of the name whose head noun is `head`: its "of …", "for …", "on …".

        Args:
            head: index of the head noun.
            ceiling: the first token that may not be taken (the sentence's end).
            stop_at_heads: whether another head noun ends the name, as for organisations inside organisations.
        """
        last = head + 1
        while last < ceiling:
            taken = self._complement(last, ceiling, stop_at_heads)
            if taken == last:
                break
            last = taken
        return last

    def _complement(self, last: int, ceiling: int, stop_at_heads: bool) -> int:
        """The end after one more prepositional complement, or the same end."""
        preposition = self.tokens[last].lower
        shared = preposition == "with" and self.tokens[last - 1].lower in _SHARED_WORK
        if preposition not in COMPLEMENT_PREPOSITIONS and not shared:
            return last
        index = last + 1
        if index < ceiling and self.tokens[index].lower == "the":
            index += 1
        known = self.known.at(index) if index < ceiling else None
        if known is not None and known.label is None and preposition == "for":
            return last  # "for the South Caucasus" is where somebody works, not part of the name
        end = self.topic(index, ceiling, stop_at_heads=stop_at_heads)
        if stop_at_heads and self._names_another(index, end, unit=self.tokens[last - 1].lower in lexicon.UNIT_HEADS):
            return last
        return end if end > index else last

    def _names_another(self, start: int, end: int, *, unit: bool) -> bool:
        """Whether the complement names another organisation, or the owner of one ("X's …")."""
        if end < len(self.tokens) and self.tokens[end].is_possessive:
            return not city_country(" ".join(token.text for token in self.tokens[start:end]))
        if end - start == 1 and self.tokens[start].text.isupper() and len(self.tokens[start].text) > 1:
            return True
        definite = self.tokens[start - 1].lower == "the"
        if definite and end - start == 1 and self.tokens[start].lower in lexicon.ORGANISATION_HEADS:
            return True
        if definite and end > start and self.tokens[end - 1].lower in lexicon.ORGANISATION_HEADS:
            return True
        if definite and unit and end - start > 2:
            return True  # "Environment Department of the Caspian Sea Trade Port"
        if not unit and not definite:
            return False
        return any(
            token.lower in lexicon.ORGANISATION_HEADS and token.lower not in _TOPICS_TOO
            for token in self.tokens[start:end]
        )

    def topic(self, start: int, ceiling: int, *, stop_at_heads: bool = True) -> int:
        """The end of a run of capitalised topic words: "Consumer Affairs, Food and Public Distribution".

        A word that only people's names have ends it, save in first place ("University of Aveiro").
        """
        tokens, index = self.tokens, start
        while index < ceiling:
            token = tokens[index]
            known = self.known.at(index)
            if known and known.label != vocabulary.AGENCY and known.first == index and not known.adjective:
                index = known.last
                continue
            if index > start and token.lower in ("and", "&", ",") and _list_goes_on(tokens, index, ceiling):
                index += 1 + (tokens[index + 1].lower in ("and", "&"))
                continue
            if token.is_possessive and _goes_on_owned(tokens, index, start, ceiling):
                index += 1
                continue
            glued = index > start and token.text in "-–" and token.start == tokens[index - 1].end
            if glued and index + 1 < ceiling and tokens[index + 1].start == token.end:
                index += 2
                continue
            if index + 1 < ceiling and city_country(f"{token.text} {tokens[index + 1].text}"):
                index += 2
                continue
            if not token.is_capitalised or not token.is_word or _ends_topic(tokens, index, start, stop_at_heads):
                break
            index += 1
        return index


def _goes_on_owned(tokens: Sequence[Token], index: int, start: int, ceiling: int) -> bool:
    """ "on Rural Women's Credit": the owners are many, and what they own belongs to the name."""
    owner = tokens[index - 1]
    many = owner.lower in _POSSESSIVE_OWNERS or (len(tokens[index].text) == 1 and owner.lower.endswith("s"))
    return index > start and many and index + 1 < ceiling and tokens[index + 1].is_capitalised


def _step_left(tokens: Sequence[Token], first: int, floor: int, numbers: bool) -> int:
    """The new first token after taking what stands to the left, or the same one."""
    token = tokens[first - 1]
    if token.is_possessive and first - 2 >= floor:
        owner = tokens[first - 2]
        plural = len(token.text) == 1 and owner.lower.endswith("s") and is_english_word(owner.text)
        body = owner.lower in lexicon.CAPITALISED_ORGANISATION_HEADS
        if owner.is_capitalised and not body and (plural or owner.lower in _POSSESSIVE_OWNERS):
            return first - 2
        return first
    if token.text in "-–—" and first - 2 >= floor and token.end == tokens[first].start:
        glued = tokens[first - 2].end == token.start and tokens[first - 2].is_capitalised
        return first - 2 if glued else first
    if token.lower in ("and", "&", "of") and first - 2 >= floor:
        return first - 2 if _joins_modifiers(tokens, first - 1, floor) else first
    if token.text[0].isdigit():
        return first - 1 if numbers else first
    if (
        token.text in '"”»'
        and first - 3 >= floor
        and tokens[first - 3].text in '"“«'
        and tokens[first - 2].is_capitalised
    ):
        return first - 3  # the “Hunarmand” Association
    if not token.is_capitalised or not token.is_word:
        return first
    if token.lower in lexicon.TIME_WORDS or token.lower.rstrip(".") in lexicon.HONORIFICS or is_hard_post(token):
        return first
    if token.text in lexicon.NOT_ACRONYMS or token.lower.endswith("-based"):
        return first
    if token.lower in _NUMBER_WORDS:
        return first - 1 if first - 1 > floor else first
    if token.lower in lexicon.FUNCTION_WORDS and token.lower not in lexicon.ORDINAL_WORDS:
        return first
    if token.lower in lexicon.ORDINAL_WORDS and not numbers:
        return first
    return first - 1


def _joins_modifiers(tokens: Sequence[Token], joint: int, floor: int) -> bool:
    """Whether "and" stands between two capitalised modifiers of one head ("Water and Energy Conference")."""
    left = tokens[joint - 1]
    if tokens[joint].lower == "of" or not left.is_capitalised or not left.is_word or left.text.isupper():
        return False
    if left.lower in lexicon.NAME_HEADS or is_hard_post(left):
        return False
    if not is_english_word(left.text) or left.lower in lexicon.FUNCTION_WORDS:
        return False
    return not _inside_complement(tokens, joint - 1, floor)


def _inside_complement(tokens: Sequence[Token], index: int, floor: int) -> bool:
    """Whether the capitalised words up to here are what an organisation is "of", or an item of a list."""
    while index > floor and tokens[index].is_capitalised and tokens[index].is_word:
        index -= 1
    return tokens[index].lower in ("of", "for", "on", ",", ";")


def _ends_topic(tokens: Sequence[Token], index: int, start: int, stop_at_heads: bool) -> bool:
    token = tokens[index]
    if token.lower.rstrip(".") in lexicon.HONORIFICS | lexicon.TIME_WORDS or is_hard_post(token):
        return True
    if (
        stop_at_heads
        and index == start
        and token.lower in lexicon.ORGANISATION_HEADS - _PLURAL_TOPICS
        and _has_complement(tokens, index)
    ):
        return True
    if index == start:
        return False
    return begins_person(tokens, index)


def _has_complement(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].lower in ("of", "for", "on")


def _list_goes_on(tokens: Sequence[Token], joint: int, ceiling: int) -> bool:
    """Whether the comma or "and" joins one more topic word of the same name."""
    index = joint + 1
    if index < ceiling and tokens[joint].text == "," and tokens[index].lower in ("and", "&"):
        index += 1
    if index >= ceiling or not _is_topic_word(tokens, index):
        return False
    if tokens[joint].text != ",":
        return not _ends_in_head(tokens, index, ceiling)
    while index < ceiling and _is_topic_word(tokens, index):  # a comma needs an "and" to come
        index += 1
    return index < ceiling and tokens[index].lower in ("and", "&", ",") and _list_goes_on(tokens, index, ceiling)


def _ends_in_head(tokens: Sequence[Token], index: int, ceiling: int) -> bool:
    """Whether the capitalised words from here name an organisation of their own ("and Open Ports Initiative")."""
    last = index
    while last + 1 < ceiling and tokens[last + 1].is_capitalised and tokens[last + 1].follows(tokens[last]):
        last += 1
    return last > index and tokens[last].lower in lexicon.CAPITALISED_ORGANISATION_HEADS


def _is_topic_word(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if not token.is_capitalised or token.text.isupper():
        return False
    if not is_english_word(token.text) and token.lower not in _REGIONAL_ADJECTIVES:
        return False
    if token.lower in lexicon.ORGANISATION_HEADS | lexicon.TIME_WORDS or token.lower in lexicon.HONORIFICS:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    starts_post = following is not None and following.lower in ("of", "for") and token.lower in lexicon.POST_HEADS
    return not starts_post and token.lower not in lexicon.SENIOR_POSTS and not begins_person(tokens, index)
