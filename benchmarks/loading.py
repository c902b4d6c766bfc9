"""Articles a second, the memory of a large load, and what one more article costs in a small store and in a large one.

    python benchmarks/loading.py [--small 1000] [--large 100000] [--workers N] [--store FOLDER | --neo4j]

The articles are generated from those of the development corpus: each has a few of their paragraphs, with the names of
people replaced by made-up ones, of whom there are half as many as articles. Each store is loaded by the command line,
then one more article, five times; printed are the time and the peak of memory of the whole load, and for one more
article the medians and their ratio. The stores are files, or each a Neo4j server that is started as for the tests.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from neo4j_server import neo4j_for_tests

CORPUS = Path(__file__).parents[1] / "tests" / "gold" / "dev"
TIMES = 5
PARAGRAPHS = 5
GIVEN = "Ada Boris Clara Deniz Elena Farid Greta Hamid Ines Jonas Kira Leon Mira Nino Olga Petr Rosa Samir Vera".split()
SYLLABLES = (
    "ka lo mi ren tas vor bel dun fir gas hol jan lem nor pir rus sel tor ul ven "
    "bra cho dri flo gru hys kwe lun mos nyr pra quo ste tri vle wys xan yor zim skj"
).split()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the corpus, with a pattern of the names of people in it, and a number for each of these people."""

    text: str
    names: re.Pattern[str]
    numbers: dict[str, int]


@cache
def paragraphs() -> list[Paragraph]:
    found: list[Paragraph] = []
    count = 0
    for file in sorted(CORPUS.glob("*.txt")):
        nodes = json.loads(file.with_suffix(".gold.json").read_text(encoding="utf-8"))["nodes"]
        spelled = {
            name: node["id"] for node in nodes if node["label"] == "Person" for name in (node["name"], *node["aliases"])
        }
        words = "|".join(re.escape(name) for name in sorted(spelled, key=len, reverse=True))
        pattern = re.compile(rf"\b({words})\b" if words else r"(?!)")
        ids = sorted(set(spelled.values()))
        numbers = {name: count + ids.index(of) for name, of in spelled.items()}
        count += len(ids)
        text = file.read_text(encoding="utf-8")
        found += [Paragraph(part, pattern, numbers) for part in text.split("\n\n") if len(part.split()) > 8]
    return found


@cache
def people_of_corpus() -> int:
    return 1 + max(number for paragraph in paragraphs() for number in paragraph.numbers.values())


def person(number: int) -> tuple[str, str]:
    """A made-up name: the given name and the family name."""
    random = Random(number)
    return random.choice(GIVEN), "".join(random.choices(SYLLABLES, k=4)).title()


def article(number: int, people: int) -> dict[str, str]:
    """One article; whoever is named in it is one of so many people, each of whom always has the same posts."""
    random = Random(number)
    cast = random.randrange(max(1, people // people_of_corpus())) * people_of_corpus()
    parts = []
    for paragraph in random.sample(paragraphs(), PARAGRAPHS):

        def renamed(match: re.Match[str], numbers: dict[str, int] = paragraph.numbers) -> str:
            given, family = person(cast + numbers[match[1]])
            return f"{given} {family}" if " " in match[1] else family

        parts.append(paragraph.names.sub(renamed, paragraph.text))
    return {"id": f"a{number:07}", "text": "\n\n".join(parts)}


def write_articles(file: Path, first: int, count: int, people: int) -> Path:
    with file.open("w", encoding="utf-8") as lines:
        for number in range(first, first + count):
            lines.write(json.dumps(article(number, people)) + "\n")
    return file


def load(file: Path, store: str, workers: int) -> tuple[float, float]:
    """Load by the command line; seconds of processor time of the process and its workers, and its peak in MiB."""
    command = [sys.executable, "-m", "graphkit", "load", str(file), "--store", store, "--workers", str(workers)]
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


@contextmanager
def server(folder: Path) -> Iterator[str]:
    with neo4j_for_tests() as running:
        os.environ.update(running.environment, GRAPHKIT_CACHE=str(folder))
        yield running.url


def measure(folder: Path, store: str, count: int, workers: int) -> float:
    """Load so many articles and then one more, five times; the median of the seconds of one more."""
    people = count // 2
    file = write_articles(folder / "first.jsonl", 0, count, people)
    began = time.perf_counter()
    seconds, peak = load(file, store, workers)
    elapsed = time.perf_counter() - began
    took = f"{elapsed:,.1f} s by the clock ({count / elapsed:.0f}/s)"
    worked = f"{seconds:,.1f} s of processor ({count / seconds:.0f}/s for a core)"
    size = f"{count:,} articles of {file.stat().st_size / 1e6:,.0f} MB"
    print(f"{size} with {workers} workers: {took}, {worked}, peak of a process {peak:,.0f} MiB")
    more = [load(write_articles(folder / "more.jsonl", count + at, 1, people), store, 1)[0] for at in range(TIMES)]
    print(f"{'':>9} one more: {statistics.median(more):.2f} s of processor (median of {TIMES})", flush=True)
    return statistics.median(more)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--store", type=Path, help="the folder for the stores; by default one that is removed")
    parser.add_argument("--neo4j", action="store_true", help="into Neo4j and not into files")
    given = parser.parse_args()
    medians = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.store or Path(temporary)
        for count in (given.small, given.large):
            with server(folder) if given.neo4j else nullcontext(str(folder / f"{count}.lbug")) as store:
                medians.append(measure(folder, store, count, given.workers))
    small, large = medians
    print(f"One more article into {given.large:,} costs {large / small:.2f} times one more into {given.small:,}.")


if __name__ == "__main__":
    main()
