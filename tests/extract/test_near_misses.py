"""Sentences that look like a name, a post, a participation or a quotation, and are none."""

from __future__ import annotations

import pytest

from graphkit import vocabulary
from graphkit.extract import extract
from graphkit.records import Article, Reading


def reading(text: str) -> Reading:
    return extract(Article("a", text))


def labels(text: str) -> set[tuple[str, str]]:
    return {(subject.label, subject.name) for subject in reading(text).subjects}


def claims(text: str, *types: str) -> list[str]:
    return [f"{claim.source} {claim.type} {claim.target}" for claim in reading(text).claims if claim.type in types]


@pytest.mark.parametrize(
    "text",
    [
        "Nora Lindqvist no longer attends the Baltic Honey Forum.",
        "Nora Lindqvist dreamed of attending the Baltic Honey Forum.",
        "The ban keeps Nora Lindqvist from attending the Baltic Honey Forum.",
        "The World Bank hosted no Baltic Honey Forum this year.",
        "Nora Lindqvist joined the Baltic Agency for Bees before the Baltic Honey Forum.",
        "Nora Lindqvist arrived in Oslo after the Baltic Honey Forum had ended.",
        "Kenya sent Nora Lindqvist a letter about the Baltic Honey Forum.",
        "The Baltic Honey Forum was organised despite warnings by the World Bank.",
        "“Honey pays,” Nora Lindqvist said. The Baltic Honey Forum was cancelled.",
        "Nora Lindqvist said before travelling to the Baltic Honey Forum that honey pays.",
        "Kenya and Chad have yet to decide whether to attend the Baltic Honey Forum.",
        "The Baltic Honey Forum opens today. Latvia was invited and has not replied.",
    ],
)
def test_this_is_no_attendance(text: str) -> None:
    assert claims(text, vocabulary.ATTENDED, vocabulary.QUOTED_AT) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Kazakh delegation does not include Nora Lindqvist.",
        "Estonia was not represented by Nora Lindqvist.",
        "Nora Lindqvist, who met a director of the World Bank, sang.",
        "Nora Lindqvist, who is not the director of the World Bank, sang.",
        "Kenya sent Nora Lindqvist a letter.",
        "For the World Bank's director, Nora Lindqvist drew a map.",
        "Nora Lindqvist waited on the Russian side of the border.",
    ],
)
def test_this_is_no_representation(text: str) -> None:
    assert claims(text, vocabulary.REPRESENTS) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nora Lindqvist never said: “Honey pays and that is all.”",
        "Nora Lindqvist was told: “Honey pays and that is all.”",
        "Nora Lindqvist had one favourite song: “The Empty Nets of Lima.”",
        "Viktor Orlov called his boat “A Mistake”.",
        "No official said that honey pays. Nora Lindqvist kept bees.",
        "Nora Lindqvist kept bees. A senior official, speaking on condition of anonymity, said that honey pays.",
    ],
)
def test_nobody_is_quoted(text: str) -> None:
    assert claims(text, vocabulary.QUOTED_AT, vocabulary.QUOTED_IN) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He was born in Atlanta, Georgia.", set()),
        ("The road crosses New Mexico.", set()),
        ("She fed a Guinea pig.", set()),
        ("Silk Cargo Delayed As Storm Closes Mombasa.", set()),
        ("She sent her CV by post.", set()),
        ("It rained in Tamil Nadu.", set()),
        ("The program Rios Vivos mapped the river.", set()),
        ("The minister met farmers in Kochi Prefecture.", set()),
        ("Chad Wilson sang.", {("Person", "Chad Wilson")}),
        ("The Singapore-based Temasek Marine builds ships.", {("Agency", "Temasek Marine"), ("Country", "Singapore")}),
        ("Karavan Ltd. moved to Karavan Street.", {("Agency", "Karavan Ltd.")}),
        ("Honey pays, she said.\n\nRead also: Bees, Hives Discussed at Joint Honey Laboratory", set()),
        ("Honey pays, she said. PTI JKS ROH", {("Agency", "PTI")}),
    ],
)
def test_only_these_are_named(text: str, named: set[tuple[str, str]]) -> None:
    assert labels(text) == named
