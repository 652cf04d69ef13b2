"""Words such as "by next spring" become an interval of days, read from the day the document was written."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta
from typing import Literal

from summariser.documents import date_language as language
from summariser.documents.date_words import find_date_words, find_deadline_words
from summariser.grounding.intervals import Interval, Period, Reading, shift
from summariser.grounding.periods import read_period
from summariser.schemas.brief import DateRange

__all__ = ["find_date_words", "find_deadline_words", "resolve_date"]

_LONGEST = 160
_UNKNOWN = Interval(None, None)
_LIMIT = re.compile(
    r"(?P<by>by no later than|no later than|not later than|by|on or before|at the latest by|up to and including|up to)"
    r"|(?P<before>before|prior to|ahead of|earlier than|sooner than)"
    r"|(?P<until>up until|until|till|'til|valid until|through|thru)"
    r"|(?P<start>not before|not until|no earlier than|no sooner than|not earlier than|on or after|on and after|as from|"
    r"with effect from|effective from|effective|starting from|starting with|starting|beginning from|beginning with|"
    r"beginning|commencing|from|since)"
    r"|(?P<asof>as of|as at)|(?P<after>after|following)"
)
_PREPOSITION = re.compile(
    r"(?:sometime |some time )?(?:in|on|at|during|for|over|throughout|of|within)(?: the course of)? "
)
_TIME = re.compile(
    r"(?:\bat )?(?<![\d.])(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\d{1,2}[:.]\d\d(?![\d.])(?: hours| hrs)?|\bnoon\b|"
    r"\bmidnight\b|\b(?:the )?close of business\b)(?: (?:gmt|utc|cet|cest|bst|est|edt|et|pt|ct)\b)?,?(?: on)? ?"
)
_TAIL = re.compile(r",? (?P<tail>at the latest|or earlier|or sooner|or before|or later|onwards?|on|inclusive)")
_ONWARD = frozenset({"or later", "onward", "onwards", "on"})
_WITHIN = re.compile(
    rf"(?:within|inside|in less than|in under|(?P<by>no later than|not later than|by)) (?:the next |a period of )?"
    rf"(?P<count>{language.COUNT}) (?:calendar |consecutive )?(?P<unit>{language.UNIT})s?'?"
    r"(?: (?:of|from|after|following|as of|starting from) (?P<trigger>.+))?"
)
_OVER = re.compile(
    rf"(?:(?:in|over|during|for|within) )?the (?P<way>next|coming|following|last|past) (?P<count>{language.COUNT}) "
    rf"(?P<unit>{language.UNIT})s"
)
_OVER_ONE = re.compile(r"(?:over|for|within|in|during) the (?P<way>next|coming|past) (?P<unit>week|month|quarter|year)")
_IN = re.compile(rf"in (?:about |around )?(?P<count>{language.COUNT}) (?P<unit>{language.UNIT})s?(?:'?s?'? time)?")

# The day the document itself was made, as it speaks of it.
_OWN_DAY = re.compile(
    r"today|(?:this|the present) (?:date|day|announcement|meeting|session)|the date hereof|the signing date|now|"
    r"(?:the )?(?:date|adoption|signature|signing|conclusion|publication|issue|announcement|day)(?: of (?:the )?"
    r"(?:adoption|signature|signing|conclusion|publication|issue|announcement))? of (?:this|the present) [\w' -]{1,30}"
)
_RANGE = re.compile(r" (?:to|until|till|through|and|or) | ?- ?")
_ONLY_YEAR = re.compile(rf"(?<![\d-]){language.YEAR}(?![\d-])")


def resolve_date(words: str, *, anchor: Date | None, role: Literal["deadline", "date"] = "date") -> DateRange:
    """Resolve the words of a date or deadline.

    Args:
        words: As the document has them, with or without their preposition.
        anchor: The day they were written or the day of the event; None where it is not known, and then what depends on
            it stays open.
        role: "deadline" for what lies ahead: a weekday, or a day or month without its year, is the next one. "date"
            takes the nearest, and of a weekday the last.

    Returns:
        The words with the days they mean. "By" gives a last day only, "from" and "since" a first day only, "before",
        "until" and "within" run from the anchor. What is unknown, vague or could be read in two ways stays null. Never
        raises.
    """
    kept = words.encode("utf-8", "replace").decode()
    if len(words) > _LONGEST:
        return DateRange(text=kept)
    try:
        found = _resolve(language.normalise(words), Reading(anchor, forward=role == "deadline"))
    except (ValueError, OverflowError):
        found = None
    earliest, latest = found or _UNKNOWN
    if earliest and latest and earliest > latest:
        earliest = None
    return DateRange(text=kept, earliest=earliest, latest=latest)


def _resolve(words: str, reading: Reading) -> Interval | None:
    words = _TIME.sub("", words, count=1).strip()
    tail = _TAIL.search(words, max(0, len(words) - 16))
    if tail and tail.end() == len(words):
        return _with_tail(words[: tail.start()], tail["tail"], reading)
    within = _WITHIN.fullmatch(words)
    if within:
        return _within(within, reading)
    over = _OVER.fullmatch(_OVER_ONE.sub(r"the \g<way> 1 \g<unit>s", words))
    if over:
        return _plain(f"the {over['way']} {over['count']} {over['unit']}s", reading)
    away = _IN.fullmatch(words)
    if away:
        return _plain(f"{away['count']} {away['unit']}s from now", reading)
    limit = _LIMIT.match(words)
    if limit and words[limit.end() : limit.end() + 1] == " ":
        return _limited(limit, words[limit.end() + 1 :], reading)
    return _plain(words, reading)


def _plain(words: str, reading: Reading) -> Interval | None:
    words = words.removeprefix("between ")
    preposition = _PREPOSITION.match(words)
    rest = words[preposition.end() :] if preposition else words
    period = _period(rest, reading)
    return Interval(*period) if period else None


def _with_tail(words: str, tail: str, reading: Reading) -> Interval | None:
    """What "at the latest" or "onwards" makes of the words before it."""
    found = _resolve(words, reading)
    if found is None or tail == "inclusive":
        return found
    return Interval(found.earliest, None) if tail in _ONWARD else Interval(None, found.latest)


def _within(match: re.Match[str], reading: Reading) -> Interval | None:
    """So many days from the anchor, or from a day that the words name."""
    trigger = match["trigger"]
    start = reading.anchor
    if trigger and not _OWN_DAY.fullmatch(trigger):
        day = _period(trigger, reading._replace(forward=False))
        start = day.first if day and day.first == day.last else None
    if start is None:
        return None
    count, unit = language.count_of(match["count"]), match["unit"]
    return Interval(None if match["by"] else start, shift(start, count, unit))


def _limited(limit: re.Match[str], rest: str, reading: Reading) -> Interval | None:
    kind = limit.lastgroup
    rest = re.sub(r"^(?:on|in|from|at) ", "", rest)
    if kind == "start" and (" to " in rest or " until " in rest or " through " in rest or "-" in rest):
        period = _period(rest, reading)
        if period:
            return Interval(*period)
    weekday = re.fullmatch(rf"(?:{language.WEEKDAY}) ?.*", rest) is not None
    period = _period(rest, reading._replace(forward=reading.forward or (weekday and kind != "start")))
    if period is None:
        return None
    starts = re.match(r"(?:the )?(?:start|beginning) of ", rest) is not None
    return {
        "by": Interval(None, period.first if starts else period.last),
        "before": Interval(reading.anchor, _eve(rest, period)),
        "until": Interval(reading.anchor, period.last),
        "start": Interval(period.first, None),
        "asof": Interval(period.first, None if reading.forward else period.last),
        "after": Interval(period.last + timedelta(days=1), None),
    }[kind or "by"]


def _eve(rest: str, period: Period) -> Date:
    """The last day before a period; "before the end of the year" includes its last day."""
    ends = re.match(r"(?:the )?(?:very )?end[ -]|(?:year|month|quarter|week)(?:'s)?[ -]end", rest)
    return period.last if ends else period.first - timedelta(days=1)


def _period(words: str, reading: Reading) -> Period | None:
    """One period, or the stretch from one to another."""
    whole = read_period(words, reading)
    if whole:
        return whole
    for match in _RANGE.finditer(words):
        first, last = words[: match.start()], words[match.end() :]
        end = read_period(last, reading)
        start = _start_of_range(first, last, end, reading) if end else None
        if start and end and start.first <= end.last:
            return Period(start.first, end.last)
    return None


def _start_of_range(first: str, last: str, end: Period, reading: Reading) -> Period | None:
    """The first half of a range; it takes its year from the second half where it names none."""
    if not _ONLY_YEAR.search(first) and _ONLY_YEAR.search(last):
        for number in (end.last.year, end.last.year - 1):
            start = read_period(f"{first} {number}", reading)
            if start and start.first <= end.last:
                return start
    start = read_period(first, reading)
    if start and start.first > end.last:
        start = read_period(f"{first} {end.last.year - 1}", reading)
    return start
