from __future__ import annotations

import re

import pytest
from facts import read
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.extract.dates import Period, find_period, publication_date


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("on May 4, 2023", Period("2023-05-04", None)),
        ("on 4 May 2023", Period("2023-05-04", None)),
        ("on May 4", Period("--05-04", None)),
        ("on 4 May", Period("--05-04", None)),
        ("on May 4-6, 2023", Period("2023-05-04", "2023-05-06")),
        ("on 4–6 May", Period("--05-04", "--05-06")),
        ("on Sept. 9", Period("--09-09", None)),
    ],
)
def test_a_date_is_as_precise_as_its_words(text: str, period: Period) -> None:
    assert find_period(text, 0, len(text)) == period


@pytest.mark.parametrize("text", ["on Monday", "in 2023", "it may be 40 years", "on May 40", "on 0 May", "in May", ""])
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert find_period(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("BERGEN, May 4. The nets are empty.", "--05-04"),
        ("BERGEN, Norway, May 4, 2023 (NTB) - The nets are empty.", "2023-05-04"),
        ("The nets are empty, and the sea is calm.", None),
    ],
)
def test_the_dateline_gives_the_date_of_publication(text: str, date: str | None) -> None:
    assert publication_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "The Nordic Tide Forum will be held in Bergen, Norway, on May 4.",
        "The bank was founded on March 3, 1911, and is old.",
    ],
)
def test_the_date_of_an_event_is_not_that_of_publication(text: str) -> None:
    assert publication_date(text) is None


def test_a_period_over_two_months_keeps_its_year() -> None:
    text = "from 30 April to 2 May 2024"
    assert find_period(text, 0, len(text)) == Period("2024-04-30", "2024-05-02")


def test_the_days_of_a_forum_are_its_own() -> None:
    found = read("BERGEN, May 4, 2023 - The Nordic Tide Forum opened in Bergen on June 5-7.")
    properties = found.subject("Nordic Tide Forum").properties
    assert (properties["start"], properties["end"]) == ("--06-05", "--06-07")
    assert found.reading.article.date == "2023-05-04"


@settings(max_examples=100)
@given(
    day=st.integers(1, 28),
    month=st.sampled_from(["January", "march", "May", "Sept", "December"]),
    year=st.none() | st.integers(1950, 2050),
    filler=st.text(st.sampled_from("ab 0123.,-"), max_size=12),
)
def test_a_year_is_never_invented(day: int, month: str, year: int | None, filler: str) -> None:
    text = f"{filler} on {day} {month}{'' if year is None else f' {year}'}; {filler}"
    period = find_period(text, 0, len(text))
    years = set(re.findall(r"(?:19|20)\d\d", text))
    for date in (period.start, period.end) if period else ():
        assert date is None or date.startswith("--") or date[:4] in years
