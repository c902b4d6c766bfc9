"""What is connected, found round by round."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import networkx as nx
import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


def test_every_node_is_with_the_least_of_its_component(spark: SparkSession, tmp_path: Path) -> None:
    from graphkit.spark.components import components
    from graphkit.spark.stages import Stages

    random = Random(3)
    graph = nx.path_graph(random.sample(range(1000, 1020), 20))
    graph.add_edges_from((random.randrange(30), random.randrange(30)) for _ in range(20))
    links = [(str(left), str(right)) for left, right in graph.edges]
    found = components(spark.createDataFrame(links, "left string, right string"), Stages(spark, str(tmp_path)), "test")
    names = nx.relabel_nodes(nx.Graph((left, right) for left, right in links if left != right), str)
    wanted = {node: min(together) for together in nx.connected_components(names) for node in together}
    assert {row.node: row.component for row in found.collect()} == wanted
