"""One expression without a preposition, such as "early March 2026" or "next spring", read as a period."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from summariser.documents import date_language as language
from summariser.documents.full_dates import FULL_DATE, date_of
from summariser.grounding import named_periods as named
from summariser.grounding import relative_periods as relative
from summariser.grounding.intervals import Period, Reading, day, narrow, shift, week

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_period"]

_DAYS = re.compile(r"(?<![\d/.-])\d{1,2} ?- ?\d{1,2}(?![\d/.-])")
_THE_UNIT = re.compile(r"^(?:the )?(day|week|month|quarter|year)$")
_M, _D, _Y = language.MONTH, language.DAY, language.YEAR
_WEEKDAY = rf"(?:{language.WEEKDAY}\.?,? )?"
_RELATIVE = r"(?P<which>this|the current|the present|next|the next|the coming|this coming|last|the last|the previous)"
_OF_YEAR = rf"(?:,? (?:of |in )?(?:(?P<year>{_Y})|(?P<which>this|the current|the|next|last|the previous) year))?"
_DAYPART = r"(?: (?:morning|noon|afternoon|evening|night))?"


def read_period(words: str, reading: Reading) -> Period | None:
    """Read one expression.

    Args:
        words: The expression, as `date_language.normalise` leaves it.
        reading: How to read what it leaves open.

    Returns:
        The days it means, or None where that is not known.

    Raises:
        OverflowError: It lies outside the calendar.
        ValueError: There is no such day.
    """
    full = FULL_DATE.fullmatch(words)
    if full and not _DAYS.search(words):
        date = date_of(full)
        return day(date) if date else None
    for pattern, reader in _READERS:
        match = pattern.fullmatch(words)
        if match:
            return reader(match, reading)
    return None


def _read_whole(words: str, reading: Reading) -> Period | None:
    """The period that something is the end or part of; "the year" is this one."""
    return read_period(_THE_UNIT.sub(r"this \1", words), reading)


def _part(match: re.Match[str], reading: Reading) -> Period | None:
    whole = _read_whole(match["rest"], reading)
    if whole is None:
        return None
    return narrow(whole, {"beginning": "early", "start": "early", "middle": "mid"}.get(match["part"], match["part"]))


def _end(match: re.Match[str], reading: Reading) -> Period | None:
    whole = _read_whole(match["rest"], reading)
    return day(whole.last) if whole else None


def _rest_of_period(match: re.Match[str], reading: Reading) -> Period | None:
    whole = read_period(f"this {match['unit']}", reading)
    if whole is None or reading.anchor is None:
        return None
    return Period(reading.anchor, whole.last) if match["part"] == "later" else Period(whole.first, reading.anchor)


def _year_to(match: re.Match[str], reading: Reading) -> Period | None:
    """Twelve months up to a month or day: "the year to March"."""
    end = read_period(match["rest"], reading)
    if end is None:
        return None
    return Period(shift(end.last + timedelta(days=1), -1, "year"), end.last)


def _week_at(match: re.Match[str], reading: Reading) -> Period | None:
    at = read_period(match["rest"], reading)
    if at is None or at.first != at.last:
        return None
    if match["kind"] == "ending":
        return Period(at.first - timedelta(days=6), at.first)
    return week(at.first) if match["kind"] == "of" else Period(at.first, at.first + timedelta(days=6))


_TO_DAY = rf"(?:,? (?:{_D},? )?(?:and|to|or) (?P<to>{_D})| ?- ?(?P<until>{_D}))?"
_ORDINAL = r"(?P<ordinal>first|1st|second|2nd|third|3rd|fourth|4th|last|final)"
_NAME = rf"(?P<name>{_M}|{language.SEASON}|{language.WEEKDAY})"
_HOLIDAY = "|".join(sorted(language.HOLIDAYS, key=len, reverse=True))
_AWAY = rf"(?:about |nearly |almost |over |more than )?(?P<count>{language.COUNT}) (?P<unit>{language.UNIT})s?"
_NAMED = (
    r"(?P<name>today|yesterday|tomorrow|tonight|last night|the day before yesterday|the day after tomorrow|"
    r"this (?:morning|afternoon|evening))"
)
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Reading], Period | None]], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(\d{4})-(\d\d)", named.iso_month),
        (rf"{_WEEKDAY}(?:the )?(?P<day>{_D}){_TO_DAY}(?: day)?(?: of)? (?P<month>{_M})\.?{_OF_YEAR}", named.month_day),
        (rf"{_WEEKDAY}(?P<month>{_M})\.? (?:the )?(?P<day>{_D}){_TO_DAY}{_OF_YEAR}", named.month_day),
        (rf"(?:the month of )?(?P<month>{_M})\.?{_OF_YEAR}", named.month_of),
        (rf"(?:the )?(?:calendar )?(?:year )?(?P<year>{_Y})", named.calendar_year),
        (r"(?:the )?((?:1[5-9]|20)\d)0'?s", named.decade),
        (rf"{_RELATIVE} (?P<unit>week|month|quarter|year)", relative.relative),
        (r"(?P<which>this|the present) (?P<unit>day)", relative.relative),
        (rf"{_RELATIVE} {_NAME}{_DAYPART}", relative.relative_name),
        (rf"(?:the )?{_ORDINAL} quarter{_OF_YEAR}", named.quarter),
        (rf"q(?P<ordinal>[1-4]){_OF_YEAR}", named.quarter),
        (rf"(?P<year>{_Y}) q(?P<ordinal>[1-4])", named.quarter),
        (rf"(?:the )?{_ORDINAL} half{_OF_YEAR}", named.half),
        (rf"h(?P<ordinal>[12]){_OF_YEAR}", named.half),
        (rf"(?:the )?(?P<season>{language.SEASON}){_OF_YEAR}(?:[-/]\d\d(?:\d\d)?)?", named.season_of),
        (rf"(?:the )?{_ORDINAL} week (?:of|in) (?P<month>{_M}){_OF_YEAR}", named.week_of_month),
        (r"(?P<part>early|mid|late)[ -](?:(?:in|on|of) )?(?P<rest>.+)", _part),
        (r"(?:the )?(?P<part>beginning|start|middle) of (?P<rest>.+)", _part),
        (r"(?:the )?(?:very )?end(?:[ -]of[ -]| |-)(?P<rest>.+)", _end),
        (r"(?:the )?(?P<rest>year|month|quarter|week)(?:'s)?[ -]end", _end),
        (rf"(?P<name>{language.WEEKDAY})\.?(?:'s)?{_DAYPART}", relative.weekday),
        (rf"{_NAMED}(?:'s)?{_DAYPART}", relative.named_day),
        (rf"{_AWAY} (?P<past>ago)", relative.away_by),
        (rf"{_AWAY}'?(?: time)?(?: from now| from today| hence)", relative.away_by),
        (
            rf"the (?P<way>next|coming|following|last|past) (?P<count>{language.COUNT}) (?P<unit>{language.UNIT})s",
            relative.around,
        ),
        (r"(?P<part>later|earlier) this (?P<unit>week|month|quarter|year)", _rest_of_period),
        (r"(?:the )?(?:twelve months|12 months|year) (?:to|ended|ending)(?: in| on)? (?P<rest>.+)", _year_to),
        (rf"(?P<name>{_HOLIDAY}){_OF_YEAR}", named.holiday),
        (r"the week (?P<kind>of|beginning|commencing|ending)(?: on)? (?P<rest>.+)", _week_at),
    )
)
