"""Periods that carry a name: days, months, quarters, seasons, years; the year may be left to the reading."""

from __future__ import annotations

from datetime import date as Date
from datetime import timedelta
from typing import TYPE_CHECKING

from summariser.documents import date_language as language
from summariser.grounding.intervals import Period, Reading, day, months, season, year

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

__all__ = [
    "calendar_year",
    "decade",
    "half",
    "holiday",
    "iso_month",
    "month_day",
    "month_of",
    "quarter",
    "season_of",
    "week_of_month",
]


def _nearest(make: Callable[[int], Period], reading: Reading) -> Period | None:
    """Of a period that recurs every year, the one that is meant."""
    if reading.anchor is None:
        return None
    anchor = reading.anchor
    candidates = []
    for number in range(anchor.year - 1, anchor.year + 9):  # 29 February comes at most eight years later
        try:
            candidates.append(make(number))
        except ValueError:
            continue  # not in that year
    if reading.forward:
        return next((period for period in candidates if period.last >= anchor), None)
    return min(candidates, key=lambda period: _distance(period, anchor), default=None)


def _distance(period: Period, anchor: Date) -> int:
    if period.first <= anchor <= period.last:
        return 0
    return min(abs((period.first - anchor).days), abs((period.last - anchor).days))


def _year_of(match: re.Match[str], reading: Reading) -> int | None:
    """The year that an expression names, as a number or as "next year"; None where it names none that is known."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("which") and reading.anchor:
        which = groups["which"]
        return reading.anchor.year + (1 if "next" in which else -1 if which in {"last", "the previous"} else 0)
    return None


def _in_year(match: re.Match[str], reading: Reading, make: Callable[[int], Period]) -> Period | None:
    number = _year_of(match, reading)
    if number is not None:
        return make(number)
    return None if match.groupdict().get("which") else _nearest(make, reading)


def month_day(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "3 May 2025", "1–3 May", "September 24 and 25"."""
    month = language.MONTH_NUMBERS[match["month"]]
    first, last = _number(match["day"]), _number(match["to"] or match["until"] or match["day"])
    return _in_year(match, reading, lambda number: Period(Date(number, month, first), Date(number, month, last)))


def _number(text: str) -> int:
    return int(text.rstrip("stndrh"))


def month_of(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "May 2025", "May"."""
    number = language.MONTH_NUMBERS[match["month"]]
    return _in_year(match, reading, lambda in_year: months(in_year, number))


def iso_month(match: re.Match[str], _: Reading) -> Period | None:
    """Read "2025-03"."""
    number, month = int(match[1]), int(match[2])
    # 2010-11 is as likely a season or a budget year.
    return months(number, month) if 1 <= month <= 12 and month != (number + 1) % 100 else None


def calendar_year(match: re.Match[str], _: Reading) -> Period:
    """Read "2025"."""
    return year(int(match["year"]))


def decade(match: re.Match[str], _: Reading) -> Period:
    """Read "the 2030s"."""
    return months(int(match[1]) * 10, 1, 120)


def quarter(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "the third quarter of 2026", "Q3"."""
    text = match["ordinal"]
    number = int(text) if text.isdigit() else language.ORDINALS[text]
    return _in_year(match, reading, lambda in_year: months(in_year, 3 * number - 2, 3))


def half(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "the first half of next year", "H1 2026"."""
    text = match["ordinal"]
    number = int(text) if text.isdigit() else min(language.ORDINALS[text], 2)
    return _in_year(match, reading, lambda in_year: months(in_year, 6 * number - 5, 6))


def season_of(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "spring 2026", "the winter of 2025-26"."""
    name = match["season"]
    return _in_year(match, reading, lambda number: season(name, number))


def week_of_month(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "the second week of September": days 8 to 14; the last week is the last seven days."""
    number = language.MONTH_NUMBERS[match["month"]]
    index = 5 if match["ordinal"] in {"last", "final"} else language.ORDINALS[match["ordinal"]]

    def make(in_year: int) -> Period:
        month = months(in_year, number)
        first = month.last - timedelta(days=6) if index == 5 else month.first + timedelta(days=7 * (index - 1))
        return Period(first, first + timedelta(days=6))

    return _in_year(match, reading, make)


def holiday(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "Christmas", "New Year's Eve 2025"."""
    month, number = language.HOLIDAYS[match["name"]]
    return _in_year(match, reading, lambda in_year: day(Date(in_year, month, number)))
