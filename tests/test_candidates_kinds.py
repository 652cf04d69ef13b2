"""Whether a name of unknown kind is a person's or a body's."""

from __future__ import annotations

import pytest

from summariser.candidates.entities import find_entities
from summariser.candidates.kinds import is_given
from tests.prose import prose


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ana Ruiz, who chairs Ramps Up Hale, spoke.", "Ramps Up Hale", "organisation"),
        (
            "Volunteers for Lantern Walk came. Lantern Walk, which feeds children, said so.",
            "Lantern Walk",
            "organisation",
        ),
        ("The money was promised to the Blue Fodder Drive in May.", "Blue Fodder Drive", "organisation"),
        ("A grant to Harbour Lights of €40 was made.", "Harbour Lights", "organisation"),
        ("The drivers met and Tundro agreed to pay.", "Tundro", "organisation"),
        ("The drivers met and Tundro agreed that he would pay.", "Tundro", None),
        ("The Republic of Tolo agreed to pay.", "Republic of Tolo", "state"),
        ("Tolo Ferries's Ana Ruiz said no.", "Tolo Ferries", "organisation"),
        ("Tundro boss Ana Ruiz left.", "Tundro", "organisation"),
        ("Later Tolo Mita QC left.", "Tolo Mita", "person"),
        ("Later Tolo Mita, a tutor at the Lune Institute, left.", "Tolo Mita", "person"),
        ("BabyTree Asia rose.", "BabyTree Asia", "organisation"),
        ("Then Iain McAdam rose.", "Iain McAdam", "person"),
        ("The list has Tendai Okoro on it.", "Tendai Okoro", "person"),
        ("It happened near Tendai Okoro.", "Tendai Okoro", None),
        ("A firm named Tolo Mita will pay.", "Tolo Mita", None),
        ("A man named Tolo Mita will pay.", "Tolo Mita", "person"),
        ("His name is Tolo Mita and he will pay.", "Tolo Mita", "person"),
        ("He told CNN Mita so.", "CNN Mita", None),
        ("Work began in Lane County. The county has promised to pay.", "Lane County", "organisation"),
    ],
)
def test_kinds(text: str, name: str, kind: str | None) -> None:
    """Possession, office, gifts, first names, inner capitals and acts tell; places and mere presence do not."""
    found = {entity.name: entity.kind for entity in find_entities(prose(text))}
    assert found.get(name) == kind


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tendai Okoro", True),
        ("Marie-Claire Diop", True),
        ("Grace Period", False),
        ("Tendai", False),
        ("Lune Bay", False),
    ],
)
def test_first_names(name: str, expected: bool) -> None:
    """Two words or more, the first of them a first name, are a person's name unless both are common words."""
    assert is_given(name) is expected
