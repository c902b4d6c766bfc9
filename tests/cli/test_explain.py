from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from ran import Run, on_a_terminal

TEXT = "Chairman Aynur Hasanova attended the Caspian Energy Forum in Baku.\n\n“We will be back,” Hasanova said.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a1.txt").write_text(TEXT, encoding="utf-8")
    return "a1.txt"


def without_brackets(marked: str) -> str:
    """A marked text without its marks, innermost first."""
    while (bare := re.sub(r"\[[^\[\]:]+: ([^\[\]]*)\]", r"\1", marked)) != marked:
        marked = bare
    return marked


def test_a_file_is_read_on_the_spot_and_marked(run: Run, article: str, tmp_path: Path) -> None:
    ran = run("explain", article)
    assert (ran.status, ran.err) == (0, "")
    assert "Chairman [Person: Aynur Hasanova] attended the [Forum: Caspian Energy Forum] in Baku." in ran.out
    assert re.search(r"“\[quotation \d+: We will be back\],” \[Person Aynur Hasanova: Hasanova\] said\.", ran.out)
    assert TEXT in without_brackets(ran.out)
    assert [file.name for file in tmp_path.iterdir()] == [article]


def test_every_claim_stands_under_its_sentence_with_its_rule(run: Run, article: str) -> None:
    said = run("explain", article).out.splitlines()
    claim = next(index for index, line in enumerate(said) if "ATTENDED" in line)
    assert said[claim].split("  ")[-1] == "status: attended"
    assert re.fullmatch(r"    attend\.attends · 0\.\d\d", said[claim + 1])
    sentence = "Chairman Aynur Hasanova attended the Caspian Energy Forum in Baku."
    assert sentence in said[:claim]


def test_every_rule_that_fired_is_told_with_its_meaning(run: Run, article: str) -> None:
    ran = run("explain", article)
    table = ran.out.split("Rules that fired, ")[1].splitlines()
    (said,) = (line for line in table if line.startswith("attend.attends"))
    assert re.fullmatch(r"attend\.attends +1 +attends, attended *", said)
    assert int(table[0]) == len([line for line in table[3:] if line.strip()])


def test_a_stored_article_is_explained_from_the_store_and_from_a_graph(run: Run, article: str, tmp_path: Path) -> None:
    spot = run("explain", article).out
    run("load", article)
    run("extract", article, "-o", "graph.json")
    (tmp_path / article).unlink()
    assert run("explain", "a1").out == spot
    assert run("explain", "a1", "--graph", "graph.json").out == spot


def test_the_page_is_written_instead(run: Run, article: str, tmp_path: Path) -> None:
    ran = run("explain", article, "-o", "a1.html")
    assert (ran.status, ran.out) == (0, "")
    assert (tmp_path / "a1.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    first = (tmp_path / "a1.html").read_bytes()
    run("explain", article, "-o", "a1.html")
    assert (tmp_path / "a1.html").read_bytes() == first


def test_a_file_of_several_articles_is_not_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text('{"id": "x", "text": "A."}\n{"id": "y", "text": "B."}\n', encoding="utf-8")
    ran = run("explain", "feed.jsonl")
    assert ran.status == 2
    assert "feed.jsonl holds 2 articles" in ran.err
    assert "such as x" in ran.err


def test_an_article_that_is_nowhere_is_said_to_be_no_file_either(run: Run) -> None:
    ran = run("explain", "news/a1.tx")
    assert ran.status == 2
    assert "news/a1.tx is no file" in ran.err
    assert "graphkit load" in ran.err


def test_an_unknown_key_is_told_near_ones(run: Run, article: str) -> None:
    run("extract", article, "-o", "graph.json")
    ran = run("explain", "a2", "--graph", "graph.json")
    assert (ran.status, ran.out) == (2, "")
    assert "Near keys: a1." in ran.err


def test_an_article_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text("Minister Aynur Hasanova\x1b[2J [red]came[/red] to Baku.", encoding="utf-8")
    ran = run("explain", "a1.txt")
    assert "\x1b" not in ran.out
    assert "\N{REPLACEMENT CHARACTER}[2J [red]came[/red]" in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_a_terminal_gets_colours_in_the_place_of_brackets(
    article: str, tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    shown = on_a_terminal(["explain", article], tmp_path, clean_environment)
    assert "\x1b[4;34mAynur Hasanova\x1b[0m attended the \x1b[4;35mCaspian Energy Forum\x1b[0m" in shown
    assert "[Person" not in shown
    assert re.search(r"“\x1b\[3mWe will be back\x1b\[0m\x1b\[2m\[\d+\]\x1b\[0m,”", shown)
