"""Commitments match by what is promised where and by whom; who is bound and with what status decides the credit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summariser.evals.commitments import score_commitments
from summariser.evals.results import Category, Counts, Pair
from summariser.evals.similarity import Stretches
from summariser.schemas import Commitment
from tests.evals_gold import TEXT, harbour, span

if TYPE_CHECKING:
    from summariser.evals.gold import GoldCommitment

CASE = harbour()
PAY, REFUSAL, STEEL = CASE.gold.commitments
RESOLVE = {party.id: party.id for party in CASE.gold.parties}
SOURCE = Stretches(TEXT)


def as_predicted(label: GoldCommitment, **changes: Any) -> Commitment:
    """The label as a prediction, with changes."""
    return Commitment.model_validate(label.model_dump(exclude={"required"}) | changes)


def judged(label: GoldCommitment, prediction: Commitment) -> Pair:
    """The pair of both, which must have been made."""
    pairs = score_commitments([label], [prediction], RESOLVE, SOURCE)
    assert len(pairs) == 1
    return pairs[0]


@pytest.mark.parametrize(
    ("changes", "category", "reason"),
    [
        ({}, Category.COR, "same status"),
        ({"to": []}, Category.COR, "same status"),
        ({"deadline": None, "amount": None, "condition": None}, Category.COR, "same status"),
        ({"by": ["p3", "p4"]}, Category.PAR, "some of those bound are wrong or missing"),
        ({"by": ["p4"]}, Category.PAR, "nobody bound is right"),
        ({"by": []}, Category.PAR, "nobody bound is right"),
        ({"by": ["p77"]}, Category.PAR, "nobody bound is right"),
        ({"status": "proposed"}, Category.PAR, "proposed is not new"),
        (
            {"by": ["p3", "p4"], "status": "earlier"},
            Category.PAR,
            "some of those bound are wrong or missing and earlier is not new",
        ),
        ({"by": ["p4"], "status": "earlier"}, Category.INC, "nobody bound is right, and earlier is not new"),
        ({"status": "declined"}, Category.INC, "the opposite: declined where gold has new"),
        ({"action": "not pay for the new bridge"}, Category.INC, "the opposite: new (not to)"),
    ],
)
def test_credit(changes: dict[str, Any], category: Category, reason: str) -> None:
    """COR needs all who are bound and the status; one of them wrong is PAR; both wrong, or the opposite, is INC."""
    pair = judged(PAY, as_predicted(PAY, **changes))
    assert pair.category is category
    assert reason in pair.reason


def test_a_refusal_and_a_negated_promise_are_the_same() -> None:
    """To say that one will not, and to refuse, differ in status only; to promise is the opposite of both."""
    negated = as_predicted(REFUSAL, action="not name a date for the tunnel", status="new")
    assert judged(REFUSAL, negated).category is Category.PAR
    assert judged(REFUSAL, as_predicted(REFUSAL, status="new")).category is Category.INC
    assert judged(REFUSAL, as_predicted(REFUSAL, status="withdrawn")).category is Category.PAR


def test_fields_are_judged_one_by_one() -> None:
    """Each field of a pair has its own outcome; silence on both sides has none."""
    pair = judged(PAY, as_predicted(PAY, amount="€24 million", condition=None, to=["p1"]))
    assert [(outcome.field, outcome.category) for outcome in pair.fields] == [
        ("by", "COR"),
        ("to", "SPU"),
        ("to", "MIS"),
        ("status", "COR"),
        ("deadline", "COR"),
        ("condition", "MIS"),
        ("amount", "INC"),
    ]
    assert {outcome.field for outcome in judged(REFUSAL, as_predicted(REFUSAL)).fields} == {"by", "status"}


def test_agreeing_on_nobody_makes_no_more_alike() -> None:
    """Where neither side names anyone the commitment is owed to, that weight falls away."""
    assert judged(REFUSAL, as_predicted(REFUSAL)).similarity == pytest.approx(1)
    assert judged(REFUSAL, as_predicted(REFUSAL, by=[])).similarity == pytest.approx(0.65 / 0.9)


def test_another_act_of_the_same_party_does_not_match() -> None:
    """Sharing who is bound does not make two commitments one."""
    other = as_predicted(PAY, action="open a school", evidence=[span(TEXT, "a survey found cracks")], to=[])
    pairs = score_commitments([PAY], [other], RESOLVE, SOURCE)
    assert Counts.of(pair.category for pair in pairs) == Counts(spu=1, mis=1)
    assert all("below the floor" in pair.reason for pair in pairs)


def test_evidence_may_be_the_whole_sentence() -> None:
    """A prediction that points at the sentence around the clause matches, even with other words for the action."""
    sentence = span(TEXT, TEXT.split("\n", maxsplit=1)[0])
    pair = judged(PAY, as_predicted(PAY, evidence=[sentence], action="finance a crossing"))
    assert pair.category is Category.COR


def test_two_undertakings_of_one_sentence_are_told_apart_by_action() -> None:
    """With the same evidence and parties, the action decides which is which."""
    second = PAY.model_copy(update={"id": "c9", "action": "widen the quay"})
    predictions = [as_predicted(second, id="a"), as_predicted(PAY, id="b")]
    pairs = score_commitments([PAY, second], predictions, RESOLVE, SOURCE)
    assert {(pair.gold, pair.predicted) for pair in pairs} == {("c1", "b"), ("c9", "a")}


def test_required_gold_is_served_before_optional() -> None:
    """Where one prediction fits both equally, the required one gets it."""
    optional = PAY.model_copy(update={"id": "c0", "required": False})
    pairs = score_commitments([optional, PAY], [as_predicted(PAY)], RESOLVE, SOURCE)
    assert Counts.of(pair.category for pair in pairs if pair.counted) == Counts(cor=1)


def test_optional_gold_is_neutral() -> None:
    """Right, wrong or missed, it enters no denominator."""
    for predictions in ([as_predicted(STEEL)], [as_predicted(STEEL, status="declined")], []):
        pairs = score_commitments([STEEL], predictions, RESOLVE, SOURCE)
        assert not any(pair.counted for pair in pairs)


def test_an_extra_beside_a_match_says_so() -> None:
    """The reason of a duplicate names the label that is taken."""
    pairs = score_commitments([PAY], [as_predicted(PAY, id="a"), as_predicted(PAY, id="b")], RESOLVE, SOURCE)
    extra = next(pair for pair in pairs if pair.category is Category.SPU)
    assert extra.near == "c1"
    assert "paired with a better one" in extra.reason
