from __future__ import annotations

import pytest

from graphkit.graph import Graph, build_graph
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Evidence, Mention, Reading, Resolution, Subject

TEXT = """\
Aynur Həsən of the Baku Press Council opened the Lake Forum.

"We heard Aydın say that the lake is ours," Həsən said."""

HOSTILE = "</script><img src=x onerror=alert(1)>\"'&amp;{{7*7}}\u2028\u202e"


def found(words: str, rule: str, confidence: float = 0.9, text: str = TEXT) -> Evidence:
    start = text.index(words)
    sentence = next(line for line in text.split("\n") if words in line)
    return Evidence(start, start + len(words), sentence, rule, confidence)


@pytest.fixture
def graph() -> Graph:
    """Two people, of whom one is quoted in the other's words; a body with its city's state inside its name."""
    subjects = (
        Subject("h", "Person", "Aynur Həsən", aliases=("Həsən",)),
        Subject("a", "Person", "Aydın"),
        Subject("c", "Agency", "Baku Press Council"),
        Subject("s", "Country", "Azerbaijan"),
        Subject("f", "Forum", "Lake Forum"),
    )
    names = (("h", "Aynur Həsən"), ("a", "Aydın"), ("c", "Baku Press Council"), ("s", "Baku"), ("f", "Lake Forum"))
    last = TEXT.rindex("Həsən")
    mentions = [Mention(subject, words, found(words, "person.shape")) for subject, words in names]
    mentions.append(Mention("h", "Həsən", Evidence(last, last + 5, TEXT.split("\n")[2], "person.part-of-name", 0.8)))
    opened = found("Aynur Həsən of the Baku Press Council opened", "attend.hosts")
    post = found("Aynur Həsən of the Baku Press Council", "post.after-name")
    outer, inner = "We heard Aydın say that the lake is ours", "the lake is ours"
    said = {"text": outer, "kind": "direct", "cue": "said"}
    retold = {"text": inner, "kind": "indirect", "nested": True}
    claims = (
        Claim("ATTENDED", "h", "f", opened, {"status": "attended"}),
        Claim("REPRESENTS", "h", "c", post, {"role": "Chair", "former": True}),
        Claim("QUOTED_AT", "h", "f", found(outer, "quote.direct.verb-after", 0.97), said),
        Claim("QUOTED_IN", "a", ARTICLE_SUBJECT, found(inner, "quote.indirect.said-that"), retold),
        Claim("HELD_IN", "f", "s", found("Council opened the Lake", "unheard.of"), {"city": "Baku"}),
    )
    reading = Reading(
        Article("a1", TEXT, title="The lake", source="A paper", date="2025-12-05", author="Nigar Ali"),
        subjects,
        tuple(mentions),
        claims,
    )
    return build_graph([reading], Resolution({("a1", subject.key): f"x/{subject.key}" for subject in subjects}))


@pytest.fixture
def hostile_graph() -> Graph:
    """Whatever can be text is an attempt to break out of the page."""
    text = f"{HOSTILE} said: “{HOSTILE}”."
    first = Evidence(0, len(HOSTILE), text, HOSTILE, 0.5)
    start = text.rindex(HOSTILE)
    second = Evidence(start, start + len(HOSTILE), text, HOSTILE, 0.5)
    reading = Reading(
        Article(HOSTILE, text, HOSTILE, HOSTILE, url="javascript:alert(1)", date=HOSTILE, author=HOSTILE),
        (Subject("p", "Person", HOSTILE, aliases=(HOSTILE,)),),
        (Mention("p", HOSTILE, first),),
        (Claim("QUOTED_IN", "p", ARTICLE_SUBJECT, second, {"text": HOSTILE, "kind": HOSTILE, "cue": HOSTILE}),),
    )
    return build_graph([reading], Resolution({(HOSTILE, "p"): HOSTILE}))
