"""Words as features."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.learned.words import phrases, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mill will pay $4.5 million.", ["the", "mill", "will", "pay", "$", "<N>", "million", "."]),
        ("It told Ama Osei and Kenya, I hear", ["it", "told", "<P>", "and", "<P>", ",", "i", "hear"]),
        ("we won’t", ["we", "won't"]),
        ("won't", ["won't"]),
        ("", []),
    ],
)
def test_names_and_numbers_are_masked(text: str, words: list[str]) -> None:
    """The first word is no name for its capital."""
    assert words_of(text) == words


def test_phrases() -> None:
    """Words, stems, and runs of two and three, with a prefix where one is given."""
    assert set(phrases(["agreed", "to", "pay"], "b")) == {
        "b1:agreed", "b1:to", "b1:pay", "bs:agre", "bs:to", "bs:pay", "b2:agreed to", "b2:to pay", "b3:agreed to pay",
    }  # fmt: skip


@given(st.text())
def test_any_text(text: str) -> None:
    """No text is too odd, and none gives an empty word."""
    assert all(words_of(text))
    assert len(list(phrases(words_of(text)))) <= 4 * len(words_of(text))
