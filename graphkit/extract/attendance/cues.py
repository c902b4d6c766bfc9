"""The words that say that somebody takes part in a gathering, plans to, or does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["before", "after", "both", "nearest", "next"]

_GATHERING = (
    r"(?:forum|summit|conference|congress|symposium|conclave|convention|dialogue|expo|exhibition|fair|meeting|"
    r"session|event|gathering|talks|assembly|panel|ceremony|opening|workshop|seminar|festival|discussions?|days?|"
    r"round[- ]table|debate|consultations|week|participants|delegates|audience|attendees)"
)
_AMONG_THEM = (
    r"among (?:the |those )?(?:\d+ |main |keynote |key )?"
    r"(?:participants|speakers|attendees|guests|attending|present|exhibitors|panell?ists)\b"
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
        people_only: whether only people do it, and only where nothing says that they did it elsewhere.
        sends: whether the people before it send others and stay away themselves.
    """

    rule: str
    pattern: re.Pattern[str]
    side: Side
    needs_forum: bool = False
    people_only: bool = False
    sends: bool = False


def _cue(rule: str, pattern: str, side: Side, **more: bool) -> Cue:
    return Cue(f"attend.{rule}", re.compile(pattern, re.IGNORECASE), side, **more)


CUES: tuple[Cue, ...] = (
    # the forum is attended by A, B and C
    _cue("attended-by", r"\b(?:attended|joined|addressed) (?:on \w+ )?by\b", "after"),
    _cue("opened-by", r"\b(?:moderated|chaired|opened|closed|inaugurated|replaced) (?:on \w+ )?by\b", "after"),
    # organised by A together with B
    _cue(
        "organised-by",
        r"\b(?:co-?)?(?:organi[sz]ed|hosted|run|convened|staged|held|initiated)\b"
        r"(?: (?!despite\b|amid\b|after\b|before\b|without\b|because\b)\w+){0,4}? by\b",
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
        rf"(?:(?<=, )|(?<=\bis )|(?<=\bare )|(?<=\bwas ))(?:a |an |the )?(?:co-)?(?:organi[sz]er|host|sponsor|"
        rf"partner)s? of (?:the|this) (?:[\w-]+ ){{0,6}}?"
        rf"{_GATHERING}\b",
        "nearest",
    ),
    # A, an observer at the forum
    _cue(
        "observer-at",
        rf"(?<=, )(?:a |an |the )?(?:\w+ )?(?:observer|delegate|participant|speaker|panell?ist|guest|exhibitor|"
        rf"moderator)s? "
        rf"(?:at|in) (?:the|this) (?:[\w-]+ ){{0,6}}?{_GATHERING}\b",
        "nearest",
    ),
    _cue(
        "ran-session",
        r"\b(?:opened|closed|concluded|moderated|chaired) the (?:day|session|panel|debate|discussion|event)\b",
        "before",
    ),
    # A was represented by B
    _cue("represented-by", r"\b(?:represented|led|headed)(?: \w+){0,5}? by\b", "both", sends=True),
    _cue("represented", r"\brepresented\b(?! by)", "before"),
    _cue(
        "brought-together",
        r"\b(?:brought|bringing|brings) together\b|\b(?:joined|accompanied)(?: there)? by\b|\bthe presence of\b|"
        r"\bhear(?:d)? from\b|"
        r"\b(?:participants|speakers|guests|attendees) (?:(?:will )?include|included|are|were|will be)\b|"
        rf"\b(?:attracted|drew|drawn|gathered)\b(?=[^.;]*\b(?:participants|exhibitors|delegates|from|{_DELEGATED})\b)",
        "after",
    ),
    _cue(
        "delegation-includes",
        r"\bdelegation (?:(?:of|from|at|to) (?:the )?\w+ (?:(?-i:[A-Z])\w+ )*)?(?:also )?(?:includes?|"
        r"included|consists? of|comprises?|comprised)\b",
        "after",
    ),
    _cue(
        "among-participants",
        rf"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )\b{_AMONG_THEM}",
        "after",
    ),
    # A and B are among the speakers
    _cue(
        "one-of-participants",
        rf"(?:(?<=is )|(?<=are )|(?<=was )|(?<=were )|(?<=be )|(?<=been )){_AMONG_THEM}",
        "before",
    ),
    _cue(
        "featured",
        r"\b(?:panel|session|discussion|debate|programme|program|line-?up|forum|conference|summit|event|round ?table)"
        r"\b(?:[^.;,]{0,40}?)\bfeatur(?:ed|es|ing)\b",
        "after",
    ),
    # Pictured at the conference were A, B and C
    _cue(
        "pictured",
        r"\b(?:pictured|photographed|seen)\b[^.;]{0,60}\b(?:at|during)\b[^.;:]{0,80}?(?:\b(?:are|were|is|was)\b|:)",
        "after",
    ),
    _cue("chairmanship", r"\bunder the (?:chairmanship|chair|presidency|leadership) of\b", "after"),
    _cue(
        "be-there",
        r"\b(?:will|would) (?:also )?be there\b",
        "before",
    ),
    _cue(
        "to-be-there",
        r"\b(?:will|would|is to|are to|is due to|are due to) (?:also )?(?:be|return|be back|go|come|come back)\b"
        r"(?=[^.;]{0,60}\bfor (?:the |an? )?(?-i:[A-Z]))",
        "before",
        needs_forum=True,
    ),
    # A invited B to the forum
    _cue("invites", r"\binvited\b(?! (?:to|by)\b)" + _NEAR_GATHERING, "next", needs_forum=True),
    _cue(
        "inverted",
        r"\b(?:also )?(?:delivering statements|speaking|attending|participating|taking part|"
        r"present)(?: at [^,]*| today| the \w+)? "
        r"(?:were|was|are|is)\b",
        "after",
    ),
    # A attends, takes part, is present
    _cue("attends", r"\b(?:attend|attends|attended|attending)\b(?! by)", "before"),
    _cue(
        "takes-part",
        r"\b(?:take|takes|took|taken|taking) part\b|\btook (?:their|his|her) seats?\b|\bparticipat(?:e|es|ed|ing)\b|"
        r"\bconfirmed (?:his |her |its |their )?(?:participation|attendance)\b",
        "before",
    ),
    _cue(
        "present",
        r"\b(?:was|were|is|are|been) (?:also |all )?(?:present|in attendance)\b|\bgraced the occasion\b",
        "before",
    ),
    _cue("guest", r"\b(?:was|were|is|are) the (?:chief |main )?guests? of honou?r\b", "before"),
    _cue("participation-of", r"\bwith the participation of\b", "after"),
    _cue(
        "stands-in",
        r"\b(?:spoke|did so|stepped in|sat in|attended) (?:instead|in (?:his|her|its|their) place)\b",
        "both",
    ),
    _cue(
        "performs",
        r"\b(?:made|presented|delivered) (?:reports?|presentations?|speeches)\b|\bintroduced (?:the|a|his|"
        r"her) report\b|"
        r"\bwelcomed the (?:guests|participants)\b|"
        r"\btook the floor\b|\binformed the (?:audience|participants)\b|\bcut the ribbon\b|\bjoined by video\w*\b|"
        r"\bwho (?:moderated|chaired) the (?:discussion|panel|session|debate|function|event|meeting|ceremony|"
        r"occasion)\b",
        "before",
    ),
    _cue(
        "presents",
        r"\b(?:presented|unveiled|demonstrated|showcased|exhibited|(?<=to )unveil)\b(?! by| at| to)",
        "before",
    ),
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
        r"(?<=to )(?:open(?! talks)|close|moderate|chair|inaugurate|host)|"
        r"(?<=will )(?:open|close|moderate|chair|inaugurate|host)|"
        r"moderate[sd]?|moderating|chair(?:ed|s)?|presented|presents|present|presenting|exhibit(?:ed|s|ing)?|"
        r"showcas(?:ed|es|ing)|performed|inaugurated|introduc\w+)\b" + _NEAR_GATHERING,
        "before",
    ),
    _cue("presented-by", r"\b(?:presented|delivered|read out|read|given)\b(?: \w+){0,3} by\b", "after"),
    _cue("among-them", r"\bamong them (?:are|were|is|was)\b", "after"),
    _cue("expected-at", r"\b(?:is|are) (?:now |also |still )?expected (?:at|in)\b", "both"),
    _cue(
        "stand",
        r"\b(?:opened|set up|put up|has|have|had|runs|booked|manning|with) (?:[\w-]+ ){0,3}?(?:booths?|stands?|"
        r"pavilions?)\b",
        "before",
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
        r"\b(?:(?:together|along|alongside) with|alongside)\b",
        "next",
    ),
    # A outlined the plans, thanked the hosts, drew attention to the rest
    _cue(
        "speech-act",
        r"(?<!to )(?<!and )\b(?:outlined|drew attention to|called (?:on|for)|pleaded for|urged|suggested|"
        r"proposed|praised|"
        r"thanked the|appealed (?:to|for)|highlighted|spoke (?:about|on|of)|briefed|touched upon|dwelt on|shared|"
        r"congratulated|joked|hailed|advocated|cautioned against|argued for|pointed to|opened the proceedings|"
        r"welcomed the (?:delegates|guests|participants|audience)|asked the (?:guests|panell?ists|participants|"
        r"speakers))\b",
        "before",
        people_only=True,
    ),
    _cue("has-been-invited", r"\b(?:has|have) been invited\b(?! to (?:pay|make|visit|join))", "before"),
    _cue("organisers-are", r"\b(?:co-)?(?:organi[sz]ers?|hosts?|sponsors?), (?:the )?", "next"),
    _cue(
        "will-chair",
        r"\b(?:will|to) (?:chair|moderate|exhibit)\b|"
        r"\b(?:hold|holds) a (?:joint )?(?:session|panel|workshop|seminar)\b",
        "before",
    ),
    _cue(
        "sent-person",
        r"\b(?:sent|will send|is sending|sends|to send|(?:will )?(?:instead )?dispatch(?:es|"
        r"ed)?)\b(?= (?:(?:only )?(?:its|his|her|"
        r"their)\b(?! (?:\w+ )?(?:letter|message|greetings|regrets|apologies))"
        r"|(?-i:[A-Z])))(?![^.;]*\b(?:a|the|his|her) (?:letter|message|telegram|greeting|note|invitation)\b)",
        "both",
        sends=True,
    ),
    _cue("sent", rf"\b(?:sent|send|sends|sending)\b(?=[^.;]{{0,40}}\b{_DELEGATED}\b)", "both", sends=True),
    _cue(
        "led-delegation", r"\b(?:led|heads?|leads)\b(?=(?: \S+){0,3} delegation\b(?! (?:to|in|at) (?-i:[A-Z])))", "both"
    ),
    _cue(
        "toured",
        r"\b(?:toured|visited) the (?:stands|pavilions?|exhibition|booths?|fair|expo)\b|"
        rf"\btoured the (?-i:[A-Z])(?=[^.;,]{{0,50}}\b{_GATHERING}\b)",
        "both",
    ),
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
        r"deliver\w+|spoke|took the floor|address\w+|caution\w+|recall\w+|affirm\w+|point\w+|oppos\w+|"
        r"propos\w+|reject\w+|announc\w+|support\w+|thank\w+|report\w+|describ\w+|argu\w+|question\w+|regret\w+)\b)",
        "next",
    ),
)

ASIDE = re.compile(r"[\"“«][^\"”»]*[\"”»]|, not (?:a|an|the) [^,]*,")
"""Titles in quotation marks and remarks ("not a morning person"), which deny nothing."""

LONG_AGO = re.compile(
    r"\b(?:last (?:year|month|spring|summer|autumn|winter)|(?<!\d )(?:a|two|three|five|ten) years? ago)\b"
)
"""When something was done that is not done at the gathering of today's report."""

ANOTHER_TIME = re.compile(
    r"\b(?:before|after|since|until|ahead of|prior to|on the eve of|unlike|about)\s(?:the\s|this\s)?(?:[\w-]+\s){0,2}$"
)
"""What stands before the name of a gathering that only says when or about what something was done."""

NEGATION = re.compile(
    r"\b(?:not|never|no one|nobody|none|neither|nor|without|declin\w+|refus\w+|cancel\w*|boycott\w*|absent|absence|"
    r"withdrew|withdrawn|turned (?:it |them )?down|unable|apologies|skipp?\w*|called (?:away|to)|instead of|"
    r"pulled out|(?<!as )\bif|fell ill|remained in|hospitali[sz]ed|from (?:attending|participating|taking part|"
    r"speaking)|dream\w* of|hosted no|"
    r"no longer|no speaker|yet to|whether|hardly|undecided|did not turn|stay(?:ed|ing|s)? away|reject\w*|"
    r"postponed|abandon\w*|missed|cut short|walked out|shunn\w+|snubb\w+|"
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
