"""Credentials come from the environment or from a file of tight permissions, and go nowhere else."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import pytest
from neo4j_server import Neo4jServer
from sample_graph import conference_graph

from graphkit.errors import StoreUnavailable
from graphkit.export import export_graph
from graphkit.graph import write_graph_json
from graphkit.stores import open_store
from graphkit.stores.copying import copy_store
from graphkit.stores.credentials import Credentials, find_credentials, how_to_sign_in

URL = "neo4j+s://example.databases.neo4j.io"
SECRET = "not-the-password-42"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "credentials.toml"
    path.write_text(f'["{URL}/"]\nusername = "reader"\npassword = "{SECRET}"\ndatabase = "news"\n', encoding="utf-8")
    path.chmod(0o600)
    monkeypatch.setenv("GRAPHKIT_CREDENTIALS", str(path))
    return path


def test_file_has_credentials_by_address(file: Path) -> None:
    assert find_credentials(URL) == Credentials("reader", SECRET, "news")
    assert find_credentials("bolt://elsewhere") == Credentials()


def test_where_both_fail_it_is_said_where_the_credentials_come_from(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert how_to_sign_in(URL) == f'look at its table in {file}, which begins with ["{URL}"]'
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    assert how_to_sign_in(URL) == "set NEO4J_USERNAME and NEO4J_PASSWORD"


def test_environment_goes_before_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "other")
    assert find_credentials(URL) == Credentials("neo4j", "other")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permissions of this kind")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o777])
def test_file_that_others_may_read_is_refused(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(StoreUnavailable, match="chmod 600") as caught:
        open_store(URL)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("text", [f"password = {SECRET}", f"{SECRET}", "\x00"])
def test_file_that_is_no_toml_is_refused_and_not_repeated(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StoreUnavailable, match=r"docs/stores\.md") as caught:
        find_credentials(URL)
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None


def test_file_that_is_not_there_is_named(file: Path) -> None:
    file.unlink()
    with pytest.raises(StoreUnavailable, match="GRAPHKIT_CREDENTIALS"):
        find_credentials(URL)


def test_secret_is_in_no_repr(file: Path) -> None:
    assert SECRET not in repr(find_credentials(URL))
    assert SECRET not in repr(open_store(URL))


def test_password_is_in_no_log_and_no_file_that_is_written(
    neo4j_server: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    neo4j_server.sign_in(monkeypatch)
    with open_store(neo4j_server.url) as store, open_store(str(tmp_path / "copy.lbug")) as copy:
        store.write(conference_graph())
        copy_store(store, copy)
        write_graph_json(store.read(), tmp_path / "graph.json")
        export_graph(store.read(), tmp_path / "import", "neo4j-admin")
        store.clear()
    assert json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))
    secret = neo4j_server.password.encode("utf-8")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and secret in path.read_bytes()]
    assert neo4j_server.password not in caplog.text
