"""Words that show a sentence to be somebody's own."""

from __future__ import annotations

import pytest

from summariser.candidates.first_person import addresses, first_person, here_and_now


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("We won.", True),
        ("In the end I’m glad.", True),
        ("It is our loss.", True),
        ("After World War I the border moved.", False),
        ("The US said so.", False),
        ("They won.", False),
    ],
)
def test_first_person(words: str, own: bool) -> None:
    """Pronouns count, the numeral I and the letters US do not."""
    assert first_person(words) is own


def test_addressed_and_pointed_at() -> None:
    """The second person and a question address; "this" and "tonight" point at where the words are said."""
    assert addresses("Will it rain?")
    assert addresses("Thank you.")
    assert not addresses("It rained.")
    assert here_and_now("There is a date this time.")
    assert not here_and_now("There was a date.")
