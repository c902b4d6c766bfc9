"""How many articles graphkit takes from text to graph while a plain spaCy pipeline only tags, parses and finds names.

    python benchmarks/plain_spacy.py [--articles 500] [--model NAME]

Without a model's name the pipeline is of the sizes of spaCy's small English one (a shared tok2vec for tagger and
parser, one for names) with weights drawn at random: what it says is nonsense, but the work is the same. The articles
are those of `loading.py`. Both read in one process, one after the other, once each after a few to get warm. Needs the
extra `spacy`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import spacy
from loading import article
from spacy.cli.init_config import init_config
from spacy.util import load_model_from_config

from graphkit.pipeline import derive_graph
from graphkit.records import Article

WARM_UP = 20
LABELS = {"tagger": 50, "parser": 45, "ner": 18}
"""How many labels each part of the small English pipeline tells apart."""


def pipeline_of_the_small_sizes() -> spacy.Language:
    config = init_config(lang="en", pipeline=list(LABELS), optimize="efficiency")
    nlp = load_model_from_config(config, auto_fill=True)
    for name, count in LABELS.items():
        for label in range(count):
            nlp.get_pipe(name).add_label(f"L{label}")
    nlp.initialize()
    return nlp


def cpu_seconds(work: Callable[[list[Article]], object], articles: list[Article]) -> float:
    work(articles[:WARM_UP])
    start = time.process_time()
    work(articles)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--model", help="a spaCy pipeline that is installed")
    given = parser.parse_args()
    nlp = spacy.load(given.model) if given.model else pipeline_of_the_small_sizes()
    articles = [
        Article(its["id"], its["text"]) for its in (article(at, given.articles) for at in range(given.articles))
    ]
    characters = sum(len(its.text) for its in articles) / len(articles)
    print(f"{len(articles):,} articles of {characters:,.0f} characters; spaCy {spacy.__version__}: {nlp.pipe_names}")
    ours = cpu_seconds(derive_graph, articles)
    theirs = cpu_seconds(lambda some: list(nlp.pipe(its.text for its in some)), articles)
    print(f"graphkit, from text to graph: {ours:.1f} CPU s, {len(articles) / ours:.1f} articles a CPU second")
    print(f"spaCy, tags, trees and names: {theirs:.1f} CPU s, {len(articles) / theirs:.1f} articles a CPU second")
    print(f"    graphkit makes the graph of {theirs / ours:.1f} articles while spaCy reads one")


if __name__ == "__main__":
    main()
