"""States by name, adjective and seat of government."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.states import fold, state_by_adjective, state_by_name, state_by_seat


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Peru", "Peru"),
        ("PERU", "Peru"),
        ("the Netherlands", "Netherlands"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("us", None),
        ("Turkey", "Türkiye"),
        ("People’s Republic of China", "China"),
        ("Côte d’Ivoire", "Côte d'Ivoire"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_by_name(words: str, name: str | None) -> None:
    """A state is known by any of its names, whatever their case, article and apostrophes; "us" is a pronoun."""
    state = state_by_name(words)
    assert (state.name if state else None) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Chilean", "Chile"),
        ("South Korean", "South Korea"),
        ("US", "United States"),
        ("Dutch", "Netherlands"),
        ("green", None),
    ],
)
def test_by_adjective(word: str, name: str | None) -> None:
    """An adjective, or a name in its place, leads to the state."""
    state = state_by_adjective(word)
    assert (state.name if state else None) == name


@pytest.mark.parametrize(
    ("city", "name"), [("Ankara", "Türkiye"), ("Bogotá", "Colombia"), ("Bogota", "Colombia"), ("Cusco", None)]
)
def test_by_seat(city: str, name: str | None) -> None:
    """A seat of government stands for its state; another city does not."""
    state = state_by_seat(city)
    assert (state.name if state else None) == name


def test_table() -> None:
    """Every row has a name of its own and at most four columns; no name or adjective leads to two states."""
    text = resources.files("summariser.candidates").joinpath("states.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    assert all(1 <= len(row) <= 4 and row[0] == row[0].strip() != "" for row in rows)
    for column in (lambda row: (row[0], *row[1].split(";")), lambda row: row[3].split(";")):
        owners = {(fold(word), row[0]) for row in rows for word in column(row) if word and word != "Congolese"}
        assert len({word for word, _ in owners}) == len(owners)


@given(st.text())
def test_any_text(text: str) -> None:
    """Nothing raises on any text."""
    assert state_by_name(text) is None or state_by_adjective(text) is not None
    state_by_seat(text)
