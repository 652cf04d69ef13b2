"""Word lists that tell names of people and bodies from other capitals. `ordinary.py` holds those that name nobody."""

from __future__ import annotations

__all__ = [
    "BODY_NOUNS",
    "DESIGNATIONS",
    "FUNCTION_WORDS",
    "GENERIC_BODIES",
    "HONORIFICS",
    "JOINERS",
    "LEGAL_FORMS",
    "LEGISLATURES",
    "MONTHS_AND_DAYS",
    "NAMED_MONTHS",
    "ORGANISATION_WORDS",
    "PARTICLES",
    "PEOPLE_OF_BODIES",
    "PLACED",
    "POLITIES",
    "PUBLIC_BODIES",
    "RANKS",
    "STATE_ORGANS",
    "TERRITORIAL_BODIES",
    "TITLE_HEADS",
    "TITLE_MODIFIERS",
    "TITLE_WORDS",
]

HONORIFICS = frozenset(
    """Mr Mrs Ms Miss Mx Datuk Dato Seri Shri Smt Dr Prof Professor Sir Dame Lord Lady Rev Fr Hon Honourable Honorable
    Herr Frau Madame Madam Monsieur Señor Señora Sheikh Sheikha Judge Justice HE H.E Eng Cllr Capt Sgt Lt Cpl
    Sen Rep Gov Gen Col Maj Adm Cmdr Supt Insp
    Cr Clr Ald Messrs Mme Mlle Mdm Reverend Revd Ven Archdeacon Rabbi Imam Pastor Padre
    Barrister Barr Engr Otunba Oba Ooni Igwe
    Bwana Nduna Ato Woizero Shrimati Thiru Kumari Pandit Sardar Begum Janab Maulana Ustad Ustaz
    Tuan Puan Encik Cik Datin Tuanku Khun Ratu Ayatollah Swami Senhor Senhora Signor Signora
    Doña Dona Majesty Highness Excellency Lordship Ladyship Eminence Holiness Cdr Brig Commodore Cdre Lt-Gen
    Maj-Gen Lt-Col Cpt WPC DCI DCC Amb Hon'ble Sri Tmt Adv Sister Father Brother
    Atty Sra Srta Dra Drs Dott Ir Arq Lic Mgr Msgr Sayyid Pak Ibu Bapak Bu Ustadh Mwalimu Mzee Moulvi
    Cde Fru Mevrouw Meneer""".split()
)

# Those of them that also tell what somebody is.
RANKS = frozenset("Judge Justice Capt Sgt Lt Cpl Sen Rep Gov Gen Col Maj Adm Cmdr Supt Insp Professor Cllr Cr".split())

# Nouns of office that stand before a name ("Foreign Minister Ruiz") or alone for their holder ("the Minister").
_HEADS = frozenset(
    """President Vice-President Chancellor Premier Minister Secretary Undersecretary Secretary-General Ambassador Envoy
    Governor Senator Congressman Congresswoman Representative Councillor Councilor Councilman Councilwoman Mayor
    Mayoress Deputy Commissioner Chairman Chairwoman Chair Chairperson Director Director-General Officer
    Spokesman Spokeswoman Spokesperson General Colonel Major Captain Admiral Sergeant Inspector Superintendent
    King Queen Prince Princess Emperor Pope Bishop Archbishop Cardinal Rector Dean Provost Speaker Treasurer
    Auditor Alderman Baroness Baron Coordinator Commander Lieutenant Executive CEO CFO COO Delegate Negotiator
    Counsel Convener Convenor Clerk Registrar Rapporteur Moderator Leader Manager Chief Head Mediator Attorney
    Solicitor Ombudsman Comptroller Marshal Constable Sheriff Coroner Master Warden Editor Author Founder Owner
    Coach Principal Presiding Member Councilmember Assemblyman Assemblywoman Assemblymember Trustee
    Administrator Supervisor Planner Engineer PM
    Vice-Chancellor Pro-Chancellor Vice-Chair Vice-Chairman Vice-Chairwoman Co-Chair Co-President Vice-Mayor
    Vice-Minister Chieftain Chieftainess Bursar Librarian Archivist Curator Conservator Lecturer
    Researcher Epidemiologist Statistician Physician Surgeon Matron Sarpanch Tehsildar
    Magistrate Prosecutor Notary Assessor Adjudicator Arbitrator Arbiter
    Cathaoirleach Taoiseach Tánaiste Bailiff Beadle Controller Accountant Actuary
    Adviser Advisor Counsellor Organiser Organizer Secretary-Treasurer Attorney-General Auditor-General
    Inspector-General Solicitor-General Governor-General Lieutenant-Governor Adjutant Brigadier Commodore Corporal
    Forester Harbourmaster Postmaster Headmaster Headmistress Headteacher
    Co-ordinator Consul Nuncio Attaché Emir Sultan Regent Viceroy Premier-designate
    Historian Novelist Playwright Sculptor Photographer Filmmaker Composer Choreographer Economist Biologist Chemist
    Physicist Geologist Ecologist Meteorologist Volcanologist Seismologist Hydrologist Glaciologist Climatologist
    Oceanographer Astronomer Mathematician Anthropologist Sociologist Archaeologist Psychologist Psychiatrist
    Criminologist Virologist Microbiologist Ornithologist Entomologist Botanist Zoologist Agronomist Geographer
    Journalist Columnist Activist Campaigner Musician Pianist Violinist
    Assistant""".split()
)

TITLE_HEADS = _HEADS | {
    f"{prefix}-{head}" for prefix in ("Vice", "Co", "Deputy", "Under", "Sub", "Joint", "Pro", "Ex") for head in _HEADS
}

# Words that belong to a title where a noun of office follows.
TITLE_MODIFIERS = frozenset(
    """Prime Foreign Finance Vice First Second Third Senior Acting Former Interim Assistant Associate Permanent Deputy
    Special Joint Managing Financial Operating Technical Chief Executive General Secretary Attorney Auditor
    Solicitor Home Interior Defence Defense Trade Commerce Health Education Environment Agriculture Fisheries
    Energy Transport Justice Labour Labor Planning Water Culture Tourism Industry Housing State Regional
    National Federal Town City County Harbour Harbor Police Fire Press Under Lead Honorary Honourable Lord Lady
    Madam High Inspector Director Sales Commercial Marketing Group Shadow Junior Emeritus Crown District
    Parliamentary Party Affairs Business Economy Economic Climate Security Immigration Treasury Digital
    Innovation Science Employment Welfare Social Public Works Infrastructure Mines Petroleum Budget External
    Internal European Women Youth Sports Sport Communications Information Rural Development Investment Community
    Council Committee Board
    Traditional Paramount Operations Technology Strategy Strategic People Talent Legal Compliance Risk Product
    Programme Program Programmes Projects Project Research Academic Clinical Medical Nursing Environmental
    Sustainability Safety Property Estates Facilities Customer Corporate Engineering Consular Political Cultural
    Military Naval Air Road Roads Rail Aviation Maritime Ports Lands Land Forestry Wildlife Livestock Irrigation
    Sanitation Electricity Gender Children Veterans Indigenous Aboriginal Northern Provincial Divisional Sub-County
    Ward Branch Field Country Resident Non-Executive Elected Designate Outgoing Incoming Temporary Ceremonial
    Presidential Ministerial Meetings Governance Democratic Human Resources Returning Revenue Customs Prisons
    Correctional Procurement Supply Audit
    Cabinet Court""".split()
)

# Kept for callers that only ask whether a word can belong to a title.
TITLE_WORDS = TITLE_HEADS | frozenset(
    "Prime Foreign Finance Vice First Second Senior Acting Former Interim Assistant".split()
)

# Endings of the names of companies, full stops removed.
LEGAL_FORMS = frozenset(
    """Inc Incorporated Ltd Limited LLC LLP LP Co Corp Corporation plc PLC GmbH AG KG KGaA SE SA SAE SAS SARL Srl SpA
    SL NV BV AB AS ASA ApS Oy Oyj OÜ Pty Pte Bhd Sdn KK SAL doo OOO PJSC JSC
    CLG DAC CIC CIO SCIO Teo Teoranta SCRL Lda Ltda Ltée Nyrt Zrt Kft OOD EOOD SIA UAB Tbk FZE FZCO WLL LLLP PLLC
    SCA ULC RLLP GIE Pvt Berhad Aktiengesellschaft A/S P/F K/S I/S S/A HF hf ehf ohf KKT GK YK NUF ANS EEIG mbH eG eV
    PT PAO OAO ZAO AOOT RNTBC PBC KSC BSC SAOG QSC Ptk Kht ry TLC Sàrl Sarl SARLU SASU SCOP Aps ASBL VZW
    Perum inc ltd vzw asbl""".split()
)

# Words that make a name the name of a body.
ORGANISATION_WORDS = LEGAL_FORMS | frozenset(
    """Ministry Bank University College School Hospital Union Agency Authority Committee Council Commission Court
    Department Directorate Embassy Association Federation Fund Institute League Party Club Company Group Holding
    Holdings Partners Foundation Society Trust Organization Organisation Board Bureau Office Service Services
    Police Army Navy Parliament Congress Senate Assembly House Secretariat Alliance Coalition Consortium
    Cooperative Co-operative Co-op Cooperativa Chamber Tribunal Network Industries Airlines Airways Railway
    Railways Railroad Energy Water Power Motors Pharma Pharmaceuticals Biologics Laboratories Technologies
    Systems Foods Insurance Capital Brotherhood Guild Confederation Cabinet Inspectorate Observatory Programme
    Program Initiative Works Steel Logistics Media Press News Times Courier Gazette Tribune Herald Quarterly
    Estate Museum Orchestra Church Mission Delegation Administration Centre Center Nations Community Workers Teamsters
    Hospice Clinic Charity District Ministries Treasury Legislature Storting Knesset Bundestag Duma Sejm Circle
    Publishing Studios Enterprises Ventures Solutions Consulting Marketing Contracting Construction Engineering
    Merchants Brothers Sons Bros Lobby Syndicate Academy Registry Ombudsman Regulator Exchange

    Library Gallery Theatre Theater Opera Ballet Choir Athletic Rovers Wanderers Auxiliary Rotary Scouts Brigade
    Nursery Kindergarten Preschool Seminary Monastery Diocese Archdiocese Synod Congregation Trustees Commissioners
    Constabulary Gendarmerie Regiment Corps Taskforce Caucus Bloc Movement Forum Collective Confederacy Presidency
    Sangh Samiti Mandal Panchayat Sabha Parishad Nigam Yayasan Stiftung Fondation Fundación Asociación Associação
    Banco Banque Compagnie Société Universität Université Universidad Universidade Universiti Institut Instituto
    Consejo Conseil Ministère Ministerio Breweries Brewery Dairies Mining Collieries Quarries Utilities Telecom
    Telecoms Telecommunications Broadcasting Publications Publishers Stores Supermarkets Shipping Haulage
    Aviation Aerospace Hotels Properties Developers Architects Surveyors Associates Securities Investments
    Financial Bancorp Mutual Assurance Reinsurance Underwriters Fisheries Growers Plantations Chemicals Textiles
    Packaging Software Electronics Automotive Healthcare Diagnostics Charities Crescent Rescue Lifeboats Electrics
    Plumbing Bakery Bakeries Tours Ferries Buses Tramways Garages Builders Roofing Joinery Printers Catering
    Cleaning Scaffolding Poolworks
    Messenger Chronicle Telegraph Advertiser Argus Examiner Bulletin Enquirer Inquirer Samachar Patrika Dispatch
    Sentinel Friends Mothers Citizens Survivors Knights Sisters Daughters Coaches Removals Plumbers Bakers Butchers
    Brewers Millers Tanners Weavers Potters Jewellers Chemists Opticians Florists Caterers Roofers Joiners
    Decorators Electricians Contractors Traders Dealers Wholesalers Suppliers Manufacturers Makers Exporters
    Importers Distributors Producers Ranchers Hauliers Movers Operators Auctioneers Valuers Lawyers Hawkers Riders
    Sacco SACCO Chama Palace Presbytery Ejido Kibbutz Moshav Waqf Madrasa Gurdwara Mandir Ummah Ulama Shura Majlis
    Loya Riigikogu Folketing Riksdag Dáil Seanad Oireachtas Senedd Holyrood Stortinget Althing Sobranie Verkhovna
    Rada Saeima Seimas Diet Yuan Majilis Laboratory Lab
    Farms Vineyards Orchards Shipyards Shipyard Relief Records Commodities Alþingi Althingi Løgting
    Sindicato Sindacato Syndicat Cofradía Cofradia Gremio Xunta Generalitat Ayuntamiento Ajuntament Diputación Cabildo
    Municipalidad Prefeitura Câmara Cámara Confederación Confederação Federación Federação Federazione
    Fédération
    Comité Comitato Junta Mairie Préfecture Agence Agencia Agência Autorité Autoridad Chambre Ligue Coopérative
    Cooperativa
    Verein Verband Genossenschaft Gesellschaft Gewerkschaft Behörde Landkreis Vereniging Stichting Gemeente Waterschap
    Forening Förening Föreningen Förbund Förbundet Forbund Forbundet Kommune Kommun Styrelsen Stiftelsen Säätiö Liitto
    Sindikat Udruga Savez Zavod Zadruga Stowarzyszenie Spółdzielnia Fundacja Kementerian Dinas Persatuan Koperasi
    Serikat Lembaga Syarikat Jamaat Jamiat Anjuman Sangathan Samaj Nagar""".split()
)

# Bodies named by their kind and place; the place alone is no short form of them.
TERRITORIAL_BODIES = frozenset(
    """Authority Council Police District Court Port Board Ministry Department Assembly Commission Agency Tribunal
    Office Parliament Senate Embassy Administration Service Services Directorate""".split()
)
PUBLIC_BODIES = TERRITORIAL_BODIES | frozenset(
    "Hospital Hospice University College School Museum Centre Center Church Chamber Observatory Clinic Academy".split()
)

# Bodies whose bare kind, capitalised, names one of them.
LEGISLATURES = frozenset(
    "Parliament Congress Senate Cabinet Legislature Storting Knesset Bundestag Duma Sejm Treasury".split()
)
GENERIC_BODIES = LEGISLATURES | frozenset(
    "Council Court Committee Commission Assembly House Tribunal Conference".split()
)

# Heads of the long names of states and of places with a government of their own.
POLITIES = frozenset(
    """Government Republic Kingdom State Commonwealth Federation Principality Sultanate Emirate Duchy Union""".split()
)

# Places with a government of their own, before `of`.
PLACED = frozenset(
    """Borough City Town County Province Municipality Port Parish Region Shire District Township Village Canton Burgh
    Commune Prefecture Governorate Territory""".split()
)

# Those whose union or association is another body than the one they belong to.
PEOPLE_OF_BODIES = frozenset(
    """employees workers staff officers teachers students alumni pensioners retirees shareholders tenants residents
    parents supporters customers drivers pilots nurses members creditors investors growers users""".split()
)

# Organs of a state, which act for the state whose adjective they bear.
STATE_ORGANS = frozenset(
    """Ministry Embassy Parliament Congress Senate Army Navy Cabinet Treasury Department Delegation Mission Government
    Consulate Assembly""".split()
)

# Designations of the parties of a case, set beside their names.
DESIGNATIONS = frozenset(
    """Applicant Respondent Plaintiff Defendant Appellant Appellee Claimant Petitioner Intervener Intervenor
    Complainant Prosecutor Accused Debtor Creditor Applicants Respondents Plaintiffs Defendants Appellants
    Claimants Petitioners""".split()
)

# Common nouns for bodies; a name in apposition to one of them is a body's.
BODY_NOUNS = frozenset(
    """company firm group manufacturer maker producer operator developer bank airline retailer grocer utility supplier
    contractor vendor carrier drugmaker insurer lender cooperative co-operative miner shipper railroad railway
    club charity union council committee ministry agency authority commission board court university association
    federation parliament congress regulator tribunal department fund hospital school league secretariat
    foundation institute party trust brotherhood alliance coalition organisation organization assembly cabinet
    broker brokerage consultancy start-up startup newspaper broadcaster magazine network body non-profit
    nonprofit think-tank partnership consortium subsidiary affiliate venture office auditor giant branch chain
    clinic hospice college academy museum orchestra church ngo
    lobby watchdog movement forum taskforce task-force caucus co-op brewery brewer builder housebuilder shipbuilder
    gallery library theatre theater choir team squad platform collective guild chamber municipality shire borough
    township diocese parish embassy laboratory lab nursery kindergarten publisher studio distiller automaker
    carmaker steelmaker chipmaker wholesaler distributor importer exporter processor recycler provider militia
    regiment society directorate inspectorate observatory cartel conglomerate multinational franchise bureau mosque
    temple synagogue monastery congregation haulier hauler shipyard refinery smelter foundry dairy bakery pharmacy
    corporation fintech marketplace exchange bourse reinsurer underwriter custodian clearing-house""".split()
)

PARTICLES = frozenset(
    """de del della delle degli dello dal dalla di da dos das du des van von vom zum zur der den ten ter la le las los
    el al ul ud bin ibn ben bint binte binti bte y e zu av af ab ap ould abu á í uí wa oğlu oglu kızı qizi gyzy uulu
    kyzy
    et und och für pour aux sur a/l a/p s/o d/o""".split()
)
JOINERS = frozenset("of for and on the to &".split()) | PARTICLES

MONTHS_AND_DAYS = frozenset(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays
    Wednesdays Thursdays Fridays Saturdays Sundays""".split()
)
NAMED_MONTHS = frozenset("April May June August Jan".split())  # also names of people

FUNCTION_WORDS = frozenset(
    """Somebody Someone Anybody Anyone Everybody Nobody Subject Pursuant
    The A An This That These Those It Its He She They We I You His Her Their Our My Your In On At By For From With
    Without Under Over After Before During Since Until While When Where Why How What Which Who Whose If Unless
    Although Though Because But And Or Nor So Yet As Than Then There Here Also However Moreover Meanwhile
    Instead Still Even Only Both Either Neither Each Every All Some Any Many Most Several Few No Not Nobody
    Nothing Another Other Others Such One Two Three Four Five Six Seven Eight Nine Ten Last Next Today Yesterday
    Tomorrow Earlier Later Now Once Again According Asked Speaking Among Between Against About Above Across
    Along Around Behind Below Beside Besides Beyond Despite Down Except Inside Into Like Near Off Onto Out
    Outside Past Per Through Throughout To Toward Towards Up Upon Via Within Of Please Thank Thanks Yes Well Let
    Good Welcome Order Article Section Clause Schedule Annex Chapter Part Item Figure Table Page Q A Just
    Perhaps Nearly Almost Roughly More Less Much Very Too Us Them Me Him Is Are Was Were Be Been Has Have Had Do Unlike
    Whoever Whatever Whichever Wherever Whenever Whether Amid Amidst Alongside Including Regarding Concerning
    Does Did Will Would Shall Should Can Could May Might Must Re Vs""".split()
)
