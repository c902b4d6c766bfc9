"""Direct quotations of PolNeAR (Newell, Margolin and Ruths, LREC 2018), from the brat files of a checkout.

Offsets are code points of the articles as they stand in the checkout. Where several annotators read an article, the
first by their code is taken. An attribution is `direct` where at least four fifths of its content's words stand in
quotation marks, `indirect` where less than a fifth do, else `mixed`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

Span = tuple[int, int]

WORD = re.compile(r"\w+(?:['’]\w+)*")
PRONOUNS = frozenset(
    """he she they i we you it who that this these those him her them one himself herself themselves which both some
    many others his my your our its their""".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PARTICLES = frozenset("de la van von bin al".split())
_ORGANISATION = re.compile(
    r"""\b(?:Times|Post|News|CNN|NBC|ABC|CBS|MSNBC|Fox|FBI|CIA|Journal|Magazine|Committee|Party|House|Department|
    Institute|Center|University|Union|Association|Foundation|Company|Inc|Corp|Corporation|Group|PAC|Reuters|AP|AFP|
    Press|Bank|Campaign|Court|Council|Politico|POLITICO|Breitbart|WikiLeaks|Wikileaks|BuzzFeed|Buzzfeed|Guardian|
    Senate|Congress|Office|Commission|Agency|Administration|Republicans|Democrats|Americans|DNC|RNC|NRA|Twitter|
    Facebook|NPR|PBS|Washington|Review|Globe|Herald|Tribune|Today|Society|Network|Coalition|League|Fund|Trust|
    Board)\b""",
    re.VERBOSE,
)
_HEAD_ENDS = re.compile(
    r"\s*[,(\[;]|\s[-–—]+\s|\s+(?:who|whose|of|for|in|from|at|on|with|during|when|as)\s"
)  # where the head of a source is over: "Tim Miller, a spokesman", "a spokesman for"
_PARAGRAPHS_LOOKED_AHEAD = 6


@dataclass(frozen=True)
class Attribution:
    """What somebody said, as an annotator marked it.

    Attributes:
        content: the spans of what was said.
        quoted: those parts of it that stand in quotation marks.
        kind: `direct`, `mixed` or `indirect`.
        source: the words that name who said it, or None.
        source_class: `person`, `org`, `group`, `pronoun`, `nominal` or `none`, guessed from these words.
        surname: the last word of the name, folded, where the source is a person or an organisation.
    """

    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    kind: str
    source: str | None
    source_class: str
    surname: str | None


@dataclass(frozen=True)
class GoldArticle:
    """One article with its attributions."""

    key: str
    text: str
    attributions: tuple[Attribution, ...]


def gold_articles(data: Path, split: str) -> list[GoldArticle]:
    """The articles of a split, by name.

    Args:
        data: the folder `data` of a checkout.
        split: a folder in it that holds `attributions` and `text`.
    """
    first: dict[str, Path] = {}
    for file in sorted((data / split / "attributions").glob("*.ann")):
        first.setdefault(file.stem.rsplit("_", 1)[0], file)
    return [_article(key, file, data / split / "text" / f"{key}.txt") for key, file in sorted(first.items())]


def _article(key: str, annotations: Path, file: Path) -> GoldArticle:
    text = file.read_bytes().decode("utf-8")
    spans, attributions = _read_brat(annotations)
    regions = quoted_regions(text)
    found = []
    for roles in attributions:
        content = sorted(span for role, name in roles if role.startswith("Content") for span in spans[name])
        source = sorted(span for role, name in roles if role.startswith("Source") for span in spans[name])
        words = " ".join(text[start:end] for start, end in source) or None
        if word_starts(text, content):
            found.append(_attribution(text, content, words, regions))
    return GoldArticle(key, text, tuple(found))


def _read_brat(file: Path) -> tuple[dict[str, list[Span]], list[list[tuple[str, str]]]]:
    """The spans by their name, and of each attribution its roles with the spans' names."""
    spans: dict[str, list[Span]] = {}
    attributions = []
    for line in file.read_text(encoding="utf-8").split("\n"):
        name, _, rest = line.partition("\t")
        said = rest.split("\t")[0]
        if name.startswith("T"):
            pieces = said.split(" ", 1)[1].split(";")
            spans[name] = [(int(start), int(end)) for start, end in map(str.split, pieces)]
        elif name.startswith("E"):
            attributions.append([(role, at) for role, _, at in (part.partition(":") for part in said.split())])
    return spans, attributions


def _attribution(text: str, content: Sequence[Span], source: str | None, regions: Sequence[Span]) -> Attribution:
    words = word_starts(text, content)
    share = sum(any(start <= word < end for start, end in regions) for word in words) / len(words)
    kind = "direct" if share >= 0.8 else "indirect" if share < 0.2 else "mixed"
    cuts = [(max(start, left), min(end, right)) for start, end in content for left, right in regions]
    quoted = [(start, end) for start, end in cuts if start < end and WORD.search(text[start:end])]
    source_class, surname = _classify(source)
    return Attribution(tuple(content), tuple(quoted), kind, source, source_class, surname)


def word_starts(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Where the words of some spans begin."""
    return frozenset(word.start() for start, end in spans for word in WORD.finditer(text, start, end))


def quoted_regions(text: str) -> list[Span]:
    """What stands inside double quotation marks, without them, cut at the ends of paragraphs.

    A paragraph that leaves its mark open is gone on with in the next one, if a closing mark is the first to come.
    """
    paragraphs = [found.span() for found in re.finditer(r"[^\n]*\n|[^\n]+$", text) if found.group().strip()]
    marks = [list(_marks(text, *paragraph)) for paragraph in paragraphs]
    regions: list[Span] = []
    carried = False
    for index, (start, end) in enumerate(paragraphs):
        ahead = next((found[0][1] for found in marks[index : index + _PARAGRAPHS_LOOKED_AHEAD] if found), "")
        opened = start if carried and ahead == "closes" else None
        for at, does in marks[index]:
            if opened is None and does != "closes":
                opened = at + 1
            elif opened is not None and does != "opens":
                regions.append((opened, at))
                opened = None
        carried = opened is not None
        if opened is not None:
            regions.append((opened, end))
    return regions


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The double marks of a paragraph, each with what it does: `opens`, `closes` or `either`."""
    padded = "\n" + text[start:end] + "\n"
    for at, (before, mark) in enumerate(pairwise(padded[:-1])):
        after = padded[at + 2]
        if mark == "“":
            yield start + at, "opens"
        elif mark == "”":
            yield start + at, "closes"
        elif mark == '"':
            yield start + at, _straight_mark(before, after)


def _straight_mark(before: str, after: str) -> str:
    if before.isspace():
        return "opens"
    if before in "([{—–-‘'":
        return "closes" if after.isspace() else "opens"
    return "closes" if after.isspace() or after in ".,;:!?)]}—–" else "either"


def _classify(source: str | None) -> tuple[str, str | None]:
    """What a source is, guessed from its words, and the surname in it."""
    if not source:
        return "none", None
    words = " ".join(source.split()).strip(" ,;:")
    lower = words.lower().split()
    if " ".join(lower) in PRONOUNS or (lower[0] in {"he", "she", "they", "i", "we", "you", "who"} and len(lower) <= 2):
        return "pronoun", None
    head = _HEAD_ENDS.split(words)[0].strip()
    if re.search(r"\band\b|&", head) and re.search(r"[A-Z]", head):
        return "group", None
    name = _capitals_at_end(head.split())
    if not name:
        return "nominal", None
    titled = re.match(r"^(?:Mr|Mrs|Ms)\.", " ".join(name))
    begins_with_article = name[0].lower() in {"the", "a", "an"}
    is_organisation = begins_with_article or (_ORGANISATION.search(" ".join(name)) and not titled)
    return "org" if is_organisation else "person", surname(" ".join(name))


def _capitals_at_end(words: Sequence[str]) -> list[str]:
    name: list[str] = []
    for word in reversed(words):
        if not re.match(r"[“\"']?[A-Z]", word) and not (name and word.lower() in _PARTICLES):
            break
        name.insert(0, word)
    return name


def without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def name_words(name: str) -> list[str]:
    """The words of a name, folded: without accents and possessive endings, in lower case."""
    found = re.findall(r"[^\W\d_][\w'’\-]*", without_accents(name))
    return [re.sub(r"['’]s?$", "", word).lower() for word in found]


def surname(name: str) -> str | None:
    """The last word of a personal name, folded, without "Jr." and the like."""
    words = name_words(name)
    while words and words[-1] in _SUFFIXES:
        words.pop()
    return words[-1] if words else None
