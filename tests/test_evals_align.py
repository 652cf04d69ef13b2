"""The assignment is the best there is, and never forces a pair."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from summariser.evals.align import assign

similarities = st.floats(0, 1).map(lambda value: round(value, 4))


@st.composite
def matrices(draw: st.DrawFn, most: int) -> list[list[float]]:
    width = draw(st.integers(0, most))
    return draw(st.lists(st.lists(similarities, min_size=width, max_size=width), max_size=most))


def steps(similarity: list[list[float]], pairs: list[tuple[int, int]], floor: float) -> int:
    """What an assignment gains: each pair one step and its similarity above the floor in steps of 1/10,000."""
    return sum(1 + round((similarity[row][column] - floor) * 10_000) for row, column in pairs)


def best_by_trying(similarity: list[list[float]], floor: float) -> int:
    """The greatest gain of all assignments."""
    rows, columns = len(similarity), len(similarity[0]) if similarity else 0
    slots = [*range(columns), *[-1] * rows]
    return max(
        (
            steps(
                similarity,
                [(row, column) for row, column in enumerate(order) if column >= 0 and similarity[row][column] >= floor],
                floor,
            )
            for order in set(permutations(slots, rows))
        ),
        default=0,
    )


@given(matrices(4), st.sampled_from([0.0, 0.4, 0.5, 1.0]))
def test_no_assignment_gains_more(similarity: list[list[float]], floor: float) -> None:
    """Against every assignment of small matrices, none gains more than the one found."""
    assert steps(similarity, assign(similarity, floor=floor), floor) == best_by_trying(similarity, floor)


@given(matrices(14), st.sampled_from([0.0, 0.2, 0.4]))
def test_agrees_with_scipy(similarity: list[list[float]], floor: float) -> None:
    """On larger matrices the gain is that of scipy's optimiser."""
    if not similarity or not similarity[0]:
        assert assign(similarity, floor=floor) == []
        return
    gain = [[1 + round((value - floor) * 10_000) if value >= floor else 0 for value in row] for row in similarity]
    rows, columns = linear_sum_assignment(gain, maximize=True)
    best = sum(gain[row][column] for row, column in zip(rows, columns, strict=True))
    assert steps(similarity, assign(similarity, floor=floor), floor) == best


@given(matrices(8), st.floats(0, 1))
def test_pairs_are_one_to_one_and_reach_the_floor(similarity: list[list[float]], floor: float) -> None:
    """No row or column is used twice and no pair lies below the floor."""
    pairs = assign(similarity, floor=floor)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(similarity[row][column] >= floor for row, column in pairs)
    assert pairs == sorted(pairs)


def test_a_good_pair_is_not_broken_up_for_two_poor_ones() -> None:
    """0.75 alone beats 0.40 twice, though the sum of similarities is smaller."""
    assert assign([[0.75, 0.40], [0.40, 0.0]], floor=0.4) == [(0, 0)]


def test_greedy_choice_is_corrected() -> None:
    """The best single pair is given up where that makes the whole better."""
    assert assign([[0.9, 0.85], [0.8, 0.0]], floor=0.4) == [(0, 1), (1, 0)]


def test_an_extra_is_not_married_to_a_miss() -> None:
    """Items that are unlike stay alone."""
    assert assign([[0.3]], floor=0.4) == []


@pytest.mark.parametrize(("preference", "expected"), [([[0.1, 0.9]], [(0, 1)]), ([[0.9, 0.1]], [(0, 0)])])
def test_preference_breaks_ties(preference: list[list[float]], expected: list[tuple[int, int]]) -> None:
    """Between pairs that are equally alike the preferred one is made."""
    assert assign([[0.7, 0.7]], floor=0.4, preference=preference) == expected


def test_preference_never_outweighs_similarity() -> None:
    """However much is preferred, a greater similarity wins."""
    similarity = [[0.7001, 0.7] * 10 for _ in range(20)]
    preference = [[0.0, 1.0] * 10 for _ in range(20)]
    even = [[0.0, 0.0] * 10 for _ in range(20)]
    assert steps(similarity, assign(similarity, floor=0.4, preference=preference), 0.4) == steps(
        similarity, assign(similarity, floor=0.4, preference=even), 0.4
    )
    assert assign([[0.7001, 0.7]], floor=0.4, preference=[[0.0, 1.0]]) == [(0, 0)]


def test_remaining_ties_keep_the_order() -> None:
    """Where nothing tells pairs apart, first goes with first."""
    assert assign([[1.0, 1.0, 1.0]] * 3, floor=0.4) == [(0, 0), (1, 1), (2, 2)]
    assert assign([[0.7, 0.7]], floor=0.4) == [(0, 0)]


def test_empty_sides_give_no_pairs() -> None:
    """No gold or no prediction is no error."""
    assert assign([], floor=0.4) == []
    assert assign([[], []], floor=0.4) == []
