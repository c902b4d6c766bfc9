"""A real Spark for the tests: a driver and two workers of one core each, processes of their own, as on a cluster.

pyspark brings Spark itself; Java has to be there. The connector for Neo4j comes once from Maven Central, into the cache
of `neo4j_server.py`.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from neo4j_server import Neo4jMissing, fetch_jars

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

WORKERS = "local-cluster[2,1,1024]"
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.memory": "4g",  # the tests collect the graph, which graphkit never does
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "2",
    # Compiling with C1 alone halves the CPU time of three starts.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
}


class SparkMissing(Exception):
    """This machine cannot run Spark; the message says how to get it."""


@contextmanager
def spark_for_tests(folder: Path, master: str = WORKERS) -> Iterator[SparkSession]:
    """A session that ends with the block.

    Args:
        folder: for what the workers write.
        master: what runs the tasks.

    Raises:
        SparkMissing: pyspark or Java is missing.
    """
    if sys.platform == "win32":
        raise SparkMissing("run the tests in WSL; on Windows Spark needs Hadoop's winutils, which it does not bring")
    found = importlib.util.find_spec("pyspark")
    if found is None or found.origin is None:
        raise SparkMissing("pip install 'pyspark>=4,<4.1'")
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise SparkMissing("install Java 17 or 21 (Debian and Ubuntu: apt install openjdk-17-jre-headless)")
    from pyspark.sql import SparkSession

    os.environ["SPARK_HOME"] = str(_home(Path(found.origin).parent, folder))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    building = SparkSession.builder.master(master).config("spark.jars", ",".join(map(str, connector_jars())))
    for name, value in SETTINGS.items():
        building = building.config(name, value)
    session = building.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


def connector_jars() -> list[Path]:
    """The jars of the connector for Neo4j that graphkit names; none where they cannot be fetched."""
    from graphkit.spark.into_neo4j import CONNECTOR_PACKAGE

    _, artifact, version = CONNECTOR_PACKAGE.split(":")
    try:
        return sorted(fetch_jars(artifact, version, f"{artifact}-{version}").glob("*.jar"))
    except Neo4jMissing:
        return []


def _home(installed: Path, folder: Path) -> Path:
    """Spark as it is installed, in a folder where its workers may write."""
    home = folder / "home"
    home.mkdir()
    for part in installed.iterdir():
        (home / part.name).symlink_to(part)
    return home
