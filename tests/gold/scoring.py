"""Scores the articles of the gold sets with score.py, from our own extraction, resolution and graph."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

import score

from graphkit.graph import write_graph_json
from graphkit.pipeline import read_graph

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
SETS = ("dev", *(f"written_{letter}" for letter in "abcdefghi"))
SEEDS = ("000_de539247a80ef1e6", "004_19b2f34dddbf5a13")

ROOM = 0.02
"""How far a floor stays under its figure: a rule that reads language better may cost an edge of a small set, and a
floor at the figure itself would forbid it."""

Figures = dict[str, float]


@cache
def scored(name: str, only: tuple[str, ...] = ()) -> tuple[Figures, list[str]]:
    """Every figure of a set in [0, 1] (F1 where score.py gives precision and recall too), and its errors.

    With `only`, the set's graph is scored on the articles of those stems alone.
    """
    graph = read_graph(sorted((HERE / name).glob("*.txt")))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "graph.json")
        write_graph_json(graph, path)
        options = ["--json", "--errors", *(["--only", *only] if only else [])]
        printed = io.StringIO()
        with redirect_stdout(printed):
            score.main([str(HERE / name), str(path), *options])
    *errors, figures = printed.getvalue().strip().splitlines()
    return {key: _f1(value) for key, value in json.loads(figures).items()}, errors


def _f1(value: Any) -> float:
    return float(value["f1"] if isinstance(value, dict) else value)


def fingerprint(name: str) -> str:
    """SHA-256 over the names and the text of all articles and gold graphs of a set, whatever their line ends."""
    digest = hashlib.sha256()
    for path in sorted((HERE / name).iterdir()):
        digest.update(f"{path.name}\0{path.read_text(encoding='utf-8')}\0".encode())
    return digest.hexdigest()


def raised(floors: Mapping[str, float], figures: Mapping[str, float]) -> Figures:
    """The floors after a run: up to `floor_of` the figures, and never down."""
    return {key: max(floors.get(key, 0.0), floor_of(figures.get(key, 0.0))) for key in sorted({*floors, *figures})}


def floor_of(figure: float) -> float:
    """The floor that a figure of four digits allows: `ROOM` under it, cut to three digits."""
    return max(0, round((figure - ROOM) * 10_000)) // 10 / 1_000


def read_floors() -> dict[str, Any]:
    return dict(json.loads(FLOORS.read_text(encoding="utf-8")))


def write_floors(floors: Mapping[str, Any]) -> None:
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
