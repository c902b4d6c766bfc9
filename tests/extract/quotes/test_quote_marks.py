from __future__ import annotations

import pytest

from graphkit.extract.document import Document
from graphkit.extract.quotes.marks import find_marked


def stretches(text: str, depth: int = 0) -> list[str]:
    return [text[made.words.start : made.words.end] for made in find_marked(Document(text)) if made.depth == depth]


@pytest.mark.parametrize(
    "text",
    [
        '"We stay," she said.',
        "“We stay,” she said.",
        "«We stay,» she said.",
        "‘We stay,’ she said.",
        "'We stay,' she said.",
        "„We stay“, she said.",
        "``We stay,'' she said.",
        "”We stay,” she said.",
    ],
)
def test_every_form_of_marks_is_paired_without_the_final_comma(text: str) -> None:
    assert stretches(text) == ["We stay"]


def test_full_stops_and_question_marks_stay_inside() -> None:
    assert stretches('He said: "We stay." "Why?" she asked.') == ["We stay.", "Why?"]


@pytest.mark.parametrize(
    "text",
    ["The winners' list and the judges' notes.", "It's the '90s.", "rock 'n roll", "a 5'10\" man", ""],
)
def test_apostrophes_and_inch_marks_open_nothing(text: str) -> None:
    assert stretches(text) == []


def test_single_marks_inside_double_ones_are_one_deeper() -> None:
    text = "\"He told me: 'The farmers' well is dry.' I wept,\" she said."
    assert stretches(text) == ["He told me: 'The farmers' well is dry.' I wept"]
    assert stretches(text, depth=1) == ["The farmers' well is dry."]


def test_a_mark_reopened_at_each_paragraph_is_one_quotation() -> None:
    marked = find_marked(Document('"One.\n\n"Two.\n\n"Three," he said.'))
    assert [made.run for made in marked] == [marked[0].run] * 3


def test_paragraphs_between_an_opening_and_a_closing_mark_belong_to_the_quotation() -> None:
    assert stretches('"One.\n\nTwo.\n\nThree," he said.') == ["One.", "Two.", "Three"]


def test_a_mark_that_nothing_closes_ends_with_its_paragraph() -> None:
    assert stretches('He said: "One.\n\nThe fair opened.\n\nIt closed.') == ["One."]
