"""Words of dates and deadlines become intervals."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.grounding.dates import find_date_words, find_deadline_words, resolve_date

WEDNESDAY = date(2025, 5, 14)

# Words, earliest and latest, read from Wednesday 14 May 2025; "-" is null.
EITHER_ROLE = """
by 2027 | - | 2027-12-31
by 1 March 2026 | - | 2026-03-01
by the end of 2027 | - | 2027-12-31
by the end of next month | - | 2025-06-30
by the end of next week | - | 2025-05-25
by the end of the year | - | 2025-12-31
by the end of the first quarter of 2026 | - | 2026-03-31
by year-end | - | 2025-12-31
by the beginning of 2026 | - | 2026-01-01
by early 2026 | - | 2026-04-30
by mid-June 2026 | - | 2026-06-20
by next spring | - | 2026-05-31
by 5 p.m. on 12 February 2026 | - | 2026-02-12
by 17:00 GMT on 3 October 2025 | - | 2025-10-03
by noon tomorrow | - | 2025-05-15
by Friday | - | 2025-05-16
by 31 December 2024 and 30 June 2025 | - | 2025-06-30
by 13.03.2025 | - | 2025-03-13
no later than September 1, 2026 | - | 2026-09-01
on or before 1 July 2025 | - | 2025-07-01
1 March 2026 at the latest | - | 2026-03-01
before 2030 | 2025-05-14 | 2029-12-31
before 1 March 2026 | 2025-05-14 | 2026-02-28
before the end of the year | 2025-05-14 | 2025-12-31
before 2019 | - | 2018-12-31
until 30 June 2027 | 2025-05-14 | 2027-06-30
until 2040 | 2025-05-14 | 2040-12-31
through the end of the year | 2025-05-14 | 2025-12-31
within 90 days | 2025-05-14 | 2025-08-12
within thirty (30) days | 2025-05-14 | 2025-06-13
within forty-eight (48) hours | 2025-05-14 | 2025-05-16
within six months | 2025-05-14 | 2025-11-14
within 60 days of the present meeting | 2025-05-14 | 2025-07-13
within 180 days of the adoption of this Communiqué | 2025-05-14 | 2025-11-10
within fourteen days after the date of this Contract | 2025-05-14 | 2025-05-28
within 30 days of 1 March 2026 | 2026-03-01 | 2026-03-31
within 90 days of entry into force | - | -
within 30 days of ratification | - | -
within five working days | - | -
from 1 January 2026 | 2026-01-01 | -
with effect from 1 October 2025 | 2025-10-01 | -
from 1 March 2026 onwards | 2026-03-01 | -
since 2019 | 2019-01-01 | -
not before 1 June 2026 | 2026-06-01 | -
after 2026 | 2027-01-01 | -
from 3 to 14 July 2025 | 2025-07-03 | 2025-07-14
between 2025 and 2027 | 2025-01-01 | 2027-12-31
between 1 and 20 October 2026 | 2026-10-01 | 2026-10-20
between March and June 2026 | 2026-03-01 | 2026-06-30
November to March 2026 | 2025-11-01 | 2026-03-31
28 September to 2 October 2025 | 2025-09-28 | 2025-10-02
2025–2027 | 2025-01-01 | 2027-12-31
over 2026 and 2027 | 2026-01-01 | 2027-12-31
in September 2023 | 2023-09-01 | 2023-09-30
in 2019 | 2019-01-01 | 2019-12-31
the 1990s | 1990-01-01 | 1999-12-31
early 2030s | 2030-01-01 | 2033-12-31
early 2016 | 2016-01-01 | 2016-04-30
mid-2016 | 2016-05-01 | 2016-08-31
late 2016 | 2016-09-01 | 2016-12-31
early June 2026 | 2026-06-01 | 2026-06-10
late February 2024 | 2024-02-21 | 2024-02-29
spring 2026 | 2026-03-01 | 2026-05-31
winter 2025-26 | 2025-12-01 | 2026-02-28
next spring | 2026-03-01 | 2026-05-31
last winter | 2024-12-01 | 2025-02-28
this month | 2025-05-01 | 2025-05-31
next month | 2025-06-01 | 2025-06-30
last year | 2024-01-01 | 2024-12-31
early next year | 2026-01-01 | 2026-04-30
late last month | 2025-04-21 | 2025-04-30
last week | 2025-05-05 | 2025-05-11
later this year | 2025-05-14 | 2025-12-31
at the end of this month | 2025-05-31 | 2025-05-31
the second quarter of 2026 | 2026-04-01 | 2026-06-30
Q3 2025 | 2025-07-01 | 2025-09-30
in the second half of 2027 | 2027-07-01 | 2027-12-31
in the second week of June 2025 | 2025-06-08 | 2025-06-14
the year to March 2025 | 2024-04-01 | 2025-03-31
last Friday | 2025-05-09 | 2025-05-09
next Monday | 2025-05-19 | 2025-05-19
this Friday | 2025-05-16 | 2025-05-16
last June | 2024-06-01 | 2024-06-30
last May | 2024-05-01 | 2024-05-31
next May | 2026-05-01 | 2026-05-31
February 6 of this year | 2025-02-06 | 2025-02-06
today | 2025-05-14 | 2025-05-14
this afternoon | 2025-05-14 | 2025-05-14
yesterday | 2025-05-13 | 2025-05-13
the day after tomorrow | 2025-05-16 | 2025-05-16
two days ago | 2025-05-12 | 2025-05-12
three weeks ago | 2025-04-21 | 2025-04-27
Twelve months ago | 2024-05-01 | 2024-05-31
a year ago | 2024-01-01 | 2024-12-31
An hour ago | 2025-05-14 | 2025-05-14
in ten days | 2025-05-24 | 2025-05-24
in two years | 2027-01-01 | 2027-12-31
over the next three years | 2025-05-14 | 2028-05-14
over the next year | 2025-05-14 | 2026-05-14
in the past year | 2024-05-14 | 2025-05-14
2025-03-12 | 2025-03-12 | 2025-03-12
13/04/2025 | 2025-04-13 | 2025-04-13
04/13/2025 | 2025-04-13 | 2025-04-13
Oct. 6, 2025 | 2025-10-06 | 2025-10-06
FRIDAY, 6 MARCH 2026 | 2026-03-06 | 2026-03-06
the 3rd of June 2025 | 2025-06-03 | 2025-06-03
1–3 May 2025 | 2025-05-01 | 2025-05-03
September 24 to 26, 2024 | 2024-09-24 | 2024-09-26
on 15, 16 and 17 September 2026 | 2026-09-15 | 2026-09-17
on\\n    1 January 2024 | 2024-01-01 | 2024-01-01
03/04/2025 | - | -
by 12.03.2025 | - | -
30 February 2025 | - | -
fiscal 2026 | - | -
the financial year 2025/26 | - | -
2025/26 | - | -
2010-11 | - | -
about 2030 | - | -
by the end of the decade | - | -
before the summit in May 2026 | - | -
at their next meeting | - | -
the next day | - | -
the following year | - | -
every March | - | -
soon | - | -
in 9999 years | - | -
9999 years ago | - | -
9999999999999 | - | -
"""

BY_ROLE = """
on Tuesday | date | 2025-05-13 | 2025-05-13
on Tuesday | deadline | 2025-05-20 | 2025-05-20
on Wednesday | date | 2025-05-14 | 2025-05-14
on Wednesday | deadline | 2025-05-14 | 2025-05-14
late on Thursday | date | 2025-05-08 | 2025-05-08
Monday night | date | 2025-05-12 | 2025-05-12
in March | date | 2025-03-01 | 2025-03-31
in March | deadline | 2026-03-01 | 2026-03-31
in November | date | 2024-11-01 | 2024-11-30
in November | deadline | 2025-11-01 | 2025-11-30
in May | deadline | 2025-05-01 | 2025-05-31
3 February | date | 2025-02-03 | 2025-02-03
from 1 March | deadline | 2026-03-01 | -
from 1 March | date | 2025-03-01 | -
September 24 to 26 | date | 2025-09-24 | 2025-09-26
in the spring | deadline | 2025-03-01 | 2025-05-31
in the first quarter | date | 2025-01-01 | 2025-03-31
29 February | date | 2024-02-29 | 2024-02-29
29 February | deadline | 2028-02-29 | 2028-02-29
Christmas | deadline | 2025-12-25 | 2025-12-25
as of 1 July 2025 | date | 2025-07-01 | 2025-07-01
as of 1 July 2025 | deadline | 2025-07-01 | -
starting on Monday | deadline | 2025-05-19 | -
"""

WITHOUT_ANCHOR = """
by 2027 | - | 2027-12-31
before 2030 | - | 2029-12-31
until 30 June 2027 | - | 2027-06-30
September 2023 | 2023-09-01 | 2023-09-30
September 24 to 26 | - | -
within 90 days | - | -
on Tuesday | - | -
next spring | - | -
last year | - | -
by the end of the year | - | -
today | - | -
"""


def _rows(table: str) -> list[list[str]]:
    rows = (line.split(" | ") for line in table.strip().splitlines())
    return [[cell.replace("\\n", "\n") for cell in row] for row in rows]


def _days(words: str, anchor: date | None, role: Literal["deadline", "date"]) -> list[str]:
    found = resolve_date(words, anchor=anchor, role=role)
    assert found.text == words
    return [day.isoformat() if day else "-" for day in (found.earliest, found.latest)]


@pytest.mark.parametrize(("words", "earliest", "latest"), _rows(EITHER_ROLE))
def test_words_mean_the_same_in_either_role(words: str, earliest: str, latest: str) -> None:
    """What does not depend on the direction of reading is the same for a deadline and for a date."""
    assert _days(words, WEDNESDAY, "date") == _days(words, WEDNESDAY, "deadline") == [earliest, latest]


@pytest.mark.parametrize(("words", "role", "earliest", "latest"), _rows(BY_ROLE))
def test_deadlines_lie_ahead_and_dates_are_the_nearest(
    words: str, role: Literal["deadline", "date"], earliest: str, latest: str
) -> None:
    """A weekday, or a day or month without its year, is read in the direction of its role."""
    assert _days(words, WEDNESDAY, role) == [earliest, latest]


@pytest.mark.parametrize(("words", "earliest", "latest"), _rows(WITHOUT_ANCHOR))
def test_without_anchor_nothing_is_guessed(words: str, earliest: str, latest: str) -> None:
    """Where the day of writing is not known, what depends on it stays open."""
    assert _days(words, None, "date") == [earliest, latest]


def test_case_and_typography_do_not_matter() -> None:
    """Capitals, curly apostrophes, dashes, non-breaking spaces and a closing stop change nothing."""
    for words in ("BY THE END OF NEXT MONTH", "by the end of next month.", "by\u00a0the end\r\nof next month,"):
        assert _days(words, WEDNESDAY, "deadline") == ["-", "2025-06-30"]
    assert _days("year’s end", WEDNESDAY, "date") == ["2025-12-31", "2025-12-31"]


def test_long_words_are_kept_unread() -> None:
    """What is too long to be a date is kept, and not read."""
    words = "by 2027 " * 100
    assert _days(words, WEDNESDAY, "date") == ["-", "-"]


def test_half_characters_do_not_break_it() -> None:
    """Lone surrogates are replaced, so that the result can always be written."""
    assert resolve_date("by 2027\ud800", anchor=None).model_dump_json()


_WORDS = """
by before until from the end of early late next last this in on within between and to - 1 3rd 31 2027 2025-03-12 May
March Tuesday spring quarter Q3 week month year days 90 ten (10) ago 9999 0 . , ' fiscal at latest
"""
_FRAGMENTS = st.lists(st.sampled_from(_WORDS.split()), max_size=9).map(" ".join)
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(st.one_of(st.text(), _FRAGMENTS), st.one_of(st.none(), st.dates()), st.sampled_from(["deadline", "date"]))
def test_it_never_raises(words: str, anchor: date | None, role: Literal["deadline", "date"]) -> None:
    """Any words and any anchor give a range that is in order, with its words kept."""
    found = resolve_date(words, anchor=anchor, role=role)
    assert found.text == words
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(
    st.dates(date(1900, 1, 1), date(2090, 12, 31)),
    st.integers(1, 999),
    st.sampled_from(["day", "week", "month", "year"]),
)
def test_within_runs_from_the_anchor(anchor: date, count: int, unit: str) -> None:
    """It begins at the anchor and ends after at least the shortest and at most the longest such time."""
    found = resolve_date(f"within {count} {unit}s", anchor=anchor)
    assert found.earliest == anchor
    assert found.latest is not None
    shortest, longest = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}[unit]
    assert timedelta(count * shortest) <= found.latest - anchor <= timedelta(count * longest)


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)), st.sampled_from(_WEEKDAYS))
def test_weekdays_lie_within_a_week(anchor: date, name: str) -> None:
    """The last such day is at most six days back, the next at most six ahead, and both are that weekday."""
    back = resolve_date(name, anchor=anchor, role="date").earliest
    ahead = resolve_date(name, anchor=anchor, role="deadline").earliest
    assert back is not None
    assert ahead is not None
    assert back.strftime("%A") == ahead.strftime("%A") == name
    assert timedelta(0) <= anchor - back <= timedelta(6)
    assert timedelta(0) <= ahead - anchor <= timedelta(6)


def test_finders_are_reachable_here() -> None:
    """The module that resolves also finds."""
    text = "It will open by 2027 and close on 3 May 2030."
    assert [text[start:end] for start, end in find_date_words(text)] == ["by 2027", "on 3 May 2030"]
    assert [text[start:end] for start, end in find_deadline_words(text)] == ["by 2027"]
