"""`forget` as a command."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from ran import Run, on_a_terminal

NAME = "Adil Taghiyev"


def test_forget_says_what_is_gone_and_later_commands_do_not_know_the_person(run: Run, store: str, seeds: Path) -> None:
    ran = run("forget", NAME, "--yes")
    assert (ran.status, ran.out) == (0, "")
    assert (
        "graph.lbug: Adil Taghiyev is gone, with 11 edges (1 ATTENDED, 2 MENTIONED_IN, 7 QUOTED_AT, 1 REPRESENTS)."
        in ran.err
    )
    assert "20 letters blacked out in 1 article: 004_19b2f34dddbf5a13." in ran.err
    assert "corrections.txt, line 3: keeps it so in later loads" in ran.err
    assert "nothing changed" in run("load", seeds).err
    assert run("show", NAME).status == 2
    assert "Taghiyev" not in run("extract", seeds, "-o", "-").out


def test_forget_asks_and_nobody_there_is_no_yes(run: Run, store: str, tmp_path: Path) -> None:
    ran = run("forget", NAME)
    assert ran.status == 2
    assert "Nobody is there to answer; add --yes." in ran.err
    assert run("show", NAME).status == 0
    assert not (tmp_path / "corrections.txt").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_forget_takes_no_for_an_answer(run: Run, store: str, tmp_path: Path, clean_environment: dict[str, str]) -> None:
    assert "It cannot be taken back. [y/N]" in on_a_terminal(["forget", NAME], tmp_path, clean_environment, "n\n")
    assert run("show", NAME).status == 0


def test_a_correction_that_names_the_person_is_pointed_at(run: Run, store: str, seeds: Path) -> None:
    run("correct", "rename", "Person", NAME, "to", "Adil Tağıyev")
    ran = run("forget", NAME, "--yes")
    assert ran.status == 1
    assert "not applied: corrections.txt, line 3: no Person is called 'Adil Taghiyev'" in ran.err
    assert "delete the line" in ran.err


def test_nobody_and_no_person_cannot_be_forgotten(run: Run, store: str) -> None:
    assert "Nothing in the graph is called 'Nobody'" in run("forget", "Nobody", "--yes").err
    ran = run("forget", "BBC", "--yes")
    assert ran.status == 2
    assert "'BBC' is no Person but of the label Agency. Only people can be forgotten." in ran.err


def test_an_author_who_is_nobody_of_the_graph_is_forgotten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text,author\nby,Water rose.,Mira Holt\n", encoding="utf-8")
    run("load", "a.csv")
    ran = run("forget", "Mira Holt", "--yes")
    assert "graph.lbug: Mira Holt is gone.\n8 letters blacked out in 1 article: by.\n" in ran.err


def test_what_goes_along_and_what_stays_is_said(run: Run, tmp_path: Path) -> None:
    text = "Adil Taghiyev spoke at the Lake Forum in Baku. The Adil Taghiyev Foundation attended the Lake Forum."
    (tmp_path / "adil taghiyev.txt").write_text(text, encoding="utf-8")
    run("load", "adil taghiyev.txt")
    said = run("forget", NAME, "--yes").err
    assert "Gone too, for the name is in theirs: Adil Taghiyev Foundation." in said
    assert "of others went along." in said
    assert "The key 'adil taghiyev' of an article holds the name and stays." in said
