"""People: what is left of the capitals when states, organisations, gatherings and posts are taken out.

A run of one to five capitalised words is a person when enough speaks for it: a known given or family name,
words that English does not have, a title before it, a post or a speech verb after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Token
from graphkit.extract.gazetteers import (
    is_english_word,
    is_family_name,
    is_given_name,
)
from graphkit.extract.names.person_evidence import ends_description, evidence_after, evidence_for_person, has_title
from graphkit.extract.names.spans import Name, NameTable

_LONGEST = 5
_NUMERALS = frozenset("II III IV VI VII VIII IX XI XII".split())
_DIVISIONS = frozenset("province region district city county oblast state territory municipality prefecture".split())
_THRESHOLD, _BEYOND_DOUBT = 2.0, 4.0


def people(document: Document, table: NameTable) -> Iterator[Name]:
    """All people, found in the tokens that no other name holds."""
    for sentence in document.sentences:
        if any(headline.covers(sentence) for headline in document.headlines):
            continue  # every word has a capital there: only names that the text repeats count
        for first, last in _runs(document, table, document.token_range(sentence)):
            found = _person(document, table, first, last)
            if found is not None:
                yield found


def _runs(document: Document, table: NameTable, sentence: range) -> Iterator[tuple[int, int]]:
    """Maximal runs of free capitalised words, with particles inside and without honorifics."""
    tokens = document.tokens
    index = sentence.start
    while index < sentence.stop:
        if not _may_begin(tokens, table, index, sentence.start) or _ends_unit(tokens, table, index):
            index += 1
            continue
        last = index + 1
        while last < sentence.stop and table.is_free(last, last + 1):
            if ((_is_name_word(tokens[last]) or _is_short_name(tokens, index, last)) and _touches(tokens, last)) or (
                tokens[last].text == "." and _is_initial(tokens, last - 1)
            ):
                last += 1
            elif (end := _after_particles(document, table, last, sentence.stop)) > last:
                last = end
            else:
                break
        yield _behind_place(tokens, index, last), last
        index = last


def _behind_place(tokens: Sequence[Token], first: int, last: int) -> int:
    """ "Governor of Bursa Province Orhan Tezcan": the person begins behind the province."""
    heads = [index for index in range(first, last - 2) if tokens[index].lower in _DIVISIONS]
    return heads[-1] + 1 if heads else first


def _may_begin(tokens: Sequence[Token], table: NameTable, index: int, sentence_start: int) -> bool:
    token = tokens[index]
    if table.is_free(index, index + 3) and _is_initial(tokens, index):
        return True
    if not table.is_free(index, index + 1) or not _is_name_word(token):
        return False
    return not (index == sentence_start and _is_plain_word(tokens, index))


def _is_initial(tokens: Sequence[Token], index: int) -> bool:
    """ "A. Okonjo": a letter with a full stop, and the family name behind it."""
    if index + 2 >= len(tokens) or len(tokens[index].text) > 2 or not tokens[index].is_capitalised:
        return False
    glued = tokens[index + 2].start == tokens[index + 1].end  # "Kh.Erdenebat"
    return (
        (glued or len(tokens[index].text) == 1) and tokens[index + 1].text == "." and _is_name_word(tokens[index + 2])
    )


def _ends_unit(tokens: Sequence[Token], table: NameTable, index: int) -> bool:
    """ "the Majlis Staff": the last word of a unit, right behind the name of the body."""
    owner = table.at(index - 1) if index else None
    return owner is not None and owner.label == vocabulary.AGENCY and tokens[index].lower in lexicon.UNIT_HEADS


def _is_plain_word(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sentence's first word has its capital only for that."""
    token = tokens[index]
    if is_given_name(token.text) or is_family_name(token.text):
        following = index + 1
        while following < len(tokens) and _is_particle(tokens, following):
            following += 1
        follows = following < len(tokens) and _is_name_word(tokens[following])
        return is_english_word(token.text) and not follows
    return is_english_word(token.text)


def _is_name_word(token: Token) -> bool:
    if not token.is_word or not token.is_name_shaped:
        return False
    lower = token.lower
    if lower.endswith("-based") or (
        token.text in lexicon.NOT_ACRONYMS and len(token.text) > 1 and token.text not in _NUMERALS
    ):
        return False
    if lower.rstrip(".") in lexicon.HONORIFICS or lower in lexicon.TIME_WORDS - lexicon.ABBREVIATED_TIMES:
        return False
    return lower not in lexicon.FUNCTION_WORDS and lower not in lexicon.ORDINAL_WORDS


def _is_short_name(tokens: Sequence[Token], first: int, index: int) -> bool:
    """ "Nguyễn Văn An": a capitalised word that English has as well, behind words that it lacks."""
    token = tokens[index]
    if not token.is_capitalised or len(token.text) != 2 or token.lower in lexicon.FUNCTION_WORDS - {"an"}:
        return False
    return any(not is_english_word(word.text) for word in tokens[first:index])


def _touches(tokens: Sequence[Token], index: int) -> bool:
    gap = tokens[index].start - tokens[index - 1].end
    return gap == 1 or (gap == 0 and tokens[index - 1].text == ".")


def _after_particles(document: Document, table: NameTable, index: int, stop: int) -> int:
    """The index after particles and the name word behind them ("van der Berg"), or the same index."""
    tokens = document.tokens
    end = index
    while end < stop and end - index < 3 and _is_particle(tokens, end):
        end += 1
    if end == index or end >= stop or not table.is_free(index, end + 1) or not _is_name_word(tokens[end]):
        return index
    return end + 1


def _is_particle(tokens: Sequence[Token], index: int) -> bool:
    """ "del", and "DEL" in a name that is written in capitals."""
    text = tokens[index].text
    in_capitals = text.isupper() and tokens[index - 1].text.isupper() and len(tokens[index - 1].text) > 1
    return text in lexicon.PARTICLES or (in_capitals and text.lower() in lexicon.PARTICLES)


def _person(document: Document, table: NameTable, first: int, last: int) -> Name | None:
    tokens = document.tokens
    if last - first > _LONGEST:
        return None
    words = [token for token in tokens[first:last] if token.is_word and token.text not in lexicon.PARTICLES]
    if all(len(word.text.rstrip(".")) == 1 for word in words) or words[-1].text.endswith("."):
        return None
    titled = has_title(document, table, first)
    if _signs_off(document, first, last):
        return None
    if first > 1 and tokens[first - 1].text == "." and tokens[first - 2].text in ("St", "ST"):
        return None  # "in St. Petersburg"
    if words[-1].lower in lexicon.OTHER_NAME_HEADS and not titled:
        return None
    score = evidence_for_person(document, table, first, last, words, titled=titled)
    if len(words) == 1:
        after = evidence_after(document, table, last)
        described = first > 0 and after >= 1 and ends_description(document, table, first - 1)
        introduced = titled or after >= 1.5 or described
        plain = is_english_word(words[0].text) or len(words[0].text) < 4
        single = introduced and not plain and score >= 2.5
        return Name(first, last, vocabulary.PERSON, "person.single-name") if single else None
    if score < _THRESHOLD:
        return None
    rule = "person.titled" if titled else "person.known-name" if score >= _BEYOND_DOUBT else "person.shape"
    return Name(first, last, vocabulary.PERSON, rule)


def _signs_off(document: Document, first: int, last: int) -> bool:
    """ "PTI JKS ROH": the initials of a desk behind the last full stop of a paragraph."""
    tokens = document.tokens
    closes = last == len(tokens) or document.text[tokens[last - 1].end : tokens[last].start].find("\n") >= 0
    return closes and first > 0 and all(token.text.isupper() for token in tokens[first - 1 : last])


def parts_of_names(document: Document, table: NameTable, found: Sequence[Name]) -> Iterator[Name]:
    """Words that are part of a full name of the same article, alone or side by side."""
    parts = {
        token.text
        for name in found
        for token in document.tokens[name.first : name.last]
        if token.is_word and token.text not in lexicon.PARTICLES and len(token.text) > 1
    }
    parts |= {part.capitalize() for part in parts if part.isupper()}
    parts |= {part[0].upper() + part[1:] for part in parts} | {
        part.split("-", 1)[1] for part in parts if part[0].islower() and "-" in part
    }
    tokens, index = document.tokens, 0
    while index < len(tokens):
        last = index
        while last < len(tokens) and tokens[last].text in parts and table.is_free(last, last + 1):
            last += 1
            if last < len(tokens) and not tokens[last].follows(tokens[last - 1]):
                break
        if last > index:
            yield Name(index, last, vocabulary.PERSON, "person.part-of-name")
        index = max(last, index + 1)
