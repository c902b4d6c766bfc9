"""The grammar of posts around names, as patterns over atoms (see `graphkit.extract.atoms`)."""

from __future__ import annotations

import re

_NOUNS = r"(?:w')?[wg]{0,3}"  # "freight forwarder", "news agency" before a name
_OWNER = r"(?:d?[CAJg]'|[JACUg]|h|d)*"
_BODY = rf"(?:[CJAU]'|J)*{_NOUNS}(?:U\(?A?\)?|A(?:\([AC]\))?|C|R|g)"
_CHAIN = rf"(?:[op][dh]?{_BODY})*"
_POST = rf"{_OWNER}T(?:&T|pd?T)?(?:\([^()]*\))?{_CHAIN}"
_POSTS = rf"{_POST}(?:(?:,&?|&){_POST})*"
_OWN_POSTS = rf"{_POST}(?:(?:,&?|&)(?>{_POST})(?!,?P))*"  # a post before ", P" is that person's

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # MPs A, B and C
    ("post.plural", re.compile(rf"(?P<posts>{_POST})(?P<people>P(?:,P)*(?:,?&P)?)")),
    # Executive Director of the X Ahmad Y; Professor Ahmad Y of the X
    (
        "post.before-name",
        re.compile(rf"(?P<posts>{_POSTS})g?(?P<people>P)(?P<more>o[dh]?{_BODY})?"),
    ),
    # Ahmad Y, director of the X,; Ahmad Y, Secretary, Department of Z
    (
        "post.after-name",
        re.compile(rf"(?P<people>P)(?:\([CJ]\))?,(?P<posts>{_OWN_POSTS})(?P<comma>,d?[AU](?:\(A\))?(?=[,;.)w&]|$))?"),
    ),
    # the X's director, Ahmad Y; Joint Secretary, X, Ahmad Y
    ("post.comma-name", re.compile(rf"(?P<posts>{_POSTS}),(?P<comma>d?A,)?(?P<people>P)")),
    # Ahmad Y of the X
    ("person.of-body", re.compile(rf"(?P<people>P)(?P<chain>[op][dh]?{_BODY}(?:o[dh]?{_BODY})*)")),
    # Ahmad Y (Tonga)
    ("person.bracketed-state", re.compile(r"(?P<people>P)\((?P<country>C)\)")),
    # Kenya's Ahmad Y
    ("person.of-state", re.compile(r"(?P<country>C)'(?P<people>P)")),
    # Ahmad Y, who is also a member of the X
    ("post.who-is", re.compile(rf"(?P<people>P),?qw{{1,2}}d?(?P<posts>{_POST})")),
    # Ahmad Y, who heads the X
    # the X, headed by Ahmad Y
    ("person.headed-by", re.compile(r"(?P<chain>A)(?:\(A\))?,(?P<verb>w)b(?P<people>P)")),
    (
        "person.who-heads",
        re.compile(rf"(?P<people>P),?q(?P<verb>[wT])(?P<chain>d?{_BODY}(?:[op][dh]?{_BODY})*)"),
    ),
)

OWNED_AGENCY = re.compile(r"(?P<state>C)'[wg]*(?P<agency>[AU])")
"""A state's agency: "Kenya's national carrier X"."""

AGENCY_OF_STATE = re.compile(r"(?P<agency>A)o(?P<state>C)(?!')")
"""An agency and its state: "the Knesset of Israel"."""

BRACKETED_STATE = re.compile(r"(?P<agency>[AU])\((?P<state>C)\)")
"""An agency and its state in brackets: "Gwangju Museum (Republic of Korea)"."""

ADJECTIVE_AGENCY = re.compile(r"(?P<state>J)[wg]*(?P<agency>A)")
"""The adjective of a state before an agency: "the Malaysian news agency X"."""

ADJECTIVE_COMPANIES = re.compile(r"(?P<state>J)g,(?P<agency>A(?:,A)*(?:,?&A)?)")
"""The adjective before a list: "two German companies, X and Y"."""
