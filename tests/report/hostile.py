"""Texts that try to break out of their place, and a graph of them."""

from __future__ import annotations

from sample_graph import GraphMaker

from graphkit.graph import Graph

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=http://x.invalid/a.png onerror=alert(1)>",
    "\"quoted\" 'and' `ticked`",
    "a | b || c",
    "one\ntwo\r\nthree\rfour",
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "[a](http://x.invalid) ![b](http://x.invalid/b.png) *c* _d_ ~~e~~ # f",
    "1. one",
    "- one",
    "{{7*7}} {% raw %} ${7*7} &amp; &lt;",
    "\u202eright to left\u2028next",
    "\ud800 alone",
)


def hostile_graph() -> Graph:
    """Each of the texts as a name, an alias, a role, a sentence, a rule and whatever an article has."""
    maker = GraphMaker()
    forum = maker.node("Forum", "forum/1", HOSTILE[0])
    for number, text in enumerate(HOSTILE):
        person, agency = f"person/{number:02}", f"agency/{number:02}"
        maker.node("Person", person, text, text)
        maker.node("Agency", agency, text, text)
        said = f"{text} {text}"
        given = dict.fromkeys(("title", "author", "source", "date", "sha256"), text) | {"url": "javascript:alert(1)"}
        maker.node("Article", f"article/{number:02} {text}", text, key=f"{number:02} {text}", text=said, **given)
        place = {"sentence": said, "end": len(text), "rule": text}
        maker.edge("ATTENDED", person, forum, f"{number:02} {text}", 0, status="attended", **place)
        maker.edge("REPRESENTS", person, agency, f"{number:02} {text}", 0, role=text, unit=text, **place)
    return maker.graph
