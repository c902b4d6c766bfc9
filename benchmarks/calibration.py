"""What a confidence is worth on articles that nobody tuned to.

    python benchmarks/calibration.py

tests/gold/first_sight.tsv holds every claim that was made on a gold set before a rule was changed after looking at
it: the set, the rule, the confidence then, and whether the gold graph says that it is right (reliability.py decides
it). Printed are the reliability of these claims; the same with each set's confidences corrected by the other sets
alone (the held-back folds); and the rules with ten claims and more. The confidences in the register are set by people
who look at this.

A rule's confidence is corrected by the claims found right over those expected right, both with `WEIGHT` more claims
of the rule's family (additive smoothing; Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008,
section 11.3.2), so that few claims change little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reliability import GOLD, Judged, by_confidence, by_rule

CLAIMS = GOLD / "first_sight.tsv"
WEIGHT = 10.0
HIGHEST = 0.98


def first_sight() -> dict[str, list[Judged]]:
    """The recorded claims of each set."""
    sets: defaultdict[str, list[Judged]] = defaultdict(list)
    for line in CLAIMS.read_text(encoding="utf-8").splitlines()[1:]:
        gold_set, rule, confidence, right = line.split("\t")
        sets[gold_set].append((rule, float(confidence), right == "1"))
    return dict(sets)


def held_back(sets: Mapping[str, Sequence[Judged]]) -> list[Judged]:
    """Each set's claims, corrected by the other sets."""
    made: list[Judged] = []
    for name, claims in sets.items():
        by = factors(claim for other, others in sets.items() if other != name for claim in others)
        made += [(rule, min(HIGHEST, confidence * by.get(rule, 1.0)), right) for rule, confidence, right in claims]
    return made


def factors(claims: Iterable[Judged]) -> dict[str, float]:
    """Rule → what its confidence is to be multiplied by."""
    of_rule: defaultdict[str, list[Judged]] = defaultdict(list)
    of_family: defaultdict[str, list[Judged]] = defaultdict(list)
    for claim in claims:
        of_rule[claim[0]].append(claim)
        of_family[family(claim[0])].append(claim)
    common = {name: _right(made) / _expected(made) for name, made in of_family.items()}
    return {
        rule: (_right(made) + WEIGHT * common[family(rule)]) / (_expected(made) + WEIGHT)
        for rule, made in of_rule.items()
    }


def family(rule: str) -> str:
    """Claims of attendance, of quotation and of representation err for different reasons."""
    return {"attend": "attended", "quote": "quoted"}.get(rule.partition(".")[0], "represents")


def _right(claims: Iterable[Judged]) -> int:
    return sum(right for _, _, right in claims)


def _expected(claims: Iterable[Judged]) -> float:
    return sum(confidence for _, confidence, _ in claims)


def main() -> None:
    sets = first_sight()
    claims = [claim for made in sets.values() for claim in made]
    for title, shares in (
        ("at first sight", by_confidence(claims)),
        ("held back, corrected by the rest", by_confidence(held_back(sets))),
        ("rule", by_rule(claims)),
    ):
        print(f"{title:32}  claims   mean   right", *shares, "", sep="\n")


if __name__ == "__main__":
    main()
