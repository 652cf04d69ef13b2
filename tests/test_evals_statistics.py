"""The statistics keep what they promise: exact where they can be, calibrated on nulls, and able to find a drop."""

from __future__ import annotations

import builtins
from itertools import product
from math import sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from summariser.errors import InputError
from summariser.evals.results import Tally
from summariser.evals.statistics import holm, jackknife, mean_of_f1, paired_permutation, t_half_width

if TYPE_CHECKING:
    from collections.abc import Sequence

Run = list[tuple[Tally, ...]]


def draw_run(chance: np.random.Generator, possible: Sequence[np.ndarray], rates: Sequence[np.ndarray]) -> Run:
    """A run over documents: of each part some gold is found at the document's rate, and a few extras are made."""
    columns = []
    for size, rate in zip(possible, rates, strict=True):
        found = chance.binomial(size, rate)
        actual = found + chance.poisson(2.0, len(size))
        columns.append([Tally(*values) for values in zip(found.tolist(), actual.tolist(), size.tolist(), strict=True)])
    return list(zip(*columns, strict=True))


def draw_pair(chance: np.random.Generator, documents: int, parts: int, drop: float) -> tuple[Run, Run]:
    """Two runs over the same documents, of which the second finds less by `drop`."""
    possible = [chance.integers(2, 16, documents) for _ in range(parts)]
    rates = [chance.beta(6, 4, documents) for _ in range(parts)]
    lower = [np.clip(rate - drop, 0, 1) for rate in rates]
    return draw_run(chance, possible, rates), draw_run(chance, possible, lower)


def total_f1(run: Run) -> float:
    """Micro-F1 of one part."""
    credit, actual, possible = (sum(values) for values in zip(*(document[0] for document in run), strict=True))
    return float(2 * credit / (actual + possible))


def gap(totals: Sequence[Tally]) -> float:
    """Micro-F1 of the second of two runs less that of the first."""
    return (totals[1].f1 or 0.0) - (totals[0].f1 or 0.0)


@pytest.mark.parametrize("level", [0.5, 0.9, 0.95, 0.99])
@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 7, 10, 27, 41, 500])
def test_t_is_students(level: float, degrees: int) -> None:
    """The half width is the quantile scipy gives."""
    assert t_half_width(level, degrees) == pytest.approx(scipy.stats.t.ppf((1 + level) / 2, degrees), rel=1e-9)


def test_the_jackknife_of_a_mean_is_the_t_interval() -> None:
    """Where every document weighs the same, micro-F1 is a mean and the interval the textbook's."""
    values = [0.2, 0.5, 0.9, 0.4, 0.7, 0.65]
    found = jackknife([(Tally(value, 1, 1),) for value in values])
    assert found is not None
    assert found.estimate == pytest.approx(np.mean(values))
    assert found.error == pytest.approx(np.std(values, ddof=1) / sqrt(len(values)))
    interval = scipy.stats.t.interval(0.95, 5, loc=np.mean(values), scale=scipy.stats.sem(values))
    assert found.bounds() == pytest.approx(interval)


def test_documents_that_hold_nothing_are_no_evidence() -> None:
    """They are left out of n; one document alone gives no interval."""
    empty = (Tally(0, 0, 0),)
    full = [(Tally(1, 2, 2),), (Tally(2, 2, 2),)]
    assert jackknife([*full, empty]) == jackknife(full)
    assert jackknife([full[0], empty]) is None
    assert jackknife([full[0], empty], lambda _: 0.5) is None
    assert jackknife([]) is None


def test_overall_is_the_mean_of_the_parts_that_hold_anything() -> None:
    """A part that is empty everywhere does not pull the mean down."""
    assert mean_of_f1([Tally(1, 1, 1), Tally(0, 1, 1), Tally(0, 0, 0)]) == 0.5
    assert mean_of_f1([Tally(0, 0, 0)]) is None


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(3, 6)), min_size=1, max_size=6))
def test_few_documents_are_enumerated(numbers: list[tuple[int, int, int]]) -> None:
    """With few documents p is the exact share of swaps, as counted one by one."""
    before: Run = [(Tally(a, 4, size),) for a, _, size in numbers]
    after: Run = [(Tally(b, 4, size),) for _, b, size in numbers]
    observed = total_f1(after) - total_f1(before)
    gaps = []
    for swap in product([False, True], repeat=len(numbers)):
        old = [b if swapped else a for a, b, swapped in zip(before, after, swap, strict=True)]
        new = [a if swapped else b for a, b, swapped in zip(before, after, swap, strict=True)]
        gaps.append(total_f1(new) - total_f1(old))
    found = paired_permutation(before, after)
    assert found.exact
    assert found.p_lower == pytest.approx(np.mean([gap <= observed + 1e-9 for gap in gaps]))
    assert found.p_two_sided == pytest.approx(np.mean([abs(gap) >= abs(observed) - 1e-9 for gap in gaps]))
    assert found.differing == sum(a != b for a, b, _ in numbers)


def test_runs_that_are_alike_are_not_different() -> None:
    """No document differs: p is 1 and nothing could have been found."""
    run: Run = [(Tally(1, 2, 2),)] * 5
    found = paired_permutation(run, run)
    assert (found.p_lower, found.p_two_sided, found.differing, found.smallest_p) == (1.0, 1.0, 0, 1.0)


def test_four_differing_documents_cannot_reach_five_per_cent() -> None:
    """With k differing documents the one-sided p is never below 2⁻ᵏ, however great the drop."""
    before: Run = [(Tally(9, 9, 9),)] * 10
    after: Run = [(Tally(0, 9, 9),)] * 4 + before[4:]
    found = paired_permutation(before, after)
    assert found.p_lower == found.smallest_p == 1 / 16
    after = [(Tally(0, 9, 9),)] * 5 + before[5:]
    assert paired_permutation(before, after).p_lower == 1 / 32


def test_random_swaps_repeat_with_the_seed_and_never_give_zero() -> None:
    """The least p of m swaps is 1 / (m + 1), the same for the same seed."""
    before, after = draw_pair(np.random.default_rng(5), 40, 1, 0.4)
    found = paired_permutation(before, after, swaps=999, seed=3)
    assert not found.exact
    assert found == paired_permutation(before, after, swaps=999, seed=3)
    assert found.p_lower == found.smallest_p == 1 / 1000


def test_random_swaps_agree_with_enumeration() -> None:
    """Drawn p and exact p are the same but for chance."""
    before, after = draw_pair(np.random.default_rng(8), 12, 2, 0.05)
    exact = paired_permutation(before, after)
    drawn = paired_permutation(before, after, swaps=2_000, seed=1)
    assert exact.exact
    assert not drawn.exact
    assert drawn.p_lower == pytest.approx(exact.p_lower, abs=0.05)


def test_direction() -> None:
    """A gain is no drop: its one-sided p is large, its two-sided p is not."""
    before, after = draw_pair(np.random.default_rng(2), 30, 1, 0.3)
    assert paired_permutation(before, after).p_lower < 0.01
    gain = paired_permutation(after, before)
    assert gain.p_lower > 0.99
    assert gain.p_two_sided < 0.01


def test_holm_by_hand() -> None:
    """The smallest is taken four times, the next three times, and none comes out before one that is smaller."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.5, 0.9]) == [1.0, 1.0]
    assert holm([]) == []


@given(st.lists(st.floats(0, 1), max_size=6))
def test_holm_lies_between_raw_and_bonferroni(p_values: list[float]) -> None:
    """Corrected values are never smaller than raw ones nor greater than Bonferroni's."""
    for raw, corrected in zip(p_values, holm(p_values), strict=True):
        assert raw <= corrected <= min(1.0, raw * len(p_values)) + 1e-12


def share_below(alpha: float, p_values: Sequence[float]) -> float:
    """The share of p values at or below a level."""
    return float(np.mean([p <= alpha for p in p_values]))


@pytest.mark.slow
@pytest.mark.parametrize("documents", [8, 20, 40])
def test_false_alarms_stay_within_five_per_cent(documents: int) -> None:
    """On simulated nulls the test cries wolf in 5 % at most, within three standard errors of the simulation."""
    chance = np.random.default_rng(documents)
    repeats = 1_500
    tests = [
        paired_permutation(*draw_pair(chance, documents, 1, 0.0), swaps=399, seed=index) for index in range(repeats)
    ]
    limit = 0.05 + 3 * sqrt(0.05 * 0.95 / repeats)
    assert share_below(0.05, [found.p_lower for found in tests]) <= limit
    assert share_below(0.05, [found.p_two_sided for found in tests]) <= limit
    if documents >= 20:
        assert share_below(0.05, [found.p_lower for found in tests]) >= 0.025


@pytest.mark.slow
def test_holm_keeps_the_four_parts_together_within_five_per_cent() -> None:
    """Four tests by themselves cry wolf in about 18 %, after Holm's correction in 5 %."""
    chance = np.random.default_rng(30)
    repeats = 500
    raw, corrected = [], []
    for index in range(repeats):
        before, after = draw_pair(chance, 30, 4, 0.0)
        p_values = [
            paired_permutation([(x[part],) for x in before], [(x[part],) for x in after], swaps=399, seed=index).p_lower
            for part in range(4)
        ]
        raw.append(min(p_values))
        corrected.append(min(holm(p_values)))
    assert share_below(0.05, raw) > 0.10
    assert share_below(0.05, corrected) <= 0.05 + 3 * sqrt(0.05 * 0.95 / repeats)


@pytest.mark.slow
@pytest.mark.parametrize("documents", [20, 40])
def test_intervals_hold_the_truth_as_often_as_they_say(documents: int) -> None:
    """The 95 % interval of the difference of two like runs holds zero in 95 %, within what the simulation can tell."""
    chance = np.random.default_rng(documents)
    repeats = 800
    held = 0
    for _ in range(repeats):
        before, after = draw_pair(chance, documents, 1, 0.0)
        joint = [(*old, *new) for old, new in zip(before, after, strict=True)]
        found = jackknife(joint, gap)
        assert found is not None
        low, high = found.bounds()
        held += low <= 0 <= high
    assert held / repeats >= 0.95 - 3 * sqrt(0.05 * 0.95 / repeats)
    assert held / repeats <= 0.985


@pytest.mark.slow
@pytest.mark.parametrize("documents", [20, 40])
def test_the_detectable_drop_is_found_four_times_in_five(documents: int) -> None:
    """A true drop of 2.8 standard errors has a one-sided p below 5 % in about 80 % of simulated comparisons."""
    chance = np.random.default_rng(4)
    repeats = 600
    errors, drops = [], []
    for _ in range(300):
        before, after = draw_pair(chance, documents, 1, 0.0)
        found = jackknife([(*old, *new) for old, new in zip(before, after, strict=True)], gap)
        assert found is not None
        errors.append(found.error)
        before, after = draw_pair(chance, documents, 1, 0.1)
        drops.append(total_f1(before) - total_f1(after))
    drop_of_rate = 2.8 * float(np.mean(errors)) * 0.1 / float(np.mean(drops))
    tests = [
        paired_permutation(*draw_pair(chance, documents, 1, drop_of_rate), swaps=399, seed=index)
        for index in range(repeats)
    ]
    assert 0.75 <= share_below(0.05, [found.p_lower for found in tests]) <= 0.88


def test_a_missing_numpy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the error says what to install."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name == "numpy":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(InputError, match=r"summariser\[evals\]"):
        paired_permutation([(Tally(1, 1, 1),)], [(Tally(0, 1, 1),)])
