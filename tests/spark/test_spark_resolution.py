"""Who is who on Spark, in news full of namesakes, variants of names and editions of gatherings."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from random_news import random_reading

from graphkit.ledger.written import written
from graphkit.resolve import resolve

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


def test_every_subject_is_the_entity_that_one_machine_makes_it(spark: SparkSession, tmp_path: Path) -> None:
    from graphkit.spark.resolution import resolve as resolve_on_spark
    from graphkit.spark.stages import Stages
    from graphkit.spark.subjects import subjects_of

    random = Random(1)
    readings = [random_reading(f"a{number:03}", random) for number in range(200)]
    rows = [(reading.article.key, written(reading)) for reading in random.sample(readings, len(readings))]
    table = spark.createDataFrame(rows, "key string, reading binary").repartition(5)
    found = resolve_on_spark(subjects_of(table), Stages(spark, str(tmp_path))).collect()
    assert {(row.article, row.subject): row.entity for row in found} == resolve(readings).entity_ids
