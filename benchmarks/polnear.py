"""Direct quotations and their speakers in text of others: PolNeAR's development split.

    python benchmarks/polnear.py FOLDER

FOLDER is a checkout of github.com/networkdynamics/PolNeAR (or its folder `data`). How quotations are matched is said
in `quotations/scoring.py`. Printed are the figures of graphkit and of a plain pairing of quotation marks, measured in
this run, beside those of Stanford CoreNLP, measured with the same rules before. graphkit's go into
`tests/gold/polnear.json`, which `python tests/gold/accuracy_table.py` writes into the docs. The corpus has no
licence: nothing of it is kept here. Its test split is never opened, so that it stays a test.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from quotations.gold import GoldArticle, gold_articles
from quotations.scoring import Predicted, Ratio, score

from graphkit import vocabulary
from graphkit.extract import extract
from graphkit.records import Article

FIGURES = Path(__file__).parents[1] / "tests" / "gold" / "polnear.json"
SPLIT = "dev"

_LEAST_WORDS = 4
"""Shorter words in marks inside an indirect quotation are a partial quotation, and none of their own."""

_IN_MARKS = re.compile(r"[\"“]([^\"”]+)[\"”]")


def by_graphkit(article: GoldArticle) -> Iterator[Predicted]:
    """The words in quotation marks that graphkit gives to a speaker."""
    reading = extract(Article(article.key, article.text))
    names = {subject.key: subject.name for subject in reading.subjects}
    for claim in reading.claims:
        if claim.type not in (vocabulary.QUOTED_AT, vocabulary.QUOTED_IN):
            continue
        start, end, speaker = claim.evidence.start, claim.evidence.end, names[claim.source]
        if claim.properties["kind"] == "direct":
            yield Predicted(start, end, speaker)
        elif claim.properties["kind"] == "mixed":
            for inner in _IN_MARKS.finditer(article.text, start, end):
                if len(inner[1].split()) >= _LEAST_WORDS:
                    yield Predicted(*inner.span(1), speaker)


def by_pairing(article: GoldArticle) -> Iterator[Predicted]:
    """Whatever stands between two quotation marks of one paragraph."""
    for paragraph in re.finditer(r"[^\n]+", article.text):
        for inner in _IN_MARKS.finditer(article.text, *paragraph.span()):
            yield Predicted(*inner.span(1), None)


def in_per_cent(ratio: Ratio) -> dict[str, float]:
    """Precision, recall and F1 with one digit."""
    return {"P": round(ratio.precision, 1), "R": round(ratio.recall, 1), "F1": round(ratio.f1, 1)}


def data_folder(checkout: Path) -> Path:
    """The folder that holds the splits."""
    for folder in (checkout / "data", checkout):
        if (folder / SPLIT / "attributions").is_dir():
            return folder
    sys.exit(f"{checkout}: no data/{SPLIT}/attributions in it. Name a checkout of github.com/networkdynamics/PolNeAR.")


def main() -> None:
    sys.path.insert(0, str(FIGURES.parent))
    import accuracy_table

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    articles = gold_articles(data_folder(parser.parse_args().folder), SPLIT)
    ours = score(articles, {article.key: list(by_graphkit(article)) for article in articles})
    pairing = score(articles, {article.key: list(by_pairing(article)) for article in articles})
    measured = {
        "articles": len(articles),
        "graphkit": {"detection": in_per_cent(ours.detection), "named speaker": in_per_cent(ours.named_speaker)},
        "pairing": {"detection": in_per_cent(pairing.detection)},
    }
    FIGURES.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    print(accuracy_table.quotations(), end="")


if __name__ == "__main__":
    main()
