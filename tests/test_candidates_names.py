"""Proper names in sentences: where they begin and end, and what their words tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.names import Mention, find_mentions
from tests.prose import prose


def _names(text: str) -> list[str]:
    return [mention.name for mention in find_mentions(prose(text))]


def _one(text: str, name: str) -> Mention:
    return next(mention for mention in find_mentions(prose(text)) if mention.name == name)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("On Monday Ostrava Glass Co., Ltd. signed the lease.", "Ostrava Glass Co., Ltd.", "organisation"),
        ("Yesterday Birch Lake Storage, Inc. bought the site.", "Birch Lake Storage, Inc.", "organisation"),
        ("The buyer is Maree Holdings plc of Leith.", "Maree Holdings plc", "organisation"),
        ("It sued Cobre Lindo, S.A. de C.V. in May.", "Cobre Lindo, S.A. de C.V.", "organisation"),
        ("It sued Groupe Maree inc. in May.", "Groupe Maree inc.", "organisation"),
        ("It sued Finch Brothers (Pty) Ltd in May.", "Finch Brothers (Pty) Ltd", "organisation"),
        ("It hired Pryce & Daughters LLP last year.", "Pryce & Daughters LLP", "organisation"),
        ("Members of the Fruit and Berry Exporters Board met.", "Fruit and Berry Exporters Board", "organisation"),
        ("He wrote to the Ministry of Roads and Inland Ports.", "Ministry of Roads and Inland Ports", "organisation"),
        (
            "She leads the Department for Ports, Fisheries and Coastal Safety.",
            "Department for Ports, Fisheries and Coastal Safety",
            "organisation",
        ),
        ("THE COMMITTEE ON PORTS, ROADS AND CANALS met.", "COMMITTEE ON PORTS, ROADS AND CANALS", "organisation"),
        ("It sued Finch Quarries (NI) Ltd in May.", "Finch Quarries (NI) Ltd", "organisation"),
        ("It paid Finch Toys Pte. Ltd. in May.", "Finch Toys Pte. Ltd.", "organisation"),
        ("It met the All Peru Students' Union in May.", "All Peru Students' Union", "organisation"),
        ("It met the Shire of Finch East in May.", "Shire of Finch East", "organisation"),
        ("A letter from Siti Finch binte Omar arrived.", "Siti Finch binte Omar", None),
        ("It was told by the Shepherds’ Alliance to wait.", "Shepherds’ Alliance", "organisation"),
        ("It gave the Women's Cooperative a loan.", "Women's Cooperative", "organisation"),
        ("Local 12 of the Allied Rail Workers agreed.", "Local 12 of the Allied Rail Workers", "organisation"),
        ("He wrote to the Office of the Auditor General.", "Office of the Auditor General", "organisation"),
        ("It was built for the Queen Astrid Hospital.", "Queen Astrid Hospital", "organisation"),
        ("The Kingdom of Norway will pay.", "Kingdom of Norway", "state"),
        ("The Government of the Republic of Chad will pay.", "Government of the Republic of Chad", "state"),
        ("Grants come from the State of Nevada alone.", "State of Nevada", "state"),
        ("Leaders of the C5+1 met on Friday.", "C5+1", "group"),
        ("An appeal by Malika Ergashqo‘ziyeva failed.", "Malika Ergashqo‘ziyeva", None),
        ("A letter from Dr. T. Okafor arrived.", "T. Okafor", "person"),
    ],
)
def test_bounds_and_kind(text: str, name: str, kind: str | None) -> None:
    """A name runs over what joins its words, commas before a legal form and owners inside it; its words tell the kind."""
    assert _one(text, name).kind == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was agreed by Brazil and the Andean Bank.", ["Brazil", "Andean Bank"]),
        (
            "Orla Trading and Finch Holdings agreed. Orla Trading paid.",
            ["Orla Trading", "Finch Holdings", "Orla Trading"],
        ),
        ("Peru's Congress met the Ministry of Mines and Energy.", ["Peru", "Congress", "Ministry of Mines and Energy"]),
        ("He read Civil Engineering under the title “Silent Water Trust”.", []),
        ("It won Charity of the Year, and costs RM 40 or GST 4.", []),
        ("He sold Maree Holdings plc of Leith to Finch Ltd.", ["Maree Holdings plc", "Leith", "Finch Ltd."]),
        (
            "A meeting of Union Bank CEO Ada Bell and Delta Bank CEO Cy Dunn failed.",
            ["Union Bank", "Ada Bell", "Delta Bank", "Cy Dunn"],
        ),
    ],
)
def test_two_names_stay_two(text: str, names: list[str]) -> None:
    """`and` between names that stand alone, a possessive and a legal form end a name."""
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "name", "role", "state", "owner"),
    [
        ("The US Ambassador to Peru Ann Lee left.", "Ann Lee", "US Ambassador to Peru", "United States", None),
        (
            "South Korean Trade Minister Han Bo-ra left.",
            "Han Bo-ra",
            "South Korean Trade Minister",
            "South Korea",
            None,
        ),
        ("Deputy Prime Minister Ana Ruiz left.", "Ana Ruiz", "Deputy Prime Minister", None, None),
        ("Minister of Mines Ana Ruiz Vega left.", "Ruiz Vega", "Minister of Mines Ana", None, None),
        ("Orla Media Group CEO Ann Lee left.", "Ann Lee", "Orla Media Group CEO", None, "Orla Media Group"),
        ("Judge Ann Lee left.", "Ann Lee", "Judge", None, None),
        ("Mr Lee left.", "Lee", None, None, None),
    ],
)
def test_titles(text: str, name: str, role: str | None, state: str | None, owner: str | None) -> None:
    """A title before a name is its role and no part of the name; its adjective and the body in it are told apart."""
    mention = _one(text, name)
    assert (mention.kind, mention.role, mention.state, mention.owner) == ("person", role, state, owner)


def test_title_alone() -> None:
    """An office without a name is marked as such; the body it is of is a name of its own."""
    found = {
        mention.name: mention for mention in find_mentions(prose("It was read by the Governor of the Bank of Chad."))
    }
    assert found["Governor of the Bank of Chad"].office
    assert found["Bank of Chad"].kind == "organisation"


def test_plural_title() -> None:
    """A title in the plural holds for every name of its list, and for none behind it."""
    text = "There were Senators Ruiz, Lee of Ohio, and Okoro. Then Maree spoke."
    roles = {mention.name: mention.role for mention in find_mentions(prose(text))}
    assert (roles["Ruiz"], roles["Lee"], roles["Okoro"], roles["Maree"]) == ("Senator", "Senator", "Senator", None)


@pytest.mark.parametrize(
    "text",
    [
        "RECALLING the pledge of last year; NOTING its cost;",
        "It costs EUR 40 or USD 44 a tonne, or NOK 300 million in all.",
        "See Part III and Article IV.",
        "Laughter. [Applause.] Scientists warned of it. Dams were left out. Estimates vary.",
        "In May, on Monday, it rained. June came.",
        "The Treaty of Lima, the Oslo Accords and the Clean Rivers Act stand.",
        "The Turkish request was refused, and the Norwegians left.",
        "A US$40 fee was paid.",
        "By Ann Lee, Daily Herald",
        "It rained. (Reporting by Ann Lee; editing by Bo Ek)",
    ],
)
def test_no_names(text: str) -> None:
    """Capitals of ordinary words, numerals, currencies, months, nationalities, documents and credits name no party."""
    kinds = [(m.name, m.kind) for m in find_mentions(prose(text)) if m.kind is not None]
    assert kinds == []


def test_headlines() -> None:
    """In capitals or title case only states, companies and bodies that fill their line are names."""
    text = "KINGDOM OF NORWAY\n\nORLA HARBOUR COUNCIL\n\nMINISTERS AND NURSES SETTLE LONG DISPUTE\n\n1. FEES\n\nIt was agreed."
    assert _names(text) == ["KINGDOM OF NORWAY", "ORLA HARBOUR COUNCIL"]


def test_columns() -> None:
    """A wide gap inside a line ends a name."""
    assert _names("It lists Ann Lee      Bo Ek together.") == ["Ann Lee", "Bo Ek"]


@given(st.text(alphabet=st.sampled_from("AaBb Mr. of&and the’'(),“”:\n-S12Éß‘ʻ"), max_size=120) | st.text(max_size=120))
def test_any_text(text: str) -> None:
    """Nothing raises on any text, and every mention is the characters between its offsets."""
    document = prose(text)
    for mention in find_mentions(document):
        assert 0 <= mention.full_start <= mention.start < mention.end <= len(document.text)
        assert document.text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ana Reis, Minister of Ports", ["Ana Reis"]),
        ("EVIDENCE OF ANA REIS", ["ANA REIS"]),
        ("Ana Reis to Leave Port", ["Ana Reis"]),
        ("Remarks by Governor Ana Reis at the Dinner", ["Ana Reis"]),
        ("Ana Reis", []),
        ("Ana Reis, Oslo", []),
        ("Story: Ana Reis", []),
        ("Ana Reis Opens New Quay", []),
        ("Rose Garden Opens", []),
        ("Geneva Pledge, Kenya Fund", []),
        ("Jordan Valley to Get a Port", []),
    ],
)
def test_persons_in_headlines(line: str, names: list[str]) -> None:
    """A first name at the edge of a line, behind "by" or with a function is a person's; a byline is not."""
    assert _names(f"{line}\n\nThe weather was fine that day, and nobody saw it.\n") == names


@pytest.mark.parametrize(
    "text",
    [
        "The mv Maid of Hale sails on Monday. The Maid of Hale is to carry cars.",
        "The ship, the Maid of Hale, sails on Monday. The crew of the Maid of Hale met Bo Ek.",
        "HMS Ardent left on Monday. Ardent will be back in May.",
    ],
)
def test_ships_are_no_parties(text: str) -> None:
    """A name that is given to a ship once is a ship's wherever it stands."""
    assert {name for name in _names(text) if name != "Bo Ek"} == set()


def test_what_only_begins_as_a_ship_is_kept() -> None:
    """`the ferry company`, and a body with the name of a ship in its own."""
    assert _names("The ferry company Hale Lines owns the ferry, the Lady of Moil. Lady Gwen Moil runs it.") == [
        "Hale Lines",
        "Gwen Moil",
    ]


def test_accents_that_are_characters_of_their_own() -> None:
    """A name with combining accents is one name."""
    document = prose("Mr Bọ́lá Adébáyọ̀-Finch spoke. Mr Adébáyọ̀-Finch left.")
    assert {m.name for m in find_mentions(document)} == {"Bọ́lá Adébáyọ̀-Finch", "Adébáyọ̀-Finch"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A name elsewhere is one at the head of a sentence too, whatever it ends in; so is a state.
        ("The city met Rovers on Monday. Rovers will pay.", ["Rovers", "Rovers"]),
        ("The fund thanked Garrity. Garrity Home Stores will pay.", ["Garrity", "Garrity Home Stores"]),
        ("They all met. Italy paid.", ["Italy"]),
        # An address says nothing about how a word is written.
        ("We met Acme. Acme paid, says info@acme.example or www.acme.example.", ["Acme", "Acme"]),
        # A year counts nothing.
        ("In 2021 Halvorsen paid.", ["Halvorsen"]),
        ("It makes 20 Megawatts.", []),
        # Two states make an adjective, a state and a surname make a name.
        ("He met Ito-Lao there.", ["Ito-Lao"]),
        ("The US-Lao talks failed.", []),
    ],
)
def test_single_words(text: str, names: list[str]) -> None:
    """Where a capital alone does not tell."""
    assert _names(text) == names
