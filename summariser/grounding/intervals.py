"""Intervals of days, and the arithmetic of months, seasons and weeks."""

from __future__ import annotations

import calendar
from datetime import date as Date
from datetime import timedelta
from typing import NamedTuple

__all__ = ["SEASONS", "Interval", "Period", "Reading", "day", "months", "narrow", "season", "shift", "week", "year"]

SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season, as the north counts them."""


class Interval(NamedTuple):
    """Days from the first to the last; None where it is open.

    Attributes:
        earliest: First day, or None.
        latest: Last day, or None.
    """

    earliest: Date | None
    latest: Date | None


class Period(NamedTuple):
    """A closed interval."""

    first: Date
    last: Date


class Reading(NamedTuple):
    """How to read what a document leaves open.

    Attributes:
        anchor: The day the words were written, or None where it is not known.
        forward: True where the day meant lies ahead; else the nearest is taken, and the last for weekdays.
    """

    anchor: Date | None
    forward: bool


def day(date: Date) -> Period:
    """One day."""
    return Period(date, date)


def months(year_number: int, month: int, count: int = 1) -> Period:
    """So many whole months from the first of a month; a month beyond December counts into the next years."""
    first = year_number * 12 + month - 1
    last = first + count - 1
    last_year, last_month = last // 12, last % 12 + 1
    length = calendar.monthrange(last_year, last_month)[1]
    return Period(Date(first // 12, first % 12 + 1, 1), Date(last_year, last_month, length))


def year(number: int) -> Period:
    """A calendar year."""
    return months(number, 1, 12)


def season(name: str, year_number: int) -> Period:
    """A season; winter begins in December of the year."""
    return months(year_number, SEASONS[name], 3)


def week(date: Date) -> Period:
    """Monday to Sunday around a day."""
    monday = date - timedelta(days=date.weekday())
    return Period(monday, monday + timedelta(days=6))


def shift(date: Date, count: int, unit: str) -> Date:
    """A day so many units later, or earlier where the count is negative.

    Args:
        date: Where to start.
        count: How many.
        unit: "hour", "day", "week", "fortnight", "month", "quarter", "year" or "decade". Hours count as whole days, and
            a month ends at its last day where it is shorter.

    Raises:
        OverflowError: It lies outside the years 1 to 9999.
    """
    in_months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    if in_months is None:
        if unit == "hour":
            return date + timedelta(days=-(-count // 24))
        return date + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    total = date.year * 12 + date.month - 1 + count * in_months
    if not 12 <= total < 120_000:
        msg = "outside the calendar"
        raise OverflowError(msg)
    length = calendar.monthrange(total // 12, total % 12 + 1)[1]
    return Date(total // 12, total % 12 + 1, min(date.day, length))


def narrow(period: Period, part: str) -> Period:
    """The early, middle or late third of a period; of a month days 1–10, 11–20 and the rest, of a decade 4, 3, 3 years.

    Args:
        period: Whole months, a week or a day; of less than a month all of it counts.
        part: "early", "mid" or "late".
    """
    first, last = period
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    index = ("early", "mid", "late").index(part)
    if first.day != 1 or (last + timedelta(days=1)).day != 1 or (count > 1 and count % 3):
        return period
    if count == 1:
        starts = (1, 11, 21)
        stop = last if index == 2 else first.replace(day=starts[index + 1] - 1)
        return Period(first.replace(day=starts[index]), stop)
    edges = (0, 48, 84, 120) if count == 120 else (0, count // 3, count - count // 3, count)
    return months(first.year, first.month + edges[index], edges[index + 1] - edges[index])
