"""Write the tables of accuracy into the README and docs/accuracy.md: python tests/gold/accuracy_table.py

A table stands between `<!-- NAME -->` and `<!-- /NAME -->`. All figures are measured anew, but for those of PolNeAR,
which come from `polnear.json` (`python benchmarks/polnear.py FOLDER` writes it), and those of others.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
sys.path += [str(HERE), str(ROOT / "benchmarks")]

import calibration  # noqa: E402
import reliability  # noqa: E402
from scoring import SETS, scored  # noqa: E402

PAGES = (ROOT / "README.md", ROOT / "docs" / "accuracy.md")
POLNEAR = HERE / "polnear.json"
FIGURES = ("nodes", "edges", "roles", "quotes.found", "quotes.speaker", "quotes.forum", "resolution", "total")
FIRST_SIGHT = {
    "written_a": ("`dev`", 0.821),
    "written_b": ("`dev`", 0.832),
    "written_c": ("`dev`, `a`, `b`", 0.887),
    "written_d": ("`dev`, `a`, `b`, `c`", 0.944),
    "written_e": ("`dev`, `a` – `d`", 0.899),
    "written_f": ("`dev`, `a` – `e`", 0.870),
    "written_g": ("`dev`, `a` – `f`", 0.841),
    "written_h": ("`dev`, `a` – `g`", 0.959),
    "written_i": ("`dev`, `a` – `h`", 0.888),
}
"""What the rules had been developed on when a set was first scored, and the total then; it cannot be measured again."""
CORENLP = {"detection": {"P": 87.6, "R": 94.0, "F1": 90.7}, "named speaker": {"F1": 75.6}}
"""Stanford CoreNLP 4.5.10 on PolNeAR's development split, measured with the same matching rules."""

_TABLE = re.compile(r"(<!-- (?P<name>[\w-]+) -->\n).*?(?=<!-- /(?P=name) -->)", re.DOTALL)


def _figures(name: str) -> Mapping[str, float]:
    return scored(name)[0]


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """A table whose first columns hold words and whose other columns hold numbers."""
    rule = ["---"] * words + ["---:"] * (len(head) - words)
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *rows))


def accuracy() -> str:
    """The present figures of all sets, with the totals at first sight."""
    rows = []
    for name in SETS:
        first = f"**{FIRST_SIGHT[name][1]:.3f}**" if name in FIRST_SIGHT else "–"
        rows.append([f"`{name}`", *(f"{_figures(name)[figure]:.3f}" for figure in FIGURES), first])
    return markdown(["set", *FIGURES, "total at first sight"], rows)


def first_sight() -> str:
    """What the totals at first sight were, and what they have become since."""
    rows = [
        [f"`{name}`", developed_on, f"{first:.3f}", f"{_figures(name)['total']:.3f}"]
        for name, (developed_on, first) in FIRST_SIGHT.items()
    ]
    return markdown(["set", "rules had been developed on", "total at first sight", "now"], rows, words=2)


def quotations() -> str:
    """graphkit, Stanford CoreNLP and a plain pairing of quotation marks on PolNeAR's development split."""
    measured = json.loads(POLNEAR.read_text(encoding="utf-8"))
    systems = {
        "graphkit": measured["graphkit"],
        "Stanford CoreNLP 4.5.10": CORENLP,
        "quotation marks, paired": measured["pairing"],
    }
    shown = [(figure, ratio) for figure in CORENLP for ratio in ("P", "R", "F1")]
    head = ["", *(f"{figure}, {ratio}" for figure, ratio in shown)]
    rows = [[name, *(_per_cent(its, figure, ratio) for figure, ratio in shown)] for name, its in systems.items()]
    return markdown(head, rows)


def _per_cent(figures: Mapping[str, Mapping[str, float]], figure: str, ratio: str) -> str:
    value = figures.get(figure, {}).get(ratio)
    return "–" if value is None else f"{value:.1f}"


@cache
def confidence() -> str:
    """Of the claims of each confidence, how many the gold sets call right."""
    return _shares([claim for name in SETS for claim in reliability.judged(HERE / name)])


def confidence_at_first_sight() -> str:
    """The same of the claims that were made before a rule was changed after looking at their set."""
    return _shares([claim for claims in calibration.first_sight().values() for claim in claims])


def confidence_held_back() -> str:
    """The same, with each set's confidences corrected by the other sets."""
    return _shares(calibration.held_back(calibration.first_sight()))


def _shares(claims: Sequence[reliability.Judged]) -> str:
    rows = [
        [its.of, str(its.claims), f"{its.mean:.2f}", f"{its.right:.2f}"] for its in reliability.by_confidence(claims)
    ]
    return markdown(["confidence", "claims", "mean", "right"], rows)


TABLES: dict[str, Callable[[], str]] = {
    "accuracy": accuracy,
    "first-sight": first_sight,
    "quotations": quotations,
    "confidence": confidence,
    "confidence-first-sight": confidence_at_first_sight,
    "confidence-held-back": confidence_held_back,
}


def with_tables(text: str) -> str:
    """A page with the present tables in the places marked for them."""
    return _TABLE.sub(lambda found: found[1] + TABLES[found["name"]](), text)


def main() -> None:
    """Write them."""
    for page in PAGES:
        page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
