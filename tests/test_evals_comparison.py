"""Two runs are compared document by document; epochs are averaged and never counted as documents."""

from __future__ import annotations

import pytest

from summariser.errors import InputError
from summariser.evals.comparison import Comparison, RunIntervals, compare_scores, score_intervals
from summariser.evals.results import PARTS, Failure, Scores
from summariser.evals.scoring import score
from tests.evals_gold import dev_cases

CASES = dev_cases()


def run(lost: int = 0, *, part: str = "quotes", first: int = 0) -> Scores:
    """Perfect briefs, of which `lost` documents, from number `first` on, have an empty part."""
    briefs = {case.gold.document: case.as_brief() for case in CASES}
    holding = [case.gold.document for case in CASES if any(item.required for item in getattr(case.gold, part))]
    for name in holding[first : first + lost]:
        setattr(briefs[name], part, [])
    return score(briefs, CASES)


def test_a_run_compared_with_itself_does_not_differ() -> None:
    """No difference, no width, p of 1."""
    found = compare_scores([run()], [run()])
    for difference in (*found.parts.values(), found.overall):
        assert (difference.difference, difference.low, difference.high) == (0, 0, 0)
        assert difference.p_lower == difference.p_two_sided == 1
        assert difference.differing == 0
        assert not difference.reachable
    assert not found.reachable


def test_a_drop_in_one_part_is_found_there() -> None:
    """The part that lost is significant after Holm's correction, the others are untouched."""
    found = compare_scores([run()], [run(12)])
    quotes = found.parts["quotes"]
    assert quotes.difference is not None
    assert quotes.difference < -0.02
    assert quotes.differing == 12
    assert quotes.p_lower is not None
    assert quotes.p_lower_holm is not None
    assert quotes.p_lower_holm == pytest.approx(4 * quotes.p_lower)
    assert 0 < quotes.p_lower_holm < 0.05
    assert found.parts["parties"].p_lower_holm == 1
    assert found.overall.p_lower_holm is None
    assert found.overall.difference == pytest.approx(quotes.difference / 4)
    assert found.reachable


def test_the_interval_holds_the_difference() -> None:
    """Bounds lie on both sides of the estimate and within what a difference of F1 can be."""
    quotes = compare_scores([run()], [run(8)]).parts["quotes"]
    assert quotes.low is not None
    assert quotes.high is not None
    assert quotes.difference is not None
    assert -1 <= quotes.low < quotes.difference < quotes.high <= 1
    assert quotes.detectable is not None
    assert quotes.detectable > 0


def test_too_few_differing_documents_are_named() -> None:
    """Four differing documents cannot be significant; six can alone, but not after correction over four parts."""
    four, six = compare_scores([run()], [run(4)]), compare_scores([run()], [run(6)])
    assert four.parts["quotes"].smallest_p == 1 / 16
    assert not four.parts["quotes"].reachable
    assert six.parts["quotes"].reachable
    assert not six.reachable


def test_epochs_are_averaged_first() -> None:
    """The same run three times over tells no more than once: same bounds, same p, same number of documents."""
    once = compare_scores([run()], [run(8)])
    thrice = compare_scores([run()] * 3, [run(8)] * 3)
    assert thrice == once


def test_epochs_that_differ_show_their_spread() -> None:
    """The estimate is of the mean counts, and the deviation from run to run stands beside it."""
    one, other = run(4), run(4, first=4)
    found = score_intervals([one, other])
    single = score_intervals([one])
    assert found.epochs == 2
    quotes, alone = found.parts["quotes"], single.parts["quotes"]
    assert quotes is not None
    assert alone is not None
    assert quotes.between_epochs is not None
    assert quotes.between_epochs > 0
    assert alone.between_epochs is None
    assert quotes.documents == alone.documents


def test_intervals_of_a_run() -> None:
    """Every part has an estimate equal to its micro-F1, inside bounds that stay within 0 and 1."""
    scores = run(6)
    found = score_intervals([scores])
    for part in PARTS:
        interval = found.parts[part]
        assert interval is not None
        assert interval.estimate == pytest.approx(scores.total.parts[part].lenient.f1)
        assert interval.low is not None
        assert interval.high is not None
        assert 0 <= interval.low <= interval.estimate <= interval.high <= 1
    assert found.overall is not None
    assert found.overall.estimate == pytest.approx(scores.total.lenient)


def test_a_part_that_is_empty_everywhere_has_no_interval() -> None:
    """Without gold and predictions there is nothing to estimate or to test."""
    cases = [case for case in CASES if not case.gold.quotes]
    assert len(cases) >= 2
    scores = score({case.gold.document: case.as_brief() for case in cases}, cases)
    assert score_intervals([scores]).parts["quotes"] is None
    quotes = compare_scores([scores], [scores]).parts["quotes"]
    assert quotes.difference is quotes.p_lower is quotes.p_lower_holm is quotes.low is quotes.detectable is None


def test_one_document_gives_no_bounds() -> None:
    """A single document has a score and no interval."""
    case = next(case for case in CASES if any(quote.required for quote in case.gold.quotes))
    scores = score({case.gold.document: case.as_brief()}, [case])
    interval = score_intervals([scores]).overall
    assert interval is not None
    assert interval.estimate == 1
    assert interval.low is interval.high is None


def test_a_crash_counts_as_a_drop() -> None:
    """A run in which documents crashed is lower in every part."""
    crashed = score(
        {case.gold.document: Failure(error="x") if index < 10 else case.as_brief() for index, case in enumerate(CASES)},
        CASES,
    )
    found = compare_scores([run()], [crashed])
    assert all(part.difference is not None and part.difference < -0.02 for part in found.parts.values())


def test_runs_that_cannot_be_compared_are_refused() -> None:
    """Other documents, another scorer or no epoch at all give an error and no number."""
    whole = run()
    fewer = score({}, CASES[:3])
    with pytest.raises(InputError, match="not of the same documents"):
        compare_scores([whole], [fewer])
    with pytest.raises(InputError, match="epochs of a run are not of the same documents"):
        score_intervals([whole, fewer])
    with pytest.raises(InputError, match="different versions of the scorer"):
        compare_scores([whole], [whole.model_copy(update={"scorer_version": "0"})])
    with pytest.raises(InputError, match="at least one epoch"):
        score_intervals([])


def test_results_survive_json() -> None:
    """Written and read again, comparison and intervals are the same."""
    compared, intervals = compare_scores([run()], [run(3)]), score_intervals([run(3)], strict=True)
    assert Comparison.model_validate_json(compared.model_dump_json()) == compared
    assert RunIntervals.model_validate_json(intervals.model_dump_json()) == intervals
