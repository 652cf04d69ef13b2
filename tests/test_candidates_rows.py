"""Names told by the rows of a table."""

from __future__ import annotations

import pytest
from hypothesis import given

from summariser.candidates.rows import find_rows
from tests.prose import PROSE, prose

GRANTS = "The clerk noted these grants:\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{GRANTS}  Hale Boat Shed ........ €2,400\n", [("Hale Boat Shed", "organisation")]),
        (f"{GRANTS}  Lune Rowing Club    £900\n  TOTAL    £900\n", [("Lune Rowing Club", "organisation")]),
        (f"{GRANTS}  Ms Ana Ruiz ........ $40\n", [("Ana Ruiz", "person")]),
        ("Pledges received:\n\n- Tamba Relief Fund: USD 4,000\n", [("Tamba Relief Fund", "organisation")]),
        (f"{GRANTS}  Road Repairs ........ €2,400\n", []),
        (f"{GRANTS}  chairs and tables ....... €2,400\n", []),
        ("Menu\n\n  Hale Boat Pie ........ €24\n", []),
    ],
)
def test_amounts(text: str, found: list[tuple[str, str]]) -> None:
    """A name before an amount is whose it is where grants or pledges are listed; items of a budget are nobody."""
    assert [(mention.name, mention.kind) for mention in find_rows(prose(text))] == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Cr Ana Ruiz      Shire President (in the chair)", ("Ana Ruiz", "Shire President")),
        ("Tendai Okoro\tTown Clerk", ("Tendai Okoro", "Town Clerk")),
        ("Dr Bo Ek      Lake Orla", None),
        ("Lake Orla      Town Clerk", None),
        ("Cr Ana Ruiz, Town Clerk", None),
    ],
)
def test_offices(row: str, found: tuple[str, str] | None) -> None:
    """In a row of names and offices, the office is that of the person before it."""
    mentions = find_rows(prose(f"ATTENDANCE\n   {row}\n"))
    assert [(mention.name, mention.role) for mention in mentions] == ([found] if found else [])


@given(PROSE)
def test_any_text(text: str) -> None:
    """Every name found stands at its place."""
    for mention in find_rows(prose(text)):
        assert text[mention.start : mention.end] == mention.text
