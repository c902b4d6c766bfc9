"""The development corpus many times over, each time about other people, with copies in it."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path
from random import Random

from graphkit.records import Article

CORPUS = Path(__file__).parents[1] / "gold" / "dev"
SYLLABLES = "ka lo mi ren tas vor bel dun fir gas hol jan lem nor pir rus sel tor ul ven".split()
COPIED = 5
"""Of so many articles one comes a second time with another closing line."""


def varied_corpus(times: int) -> list[Article]:
    """The articles of the corpus, so many times, and copies of some of them.

    Each time a name stands in the midst of the text that no other has, so that no article is a copy of its like; people
    have one family name in two of the times, so that they are met again.
    """
    endings = ["", *("".join(syllables) for syllables in product(SYLLABLES, repeat=3))]
    articles = []
    for number, file in enumerate(sorted(CORPUS.glob("*.txt"))):
        text = file.read_text(encoding="utf-8")
        gold = json.loads(file.with_name(f"{file.stem}.gold.json").read_text(encoding="utf-8"))
        families = {node["name"].split()[-1] for node in gold["nodes"] if node["label"] == "Person"}
        for time in range(times):
            key = f"{file.stem}-{time:04}"
            told = _renamed(text, families, endings[time // 2]).replace("\n\n", _between(endings[time], len(text)), 1)
            articles.append(Article(key, told, title=f"{file.stem}: {time}", author=f"Nr {time}; Nigar Ali"))
            if (number + time) % COPIED == 0:
                articles.append(Article(f"{key}-copy", f"{told}\n\nRead more on our pages."))
    return articles


def _between(ending: str, length: int) -> str:
    """A paragraph for one time alone, so long that texts of other times are not even alike."""
    random = Random(ending)
    words = ("".join(random.choices(SYLLABLES, k=3)) for _ in range(length // 15))
    return f"\n\nThis is the report Nr{ending}: {' '.join(words)}.\n\n"


def _renamed(text: str, families: set[str], ending: str) -> str:
    if not families or not ending:
        return text
    names = "|".join(map(re.escape, sorted(families, key=len, reverse=True)))
    return re.sub(rf"\b({names})\b", rf"\1{ending}", text)
