"""What speaks for a run of capitals being a person's name, and what against it, as a number.

Known names, words that English does not have, a title before it, a post or a verb of speech after it speak for it;
a place, a noun that calls it something else, a state or a post that owns it speak against it.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Token
from graphkit.extract.gazetteers import city_country, fold, is_english_word, is_family_name, is_given_name, is_region
from graphkit.extract.names.spans import NameTable, owned_by_state

_NOUNS_BEFORE_NAMES = frozenset(
    """program programme project initiative plan campaign vessel ship yacht ferry tanker boat song film movie book novel
    poem album play series app satellite rocket trophy brand hotel street village island restaurant""".split()
)
"""Right before capitals they say that these name something else than a person."""
_PLACE_PREPOSITIONS = frozenset("in at near from to into outside across around towards toward via".split())
_PERSON_VERBS = frozenset(
    """said says told added noted stressed stated announced explained argued warned emphasized emphasised who
    recalled declared remarked replied asked agreed joked concluded promised mentioned underlined observed
    believes thinks chairs heads leads directs met visited pointed commented called insisted
    affirmed informed""".split()
)
_DIRECTIONS = frozenset(
    "north south east west central northern southern eastern western upper lower new greater".split()
)
_FAMILY_SUFFIXES = (
    "ov", "ova", "ev", "eva", "yev", "yeva", "in", "ina", "dze", "shvili", "ian", "yan", "oglu", "zade", "zada", "li",
    "ski", "sky", "ska", "enko", "chuk", "escu", "ic", "vic", "sen", "sson", "poulos", "idis", "akis", "uulu", "kyzy",
)  # fmt: skip


def evidence_for_person(
    document: Document, table: NameTable, first: int, last: int, words: Sequence[Token], *, titled: bool
) -> float:
    """How much speaks for the tokens from `first` to before `last` naming a person; 2 is enough for two words.

    Args:
        document: the article.
        table: the names found so far.
        first: index of the first token.
        last: index behind the last token.
        words: the words among them, without particles.
        titled: whether a post or a form of address stands before them.
    """
    score = _evidence_of_words(words) + 2 * titled + evidence_after(document, table, last)
    score += _evidence_before(document, table, first) + _evidence_against(document, table, first, last, words)
    return score if titled else score + _evidence_of_place(document, first, words)


def _evidence_before(document: Document, table: NameTable, first: int) -> float:
    """A verb of speech, or somebody's post with what it is of, right before."""
    tokens = document.tokens
    if first == 0:
        return 0.0
    score = 1.0 * (tokens[first - 1].lower in _PERSON_VERBS) + 1.0 * ends_description(document, table, first - 1)
    if first > 1 and tokens[first - 1].text == ",":
        score += 0.75 * ends_description(document, table, first - 2)
        score += 1.25 * (table.post_at(first - 2) is not None)
    return score


def _evidence_of_place(document: Document, first: int, words: Sequence[Token]) -> float:
    """Whether it is a place, or stands as one."""
    before = document.tokens[first - 1].lower if first else ""
    score = -1.5 * (before in _PLACE_PREPOSITIONS) - 2.0 * (before == "the") - 2.0 * (words[0].lower in _DIRECTIONS)
    return score - 3.0 * any(_is_place(words[:size]) for size in (2, len(words)))


def _evidence_against(document: Document, table: NameTable, first: int, last: int, words: Sequence[Token]) -> float:
    """Whether a noun calls it something else, or it owns a post, or a state owns it."""
    tokens, score = document.tokens, 0.0
    given = is_given_name(words[0].text)
    if first > 0 and (tokens[first - 1].text in _NOUNS_BEFORE_NAMES or tokens[first - 1].lower.endswith("-based")):
        score -= 3
    if _is_called_body(tokens, first) and not given:
        score -= 2.5
    if words[0].lower in lexicon.NAMED_THINGS or _heads_post(document, table, last):
        score -= 3
    if owned_by_state(document, table, first) and not given and not is_family_name(words[-1].text):
        score -= 2
    return score


def _is_place(words: Sequence[Token]) -> bool:
    name = " ".join(word.text for word in words)
    return city_country(name) is not None or (len(words) > 1 and is_region(name))


def _is_called_body(tokens: Sequence[Token], first: int) -> bool:
    """ "ferry operator Adria Linija"; in "rector of the university X" the noun belongs to the post."""
    if first < 3 or tokens[first - 1].text not in lexicon.AGENCY_NOUNS:
        return False
    return not (tokens[first - 2].lower in ("the", "same") and tokens[first - 3].lower in ("of", "the"))


def _heads_post(document: Document, table: NameTable, last: int) -> bool:
    """ "Hyundai Mipo boss Kim Tae-jin": a body, its post in lower case, and the person behind."""
    post = table.post_at(last)
    if post is None or document.tokens[post.first].is_capitalised:
        return False
    behind = post.last
    following = document.tokens[behind] if behind < len(document.tokens) else None
    return following is not None and following.is_capitalised and table.is_free(behind, behind + 1)


def _evidence_of_words(words: Sequence[Token]) -> float:
    score = 0.0
    if is_given_name(words[0].text):
        score += 1.0 if is_english_word(words[0].text) else 2.0
    if len(words) > 1 and (is_family_name(words[-1].text) or is_given_name(words[-1].text)):
        score += 1.0
    if len(words) > 1 and fold(words[-1].text).endswith(_FAMILY_SUFFIXES) and not is_english_word(words[-1].text):
        score += 0.75
    if len(words[0].text) == 1 and not is_english_word(words[-1].text):
        score += 1.0  # "A. Okonjo"
    for word in words:
        if len(word.text.rstrip(".")) == 1:
            continue
        if not is_english_word(word.text):
            score += 1.0
        elif not is_given_name(word.text) and not is_family_name(word.text):
            score -= 0.5 if word is words[0] and not is_english_word(words[-1].text) else 1.25
    return score


def has_title(document: Document, table: NameTable, first: int) -> bool:
    """Whether a post or an honorific stands directly before."""
    tokens = document.tokens
    if first == 0:
        return False
    before = first - 1
    if tokens[before].text == "." and before > 0:
        before -= 1
    if tokens[before].lower in lexicon.HONORIFICS or tokens[before].lower in lexicon.POST_HEADS:
        return True
    return table.post_at(first - 1) is not None


def ends_description(document: Document, table: NameTable, before: int) -> bool:
    """Whether the word before closes somebody's post: "… of the World Bank", "… of the university"."""
    if document.tokens[before].text == ")" and before > 0:
        before -= 1
    owner = table.at(before)
    if owner is not None:
        return owner.label in (vocabulary.AGENCY, vocabulary.COUNTRY) and not owner.adjective
    token = document.tokens[before]
    noun = token.lower in lexicon.ORGANISATION_HEADS and not token.is_capitalised
    return noun and before > 0 and document.tokens[before - 1].lower in ("the", "same")


def evidence_after(document: Document, table: NameTable, last: int) -> float:
    """A post in apposition, a bracketed state, a speech verb, "who"."""
    following = document.tokens[last : last + 12]
    if not following:
        return 0.0
    if following[0].text == "(":
        state = table.at(last + 1)
        return 1.5 if state is not None and state.label == vocabulary.COUNTRY else 0.0
    if following[0].text == ",":
        for token in following[1:8]:
            if token.lower in lexicon.POST_HEADS:
                return 1.5
            if token.text in ",.;":
                break
        following = following[1:]
    return 1.0 if following and following[0].lower in _PERSON_VERBS else 0.0
