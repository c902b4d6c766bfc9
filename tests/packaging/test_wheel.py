from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GRAPHKIT"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    (made,) = folder.glob("forum_graphkit-*.whl")
    return made


def test_the_wheel_carries_queries_seeds_and_types(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    in_checkout = [*ROOT.glob("cypher/*.cypher"), *ROOT.glob("seeds/*.txt")]
    assert len(in_checkout) >= 10
    assert {f"graphkit/{file.relative_to(ROOT).as_posix()}" for file in in_checkout} <= names
    assert "graphkit/py.typed" in names
    assert not [name for name in names if name.startswith("tests")]


def test_the_wheel_alone_runs_the_demo_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "--without-pip", "away", folder=tmp_path)
    scripts = tmp_path / "away" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", scripts / "python")
    run(*pip, "--require-hashes", "--requirement", ROOT / "requirements.lock", folder=tmp_path)
    run(*pip, "--no-deps", "--no-index", wheel, folder=tmp_path)

    assert "Javid Musayev" in run(scripts / "graphkit", "demo", folder=tmp_path)
    assert "Javid Musayev" in (tmp_path / "demo" / "graph.html").read_text(encoding="utf-8")
    assert "Javid Musayev" in (tmp_path / "demo" / "report.html").read_text(encoding="utf-8")
    where = run(scripts / "python", "-c", "import graphkit; print(graphkit.__file__)", folder=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path)
