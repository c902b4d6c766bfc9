from __future__ import annotations

from quoted import said


def test_labels_in_capitals_name_the_speakers() -> None:
    found = said("MIRA HOLT: We sail.\n\nJON BERG: I doubt it.\n\nMIRA HOLT: We do.")
    assert [(made.speaker, made.words) for made in found] == [
        ("MIRA HOLT", "We sail."),
        ("JON BERG", "I doubt it."),
        ("MIRA HOLT", "We do."),
    ]


def test_answers_are_those_of_the_person_introduced() -> None:
    text = "Harbour News met Mira Holt.\n\nQ: Do you sail?\n\nA: We do.\n\nQ: When?\n\nA: At dawn."
    found = said(text, people=("Mira Holt",))
    assert [(made.speaker, made.words) for made in found] == [("Mira Holt", "We do."), ("Mira Holt", "At dawn.")]


def test_a_paragraph_between_labels_continues_the_turn() -> None:
    found = said("HOLT: We sail.\n\nWe sail far.\n\nBERG: No.\n\nHOLT: Yes.")
    assert [(made.speaker, made.continues) for made in found][:2] == [("HOLT", False), ("HOLT", True)]


def test_bold_labels_are_labels() -> None:
    found = said("**Why sail?:** x\n\n**Mira Holt:** We sail.\n\n**Jon Berg:** No.\n\n**Mira Holt:** Yes.")
    assert [made.speaker for made in found if made.words in ("We sail.", "Yes.")] == ["Mira Holt", "Mira Holt"]


def test_one_heading_with_a_colon_is_no_interview() -> None:
    assert said("Background: The fair is old.\n\nNOTES: It is large.") == []
