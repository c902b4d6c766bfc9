from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from chat_server import HAT, KEY, TEXT, ChatServer, claims, refuses
from ran import Ran, Run


@pytest.fixture(name="article")
def _article(tmp_path: Path) -> Path:
    (tmp_path / "a1.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "a1.txt"


@pytest.fixture(name="by_chat")
def _by_chat(run: Run, server: ChatServer) -> Run:
    """Runs a command that reads by the server."""
    endpoint = {"GRAPHKIT_CHAT_URL": server.url, "GRAPHKIT_CHAT_MODEL": "tiny", "GRAPHKIT_CHAT_KEY": KEY}
    server.replies = [claims(HAT, HAT)]

    def run_by_chat(*arguments: str | Path) -> Ran:
        return run(*arguments, **endpoint, GRAPHKIT_EXTRACTOR="chat")

    return run_by_chat


def test_what_the_endpoint_claims_is_loaded_and_said(by_chat: Run, article: Path) -> None:
    ran = by_chat("load", article)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.endswith("\nchat.tiny: 1 claim joined; 1 dropped: it is known already (1).\n")
    assert "chat.tiny" in by_chat("show", "Aynur Hasanova").out


def test_a_store_that_the_endpoint_read_is_not_read_without_it(
    by_chat: Run, run: Run, article: Path, server: ChatServer
) -> None:
    by_chat("load", article)
    server.replies = [refuses(500)]
    assert "nothing changed" in by_chat("load", article).err
    for command in (
        ["load", article],
        ["review", "--list"],
        ["correct", "rename", "Person", "Aynur Hasanova", "to", "X"],
    ):
        ran = run(*command)
        assert (ran.status, ran.out) == (2, "")
        assert "graph.lbug holds what the extractor chat read." in ran.err
    assert "red hat" in by_chat("review", "--list").out
    assert "1 edge removed" in run("load", article, "--extractor", "rules").err


def test_a_graph_file_that_the_endpoint_read_is_not_reviewed_without_it(by_chat: Run, run: Run, article: Path) -> None:
    by_chat("extract", article, "-o", "graph.json")
    assert "graph.json holds what the extractor chat read." in run("review", "--list", "--graph", "graph.json").err


@pytest.mark.parametrize("command", ["extract", "load", "explain"])
def test_an_endpoint_that_refuses_leaves_the_rest_done(
    by_chat: Run, article: Path, server: ChatServer, command: str
) -> None:
    server.replies = [refuses(401, f"bad key {KEY}")]
    arguments = {"extract": ["-o", "-"], "load": [], "explain": []}[command]
    ran = by_chat(command, article, *arguments)
    assert ran.status == 1
    assert "graphkit: left to the rules: a1: the chat endpoint answered 401 (bad key …);" in ran.err
    assert "Check GRAPHKIT_CHAT_KEY." in ran.err
    assert KEY not in ran.out + ran.err
    if command != "load":
        assert "Aynur Hasanova" in ran.out


def test_a_spacy_pipeline_is_named_by_its_folder(spacy: Any, run: Run, tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Zimbo"}])
    nlp.to_disk(tmp_path / "pipeline")
    (tmp_path / "a1.txt").write_text("The plan of Zimbo is old.", encoding="utf-8")
    ran = run("explain", "a1.txt", "--extractor", "spacy:pipeline")
    assert "[Person: Zimbo]" in ran.out
    assert "spacy.person" in ran.out


def test_a_pipeline_that_is_not_there_is_status_2(run: Run, article: Path) -> None:
    ran = run("load", article, "--extractor", "spacy:no_such_pipeline")
    assert (ran.status, ran.out) == (2, "")
    assert "no_such_pipeline" in ran.err or "forum-graphkit[spacy]" in ran.err
    assert len(ran.err.splitlines()) == 1
