"""Whether confidences mean what they say: of the claims at 0.9, about 90 % should be right.

    python benchmarks/reliability.py [SET ...]      # default: all gold sets of tests/gold

For every ATTENDED and REPRESENTS edge and every quotation it is decided against the gold graphs, by the rules of
score.py, whether it is right; what the gold marks optional is left out. Printed: a table by confidence, and one by
rule with the share that is right, for rules with ten claims and more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parents[1] / "tests" / "gold"
sys.path.insert(0, str(GOLD))

import score  # noqa: E402

from graphkit.pipeline import read_graph  # noqa: E402

BUCKETS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Judged = tuple[str, float, bool]


def judged(folder: Path) -> Iterator[Judged]:
    """(rule, confidence, right) of each claim that the gold decides."""
    graph = read_graph(sorted(folder.glob("*.txt")))
    edges = [{"source": source, "target": target, **data} for source, target, data in graph.edges(data=True)]
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        mine = [edge for edge in edges if edge["article"] == gold["id"]]
        back = {found: wanted for wanted, found in score.match_nodes(gold["nodes"], _nodes(graph, mine)).items()}
        optional = {node["id"] for node in gold["nodes"] if node.get("optional")}
        yield from _edges(gold, mine, back, optional)
        yield from _quotes(gold, path.with_name(gold["id"] + ".txt").read_text(encoding="utf-8"), mine, back)


def _nodes(graph: Any, mine: list[dict[str, Any]]) -> list[dict[str, Any]]:
    spellings: dict[str, set[str]] = defaultdict(set)
    for edge in mine:
        if edge["type"] == "MENTIONED_IN":
            spellings[edge["source"]].add(edge["surface"])
    return [
        {
            "id": node,
            "label": data["label"],
            "name": data["name"],
            "spellings": {data["name"], *data["aliases"], *found},
        }
        for node, found in sorted(spellings.items())
        if (data := graph.nodes[node])["label"] in score.LABELS
    ]


def _edges(gold: Any, mine: list[dict[str, Any]], back: dict[str, str], optional: set[str]) -> Iterator[Judged]:
    wanted = {(edge["type"], edge["source"], edge["target"]): edge for edge in gold["edges"]}
    for edge in mine:
        if edge["type"] in ("ATTENDED", "REPRESENTS"):
            key = (edge["type"], back.get(edge["source"]), back.get(edge["target"]))
            if key in wanted and not wanted[key].get("optional"):
                yield edge["rule"], edge["confidence"], True
            elif key not in wanted and not {key[1], key[2]} & optional:
                yield edge["rule"], edge["confidence"], False


def _quotes(gold: Any, text: str, mine: list[dict[str, Any]], back: dict[str, str]) -> Iterator[Judged]:
    spans = score.locate(text, gold["quotes"])
    for edge in mine:
        if edge["type"] in ("QUOTED_AT", "QUOTED_IN"):
            own = (edge["start"], edge["end"])
            best = max(range(len(spans)), key=lambda i: score.overlap(own, spans[i]), default=None)
            near = best is not None and score.overlap(own, spans[best]) > 0
            if near and gold["quotes"][best].get("optional"):
                continue
            inside = near and score.overlap(own, spans[best]) >= 0.5
            right = inside and back.get(edge["source"]) == gold["quotes"][best]["speaker"]
            yield edge["rule"], edge["confidence"], right


@dataclass(frozen=True)
class Share:
    """How many claims a confidence or a rule has, their mean confidence, and the share that is right."""

    of: str
    claims: int
    mean: float
    right: float

    def __str__(self) -> str:
        return f"{self.of:32} {self.claims:7} {self.mean:6.2f} {self.right:7.2f}"


def share(name: str, found: Sequence[Judged]) -> Share:
    mean = sum(confidence for _, confidence, _ in found) / len(found)
    return Share(name, len(found), mean, sum(right for _, _, right in found) / len(found))


def by_confidence(claims: Sequence[Judged]) -> Iterator[Share]:
    """The claims by their confidence, from the lowest to the highest."""
    for low, high in pairwise(BUCKETS):
        inside = [claim for claim in claims if low <= claim[1] < high]
        if inside:
            yield share(f"{low:.2f} – {min(high, 1):.2f}", inside)


def by_rule(claims: Sequence[Judged]) -> Iterator[Share]:
    """The claims by their rule, for rules with ten claims and more."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for claim in claims:
        found[claim[0]].append(claim)
    for rule, its in sorted(found.items()):
        if len(its) >= 10:
            yield share(rule, its)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path)
    all_sets = sorted({path.parent for path in GOLD.rglob("*.gold.json")})
    claims = [claim for folder in parser.parse_args().sets or all_sets for claim in judged(folder)]
    for title, shares in (("confidence", by_confidence(claims)), ("rule", by_rule(claims))):
        print(f"{title:32}  claims   mean   right", *shares, "", sep="\n")


if __name__ == "__main__":
    main()
