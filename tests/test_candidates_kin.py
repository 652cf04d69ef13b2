"""Relatives beside a name."""

from __future__ import annotations

import pytest

from summariser.candidates.entities import find_entities
from summariser.candidates.kin import is_relative, kin_beside
from tests.prose import prose


@pytest.mark.parametrize(
    ("before", "after", "nouns"),
    [
        ("Their son ", " left", {"son"}),
        ("His elder daughter, ", ", works in Oslo", {"daughter"}),
        ("Wife ", " said", {"wife"}),
        ("mum-of-three ", ", 41", {"mum"}),
        ("", ", her late husband,", {"husband"}),
        ("the sister company ", "", set()),
        ("the town of ", ", a port", set()),
    ],
)
def test_nouns_for_a_relative(before: str, after: str, nouns: set[str]) -> None:
    """They stand behind whose relative it is, or bare before the name."""
    assert kin_beside(before, after) == nouns


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("Ivo, 31, saw it.", True),
        ("Ivo (31) saw it.", True),
        ("The couple’s youngest, Ivo, saw it.", True),
        ("Ivo, 31 May.", False),
        ("Ivo, 40 km away.", False),
        ("Her brother, Ivo. Bo Ek, left.", False),
    ],
)
def test_whose_relative_or_how_old(text: str, relative: bool) -> None:
    """An age between commas tells a person; a date, a distance and a title that is cut short do not."""
    start = text.index("Ivo")
    assert is_relative(text, start, start + 3) is relative


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Their son Odalric said it was late.", "Odalric"),
        ("New hubby Dean, 31, was glad. “It was late,” he said.", "Dean"),
        ("Wife Maria said it was late.", "Maria"),
        ("Choreographer Kadri Ilves said it was late.", "Kadri Ilves"),
        ("Neighbour Xochil Quetz was woken. “It was late,” she said.", "Xochil Quetz"),
    ],
)
def test_persons_with_a_first_name_only_or_behind_their_trade(text: str, name: str) -> None:
    """What stands before the name at the head of a sentence is no part of it."""
    assert [(found.name, found.kind) for found in find_entities(prose(text))] == [(name, "person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shipping group Arktisk Linje called it late.", "Arktisk Linje"),
        ("We left. Brewery giant Krombek said it was late.", "Krombek"),
        ("Insurer Hale Mutual said it was late.", "Hale Mutual"),
    ],
)
def test_bodies_behind_what_they_are(text: str, name: str) -> None:
    """A noun for a body that opens the sentence tells what the name behind it is."""
    assert (name, "organisation") in [(found.name, found.kind) for found in find_entities(prose(text))]
