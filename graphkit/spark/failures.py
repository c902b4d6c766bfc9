"""What Spark says when it fails, in one line."""

from __future__ import annotations

from typing import Final

from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException, PythonException

SPARK_ERRORS: Final = (PySparkException, Py4JJavaError)
"""All that a call of Spark raises."""


def reason_of(error: Exception) -> str:
    """The line that tells the reason: of an exception in a worker the last, else the first."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if isinstance(error, PythonException) else lines[0].removesuffix(".")
