"""Which parties of several documents are one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from summariser.note.parties import PartyBook, merge_parties
from summariser.note.sources import order_sources
from tests.sample_note_briefs import brief_of


def book_of(*documents: list[dict[str, Any]]) -> PartyBook:
    """The parties of documents, each given as its list of parties; the last document is the newest."""
    briefs = []
    for number, parties in enumerate(documents):
        names = [name for party in parties for name in (party["name"], *party.get("aliases", []))]
        text = f"{number}. " + ". ".join(names) + "."
        briefs.append(brief_of(text, f"{number}.txt", date(2026, 1, 1) + timedelta(days=number), parties=parties))
    return merge_parties(order_sources(briefs))


def person(name: str, *aliases: str, **rest: Any) -> dict[str, Any]:
    return {"name": name, "kind": "person", "aliases": list(aliases), **rest}


def body(name: str, *aliases: str, **rest: Any) -> dict[str, Any]:
    return {"name": name, "kind": "organisation", "aliases": list(aliases), **rest}


def state(name: str, *aliases: str) -> dict[str, Any]:
    return {"name": name, "kind": "state", "aliases": list(aliases)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ana Sørensen"), person("Ana Sorensen")),
        (person("Ana Silva"), person("Dr Ana Silva")),
        (person("Ana Silva"), person("Ana Maria Silva")),
        (person("Ana Silva"), person("Silva")),
        (person("Ana Silva"), person("A. Silva")),
        (person("Ana Silva"), person("Mayor Silva")),
        (person("Xi Jinping", "Xi"), person("Xi")),
        (body("Ashdown Ltd"), body("Ashdown")),
        (body("Ashdown plc"), body("The Ashdown Limited")),
        (body("Brückner GmbH"), body("Bruckner")),
        (body("Ministry of Transport"), body("Transport Ministry")),
        (body("Ministry of Foreign Affairs"), body("Foreign Ministry")),
        (body("Norwegian Ministry of Transport"), body("Ministry of Transport of Norway")),
        (body("Norwegian Ministry of Transport"), body("Ministry of Transport")),
        (body("Department of Labor"), body("Department of Labour")),
        (body("Uzbek government"), body("Government of Uzbekistan")),
        (body("Quay Traders' Guild", "QTG"), body("QTG")),
        (body("Quay Traders' Guild"), body("QTG", "Quay Traders’ Guild")),
        (body("International Quay Authority"), body("IQA")),
        (body("Veldmark Holding", "Veldmark"), body("Veldmark")),
        (body("Harbour Council", "the council"), body("the council")),
        (body("Waitoro Regional Council"), body("the regional council")),
        (body("C5+1 leaders"), {"name": "C5+1 leaders", "kind": "group"}),
        (state("United States", "US"), state("USA")),
        (state("the Netherlands"), state("Netherlands")),
    ],
)
def test_the_same_party(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Titles, diacritics, legal forms, order of words and short forms do not part a party from itself."""
    for documents in ([one], [other]), ([other], [one]):
        assert len(book_of(*documents).parties) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ana Silva"), person("Bo Silva")),
        (person("Ana Silva"), person("B. Silva")),
        (person("Ana Silva"), body("Silva")),
        (person("Ana Silva"), person("Ana Costa")),
        (state("Norway"), body("Norway")),
        (body("Ministry of Transport"), body("Ministry of Trade")),
        (body("Norwegian Ministry of Transport"), body("Swedish Ministry of Transport")),
        (body("Ministry of Foreign Trade"), body("Ministry of Trade")),
        (body("Ashdown Ltd"), body("Ashdown Marine Ltd")),
        (body("Harbour Council"), body("City Council")),
        (body("Competition Markets Authority", "CMA"), body("Country Music Association", "CMA")),
        (state("Niger"), state("Nigeria")),
        (state("North Korea"), state("South Korea")),
    ],
)
def test_two_parties(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Other first names, other subjects, other kinds are others."""
    for documents in ([one], [other]), ([other], [one]):
        assert len(book_of(*documents).parties) == 2


def test_a_short_form_that_two_could_bear_is_nobodys() -> None:
    """A surname, an acronym, "the council" stay alone where two can be meant."""
    book = book_of(
        [person("Ana Silva"), person("Bo Silva"), body("Harbour Council", "the council"), body("Ports Quay Guild")],
        [body("City Council", "the council"), body("Pilots Quay Guild")],
        [person("Silva"), body("the council"), body("PQG")],
    )
    assert len(book.parties) == 9


def test_an_office_tells_which_of_two_is_meant() -> None:
    """A bare surname with an office joins the one bearer who has it; with one that both have it stays alone."""
    bearers = [person("Ana Silva", role="Mayor of Lisford"), person("Bo Silva", role="a fisherman")]
    assert len(book_of(bearers, [person("Silva", "Mayor Silva")]).parties) == 2
    both = [person("Ana Silva", role="Mayor of Lisford"), person("Bo Silva", role="Mayor of Tessel")]
    assert len(book_of(both, [person("Silva", "Mayor Silva")]).parties) == 3


def test_the_parties_of_one_document_are_kept_apart_by_short_forms() -> None:
    """What a document lists side by side it tells apart."""
    assert len(book_of([person("Ana Silva"), person("Silva")]).parties) == 2
    assert len(book_of([body("Harbour Council", "the council"), body("the council")]).parties) == 2


def test_an_entity_under_three_names_in_three_documents() -> None:
    """One document defines the acronym, the second has it alone, the third another name with it."""
    book = book_of(
        [body("Harbour Development Corporation", "HDC")], [body("HDC")], [body("Harbour Corporation", "HDC")]
    )
    (party,) = book.parties.values()
    assert party.name == "Harbour Development Corporation"
    assert set(party.aliases) == {"HDC", "Harbour Corporation"}


def test_name_role_and_chief_come_from_all_sources() -> None:
    """The fullest name; the role and whom it acts for from the newest source that tells."""
    book = book_of(
        [person("Ana Maria Silva", role="mayor", represents="p2"), body("Lisford")],
        [person("Ana Silva", role="former mayor"), body("Lisford")],
    )
    silva = next(party for party in book.parties.values() if party.kind == "person")
    assert silva.name == "Ana Maria Silva"
    assert silva.role == "former mayor"
    assert silva.represents is not None
    assert book.parties[silva.represents].name == "Lisford"


def test_a_letterhead_in_capitals_gives_way() -> None:
    """The same name as the text has it is shown."""
    (party,) = book_of([body("QUAY AUTHORITY", "Quay Authority")]).parties.values()
    assert party.name == "Quay Authority"


def test_those_who_take_part_most_come_first() -> None:
    """Who is bound stands before who is only named."""
    text = "Ashdown will build it. Bronsted watched."
    brief = brief_of(
        text,
        "n.txt",
        None,
        parties=[body("Bronsted"), body("Ashdown")],
        commitments=[{"by": ["p2"], "action": "build it", "status": "new"}],
    )
    assert [party.name for party in merge_parties(order_sources([brief])).parties.values()] == ["Ashdown", "Bronsted"]


def test_a_chain_of_representation_that_bites_its_tail_ends() -> None:
    """Two that act for each other do no harm."""
    book = book_of([body("Ashdown", represents="p2"), body("Bronsted", represents="p1")])
    assert book.with_chiefs(["p1"]) == {"p1", "p2"}


def test_odd_names_do_no_harm() -> None:
    """Names of marks alone, of one letter or of many words are names like others."""
    odd = [person("…"), person("X"), body("&"), body("The"), body("Ltd"), state("the"), person("Dr"), body("a" * 3000)]
    assert len(book_of(odd, odd).parties) == len(odd)
