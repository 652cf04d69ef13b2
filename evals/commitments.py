"""Commitments: matched by evidence, action and parties; judged by who is bound and with what status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.evals.fields import judge_amount, judge_date, judge_exact, judge_references, judge_text
from summariser.evals.matching import Judged, match
from summariser.evals.results import Category, FieldOutcome, Pair
from summariser.evals.similarity import dice, is_negated, word_f1

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.evals.gold import GoldCommitment
    from summariser.evals.similarity import Stretches
    from summariser.schemas.brief import Commitment

__all__ = ["FLOOR", "score_commitments"]

FLOOR = 0.4
_EVIDENCE, _ACTION, _BY, _TO = 0.35, 0.30, 0.25, 0.10
_REFUSED = frozenset({"declined", "withdrawn"})


def score_commitments(
    gold: Sequence[GoldCommitment],
    predicted: Sequence[Commitment],
    resolve: Mapping[str, str],
    source: Stretches,
) -> list[Pair]:
    """Match and judge commitments.

    Similarity = 0.35 evidence (cosine of shared letters) + 0.30 action (word F1) + 0.25 `by` + 0.10 `to` (F1 of the
    sets). Where neither side names anyone the commitment is owed to, the last weight falls away, since agreeing on
    nothing makes two commitments no more alike.

    COR: the same parties are bound and the status is the same. PAR: those bound are right in part, or the status alone
    is wrong, or nobody bound is right but the status is. INC: nobody bound is right and the status is wrong, or the
    brief says the opposite. A commitment is to do something unless its action is negated or its status is a refusal
    (declined, withdrawn); where both hold, they cancel out: "will not buy" and a refusal to buy are the same, "will
    buy" is the opposite of either.

    Args:
        gold: Commitments of gold.
        predicted: Commitments of the brief.
        resolve: Predicted party id to gold party id.
        source: The source text.

    Returns:
        Every commitment of either side once.
    """
    gold_evidence = [source.merge(item.evidence) for item in gold]
    evidence = [source.merge(item.evidence) for item in predicted]
    overlap = [[source.cosine(left, right) for right in evidence] for left in gold_evidence]
    by = [_resolved(item.by, resolve) for item in predicted]
    to = [_resolved(item.to, resolve) for item in predicted]
    similarity = [
        [
            _similarity(
                overlap[row][column],
                word_f1(label.action, item.action),
                dice(frozenset(label.by), by[column]),
                dice(frozenset(label.to), to[column]) if label.to or item.to else None,
            )
            for column, item in enumerate(predicted)
        ]
        for row, label in enumerate(gold)
    ]
    return match(
        "commitments",
        gold,
        predicted,
        similarity,
        lambda row, column: _judge(gold[row], predicted[column], resolve),
        floor=FLOOR,
        location=lambda row, column: overlap[row][column],
    )


def _resolved(references: Sequence[str], resolve: Mapping[str, str]) -> frozenset[str]:
    """Gold ids; a party that gold does not know keeps a name of its own, so that it weighs as an error."""
    return frozenset(resolve.get(reference, f"?{reference}") for reference in references)


def _similarity(evidence: float, action: float, by: float, to: float | None) -> float:
    whole = _EVIDENCE * evidence + _ACTION * action + _BY * by
    return whole / (1 - _TO) if to is None else whole + _TO * to


def _judge(gold: GoldCommitment, item: Commitment, resolve: Mapping[str, str]) -> Judged:
    by = judge_references("by", gold.by, item.by, resolve)
    status = judge_exact("status", gold.status, item.status)
    fields: tuple[FieldOutcome, ...] = (
        *by,
        *judge_references("to", gold.to, item.to, resolve),
        status,
        *judge_date("deadline", gold.deadline, item.deadline),
        *judge_text("condition", gold.condition, item.condition),
        *judge_amount("amount", gold.amount, item.amount),
    )
    right = sum(outcome.category is Category.COR for outcome in by)
    all_right = right == len(by)
    same_status = status.category is Category.COR
    if _affirms(gold) != _affirms(item):
        return Judged(Category.INC, f"the opposite: {_told(item)} where gold has {_told(gold)}", fields)
    if all_right and same_status:
        return Judged(Category.COR, "same undertaking, same parties bound, same status", fields)
    if not right and not same_status:
        return Judged(Category.INC, f"nobody bound is right, and {item.status} is not {gold.status}", fields)
    faults = [
        *([] if all_right else ["some of those bound are wrong or missing" if right else "nobody bound is right"]),
        *([] if same_status else [f"{item.status} is not {gold.status}"]),
    ]
    return Judged(Category.PAR, "same undertaking, but " + " and ".join(faults), fields)


def _affirms(item: Commitment) -> bool:
    return is_negated(item.action) == (item.status in _REFUSED)


def _told(item: Commitment) -> str:
    return f"{item.status}{' (not to)' if is_negated(item.action) else ''}"
