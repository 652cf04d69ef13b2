"""Speech that a dash opens."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from summariser.candidates.dashed_speech import find_dashed
from tests.prose import PROSE, said, whose


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "—Nobody knew us —recalls Ida Lund—. By noon they all did.",
            [("Nobody knew us | By noon they all did.", "recalls Ida Lund")],
        ),
        ("—Are you sure of that? —asked Ida Lund.", [("Are you sure of that?", "asked Ida Lund")]),
        (
            "–We are late again –said Ida Lund, the mayor–, and it rains.",
            [("We are late again | and it rains.", "said Ida Lund")],
        ),
        ("— We are late again — said Ida Lund.", []),
        ("—We are late again —or so it seemed—. It rains.", []),
        ("—END—", []),
    ],
)
def test_a_dash_opens_speech_that_is_attributed_between_dashes(text: str, quotes: list[tuple[str, str]]) -> None:
    """No space stands behind the dash, and a verb of saying opens the aside; else the dash is one of a list."""
    assert said(text) == quotes


def test_who_speaks_behind_a_dash() -> None:
    """A function and a pronoun in the aside mean the person named before."""
    text = "With her was the notary Ida Lund.\n\n—Nobody knew us there —recalls the notary—. It rained.\n"
    assert whose(text) == ["Ida Lund"]


@given(PROSE)
def test_pieces_lie_inside_any_text(text: str) -> None:
    """On arbitrary Unicode nothing raises, and the pieces come in order."""
    found = find_dashed(text, 0, len(text))
    position = 0
    for start, end in found.spans if found else ():
        assert position <= start < end <= len(text)
        position = end


def test_time_is_linear() -> None:
    """Many dashes in one paragraph are each looked at once."""
    text = "—We" + " —a b c" * 40_000
    started = time.perf_counter()
    find_dashed(text, 0, len(text))
    assert time.perf_counter() - started < 5
