"""Collects the licences of what graphkit ships into THIRD_PARTY_LICENSES.md.

Run as `python docs/licences.py`. A test checks that it still holds.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "THIRD_PARTY_LICENSES.md"
DATA = ROOT / "graphkit" / "extract" / "data" / "LICENSES.md"
NETWORK_PAGE = ROOT / "graphkit" / "view" / "page" / "LICENCES.txt"

HEAD = """\
# What others wrote

<!-- Collected by docs/licences.py; change it there and in the files that it names. -->

graphkit itself is under the Apache License 2.0, see `LICENSE`. It carries lists of words, names and places that others
compiled, and the network pages that it writes carry a drawing library. The articles in `seeds/` are news reports, whose
words are their publishers'.
"""
INSTALLED = """\
# Installed beside it, not part of it

| package | licence |
|---|---|
"""


def page() -> str:
    """The text of THIRD_PARTY_LICENSES.md."""
    drawn = "".join(f"> {line}".rstrip() + "\n" for line in NETWORK_PAGE.read_text(encoding="utf-8").splitlines())
    rows = "".join(f"| {name} | {licence_of(name)} |\n" for name in sorted(dependencies()))
    data = DATA.read_text(encoding="utf-8")
    return "\n".join((HEAD, data, f"# The drawing library of the network page\n\n{drawn}", INSTALLED + rows))


def dependencies() -> list[str]:
    """The packages that graphkit asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[^\w-]", wanted)[0] for wanted in project["dependencies"]]


def licence_of(package: str) -> str:
    """What an installed package says of its licence: an SPDX expression, else a classifier, else a few words."""
    told = metadata(package)
    classified = [its.rpartition(" :: ")[2] for its in told.get_all("Classifier") or () if its.startswith("License")]
    return str(told.get("License-Expression") or ", ".join(classified) or told["License"])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
