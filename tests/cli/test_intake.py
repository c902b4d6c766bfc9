"""What `extract` and `load` take in: standard input, mapped fields, and refusals that are mended and read again."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from ran import Run
from typer.main import get_command

from graphkit.cli import app
from graphkit.read.fields import USUAL_NAMES


def articles(graph: Path) -> dict[str, dict[str, str]]:
    nodes = json.loads(graph.read_text(encoding="utf-8"))["nodes"]
    return {node["key"]: node for node in nodes if node["label"] == "Article"}


@pytest.mark.parametrize(
    ("piped", "keys"),
    [
        ('{"id": "a", "text": "Talks."}\n{"id": "b", "text": "Words."}\n', ["a", "b"]),
        ('[{"id": "a", "text": "Talks."}]', ["a"]),
        ("[Baku] Talks.\n", [hashlib.sha256(b"[Baku] Talks.\n").hexdigest()]),
        ("<rss><channel><item><guid>a</guid><description>Talks.</description></item></channel></rss>", ["a"]),
    ],
    ids=["JSON Lines", "JSON", "text", "a feed"],
)
def test_standard_input_is_what_it_begins_like(run_alone: Run, tmp_path: Path, piped: str, keys: list[str]) -> None:
    assert run_alone("extract", "-", "-o", "graph.json", piped=piped).status == 0
    assert [*articles(tmp_path / "graph.json")] == keys


def test_fields_are_mapped(run: Run, tmp_path: Path) -> None:
    record = {"ref": 7, "article": {"story": "Talks began."}, "text": "Advertisement", "when": "2025-12-18"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    ran = run(
        "extract", "a.jsonl", "--map", "text=article.story", "--map", "id=ref", "--map", "date=when", "-o", "g.json"
    )
    assert ran.status == 0
    (article,) = articles(tmp_path / "g.json").values()
    assert (article["key"], article["text"], article["date"]) == ("7", "Talks began.", "2025-12-18")


@pytest.mark.parametrize("command", ["extract", "load"])
def test_help_names_every_field_that_is_mapped(command: str) -> None:
    options = get_command(app).commands[command].params  # type: ignore[attr-defined]
    (help_of_map,) = (option.help for option in options if "--map" in option.opts)
    assert {*re.findall(r"\w+", help_of_map)} >= {*USUAL_NAMES}


@pytest.mark.parametrize("mapped", ["body", "text=", "penned=by", "=x"])
def test_a_map_that_maps_nothing_is_told(run: Run, mapped: str) -> None:
    ran = run("load", "a.jsonl", "--map", mapped)
    assert ran.status == 2
    assert f"'{mapped}' maps no field. Write FIELD=NAME, such as text=body" in ran.err


def test_what_was_refused_is_kept_mended_and_read_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id": "1", "text": "Talks."}\n{"id": "2", "words": "Wörds."}\n{"id": "3", "text": "End."\n', encoding="utf-8"
    )
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    first = run("load", "a.jsonl", "b.txt", "--rejects", "rejects.jsonl")
    assert first.status == 1
    kept = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["where"], line["record"]) for line in kept] == [
        ("a.jsonl, line 2", {"id": "2", "words": "Wörds."}),
        ("a.jsonl, line 3", '{"id": "3", "text": "End."'),
        ("b.txt, byte 0", None),
    ]
    assert all(f"{line['where']}: {line['reason']}. {line['advice']}." in first.err for line in kept)
    kept[0]["record"]["text"] = kept[0]["record"].pop("words")
    kept[1]["record"] += "}"
    (tmp_path / "rejects.jsonl").write_text("".join(json.dumps(line) + "\n" for line in kept), encoding="utf-8")
    again = run("load", "rejects.jsonl", "--rejects", "rejects.jsonl")
    assert "rejects.jsonl, line 3: this line tells of a refusal without a record. Mend b.txt, byte 0" in again.err
    assert (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").count("\n") == 1
    asked = run("query", "MATCH (a:Article) RETURN a.key AS key, a.text AS text ORDER BY key", "--format", "json")
    assert asked.rows == [
        {"key": "1", "text": "Talks."},
        {"key": "2", "text": "Wörds."},
        {"key": "3", "text": "End."},
    ]


def test_refusals_are_kept_where_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    assert run("extract", "nowhere.txt", "-o", "g.json", "--rejects", "rejects.jsonl").status == 2
    assert json.loads((tmp_path / "rejects.jsonl").read_text(encoding="utf-8"))["where"] == "nowhere.txt"


def test_a_file_of_refusals_that_cannot_be_written_is_said_so_first(run: Run, seeds: Path, tmp_path: Path) -> None:
    ran = run("load", seeds, "--rejects", "no/such/rejects.jsonl")
    assert ran.status == 2
    assert "rejects.jsonl: cannot be written" in ran.err
    assert not (tmp_path / "graph.lbug").exists()


def test_copies_count_once_and_are_named(run: Run, seeds: Path, tmp_path: Path) -> None:
    seed = sorted(seeds.iterdir())[1]
    (tmp_path / "reprint.txt").write_text("BAKU, December 5.\n" + seed.read_text(encoding="utf-8"), encoding="utf-8")
    counted = "MATCH ()-[r]->() RETURN r.article AS article, count(*) AS edges"
    both = run("load", "reprint.txt", seed)
    assert f"1 article is a copy of another: {seed.stem} of reprint." in both.err
    run("load", "reprint.txt", "--store", "alone.lbug")
    alone = run("query", counted, "--store", "alone.lbug", "--format", "json").rows
    assert run("query", counted, "--format", "json").rows == alone
    assert run("query", "MATCH (a:Article) RETURN count(*) AS n", "--format", "json").rows == [{"n": 2}]
