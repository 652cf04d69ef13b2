"""Words divided at the ends of lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.documents.formats.hyphens import Vocabulary


@pytest.mark.parametrize(
    ("above", "below", "others", "keeps"),
    [
        ("the govern-", "ment said", "", False),
        ("the govern-", "ment said", "They govern well, the ment.", True),
        ("the govern-", "ment said", "The government said so.", False),
        ("a trade-", "off was", "No trade-off is free.", True),
        ("a trade\u2010", "off was", "No trade\u2011off is free.", True),
        ("the well-", "known man", "", True),
        ("the Franco-", "German plan", "", True),
        ("COVID-", "19 cases", "", True),
        ("2031-", "based", "", True),
        ("the co-", "operation of", "Their cooperation", False),
        ("the mother-in-", "law of", "", False),
        ("-", "what", "", True),
    ],
)
def test_hyphen_is_kept_where_it_belongs_to_the_word(above: str, below: str, others: str, keeps: bool) -> None:
    """The other words of the document decide, then capitals and figures, then the usual first parts."""
    assert Vocabulary([above, below, others]).keeps_hyphen(above, below) is keeps


def test_halves_are_no_words() -> None:
    """What is left of a divided word at a line's end or start does not count as seen."""
    lines = ["it will inter-", "act with inter-", "act, they inter-", "act"]
    assert not Vocabulary(lines).keeps_hyphen(lines[0], lines[1])


@given(st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_any_lines(above: str, below: str) -> None:
    """It decides for any two lines, and a capital after the hyphen always keeps it."""
    vocabulary = Vocabulary([above, below])
    assert vocabulary.keeps_hyphen(above + "a-", below) in {True, False}
    assert vocabulary.keeps_hyphen(above + "a-", "A" + below)
