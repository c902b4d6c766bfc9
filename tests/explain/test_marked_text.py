from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphkit.explain.marked_text import Closing, Mark, Opening, pieces

TEXT = "abcdefghij"


def shown(*marks: Mark) -> str:
    """The pieces of `TEXT` in one string: `ab(x:cd)ef`."""
    return "".join(
        f"({piece.mark.name}:" if isinstance(piece, Opening) else ")" if isinstance(piece, Closing) else piece
        for piece in pieces(TEXT, marks)
    )


def test_what_lies_inside_another_mark_is_nested() -> None:
    assert shown(Mark(4, 6, "inner"), Mark(2, 8, "outer")) == "ab(outer:cd(inner:ef)gh)ij"


def test_marks_that_touch_are_not_nested() -> None:
    assert shown(Mark(0, 3, "x"), Mark(3, 5, "y")) == "(x:abc)(y:de)fghij"


def test_a_mark_that_crosses_another_is_broken_at_its_end() -> None:
    assert shown(Mark(1, 5, "x"), Mark(3, 8, "y")) == "a(x:bc(y:de))(y:fgh)ij"


def test_the_parts_of_a_broken_mark_say_where_it_begins_and_ends() -> None:
    found = list(pieces(TEXT, [Mark(1, 5, "x"), Mark(3, 8, "y")]))
    broken = [piece for piece in found if not isinstance(piece, str) and piece.mark.name == "y"]
    assert [piece.begins if isinstance(piece, Opening) else piece.ends for piece in broken] == [
        True,
        False,
        False,
        True,
    ]


def test_of_two_marks_of_one_stretch_the_deeper_lies_inside() -> None:
    assert shown(Mark(2, 4, "a", depth=2), Mark(2, 4, "b", depth=1)) == "ab(b:(a:cd))efghij"


def test_marks_beyond_the_text_are_cut_and_empty_ones_left_out() -> None:
    assert shown(Mark(8, 99, "x"), Mark(-5, 1, "y"), Mark(4, 4, "z"), Mark(50, 60, "w")) == "(y:a)bcdefgh(x:ij)"


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33)), max_size=12))
def test_every_mark_covers_its_own_characters_and_nests(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, str(number)) for number, (start, end) in enumerate(spans)]
    opened: list[str] = []
    covered: dict[str, list[int]] = {}
    place = 0
    for piece in pieces(text, marks):
        if isinstance(piece, Opening):
            opened.append(piece.mark.name)
        elif isinstance(piece, Closing):
            assert opened.pop() == piece.mark.name
        else:
            assert text.startswith(piece, place)
            for name in opened:
                covered.setdefault(name, []).extend(range(place, place + len(piece)))
            place += len(piece)
    assert (place, opened) == (len(text), [])
    wanted = {mark.name: list(range(max(mark.start, 0), min(mark.end, len(text)))) for mark in marks}
    assert covered == {name: places for name, places in wanted.items() if places}
