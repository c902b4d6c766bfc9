"""The grammar of posts around names, as patterns over atoms (see `graphkit.extract.atoms`)."""

from __future__ import annotations

import re

_NOUNS = r"(?:w')?(?:[WR](?=g))?[wg]{0,3}"  # "freight forwarder", "news agency" before a name
_OWNER = r"(?:d?[CAJg]'|A\(A\)|[JACUg]|h|d)*"
_BODY = rf"(?:[CJAU]'|J)*{_NOUNS}(?:U\(?A?\)?|A(?:\([AC]\))?|C|R|g)"
_CHAIN = rf"(?:[op][dh]?{_BODY})*"
_POST = rf"{_OWNER}T(?:&T|pd?T)?(?:\([^()]*\))?(?:p[dh]?[eF])?{_CHAIN}"  # "representative at the summit"
_POSTS = rf"{_POST}(?:(?:,&?|&){_POST})*"
_OWN_POSTS = rf"{_POST}(?:(?:,&?|&)(?>{_POST})(?!,?P))*"  # a post before ", P" is that person's

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # MPs A, B and C
    ("post.plural", re.compile(rf"(?P<posts>{_POST})(?P<people>P(?:,P)*(?:,?&P)?)")),
    # Executive Director of the X Ahmad Y; Professor Ahmad Y of the X
    (
        "post.before-name",
        re.compile(rf"(?P<posts>{_POSTS})(?:w?g)?J?(?P<people>P)(?P<more>o[dh]?{_BODY})?"),
    ),
    # Ahmad Y, director of the X,; Ahmad Y, Secretary, Department of Z; Ahmad Y, now director of the X
    (
        "post.after-name",
        re.compile(
            rf"(?P<people>P)(?:\([CJ]\))?,(?P<adverb>w)?(?P<posts>{_OWN_POSTS})(?P<comma>,d?[AU](?:\(A\))?(?=[,;.)w&]|$))?"
        ),
    ),
    # the X, whose director, Ahmad Y, spoke
    ("post.whose", re.compile(r"(?P<owner>[AC])(?:\(A\))?,q(?P<posts>T),?(?P<people>P)")),
    # the X's director, Ahmad Y; Joint Secretary, X, Ahmad Y
    ("post.comma-name", re.compile(rf"(?P<posts>{_POSTS}),(?P<comma>d?A,)?J?(?P<people>P)")),
    # Ahmad Y of the X; Ahmad Y, from the X
    ("person.of-body", re.compile(rf"(?P<people>P)(?P<aside>,)?(?P<chain>[op][dh]?{_BODY}(?:o[dh]?{_BODY})*)")),
    # Ahmad Y (Tonga)
    ("person.bracketed-state", re.compile(r"(?P<people>P)\((?P<country>C)\)")),
    # Ahmad Y and Li Na (National Library)
    ("person.bracketed-body", re.compile(r"(?P<people>P(?:&P)*)\((?P<chain>A)\)")),
    # Kenya's Ahmad Y
    ("person.of-state", re.compile(r"(?P<country>C)'(?P<people>P)")),
    # the X's Ahmad Y
    ("person.of-owner", re.compile(r"(?P<chain>A)'(?P<people>P)")),
    # Ahmad Y, who is also a member of the X
    ("post.who-is", re.compile(rf"(?P<people>P),?qw{{1,2}}d?(?P<posts>{_POST})")),
    # the Committee elected Ahmad Y (Tonga) as vice-chair
    (
        "post.elected",
        re.compile(r"(?P<owner>[Ag])w(?P<people>P(?:\([CJ]\))?(?:(?:,|&|,&)P(?:\([CJ]\))?)*)w(?P<posts>d?T)"),
    ),
    # Ahmad Y, who heads the X; Ahmad Y, a chemist who now teaches at the X
    # the X, headed by Ahmad Y
    ("person.headed-by", re.compile(r"(?P<chain>A)(?:\(A\))?,(?P<verb>w)b(?P<people>P)")),
    (
        "person.who-heads",
        re.compile(
            rf"(?P<people>P)(?:,[^P,;.]{{1,12}}?)?,?qw?(?P<verb>[wT])(?P<chain>p?d?[nWw]?{_BODY}(?:[op][dh]?{_BODY})*)"
        ),
    ),
    # Ahmad Y chairs the X; Ahmad Y came early and chairs the X
    (
        "person.heads",
        re.compile(r"(?P<people>P)(?:[^P;.]*?&)?(?P<verb>[wT])(?P<chain>d?A)(?!['&]|,[dAP]|\(A\)')"),
    ),
    # Ahmad Y represented Kenya at the forum
    ("person.represented", re.compile(r"(?P<people>P)(?:w{0,3}[&,])?w?(?P<verb>w)(?P<country>C)(?=[pw,.&])")),
)

OWNED_AGENCY = re.compile(r"(?P<state>[Cg])'[wg]*(?P<agency>[AU])")
"""A state's agency: "Kenya's national carrier X"."""

AGENCY_OF_STATE = re.compile(r"(?P<agency>A)o(?P<state>C)(?!')")
"""An agency and its state: "the Knesset of Israel"."""

AGENCY_IN_STATE = re.compile(r"(?P<agency>[AU])(?:\(A\))?(?:p|,)(?P<state>C)(?=[,.;]|[w&])")
"""An agency and where it is: "the Rift Valley Polytechnic, Kenya,", "the Marine Biotechnology Center in Vietnam"."""

APPOSED_STATE = re.compile(r"(?P<agency>A)(?:\(A\))?,(?:d?(?P<state>[JC])|(?P<owner>C)')[wW]{0,3}(?:g|T)")
"""An agency that is said to be a state's: "X, a Norwegian operator", "X, Norway's largest operator"."""

BRACKETED_STATE = re.compile(r"(?P<agency>[AU])\((?P<state>C)\)")
"""An agency and its state in brackets: "Gwangju Museum (Republic of Korea)"."""

ADJECTIVE_AGENCY = re.compile(r"(?P<state>J)[wg]*(?P<agency>A)")
"""The adjective of a state before an agency: "the Malaysian news agency X"."""

ADJECTIVE_COMPANIES = re.compile(r"(?P<state>J)g,(?P<agency>A(?:,A)*(?:,?&A)?)")
"""The adjective before a list: "two German companies, X and Y"."""
