from __future__ import annotations

import pytest
from quoted import said


@pytest.mark.parametrize(
    ("text", "words", "speaker", "rule"),
    [
        ('"The ferry sails," Mira Holt said.', "The ferry sails", "Mira Holt", "direct.verb-after"),
        ('"The ferry sails," said Mira Holt, a pilot.', "The ferry sails", "Mira Holt", "direct.verb-after-inverted"),
        ('"Will it sail?" Mira Holt asked.', "Will it sail?", "Mira Holt", "direct.verb-after"),
        ('Mira Holt said: "The ferry sails."', "The ferry sails.", "Mira Holt", "direct.verb-before"),
        ("Mira Holt added: 'The ferry sails.'", "The ferry sails.", "Mira Holt", "direct.verb-before"),
        ('Mira Holt told reporters that "the ferry sails".', "the ferry sails", "Mira Holt", "direct.verb-before"),
        ('Said Mira Holt: "The ferry sails."', "The ferry sails.", "Mira Holt", "direct.verb-before"),
        ('She praised the crew, saying, "The ferry sails."', "The ferry sails.", "She", "direct.participle"),
        ('Mira Holt praised the old crew: "The ferry sails."', "The ferry sails.", "Mira Holt", "direct.colon"),
        ('"The ferry sails at dawn," she shrugged.', "The ferry sails at dawn", "she", "direct.any-verb"),
        ('"The ferry sails." — Mira Holt, pilot', "The ferry sails.", "Mira Holt", "direct.signed"),
        ('According to Mira Holt, "the ferry sails".', "the ferry sails", "Mira Holt", "direct.according-to"),
        ('As Mira Holt put it, "the ferry sails".', "the ferry sails", "Mira Holt", "direct.as-said"),
    ],
)  # fmt: skip
def test_each_rule_finds_the_words_and_the_speaker(text: str, words: str, speaker: str, rule: str) -> None:
    (made,) = said(text, people=("Mira Holt",))
    assert (made.words, made.speaker, made.kind, made.rule) == (words, speaker, "direct", rule)


def test_a_quotation_around_its_verb_is_two() -> None:
    first, second = said('"The ferry sails," said Mira Holt, a pilot, "but nobody boards."', people=("Mira Holt",))
    assert (first.words, first.speaker) == ("The ferry sails", "Mira Holt")
    assert (second.words, second.speaker) == ("but nobody boards.", "Mira Holt")


def test_words_behind_an_apposition_go_on() -> None:
    _, second = said('"The ferry sails," said Mira Holt, who pilots it, "but nobody boards."', people=("Mira Holt",))
    assert (second.words, second.speaker, second.rule) == ("but nobody boards.", "Mira Holt", "direct.verb-inside")


def test_a_coordinated_verb_shares_its_subject() -> None:
    _, second = said('Mira Holt said the pier was closed and added, "The ferry sails."', people=("Mira Holt",))
    assert (second.words, second.speaker, second.rule) == ("The ferry sails.", "Mira Holt", "direct.coordinated")


def test_a_sentence_in_marks_belongs_to_the_person_of_the_sentence_before() -> None:
    (made,) = said('Mira Holt was proud of the crew. "The ferry sails at dawn."', people=("Mira Holt",))
    assert (made.speaker, made.rule) == ("Mira Holt", "direct.sentence-before")


def test_a_sentence_in_marks_without_any_person_is_nobodys() -> None:
    assert said('"The ferry sails at dawn."\n\nNobody waited on the pier.') == []


def test_a_second_sentence_in_marks_continues_the_first() -> None:
    first, second = said('"The ferry sails," the pilot said. "Nobody boards it."')
    assert (first.speaker, first.continues) == ("the pilot", False)
    assert (second.speaker, second.continues, second.rule) == (None, True, "direct.continued")


def test_every_paragraph_of_a_long_quotation_has_the_speaker_of_the_last() -> None:
    found = said('"The ferry sails.\n\n"Nobody boards it.\n\n"So it goes," she said.')
    assert [(made.words, made.speaker) for made in found] == [
        ("The ferry sails.", "she"),
        ("Nobody boards it.", "she"),
        ("So it goes", "she"),
    ]


def test_an_attribution_on_the_next_line_is_found() -> None:
    (made,) = said('"The ferry sails at dawn."\n\nMira Holt said after the meeting.', people=("Mira Holt",))
    assert (made.speaker, made.rule) == ("Mira Holt", "direct.next-line")


def test_an_attribution_on_the_line_before_is_found() -> None:
    (made,) = said('Mira Holt, the pilot, answered:\n\n"The ferry sails at dawn."', people=("Mira Holt",))
    assert (made.words, made.speaker) == ("The ferry sails at dawn.", "Mira Holt")


def test_dashes_set_off_speech() -> None:
    first, second = said("– The ferry sails, – said Mira Holt. – Nobody boards it.", people=("Mira Holt",))
    assert (first.words, first.speaker) == ("The ferry sails", "Mira Holt")
    assert (second.words, second.speaker) == ("Nobody boards it.", "Mira Holt")


def test_items_of_a_list_are_no_speech() -> None:
    assert said("– ferries, boats\n– a pier, – new\n– a lamp") == []


@pytest.mark.parametrize(
    "text",
    [
        'Mira Holt spoke at a session themed "Ferries of the Future and the Sea".',
        'The forum, "Harbours: The Next Step," opened on Monday.',
        'She joined the panel "Boats and People" on tides.',
        'The so-called "green" ferry runs on "smart" fuel.',
        'The film "The Long Pier" opened. The song "Low Tide" did not.',
        'Mira Holt read "The Long Pier" at school.',
        'She spoke on the channel\'s "Morning Tide".',
        'The guests watched "Low Tide" in a tent.',
        "Its motto is “Boats for All”.",
        '"Low Tide"\n\nThe film opened.',
    ],
)
def test_titles_themes_and_scare_quotes_are_no_speech(text: str) -> None:
    assert said(text, people=("Mira Holt",)) == []


def test_a_statement_may_read() -> None:
    (made,) = said('"The pier stays closed," the statement read.')
    assert made.speaker == "the statement"


def test_words_of_another_inside_a_quotation_are_nested() -> None:
    text = "\"As Jon Berg said at the pier, 'no boat is late.' I agree,\" Mira Holt said."
    outer, inner = said(text, people=("Mira Holt", "Jon Berg"))
    assert (outer.speaker, outer.nested) == ("Mira Holt", False)
    assert (inner.words, inner.speaker, inner.nested, inner.kind) == ("no boat is late.", "Jon Berg", True, "direct")


def test_a_clause_of_another_inside_a_quotation_is_nested() -> None:
    text = '"As the pilot Jon Berg noted, no boat is late. We wait," she said.'
    _, inner = said(text, people=("Jon Berg",))
    assert (inner.words, inner.speaker, inner.kind, inner.nested) == (
        "no boat is late",
        "Jon Berg",
        "indirect",
        True,
    )


def test_a_term_in_inner_marks_is_not_nested_speech() -> None:
    assert len(said("\"We teach 'sea sense' to all who said that they care,\" she said.")) == 1
