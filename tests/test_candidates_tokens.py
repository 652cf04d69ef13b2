"""Words, numbers and marks with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.tokens import tokens_of


def lows(text: str) -> list[str]:
    return [token.low for token in tokens_of(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We’ll pay $1,450.50 by May.", ["we", "will", "pay", "$", "1,450.50", "by", "may", "."]),
        (
            "They won't, can’t and shan't go.",
            ["they", "will", "not", ",", "can", "not", "and", "shall", "not", "go", "."],
        ),
        ("Kenya's re-opened U.S mine", ["kenya", "'s", "re-opened", "u.s", "mine"]),
        ("the 30th, 5bn and 99.5%", ["the", "30th", ",", "5bn", "and", "99.5", "%"]),
        ("within thirty (30) days (of notice)", ["within", "thirty", "days", "(", "of", "notice", ")"]),
    ],
)
def test_words_numbers_and_suffixes(text: str, expected: list[str]) -> None:
    """Suffixes are tokens of their own, numbers stay whole, a number repeated in brackets is left out."""
    assert lows(text) == expected


@pytest.mark.parametrize(
    ("text", "stops"),
    [("Article 4. The Seller", True), ("CHAIR. Thank you", True), ("Mr. Brown", False), ("Acme Corp. will", False)],
)
def test_a_full_stop_that_ends(text: str, stops: bool) -> None:
    """A stop behind a number or a label ends what stands before it, one behind an abbreviation does not."""
    assert any(token.stop for token in tokens_of(text, 0, len(text))) is stops


@given(st.text(max_size=300))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    """Any text is split without fault; each token is what the text has there."""
    position = 0
    for token in tokens_of(text, 0, len(text)):
        assert position <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        position = token.end
