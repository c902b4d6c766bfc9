"""The names that a spaCy pipeline finds, joined to those of the rules.

The pipeline is the user's choice, and an extra of the package: `pip install "forum-graphkit[spacy]"`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphkit import vocabulary
from graphkit.errors import ExtractionError
from graphkit.extract import extract
from graphkit.extract.proposals import Proposal
from graphkit.extractors.extractor import Extractor
from graphkit.records import Article, Reading

if TYPE_CHECKING:
    from spacy.language import Language

_RULES: Final = {
    vocabulary.PERSON: "spacy.person",
    vocabulary.AGENCY: "spacy.agency",
    vocabulary.COUNTRY: "spacy.country",
    vocabulary.FORUM: "spacy.forum",
}
_LABELS: Final = {
    "PERSON": vocabulary.PERSON,
    "PER": vocabulary.PERSON,
    "PERSNAME": vocabulary.PERSON,
    "ORG": vocabulary.AGENCY,
    "ORGNAME": vocabulary.AGENCY,
    "GPE": vocabulary.COUNTRY,
    "LOC": vocabulary.COUNTRY,
    "PLACENAME": vocabulary.COUNTRY,
    "EVENT": vocabulary.FORUM,
} | {label.upper(): label for label in _RULES}
"""What the entity labels of OntoNotes, WikiNER and the National Corpus of Polish stand for, and our own labels.
A place counts as a country only where a state has its name."""

_LONGEST = 100_000
"""How many characters a pipeline is given at once; its memory grows with them."""


def spacy_extractor(pipeline: str) -> Extractor:
    """An extractor by our rules and the names that a spaCy pipeline finds where they find none.

    Args:
        pipeline: the name of an installed pipeline (`en_core_web_sm`), or the folder of one.

    Raises:
        ExtractionError: spaCy or the pipeline is not installed.
    """
    nlp = _loaded(pipeline)

    def read(article: Article) -> Reading:
        try:
            proposals = list(_proposals(nlp, article.text))
        except Exception as error:  # whatever the components of the user's pipeline raise
            raise ExtractionError(
                f"The spaCy pipeline {pipeline!r} failed on article {article.key}: {error}. "
                "Name another pipeline, or leave out --extractor."
            ) from error
        return extract(article, proposals)

    return read


def _loaded(pipeline: str) -> Language:
    try:
        import spacy
    except ImportError as error:
        raise ExtractionError(
            "The extractor spacy needs spaCy, which is not installed. "
            'Install it with: pip install "forum-graphkit[spacy]"'
        ) from error
    try:
        return spacy.load(pipeline)
    except (OSError, ValueError, ImportError) as error:
        advice = (
            "Name the folder of a pipeline that spaCy saved."
            if Path(pipeline).exists()
            else f"Name the folder of one, or install one of spaCy's own with: python -m spacy download {pipeline}"
        )
        raise ExtractionError(
            f"spaCy cannot load the pipeline {pipeline!r} ({_first_line(error)}). {advice}"
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")


def _proposals(nlp: Language, text: str) -> Iterator[Proposal]:
    start = 0
    for piece in _pieces(text):
        for entity in nlp(_without_half_surrogates(piece)).ents:
            label = _LABELS.get(entity.label_.upper())
            if label is not None:
                yield Proposal(start + entity.start_char, start + entity.end_char, label, _RULES[label])
        start += len(piece)


def _pieces(text: str) -> Iterator[str]:
    """The text, cut at white space where it is too long for one go."""
    while len(text) > _LONGEST:
        cut = max(text.rfind("\n", 0, _LONGEST), text.rfind(" ", 0, _LONGEST)) + 1 or _LONGEST
        yield text[:cut]
        text = text[cut:]
    yield text


def _without_half_surrogates(text: str) -> str:
    """Text of the same length that UTF-8 can hold."""
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
