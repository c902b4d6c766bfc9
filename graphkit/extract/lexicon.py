"""Closed word lists of English news: posts, kinds of organisation, kinds of gathering, function words.

They are about the language, not about anybody: no name of a person or of a body stands here (names of states
and of well-known organisations are gazetteers, see `gazetteers.py`).
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS: Final = _words(
    """mr mrs ms mx miss dr prof sir dame lord lady rev reverend fr hon shri smt sri shrimati kumari messrs mme mlle
    madame monsieur sheikh sheikha imam rabbi h.e excellency honourable honorable gen lt col maj capt sgt cmdr adm
    gov sen rep del professor academician haji hajji datuk dato ustad maulana mufti eng ato weizero sister brother"""
)
"""Words that stand before a name and are neither part of it nor a post."""

POST_HEADS: Final = _words(
    """president counterpart designer banker harbormaster lawmaker vice-president premier chancellor minister
    vice-minister secretary undersecretary secretary-general director director-general manager chairman
    chairwoman chairperson chair co-chair co-chairman head chief executive commissioner commissar ambassador
    envoy consul consul-general attaché attache counsellor counselor chargé governor vice-governor mayor akim
    hokim prefect deputy member advisor adviser aide assistant spokesman spokeswoman spokesperson representative
    delegate observer coordinator co-ordinator officer official specialist expert analyst researcher scientist
    engineer economist biologist historian lawyer attorney prosecutor judge justice inspector commander general
    colonel major captain lieutenant admiral marshal professor lecturer rector vice-rector dean provost
    principal teacher scholar fellow academician editor editor-in-chief journalist reporter correspondent
    columnist anchor producer presenter moderator publisher trainer coach founder co-founder owner partner ceo
    cfo coo cto chairlady leader speaker whip senator congressman congresswoman mp mps mep meps parliamentarian
    deputies deputy-speaker ombudsman ombudswoman commissioner-general auditor treasurer registrar archivist
    librarian curator king queen prince princess emir sultan sheikh pope patriarch bishop archbishop cardinal
    pastor imam mufti rabbi architect author writer poet novelist actor actress singer composer artist filmmaker
    chairpersons ministers presidents directors heads ambassadors rapporteur trustee steward superintendent
    organiser organizer negotiator strategist consultant activist campaigner doctor physician nurse farmer
    president-elect secretaries intern student graduate resident athlete pilot cosmonaut astronaut sheriff
    constable detective sergeant prime-minister first-secretary chairmen veterinarian geologist geographer
    conservator restorer geophysicist seismologist winemaker videographer photographer academic sociologist
    psychologist physicist boss chemist mathematician hydrologist climatologist ecologist linguist"""
)
"""Nouns that name a post, a profession or a function of a person."""

SENIOR_POSTS: Final = _words(
    """president premier chancellor minister vice-minister secretary director director-general chairman chairwoman
    chairperson head chief commissioner ambassador governor mayor rector dean provost speaker ceo leader envoy
    consul king queen prince emir pope"""
)
"""Posts whose noun is no topic in the name of an organisation."""

POST_MODIFIERS: Final = _words(
    """first second third deputy vice assistant associate acting interim senior junior chief principal general
    executive managing regional national federal state union permanent special extraordinary plenipotentiary
    prime foreign interior defence defense finance economy agriculture health education justice culture energy
    transport trade former ex ex- outgoing incoming honorary lead leading joint additional under adjunct
    visiting emeritus distinguished founding co cabinet non-executive independent parliamentary presidential
    secretary press veteran top high coordinating resident country global corporate technical scientific legal
    political military commercial cultural corresponding full research staff board keynote guest opposition"""
)
"""Words that stand before the head of a post and belong to it; other topic words may as well."""

FORMER: Final = _words("former ex ex- then-former previously late onetime erstwhile")
"""Words of a post that is past."""

ORGANISATION_HEADS: Final = _words(
    """ministry department sector section division subdivision directorate directorate-general agency administration
    authority service committee commission council board bureau office secretariat cabinet government parliament
    senate congress assembly majlis court tribunal embassy consulate inspectorate police army navy corps treasury
    chancellery organization organisation union association federation confederation alliance league society
    foundation fund trust institute institution institutes academy university college school faculty laboratory
    hospital clinic museum library theatre theater conservatory bank company corporation group holding holdings
    enterprise enterprises industries airlines airways railway railways chamber center centre network party club
    guild syndicate cooperative consortium partnership radio press newspaper gazette herald tribune ledger chronicle
    journal magazine news church mosque diocese patriarchate monastery think-tank incubator studios collective
    caucus bloc brotherhood congregation hokimiyat akimat municipality prefecture governorate duma registry archive
    archives task-force taskforce headquarters directorates ministries"""
)
"""Nouns that, with a capital and a modifier, name an organisation."""

CAPITALISED_ORGANISATION_HEADS: Final = ORGANISATION_HEADS | _words(
    """terminal cluster mills works polytechnic post times media exchange channel program programme project initiative
    platform movement mission house station coalition forces television studio studios labs lab team command front
    headquarters power hub guard"""
)
"""Heads that name an organisation only when they are written with a capital and stand last."""

UNIT_HEADS: Final = _words(
    """lab department sector section division office unit desk bureau directorate directorate-general branch
    subdivision group service staff secretariat center centre institute school faculty laboratory committee
    chair team headquarters commission council"""
)
"""Parts of a bigger organisation, when that organisation is named beside them."""


GENERIC_STATE_BODIES: Final = _words("ministry parliament government cabinet administration presidency senate")
"""State bodies whose name does not begin with the state's adjective ("the Kazakh Ministry of Transport")."""

COMPANY_PREFIXES: Final = _words("pt cv ooo oao pao zao too tov jsc llc ojsc cjsc")
"""Forms of companies that stand before the name."""

FOREIGN_ORGANISATION_HEADS: Final = _words(
    """universidad universidade universite universita universitat universiteit universitet universitesi institut
    instituto istituto akademie academia banco banque banca ministerio ministere ministero asociacion associacao
    fundacion fondation stiftung verein agencia agence societe sociedade escuela ecole hochschule radio tele"""
)
"""Head nouns of organisations in languages that put them first ("Universidad de …")."""

MEMBERSHIP_HEADS: Final = _words(
    """growers farmers producers traders workers owners manufacturers exporters importers shipowners employers builders
    breeders beekeepers fishers weavers miners nurses veterans"""
)
"""Plurals that name an association when they are written with a capital behind a modifier."""

COMPANY_SUFFIXES: Final = _words(
    """ad ead doo d.o.o sro llc ltd limited inc corp co plc jsc cjsc ojsc pjsc gmbh ag sa s.a spa s.p.a nv n.v bv b.v ab
    as asa oy oyj kft zrt llp lp pte pty sarl srl ao oao ooo pao a.s tov"""
)
"""Forms of companies that stand behind the name."""

FORUM_HEADS: Final = _words(
    """forum summit conference congress symposium conclave convention dialogue expo exhibition fair colloquium
    roundtable round-table seminar workshop meetup festival biennale hackathon assembly meeting session
    consultations consultation week days conferences summits webinar retreat gathering marathon olympiad
    conversations ministerial plenary simulation bootcamp hearing hearings salon meet outlook
    airshow hui durbar baraza indaba jirga kurultai kurultay imbizo lekgotla shura"""
)
"""Nouns that, with a capital and a modifier, name a gathering."""

NAME_HEADS: Final = CAPITALISED_ORGANISATION_HEADS | FORUM_HEADS
"""Nouns that head the name of an organisation or of a gathering."""

WEAK_FORUM_HEADS: Final = _words(
    """assembly meeting session dialogue consultations consultation week days fair festival hearing hearings gathering
    plenary retreat ministerial conversations convention congress exhibition salon marathon simulation olympiad
    seminar workshop meet outlook hui durbar baraza indaba jirga kurultai kurultay imbizo lekgotla shura"""
)
"""Heads that also mean something else, and so need a stronger sign (a theme, an ordinal, a verb)."""

FORUM_ANAPHORS: Final = FORUM_HEADS | _words("event gathering talks platform function ceremony occasion programme")
"""Nouns in lower case that may refer to a gathering: "the forum", "the event"."""

BODY_ASSEMBLIES: Final = _words(
    """parliamentary national legislative constituent federal people people's general state grand regional provincial
    interparliamentary"""
)
"""Before "Assembly": a standing body, not a gathering."""

OTHER_NAME_HEADS: Final = _words(
    """war sea ocean river lake gulf bay strait canal mountain mountains valley desert island islands peninsula road
    street avenue square boulevard highway bridge tunnel port airport station palace hotel hall bhawan building
    tower stadium arena park garden gardens prize award medal order plan programme program agreement treaty
    protocol charter declaration convention accord act law bill code constitution resolution strategy vision
    agenda roadmap process initiative project corridor route belt pipeline cup championship league games
    olympics anniversary day century region province district county city town village oblast republic territory
    zone state states house castle memorial monument cemetery cathedral temple reservoir dam plant factory mine
    field basin coast doctrine crisis revolution operation battle campaign movement week month year eve
    christmas easter ramadan nowruz novruz hajj olympiad heritage manifesto bible quran koran gdp internet
    parkway terminal line railroad express report index survey review study goals call appeal action information
    communique communiqué statement memorandum side government people world"""
)
"""Last words of names that are neither people nor organisations nor gatherings."""

NAMED_THINGS: Final = _words("storm hurricane cyclone typhoon tropical mount lake fort camp hotel villa operation")
"""First words of names that are neither people nor organisations nor gatherings."""

VENUE_MODIFIERS: Final = _words("congress convention exhibition conference cultural shopping business expo")
"""Before "Center": a building, not a body."""

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

ABBREVIATED_TIMES: Final = _words(
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr may jun jul aug sep sept oct nov dec"
)
"""Short names of days and months, which may be people's names as well ("Jan", "May")."""

TIME_WORDS: Final = (
    frozenset(MONTHS)
    | ABBREVIATED_TIMES
    | _words(
        """monday tuesday wednesday thursday friday saturday sunday
        today tomorrow yesterday morning afternoon evening"""
    )
)
"""Words that say when."""

ORDINAL_WORDS: Final = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
}

FUNCTION_WORDS: Final = _words(
    """the a an this that these those it its he she they we i you his her their our my your who whom whose which what
    when where why how if whether while as at by for from in into of off on onto out over to toward towards
    under up upon with within without about above across after against along among amid around before behind
    below beneath beside besides between beyond despite down during except inside like near past per regarding
    since through throughout till until via and or but nor so yet not no also however meanwhile moreover
    furthermore therefore thus then there here today tomorrow yesterday earlier later now once again still even
    only just both either neither each every all some any many most more few several other others another such
    same according addressing speaking asked back commenting citing following concluding responding opening is
    are was were be been being has have had do does did will would can could may might shall should must let yes
    indeed nevertheless nonetheless instead otherwise additionally finally firstly secondly lastly because
    although though unless whereas than well very too one two three four five six seven eight nine ten
    delegations delegation representatives participants observers experts officials members ministers scholars
    journalists lawmakers residents critics supporters organisers organizers"""
)
"""Words that may begin a sentence with a capital without being part of a name."""

PARTICLES: Final = _words(
    """van der den de la le du des del della di da dos das do von zu zum zur bin ibn bint al el ul abu ben y e ter ten
    af av op 't"""
)
"""Lower-case words inside a person's name."""

CURRENCIES: Final = _words(
    """dollar dollars pound pounds franc francs rupee rupees lira liras krona kronor krone kroner peso pesos yen yuan
    won rial rials riyal riyals dirham dirhams dinar dinars manat manats tenge som soum sum lari rouble roubles
    ruble rubles forint forints zloty real reais rand shilling shillings"""
)
"""After the name of a state: money, not the state."""

REGIONS: Final = (
    "South Caucasus", "North Caucasus", "Caucasus", "Central Asia", "South Asia", "East Asia", "Southeast Asia",
    "South-East Asia", "Western Asia", "Middle East", "Near East", "Far East", "North Africa", "West Africa",
    "East Africa", "Southern Africa", "Central Africa", "Horn of Africa", "Sub-Saharan Africa", "Latin America",
    "South America", "North America", "Central America", "Western Balkans", "Balkans", "Eastern Europe",
    "Western Europe", "Central Europe", "Northern Europe", "Southern Europe", "Europe", "Asia", "Africa",
    "Oceania", "Antarctica", "Arctic", "Caspian Sea", "Black Sea", "Mediterranean Sea", "Mediterranean",
    "Baltic Sea", "Red Sea", "Aral Sea", "North Sea", "Caribbean", "Eurasia", "Asia-Pacific",
    "Asia and the Pacific", "Indo-Pacific", "Persian Gulf", "Gulf of Guinea", "Gulf of Aden", "Bay of Bengal",
    "Sea of Japan", "South China Sea", "Sahel", "Levant", "Scandinavia", "Karabakh", "Nagorno-Karabakh",
    "Zangezur", "Crimea", "Kashmir", "Siberia", "Silk Road", "Great Silk Road", "Tien Shan", "Balkan",
    "Middle Corridor", "Pacific", "Atlantic", "Indian Ocean", "Global South",
)  # fmt: skip
"""Regions, seas and corridors: places that are not states."""

NOT_ACRONYMS: Final = _words(
    """UTC GMT EST EDT PST MSK CET AI TV IT ICT GDP CEO CFO COO CTO USD EUR AZN KZT GEL UZS PM AM VIP PR HR ID IP PDF
    SMS SUV DNA HIV AIDS COVID OK FAQ MP MPS MEP Q A I II III IV V VI VII VIII IX X XI XII XX XXI AND OF THE FOR
    IN ON AT TO BY VAT SME SMEs NGO NGOs LED GPS WEB DR MR MRS ESG R&D VR AR LNG LPG KM KG MW GW CO CO2 US UK
    CV END PS QR USB DVD CD PCR MRI UAE USA EV EVS UN-"""
)
"""Capital letters that are not the name of an organisation."""

AGENCY_NOUNS: Final = _words(
    """start-up refiner smelter shipbuilder carmaker steelmaker chipmaker brewer lender exporter importer
    company companies concern firm firms operator broadcaster agency party bank newspaper forwarder startup group
    giant university nonprofit non-profit charity ngo outlet publisher manufacturer maker producer airline
    carrier developer retailer website portal channel station magazine organisation organization association
    foundation institute college network union federation consortium consultancy utility insurer contractor
    line house fund movement alliance coalition club orchestra
    yard shipyard outfit gallery mill winery brand chain theatre studio enterprise shipowner
    supplier automaker think-tank tank watchdog regulator weekly daily monthly tabloid platform bureau academy"""
)
"""Common nouns whose apposition says that a name is an organisation's ("freight forwarder X")."""
