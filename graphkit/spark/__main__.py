"""`spark-submit graphkit/spark/__main__.py` or `python -m graphkit.spark`: articles → the graph's tables, on a cluster.

Exit status 0 done, 1 some records were refused (they are in the output), 2 nothing could be done.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from pyspark.sql import SparkSession
from pyspark.sql import functions as F  # noqa: N812

from graphkit.errors import GraphkitError
from graphkit.read import FieldNames
from graphkit.spark import derive_graph, read_articles, write_neo4j, write_neo4j_admin, write_parquet
from graphkit.spark.failures import SPARK_ERRORS, reason_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; what it takes is told by `--help`."""
    given = _parser().parse_args(arguments)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the workers run whatever is called python3
    spark = SparkSession.builder.appName("graphkit").getOrCreate()
    try:
        return _run(spark, given)
    except GraphkitError as error:
        print(error, file=sys.stderr)
        return 2
    except SPARK_ERRORS as error:
        reason = f"Spark stopped: {reason_of(error)}."
        print(reason, "What is done is kept; the same command goes on with it.", file=sys.stderr)
        return 2
    finally:
        spark.stop()


def _run(spark: SparkSession, given: argparse.Namespace) -> int:
    output = given.output.rstrip("/")
    articles, refused = read_articles(spark, given.input, FieldNames.parse(given.map), parquet=given.parquet)
    graph = derive_graph(articles, given.work or f"{output}/work")
    write_parquet(graph, output)
    if given.neo4j_admin:
        write_neo4j_admin(graph, given.neo4j_admin)
    if given.neo4j:
        write_neo4j(graph, given.neo4j)
    lines = refused.select(F.to_json(F.struct("*")).alias("value"))
    lines.write.mode("overwrite").text(f"{output}/refused.jsonl")
    count = lines.count()
    if count:
        print(f"{count:,} records were refused; {output}/refused.jsonl says why.", file=sys.stderr)
    return 1 if count else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m graphkit.spark", description="Articles → the graph, on Spark.")
    parser.add_argument("input", nargs="+", help="JSON Lines, an article a line: files, folders, patterns")
    parser.add_argument("-o", "--output", required=True, help="the folder for nodes.parquet and edges.parquet")
    parser.add_argument("--work", help="the folder for the tables of all steps; by default OUTPUT/work")
    parser.add_argument("--parquet", action="store_true", help="the input is Parquet, an article a row")
    parser.add_argument("--map", action="append", default=[], metavar="text=body", help="how a field is called")
    parser.add_argument("--neo4j-admin", metavar="FOLDER", help="write the files of Neo4j's offline import as well")
    parser.add_argument("--neo4j", metavar="URL", help="write into a Neo4j as well, which needs its connector")
    return parser


if __name__ == "__main__":
    sys.exit(main())
