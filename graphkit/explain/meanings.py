"""What each rule of the extraction looks for, in one line, for people who ask why.

A name's family says what the rule makes: `person`, `agency`, `country`, `forum` and `name` find mentions;
`post`, `person`, `agency` and `side` say whom somebody represents, `attend` who took part, `forum` where, and
`quote` who said what; `correction` is what people changed.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_NAMES: Final = {
    "agency.acronym": "a word in capital letters that stands alone: “OTS”",
    "agency.anaphor": "a noun with a capital for an organisation named before: “the Agency”",
    "agency.apposition": "a noun beside it calls it an organisation: “X, the state-owned operator”",
    "agency.before-post": "a post and a person follow: “Arktikflot Director General Viktor Orlov”",
    "agency.called": "a common noun calls it an organisation: “the charity Bridge of Bread”",
    "agency.camel-case": "a capital inside the word, as companies have it: “NorthGate Systems”",
    "agency.company-prefix": "the form of the company stands first: “OOO Romashka”",
    "agency.company-suffix": "the form of the company stands last: “Silk Cargo Ltd.”",
    "agency.foreign-head": "a noun for organisations in another language: “Universidad Técnica de Navarra”",
    "agency.gazetteer": "the list of well-known organisations has it: “World Bank”",
    "agency.head-noun": "capitals around a noun for organisations: “Ministry of Transport”",
    "agency.inside-forum": "the body whose gathering it is: “the 12th meeting of the Council on Trade”",
    "agency.last-word": "its last word is one that organisations have: “Kazpost Logistics”",
    "agency.of-post": "somebody's post is there: “chief executive of X”",
    "agency.topical-ministry": "a ministry by its subject, in lower case: “the agriculture ministry”",
    "country.adjective": "the adjective or demonym of a state: “Azerbaijani”",
    "country.based": "where something is at home: “Singapore-based”",
    "country.name": "the name of a state",
    "forum.acronym": "the short name of a gathering: “COP29”",
    "forum.head-noun": "capitals around a noun for gatherings: “Caspian Energy Forum”",
    "forum.numbered": "an edition in lower case: “third global media forum”",
    "forum.of-body": "a numbered gathering of a named body: “12th meeting of the Commission”",
    "forum.own-session": "the numbered session of the body named before: “its sixteenth session”",
    "forum.titled": "a noun for gatherings and its title in quotation marks",
    "name.bracketed": "another name in brackets behind the full one: “Export-Import Bank (Eximbank)”",
    "name.repeated": "a name of the article again, perhaps without the company's form",
    "person.part-of-name": "a part of a full name that the article gives: “Taghiyev”",
    "person.shape": "words that look like a person's name, by known names and by what stands around them",
    "person.single-name": "one name only, introduced as a person",
    "person.speaks": "one name only, always with a capital, that says something: “Tokayev noted”",
    "person.titled": "a post or a form of address stands directly before the name",
}

_REPRESENTS: Final = {
    "agency.begins-with-state": "the agency's name begins with a state: “Kazakhstan Railways”",
    "agency.bracketed-state": "the state in brackets behind the agency",
    "agency.of-state": "“of” and the state behind the agency, or at the end of its name",
    "agency.state-adjective": "the state's adjective before the agency: “the Malaysian news agency X”",
    "agency.state-owner": "the state owns the agency: “Kenya's national carrier X”",
    "person.bracketed-state": "the state in brackets behind the person: “Ahmad Y (Tonga)”",
    "person.of-body": "“of” or “from” and the body behind the person: “Ahmad Y of the X”",
    "person.of-state": "the state owns the person: “Kenya's Ahmad Y”",
    "person.headed-by": "the body, and “headed by” with the person behind it",
    "person.who-heads": "“who heads” and the body behind the person",
    "post.after-name": "the post behind the name, after a comma: “Ahmad Y, director of the X”",
    "post.before-name": "the post before the name: “Executive Director of the X Ahmad Y”",
    "post.comma-name": "the post, a comma, the name: “the X's director, Ahmad Y”",
    "post.introduced": "the post of somebody spoken of first and named later: “a senior official”",
    "post.plural": "one post for several names: “MPs A, B and C”",
    "post.who-is": "“who is” and the post behind the person",
    "side.delegation-head": "whoever leads or is sent with a state's delegation stands for the state",
    "side.delegation-includes": "whoever the delegation of a side includes stands for that side",
    "side.on-the-side": "signs “on the Russian side”",
    "side.represented-by": "the side “was represented by” the person",
}

_ATTENDED: Final = {
    "attend.among-participants": "“among the participants” are the names behind",
    "attend.among-them": "“among them were” the names behind",
    "attend.attended-by": "“attended by” or “joined by” the names behind",
    "attend.attends": "attends, attended",
    "attend.brought-together": "the gathering brings together, or its speakers include, the names behind",
    "attend.co-hosted-with": "hosted or organised together with the names behind",
    "attend.contributed": "gives a lecture, a paper, a speech there",
    "attend.delegation-includes": "the delegation includes the names behind",
    "attend.expected-at": "is expected at the gathering",
    "attend.guest": "is the guest of honour",
    "attend.hosts": "hosts, organises, opens or closes the gathering",
    "attend.inverted": "“speaking were”, “present were” the names behind",
    "attend.invited": "is invited to the gathering",
    "attend.joins": "joins the gathering",
    "attend.leads": "leads a delegation there",
    "attend.led-delegation": "leads the delegation of a side that takes part",
    "attend.opened-by": "opened, chaired, moderated or closed by the names behind",
    "attend.organised-by": "organised, hosted or held by the names behind",
    "attend.organised-with": "organised jointly with the names behind",
    "attend.organiser-of": "“, a co-organiser of the forum” behind the name",
    "attend.organisers-are": "“the organisers,” and the names",
    "attend.participation-of": "“with the participation of” the names behind",
    "attend.performs": "presents a report, welcomes the guests, cuts the ribbon there",
    "attend.present": "was present",
    "attend.presented-by": "a report or speech there is presented or read out by the names behind",
    "attend.presents": "presents, unveils or exhibits something there",
    "attend.ran-session": "opened, chaired or closed a session",
    "attend.represented": "represented somebody there",
    "attend.represented-by": "a side was represented, or its delegation led, by the names behind: both take part",
    "attend.sent": "a body sends a delegation or somebody: the body takes part",
    "attend.sent-person": "somebody is sent there by name: sender and sent take part",
    "attend.speaks": "speaks, chairs, moderates or presents at the gathering",
    "attend.spoke": "is quoted as speaking there",
    "attend.spoke-for": "“the representative of” the names behind speaks there",
    "attend.spoke-together": "stands beside the speaker as subject of the same verb",
    "attend.stand": "has a stand or pavilion there",
    "attend.stands-in": "speaks or attends in somebody's place",
    "attend.statement": "delivers a statement, an address, a report there",
    "attend.supported-by": "supported, welcomed or seconded by the names behind",
    "attend.takes-part": "takes part, participates",
    "attend.toured": "toured the stands or the exhibition",
    "attend.travels": "travels to or arrives at the gathering",
    "attend.where-spoke": "“where” the person spoke or took part",
    "attend.will-chair": "is to chair, moderate, exhibit or hold a session there",
    "attend.with": "spoke or took part together with the names behind",
}

_HELD: Final = {
    "forum.held-in": "the place stands behind the gathering: “the Media Forum in Baku”",
    "forum.hosted-in": "the place stands before the gathering as its host: “Baku hosts the Media Forum”",
}

_SAID: Final = {
    "quote.direct.according-to": "words in quotation marks, “according to” the speaker",
    "quote.direct.any-verb": "words in quotation marks behind a verb that here stands for one of speech",
    "quote.direct.as-said": "words in quotation marks, “as” the speaker “put it”",
    "quote.direct.colon": "a colon, then words in quotation marks",
    "quote.direct.continued": "words in quotation marks that go on after those of the same speaker",
    "quote.direct.coordinated": "a second verb of the same speaker and words in quotation marks: “…, and added: “…””",
    "quote.direct.next-line": "words in quotation marks, and the speaker in the next line",
    "quote.direct.participle": "words in quotation marks behind “saying”, “adding”",
    "quote.direct.run": "a later paragraph of words in quotation marks whose speaker another paragraph names",
    "quote.direct.sentence-before": "words in quotation marks behind a sentence that is about the speaker",
    "quote.direct.signed": "words in quotation marks, signed with a name",
    "quote.direct.unattributed": "words in quotation marks that nobody is named for but whoever spoke before",
    "quote.direct.verb-after": "“…,” the speaker said: words in quotation marks, speaker, verb",
    "quote.direct.verb-after-inverted": "“…,” said the speaker: words in quotation marks, verb, speaker",
    "quote.direct.verb-before": "the speaker said: “…”: speaker, verb, words in quotation marks",
    "quote.direct.verb-inside": "“…,” the speaker said, “…”: speaker and verb stand inside the words",
    "quote.indirect.according-to": "“according to” the speaker, in the article's words",
    "quote.indirect.and-that": "a second “that” of the same verb: “said that …, and that …”",
    "quote.indirect.as-said": "“as” the speaker “said”, in the article's words",
    "quote.indirect.clause-first": "what was said, then speaker and verb: “prices will fall, she said”",
    "quote.indirect.clause-first-inverted": "what was said, then verb and speaker: “prices will fall, said Orlova”",
    "quote.indirect.coordinated": "a second verb of the same speaker: “and stressed that …”",
    "quote.indirect.inserted": "speaker and verb stand inside what was said: “Prices, he warned, would not ease”",
    "quote.indirect.participle": "what was said behind “saying that”, “adding that”",
    "quote.indirect.said-bare": "the speaker said, without “that”, what follows",
    "quote.indirect.said-colon": "the speaker said, a colon, and what follows in the article's words",
    "quote.indirect.said-that": "the speaker said “that” what follows",
    "quote.indirect.this-was-said": "“This was stated by” the speaker: the sentence before is theirs",
    "quote.interview.answer": "an answer of an interview, labelled “A:”",
    "quote.interview.label": "a paragraph of an interview that begins with the speaker's name",
    "quote.mixed.complement": "some words in quotation marks inside a clause of the article: called it “a mistake”",
}

_CORRECTED: Final = {
    "correction.add": "a person added it, in the file of corrections",
    "correction.retype": "a person changed its type, in the file of corrections",
}

MEANINGS: Final = MappingProxyType(_NAMES | _REPRESENTS | _ATTENDED | _HELD | _SAID | _CORRECTED)
"""Rule → what it looks for."""


def meaning_of(rule: str) -> str | None:
    """What a rule looks for, in one line; None for a rule that is not of this version's extraction."""
    return MEANINGS.get(rule)
