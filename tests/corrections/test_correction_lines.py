from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit import vocabulary
from graphkit.corrections import parse_line, write_line
from graphkit.corrections.kinds import (
    Add,
    Correction,
    Drop,
    Forget,
    Keep,
    Named,
    NotSame,
    Relabel,
    Rename,
    Retype,
    Same,
    Sought,
)
from graphkit.corrections.line import FORMS, parse_words
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.words import split_words, words_of_arguments

ELNUR = Named("Person", "Elnur Rzaev")
LAKE = Named("Forum", "Lake Forum")
AT_LAKE = Sought("ATTENDED", ELNUR, LAKE)

LINES: list[tuple[str, Correction]] = [
    ('same  Person "Elnur Rzaev"  "Elnur Rzayev"', Same(ELNUR, Named("Person", "Elnur Rzayev"))),
    (
        'not-same Person "Li Wei" in d13 "Li Wei" in "a key"',
        NotSame(Named("Person", "Li Wei", "d13"), Named("Person", "Li Wei", "a key")),
    ),
    ('rename Person Həsən to "Aynur Həsən"', Rename(Named("Person", "Həsən"), "Aynur Həsən")),
    ('relabel Agency "Media Days" in a1 to Forum', Relabel(Named("Agency", "Media Days", "a1"), "Forum")),
    ('drop ATTENDED Person "Elnur Rzaev" Forum "Lake Forum"', Drop(AT_LAKE)),
    (
        'drop QUOTED_IN Person "Elnur Rzaev" in https://example.org/x#y at "he said \\"no\\""  # wrong speaker',
        Drop(Sought("QUOTED_IN", ELNUR, None, "https://example.org/x#y", 'he said "no"')),
    ),
    (
        'keep REPRESENTS Person "Elnur Rzaev" Agency APA role="Head of Desk" former=false',
        Keep(
            Sought(
                "REPRESENTS",
                ELNUR,
                Named("Agency", "APA"),
                properties=(("former", "false"), ("role", "Head of Desk")),
            )
        ),
    ),
    (
        'retype QUOTED_IN Person "Elnur Rzaev" in a1 to QUOTED_AT Forum "Lake Forum" session=Opening',
        Retype(Sought("QUOTED_IN", ELNUR, None, "a1"), "QUOTED_AT", LAKE, (("session", "Opening"),)),
    ),
    (
        'add ATTENDED Person "Elnur Rzaev" Forum "Lake Forum" in a1 at "He came." status=planned',
        Add(Sought("ATTENDED", ELNUR, LAKE, "a1", "He came.", (("status", "planned"),))),
    ),
    ("forget 5a5a 2:d0134143 @1:a11ffb99", Forget("5a5a", ("2:d0134143", "@1:a11ffb99"))),
]


@pytest.mark.parametrize(("line", "correction"), LINES, ids=[line.split()[0] for line, _ in LINES])
def test_each_kind_is_read_and_written(line: str, correction: Correction) -> None:
    assert parse_line(line) == correction
    assert parse_line(write_line(correction)) == correction


def test_every_form_has_an_example_here() -> None:
    assert {line.split()[0] for line, _ in LINES} == set(FORMS)


@pytest.mark.parametrize("line", ["", "   ", "# same Person a b", "\t# x", "\r"])
def test_blank_lines_and_comments_say_nothing(line: str) -> None:
    assert parse_line(line) is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("merge Person a b", "no correction 'merge'. A line begins with one of same, not-same, "),
        ("same Person Elnur", "a second name is missing at the end"),
        ("same Somebody a b", "a label is missing before 'Somebody'. Write one of Person, Agency, Country, Forum"),
        ("same Article a b", "a label is missing before 'Article'"),
        ("same Person Elnur Rzaev Elnur Rzayev", "the line goes on before 'Elnur'. Take that away, or put names in"),
        ('same Person "a b', "a quote is open"),
        ('same Person a"b" c', "a quote is open, or inside a word"),
        ('same Person "a\\x" b', "there is a wrong backslash"),
        ('same Person "" b', "a name is empty"),
        ("same Person in a1 b", "a name is missing before 'in'"),
        ('rename Person a "b"', "'to' is missing before 'b'"),
        ("relabel Person a to Human", "a label is missing before 'Human'"),
        ("drop MET Person a Person b", "an edge type is missing before 'MET'. Write one of ATTENDED, REPRESENTS"),
        ("drop ATTENDED Person a Person b", "ATTENDED does not run from Person to Person. It runs from"),
        ("drop ATTENDED Person a", "ATTENDED does not run from Person to the article"),
        ("retype QUOTED_AT Person a Forum b to HELD_IN", "HELD_IN does not run from Person to Forum"),
        ("retype MENTIONED_IN Person a to QUOTED_IN", "a mention cannot become another edge"),
        ("add ATTENDED Person a Forum b", "an added edge needs its evidence"),
        ("add ATTENDED Person a Forum b in x at y status=absent", "status cannot be 'absent'. It is one of attended"),
        ("add ATTENDED Person a Forum b in x at y role=chair", "role cannot be given to ATTENDED"),
        ("add QUOTED_IN Person a in x at y text=z", "text cannot be given to QUOTED_IN"),
        ("drop ATTENDED Person a Forum b status=planned status=planned", "status is given twice"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_write(line: str, message: str) -> None:
    with pytest.raises(NotApplied) as raised:
        parse_line(line)
    assert message in f"{raised.value.reason}. {raised.value.advice}"


@pytest.mark.parametrize("line", [line for line, _ in LINES])
def test_the_words_of_a_command_line_are_those_of_the_file(line: str) -> None:
    arguments = [f"{word.property}={word.text}" if word.property else word.text for word in split_words(line)]
    assert parse_words(words_of_arguments(arguments)) == parse_line(line)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
LABELS = st.sampled_from([label for label in vocabulary.NODE_LABELS if label != vocabulary.ARTICLE])
KEYS = st.none() | TEXT


@st.composite
def entity_corrections(draw: st.DrawFn) -> Correction:
    label = draw(LABELS)
    left, right = Named(label, draw(TEXT), draw(KEYS)), Named(label, draw(TEXT), draw(KEYS))
    return draw(
        st.sampled_from([Same(left, right), NotSame(left, right), Rename(left, draw(TEXT)), Relabel(left, label)])
    )


@st.composite
def edge_corrections(draw: st.DrawFn) -> Correction:
    edge_type = draw(st.sampled_from(sorted(vocabulary.EDGE_TYPES)))
    source, target = draw(st.sampled_from(sorted(vocabulary.EDGE_TYPES[edge_type].ends)))
    to = None if target == vocabulary.ARTICLE else Named(target, draw(TEXT))
    properties = draw(st.sampled_from([(), (("role", draw(st.text(st.characters(exclude_categories=["Cs"])))),)]))
    edge = Sought(edge_type, Named(source, draw(TEXT)), to, draw(KEYS), draw(KEYS), properties)
    return draw(st.sampled_from([Drop(edge), Keep(edge)]))


@given(entity_corrections() | edge_corrections())
def test_a_written_line_is_one_line_and_reads_back(correction: Correction) -> None:
    line = write_line(correction)
    assert len(line.splitlines()) == 1
    assert line.isprintable()
    assert parse_line(line) == correction


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_line_is_read_or_refused(line: str) -> None:
    with contextlib.suppress(NotApplied):
        assert parse_line(line) is None or line.split()[0] in FORMS
