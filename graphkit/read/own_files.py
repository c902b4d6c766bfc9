"""Which files graphkit wrote, or reads corrections from: they lie beside the articles, and would be read as news."""

from __future__ import annotations

import codecs
import io
import re
from typing import Final

from graphkit import vocabulary

_HEAD: Final = 2048
"""Bytes at the beginning of a file that tell."""

_LABEL: Final = "|".join(vocabulary.NODE_LABELS)
_TYPE: Final = "|".join(vocabulary.EDGE_TYPES)

_BEGINNINGS: Final = re.compile(
    rf"""
      <!DOCTYPE\ html>.*<meta\ name="generator"\ content="graphkit\ [^"]*">  # a page: network, report, explanation
    | \#\ Centrality\ report\n\ngraphkit\                                    # the report in Markdown
    | entity,id,label,network,measure,value                                 # the report in CSV
    | \{{\n\ "format":\ "graphkit-                                           # a report or comparison in JSON
    | \{{\n\ "directed":\ true,\n\ "multigraph":\ true,                      # a graph
    | \#\ What\ people\ corrected\ in\ this\ graph,                         # the corrections
    | (?:\#[^\n]*\n|\s)*(?:                                                # corrections that somebody wrote
        (?:same|not-same|rename|relabel)\ (?:{_LABEL})\ \S
        | (?:drop|keep|retype|add)\ (?:{_TYPE})\ (?:{_LABEL})\ \S
      )
    | id,label,name,aliases, | source,target,key,(?:type|article),          # the export to CSV
    | id:ID,name:string,aliases: | :START_ID,:END_ID,key:string             # the export for neo4j-admin
    | \{{"id":"[0-9a-f]{{40}}","schema":"                                      # the export to FollowTheMoney
    | \{{"model":\ "[^"\n]*",\ "question":\ "[0-9a-f]{{64}}"                   # the answers of a chat endpoint
    """.encode(),
    re.VERBOSE | re.DOTALL,
)


def is_own(stream: io.BufferedReader) -> bool:
    """Whether a file is a page, a report, a graph, a comparison, an export or the corrections.

    Args:
        stream: at its beginning, where it stays.
    """
    try:
        head = stream.peek(_HEAD)
    except OSError:  # which whoever reads it will meet again, and tell
        return False
    return _BEGINNINGS.match(head[:_HEAD].removeprefix(codecs.BOM_UTF8)) is not None
