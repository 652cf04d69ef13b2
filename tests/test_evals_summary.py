"""The numbers of a run."""

from __future__ import annotations

import pytest

from summariser.evals.comparison import score_intervals
from summariser.evals.results import PARTS, Failure
from summariser.evals.summary import summary_of
from summariser.schemas import Usage
from summariser.schemas.brief import Dropped
from tests.eval_runs import faulty, perfect, run_of
from tests.evals_gold import dev_cases, harbour

CASES = dev_cases()


def test_they_agree_with_the_scorer() -> None:
    """Parts, means, fields and slices of one epoch are those of its scores."""
    run = run_of(CASES, faulty(CASES))
    found, total = summary_of(run), run.scores[0].total
    assert {part: found.parts[part].measure for part in PARTS} == total.parts
    assert found.fields == total.fields
    assert found.lenient is not None
    assert found.lenient.estimate == pytest.approx(total.lenient)
    assert {name: row.lenient for name, row in found.slices.items()} == {
        name: row.lenient for name, row in run.scores[0].slices.items()
    }
    assert found.parts["quotes"].lenient == score_intervals(run.scores).parts["quotes"]


def test_epochs_are_averaged_and_their_spread_is_told() -> None:
    """Two epochs do not count twice; the documents stay as many as they are."""
    first, second = faulty(CASES, 1), faulty(CASES, 2)
    once, twice = summary_of(run_of(CASES, first)), summary_of(run_of(CASES, first, first))
    assert twice.parts["context"].measure.counts == once.parts["context"].measure.counts
    assert twice.documents == once.documents == len(CASES)
    assert {row.documents for row in twice.slices.values()} == {row.documents for row in once.slices.values()}
    assert twice.lenient is not None
    assert twice.lenient.between_epochs == 0.0
    mixed = summary_of(run_of(CASES, first, second)).lenient
    assert mixed is not None
    assert mixed.between_epochs is not None
    assert mixed.between_epochs > 0


def test_what_is_left_open_is_told_apart() -> None:
    """Rightly where gold has none, wrongly where it has one."""
    case = harbour()
    brief = case.as_brief()
    silent = brief.model_copy(
        update={"quotes": [brief.quotes[0].model_copy(update={"speaker": None}), brief.quotes[1]]}
    )
    found = summary_of(run_of([case], {"harbour.txt": silent})).left_open
    assert (found["quotes.speaker"].items, found["quotes.speaker"].wrongly, found["quotes.speaker"].rightly) == (
        2,
        1,
        0,
    )
    deadline = found["commitments.deadline"]
    assert (deadline.items, deadline.wrongly, deadline.rightly) == (2, 0, 1)


def test_tokens_cost_and_time_are_those_of_the_briefs() -> None:
    """Failed documents have none; the cost is unknown where no brief has one."""
    case, other = CASES[:2]
    brief = case.as_brief()
    provenance = brief.provenance.model_copy(update={"usage": Usage(input_tokens=7, output_tokens=2), "cost_usd": 0.5})
    coverage = brief.coverage.model_copy(update={"dropped": [Dropped(part="quotes", reason="r", value="v")]})
    briefs = {
        case.gold.document: brief.model_copy(update={"provenance": provenance, "coverage": coverage}),
        other.gold.document: Failure(error="no answer"),
    }
    found = summary_of(run_of([case, other], briefs))
    assert (found.took.usage.input_tokens, found.took.cost_usd, found.took.seconds_median) == (7, 0.5, 1.5)
    assert found.failed == (f"{other.gold.document}: no answer",)
    assert found.dropped == 1
    assert summary_of(run_of([case], perfect([case]))).took.cost_usd is None
