"""Values of matched pairs are judged as the definition says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.evals.fields import judge_amount, judge_date, judge_reference, judge_references, judge_text
from summariser.schemas import DateRange

if TYPE_CHECKING:
    from summariser.evals.results import Category, FieldOutcome


def only(outcomes: list[FieldOutcome]) -> str:
    """The category of the one outcome, or "-" where there is none."""
    assert len(outcomes) <= 1
    return outcomes[0].category.value if outcomes else "-"


def when(text: str, earliest: str | None = None, latest: str | None = None) -> DateRange:
    """A date range from ISO dates."""
    return DateRange(
        text=text,
        earliest=date.fromisoformat(earliest) if earliest else None,
        latest=date.fromisoformat(latest) if latest else None,
    )


DAY = when("by 31 March 2027", None, "2027-03-31")
MONTH = when("in March 2027", "2027-03-01", "2027-03-31")


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        (DAY, DAY, "COR"),
        (DAY, when("before April next year", None, "2027-03-31"), "COR"),
        (DAY, when("by 2027", None, "2027-12-31"), "PAR"),
        (DAY, when("by 2028", None, "2028-12-31"), "INC"),
        (DAY, when("by 1 March 2027", None, "2027-03-01"), "INC"),
        (MONTH, when("2027", "2027-01-01", "2027-12-31"), "PAR"),
        (MONTH, when("until March 2027", None, "2027-03-31"), "PAR"),
        (MONTH, when("mid-March", "2027-03-10", "2027-03-20"), "INC"),
        (DAY, when("by 31 March 2027"), "PAR"),
        (DAY, when("soon"), "INC"),
        (when("within 90 days"), when("within 90 days"), "COR"),
        (when("within 90 days"), when("within 90 days of signature"), "COR"),
        (when("within 90 days"), when("within 90 days of signature by both states"), "PAR"),
        (when("within 90 days"), when("within 90 days", None, "2027-01-01"), "INC"),
        (when("within 90 days"), when("next year"), "INC"),
        (DAY, None, "MIS"),
        (None, DAY, "SPU"),
        (None, None, "-"),
    ],
)
def test_dates(gold: DateRange | None, predicted: DateRange | None, expected: str) -> None:
    """The interval decides; a coarser one is half right; nothing equals nothing earns nothing."""
    assert only(judge_date("deadline", gold, predicted)) == expected


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_a_date_is_right_only_where_the_interval_is(a: date, b: date, c: date, d: date) -> None:
    """COR if and only if both bounds are equal."""
    gold, predicted = DateRange(text="x", earliest=a, latest=b), DateRange(text="x", earliest=c, latest=d)
    assert (only(judge_date("date", gold, predicted)) == "COR") == ((a, b) == (c, d))


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("€2.4 million", "€2.4 million", "COR"),
        ("€2.4 million", "€2.4 million for the new bridge", "COR"),
        ("1,200 tonnes", "1200 tonnes", "COR"),
        ("€2.4 million", "€2.4 billion a year in grants", "PAR"),
        ("between $2m and $3m", "$2m", "PAR"),
        ("€2.4 million", "€24 million", "INC"),
        ("half of the harvest", "half of the harvest", "COR"),
        ("half of the harvest", "a third", "INC"),
        (None, "€5", "SPU"),
        ("€5", None, "MIS"),
        (None, None, "-"),
    ],
)
def test_amounts(gold: str | None, predicted: str | None, expected: str) -> None:
    """The numbers decide, then the unit."""
    assert only(judge_amount("amount", gold, predicted)) == expected


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("if parliament approves", "If Parliament approves", "COR"),
        ("if parliament approves", "if the parliament approves it", "COR"),
        ("if parliament approves the budget", "parliament approves", "PAR"),
        ("if parliament approves", "once prices fall", "INC"),
        ("if parliament approves", None, "MIS"),
        (None, "if it rains", "SPU"),
        (None, None, "-"),
    ],
)
def test_texts(gold: str | None, predicted: str | None, expected: str) -> None:
    """Words of the document are compared by their content words."""
    assert only(judge_text("condition", gold, predicted)) == expected


def test_a_reference_resolves_through_the_alignment() -> None:
    """The ids of the brief may be any; what they stand for counts."""
    resolve = {"a": "p1", "b": "p2"}
    assert only(judge_reference("speaker", "p1", "a", resolve)) == "COR"
    assert only(judge_reference("speaker", "p1", "b", resolve)) == "INC"
    assert only(judge_reference("speaker", "p1", "unknown", resolve)) == "INC"
    assert only(judge_reference("speaker", None, None, resolve)) == "-"


def test_sets_of_references_are_judged_by_member() -> None:
    """Each member of either side is one outcome, order and repetition aside."""
    resolve = {"a": "p1", "b": "p2", "c": "p9", "d": "p1"}

    def tally(gold: list[str], predicted: list[str]) -> list[Category]:
        return [outcome.category for outcome in judge_references("by", gold, predicted, resolve)]

    assert tally(["p1", "p2"], ["b", "a", "a"]) == ["COR", "COR"]
    assert tally(["p1", "p2"], ["a", "c"]) == ["COR", "SPU", "MIS"]
    assert tally(["p1"], ["a", "d"]) == ["COR"]
    assert tally([], ["nobody"]) == ["SPU"]
    assert tally([], []) == []
