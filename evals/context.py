"""Context: matched by what the statement says and by what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.evals.align import assign
from summariser.evals.fields import judge_date, judge_exact
from summariser.evals.matching import Judged, match
from summariser.evals.results import Category, Pair
from summariser.evals.similarity import word_f1

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.evals.gold import GoldCommitment, GoldContext
    from summariser.evals.similarity import Stretches
    from summariser.schemas.brief import Context

__all__ = ["FLOOR", "score_context"]

FLOOR = 0.4
_CORRECT = 0.5
_REPEATS = 0.5


def score_context(
    gold: Sequence[GoldContext],
    predicted: Sequence[Context],
    commitments: Sequence[GoldCommitment],
    source: Stretches,
) -> list[Pair]:
    """Match and judge context facts.

    Similarity is the mean of the word F1 of the statements and the cosine of the evidence, or the word F1 alone where
    that is higher (the document may say a thing twice). The cosine is fair to a whole sentence where gold has a clause
    of it; the mean tells apart several facts of one sentence. COR: at least 0.5 and the evidence overlaps. PAR: at
    least 0.4, or like words that rest on another place.

    A prediction that matches no fact but rests on the words of a commitment of gold (cosine at least 0.5) tells the
    same under the other heading: it is neutral, once for each commitment.

    Args:
        gold: Context of gold.
        predicted: Context of the brief.
        commitments: Commitments of gold.
        source: The source text.

    Returns:
        Every fact of either side once.
    """
    evidence = [source.merge(item.evidence) for item in predicted]
    overlap = _overlaps(gold, evidence, source)
    similarity = [
        [
            _similarity(word_f1(label.statement, item.statement), overlap[row][column])
            for column, item in enumerate(predicted)
        ]
        for row, label in enumerate(gold)
    ]

    def judge(row: int, column: int) -> Judged:
        label, item = gold[row], predicted[column]
        fields = (judge_exact("kind", label.kind, item.kind), *judge_date("date", label.date, item.date))
        alike = similarity[row][column]
        if not overlap[row][column]:
            return Judged(Category.PAR, f"same fact ({alike:.2f}), but it rests on other words", fields)
        if alike < _CORRECT:
            return Judged(Category.PAR, f"partly the same fact ({alike:.2f})", fields)
        return Judged(Category.COR, f"same fact ({alike:.2f})", fields)

    pairs = match(
        "context", gold, predicted, similarity, judge, floor=FLOOR, location=lambda row, column: overlap[row][column]
    )
    return _forgive_repeats(pairs, predicted, commitments, _overlaps(commitments, evidence, source))


def _overlaps(
    labels: Sequence[GoldContext | GoldCommitment], evidence: Sequence[list[tuple[int, int]]], source: Stretches
) -> list[list[float]]:
    rows = [source.merge(label.evidence) for label in labels]
    return [[source.cosine(row, stretches) for stretches in evidence] for row in rows]


def _similarity(statement: float, evidence: float) -> float:
    return max(statement, (statement + evidence) / 2)


def _forgive_repeats(
    pairs: list[Pair],
    predicted: Sequence[Context],
    commitments: Sequence[GoldCommitment],
    overlap: Sequence[Sequence[float]],
) -> list[Pair]:
    """Make extras that repeat a commitment neutral."""
    extra = {pair.predicted for pair in pairs if pair.category is Category.SPU}
    repeats = [
        [value if predicted[column].id in extra else 0.0 for column, value in enumerate(values)] for values in overlap
    ]
    told = {predicted[column].id: (row, overlap[row][column]) for row, column in assign(repeats, floor=_REPEATS)}
    forgiven: list[Pair] = []
    for pair in pairs:
        if pair.category is Category.SPU and pair.predicted in told:
            row, alike = told[pair.predicted]
            near = commitments[row].id
            reason = f"tells commitment {near} as context; the same fact under the other heading, so neutral"
            update = {"counted": False, "near": near, "similarity": alike, "reason": reason}
            forgiven.append(pair.model_copy(update=update))
        else:
            forgiven.append(pair)
    return forgiven
