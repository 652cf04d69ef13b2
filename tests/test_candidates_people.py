"""Gender, functions and labels of persons."""

from __future__ import annotations

import pytest

from summariser.candidates.people import People, head_noun
from tests.prose import entity, prose

ROLL = (
    "Present: Dame Ruth Ekow (Chair); Ivo Penn (Vice-Chair). Witnesses: Walter Lund, president of the railroad; "
    "Anneke Lund, the mayor of Cork; Dr Nia Obi. New Zealand came as an observer. Mr. Lund sat beside the mayor."
)


def _people() -> People:
    document = prose(ROLL)
    return People(
        document.text,
        [
            entity(document, "Ruth Ekow", "person", "Dame Ruth Ekow"),
            entity(document, "Ivo Penn"),
            entity(document, "Walter Lund", "person", "Mr. Lund", role="president of the railroad"),
            entity(document, "Anneke Lund", "person", role="mayor of Cork"),
            entity(document, "Nia Obi", "person", "Dr Nia Obi"),
            entity(document, "New Zealand", "state"),
            entity(document, "World Health Organization", "organisation", "WHO"),
            entity(document, "Blue Harbour Quarterly", "organisation"),
        ],
    )


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Chair", ["Ruth Ekow"]),
        ("The CHAIR", ["Ruth Ekow"]),
        ("Ivo Penn", ["Ivo Penn"]),
        ("Mr. LUND", ["Walter Lund"]),
        ("Mayor LUND", ["Anneke Lund"]),
        ("Dr LUND", ["Walter Lund", "Anneke Lund"]),
        ("Dr Obi", ["Nia Obi"]),
        ("NEW ZEALAND", ["New Zealand"]),
        ("WHO", ["World Health Organization"]),
        ("BHQ", ["Blue Harbour Quarterly"]),
        ("Treasurer", []),
        ("Somebody", []),
    ],
)
def test_labels(label: str, names: list[str]) -> None:
    """A function means whoever holds it in the roll, a name whoever bears it; nobody else is near enough."""
    assert [found.name for found in _people().labelled(label)] == names


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Dame Ana Silva left.", "Ana Silva", "f"),
        ("Mr Silva left.", "Silva", "m"),
        ("Bo Ek, his younger brother, left.", "Bo Ek", "m"),
        ("Her sister, Bo Ek, left.", "Bo Ek", "f"),
        ("Dr Silva left.", "Silva", None),
        ("Bo Ek, who is no relation, left.", "Bo Ek", None),
    ],
)
def test_gender_is_told_by_titles_and_kin(text: str, name: str, gender: str | None) -> None:
    """Titles and words for kin tell; a name alone does not."""
    document = prose(text)
    who = entity(document, name)
    people = People(text, [who])
    assert people.gender(who) == gender
    assert people.fits(who, gender or "f")


def test_gender_of_functions() -> None:
    """A councilman is a man, a spokeswoman a woman, and a contradiction tells nothing."""
    document = prose("Ray Moss and Eve Moss left.")
    ray = entity(document, "Ray Moss", role="councilman for the Southbank")
    eve = entity(document, "Eve Moss", role="spokeswoman")
    odd = entity(document, "Moss", "person", "Mr Moss", "Mrs Moss")
    people = People(document.text, [ray, eve, odd])
    assert [people.gender(who) for who in (ray, eve, odd)] == ["m", "f", None]
    assert not people.fits(ray, "f")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ana Silva, who leads it, left.", True),
        ("said Ana Silva.", True),
        ("Ana Silva was appointed in May.", True),
        ("Ana Silva, his cousin, left.", True),
        ("They met in Las Vegas in May.", False),
    ],
)
def test_a_name_of_unknown_kind_is_a_person_where_its_neighbours_show_it(text: str, person: bool) -> None:
    """A relative clause, a verb of saying or kin shows a person; a place has none of these."""
    document = prose(text)
    name = "Ana Silva" if "Ana" in text else "Las Vegas"
    who = entity(document, name, None)
    assert People(text, [who]).is_person(who) is person
    body = entity(document, name, "organisation")
    assert not People(text, [body]).is_person(body)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("the finance minister", ["Ali Noor"]),
        ("the foreign minister", ["Eve Moss"]),
        ("the minister", ["Ali Noor", "Eve Moss"]),
        ("the deputy chair", ["Bo Ek"]),
        ("the chair", []),
        ("the Kenyan envoy", ["Ida Lund"]),
        ("the official", []),
        ("the harbour", []),
    ],
)
def test_descriptions_by_function(words: str, names: list[str]) -> None:
    """The noun, the department and the rank must agree; what fits anybody fits nobody."""
    document = prose("Ali Noor, Eve Moss, Bo Ek, Ida Lund.")
    envoy = entity(document, "Ida Lund", role="Kenyan ambassador")
    envoy.state = "Kenya"
    people = People(
        document.text,
        [
            entity(document, "Ali Noor", role="minister of finance"),
            entity(document, "Eve Moss", role="Foreign Minister"),
            entity(document, "Bo Ek", role="deputy chair of the board"),
            envoy,
        ],
    )
    assert [found.name for found in people.described(words)] == names


def test_an_owner_must_be_the_persons_own() -> None:
    """`Acme's chairman` is not the chairman of Bolt."""
    document = prose("Acme, Bolt, Ali Noor.")
    acme, bolt = entity(document, "Acme", "organisation"), entity(document, "Bolt", "organisation")
    noor = entity(document, "Ali Noor", role="chairman of Bolt")
    noor.affiliation = "Bolt"
    people = People(document.text, [acme, bolt, noor])
    assert people.described("Acme's chairman", [acme]) == []
    assert people.described("Bolt's chairman", [bolt]) == [noor]


def test_bearers_of_a_name() -> None:
    """A surname with or without title means its bearer; a function or a small letter is no name."""
    people = _people()
    assert [who.name for who in people.bearing("Obi")] == ["Nia Obi"]
    assert [who.name for who in people.bearing("Mr Lund")] == ["Walter Lund"]
    assert [who.name for who in people.bearing("Ivo Penn")] == ["Ivo Penn"]
    assert people.bearing("the mayor") == people.bearing("Nobody") == people.bearing("") == []


def test_head_noun() -> None:
    """The last noun for a function before a preposition or a clause."""
    assert head_noun("Acme's chief executive") == "executive"
    assert head_noun("the minister of trade") == "minister"
    assert head_noun("the woman who leads the council's chair") == "woman"
    assert head_noun("the harbour") is None


@pytest.mark.parametrize(
    ("label", "names"), [("ESR", ["Émile Silva-Reis"]), ("ER", ["Émile Silva-Reis"]), ("TV", []), ("AO", [])]
)
def test_initials_as_labels(label: str, names: list[str]) -> None:
    """Initials with those of a double name or without, accents left out; of two persons they tell neither."""
    document = prose("Émile Silva-Reis, Ada Okoro and Ana Ortiz met. ESR: I am here.")
    entities = [entity(document, name) for name in ("Émile Silva-Reis", "Ada Okoro", "Ana Ortiz")]
    people = People(document.text, [*entities, entity(document, "ESR", "organisation")])
    found = people.labelled(label)
    assert [found_one.name for found_one in found if len(found) == 1] == names
