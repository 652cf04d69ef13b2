"""Which sentences are needed, by their words and signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.salience import is_needed, needed_features, signs_of
from summariser.learned.linear import Linear, fitted


@pytest.mark.parametrize(
    "text",
    [
        "The whole lease lapses unless the diocese of Lisford approves it by 3 May.",
        "The levee at Port Anselm failed on 9 June and drowned 40 hectares of maize.",
        "The outage began at 6 a.m. on 4 March 2025 and left 12,000 homes in Tarn without power for two days.",
    ],
)
def test_conditions_and_events_are_needed(text: str) -> None:
    """At the head of a document, by the weights that lie with the program."""
    assert is_needed(text, signs_of(text, 1, 0.1))


@pytest.mark.parametrize(
    "text",
    [
        "I shall miss it, and you will, too.",
        "People came by boat and stood about for hours.",
        "He said that he liked the soup.",
        "Thank you all for coming here with us.",
        "It is a long story, and it is told often.",
    ],
)
def test_small_talk_and_hearsay_are_not(text: str) -> None:
    """They tell little."""
    assert not is_needed(text, signs_of(text, 20, 0.5))


def test_a_question_tells_nothing() -> None:
    """Whatever the model finds."""
    text = "When did the levee at Port Anselm fail, on 9 June 2025 or before?"
    with fitted({"needed": Linear(9.0, {})}):
        assert not is_needed(text, signs_of(text, 0, 0.0))
        assert is_needed("The levee failed.", signs_of("The levee failed.", 0, 0.0))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The grant is subject to a vote.", "governs"),
        ("No boat may land before dawn.", "governs"),
        ("Everything rests on the second ballot.", "whole"),
        ('Tarn Pulses Ltd ("the Mill") joins.', "defines"),
        ("The well is still dry.", "lasting"),
        ("They swept the yard.", "past"),
        ("We are glad.", "spoken"),
        ("According to her, the well is dry.", "reported"),
        ("The well gives 400 litres a day.", "figure"),
        ("The well was dug in May 2019.", "dated"),
    ],
)
def test_signs(text: str, sign: str) -> None:
    """Each sign is seen in words of its kind, and not in plain words; the model sees it."""
    assert getattr(signs_of(text, 9, 0.5), sign)
    assert f"sign:{sign}" in needed_features(text, signs_of(text, 9, 0.5))
    assert not getattr(signs_of("The yard is small.", 9, 0.5), sign)


def test_the_model_sees_place_and_length_in_steps() -> None:
    """Far sentences are told apart from the first ones, and long from short."""
    text = "The mill was sold."
    first, last = needed_features(text, signs_of(text, 0, 0.0)), needed_features(text, signs_of(text, 90, 0.95))
    assert {"early:0", "late:0", "length:0"} <= set(first)
    assert {"early:far", "late:5", "length:0"} <= set(last)


@given(st.text(), st.integers(0, 10_000), st.floats(0, 1))
def test_any_text(text: str, place: int, share: float) -> None:
    """No text is too odd."""
    assert is_needed(text, signs_of(text, place, share)) in (True, False)
