"""The folders that go with the package: `cypher` and `seeds`."""

from __future__ import annotations

from pathlib import Path


def packaged_folder(name: str) -> Path:
    """Find a folder inside the installed package, or beside the package in a checkout."""
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / name
