"""What a graph costs on Spark by the number of articles, beside one process, and where the time goes.

    python benchmarks/spark.py [--sizes 1000 4000 16000] [--cores 2]

The articles are those of `loading.py`, of every tenth a copy too. Spark runs here with so many cores; a first
derivation, which starts the Python workers, is not counted. Printed are the seconds of each step at each size and the
bytes of its table, the whole, and the processor's seconds of `graphkit.pipeline.derive_graph` in one process.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from loading import article
from pyspark.sql import SparkSession

from graphkit.pipeline import derive_graph
from graphkit.records import Article
from graphkit.spark import derive_graph as derive_on_spark

COPIED = 10
SCHEMA = "key string, text string"
WARM_UP = 100


def articles(count: int) -> list[Article]:
    """So many articles, of which one in eleven is a copy with another closing line."""
    own = count * COPIED // (COPIED + 1)
    made = [Article(its["id"], its["text"]) for its in (article(number, own // 2) for number in range(own))]
    copied = [Article(f"{its.key}-copy", f"{its.text}\nRead more on our pages.\n") for its in made[::COPIED]]
    return (made + copied)[:count]


def derived(spark: SparkSession, given: list[Article], folder: Path) -> dict[str, float]:
    """Derive on Spark; the seconds of each step in their order, told by when its table was done."""
    rows = [(its.key, its.text) for its in given]
    spark.createDataFrame(rows, SCHEMA).write.parquet(str(folder / "input"))
    before = time.time()
    derive_on_spark(spark.read.parquet(str(folder / "input")), str(folder / "work"))
    done = {file.parent.stem: file.stat().st_mtime for file in folder.glob("work/*/*.done/_SUCCESS")}
    seconds = {}
    for name, at in sorted(done.items(), key=lambda step: step[1]):
        seconds[name], before = at - before, at
    return seconds


def in_one_process(given: list[Article]) -> float:
    began = time.process_time()
    derive_graph(given)
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 4_000, 16_000])
    parser.add_argument("--cores", type=int, default=2)
    given = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master(f"local[{given.cores}]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", str(2 * given.cores))
        .config("spark.driver.memory", "4g")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as temporary:
        derived(spark, articles(WARM_UP), Path(temporary, "first"))
        steps = {size: derived(spark, articles(size), Path(temporary, str(size))) for size in given.sizes}
        print_steps(steps, Path(temporary))
    spark.stop()
    alone = [in_one_process(articles(size)) for size in given.sizes]
    print(f"{'one process':16}" + "".join(f"{its:9.1f}s" for its in alone))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"One process holds {peak:,.0f} MiB at most; on Spark the driver holds no table of any step.")


def print_steps(steps: dict[int, dict[str, float]], folder: Path) -> None:
    largest = max(steps)
    print(f"{'articles':16}" + "".join(f"{size:>10,}" for size in steps) + f"{'bytes an article':>19}")
    for name in steps[largest]:
        seconds = "".join(f"{its.get(name, 0.0):9.1f}s" for its in steps.values())
        stored = sum(file.stat().st_size for file in folder.glob(f"{largest}/work/*/{name}/*.parquet"))
        print(f"{name:16}{seconds}{stored / largest:19,.0f}")
    print(f"{'all':16}" + "".join(f"{sum(its.values()):9.1f}s" for its in steps.values()), flush=True)


if __name__ == "__main__":
    main()
