"""The page's own script: its types, and the functions that everything else rests on."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from opened_page import Opened

from graphkit.spelling import folded

ROOT = Path(__file__).parents[2]


def test_the_script_is_typed(typescript: str) -> None:
    checked = subprocess.run(
        ["node", typescript, "--project", str(ROOT / "jsconfig.json")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("name", ["Əliyev", "Şeyma ÇELİK", "Ильхам Щукин", "Łukasz Ørsted", "Tağıyev", "Straße"])
def test_names_are_folded_as_in_python(opened: Opened, name: str) -> None:
    assert opened.page.evaluate("name => folded(name)", name) == folded(name)


@pytest.mark.parametrize(
    ("word", "wanted", "slips"),
    [("musayev", "musa", 0), ("musayev", "moosa", 2), ("aliyev", "aliev", 1), ("a", "b", 1)],
)
def test_slips_are_counted_to_the_beginning_of_a_word(opened: Opened, word: str, wanted: str, slips: int) -> None:
    assert opened.page.evaluate("([word, wanted]) => slipsToPrefix(word, wanted)", [word, wanted]) == slips


def test_steps_and_shortest_ways_follow_drawn_lines_only(conference: Opened) -> None:
    found = conference.page.evaluate(
        """() => {
          const { claims } = chosen(choice);
          const [dan, anadolu] = ["person/dan", "agency/anadolu"].map((id) => numberById.get(id));
          const way = shortestPath(dan, anadolu, claims);
          const some = new Map([...claims].filter(([line]) => EVIDENCE.bundles[line].type === "REPRESENTS"));
          return {
            steps: way.length - 1,
            joined: way.slice(1).every((node, before) => linesBetween(way[before], node, claims).length > 0),
            alone: shortestPath(dan, anadolu, some),
            itself: shortestPath(dan, dan, some),
            near: within(dan, 3, claims).has(anadolu) && !within(dan, 2, claims).has(anadolu),
            dan,
          };
        }"""
    )
    assert found == {
        "steps": 3,
        "joined": True,
        "alone": None,
        "itself": [found["dan"]],
        "near": True,
        "dan": found["dan"],
    }


def test_an_address_keeps_every_choice(conference: Opened) -> None:
    kept = conference.page.evaluate(
        """() => {
          const plain = ({ off, hidden, pinned, ...rest }) =>
            JSON.stringify({ ...rest, off: [...off].sort(), hidden: [...hidden], pinned: [...pinned] });
          const wanted = {
            ...firstChoice(), node: 1, to: 2, steps: 2, size: "pagerank", off: new Set(["Country", "planned"]),
            hidden: new Set([3, 4]), pinned: new Map([[5, [-10, 20]]]), loose: true, since: "2025-01-01",
            until: "2025-12-31", source: "A & B #1", country: "country/ke", confidence: 0.5,
          };
          return plain(fromAddress(toAddress(wanted))) === plain(wanted);
        }"""
    )
    assert kept
