"""How fast articles are read, and how the time grows with their length.

    python benchmarks/extraction.py [FOLDER]

FOLDER (default: the gold articles of the tests) holds .txt files. Printed are articles a second on one core, from
file to graph, the share of each stage, and CPU seconds for one article of growing length: the last column stays
about the same when time grows linearly.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from graphkit.extract import extract
from graphkit.graph import build_graph
from graphkit.records import Article
from graphkit.resolve import resolve

GOLD = Path(__file__).parents[1] / "tests" / "gold"


def cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def throughput(articles: list[Article]) -> None:
    extract(articles[0])  # the gazetteers are read once
    readings = []
    reading = cpu_seconds(lambda: readings.extend(extract(article) for article in articles))
    resolution = []
    resolving = cpu_seconds(lambda: resolution.append(resolve(readings)))
    building = cpu_seconds(lambda: build_graph(readings, resolution[0]))
    total = reading + resolving + building
    characters = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {characters / len(articles):,.0f} characters each on average")
    print(f"{len(articles) / total:,.0f} articles a CPU second, {characters / total / 1e6:.2f} million characters")
    for stage, seconds in (("extract", reading), ("resolve", resolving), ("graph", building)):
        print(f"  {stage:8} {seconds:7.2f} s  {seconds / total:4.0%}")


def growth(articles: list[Article]) -> None:
    print("characters   CPU s   s a million characters")
    text = "\n\n".join(article.text for article in articles)
    for size in (10_000, 30_000, 100_000, 300_000, 1_000_000):
        article = Article("long", (text * (size // len(text) + 1))[:size])
        seconds = cpu_seconds(lambda article=article: extract(article))
        print(f"{size:10,} {seconds:7.2f} {seconds / size * 1e6:10.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    files = sorted(parser.parse_args().folder.rglob("*.txt"))
    articles = [Article(file.stem, file.read_text(encoding="utf-8")) for file in files]
    throughput(articles)
    growth(articles)


if __name__ == "__main__":
    main()
