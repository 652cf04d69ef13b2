"""Words that begin sentences and are no names."""

from __future__ import annotations

from typing import Final

__all__ = ["ORDINARY"]

_WORDS: Final = """
    about absent accepting access accountants accounts action activists additional advisers after again agreed
    agreement agreements aid aircraft airlines all almost already also although amendments among amounts analysts
    annual any applicants arbitration around arrangements arrivals as assets at attendance audiences auditors
    authorities average awards backers banks barely bargaining because before being beside besides bids bilateral
    bills black board bodies bonds both boys brokers budgets builders building buildings buses business businesses
    but buyers by campaigners candidates capital carbon cargo cars cases cash cattle ceasefire certain chairs
    changes charges charities chief children citizens city civil claims clean clearly climate clinics closing clubs
    coal coastal coffee colleagues collective combined commercial commissioners commitments committees communities
    companies compensation competition complaints concerns conditions confidence congestion consent conservation
    construction consultants consultation consumers contractors contracts contributions control cooperation copies
    copper corn costs council councillors councils countries court courts creditors crews crime critics crops crowds
    current customers customs daily damage damages data dates days deal dealers deals death deaths debate debt debts
    decisions defence defense delays delegates delegations deliveries delivery demand democracy demonstrators
    departments deposits details development diplomats directors discussions disputes doctors documents donations
    donors doses double down drivers drought drugs due duties earnings economic economists education efforts eight
    elections electricity eligible emergency emissions employees employers energy enforcement engineers enough
    environmental equipment evacuations even eventually every everyone everything evidence exactly examiners
    executives existing experts exports external factories failure families farmers fees ferries few fewer fifteen
    fighting finally financial financing fines first fishermen fishers fishing five flights floods following food
    for foreign forests formal four free freight from fuel full fully funding funds further future gas general
    government governments grain grants growers growth guests half hardly he health hearings her high higher highway
    his homes hospitals hours households houses housing how however human hundreds if immediate imports in income
    increased independent industrial industry inflation informal inspections inspectors instead insurers interest
    interim internal international investigators investment investments investors invoices iron irrigation it its
    jobs joint journalists judges jurors just key labor labour land landlords larger last later law lawmakers
    lawyers leaders leading legislation legislators lenders less letters libraries licences licenses limits
    livestock loans local long losses low lower machinery mail major managers manufacturers many margins maritime
    markets material materials meanwhile measures mediators medical medicines meeting meetings members memoranda men
    merger migrants military milk millions mineral minerals miners mining ministers minutes mobile money monitors
    monthly more moreover most motorists much my national natural navigation nearly negotiations negotiators
    neighbors neighbours neither net never new news next nine no nobody none nor normal not nothing notice now
    nuclear nurses objections observers of offers officers official officials oil on once one ongoing only open
    opening operations operators opponents opposition or order orders ordinary organisers organizers other others
    our out output outside over overall owners parents parliament part participants parties partners passengers
    patients pay payment payments peace penalties pending pensions people per performance permission permits
    petitioners pilots plaintiffs planes planning plans plants players pledges plus police policies political
    pollution poor population ports power precisely preliminary premises previous prices prior prison private
    privately proceedings proceeds producers production profit profits programmes progress projects proposals
    prosecutors protection protesters public publication publishers pupils purchases quality quarterly questions
    quotas radio rail railways rain rates ratification readers readings recent records recovery reform reforms
    refugees regional registered regulations regulators relations relatives renewable rent rents repairs replacement
    reporters reports representatives rescue research researchers residents responsibility results retail retailers
    returns revenue revenues rice rich rights risks rivers roads roughly rules runners rural safety sailors salaries
    sales samples sanctions savings school schools scientists scrutiny sea secret security seizures senators senior
    separate separately sessions settlement settlements seven several shareholders shares she shelters shipments
    shipping ships shops short shortages side sides signatories signatures similar since six small smaller so social
    soil soldiers some sources spending spokespeople staff stakeholders standards state statements states steel
    still stocks storage stores storms strike strikers strikes strong students studies subject subscribers subsidies
    such suppliers supplies supply support supporters surveys suspects take takeover talks tariffs tax taxes
    taxpayers teachers teams technical technology ten tenants tenders tensions terms testing tests that the their
    them then there these they thirty this those though thousands three through throughout tickets time times titles
    to today together tolls tomorrow total tourism tourists towns trade traders traffic train training trains
    transport travel travellers treaties trees trials troops trucks trustees turnout twelve twenty two under
    underwriters unemployment unions unless until up upgrades urban usage users usually vaccines vehicles vendors
    vessels victims villagers villages visitors volunteers voters voting wages warehouses warnings waste water
    waters we weapons weather weekly welfare what wheat when where whether which while who whoever whole wholesale
    why wider wind with within without witnesses women wood wool work workers world writers written yields young
    youth zero
"""

ORDINARY: Final = frozenset(_WORDS.split())
"""In lower case."""
