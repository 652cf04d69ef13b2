"""Where a text speaks of dates and sets limits."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.documents.date_words import find_date_words, find_deadline_words
from summariser.grounding.dates import resolve_date

DATES = {
    "It was signed in New York in September 2023, and again in April 2024.": ["in September 2023", "in April 2024"],
    "The fair runs from September 24 to 26 in Las Vegas.": ["from September 24 to 26"],
    "Dakar, 18–19 June 2025": ["18–19 June 2025"],
    "GENEVA, 14 May 2025 - Donors met on Wednesday.": ["14 May 2025", "on Wednesday"],
    "PORT ELSINGER, Minn., Oct. 14, 2025 -- Talks ended late Thursday.": ["Oct. 14, 2025", "late Thursday"],
    "They met on 15, 16 and 17 September 2026.": ["on 15, 16 and 17 September 2026"],
    "Work starts next spring, after a vote in May.": ["next spring", "in May"],
    "The bed silted up in 2019; the drought of 2020 was worse.": ["in 2019", "2020"],
    "Sales fell in the first quarter of 2026 and in H1 2025.": ["in the first quarter of 2026", "in H1 2025"],
    "She left two years ago, on Tuesday morning.": ["two years ago", "on Tuesday morning"],
    "Under the 2023 accord (2024) nothing changed.": ["2023", "2024"],
    "They asked yesterday; he answered today.": ["yesterday", "today"],
    "The tax rises between 1 and 20 October 2026.": ["between 1 and 20 October 2026"],
    "The memo of 10/20/2025 and the file of 2025-03-12": ["10/20/2025", "2025-03-12"],
    "on\n    1 January 2024 it took effect": ["on\n    1 January 2024"],
    "by the end of next\r\n    month": ["by the end of next\r\n    month"],
    "The minister may march in august company.": [],
    "May I ask the Chair? March on.": [],
    "It cost 2,020 dollars and 2000 tonnes, in 2000 homes.": [],
    "Version 2.0.1 of 1 item, No. 5, § 4.2, 24-7, 3/4 of them": [],
    "in\n\n2019": [],
}

DEADLINES = {
    "Bolivia will build two traps by 2027.": ["by 2027"],
    "It shall report by the end of June, or by the end of the transition period.": [
        "by the end of June",
        "by the end of the transition period",
    ],
    "It will open the canal within 90 days of signature, he said.": ["within 90 days of signature"],
    "Provider shall deliver within\n     fifteen (15) days after the Signing Date.": [
        "within\n     fifteen (15) days after the Signing Date"
    ],
    "They will plant before the next rainy season.": ["before the next rainy season"],
    "The bill comes before the House rises for the year.": ["before the House rises for the year"],
    "They must pay no later than September 1, 2026.": ["no later than September 1, 2026"],
    "Readings will be published from 1 March, until the vacancies are filled.": [
        "from 1 March",
        "until the vacancies are filled",
    ],
    "The mill runs through 2030, or until Oct. 31.": ["through 2030", "until Oct. 31"],
    "Comments by 5 p.m. on 12 February 2026, please.": ["by 5 p.m. on 12 February 2026"],
    "Loading takes place between 1 and 20 October 2026.": ["between 1 and 20 October 2026"],
    "It pays with effect from 1 October, starting on Monday.": ["with effect from 1 October", "starting on Monday"],
    "He gives notice not later than seven days before loading begins.": [
        "not later than seven days before loading begins"
    ],
    "Fees fall due 30 days after delivery.": ["30 days after delivery"],
    "They will decide by their next meeting and will have paid by then.": ["by their next meeting", "by then"],
    "Costs will fall over the next three years, for six months.": [],
    "He testified before the Senate, and spoke before it.": [],
    "It was written by the minister and fell by 50 per cent.": [],
    "They met in Geneva after six years of talks, until recently.": [],
    "Excise will rise from 50 to 80 seniti a litre.": [],
    "The day before the vote nobody slept, as ever before.": [],
    "A plant within the European Union, inside the gates": [],
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_date_words(text: str, expected: list[str]) -> None:
    """Dates are found with their prepositions; numbers, verbs and names that look like them are not."""
    assert [text[start:end] for start, end in find_date_words(text)] == expected


@pytest.mark.parametrize(("text", "expected"), DEADLINES.items())
def test_deadline_words(text: str, expected: list[str]) -> None:
    """What limits an undertaking is found; durations, places and agents are not."""
    assert [text[start:end] for start, end in find_deadline_words(text)] == expected


def test_what_is_found_can_be_resolved() -> None:
    """The words found for a date with a known day go straight into its resolution."""
    text = "He will pay by the end of next month, on 3 May 2026, in early 2027, before 2030 and within 90 days."
    for start, end in sorted({*find_date_words(text), *find_deadline_words(text)}):
        assert resolve_date(text[start:end], anchor=date(2025, 5, 14)).latest is not None


_PIECES = st.sampled_from(
    [
        "by ",
        "before ",
        "until ",
        "within ",
        "the end of ",
        "next ",
        "May ",
        "3 ",
        "2027",
        " to ",
        "-",
        "\n",
        " ",
        "days ",
        "(",
        "é",
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join)))
def test_spans_lie_inside_in_order(text: str) -> None:
    """Whatever the text, spans are not empty, rise, do not overlap and begin and end in no white space."""
    for find in (find_date_words, find_deadline_words):
        spans = find(text)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(text[start:end].strip() == text[start:end] for start, end in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["by the end of ", "before abc ", "1 - 2 – ", "2020 ", "by\n", " ", "1", "within ten days of ", "Monday, "]
)
def test_a_megabyte_of_anything_is_quick(piece: str) -> None:
    """Time is linear: quadratic time would take minutes."""
    text = piece * (1_000_000 // len(piece))
    began = time.monotonic()
    find_date_words(text)
    find_deadline_words(text)
    assert time.monotonic() - began < 40
