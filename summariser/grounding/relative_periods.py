"""Periods counted from the day of writing: "next month", "last Friday", "two weeks ago"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from summariser.documents import date_language as language
from summariser.grounding.intervals import SEASONS, Period, Reading, day, months, season, shift, week, year

if TYPE_CHECKING:
    import re

__all__ = ["around", "away_by", "named_day", "relative", "relative_name", "weekday"]

_DAYS_AWAY = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _step(which: str) -> int:
    if "next" in which or "coming" in which:
        return 1
    return -1 if "last" in which or "previous" in which or "past" in which else 0


def relative(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "next month", "this week"."""
    anchor, step, unit = reading.anchor, _step(match["which"]), match["unit"]
    if anchor is None:
        return None
    if unit == "day":
        return day(anchor + timedelta(days=step))
    if unit == "week":
        return week(anchor + timedelta(days=7 * step))
    if unit == "quarter":
        start = (anchor.month - 1) // 3 * 3 + 1
        return months(anchor.year, start + 3 * step, 3)
    return months(anchor.year, anchor.month + step) if unit == "month" else year(anchor.year + step)


def relative_name(match: re.Match[str], reading: Reading) -> Period | None:
    """The last or next time that a named month, season or weekday comes round."""
    anchor, step, name = reading.anchor, _step(match["which"]), match["name"]
    if anchor is None:
        return None
    if name in SEASONS or name in language.MONTH_NUMBERS:
        periods = [
            season(name, number) if name in SEASONS else months(number, language.MONTH_NUMBERS[name])
            for number in range(anchor.year - 2, anchor.year + 3)
        ]
        if step == 0:
            return next(period for period in periods if period.first.year == anchor.year)
        if step < 0:
            return next(period for period in reversed(periods) if period.last < anchor)
        return next(period for period in periods if period.first > anchor)
    away = (language.WEEKDAY_NUMBERS[name[:3]] - anchor.weekday()) % 7
    if step == 0:
        return day(week(anchor).first + timedelta(days=language.WEEKDAY_NUMBERS[name[:3]]))
    return day(anchor + timedelta(days=(away or 7) if step > 0 else away - 7))


def weekday(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "Tuesday": the last one, or read forward the next; the anchor's own day counts."""
    if reading.anchor is None:
        return None
    away = (language.WEEKDAY_NUMBERS[match["name"][:3]] - reading.anchor.weekday()) % 7
    return day(reading.anchor + timedelta(days=away if reading.forward or not away else away - 7))


def named_day(match: re.Match[str], reading: Reading) -> Period | None:
    """Read "yesterday"."""
    return day(reading.anchor + timedelta(days=_DAYS_AWAY.get(match["name"], 0))) if reading.anchor else None


def away_by(match: re.Match[str], reading: Reading) -> Period | None:
    """So many units ago or from now, as exactly as the unit is: a day, a week, a month, a year."""
    if reading.anchor is None:
        return None
    unit, count = match["unit"], language.count_of(match["count"])
    past = match.groupdict().get("past") is not None
    there = shift(reading.anchor, -count if past else count, unit)
    if unit == "hour":
        return day(reading.anchor - timedelta(days=count // 24) if past else there)
    if unit in {"day", "fortnight"}:
        return day(there)
    if unit == "week":
        return week(there)
    return {"month": months(there.year, there.month), "year": year(there.year)}.get(unit)


def around(match: re.Match[str], reading: Reading) -> Period | None:
    """The next or last so many units, from the anchor on or up to it."""
    if reading.anchor is None:
        return None
    count = language.count_of(match["count"] or "a")
    if match["way"] in {"next", "coming", "following"}:
        return Period(reading.anchor, shift(reading.anchor, count, match["unit"]))
    return Period(shift(reading.anchor, -count, match["unit"]), reading.anchor)
