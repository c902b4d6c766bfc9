"""What a confidence is worth on articles that nobody tuned to.

    python benchmarks/calibration.py

tests/gold/first_sight.tsv holds every claim that was made on a gold set before a rule was changed after looking at
it: the set, the rule, the confidence then, and whether the gold graph says that it is right (reliability.py decides
it). Printed are the reliability table of these claims; the same for each set with confidences that were corrected by
the other sets alone (the held-back folds); and the rules with ten claims and more. The confidences in the register are
set by people who look at this.

A rule's confidence is multiplied by the claims found right over those expected right, both with `WEIGHT` more claims
of the rule's family (additive smoothing; Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008,
section 11.3.2), so that few claims change little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from graphkit.extract.rules import RULES

CLAIMS = Path(__file__).parents[1] / "tests" / "gold" / "first_sight.tsv"
BUCKETS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
WEIGHT = 10.0
HIGHEST = 0.98


class Claim(NamedTuple):
    """A claim at first sight."""

    gold_set: str
    rule: str
    confidence: float
    right: bool


def first_sight() -> list[Claim]:
    """The recorded claims."""
    rows = (line.split("\t") for line in CLAIMS.read_text(encoding="utf-8").splitlines()[1:])
    return [Claim(gold_set, rule, float(confidence), right == "1") for gold_set, rule, confidence, right in rows]


def family(rule: str) -> str:
    """Claims of attendance, of quotation and of representation err for different reasons."""
    return {"attend": "attended", "quote": "quoted"}.get(rule.partition(".")[0], "represents")


def factors(claims: Iterable[Claim]) -> Mapping[str, float]:
    """Rule → what its confidence is to be multiplied by."""
    of_rule: defaultdict[str, list[Claim]] = defaultdict(list)
    of_family: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_rule[claim.rule].append(claim)
        of_family[family(claim.rule)].append(claim)
    common = {name: found(made) / expected(made) for name, made in of_family.items()}
    return {
        rule: (found(made) + WEIGHT * common[family(rule)]) / (expected(made) + WEIGHT)
        for rule, made in of_rule.items()
    }


def found(claims: Iterable[Claim]) -> int:
    """How many are right."""
    return sum(claim.right for claim in claims)


def expected(claims: Iterable[Claim]) -> float:
    """How many should be right by their confidences."""
    return sum(claim.confidence for claim in claims)


def corrected(claims: Iterable[Claim], by: Mapping[str, float]) -> list[Claim]:
    """The claims with the confidences that they would have had."""
    return [claim._replace(confidence=min(HIGHEST, claim.confidence * by.get(claim.rule, 1.0))) for claim in claims]


def print_table(title: str, claims: Iterable[Claim]) -> None:
    """The reliability table."""
    made = list(claims)
    print(f"\n{title}: {len(made)} claims\nconfidence      claims   mean   right")
    for low, high in pairwise(BUCKETS):
        inside = [claim for claim in made if low <= claim.confidence < high]
        if inside:
            mean, right = expected(inside) / len(inside), found(inside) / len(inside)
            print(f"{low:.2f} – {min(high, 1):.2f} {len(inside):9} {mean:6.2f} {right:7.2f}")


def held_back(claims: list[Claim]) -> list[Claim]:
    """Each set's claims, corrected by the other sets."""
    folds = sorted({claim.gold_set for claim in claims})
    made: list[Claim] = []
    for fold in folds:
        others = factors(claim for claim in claims if claim.gold_set != fold)
        made += corrected((claim for claim in claims if claim.gold_set == fold), others)
    return made


def main() -> None:
    """Print."""
    claims = first_sight()
    print_table("At first sight", claims)
    print_table("Held back, corrected by the other sets", held_back(claims))
    print("\nrule                             claims   then   right    now")
    for rule in sorted({claim.rule for claim in claims}):
        made = [claim for claim in claims if claim.rule == rule]
        if len(made) >= WEIGHT:
            now = f"{RULES[rule].confidence:6.2f}" if rule in RULES else "     –"
            print(f"{rule:32} {len(made):6} {expected(made) / len(made):6.2f} {found(made) / len(made):7.2f} {now}")


if __name__ == "__main__":
    main()
