"""`check`, `copy` and `clear` as commands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from ran import Run, on_a_terminal


def test_check_says_that_nothing_is_wrong(run: Run, store: str) -> None:
    ran = run("check", "--store", store)
    assert ran.status == 0
    assert "graph.lbug: 39 nodes, 143 edges, content " in ran.err
    assert "Nothing is wrong." in ran.err


def test_check_names_what_is_wrong_and_repair_mends_it(run: Run, store: str) -> None:
    run("query", "MATCH ()-[r:MENTIONED_IN]->() SET r.surface = 'x'", "--write", "--store", store)
    found = run("check", "--store", store)
    assert found.status == 1
    assert "is not borne out by characters" in found.err
    assert "graph.lbug: 39 nodes, 143 edges.\n" in found.err
    assert "graphkit check --repair --store graph.lbug" in found.err
    mended = run("check", "--repair", "--store", store)
    assert mended.status == 0
    assert "It is whole again." in mended.err
    assert run("check", "--store", store).status == 0


def test_check_of_a_file_that_was_cut_short_says_so(run: Run, store: str, tmp_path: Path) -> None:
    whole = (tmp_path / store).read_bytes()
    (tmp_path / store).write_bytes(whole[: len(whole) // 3])
    ran = run("check", "--store", store)
    assert ran.status == 2
    assert "graph.lbug" in ran.err
    assert "load your articles again" in ran.err


def test_copy_says_what_both_hold(run: Run, store: str) -> None:
    ran = run("copy", store, "copy.lbug")
    assert ran.status == 0
    assert "copy.lbug: 39 nodes and 143 edges added." in ran.err
    assert "Both hold 39 nodes, 143 edges, content " in ran.err
    assert run("check", "--store", "copy.lbug").status == 0


def test_clear_does_nothing_where_nobody_can_be_asked(run: Run, store: str) -> None:
    refused = run("clear", "--store", store)
    assert refused.status == 2
    assert "holds 39 nodes" in refused.err
    assert "--yes" in refused.err
    assert "39 nodes" in run("check", "--store", store).err


def test_clear_empties_the_store_and_what_was_read_for_it(run: Run, store: str, tmp_path: Path) -> None:
    assert list(tmp_path.rglob("*.ledger"))
    assert run("clear", "--yes", "--store", store).status == 0
    assert not list(tmp_path.rglob("*.ledger"))
    assert "0 nodes, 0 edges" in run("check", "--store", store).err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_clear_asks_on_a_terminal(run: Run, store: str, tmp_path: Path, clean_environment: dict[str, str]) -> None:
    written = on_a_terminal(["clear", "--store", store], tmp_path, clean_environment, typed="n\n")
    assert "Remove them all, with their edges? [y/N]" in written
    assert "39 nodes" in run("check", "--store", store).err
    on_a_terminal(["clear", "--store", store], tmp_path, clean_environment, typed="y\n")
    assert "0 nodes, 0 edges" in run("check", "--store", store).err
