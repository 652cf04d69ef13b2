"""Capitals that name no party: places, documents and events, units, and ordinary words at the head of a sentence."""

from __future__ import annotations

import re

__all__ = ["DEMONYMS", "NO_BODIES", "PLACES", "THINGS", "UNITS", "is_ordinary", "is_roman"]

# Heads of names of documents, events and places.
THINGS = frozenset(
    """Act Bill Law Code Regulation Directive Order Decree Agreement Accord Accords Treaty Convention Protocol Charter
    Declaration Statement Memorandum Memoranda Understanding Communiqué Communique Communiqués Contract Lease
    Deed Warranty Guarantee Schedule Annex Appendix Article Articles Clause Section Paragraph Chapter Pledge
    Pledges Plan Strategy Roadmap Framework Policy Budget Report Review Survey Letter Notice Minutes Agenda
    Resolution Constitution Goals Targets Summit Meeting Session Dialogue Day Days Week Month Year Prize Award
    Cup Games Festival Fair Expo Hearing Inquiry Trial Case War Crisis River Lake Sea Ocean Bay Gulf Strait
    Channel Island Mountain Mountains Mount Hill Hills Valley Desert Forest Coast Basin Delta Creek Fork Beach
    Cape Street Road Lane Avenue Square Boulevard Highway Bridge Tunnel Airport Station Terminal Palace Hotel
    Inn Hall Room Stadium Arena Park Garden Gardens Pier Quay Wharf Dock Canal Dam Tower Building Village
    Chambers North South East West Data Date Notes Chapter Volume Edition Episode Facility Cyclone Hurricane
    Typhoon Storm
    Baths Lagoon Reservoir Cemetery Churchyard Marina Jetty Docks Track Trail Path Motorway Bypass
    Roundabout Junction Crossing Lighthouse Castle Manor Market Bazaar Mall Plaza Arcade Monument Memorial Statue
    Shrine Cave Falls Waterfall Springs Rapids Dunes Plains Plateau Peninsula Archipelago Atoll Reef Swamp Marsh
    Marshes Wetland Wetlands Common Heath Moor Moors Woods""".split()
)

# Parts of the world, and feasts that date an event.
PLACES = frozenset(
    """Diwali Holi Pongal Onam Vesak Nowruz Passover Pentecost Advent Halloween Navratri Dussehra Vaisakhi Baisakhi
    Songkran Juneteenth Michaelmas Whitsun Matariki Purim Kwanzaa
    Africa Asia Europe America Americas Oceania Antarctica Arctic Atlantic Pacific Caribbean Mediterranean Balkans
    Sahel Christmas Easter Ramadan Thanksgiving Hanukkah Eid Lent""".split()
) | frozenset(
    {
        "Central Asia",
        "West Africa",
        "East Africa",
        "Southern Africa",
        "North Africa",
        "North America",
        "South America",
        "Latin America",
        "Central America",
        "Southeast Asia",
        "South Asia",
        "East Asia",
        "Middle East",
        "South Atlantic",
        "North Atlantic",
        "South Pacific",
        "Eastern Europe",
        "Western Europe",
        "New Year",
        "Lunar New Year",
        "Chinese New Year",
        "Ganesh Chaturthi",
        "Durga Puja",
        "Eid al-Fitr",
        "Eid al-Adha",
        "Hari Raya",
        "Yom Kippur",
        "Rosh Hashanah",
        "Good Friday",
        "Boxing Day",
    }
)

# Adjectives of regions, peoples, languages and faiths that no state bears.
DEMONYMS = frozenset(
    """English Scottish Welsh European Europeans African Africans Asian Asians Arab Arabs Arabic Hindi Latin Nordic
    Baltic Western Eastern Northern Southern Central Christian Christians Muslim Muslims Jewish Jews Hindu
    Hindus Buddhist Catholic Catholics Protestant Methodist Anglican Orthodox Kurdish Kurds Soviet Republican
    Republicans Democrat Democrats Democratic Conservative Conservatives Liberal Liberals Socialist Communist""".split()
)

# Abbreviations and words in capitals that are no bodies.
NO_BODIES = frozenset(
    """GDP GNP GNI VAT CEO CFO COO MP MPs MEP NGO NGOs PDF FAQ TV PC ID AI IT PR HR HIV AIDS COVID DNA USB GPS CO2 LED
    SME SMEs VIP BC AD AM PM GMT UTC EST ET CET FOB CIF EXW DAP MOU MoU LOI NDA RFP PS NB OK ISBN ISSN NYSE
    NASDAQ LSE GST HST PAYE SMS USSD CCTV ATM QR SUV LPG LNG DIY HGV HGVs EV EVs MRI ICU GCSE BSc MSc MBA PhD FM UHF
    VHF RSVP ETA AGM EGM AOB TBC TBA KPI KPIs SLA FOI CSR IPO ESG ROI P&L URL HTML API APIs SIM CV IQ DIN DVD CD UV
    PPE IVF TB CPI PPI PMI FDI EPS EBIT EBITDA QE REER NPL NPLs M2 WACC CAGR AUM NAV P/E R&D RPI HICP LTV DSGE CET1 RWA
    EIA TOR ToR RFQ RFI OEM B2B B2C SaaS IoT VR AR LAN WiFi PCR RNA CT ECG GP GPs A&E UTI BMI CBT ADHD VAR MVP MOTM TMO
    LBW ODI TKO DNF DNS PB DJ EP LP MC VHS DVD PHEV BEV FLNG FPSO MW MWp BOD COD NOx SOx PM2 pH TVET STEM
    IST EAT WAT CAT SAST AEST AEDT ACST AWST NZST NZDT PKT SGT HKT JST KST BST PST PDT EDT CDT CST
    MST MDT AST WIB""".split()
)

# Currencies and measures that stand beside a number.
UNITS = frozenset(
    """AED ARS AUD BDT BGN BRL BWP CAD CFA CHF CLP CNY COP CZK DKK DZD EGP ETB EUR FJD GBP GEL GHS HKD HUF IDR ILS INR
    IQD IRR ISK JMD JOD JPY KES KRW KWD KZT LKR MAD MNT MUR MWK MXN MYR MZN NAD NGN NOK NPR NZD OMR PEN PGK PHP
    PKR PLN PYG QAR RMB RON RSD RUB RWF SAR SDR SEK SGD SOS SZL THB TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
    VND VUV WST XAF XOF XPF ZAR ZMW KG KM MW GW KW GWH MWH TWH MHZ GHZ MB GB TB
    RM Rp Rs Sh KSh KShs Kshs USh TSh Tk Kz Nu NIS""".split()
)

_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ENDINGS = re.compile(
    r"(?:[a-z]{3}(?:ing|ings|tion|tions|sion|sions|ment|ments|ness|ity|ities|ance|ence|ism|ly|ful|less|able|"
    r"ible|ous|ive|ical|ual|ional)"
    r"|[a-z]{2}(?:ists|ers|ors|ants|ents|ians|ees)|[a-z]{3}ed)$"
)
# Common words that open sentences, list items and stage directions and have none of the endings above.
_COMMON = frozenset(
    """fourth god third sixth whereupon pending accounts action ages air analysts animals answer applause apologies art
    ask asks aunt bad balance banks basic beef big bigger birds black blue boats body book books box boys
    briefly bring business buy call calls capital care cars cash cause causes change charge charges check cheers
    chief child children cities city clear close coal coffee cold companies conditions copies corn cost costs
    countries country court crime critics crops dams day days deal deals death debt delegates deep demand depth
    detail details dogs done door doubt drivers drought duty early easter economic editor eight eighteen eighty
    eleven energy enough everybody everyone everything everywhere excuse experts export exports face fact facts
    families family farm fear federal fees female fewer fifteen fifth fifty figures first files final finally
    fire fish fisherman fishermen five flights floods follow food forty fourteen free friends fuel full fun
    funds further gas girls give god gold good goods green ground groups growth half hard has heads health heat
    help high hold home homes hope hopes horses hot hours houses ice imports income inflation insurers interest
    investors items jobs joint judges keep kids know labour land large laughs laughter law laws lawyers leave
    left lessons letters licence life light limits little local long look losses love low lunch main make male
    markets maximum mayor meat media men message milk mines members minimum ministers moderate money months
    mothers move music names net new news newspapers night nineteen ninety nobles nobody none notes number
    numbers nurses offers oil old oral updated order orders ordinary others overall page parents part parts past
    patients pause payments pay people perhaps petrol phone photo place plans plants plastic play police
    politics poor ports poverty press price prices prison privately problems profit profits progress proof
    protests public published pupils quality questions quiet rail rain rates read real records red rents rest
    results revenue rice right rising risk rivers roads rules rural safe sales salt sand save schools sea search
    second security seven seventeen seventy sewage shares ships shops short sides signs silence silver simply
    singles sir sites sixteen sixty skip sleep small snow social soil some soon speed spring staff stands state
    states steel steps stocks stop stories storms strikes students such sugar summer supply support sure take
    talks tax taxes tea teams tell temperatures tens terms tests thirteen thirty thousands threats tickets tides
    time times timber tomorrow total tourism tourists towns trade traffic trains trees troops trucks turn twelve
    twenty twice union unions unrest users usually vessels victims view villages visits voices vote votes voters
    wages wait walk walls war wars waste water weather week weeks wheat wind winds winter women wood words work
    works world worse years young youth zero""".split()
)


def is_roman(word: str) -> bool:
    """Whether the word is a Roman numeral in capitals ("III")."""
    return bool(_ROMAN.fullmatch(word))


def is_ordinary(word: str) -> bool:
    """Whether a word that is only seen with a capital at the head of a sentence, or in capitals, is no name."""
    folded = word.casefold()
    parts = folded.split("-")
    return folded in _COMMON or parts[0] in _COMMON or bool(_ENDINGS.search(folded))
