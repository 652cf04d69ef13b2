"""Mentions merged into persons, bodies, states and sets; what the document calls them, and whom they act for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.candidates.entities import Entity, entity_at, find_entities
from tests.prose import PROSE, prose


def _entities(text: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in find_entities(prose(text))}


def _kinds(text: str) -> dict[str, str | None]:
    return {name: entity.kind for name, entity in _entities(text).items()}


def _principal(text: str, name: str) -> str | None:
    entity = _entities(text)[name]
    return entity.affiliation or entity.state


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Ana Ruiz spoke. Ms Ruiz left. Later Ruiz wrote.", "Ana Ruiz", ["Ms Ruiz", "Ruiz"]),
        ("Han Bo-ra, who led the talks, left. Han was tired.", "Han Bo-ra", ["Han"]),
        ("Dr Ana Ruiz Vega, who spoke, left. Mrs Ruiz came back.", "Ana Ruiz Vega", ["Dr Ana Ruiz Vega", "Mrs Ruiz"]),
        ("Orla Glass plc signed. Orla will pay.", "Orla Glass plc", ["Orla"]),
        ("The River Standards Agency (RSA) met. The RSA agreed.", "River Standards Agency", ["RSA"]),
        ("The River Standards Agency met. The Agency agreed.", "River Standards Agency", ["Agency"]),
        ("The European Union said so. The EU will pay.", "European Union", ["EU"]),
        ("Birch Inc. (NASDAQ: BRCH) (“Birch”) agreed. BRCH rose.", "Birch Inc.", ["BRCH", "Birch"]),
        ("The Kingdom of Norway signed. Norway will pay.", "Norway", ["Kingdom of Norway"]),
        ("Turkey will pay. Ankara agreed on Friday.", "Turkey", ["Ankara"]),
        ("Present: Ann Lee (Chair); Bo Ek.\n\nChair: Order. The Chair spoke.", "Ann Lee", ["Chair"]),
        ("Ana Bella Ruiz, who is here, signed. Ana Ruiz left.", "Ana Bella Ruiz", ["Ana Ruiz"]),
        ("The Shire of Lune met. Council agreed.", "Shire of Lune", ["Council"]),
        ("The late Ivo Ruiz, Ana Ruiz's uncle, built it. Ms Ruiz paid.", "Ana Ruiz", ["Ms Ruiz"]),
        ("L. Hale came. Later Lowenna Hale, who is a clerk, left.", "Lowenna Hale", ["L. Hale"]),
    ],
)
def test_aliases(text: str, name: str, aliases: list[str]) -> None:
    """Surnames, titles, acronyms, first words, bare kinds, seats and offices are further names where they fit one."""
    assert set(aliases) <= set(_entities(text)[name].aliases)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Ruiz and Leo Ruiz, who are cousins, spoke.", {"Ana Ruiz", "Leo Ruiz"}),
        ("There were Councillor Hale and Manager Hale.", {"Hale", "Manager Hale"}),
        ("Mr Hale spoke before Mrs Hale did.", {"Hale", "Mrs Hale"}),
        ("The Orla Port Authority met. Orla handled few ships.", {"Orla Port Authority", "Orla"}),
    ],
)
def test_apart(text: str, names: set[str]) -> None:
    """Two people with one surname stay apart, and a place is no short name of the public body that bears it."""
    assert set(_entities(text)) == names


def test_surname_of_two() -> None:
    """A surname that two people share is told by the title beside it."""
    text = (
        "Walter Lund is president of the railroad. Ada Lund is the mayor of Cork. Mr. Lund spoke, and Mayor Lund replied."
        " Mr. Walter Lund left."
    )
    found = _entities(text)
    assert "Mayor Lund" in found["Ada Lund"].aliases
    assert "Mr. Lund" in found["Walter Lund"].aliases


@pytest.mark.parametrize(
    ("text", "owner", "term"),
    [
        (
            "(1) ORLA MILLS S.A., a company registered in Lima, Peru (the “Seller”); and so on.",
            "ORLA MILLS S.A.",
            "Seller",
        ),
        (
            "Birch Systems, Inc., a Nevada corporation (“Provider”), shall pay. Provider agrees.",
            "Birch Systems, Inc.",
            "Provider",
        ),
        ("It was chaired by Dr Ana Ruiz of Peru (“the Chair”). The Chair spoke.", "Ana Ruiz", "Chair"),
        ("“Bank” means Delta Bank of Cairo. The Bank shall pay.", "Delta Bank of Cairo", "Bank"),
        (
            "The Orla Port Authority, a public body of the State of Ohio (“OPA” or “Customer”), pays.",
            "Orla Port Authority",
            "Customer",
        ),
        (
            "ORLA CEMENT LIMITED        First Respondent\n\nThe First Respondent shall pay.",
            "ORLA CEMENT LIMITED",
            "First Respondent",
        ),
    ],
)
def test_defined_terms(text: str, owner: str, term: str) -> None:
    """A defined name belongs to the party at the head of its clause, not to the place or state named last."""
    assert term in _entities(text)[owner].aliases


def test_defined_sets() -> None:
    """A plural defined behind a list is a set of all that are listed, and each of them keeps its own name."""
    text = "The ministers of Peru, Chile and Chad (the “Ministers”) met. The Ministers agreed. Each Minister will pay."
    found = _entities(text)
    assert found["Ministers"].kind == "group"
    assert found["Ministers"].members == ("Peru", "Chile", "Chad")
    assert "Ministers" not in found["Chad"].aliases
    assert len(found["Ministers"].spans) == 3


def test_defined_things() -> None:
    """A term that stands for a thing is no entity."""
    found = _entities(
        "Orla Ltd shall load one vessel (the “Lot”) by 1 May (the “Due Date”). The Lot is sold on the Due Date."
    )
    assert set(found) == {"Orla Ltd"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“We will,” said Ana Ruiz.", "Ana Ruiz", "person"),
        ("Ana Ruiz, 41, of Karonga, will pay.", "Ana Ruiz", "person"),
        ("Ana Ruiz spoke for an hour. Later Ruiz left.", "Ana Ruiz", "person"),
        ("My aunt, Ana Ruiz, will pay.", "Ana Ruiz", "person"),
        ("Orla Lights, a charity for sailors, will pay.", "Orla Lights", "organisation"),
        ("The farmers' union Tamba Mita will pay.", "Tamba Mita", "organisation"),
        ("Orla's shareholders agreed.", "Orla", "organisation"),
        ("A deal with shipping giant Orla failed.", "Orla", "organisation"),
        ("Ana Ruiz: Yes.\n\nBo Ek: No.\n\nAna Ruiz: Yes.\n\nBo Ek: No.", "Ana Ruiz", "person"),
        ("By: /s/ Ana Ruiz\nAna Ruiz\nGeneral Manager", "Ana Ruiz", "person"),
        ("It met in June. Orva Nova was late.", "Orva Nova", None),
    ],
)
def test_kind_by_neighbours(text: str, name: str, kind: str | None) -> None:
    """Where its words do not tell the kind, the words beside a name do, or nothing does."""
    assert _kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "principal"),
    [
        ("Chile will sign. The Chilean minister of ports, Ana Ruiz, will sign.", "Ana Ruiz", "Chile"),
        ("Orla Glass plc will pay, its chief executive, Ana Ruiz, said.", "Ana Ruiz", "Orla Glass plc"),
        ("Orla Glass plc will pay. Orla's chief executive, Ana Ruiz, said so.", "Ana Ruiz", "Orla Glass plc"),
        ("The Dock Union met. The union's chair, Ana Ruiz, spoke.", "Ana Ruiz", "Dock Union"),
        ("Witnesses: Ana Ruiz, Chief Engineer, Orla Glass plc; Bo Ek.", "Ana Ruiz", "Orla Glass plc"),
        ("ORLA TOWN COUNCIL\n\nMembers present: Ana Ruiz; Bo Ek.\n\nIt rained.", "Ana Ruiz", "ORLA TOWN COUNCIL"),
        ("For Peru: Ana Ruiz\n\nPeru will pay. Ana Ruiz left.", "Ana Ruiz", "Peru"),
        ("Ana Ruiz, who negotiated the lease for Orla Glass plc, left.", "Ana Ruiz", "Orla Glass plc"),
        ("Peru will pay. It met Dr Ana Ruiz of the Coast Institute.", "Ana Ruiz", "Coast Institute"),
        ("Peru agreed, if its Congress votes.", "Congress", "Peru"),
        ("Ana Ruiz, the former owner of Orla Glass plc, left.", "Ana Ruiz", None),
        ("Peru will pay Chad. “Good,” said Foreign Minister Ana Ruiz.", "Ana Ruiz", None),
    ],
)
def test_principals(text: str, name: str, principal: str | None) -> None:
    """Whom a person or a body acts for is told by title, apposition, possessive, verb, roll or signature, or stays open."""
    assert _principal(text, name) == principal


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Orla Ltd will build in Lima, Peru, and near Cusco.", {"Lima", "Peru", "Cusco"}),
        ("Orla Ltd hired a judge from Chad.", {"Chad"}),
        ("US regulators cleared Orla Ltd on Monday.", {"United States"}),
        ("Orla Ltd met its lenders at the Wool Museum.", {"Wool Museum"}),
    ],
)
def test_places(text: str, absent: set[str]) -> None:
    """A name that only tells where something is or comes from is no entity."""
    assert not absent & set(_entities(text))


def test_acting() -> None:
    """A subject or partner of an act takes part; a name in passing does not."""
    found = _entities("Orla Ltd signed a lease with Birch Ltd. The rate of the Delta Bank applies.")
    assert [(entity.name, entity.acts) for entity in found.values()] == [
        ("Orla Ltd", True),
        ("Birch Ltd.", True),
        ("Delta Bank", False),
    ]


def test_headline_names() -> None:
    """A name known from the text is found in the headline too, and its first mention stands there."""
    found = _entities(
        "ORLA TO CLOSE MILL\n\nOrla Glass plc said on Monday that it would close the mill. Orla will pay."
    )
    assert found["Orla Glass plc"].spans[0] == (0, 4)


def test_entity_at() -> None:
    """Entities inside a stretch come in order of mention, each once; a mention that reaches out of it does not count."""
    document = prose("Peru and Chile met Orla Glass plc. Chile paid Peru.")
    found = find_entities(document)
    assert [entity.name for entity in entity_at(found, 0, 30)] == ["Peru", "Chile"]
    assert [entity.name for entity in entity_at(found, 35, 51)] == ["Chile", "Peru"]


_PIECES = st.sampled_from(
    ["Ana Ruiz", "Mr Ruiz", "Orla Ltd", "(“Orla”)", "(the “Parties”)", "Peru", "Chile", "and", "of the", ",", ".", ":", "\n", "   ",
     "minister", "the", "said", "its", "chair", "Present:", "For", "By: /s/", "Respondent", "Council", "’s", "U.S.", "III", "EUR 4"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(_PIECES, max_size=40).map(" ".join) | PROSE)
def test_any_text(text: str) -> None:
    """Nothing raises on any text; spans are in order, inside the text and not empty; names are not empty."""
    document = prose(text)
    for entity in find_entities(document):
        assert entity.name
        assert entity.spans == sorted(set(entity.spans))
        assert all(0 <= start < end <= len(text) for start, end in entity.spans)


@pytest.mark.parametrize(
    "sentence",
    ["Bank of ", "Hale, ", "Mr ", "By: Ann Lee\nManager\n", "Hale Ltd (“A”) ", "The Clerk. Ann Lee (Clerk). "],
)
def test_linear(sentence: str) -> None:
    """Long repetitive text is read in time that grows with its length."""
    assert len(find_entities(prose(sentence * (60_000 // len(sentence))))) < 10


@pytest.mark.parametrize(
    ("text", "name", "principal"),
    [
        ("The Orla Fund was represented by Ana Ruiz.", "Ana Ruiz", "Orla Fund"),
        ("Present: Ana Ruiz (Orla Town Council), Bo Ek.", "Ana Ruiz", "Orla Town Council"),
        ("The Orla Parish Council (Ana Ruiz, Bo Ek) met.", "Ana Ruiz", "Orla Parish Council"),
        (
            "PRESENT\nAna Ruiz – Orla Fishers Union\nAnn Lee, Lune Trust (Chair)\n\nIt met.",
            "Ana Ruiz",
            "Orla Fishers Union",
        ),
        ("PRESENT\nAna Ruiz – Orla Fishers Union\nAnn Lee, Lune Trust (Chair)\n\nIt met.", "Ann Lee", "Lune Trust"),
        ("Lune Town Council: Mrs Ana Ruiz, Mr Bo Ek\nOrla Fund: Ms Han Lee\n", "Ana Ruiz", "Lune Town Council"),
        ("The Lune Court sat. Judge Ana Ruiz said no.", "Ana Ruiz", "Lune Court"),
        ("The Orla Fund, led by Ana Ruiz, paid.", "Ana Ruiz", "Orla Fund"),
        ("Orla Fund's Ana Ruiz said no.", "Ana Ruiz", "Orla Fund"),
        ("Ana Ruiz, representing Norway, spoke. Norway paid.", "Ana Ruiz", "Norway"),
        (
            "To the Orla Harbour Board\nAttn: Ms Ana Ruiz\n\nDear Ms Ruiz, we will pay.",
            "Ana Ruiz",
            "Orla Harbour Board",
        ),
        ("The Orla Fund will pay.\n\nMedia contact: Ana Ruiz, Press Officer\n", "Ana Ruiz", "Orla Fund"),
        ("The Orla Fund paid. Its member Ana Ruiz, an engineer, said so.", "Ana Ruiz", "Orla Fund"),
        ("Ana Ruiz spoke first. Ana Ruiz's lawyer, Bo Ek, who was there, said no.", "Bo Ek", "Ana Ruiz"),
    ],
)
def test_principals_beside(text: str, name: str, principal: str) -> None:
    """Rows, brackets, labels, addresses, contacts, possessives and words for acting tell whom a person acts for."""
    assert _principal(text, name) == principal


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Farah Sheikh Nuur told us so.", "Farah Sheikh Nuur"),
        ("Later Ana “Nita” Ruiz told us so.", "Ana “Nita” Ruiz"),
        ("It hired Hale, Dunn & Reilly LLP.", "Hale, Dunn & Reilly LLP"),
        ("The buyer is Orla Verktyg AB (publ).", "Orla Verktyg AB"),
        ("Rev. Bo Ek (St Mark's Church) spoke.", "St Mark's Church"),
        ("The Bund für Vogelschutz und Naturschutz e.V. signed.", "Bund für Vogelschutz und Naturschutz e.V."),
        ("The trustees heard Amina wa Njoroge, the clerk.", "Amina wa Njoroge"),
        ("Singer Ana Ruiz Vega said no.", "Ana Ruiz Vega"),
        ("Sra. Ana Ruiz left.", "Ana Ruiz"),
        ("The Lao People's Democratic Republic will pay.", "Laos"),
        ("The Bank of Orla Employees' Union met. The Bank of Orla paid.", "Bank of Orla"),
        ("The Committee RESOLVED to pay. The Committee met.", "Committee"),
    ],
)
def test_whole_names(text: str, name: str) -> None:
    """Honorifics, nicknames, commas of firms, foreign particles, trades and verbs in capitals do not break a name."""
    assert name in _entities(text)
