from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pinned(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_path(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "/" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_version_of_a_lock_has_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(lines) == len(pinned(lock)) > 3
    assert all("--hash=sha256:" in line for line in lines)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_hold_what_the_project_asks_for(lock: str) -> None:
    needed = {
        "requirements.lock": project()["project"]["dependencies"],
        "requirements-build.lock": project()["build-system"]["requires"],
        "requirements-dev.lock": [
            wanted for wanted in project()["dependency-groups"]["dev"] if isinstance(wanted, str)
        ],
    }
    versions = pinned(lock)
    for wanted in map(Requirement, needed[lock]):
        assert wanted.specifier.contains(versions[wanted.name]), f"make lock: {wanted}"


def test_the_locks_agree() -> None:
    versions = pinned("requirements-dev.lock")
    assert pinned("requirements.lock").items() <= versions.items()
    assert pinned("requirements-build.lock").items() <= versions.items()
