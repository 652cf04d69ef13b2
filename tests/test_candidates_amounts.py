"""Money and quantities."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lend up to 90 million kroner a year for roads", ["up to 90 million kroner a year"]),
        ("pay between €3m and €5m toward the dam", ["between €3m and €5m"]),
        ("invest T$12,000 or NOK 4 billion", ["T$12,000 or NOK 4 billion"]),
        ("pay P4 million into court", ["P4 million"]),
        ("pay R 2 300 000 into court", ["R 2 300 000"]),
        ("pay Rs 5,000 or KSh 900 to each", ["Rs 5,000 or KSh 900"]),
        ("charge EUR 1.50 per tonne", ["EUR 1.50 per tonne"]),
        ("levy 3 per cent on every tonne dug", ["3 per cent on every tonne"]),
        ("pay €20 for each working day lost", ["€20 for each working day"]),
        ("raise wages by 4.5 per cent in May", ["4.5 per cent"]),
        ("raise the duty from 50 to 80 cents a litre", ["from 50 to 80 cents a litre"]),
        ("hire between 1,450 and 1,600 people by June", ["between 1,450 and 1,600 people"]),
        ("install 38 hot bearing detectors on the line", ["38 hot bearing detectors"]),
        ("train thirty pilots a year in Bergen", ["thirty pilots a year"]),
        ("give at least a third of the berths to locals", ["at least a third of the berths"]),
        ("dredge 60 kilometres of the river", ["60 kilometres"]),
        ("pay half of its fees", ["half of its fees"]),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    """Money, shares, measures and counts are found with their bounds and rates."""
    assert [text[slice(*span)] for span in find_amounts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "charge no fee in the 46 poorest countries",
        "keep the club in town for 30 years",
        "not fish within six nautical miles of the shore",
        "not build within 100 metres of the sea",
        "screen every adult over 40",
        "obey Article 12 of the treaty",
        "build two bridges over the river",
        "buy a strip 10 kilometres wide",
        "give 21 days' notice",
        "meet on 5 May in Room 204",
        "report by 5 p.m. on 12 February 2031",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    """Places, periods, ages, numbers of things and dates are none; nor are fewer than ten things in words."""
    assert find_amounts(text) == []


@given(st.text(alphabet="$€1234567890,. millionkm%at leastbetweenand\u00a0", max_size=200))
def test_amounts_lie_in_the_text_in_order(text: str) -> None:
    """Any text is read without fault; amounts do not overlap."""
    position = 0
    for start, end in find_amounts(text):
        assert position <= start < end <= len(text)
        position = end


def test_long_runs_take_linear_time() -> None:
    """Runs of digits, blanks and units cannot slow the search down."""
    began = time.monotonic()
    for piece in ("1,000 ", "at least ", "$ ", "between 5 and ", "1 of the x "):
        find_amounts(piece * 4000)
    assert time.monotonic() - began < 5
