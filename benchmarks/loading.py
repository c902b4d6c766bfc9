"""What one more article costs in a small store and in a large one, and the memory and time of the large load.

    python benchmarks/loading.py [--small 1000] [--large 100000] [--store FOLDER]

The articles are made up from a few patterns: people with posts in bodies of many countries who speak at gatherings,
named anew and again. Every article names one of a handful of bodies that nearly all articles name. Each store is
loaded by the command line, then one more article, five times; printed are the medians and their ratio.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

TIMES = 5
SYLLABLES = "ka lo mi ren tas vor bel dun fir gas hol jan lem nor pir rus sel tor ul ven".split()
BODIES = ("Seed Bank", "Tide Bureau", "Energy Agency", "Chamber of Commerce", "Water Authority", "Port Authority")
COUNTRIES = "Norway Kenya Georgia Azerbaijan Turkey Hungary Chile Japan Morocco Vietnam".split()
CITIES = "Oslo Nairobi Tbilisi Baku Ankara Budapest Santiago Tokyo Rabat Hanoi".split()
PATTERN = """{city}, {day} March 2025 - {one}, director of the {country} {body}, spoke at the {year} {forum} in {city}.

"We will open the port in {month}," {one} said. {two}, a minister of {other}, told the {forum} that rain was near.

The United Nations welcomed the meeting.
"""


def name(random: Random) -> str:
    return " ".join("".join(random.choices(SYLLABLES, k=2)).title() for _ in range(2))


def article(number: int, people: int) -> dict[str, str]:
    """One article; of so many people two are named in it."""
    random = Random(number)
    place = random.randrange(len(COUNTRIES))
    text = PATTERN.format(
        city=CITIES[place],
        day=random.randint(1, 28),
        one=name(Random(random.randrange(people))),
        two=name(Random(random.randrange(people))),
        country=COUNTRIES[place],
        body=random.choice(BODIES),
        year=random.randint(2001, 2025),
        forum=f"{random.choice(SYLLABLES).title()}{random.choice(SYLLABLES)} Economic Forum",
        month=random.choice(("May", "June", "July")),
        other=random.choice(COUNTRIES),
    )
    return {"id": f"a{number:07}", "text": text}


def write_articles(file: Path, first: int, count: int, people: int) -> Path:
    with file.open("w", encoding="utf-8") as lines:
        for number in range(first, first + count):
            lines.write(json.dumps(article(number, people)) + "\n")
    return file


def load(file: Path, store: Path) -> float:
    """Load by the command line; seconds of processor time of the process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "graphkit", "load", str(file), "--store", str(store)], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(folder: Path, count: int) -> float:
    """Load so many articles and then one more, five times; the median of the seconds of one more."""
    people, store = count // 2, folder / f"{count}.lbug"
    began = time.perf_counter()
    seconds = load(write_articles(folder / "first.jsonl", 0, count, people), store)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    elapsed = time.perf_counter() - began
    print(f"{count:>9,} articles: {seconds:8.1f} s of processor, {elapsed:8.1f} s by the clock, peak {peak:,.0f} MiB")
    more = [load(write_articles(folder / "more.jsonl", count + at, 1, people), store) for at in range(TIMES)]
    print(f"{'':>9} one more: {statistics.median(more):.2f} s of processor (median of {TIMES})", flush=True)
    return statistics.median(more)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--store", type=Path, help="the folder for the stores; by default one that is removed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.store or Path(temporary)
        small, large = (measure(folder, count) for count in (given.small, given.large))
    print(f"One more article into {given.large:,} costs {large / small:.2f} times one more into {given.small:,}.")


if __name__ == "__main__":
    main()
