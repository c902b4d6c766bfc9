"""The words that say that somebody takes part in a gathering, plans to, or does not."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GATHERING = (
    r"(?:forum|summit|conference|congress|symposium|conclave|convention|dialogue|expo|exhibition|fair|meeting|"
    r"session|event|gathering|talks|assembly|panel|ceremony|opening|workshop|seminar|festival|discussions?|day|"
    r"round[- ]table|debate|consultations|week|participants|delegates|audience|attendees)"
)
_NEAR_GATHERING = rf"(?=[^.;]{{0,90}}\b{_GATHERING}\b)"
_DELEGATED = (
    r"(?:delegations?|representatives?|teams?|experts?|officials?|missions?|deputy|minister|head|groups?|"
    r"participants?|specialists?|lawmakers?|observers?)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A way to say that somebody takes part.

    Attributes:
        rule: the rule's name.
        pattern: the words.
        side: where the participants stand: before, after, on both sides, `nearest` (the last name before) or
            `next` (the list directly behind).
        needs_forum: whether the sentence itself has to name a gathering or refer to it.
    """

    rule: str
    pattern: re.Pattern[str]
    side: str
    needs_forum: bool = False


def _cue(rule: str, pattern: str, side: str, *, needs_forum: bool = False) -> Cue:
    return Cue(f"attend.{rule}", re.compile(pattern, re.IGNORECASE), side, needs_forum)


CUES: tuple[Cue, ...] = (
    # the forum is attended by A, B and C
    _cue("attended-by", r"\b(?:attended|joined|addressed) (?:on \w+ )?by\b", "after"),
    _cue("opened-by", r"\b(?:moderated|chaired|opened|closed|inaugurated|replaced) (?:on \w+ )?by\b", "after"),
    # organised by A together with B
    _cue(
        "organised-by",
        r"\b(?:co-?)?(?:organi[sz]ed|hosted|run|convened|staged|held|initiated)\b(?: \w+){0,4}? by\b",
        "after",
        needs_forum=True,
    ),
    _cue(
        "organised-with",
        r"\b(?:together|jointly|in (?:cooperation|co-operation|partnership|association|collaboration|conjunction))"
        r" with\b",
        "after",
        needs_forum=True,
    ),
    # A hosted the forum
    _cue(
        "hosts",
        r"\b(?:co-)?(?:organi[sz]es|organi[sz]ed|hosts|hosted|is hosting|are hosting|convened|opened|will host|"
        r"inaugurated|closed)\b(?! by)" + _NEAR_GATHERING,
        "before",
        needs_forum=True,
    ),
    # A, a co-organiser of the forum
    _cue(
        "organiser-of",
        rf"(?<=, )(?:a |an |the )?(?:co-)?(?:organi[sz]er|host|sponsor|partner)s? of (?:the|this) (?:\w+ )?"
        rf"{_GATHERING}\b",
        "nearest",
    ),
    _cue(
        "ran-session",
        r"\b(?:opened|closed|concluded|moderated|chaired) the (?:day|session|panel|debate|discussion|event)\b",
        "before",
    ),
    # A was represented by B
    _cue("represented-by", r"\b(?:represented|led|headed)(?: \w+)? by\b", "both"),
    _cue("represented", r"\brepresented\b(?! by)", "before"),
    _cue(
        "brought-together",
        r"\b(?:brought|bringing|brings) together\b|\bjoined by\b|\bthe presence of\b|\bhear(?:d)? from\b|"
        r"\b(?:participants|speakers|guests|attendees) (?:(?:will )?include|included|are|were|will be)\b|"
        rf"\b(?:attracted|drew|drawn|gathered)\b(?=[^.;]*\b(?:participants|exhibitors|delegates|from|{_DELEGATED})\b)",
        "after",
    ),
    _cue(
        "delegation-includes",
        r"\bdelegation (?:also )?(?:includes?|included|consists? of|comprises?|comprised)\b",
        "after",
    ),
    _cue(
        "among-participants",
        r"\bamong (?:the |those )?(?:participants|speakers|attendees|guests|attending|present|exhibitors)\b",
        "after",
    ),
    _cue(
        "inverted",
        r"\b(?:also )?(?:delivering statements|speaking|attending|participating|taking part|present)(?: at [^,]*)? "
        r"(?:were|was|are|is)\b",
        "after",
    ),
    # A attends, takes part, is present
    _cue("attends", r"\b(?:attend|attends|attended|attending)\b(?! by)", "before"),
    _cue(
        "takes-part",
        r"\b(?:take|takes|took|taken|taking) part\b|\bparticipat(?:e|es|ed|ing)\b|"
        r"\bconfirmed (?:his |her |its |their )?(?:participation|attendance)\b",
        "before",
    ),
    _cue("present", r"\b(?:was|were|is|are|been) (?:also |all )?present\b|\bgraced the occasion\b", "before"),
    _cue("guest", r"\b(?:was|were|is|are) the (?:chief |main )?guests? of honou?r\b", "before"),
    _cue("participation-of", r"\bwith the participation of\b", "after"),
    _cue(
        "stands-in",
        r"\b(?:spoke|did so|stepped in|sat in|attended) (?:instead|in (?:his|her|its|their) place)\b",
        "both",
    ),
    _cue(
        "performs",
        r"\b(?:made|presented|delivered) (?:reports?|presentations?|speeches)\b|"
        r"\bwelcomed the (?:guests|participants)\b|"
        r"\btook the floor\b|\binformed the (?:audience|participants)\b|\bcut the ribbon\b|\bjoined by video\w*\b|"
        r"\bwho (?:moderated|chaired) the (?:discussion|panel|session|debate)\b",
        "before",
    ),
    _cue("presents", r"\b(?:presented|unveiled|demonstrated|showcased|exhibited)\b(?! by| at| to)", "before"),
    _cue(
        "leads",
        r"\b(?:will lead|leads|heads|is leading|is heading)\b(?=(?: \S+){0,3} delegation\b)",
        "before",
    ),
    _cue("joins", r"\b(?:join|joins|joined|joining)\b(?! by)" + _NEAR_GATHERING, "before"),
    _cue("invited", r"\binvited to\b" + _NEAR_GATHERING, "before"),
    _cue(
        "speaks",
        r"\b(?:speak|speaks|spoke|spoken|speaking|delivered?|delivers|gave|giving|address|addresses|addressed|addressing|"
        r"(?<=to )(?:open|close|moderate|chair|inaugurate|host)|"
        r"(?<=will )(?:open|close|moderate|chair|inaugurate|host)|"
        r"moderate[sd]?|moderating|chair(?:ed|s)?|presented|presents|present|presenting|exhibit(?:ed|s|ing)?|"
        r"showcas(?:ed|es|ing)|performed|inaugurated|introduc\w+)\b" + _NEAR_GATHERING,
        "before",
    ),
    _cue("presented-by", r"\b(?:presented|delivered|read out|read|given)\b(?: \w+){0,3} by\b", "after"),
    _cue("among-them", r"\bamong them (?:are|were|is|was)\b", "after"),
    _cue("expected-at", r"\b(?:is|are) (?:also )?expected (?:at|in)\b", "before"),
    _cue(
        "stand", r"\b(?:opened|set up|has|have|runs) (?:a|an|its|their) (?:\w+ )?(?:booth|stand|pavilion)\b", "before"
    ),
    _cue(
        "statement",
        r"\bdeliver(?:s|ed|ing)? (?:a|the|its|his|her) (?:\w+ )?(?:statement|address|speech|keynote|lecture|report)\b",
        "before",
    ),
    _cue("co-hosted-with", r"\bco-?(?:hosted|organi[sz]ed)\b[^.;]{0,60} with (?:the )?", "next"),
    # A sent a delegation; A led B's delegation
    _cue(
        "with",
        r"\b(?:presented|attended|took part|spoke|opened|toured|moderated)\b[^.;]{0,140}"
        r"\b(?:together|along|alongside) with\b",
        "next",
    ),
    _cue("organisers-are", r"\b(?:co-)?(?:organi[sz]ers?|hosts?|sponsors?), (?:the )?", "next"),
    _cue(
        "will-chair",
        r"\b(?:will|to) (?:chair|moderate|exhibit)\b|"
        r"\b(?:hold|holds) a (?:joint )?(?:session|panel|workshop|seminar)\b",
        "before",
    ),
    _cue(
        "where-spoke",
        r"\bwhere\b[^.;]{0,60}?\b(?:speak|spoke|speaks|presented|told|delivered|took part|taken part)\b",
        "before",
        needs_forum=True,
    ),
    _cue(
        "sent-person",
        r"\bsent\b(?= (?:(?:only )?(?:its|his|her|their)\b(?! (?:\w+ )?(?:letter|message|greetings|regrets|apologies))"
        r"|(?-i:[A-Z])))",
        "both",
    ),
    _cue("sent", rf"\b(?:sent|send|sends|sending)\b(?=[^.;]{{0,40}}\b{_DELEGATED}\b)", "both"),
    _cue("led-delegation", r"\b(?:led|heads?|leads)\b(?=(?: \S+){0,3} delegation\b)", "both", needs_forum=True),
    _cue("toured", r"\b(?:toured|visited) the (?:stands|pavilions?|exhibition|booths?|fair|expo)\b", "both"),
    _cue(
        "contributed",
        r"\b(?:held|gave|conducted|presented|took the floor|delivered) (?:a|the|its|their|his|her)?\s?"
        r"(?:master ?class|lecture|workshop|survey|joint study|study|paper|presentation|keynote|"
        r"speech|report|remarks)\b",
        "before",
    ),
    _cue("travels", r"\b(?:travel|travels|travelled|traveled|flew|fly|flies|arrive|arrives|arrived)\b", "before"),
    _cue("supported-by", r"\b(?:supported|welcomed|backed|seconded) by\b", "after"),
    # the representative of A underlined …
    _cue(
        "spoke-for",
        r"\bthe (?:representative|delegate|observer|delegation)s? (?:of|for|from) (?:the )?"
        r"(?=[^.;]{0,80}\b(?:said|stress\w+|underlin\w+|not(?:ed|ing)|call\w+|urg\w+|welcom\w+|added|warn\w+|express\w+|"
        r"highlight\w+|emphasi[sz]\w+|appeal\w+|observ\w+|stat(?:ed|ing)|ask\w+|"
        r"deliver\w+|spoke|took the floor|address\w+|caution\w+|recall\w+|affirm\w+|point\w+)\b)",
        "next",
    ),
)

ASIDE = re.compile(r"[\"“«][^\"”»]*[\"”»]|, not (?:a|an|the) [^,]*,")
"""Titles in quotation marks and remarks ("not a morning person"), which deny nothing."""

NEGATION = re.compile(
    r"\b(?:not|never|no one|nobody|none|neither|nor|without|declin\w+|refus\w+|cancel\w*|boycott\w*|absent|absence|"
    r"withdrew|withdrawn|turned (?:it |them )?down|unable|apologies|skipp?\w*|called (?:away|to)|instead of|"
    r"pulled out|stay(?:ed|ing|s)? away|reject\w*|postponed|abandon\w*|missed|cut short|walked out|shunn\w+|snubb\w+|"
    r"stayed in|failed to|returned to)\b|n['’]t\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|shall|would|is to|are to|to be|expected|due to|scheduled|invited|plans? to|planned|planning|"
    r"intends? to|confirmed|going to|tomorrow|is set to|are set to|slated|about to|awaited)\b",
    re.IGNORECASE,
)
UNFULFILLED = re.compile(
    r"\b(?:had been|was|were|had|which had) (?:\w+ )?(?:due|scheduled|invited|to|planned|expected|set)\b",
    re.IGNORECASE,
)
