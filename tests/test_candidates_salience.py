"""Which sentences are needed, by their signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.salience import LEAST, WEIGHTS, Signs, is_needed, signs_of, weight_of


@pytest.mark.parametrize(
    "text",
    [
        "The whole lease lapses unless the diocese of Lisford approves it by 3 May.",
        "The sale of the Orrin mill must still be approved by its 900 members.",
        "The transfer takes effect only when the harbour board of Tarn has paid $4 million.",
        "The levee at Port Anselm failed on 9 June and drowned 40 hectares of maize.",
        'The growers hold 51 per cent of Tarn Pulses Ltd (the "Mill"), and the state 49.',
    ],
)
def test_conditions_events_figures_and_definitions_are_needed(text: str) -> None:
    """Wherever they stand in the document."""
    assert is_needed(signs_of(text, 20, 0.5))


@pytest.mark.parametrize(
    "text",
    [
        "I shall miss it, and you will, too.",
        "People came by boat and stood about for hours.",
        "He said that he liked the soup.",
        "When did the levee at Port Anselm fail, on 9 June 2025 or before?",
        "Thank you all for coming here with us.",
        "It is a long story, and it is told often.",
    ],
)
def test_small_talk_questions_and_hearsay_are_not(text: str) -> None:
    """They tell little, and a question tells nothing."""
    assert not is_needed(signs_of(text, 20, 0.5))


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
    """Each sign is seen in words of its kind, and not in plain words."""
    assert getattr(signs_of(text, 9, 0.5), sign)
    assert not getattr(signs_of("The yard is small.", 9, 0.5), sign)


def test_place_counts() -> None:
    """The same words weigh more at the head than at the end."""
    text = "The mill was sold."
    assert weight_of(signs_of(text, 0, 0.0)) > weight_of(signs_of(text, 30, 0.9))


def test_weight_is_the_sum_of_the_weighed_signs() -> None:
    """No sign acts on another."""
    assert weight_of(Signs(*[1.0] * len(WEIGHTS))) == pytest.approx(sum(WEIGHTS))
    assert weight_of(Signs(*[0.0] * len(WEIGHTS))) < LEAST


@given(st.text(), st.integers(0, 10_000), st.floats(0, 1))
def test_any_text(text: str, place: int, share: float) -> None:
    """No text is too odd."""
    assert is_needed(signs_of(text, place, share)) in (True, False)
