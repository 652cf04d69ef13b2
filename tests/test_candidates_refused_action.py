"""What is refused, told as it was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.refused_action import refused_action


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("waive the rents", "waive the rents"),
        ("not be tied to a date", "be tied to a date"),
        ("name a day, no crew having been found", "name a day"),
        ("It could not lower the toll any further", "lower the toll any further"),
        ("No, I can’t give you two years", "give you two years"),
        ("The sale of the mill, agreed in May, will not go ahead", "The sale of the mill"),
        ("The request of the guild that rents be waived has been studied and cannot be granted", "rents be waived"),
        ("not .", "not ."),
        ("close Kiln No. 2", "close Kiln No. 2"),
    ],
)
def test_a_refusal_is_told_without_its_denial(words: str, told: str) -> None:
    """The status says it; where nothing else is left, the words stay."""
    assert refused_action(words) == told


@given(st.text())
def test_any_text(words: str) -> None:
    """What is told is a part of the words."""
    assert refused_action(words) in words
