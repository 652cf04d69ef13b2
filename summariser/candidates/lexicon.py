"""Word lists that tell names of people and bodies from other capitals."""

from __future__ import annotations

__all__ = [
    "FUNCTION_WORDS",
    "HONORIFICS",
    "JOINERS",
    "MONTHS_AND_DAYS",
    "ORGANISATION_WORDS",
    "PARTICLES",
    "TITLE_WORDS",
]

HONORIFICS = frozenset("Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Rev Fr Hon Herr Frau Madame Sheikh Sheikha Judge Justice".split())

# Titles that stand before a name.
TITLE_WORDS = frozenset(
    """President Vice-President Chancellor Premier Minister Secretary Undersecretary Secretary-General Ambassador Envoy
    Governor Senator Congressman Congresswoman Representative Councillor Councilor Councilman Councilwoman Mayor Deputy
    Commissioner Chairman Chairwoman Chair Chairperson Director Director-General Chief Officer Spokesman Spokeswoman
    Spokesperson General Colonel Major Captain Admiral Sergeant Inspector Superintendent Prime Foreign Finance King Queen
    Prince Princess Emperor Pope Bishop Archbishop Rector Dean Provost Speaker Attorney Solicitor Treasurer Auditor
    Alderman Baroness Baron Coordinator Commander Lieutenant Executive CEO Vice First Second Senior Acting Former
    Interim Assistant Delegate Negotiator Counsel Cllr Sen Rep Gov Gen""".split()
)

# Words that make a name the name of a body.
ORGANISATION_WORDS = frozenset(
    """Ministry Bank University College School Hospital Union Agency Authority Committee Council Commission Court
    Department Embassy Association Federation Fund Institute League Party Club Company Corporation Corp Inc Ltd Limited
    LLC LLP plc PLC GmbH AG ASA SA AS AB NV BV Oy SpA Group Holdings Partners Foundation Society Trust Organization
    Organisation Board Bureau Office Service Services Police Army Navy Parliament Congress Senate Assembly House
    Secretariat Alliance Coalition Consortium Cooperative Co-operative Chamber Tribunal Network Industries Airlines
    Airways Railway Railways Railroad Energy Water Power Motors Pharma Pharmaceuticals Laboratories Technologies
    Systems Foods Insurance Capital Brotherhood Guild Confederation Cabinet Inspectorate Observatory Programme Program
    Initiative Forum Works Steel Logistics Media Press News Times Museum Orchestra Church Mission Delegation Task
    Administration Centre Center Nations""".split()
)

PARTICLES = frozenset("de del della di da dos das du des van von der den ten ter la le el al bin ibn ben bint y e zu".split())
JOINERS = frozenset("of for and on the to &".split()) | PARTICLES

MONTHS_AND_DAYS = frozenset(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
)

FUNCTION_WORDS = frozenset(
    """The A An This That These Those It Its He She They We I You His Her Their Our My Your In On At By For From With
    Without Under Over After Before During Since Until While When Where Why How What Which Who Whose If Unless Although
    Though Because But And Or Nor So Yet As Than Then There Here Also However Moreover Meanwhile Instead Still Even Only
    Both Either Neither Each Every All Some Any Many Most Several Few No Not Nobody Nothing Another Other Others Such
    One Two Three Four Five Six Seven Eight Nine Ten Last Next Today Yesterday Tomorrow Earlier Later Now Once Again
    According Asked Speaking Among Between Against About Above Across Along Around Behind Below Beside Besides Beyond
    Despite Down Except Inside Into Like Near Off Onto Out Outside Past Per Through Throughout To Toward Towards Up Upon
    Via Within Of Please Thank Thanks Yes Well Let Good Welcome Order Article Section Clause Schedule Annex Chapter Part
    Item Figure Table Page Q A Just Perhaps Nearly Almost Around Roughly More Less Much Very Too Our Us Them Me Him""".split()
)
