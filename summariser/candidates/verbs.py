"""Word classes that tell acts of a party from states and from what merely happens."""

from __future__ import annotations

__all__ = [
    "ACCEPTED",
    "ADVERBS",
    "AGENT_NOUNS",
    "DETERMINERS",
    "DOING",
    "HOPING",
    "ITINERARY",
    "NOUN_OR_VERB",
    "OFFICES",
    "PARTICIPLES",
    "PREPOSITIONS",
    "PROMISE_NOUNS",
    "PRONOUNS",
    "REFUSED",
    "RENEWED",
    "REQUESTS",
    "SAYING",
    "SET_PRICES",
    "STATES",
    "SUBORDINATORS",
    "WITHDRAWN",
]

PRONOUNS = frozenset("i we he she it they you".split())
DETERMINERS = frozenset(
    """the a an this that these those its their his her our my your each every any all both no some another neither
    either none""".split()
)
ADVERBS = frozenset(
    """also now then therefore thus hereby jointly severally together each both all always never ever still only just
    first again once soon already further nevertheless nonetheless however instead meanwhile likewise alone itself
    themselves ourselves himself herself myself today tomorrow yesterday either neither forthwith thereafter
    afterwards""".split()
)
PREPOSITIONS = frozenset(
    """in on at by from to of for with under over after before during within without until till through throughout upon
    since against between among into onto about around across per via despite following pending notwithstanding as
    than starting beginning effective toward towards beyond outside inside besides except unlike like near off out up
    down along including""".split()
)
SUBORDINATORS = frozenset(
    """if unless until till once when whenever while whilst as because since although though whereas after before
    provided should where wherever lest except""".split()
)

# Nouns of promises: what is kept, repeated, renewed, withdrawn.
PROMISE_NOUNS = frozenset(
    """pledge pledges promise promises commitment commitments undertaking undertakings assurance assurances vow vows
    guarantee guarantees offer offers intention intentions plan plans obligation obligations word proposal proposals
    bid donation contribution concession target""".split()
)

# What a party is rather than does, what happens to it, and acts of speech that bind nobody.
STATES = frozenset(
    """be have cost need become depend mean face feel know prove affect suffer benefit appear seem like love want think
    note see expire include prevail survive constitute lapse total amount last win lose die remember regret miss hope
    wish belong own hear say ask tell read expect believe understand realise realize prefer enjoy look sound earn gain
    rank count matter exist differ vary happen occur arise contain consist concern relate wonder doubt fear worry wait
    turn sit stand live learn argue laugh cry smile sleep fall rise reach grow drop exceed lag reflect
    suggest indicate imply come go get weigh age emerge resemble deserve owe welcome thank congratulate
    applaud salute clap ring blame judge mention explain concede confess quote comment speculate remain
    rather sooner budge remind please suit pray recall forget notice imagine guess dream enjoy dislike hate""".split()
)

# Acts. A thing cannot be their subject, and behind "and" they begin a second undertaking.
DOING = frozenset(
    """abolish accept adopt advance allocate amend appoint apply approve assign attend audit ban bear begin bring build
    buy cancel carry cease charge cede close compensate complete conduct confirm consult contribute convene cooperate
    cover create deduct defer deliver deploy deposit destroy develop disclose dismantle dispatch distribute donate
    double dredge drop eliminate employ end enforce ensure establish evacuate expand extend file fill finance finish
    fit fund give go grant guarantee halt hand help hire hold honour honor host implement improve increase indemnify
    inform inspect install introduce invest invite issue join keep launch lay lease leave lend let levy license lift
    limit list load lower maintain make match meet monitor move name negotiate notify observe obtain offer open
    operate oppose order organise organize oversee pass pay permit phase place plant post prepare preserve prevent
    procure produce prohibit promote propose prosecute protect provide publish purchase put raise ratify rebuild
    recall recognise recognize recruit reduce refer refrain refund refuse register reimburse reinstate release
    relocate remove renew reopen repair repay replace report resettle resign restore restrict resume retain retire
    return review revise run scrap screen seek sell send serve set settle share ship shut sign spend sponsor stage
    start stay stop strengthen strike submit subsidise subsidize supply support suspend switch take teach terminate
    test train transfer treat triple try uphold use vacate waive widen withdraw withhold work write""".split()
)
# What a person is to do in person: a diary, and no promise.
ITINERARY = frozenset(
    """run play perform compete travel visit attend speak fly arrive race tour star appear try stand fight defend seek
    retire return""".split()
)
NOUN_OR_VERB = frozenset(
    """advance audit ban bear bid buy cease charge close contract cover deposit double drop end file finance fund go
    grant guarantee halt hand help hire host increase issue lease leave lend let levy license lift limit list load
    lower match move name offer open order pass permit phase place plant post produce purchase put raise release
    report return review run screen set share ship sign sponsor stage start stay stop strike supply support switch
    take test train transfer treat triple try use waive work fit deliver recall""".split()
)

# Participles of acts: "will be published" promises, "will be remembered" does not.
PARTICIPLES = frozenset(
    """abolished accepted adopted allocated appointed approved assigned awarded banned borne brought built bought
    cancelled canceled charged closed compensated completed consulted created cut deducted delivered deployed
    destroyed disclosed dismantled distributed donated dredged eliminated employed ended ensured established expanded
    extended filled financed finished fitted funded given granted halted handed hired honoured honored implemented
    improved increased informed inspected installed introduced invested issued kept launched leased lent licensed
    lifted lowered made maintained matched met monitored moved notified offered opened paid permitted phased planted
    posted prepared preserved provided published purchased raised ratified rebuilt recruited reduced refunded
    reimbursed reinstated released relocated removed renewed reopened repaid repaired replaced reported resettled
    restored resumed retained retired returned reviewed revised scrapped screened sent served set settled shared
    shipped shut signed sold spent staffed stopped strengthened submitted subsidised subsidized supplied suspended
    switched taken terminated tested trained transferred upgraded vacated waived widened withdrawn withheld done
    counted""".split()
)

# Heads of subjects that can bind themselves, besides names.
AGENT_NOUNS = frozenset(
    """government governments ministry ministries state states country countries nation nations party parties side
    sides company companies firm firms group union unions association council committee commission board
    authority agency regulator court parliament congress senate assembly house cabinet administration city town
    county region province municipality bank fund university school hospital college church club team league
    airline railroad railway operator operators utility supplier suppliers provider providers customer customers
    seller buyer lender borrower landlord tenant licensor licensee contractor contractors employer employers
    employee employees owner owners manufacturer manufacturers maker makers retailer retailers donor donors
    member members partner partners signatory signatories shareholder shareholders trustee trustees director
    directors minister ministers president leader leaders mayor governor senator chair chairman chairwoman
    chairperson clerk mediator secretary ambassador envoy officer officers police army workers farmers fishers
    growers neighbours neighbors delegation delegations foundation charity trust network alliance coalition
    federation organisation organization secretariat department office bureau service consortium cooperative
    armies forces troops firefighters guarantor surveyor franchisee respondent respondents applicant defendant
    plaintiff claimant purchaser vendor subsidiary parent affiliate venture developer developers landlords
    tenants residents students staff management institution institutions institute supermarket supermarkets
    grocer chain carrier drugmaker insurer miner producer producers brewer builder builders broadcaster
    publisher publishers shipper distributor wholesaler startup conglomerate watchdog inspectorate participant
    participants licensors licensees guarantors underwriter underwriters consignee charterer carriers dealer
    dealers electorate judiciary library diocese parish monastery commune canton district ward borough emirate
    kingdom republic confederation bloc museum gallery theatre archive zoo tenderer bidder pair duo trio chemist
    pharmacist lender insurer haulier trader baker brewer planter herder rancher lecturer academic activist
    campaigner organiser organizer rebel insurgent fighter militia guerrilla lawyer prosecutor shopkeeper hotelier
    drivers dockers teachers nurses doctors pilots miners""".split()
)

# Offices whose holder is bound in person: the clerk writes, and not the council.
OFFICES = frozenset(
    """clerk mediator convener chair chairman chairwoman chairperson registrar rapporteur treasurer arbitrator auditor
    inspector coordinator monitor referee ombudsman commissioner""".split()
)

# Prices and shares that an authority or an employer sets: "the duty will rise" is its act.
SET_PRICES = frozenset(
    """tax taxes duty duties excise levy levies fee fees dues tariff tariffs threshold allowance allowances pension
    pensions benefit benefits wage wages pay salary salaries fare fares rent rents subsidy subsidies grant grants
    charge charges surcharge toll tolls bonus""".split()
)

ACCEPTED = frozenset({"accepted", "granted"})
REFUSED = frozenset("refused rejected declined turned".split())
REQUESTS = frozenset(
    """request requests demand demands call calls claim claims appeal appeals proposal proposals bid bids idea
    application applications petition motion""".split()
)
RENEWED = frozenset("repeated reaffirmed renewed restated reiterated confirmed".split())
WITHDRAWN = frozenset("withdrawn dropped abandoned scrapped retracted rescinded shelved cancelled canceled".split())

# Finite verbs of hoping and thinking, behind which a clause may begin without "that".
HOPING = frozenset(
    """hope hopes hoped expects expected believe believes believed think thinks thought predicts predicted forecast
    forecasts fears feared doubts doubted suspect suspects suspected trust trusts wish wishes reckons reckoned
    hopeful confident optimistic convinced sure certain""".split()
)

# Verbs of saying, in the forms in which they report.
SAYING = frozenset(
    """said says say told tells tell added adds noted notes stated states replied replies warned warns argued argues
    explained explains announced announces declared declares wrote writes continued concluded commented responded
    answered observed emphasised emphasized stressed stresses underlined acknowledged acknowledges admitted admits
    conceded concedes recalled pledged promised promises vowed vows cautioned maintained maintains claimed claims
    affirmed reaffirmed confirmed confirms testified reiterated repeated suggested signalled signaled reported reports
    insisted insists assured assures informed indicated indicates revealed disclosed""".split()
)
