"""How many articles graphkit reads while Stanford CoreNLP reads one, on this machine and in this run.

    python benchmarks/corenlp.py [FOLDER] [--articles N]

FOLDER (default: the articles of tests/gold/dev) holds .txt files. CoreNLP 4.5.10 reads them in one JVM with the
annotators tokenize, ssplit, pos, lemma, ner, depparse, coref, kbp and quote; graphkit reads, resolves and builds the
graph. Both start up and read one article to get warm before anything is counted. Printed are CPU and wall seconds of
the start, articles a second, and the ratio.

Needs Linux or macOS, Java 11 or later, Maven (700 MB come once into `$GRAPHKIT_CORENLP_CACHE`, by default
`~/.cache/graphkit-corenlp`) and 8 GB of memory. CoreNLP is licensed under the GPL, version 3: it runs as a process of
its own, nothing of it is bundled.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

VERSION = "4.5.10"
ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,kbp,quote"
DEV = Path(__file__).parents[1] / "tests" / "gold" / "dev"

_COPY_JARS = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_DEPENDENCY = (
    "<dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp</artifactId>"
    f"<version>{VERSION}</version>{{classifier}}</dependency>"
)
_CLASSIFIERS = ("", "<classifier>models</classifier>", "<classifier>models-english-kbp</classifier>")
_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>benchmarks</groupId><artifactId>corenlp</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>{"".join(_DEPENDENCY.format(classifier=classifier) for classifier in _CLASSIFIERS)}</dependencies>
</project>
"""
_MEMORY = "-Xmx7g"
_NEXT_ARTICLE = "Processing file"

# Reads the first article to get warm, then all of them; prints CPU and wall seconds of both.
_GRAPHKIT = """
import sys, time
from pathlib import Path
start = time.perf_counter()
from graphkit.extract import extract
from graphkit.graph import build_graph
from graphkit.records import Article
from graphkit.resolve import resolve

articles = [Article(path, Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:]]
extract(articles[0])
warm = time.process_time(), time.perf_counter()
readings = [extract(article) for article in articles]
build_graph(readings, resolve(readings))
done = time.process_time(), time.perf_counter()
print(warm[0], warm[1] - start, done[0] - warm[0], done[1] - warm[1])
"""


@dataclass(frozen=True)
class Measured:
    """CPU and wall seconds of starting up, and of reading all articles."""

    start_cpu: float
    start_wall: float
    cpu: float
    wall: float


def graphkit(files: Sequence[Path]) -> Measured:
    """Graphkit in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _GRAPHKIT, *map(str, files)], capture_output=True, text=True, check=True
    )
    return Measured(*map(float, done.stdout.split()))


def corenlp(files: Sequence[Path], jars: Path) -> Measured:
    """CoreNLP in one JVM; the first article is read twice, and counted the second time."""
    with tempfile.TemporaryDirectory() as folder:
        listed, log = Path(folder, "files.txt"), Path(folder, "log.txt")
        listed.write_text("".join(f"{file}\n" for file in [files[0], *files]), encoding="utf-8")
        command = [java(), _MEMORY, "-cp", str(jars / "*"), "edu.stanford.nlp.pipeline.StanfordCoreNLP"]
        command += ["-annotators", ANNOTATORS, "-fileList", str(listed), "-outputFormat", "json"]
        command += ["-outputDirectory", folder]
        start = time.perf_counter()
        cpu_before = children_cpu()
        begun, warm = 0, None
        with log.open("w", encoding="utf-8") as kept, _started(command) as process:
            for line in process.stderr or ():
                kept.write(line)
                begun += _NEXT_ARTICLE in line
                if begun == 2 and warm is None:
                    warm = cpu_of(process.pid), time.perf_counter()
        done = time.perf_counter()
        if process.returncode or warm is None:
            sys.exit(f"CoreNLP failed: {log.read_text(encoding='utf-8')[-2000:]}")
        unwritten = [file.name for file in files if not Path(folder, f"{file.name}.json").exists()]
        if unwritten:
            sys.exit(f"CoreNLP wrote nothing for {', '.join(unwritten)}.")
    cpu = children_cpu() - cpu_before
    return Measured(warm[0], warm[1] - start, cpu - warm[0], done - warm[1])


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def children_cpu() -> float:
    """CPU seconds of all processes that this one has started and seen end."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cpu_of(pid: int) -> float:
    """CPU seconds of a running process, as `ps` counts them: `[[days-]hours:]minutes:seconds`."""
    said = subprocess.run(["ps", "-o", "time=", "-p", str(pid)], capture_output=True, text=True, check=True).stdout
    days, _, clock = said.strip().rpartition("-")
    seconds = 0.0
    for part in clock.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds + 86_400 * int(days or 0)


def java() -> str:
    """The file of a Java that can run CoreNLP."""
    found = shutil.which("java")
    said = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr if found else ""
    version = re.search(r'version "(\d+)', said)
    if found is None or version is None or int(version[1]) < 11:
        sys.exit("No Java 11 or later found; install one (Debian and Ubuntu: apt install openjdk-17-jre-headless).")
    return found


def fetched_jars() -> Path:
    """The folder of CoreNLP's jars and models, which Maven fetches the first time."""
    cache = Path(os.environ.get("GRAPHKIT_CORENLP_CACHE") or Path.home() / ".cache" / "graphkit-corenlp")
    jars = cache / VERSION
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        sys.exit("No Maven found to fetch CoreNLP with; install one (Debian and Ubuntu: apt install maven).")
    cache.mkdir(parents=True, exist_ok=True)
    print(f"Fetching CoreNLP {VERSION} and its models, 700 MB", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=cache) as aside:
        Path(aside, "pom.xml").write_text(_POM, encoding="utf-8")
        arguments = ["-q", "-B", f"-Dmaven.repo.local={aside}/repository", _COPY_JARS]
        arguments += ["-DincludeScope=runtime", f"-DoutputDirectory={aside}/jars"]
        fetched = subprocess.run([maven, *arguments], cwd=aside, capture_output=True, text=True, check=False)
        if fetched.returncode:
            sys.exit(f"Maven could not fetch CoreNLP: {fetched.stdout.strip()[-500:]}")
        Path(aside, "jars").rename(jars)
    return jars


def row(name: str, measured: Measured, articles: int) -> str:
    start = f"{measured.start_cpu:10.1f}{measured.start_wall:10.1f}"
    reading = f"{measured.cpu:14.2f}{measured.wall:10.2f}"
    return f"{name:16}{start}{reading}{articles / measured.cpu:12.2f}{articles / measured.wall:15.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEV)
    parser.add_argument("--articles", type=int, default=24, help="read the first N articles of the folder")
    arguments = parser.parse_args()
    files = sorted(arguments.folder.resolve().glob("*.txt"))[: arguments.articles]
    if not files:
        sys.exit(f"{arguments.folder}: no .txt file. Name a folder of articles.")
    jars = fetched_jars()
    ours, theirs = graphkit(files), corenlp(files, jars)
    characters = sum(len(file.read_text(encoding="utf-8")) for file in files)
    print(f"{len(files)} articles, {characters / len(files):,.0f} characters each on average\n")
    print(f"{'':16}{'start:':>10}{'':10}{'all articles:':>14}{'':10}{'articles':>12}{'articles':>15}")
    print(f"{'':16}{'CPU s':>10}{'wall s':>10}{'CPU s':>14}{'wall s':>10}{'a CPU s':>12}{'a wall s':>15}")
    print(row("graphkit", ours, len(files)))
    print(row(f"CoreNLP {VERSION}", theirs, len(files)))
    print(
        f"\ngraphkit reads {theirs.cpu / ours.cpu:,.0f} articles for each of CoreNLP's by CPU time, "
        f"{theirs.wall / ours.wall:,.0f} by the clock."
    )


if __name__ == "__main__":
    main()
