from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from ran import Run

from graphkit.extract import unread
from graphkit.graph import read_graph_json
from graphkit.records import Article, Reading

FORUM = "Azerbaijan-Georgia Media Forum"
KEY = "004_19b2f34dddbf5a13"
ADDED = ["add", "ATTENDED", "Person", "Adil Taghiyev", "Forum", FORUM, "in", KEY]


@pytest.fixture
def loaded(run: Run, store: str) -> Run:
    """Runs a command where the two seeds are loaded."""
    assert store
    return run


def test_correct_writes_the_line_and_the_next_load_applies_it(loaded: Run, seeds: Path, tmp_path: Path) -> None:
    ran = loaded("correct", "rename", "Person", "Adil Taghiyev", "to", "Adil Tağıyev")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith('corrections.txt, line 3: rename Person "Adil Taghiyev" to "Adil Tağıyev"\n')
    assert "The next load or extract applies it" in ran.err
    assert loaded("load", seeds).err == "graph.lbug: 1 node and 0 edges changed.\n"
    assert "Adil Tağıyev" in loaded("show", "Adil Tağıyev").out
    loaded("extract", seeds, "-o", "graph.json")
    assert read_graph_json(tmp_path / "graph.json").nodes["person/adil-taghiyev"]["name"] == "Adil Tağıyev"
    (tmp_path / "corrections.txt").unlink()
    assert loaded("load", seeds).err == "graph.lbug: 1 node and 0 edges changed.\n"


def test_correct_reads_no_article_again_that_the_ledger_knows(
    loaded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noting(article: Article) -> Reading:
        read.append(article.key)
        return unread(article)

    monkeypatch.setattr(import_module("graphkit.extract"), "extract", noting)
    assert loaded("correct", "rename", "Person", "Adil Taghiyev", "to", "A").status == 0
    assert not read
    (tmp_path / "graph.lbug.ledger").unlink()
    assert loaded("correct", "rename", "Person", "Adil Taghiyev", "to", "B").status == 2
    assert len(read) == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["rename", "Person", "Adil Tagiev", "to", "X"], "Nothing was written: no Person is called 'Adil Tagiev'."),
        (["rename", "Person"], "A name is missing at the end"),
        (["merge", "a", "b"], "There is no correction 'merge'"),
        ([*ADDED, "at", "no", "color=red"], "Color cannot be given to ATTENDED"),
        ([*ADDED, "at", "It rained."], "does not say 'It rained.'"),
    ],
)
def test_correct_writes_nothing_that_finds_no_target(
    loaded: Run, tmp_path: Path, words: list[str], message: str
) -> None:
    ran = loaded("correct", *words)
    assert ran.status == 2
    assert message in ran.err
    assert not (tmp_path / "corrections.txt").exists()


def test_correct_refuses_what_contradicts_a_line_and_does_not_repeat_one(loaded: Run, tmp_path: Path) -> None:
    first = ("correct", "rename", "Person", "Adil Taghiyev", "to", "A")
    assert loaded(*first).status == 0
    before = (tmp_path / "corrections.txt").read_bytes()
    assert "corrections.txt, line 3: it is there already" in loaded(*first).err
    ran = loaded(*first[:-1], "B")
    assert ran.status == 2
    assert "it contradicts corrections.txt, line 3" in ran.err
    assert (tmp_path / "corrections.txt").read_bytes() == before


def test_the_file_can_be_another_and_the_articles_those_of_a_graph(run: Run, seeds: Path, tmp_path: Path) -> None:
    run("extract", seeds, "-o", "graph.json")
    words = ("rename", "Person", "Adil Taghiyev", "to", "A")
    assert run("correct", *words, "--graph", "graph.json", GRAPHKIT_CORRECTIONS="mine.txt").status == 0
    assert not (tmp_path / "corrections.txt").exists()
    run("extract", seeds, "-o", "graph.json", "--corrections", "mine.txt")
    assert read_graph_json(tmp_path / "graph.json").nodes["person/adil-taghiyev"]["name"] == "A"


@pytest.mark.parametrize("command", [["extract", "-o", "graph.json"], ["load"]])
def test_a_correction_that_finds_nothing_is_named_and_the_rest_is_applied(
    run: Run, seeds: Path, tmp_path: Path, command: list[str]
) -> None:
    lines = ["nonsense", "rename Person Nobody to X", f'drop HELD_IN Forum "{FORUM}" Country Azerbaijan']
    (tmp_path / "corrections.txt").write_text("\n".join(lines), encoding="utf-8")
    ran = run(*command, seeds)
    assert ran.status == 1
    unread, unfound, done = ran.err.splitlines()
    assert unread.startswith("graphkit: not applied: corrections.txt, line 1: there is no correction 'nonsense'. ")
    assert unfound.startswith("graphkit: not applied: corrections.txt, line 2: no Person is called 'Nobody'. ")
    assert done.startswith("graph.")


def test_a_file_that_is_named_has_to_be_there(run: Run, seeds: Path, tmp_path: Path) -> None:
    ran = run("load", seeds, "--corrections", "none.txt")
    assert ran.status == 2
    assert "none.txt: cannot be read" in ran.err
    assert not (tmp_path / "graph.lbug").exists()


def test_review_writes_what_is_typed(loaded: Run, seeds: Path, tmp_path: Path) -> None:
    listed = loaded("review", "--list", "--format", "json", "--below", "1").rows
    ran = loaded("review", "--below", "1", typed="y\nwhat?\nn\nS\n\nq\n")
    assert (ran.status, ran.out) == (0, "")
    assert f"1/{len(listed)}  {listed[0]['question']}" in ran.err
    assert listed[0]["passages"][0]["sentence"][:60] in ran.err
    assert ran.err.count("[y]es, [n]o, [s]kip or [q]uit?") == 6
    assert "corrections.txt: 2 corrections written. The next load or extract applies them." in ran.err
    lines = (tmp_path / "corrections.txt").read_text(encoding="utf-8").splitlines()
    assert lines[2:] == [listed[0]["yes"], listed[1]["no"]]
    assert loaded("load", seeds).status == 0
    questions = [row["question"] for row in loaded("review", "--list", "--format", "json", "--below", "1").rows]
    assert questions == [row["question"] for row in listed[2:]]


def test_review_ends_with_its_input_and_keeps_what_was_answered(loaded: Run, tmp_path: Path) -> None:
    ran = loaded("review", "--below", "1", typed="n\n")
    assert ran.status == 0
    assert "1 correction written" in ran.err
    assert loaded("review", "--below", "1").err.endswith("Nothing was written.\n")
    assert len((tmp_path / "corrections.txt").read_text(encoding="utf-8").splitlines()) == 3


def test_review_lists_a_table_without_asking(loaded: Run, tmp_path: Path) -> None:
    ran = loaded("review", "--list", "--below", "1")
    assert ran.status == 0
    assert ran.out.splitlines()[0].split() == ["about", "question", "score", "reason", "sentences"]
    assert not (tmp_path / "corrections.txt").exists()


def test_review_says_when_nothing_is_doubtful(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    run("load", "a.txt")
    assert run("review").err == "Nothing is doubtful.\n"


def test_names_that_lost_their_quotes_to_the_shell_are_told_so(run: Run, store: str) -> None:
    ran = run("correct", "rename", "Person", "Adil", "Taghiyev", "to", "Adil", "Tağıyev")
    assert ran.status == 2
    assert "A name of several words stands in quotes: 'Li Wei'." in ran.err
