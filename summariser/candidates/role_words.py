"""Nouns for what a person does, and the nouns that may stand for them."""

from __future__ import annotations

import re

__all__ = ["ROLE_WORDS", "role_head"]

# Nouns for what a person does, with the other nouns a text may use for the same person.
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "ambassador": ("envoy", "diplomat"),
    "minister": ("official", "politician"),
    "president": ("leader",),
    "premier": ("leader", "prime minister"),
    "chancellor": ("leader",),
    "secretary": ("official",),
    "chief": ("head", "executive", "boss"),
    "executive": ("boss", "chief"),
    "ceo": ("executive", "boss", "chief"),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
    "governor": ("banker",),
    "director": ("head",),
    "director-general": ("head", "director"),
    "secretary-general": ("head",),
    "chair": ("chairman", "chairwoman", "chairperson", "head"),
    "chairman": ("chair", "chairperson", "head"),
    "chairwoman": ("chair", "chairperson", "head"),
    "commissioner": ("official",),
    "senator": ("lawmaker",),
    "negotiator": ("envoy",),
    "counterpart": (),
    "spokespeople": ("spokesperson",),
    "envoy": ("diplomat",),
    "head": ("chief",),
    "undersecretary": ("official",),
    "professor": ("academic",),
    "lawyer": ("counsel",),
    "legislator": ("lawmaker",),
    "justice": ("judge",),
    "magistrate": ("judge",),
    "king": ("monarch",),
    "queen": ("monarch",),
    "emir": ("monarch",),
    "sultan": ("monarch",),
} | dict.fromkeys(
    """boss mayor spokesperson councillor councilman councilwoman coordinator leader manager economist rector judge
    banker founder co-founder owner captain officer analyst delegate adviser advisor treasurer auditor editor
    bishop archbishop farmer grower fisherman resident teacher nurse mediator organiser organizer representative
    official engineer scientist researcher observer trustee inspector deputy member clerk solicitor witness
    chairperson vice-president vice-chair convener convenor registrar rapporteur moderator patron poet author
    reader constituent pastor priest imam rabbi doctor physician surgeon dean provost warden principal coach
    winner pilot skipper driver student activist campaigner lawmaker diplomat historian architect artist writer
    novelist journalist columnist attorney prosecutor barrister counsel cfo coo sheriff commander general
    colonel major lieutenant sergeant marshal admiral speaker investor entrepreneur businessman businesswoman
    statistician strategist consultant technician superintendent supervisor foreman steward master
    prince princess monarch pope ombudsman comptroller alderman congressman congresswoman broker shopkeeper
    breeder miner docker welder curator librarian vet veterinarian biologist chemist physicist geologist
    ecologist meteorologist hydrologist
    vice-chancellor pro-chancellor pro-vice-chancellor vice-chairman vice-chairwoman co-chair co-chairman co-president
    co-leader co-ordinator chieftain chieftainess bursar archivist administrator planner controller
    accountant actuary surveyor conservator ranger forester warder gaoler jailer porter steward
    tánaiste taoiseach cathaoirleach sarpanch collector attorney-general auditor-general
    solicitor-general inspector-general governor-general lieutenant-governor brigadier commodore corporal private
    constable detective patrolman firefighter paramedic midwife matron carer caseworker counsellor counselor therapist
    psychologist psychiatrist epidemiologist virologist pathologist paediatrician pediatrician oncologist radiologist
    pharmacist dentist optician anaesthetist obstetrician lecturer tutor headteacher headmaster headmistress
    schoolteacher postmaster stationmaster harbourmaster harbormaster conductor guard signaller
    carpenter joiner plumber electrician mason bricklayer builder roofer mechanic machinist fitter toolmaker
    baker butcher brewer chef cook waiter waitress bartender barista landlord landlady innkeeper hotelier
    grocer retailer trader vendor hawker stallholder tailor seamstress weaver potter jeweller jeweler
    painter sculptor photographer filmmaker playwright composer conductor singer musician drummer guitarist actor
    actress comedian dancer choreographer producer presenter broadcaster reporter correspondent publisher blogger
    critic translator interpreter footballer cricketer athlete striker goalkeeper defender midfielder bowler batsman
    referee umpire jockey trainer cyclist swimmer runner boxer
    rancher herder herdsman shepherd beekeeper forester logger trawlerman oysterman crofter smallholder sharecropper
    trucker courier cabbie cabdriver motorman deckhand sailor seafarer dockworker stevedore longshoreman
    whistleblower plaintiff defendant claimant appellant petitioner tenant lodger homeowner
    pensioner retiree survivor victim bystander passer-by passenger commuter motorist pedestrian shopper customer
    parent guardian godfather neighbour neighbor villager elder headman councilmember assemblyman assemblywoman
    congressperson parliamentarian backbencher whip frontbencher vice-mayor
    postdoc researcher statistician demographer geographer anthropologist sociologist archaeologist astronomer
    mathematician zoologist botanist entomologist ornithologist oceanographer seismologist volcanologist
    glaciologist climatologist agronomist horticulturist gardener groundsman caretaker janitor cleaner
    receptionist stenographer typist cashier teller bookkeeper underwriter
    financier philanthropist benefactor donor sponsor industrialist magnate tycoon heir heiress executor executrix
    administratrix receiver liquidator adjudicator arbitrator assessor valuer auctioneer
    liaison attaché consul nuncio emissary
    vice-minister regent emir sheikh abbot abbess prior vicar curate rector
    aide insider staffer worker employee volunteer participant attendee onlooker relative colleague source seller
    mp msp mep td mla mpp mna mlc
    notary concierge bailiff usher verger greengrocer
    canon archdeacon deacon preacher evangelist missionary nun monk chaplain""".split(),
    (),
)
for _prefix in ("vice", "co", "deputy"):  # whoever deputises is called by the office too
    for _head in "chairperson convener principal captain rector dean provost governor premier director leader".split():
        _SYNONYMS.setdefault(f"{_prefix}-{_head}", (_head,))
ROLE_WORDS = frozenset(_SYNONYMS)
_ROLE = re.compile(r"\b(?:" + "|".join(sorted(ROLE_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def role_head(words: str) -> set[str]:
    """The role nouns of a phrase ("the envoy", "Bolivian minister of water"), with those that may stand for them."""
    heads = {match.group().lower() for match in _ROLE.finditer(words)}
    return heads | {other for head in heads for other in _SYNONYMS[head]}
