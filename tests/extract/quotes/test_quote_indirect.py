from __future__ import annotations

import pytest
from quoted import said

CLAUSE = "the pier was closed"


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        (f"Mira Holt noted that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"Mira Holt told Harbour News on Friday that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"Mira Holt, in turn, stressed that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"Mira Holt (Norland), whose crew, a few, had left, said that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"Speaking here, Mira Holt, the head of a union, said that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"The head of the union, Mira Holt, said that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"Head of the Port Authority Mira Holt pointed out that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"Mira Holt praised the crew and expressed her firm hope that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"Mira Holt's deputy said that {CLAUSE}.", "Mira Holt's deputy", "indirect.said-that"),
        (f"A spokesman for Mira Holt said that {CLAUSE}.", "A spokesman for Mira Holt", "indirect.said-that"),
        (f"The ministry said in a statement that {CLAUSE}.", "The ministry", "indirect.said-that"),
        (f"In an email, the fund wrote that {CLAUSE}.", "the fund", "indirect.said-that"),
        (f"The fair was opened by Mira Holt, who said that {CLAUSE}.", "Mira Holt", "indirect.said-that"),
        (f"Mira Holt on Thursday said {CLAUSE}.", "Mira Holt", "indirect.said-bare"),
        (f"Mira Holt said on Thursday {CLAUSE}.", "Mira Holt", "indirect.said-bare"),
        (f"She told the guests {CLAUSE}.", "She", "indirect.said-bare"),
        (f"She added: {CLAUSE} for good.", "She", "indirect.said-colon"),
        ("The pier was closed, Mira Holt said at the fair, HN reports.", "Mira Holt", "indirect.clause-first"),
        ("The pier was closed, Mira Holt, a union head, said at the fair.", "Mira Holt", "indirect.clause-first"),
        ("The pier was closed, a senior port official said Monday.", "a senior port official", "indirect.clause-first"),
        ("The pier was closed, said Mira Holt, who heads a union.", "Mira Holt", "indirect.clause-first-inverted"),
        (f"According to Mira Holt, {CLAUSE}.", "Mira Holt", "indirect.according-to"),
        (f"According to Mira Holt, the head of a union, {CLAUSE}.", "Mira Holt", "indirect.according-to"),
        ("The pier was closed, according to the union.", "the union", "indirect.according-to"),
        (f"In the opinion of Mira Holt, {CLAUSE}.", "Mira Holt", "indirect.according-to"),
        (f"In Mira Holt's view, {CLAUSE}.", "Mira Holt", "indirect.according-to"),
        (f"As Mira Holt noted, {CLAUSE}.", "Mira Holt", "indirect.as-said"),
        ("The pier was closed, as Mira Holt noted.", "Mira Holt", "indirect.as-said"),
        (f"Mira Holt toured the fair, saying that {CLAUSE}.", "Mira Holt", "indirect.participle"),
        (f"With guests waiting, Mira Holt left, adding {CLAUSE}.", "Mira Holt", "indirect.participle"),
        ("The pier was closed. This was stated by Mira Holt at the fair.", "Mira Holt", "indirect.this-was-said"),
    ],
)  # fmt: skip
def test_each_rule_finds_the_clause_and_the_speaker(text: str, speaker: str, rule: str) -> None:
    (made,) = said(text, people=("Mira Holt",))
    assert made.words.lower().startswith(CLAUSE)
    assert (made.speaker, made.kind, made.rule) == (speaker, "indirect", rule)


def test_the_offsets_are_those_of_the_clause() -> None:
    (made,) = said("She told the guests that the pier was closed, Harbour News reports.")
    assert made.words == "the pier was closed"


def test_coordinated_verbs_are_several_quotations_of_one_speaker() -> None:
    found = said("She said the boat was late, noted that it leaked, and stressed that nobody sank.")
    assert [(made.words, made.speaker) for made in found] == [
        ("the boat was late", "She"),
        ("it leaked", "She"),
        ("nobody sank", "She"),
    ]


def test_a_second_that_begins_a_second_quotation() -> None:
    found = said("She noted that the boat was late, and that the crew had left.")
    assert [made.words for made in found] == ["the boat was late", "the crew had left"]


def test_and_that_as_a_pronoun_begins_none() -> None:
    assert len(said("She noted that the boat was late and that is why it rained.")) == 1


def test_participles_end_the_clause_before_them() -> None:
    first, second = said("The mayor told Harbour News that ferries sail, adding that they are full.")
    assert (first.words, second.words) == ("ferries sail", "they are full")
    assert first.speaker == second.speaker == "The mayor"


def test_two_speakers_in_one_sentence_keep_their_clauses() -> None:
    first, second = said("Holt said the boat was late, while Berg insisted it was early.", people=("Holt", "Berg"))
    assert (first.words, first.speaker) == ("the boat was late", "Holt")
    assert (second.words, second.speaker) == ("it was early", "Berg")


def test_an_inserted_verb_gives_the_rest_of_the_sentence() -> None:
    (made,) = said("Fares, she warned, would not fall before spring.")
    assert (made.words, made.speaker, made.rule) == ("would not fall before spring", "she", "indirect.inserted")


def test_quoted_words_make_a_clause_mixed() -> None:
    (made,) = said('The mayor said ferries are "the pride of the bay" for all of us.')
    assert (made.words, made.kind) == ('ferries are "the pride of the bay" for all of us', "mixed")


def test_an_object_counts_for_the_quoted_words_in_it() -> None:
    (made,) = said('The mayor called the pier "a rotten plank" and left.')
    assert (made.words, made.kind, made.rule) == ('the pier "a rotten plank"', "mixed", "mixed.complement")


def test_a_clause_may_end_in_a_colon_and_quoted_words() -> None:
    first, second = said('The mayor said the pier was closed: "It is rotten."')
    assert (first.words, second.words, second.kind) == ("the pier was closed", "It is rotten.", "direct")


def test_a_dateline_is_not_part_of_the_clause() -> None:
    (made,) = said("Norhaven, 4 May (HN) - The pier was closed, the mayor said.")
    assert made.words == "The pier was closed"


@pytest.mark.parametrize(
    "text",
    [
        "She declined to comment on the pier.",
        "She did not say whether the pier was closed.",
        "She is expected to say that the pier was closed.",
        "She will announce that the pier was closed.",
        "She never said that the pier was closed.",
        "It was noted that the pier was closed.",
        "The guests were told that the pier was closed.",
        "The noted pianist gave the stated goal an added value, revealed by the survey.",
        "She urged the guests to leave the pier.",
        "She called for calm on the pier.",
        "She emphasised the need for calm.",
        "The pier was closed, Harbour News reports.",
        "According to the schedule, the pier was closed.",
        "Having said that, the pier was closed.",
        "One of the many reasons that the pier was closed is rust.",
        "What the mayor says the pier costs is not known.",
        "I said the pier was closed.",
        "The member states that signed left. Reports of rain came in.",
    ],
)
def test_other_uses_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_everything_works_without_names() -> None:
    (made,) = said("Mira Holt, the head of a union, said that the pier was closed.")
    assert (made.words, made.speaker) == ("the pier was closed", "Mira Holt")


def test_an_organisation_is_named_without_its_article() -> None:
    (made,) = said("The Tide Fund said that the pier was closed.", agencies=("Tide Fund",))
    assert made.speaker == "Tide Fund"
