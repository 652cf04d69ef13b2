"""When two commitments tell the same."""

from __future__ import annotations

import pytest

from summariser.pipeline.repeats import is_repeat, merge
from summariser.schemas import Commitment, DateRange, Span

SPAN = Span(start=0, end=3, text="abc")


def commitment(action: str, status: str = "new", **fields: object) -> Commitment:
    values = {"id": "", "by": ["p1"], "action": action, "status": status, "evidence": [SPAN], **fields}
    return Commitment.model_validate(values)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("build a road to the lake", "build a road to the lake", True),
        ("build a road to the northern lake", "build a road to the lake", True),
        ("build a road", "sell a mine", False),
        ("plant 400 trees in the north", "plant 900 trees in the north", False),
        ("sell the port of Elder", "not sell the port of Elder", False),
        ("pay the fee", "pay the toll", False),
    ],
)
def test_acts_that_are_the_same(one: str, other: str, same: bool) -> None:
    """Nearly the same words tell the same act; other numbers, a denial or one shared verb do not."""
    assert is_repeat(commitment(one), commitment(other)) is same


def test_other_parties_outcomes_or_dates_are_other_commitments() -> None:
    """What another is bound to, what was refused, and what is due on another day is told apart."""
    one = commitment("build a road to the lake")
    assert not is_repeat(one, commitment("build a road to the lake", by=["p2"]))
    assert not is_repeat(one, commitment("build a road to the lake", "declined"))
    may, june = (DateRange(text=month) for month in ("by May", "by June"))
    assert not is_repeat(one.model_copy(update={"deadline": may}), one.model_copy(update={"deadline": june}))
    assert is_repeat(one, commitment("build a road to the lake", "reaffirmed"))


def test_what_is_merged() -> None:
    """The first keeps its own words and takes evidence, missing fields and a restatement from the second."""
    one = commitment("build a road")
    span = Span(start=9, end=12, text="xyz")
    merge(one, commitment("build a road", "reaffirmed", amount="$9m", to=["p2"], evidence=[SPAN, span]))
    assert (one.status, one.amount, one.to, one.evidence) == ("reaffirmed", "$9m", ["p2"], [SPAN, span])
