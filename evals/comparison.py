"""Intervals of a run and the comparison of two runs, part by part."""

from __future__ import annotations

from math import fsum, sqrt
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from summariser.errors import InputError
from summariser.evals.results import PARTS, Part, Tally
from summariser.evals.statistics import holm, jackknife, mean_of_f1, paired_permutation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.evals.results import Scores

__all__ = ["Comparison", "Difference", "Interval", "RunIntervals", "compare_scores", "score_intervals"]

# By the normal approximation a two-sided test at 5 % finds 2.8 standard errors (1.96 + 0.84) four times in five. The
# swap test is less keen on few documents: simulated with 14 to 80, it is its one-sided p that does (78 to 85 %).
_DETECTABLE = 2.8


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True)


class Interval(_Result):
    """A score with its confidence bounds."""

    estimate: float = Field(description="Micro-F1, 0 to 1, of the counts averaged over epochs.")
    low: float | None = Field(description="Lower bound, or null where fewer than two documents hold anything.")
    high: float | None
    documents: int = Field(description="Documents that hold anything of this part.")
    between_epochs: float | None = Field(
        description="Standard deviation of micro-F1 from run to run; null for one run."
    )


class RunIntervals(_Result):
    """The scores of a run with their bounds; a part that is empty everywhere is null."""

    level: float
    strict: bool
    epochs: int
    parts: dict[Part, Interval | None]
    overall: Interval | None


class Difference(_Result):
    """How a candidate differs from a baseline in one part or overall. Null where either holds nothing."""

    baseline: float | None
    candidate: float | None
    difference: float | None = Field(description="Candidate minus baseline.")
    low: float | None = Field(description="Lower bound of the difference (paired jackknife).")
    high: float | None
    p_lower: float | None = Field(description="One-sided, that the candidate is lower.")
    p_lower_holm: float | None = Field(description="The same corrected over the parts; null for the overall score.")
    p_two_sided: float | None
    documents: int = Field(description="Documents that hold anything of this part.")
    differing: int = Field(description="Documents whose counts differ.")
    smallest_p: float = Field(description="The least one-sided p that so many differing documents can give.")
    reachable: bool = Field(description="False where even that is above alpha: significance cannot be reached.")
    detectable: float | None = Field(
        description="The drop that `p_lower` finds at 5 % four times in five, uncorrected: 2.8 standard errors."
    )


class Comparison(_Result):
    """Two runs over the same documents."""

    strict: bool
    alpha: float
    level: float
    parts: dict[Part, Difference]
    overall: Difference

    @property
    def reachable(self) -> bool:
        """False where no part, after Holm's correction, could come out significant at `alpha`."""
        tested = [part for part in self.parts.values() if part.difference is not None]
        return any(part.smallest_p * len(tested) <= self.alpha for part in tested)


def score_intervals(epochs: Sequence[Scores], *, strict: bool = False, level: float = 0.95) -> RunIntervals:
    """Scores of a run with confidence bounds.

    Args:
        epochs: The scores of each epoch of the run, over the same documents.
        strict: Strict or lenient credit.
        level: Of the intervals.

    Raises:
        InputError: There is no epoch, or the epochs are of other documents.
    """
    documents = _tallies(epochs, strict=strict)
    each = [_tallies([epoch], strict=strict) for epoch in epochs]

    def interval(columns: Sequence[int]) -> Interval | None:
        estimate = _f1(documents, columns)
        if estimate is None:
            return None
        found = jackknife(_select(documents, columns))
        low, high = found.bounds(level) if found else (None, None)
        runs = [value for run in each if (value := _f1(run, columns)) is not None]
        return Interval(
            estimate=estimate,
            low=None if low is None else max(0.0, low),
            high=None if high is None else min(1.0, high),
            documents=_holding(documents, columns),
            between_epochs=_deviation(runs),
        )

    return RunIntervals(
        level=level,
        strict=strict,
        epochs=len(epochs),
        parts={part: interval([column]) for column, part in enumerate(PARTS)},
        overall=interval(range(len(PARTS))),
    )


def compare_scores(
    baseline: Sequence[Scores],
    candidate: Sequence[Scores],
    *,
    strict: bool = False,
    alpha: float = 0.05,
    level: float = 0.95,
    swaps: int = 9_999,
    seed: int = 0,
) -> Comparison:
    """Compare two runs over the same documents.

    Args:
        baseline: The scores of each epoch of the one run.
        candidate: The scores of each epoch of the other.
        strict: Strict or lenient credit.
        alpha: Level of the tests, for what is reachable.
        level: Of the intervals.
        swaps: Random swaps for each test, where there are too many to enumerate.
        seed: Of the random swaps.

    Raises:
        InputError: The runs are of other documents or another version of the scorer.
    """
    if {run.scorer_version for run in baseline} != {run.scorer_version for run in candidate}:
        msg = "the two runs were scored by different versions of the scorer"
        raise InputError(msg, hint="score the older run again: that costs no model call")
    if _names(baseline) != _names(candidate):
        msg = "the two runs are not of the same documents"
        raise InputError(msg)
    before, after = _tallies(baseline, strict=strict), _tallies(candidate, strict=strict)

    def difference(columns: Sequence[int]) -> Difference:
        old, new = _select(before, columns), _select(after, columns)
        old_f1, new_f1 = _f1(before, columns), _f1(after, columns)
        known = old_f1 is not None and new_f1 is not None
        test = paired_permutation(old, new, swaps=swaps, seed=seed)
        width = len(columns)
        joint = [(*left, *right) for left, right in zip(old, new, strict=True)]
        spread = jackknife(joint, lambda totals: _gap(totals[:width], totals[width:])) if known else None
        low, high = spread.bounds(level) if spread else (None, None)
        return Difference(
            baseline=old_f1,
            candidate=new_f1,
            difference=new_f1 - old_f1 if old_f1 is not None and new_f1 is not None else None,
            low=None if low is None else max(-1.0, low),
            high=None if high is None else min(1.0, high),
            p_lower=test.p_lower if known else None,
            p_lower_holm=None,
            p_two_sided=test.p_two_sided if known else None,
            documents=sum(any(tally.actual or tally.possible for tally in document) for document in joint),
            differing=test.differing,
            smallest_p=test.smallest_p,
            reachable=test.smallest_p <= alpha,
            detectable=_DETECTABLE * spread.error if spread else None,
        )

    parts = {part: difference([column]) for column, part in enumerate(PARTS)}
    tested = {part: found.p_lower for part, found in parts.items() if found.p_lower is not None}
    for part, corrected in zip(tested, holm(list(tested.values())), strict=True):
        parts[part] = parts[part].model_copy(update={"p_lower_holm": corrected})
    return Comparison(strict=strict, alpha=alpha, level=level, parts=parts, overall=difference(range(len(PARTS))))


def _gap(before: Sequence[Tally], after: Sequence[Tally]) -> float | None:
    old, new = mean_of_f1(before), mean_of_f1(after)
    return None if old is None or new is None else new - old


def _names(epochs: Sequence[Scores]) -> list[str]:
    if not epochs:
        msg = "a run needs at least one epoch"
        raise InputError(msg)
    names = [document.document for document in epochs[0].documents]
    if any([document.document for document in epoch.documents] != names for epoch in epochs):
        msg = "the epochs of a run are not of the same documents"
        raise InputError(msg)
    return names


def _tallies(epochs: Sequence[Scores], *, strict: bool) -> list[tuple[Tally, ...]]:
    """For each document a tally for each part, averaged over epochs."""
    count = len(epochs)
    return [
        tuple(
            _mean([epoch.documents[index].counts[part].tally(strict=strict) for epoch in epochs], count)
            for part in PARTS
        )
        for index in range(len(_names(epochs)))
    ]


def _mean(tallies: Sequence[Tally], count: int) -> Tally:
    return Tally(*(fsum(values) / count for values in zip(*tallies, strict=True)))


def _select(documents: Sequence[tuple[Tally, ...]], columns: Sequence[int]) -> list[tuple[Tally, ...]]:
    return [tuple(document[column] for column in columns) for document in documents]


def _f1(documents: Sequence[tuple[Tally, ...]], columns: Sequence[int]) -> float | None:
    return mean_of_f1([_mean([document[column] for document in documents], 1) for column in columns])


def _holding(documents: Sequence[tuple[Tally, ...]], columns: Sequence[int]) -> int:
    return sum(
        any(document[column].actual or document[column].possible for column in columns) for document in documents
    )


def _deviation(values: Sequence[float]) -> float | None:
    if len(values) < 2:
        return None
    middle = fsum(values) / len(values)
    return sqrt(fsum((value - middle) ** 2 for value in values) / (len(values) - 1))
