from __future__ import annotations

from collections.abc import Sequence

from small_news import derived, editor, read

from graphkit.corrections import derive, write_line
from graphkit.corrections.doubts import Doubt, find_doubts
from graphkit.corrections.file import Corrections, Line
from graphkit.corrections.kinds import Correction
from graphkit.records import Reading


def li_wei(key: str, paper: str, state: str) -> Reading:
    text = f"Li Wei of the {paper}, {state}, spoke."
    subjects = {"p": ("Person", "Li Wei"), "o": ("Agency", paper), "c": ("Country", state)}
    claims = [("REPRESENTS", "p", end, f"Li Wei of the {paper}", {"former": False}) for end in ("o", "c")]
    return read(key, text, subjects, claims)


NAMESAKES = [li_wei("a1", "Lake Herald", "China"), li_wei("a2", "River Post", "Norway")]


def doubts(readings: Sequence[Reading], *corrections: Correction) -> list[Doubt]:
    lines = tuple(Line(f"line {number}", correction) for number, correction in enumerate(corrections))
    return find_doubts(derive(readings, Corrections(lines)), below=0.8)


def about(found: Sequence[Doubt], kind: str) -> list[Doubt]:
    return [doubt for doubt in found if doubt.about == kind]


def test_namesakes_that_were_kept_apart_are_asked_about() -> None:
    (doubt,) = about(doubts(NAMESAKES), "pair")
    assert doubt.question == "Is the Person 'Li Wei' in a1 the same as 'Li Wei' in a2?"
    assert write_line(doubt.yes) == 'same Person "Li Wei" in a1 "Li Wei" in a2'
    assert write_line(doubt.no) == 'not-same Person "Li Wei" in a1 "Li Wei" in a2'
    assert doubt.passages == (("a1", NAMESAKES[0].article.text), ("a2", NAMESAKES[1].article.text))


def test_either_answer_settles_a_pair() -> None:
    (doubt,) = about(doubts(NAMESAKES), "pair")
    for answer in (doubt.yes, doubt.no):
        found = doubts(NAMESAKES, answer)
        assert about(found, "pair") == about(found, "merge") == []


def test_either_answer_settles_a_doubtful_merge() -> None:
    readings = [editor("a1", "Li Wei"), editor("a2", "Li Wei")]
    resolution = derived(readings).resolution
    below = max(merge.score for merge in resolution.merges) + 0.01
    found = about(find_doubts(derived(readings), below), "merge")
    assert {doubt.question.split("'")[1] for doubt in found} == {"Li Wei", "Lake Herald", "Lake Forum"}
    for doubt in found:
        for answer in (doubt.yes, doubt.no):
            left = find_doubts(derived(readings, write_line(answer)), below)
            assert doubt.question not in [other.question for other in left]


def test_edges_of_little_confidence_are_asked_about_with_their_words() -> None:
    found = about(doubts([editor("a1", "Li Wei")]), "edge")
    quoted = next(doubt for doubt in found if "QUOTED_AT" in doubt.question)
    assert quoted.question == (
        "Is it right: 'Li Wei' QUOTED_AT 'Lake Forum': “Water is news”, cue: said, kind: direct?"
    )
    assert quoted.score == 0.7
    assert write_line(quoted.no) == 'drop QUOTED_AT Person "Li Wei" Forum "Lake Forum" in a1 at "Water is news"'


def test_either_answer_settles_each_edge_and_no_other() -> None:
    readings = [
        read(
            "a3",
            "Li Wei, editor and founder of the Lake Herald.",
            {"p": ("Person", "Li Wei"), "o": ("Agency", "Lake Herald")},
            [
                ("REPRESENTS", "p", "o", "Li Wei, editor and founder", {"role": role, "former": former})
                for role, former in (("editor", False), ("founder", False), (None, True))
            ],
        ),
        editor("a1", "Li Wei"),
    ]
    found = about(doubts(readings), "edge")
    assert len(found) == 6
    for doubt in found:
        for answer in (doubt.yes, doubt.no):
            left = about(doubts(readings, answer), "edge")
            assert [other.question for other in left] == [its.question for its in found if its is not doubt]
