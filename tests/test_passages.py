"""Where the evidence of an edge stands in its sentence."""

from __future__ import annotations

import pytest

from graphkit.passages import evidence_in_sentence

SENTENCE = 'Ana said: "Tea, tea."'
TEXT = f"Talks began. {SENTENCE} Later {SENTENCE}"


def edge(start: int, end: int, **properties: str) -> dict[str, object]:
    return {"sentence": SENTENCE, "start": start, "end": end, **properties}


@pytest.mark.parametrize("begin", [TEXT.index(SENTENCE), TEXT.rindex(SENTENCE)], ids=["first", "second"])
def test_it_is_where_the_offsets_point_of_a_sentence_that_stands_twice(begin: int) -> None:
    assert evidence_in_sentence(edge(begin + 16, begin + 19), TEXT) == (16, 19)


def test_of_evidence_that_reaches_over_its_sentence_it_is_the_part_within() -> None:
    begin = TEXT.index(SENTENCE)
    assert evidence_in_sentence(edge(begin + 11, begin + 30), TEXT) == (11, len(SENTENCE))


@pytest.mark.parametrize("name", ["text", "surface"])
def test_without_the_text_it_is_where_the_words_stand(name: str) -> None:
    assert evidence_in_sentence(edge(24, 32, **{name: "Tea, tea."}), "") == (11, 20)


def test_a_sentence_without_the_words_holds_no_evidence() -> None:
    assert evidence_in_sentence(edge(24, 32, text="Coffee."), "") == (0, 0)
    assert evidence_in_sentence(edge(0, 5), TEXT) == (0, 0)
