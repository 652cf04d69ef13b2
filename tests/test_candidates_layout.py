"""Names told by the layout of a document."""

from __future__ import annotations

import pytest
from hypothesis import given

from summariser.candidates.layout import ROLL, find_case_parties, find_signatures, is_personal
from summariser.candidates.spans import outside
from tests.prose import PROSE, prose


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("By: /s/ Ana Ruiz\n", [("Ana Ruiz", None, "")]),
        (
            "For Peru: Ana Ruiz (Chair)     For Chile: Bo Ek\n",
            [("Ana Ruiz", "Chair", "Peru"), ("Bo Ek", None, "Chile")],
        ),
        ("for ORLA LTD: Ana Ruiz, sole director\n", [("Ana Ruiz", "sole director", "ORLA LTD")]),
        ("Dr Ana Ruiz\nDirector of Ports\n", [("Ana Ruiz", "Director of Ports", "")]),
        (
            "ORLA LTD            BIRCH LTD\n\nAna Ruiz            Bo Ek\nManager             Chief Clerk\n",
            [("Ana Ruiz", "Manager", "ORLA LTD"), ("Bo Ek", "Chief Clerk", "BIRCH LTD")],
        ),
        (
            "For and on behalf of the Orla Fund:\n\n__________\nName: Ana Ruiz\nTitle: Director\n",
            [("Ana Ruiz", "Director", "Orla Fund")],
        ),
        (
            "For the Institute for\nRoot Crops\n\nAna Ruiz\nDirector\n",
            [("Ana Ruiz", "Director", "Institute for Root Crops")],
        ),
        ("Ana Ruiz\nManager | Orla Water Ltd\n", [("Ana Ruiz", "Manager", "Orla Water Ltd")]),
        ("Lake Orla\nA manager wrote it.\n", []),
        ("By: Monday\n", []),
    ],
)
def test_signatures(text: str, signed: list[tuple[str, str | None, str]]) -> None:
    """Those who sign are told by `By:`, `For …:` or the office under the name, in columns too."""
    assert [(m.name, m.role, m.owner) for m in find_signatures(prose(text))] == signed


def test_case_parties() -> None:
    """Names beside the designations of a case are its parties; an article is no part of the name."""
    text = "THE PORT DIRECTORATE          Applicant\n\n   and\n\nORLA CEMENT LIMITED     First Respondent\nANA RUIZ   Second Respondent\n"
    found = [(m.name, m.kind, designation) for m, designation in find_case_parties(prose(text))]
    assert found == [
        ("PORT DIRECTORATE", "organisation", "Applicant"),
        ("ORLA CEMENT LIMITED", "organisation", "First Respondent"),
        ("ANA RUIZ", "person", "Second Respondent"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Ana Ruiz", True), ("Dr Ana Ruiz", True), ("Bill Hale", True), ("Finance Bill", False), ("Orla Council", False)],
)
def test_personal_names(words: str, expected: bool) -> None:
    """A first name is one even where it is a common noun too; what tells a body or a thing is no name."""
    assert is_personal(words) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Present: A", True),
        ("COUNCIL PRESENT: A", True),
        ("In attendance:  A", True),
        (": A", False),
        ("Presents: A", False),
    ],
)
def test_roll(line: str, *, expected: bool) -> None:
    """A roll begins with a label of its own."""
    assert (ROLL.match(line) is not None) is expected


@given(PROSE)
def test_any_text(text: str) -> None:
    """Nothing raises on any text, and mentions are the characters between their offsets."""
    document = prose(text)
    for mention in (*find_signatures(document), *(mention for mention, _ in find_case_parties(document))):
        assert text[mention.start : mention.end] == mention.text != ""


def test_outside() -> None:
    """Items that touch a span are left out, spans that hold others included."""
    document = prose("By: /s/ Ana Ruiz\n\nBy: /s/ Bo Ek\n")
    first, second = find_signatures(document)
    assert outside([second, first], [(0, 12), (2, 3)]) == [second]
    assert outside([second, first], [(first.end, second.start)]) == [first, second]
